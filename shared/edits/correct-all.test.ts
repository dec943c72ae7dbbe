import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Issue, Review } from '../model/review.ts';
import { arbitraryDraws, arbitraryPage, editFrom } from '../testing/arbitrary.ts';
import { page } from '../testing/page.ts';
import { apply } from './apply.ts';
import type { Edit } from './edit.ts';

type CorrectAll = Extract<Edit, { kind: 'correctAll' }>;

function oneByOne(issue: Issue, review: Review, { corrections, by }: CorrectAll): Review | null {
  let now = review;
  for (const one of corrections.toReversed()) {
    const made = apply(issue, now, { kind: 'correct', ...one, ...(by !== undefined && { by }) });
    if (!made.ok) return null;
    now = made.review;
  }
  return now;
}

describe('corrections at once', () => {
  const { issue, review } = page(`
    a1 body  近日，记者在全|市妇女工作会上获悉。
    a2 body  今年，我市各级人社部门|统一思想。
  `);
  const at = (words: string, text: string) => {
    const from = issue.text.indexOf(words);
    return { span: { from, to: from + words.length }, text };
  };
  const all = (...corrections: CorrectAll['corrections']): CorrectAll => ({
    kind: 'correctAll',
    corrections,
    by: '王',
  });
  const refusal = (edit: Edit) => {
    const made = apply(issue, review, edit);
    return made.ok ? null : made.why;
  };

  test('go into both articles, and one undo takes them back', () => {
    const made = apply(issue, review, all(at('记者', '笔者'), at('统一', '一统')));
    expect(made.ok && made.review.corrections.map(({ text, by }) => [text, by])).toEqual([
      ['笔', '王'],
      ['一统', '王'],
    ]);
    expect(made.ok && made.review.articles.map(({ state }) => state)).toEqual(['in review', 'in review']);
    expect(made.ok && apply(issue, made.review, made.inverse)).toMatchObject({ ok: true, review });
  });

  test('all or none: not where one touches another, stands out of order, goes over a line end or changes nothing', () => {
    expect(refusal(all(at('记', '笔'), at('者', '家')))).toBe('overlaps a correction');
    expect(refusal(all(at('统一', '一统'), at('记者', '笔者')))).toBe('overlaps a correction');
    expect(refusal(all(at('记者', '笔者'), at('门\n统', '门统')))).toBe('contains a line end');
    expect(refusal(all(at('记者', '笔者'), at('统一', '统一')))).toBe('nothing to change');
  });

  test('law: what they make one by one', () => {
    fc.assert(
      fc.property(
        arbitraryPage,
        arbitraryDraws,
        fc.array(fc.tuple(fc.nat(6), fc.nat(3), fc.constantFrom('字', '', 'ab'))),
        (start, draws, gaps) => {
          const lived = draws.reduce((now, draw, i) => {
            const made = apply(start.issue, now, editFrom(start.issue, now, draw, i));
            return made.ok ? made.review : now;
          }, start.review);
          let end = -1;
          const corrections = gaps.map(([gap, length, text]) => {
            const from = end + 1 + gap;
            end = from + length;
            return { span: { from, to: end }, text };
          });
          if (corrections.length === 0) return;
          const edit: CorrectAll = { kind: 'correctAll', corrections };
          const made = apply(start.issue, lived, edit);
          expect(made.ok ? made.review : null).toEqual(oneByOne(start.issue, lived, edit));
        },
      ),
      { numRuns: 200 },
    );
  });
});
