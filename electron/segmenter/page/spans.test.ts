import { describe, expect, it } from 'vitest';
import { issueOf } from '../../../shared/model/issue.ts';
import { readLines } from '../lines/lines.ts';
import { laidOut } from '../testing/laid-out.ts';
import { firstStretch, stretchesOf } from './spans.ts';

const COLUMN =
  'The Bank of Finland said it has|started dealings in certificates|of deposits and that it was now|prepared to issue its own paper|on the domestic money market.';

describe('stretchesOf', () => {
  it('is one stretch where lines follow one another, over blank lines too', () => {
    const text = 'one\n\n  two\nthree\n';
    const issue = issueOf(text);
    const sheet = { issue, lines: readLines(issue) };
    expect(stretchesOf(sheet, 0, 2).map((s) => text.slice(s.from, s.to))).toEqual(['one\n\n  two']);
    expect(firstStretch(sheet, 1, 3)).toEqual({ from: 7, to: text.length - 1 });
  });

  it('leaves out what other columns have on the same lines', () => {
    const { text, read } = laidOut(`${COLUMN}\n${COLUMN}`);
    const issue = issueOf(text);
    const sheet = { issue, lines: readLines(issue) };
    expect(stretchesOf(sheet, 5, 8).map((s) => text.slice(s.from, s.to))).toEqual(read.slice(5, 8));
    expect(firstStretch(sheet, 5, 8).from).toBe(sheet.lines[5]?.from);
  });

  it('is none of no lines', () => {
    const issue = issueOf('one');
    expect(stretchesOf({ issue, lines: readLines(issue) }, 0, 0)).toEqual([]);
  });
});
