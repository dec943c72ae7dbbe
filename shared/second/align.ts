/** Which article of one review stands for which of another review of the same issue: one to one, most text in common. */
import { type OwnedRun, ownersOf } from '../model/owners.ts';
import type { Span } from '../model/position.ts';
import type { Article, ArticleId, Review } from '../model/review.ts';

/** A stretch of text with its owner in either review. */
export interface Shared extends Span {
  readonly mine: OwnedRun;
  readonly theirs: OwnedRun;
}

/** The text cut where either review has a boundary, in order. Cost grows with the runs. */
export function sharedRuns(mine: Review, theirs: Review): readonly Shared[] {
  const [a, b] = [ownersOf(mine).runs, ownersOf(theirs).runs];
  const shared: Shared[] = [];
  let from = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const [own, other] = [a[i] as OwnedRun, b[j] as OwnedRun]; // in range by the loop's condition
    const to = Math.min(own.to, other.to);
    shared.push({ from, to, mine: own, theirs: other });
    if (own.to === to) i++;
    if (other.to === to) j++;
    from = to;
  }
  return shared;
}

/** Their article for each of mine that has one. Those of most text in common come first; of equal ones the earlier. */
export function alignArticles(
  mine: Review,
  theirs: Review,
  shared = sharedRuns(mine, theirs),
): ReadonlyMap<ArticleId, ArticleId> {
  const common = new Map<string, { readonly mine: ArticleId; readonly theirs: ArticleId; length: number }>();
  for (const { from, to, mine: own, theirs: other } of shared) {
    if (own.article === null || other.article === null) continue;
    const key = `${own.article} ${other.article}`;
    const pair = common.get(key) ?? { mine: own.article, theirs: other.article, length: 0 };
    pair.length += to - from;
    common.set(key, pair);
  }
  const pairs = new Map<ArticleId, ArticleId>();
  const taken = new Set<ArticleId>();
  for (const pair of [...common.values()].sort((x, y) => y.length - x.length)) {
    if (pairs.has(pair.mine) || taken.has(pair.theirs)) continue;
    pairs.set(pair.mine, pair.theirs);
    taken.add(pair.theirs);
  }
  for (const [own, other] of suppliedPairs(mine, theirs)) pairs.set(own, other);
  return pairs;
}

/** Whether the article has no text of the issue. */
export const isSupplied = ({ pieces }: Article): boolean => pieces.every(({ kind }) => kind === 'supplement');

/** Without any text of the issue an article is known by its name, else by what was supplied. */
function suppliedPairs(mine: Review, theirs: Review): readonly (readonly [ArticleId, ArticleId])[] {
  const left = theirs.articles.filter(isSupplied);
  const own = mine.articles.filter(isSupplied);
  const words = ({ pieces }: Article) =>
    pieces.map((piece) => (piece.kind === 'supplement' ? `${piece.role} ${piece.text}` : '')).join('\n');
  const found: (readonly [ArticleId, ArticleId])[] = [];
  for (const isSame of [(a: Article, b: Article) => a.id === b.id, (a: Article, b: Article) => words(a) === words(b)]) {
    for (const article of own) {
      if (found.some(([id]) => id === article.id)) continue;
      const at = left.findIndex((other) => isSame(article, other));
      for (const other of at < 0 ? [] : left.splice(at, 1)) found.push([article.id, other.id]);
    }
  }
  return found;
}
