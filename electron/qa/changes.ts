/** What differs between two readings of an issue: articles gained, lost, changed. */
import type { DocumentArticle, GalleyDocument } from '../../shared/document/document.ts';

/** An article as reports keep it: what it is called, and its lines. */
export interface ReportArticle {
  readonly headline: string | null;
  readonly lines: readonly (readonly [number, number])[];
  readonly bylines: readonly string[];
}

export interface Changes {
  readonly gained: readonly ReportArticle[];
  readonly lost: readonly ReportArticle[];
  readonly changed: readonly { readonly before: ReportArticle; readonly after: ReportArticle }[];
  readonly same: number;
}

export const reportArticles = ({ articles }: GalleyDocument): readonly ReportArticle[] => articles.map(reportArticle);

function reportArticle({ headline, parts, bylines }: DocumentArticle): ReportArticle {
  const lines = parts.flatMap((part) => part.lines).toSorted(([a], [b]) => a - b);
  return { headline, lines: joined(lines), bylines: bylines.map(({ name }) => name) };
}

function joined(lines: readonly (readonly [number, number])[]): readonly (readonly [number, number])[] {
  const found: [number, number][] = [];
  for (const [first, last] of lines) {
    const before = found.at(-1);
    if (before && before[1] === first - 1) before[1] = last;
    else found.push([first, last]);
  }
  return found;
}

const linesOf = ({ lines }: ReportArticle): readonly number[] =>
  lines.flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, i) => first + i));

const isSame = (a: ReportArticle, b: ReportArticle): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Articles are matched by lines in common, the largest share first; what shares none is gained or lost. */
export function changesBetween(before: readonly ReportArticle[], after: readonly ReportArticle[]): Changes {
  const ownerBefore = new Map(before.flatMap((article, i) => linesOf(article).map((line) => [line, i] as const)));
  const pairs = after.flatMap((article, j) => {
    const shared = new Map<number, number>();
    for (const line of linesOf(article)) {
      const i = ownerBefore.get(line);
      if (i !== undefined) shared.set(i, (shared.get(i) ?? 0) + 1);
    }
    return [...shared].map(([i, lines]) => ({ i, j, lines }));
  });
  pairs.sort((a, b) => b.lines - a.lines || a.i - b.i || a.j - b.j);
  const partner = new Map<number, number>();
  const taken = new Set<number>();
  for (const { i, j } of pairs) {
    if (partner.has(i) || taken.has(j)) continue;
    partner.set(i, j);
    taken.add(j);
  }
  const both = [...partner].map(([i, j]) => ({ before: before[i], after: after[j] }));
  const matched = both.flatMap((pair) =>
    pair.before && pair.after ? [{ before: pair.before, after: pair.after }] : [],
  );
  const changed = matched.filter((pair) => !isSame(pair.before, pair.after));
  return {
    gained: after.filter((_, j) => !taken.has(j)),
    lost: before.filter((_, i) => !partner.has(i)),
    changed,
    same: matched.length - changed.length,
  };
}
