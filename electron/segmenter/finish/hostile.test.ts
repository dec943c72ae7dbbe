import { describe, expect, it } from 'vitest';
import { checkReview } from '../../../shared/model/check.ts';
import { issueOf } from '../../../shared/model/issue.ts';
import { finish } from './finish.ts';

/** Characters a line. A rule that goes back over what it has read takes minutes at this length, a linear one a moment. */
const LONG = 150_000;
const LIMIT_MS = 8_000;

const line = (unit: string): string => unit.repeat(Math.ceil(LONG / unit.length));

describe('a text of few, very long lines', () => {
  it.each([
    'a',
    'A',
    '字',
    '。',
    '.',
    ' ',
    '　',
    '-',
    'a-',
    '(',
    ')',
    '（',
    '）',
    '（记者 ',
    '1',
    '1,O',
    '1O',
    '”',
    '— ',
    'by ',
    '记者',
    'Photo by ',
    '. “',
    '摄',
    '本报讯 ',
    '\u00ad',
    '\ufffd',
    '·',
    'A. ',
    '、',
    '3 月 ',
    'MARCH, ',
  ])(
    'of %j is finished in time, lawfully',
    (unit) => {
      const text = `x\n${line(unit)}x\n${line(`x${unit}`)}-\nand so on.`;
      const issue = issueOf(text);
      for (const role of ['body', 'byline', 'headline'] as const) {
        const articles = [{ id: 'a1', pieces: [{ kind: 'run' as const, from: 0, to: text.length, role }] }];
        const start = performance.now();
        const { review } = finish({ issue, articles, outside: [], doubts: [], evidence: [] });
        expect(performance.now() - start).toBeLessThan(LIMIT_MS);
        expect(checkReview(issue, review)).toEqual([]);
      }
      const outside = [{ from: 0, to: text.length, role: 'furniture' as const, by: 'rule' as const }];
      expect(finish({ issue, articles: [], outside, doubts: [], evidence: [] }).review.articles).toEqual([]);
    },
    60_000,
  );
});
