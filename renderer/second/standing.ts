/** How a comparison with a second reader stands. Pure. */
import type { History } from '../../shared/journal/history.ts';
import { findArticle } from '../../shared/model/owners.ts';
import type { ArticleId } from '../../shared/model/review.ts';
import type { Doubt } from '../../shared/proposal.ts';
import { alignArticles } from '../../shared/second/align.ts';
import { isDifferenceFrom } from '../../shared/second/difference.ts';
import type { DeskState } from '../store/state.ts';

export interface Standing {
  /** Differences that nobody settled. */
  readonly open: number;
  /** Settled: mine was kept, theirs was taken. */
  readonly mine: number;
  readonly theirs: number;
}

export function standingOf({ review }: History, doubts: readonly Doubt[], reader: string): Standing {
  const differences = doubts.filter((doubt) => doubt.reader === reader);
  const { doubtsSettled } = review;
  // What was taken does not differ any more: only the record of it is left.
  const taken = Object.entries(doubtsSettled).filter(
    ([id, choice]) => choice === 'other' && isDifferenceFrom(id, reader),
  );
  return {
    open: differences.filter(({ id }) => !Object.hasOwn(doubtsSettled, id)).length,
    mine: differences.filter(({ id }) => Object.hasOwn(doubtsSettled, id) && doubtsSettled[id] !== 'other').length,
    theirs: taken.length,
  };
}

/** Articles of mine that both see alike, that the second reader settled and mine has not yet. */
export function agreedArticles({
  history,
  second,
  doubts,
}: Pick<DeskState, 'history' | 'second' | 'doubts'>): readonly ArticleId[] {
  if (!history || !second) return [];
  const { review: mine } = history;
  const differing = new Set(doubts.flatMap(({ reader, articles }) => (reader === second.reader ? articles : [])));
  return [...alignArticles(mine, second.review)].flatMap(([own, other]) => {
    const isDone =
      findArticle(mine, own)?.state !== 'settled' && findArticle(second.review, other)?.state === 'settled';
    return isDone && !differing.has(own) ? [own] : [];
  });
}
