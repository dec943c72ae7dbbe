/** What differs between two readings of an issue: articles gained, lost, changed. */
import { linesOf, type ReportArticle } from './articles.ts';

export interface Changes {
  readonly gained: readonly ReportArticle[];
  readonly lost: readonly ReportArticle[];
  readonly changed: readonly { readonly before: ReportArticle; readonly after: ReportArticle }[];
  readonly same: number;
}

/** Whether two articles are called the same, and have the same lines and bylines. */
export const isSame = (a: ReportArticle, b: ReportArticle): boolean => keyOf(a) === keyOf(b);

const keyOf = ({ headline, lines, bylines }: ReportArticle): string => JSON.stringify([headline, lines, bylines]);

/** An article that has no partner is gained or lost; the others are the same or changed. */
export function changesBetween(before: readonly ReportArticle[], after: readonly ReportArticle[]): Changes {
  const partners = partnersOf(before, after);
  const taken = new Set(partners.values());
  const both = [...partners].flatMap(([i, j]) => {
    const [old, now] = [before[i], after[j]];
    return old && now ? [{ before: old, after: now }] : [];
  });
  const changed = both.filter((pair) => !isSame(pair.before, pair.after));
  return {
    gained: after.filter((_, j) => !taken.has(j)),
    lost: before.filter((_, i) => !partners.has(i)),
    changed,
    same: both.length - changed.length,
  };
}

/**
 * Which article of the one reading stands for which of the other, by their places in the lists: those that are the same
 * first, then those with the most lines in common.
 */
export function partnersOf(
  before: readonly ReportArticle[],
  after: readonly ReportArticle[],
): ReadonlyMap<number, number> {
  const partners = new Map<number, number>();
  const taken = new Set<number>();
  for (const [i, j] of [...samePairs(before, after), ...pairsByLines(before, after)]) {
    if (partners.has(i) || taken.has(j)) continue;
    partners.set(i, j);
    taken.add(j);
  }
  return partners;
}

type Pair = readonly [before: number, after: number];

function samePairs(before: readonly ReportArticle[], after: readonly ReportArticle[]): readonly Pair[] {
  const places = new Map<string, number[]>();
  for (const [i, article] of before.entries()) places.set(keyOf(article), [...(places.get(keyOf(article)) ?? []), i]);
  return after.flatMap((article, j) => {
    const i = places.get(keyOf(article))?.shift();
    return i === undefined ? [] : [[i, j] as const];
  });
}

function pairsByLines(before: readonly ReportArticle[], after: readonly ReportArticle[]): readonly Pair[] {
  const ownerBefore = new Map(before.flatMap((article, i) => linesOf(article).map((line) => [line, i] as const)));
  const pairs = after.flatMap((article, j) => {
    const shared = new Map<number, number>();
    for (const line of linesOf(article)) {
      const i = ownerBefore.get(line);
      if (i !== undefined) shared.set(i, (shared.get(i) ?? 0) + 1);
    }
    return [...shared].map(([i, lines]) => ({ i, j, lines }));
  });
  return pairs.toSorted((a, b) => b.lines - a.lines || a.i - b.i || a.j - b.j).map(({ i, j }) => [i, j] as const);
}
