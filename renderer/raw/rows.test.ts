import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { issueOf } from '../../shared/model/issue.ts';
import { HALF_AND_FULL } from './advance.ts';
import { isFirstRow, layRows, rowAt, rowSpan } from './rows.ts';

const lay = (text: string, width: number) => {
  const issue = issueOf(text);
  const rows = layRows(issue, width, HALF_AND_FULL);
  return Array.from({ length: rows.count }, (_, i) => {
    const { from, to } = rowSpan(rows, i);
    return issue.text.slice(from, to);
  });
};

describe('rows', () => {
  it('keeps a line that fits as it is', () => {
    expect(lay('全市妇女工作会召开\n\nOttawa\n', 9)).toEqual(['全市妇女工作会召开', '', 'Ottawa']);
  });

  it('cuts Chinese at the width, two Latin letters for one ideograph', () => {
    expect(lay('一二三四五', 2)).toEqual(['一二', '三四', '五']);
    expect(lay('abcde', 2)).toEqual(['abcd', 'e']);
  });

  it('keeps words whole when a blank stands near the end', () => {
    expect(lay('the old river town', 6)).toEqual(['the old ', 'river town']);
  });

  it('cuts a word that is wider than the pane', () => {
    expect(lay('aaaaaaaaaa', 2)).toEqual(['aaaa', 'aaaa', 'aa']);
  });

  it('counts a tab to its next stop', () => {
    expect(lay('a\tb\tc', 4.5)).toEqual(['a\t', 'b\tc']);
  });

  it('never cuts a surrogate pair, however narrow the pane', () => {
    expect(lay('𠮷𠮷𠮷', 1)).toEqual(['𠮷', '𠮷', '𠮷']);
    expect(lay('𠮷𠮷', 0.1).join('')).toBe('𠮷𠮷');
  });

  it('lays an empty text as one empty row', () => {
    expect(lay('', 10)).toEqual(['']);
  });

  it('marks blank lines and the first rows of lines', () => {
    const rows = layRows(issueOf('一二三\n \u3000\n四'), 2, HALF_AND_FULL);
    expect(Array.from(rows.lines)).toEqual([1, 1, 2, 3]);
    expect(Array.from(rows.blank)).toEqual([0, 0, 1, 0]);
    expect([0, 1, 2, 3].map((i) => isFirstRow(rows, i))).toEqual([true, false, true, true]);
  });

  it('holds every character in exactly one row, and finds it', () => {
    const text = fc.stringMatching(/^[ab 一二\t\n\u3000𠮷]{0,60}$/u);
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 12 }), (raw, width) => {
        const issue = issueOf(raw);
        const rows = layRows(issue, width, HALF_AND_FULL);
        let covered = '';
        for (let i = 0; i < rows.count; i++) {
          const { from, to } = rowSpan(rows, i);
          covered += issue.text.slice(from, to);
          for (let at = from; at < to; at++) if (rowAt(rows, at) !== i) return false;
        }
        return covered === raw.replaceAll('\n', '');
      }),
    );
  });

  it('lays 200,000 lines and a line of a million characters quickly', () => {
    const issue = issueOf(`${'本报讯近日，记者在全市妇女工作会上获悉\n\n'.repeat(100_000)}${'长'.repeat(1_000_000)}`);
    const start = performance.now();
    const rows = layRows(issue, 40, HALF_AND_FULL);
    expect(rows.count).toBe(200_000 + 25_000);
    // Generous: a slow machine under other load; it takes some 30 ms.
    expect(performance.now() - start).toBeLessThan(1500);
  });
});
