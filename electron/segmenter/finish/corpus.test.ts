/**
 * Figures on ../shared/corpus with the gold's own segmentation: what is lost here is lost by this stage, but for lines
 * that hold two columns' text, which the gold's lines can't part. Skipped where the corpus is absent.
 */
import { describe, expect, it } from 'vitest';
import { checkReview } from '../../../shared/model/check.ts';
import { readField } from '../../../shared/reading/reading.ts';
import { finish } from './finish.ts';
import { type GoldIssue, goldIssues, hasCorpus, squash } from './testing/gold.ts';

/** How much two multisets share. */
interface Share {
  right: number;
  proposed: number;
  gold: number;
}

function count(share: Share, proposed: readonly string[], gold: readonly string[]): void {
  const left = new Map<string, number>();
  for (const text of gold) left.set(text, (left.get(text) ?? 0) + 1);
  share.proposed += proposed.length;
  share.gold += gold.length;
  for (const text of proposed) {
    const n = left.get(text) ?? 0;
    if (n > 0) share.right++;
    left.set(text, n - 1);
  }
}

const f1 = ({ right, proposed, gold }: Share): number => (proposed + gold === 0 ? 1 : (2 * right) / (proposed + gold));

function figures(issues: readonly GoldIssue[]): { readonly paragraphs: number; readonly bylines: number } {
  const paragraphs: Share = { right: 0, proposed: 0, gold: 0 };
  const bylines: Share = { right: 0, proposed: 0, gold: 0 };
  for (const { assigned, articles } of issues) {
    const { review } = finish(assigned);
    expect(checkReview(assigned.issue, review)).toEqual([]);
    for (const article of review.articles) {
      const gold = articles[article.id];
      const read = (['body', 'caption'] as const).flatMap((field) =>
        readField(assigned.issue, review, article, field).text.split('\n'),
      );
      if (gold?.paragraphs)
        count(
          paragraphs,
          read.map(squash).filter(Boolean),
          gold.paragraphs.map((p) => squash(p.text)),
        );
      if (gold?.bylines)
        count(
          bylines,
          [...new Set(article.credits.map((c) => squash(c.name)))],
          [...new Set(gold.bylines.map((b) => squash(b.name)))],
        );
    }
  }
  return { paragraphs: f1(paragraphs), bylines: f1(bylines) };
}

describe.skipIf(!hasCorpus)('on ../shared/corpus, segmented as its gold (skipped where it is absent)', () => {
  // The least that must hold; press-* hold lines of two columns, which cost about a tenth of the paragraphs.
  it.each([
    ['seed', 1, 1],
    ['press-zh', 0.84, 0.98],
    ['press-en', 0.84, 0.97],
    ['alto-fr', 0.9, 0.98],
  ])(
    '%s: paragraphs %d, bylines %d',
    (set, paragraphs, bylines) => {
      const found = figures(goldIssues(set));
      expect(found.paragraphs).toBeGreaterThanOrEqual(paragraphs);
      expect(found.bylines).toBeGreaterThanOrEqual(bylines);
    },
    60_000,
  );
});
