/** Whom a selection can be given to, best first: by the segmenter's evidence, then by nearness on the page. */
import { ownerAt, ownersOf } from '../../shared/model/owners.ts';
import type { ArticleId } from '../../shared/model/review.ts';
import type { Situation } from './command.ts';
import { partsOf } from './parts.ts';

export interface Receiver {
  readonly article: ArticleId;
  /** 0–1 where the segmenter weighed it as an owner of this text; null where it did not. */
  readonly score: number | null;
}

/** All articles but the one that owns the whole selection. */
export function receiversOf(situation: Situation): readonly Receiver[] {
  const { review, history, selection } = situation;
  if (!selection) return [];
  const at = selection.span.from;
  const proposed = ownerAt(ownersOf(history.proposal.review), at);
  const now = ownerAt(ownersOf(review), at);
  const { candidates } = history.proposal;
  const scores = new Map(
    (candidates[now?.from ?? -1] ?? candidates[proposed?.from ?? -1] ?? []).map(({ article, score }) => [
      article,
      score,
    ]),
  );
  const owners = new Set(partsOf(situation).map((part) => part.run.article));
  const own = owners.size === 1 ? [...owners][0] : null;
  const near = distances(situation);
  return review.articles
    .filter((article) => article.id !== own)
    .map(({ id }) => ({ article: id, score: scores.get(id) ?? null }))
    .sort(
      (a, b) =>
        (b.score ?? -1) - (a.score ?? -1) || (near.get(a.article) ?? Infinity) - (near.get(b.article) ?? Infinity),
    );
}

/** How far the nearest run of each article stands from the selection, in UTF-16 units. */
function distances({ review, selection }: Situation): ReadonlyMap<ArticleId, number> {
  const found = new Map<ArticleId, number>();
  const { from, to } = selection?.span ?? { from: 0, to: 0 };
  for (const run of ownersOf(review).runs) {
    if (run.article === null) continue;
    const distance = run.to <= from ? from - run.to : run.from >= to ? run.from - to : 0;
    found.set(run.article, Math.min(distance, found.get(run.article) ?? Infinity));
  }
  return found;
}
