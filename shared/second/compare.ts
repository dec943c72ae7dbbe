/**
 * Two reviews of one issue, mine and that of a second reader who did not see it. What both say stays as it is; each
 * place where they differ is a doubt: accepting it keeps mine, its other reading is theirs. Pure.
 *
 * What must be settled first stands first: who owns which text, then the order, then what stands in it.
 */
import { findArticle } from '../model/owners.ts';
import type { Issue, Review } from '../model/review.ts';
import type { Doubt } from '../proposal.ts';
import { alignArticles, sharedRuns } from './align.ts';
import {
  bylineDifference,
  datelineDifference,
  mastheadDifferences,
  orderDifference,
  type Pair,
  paragraphDifferences,
  partsDifference,
  suppliedArticles,
  suppliedDifference,
  textDifferences,
} from './articles.ts';
import { type Difference, doubtOf } from './difference.ts';
import { ownerDifferences } from './owners.ts';

/** Every difference. Both must be reviews of this text. */
export function differencesOf(issue: Issue, mine: Review, theirs: Review): readonly Difference[] {
  const shared = sharedRuns(mine, theirs);
  const pairs = alignArticles(mine, theirs, shared);
  const both = mine.articles.flatMap((article): readonly Pair[] => {
    const other = findArticle(theirs, pairs.get(article.id) ?? '');
    return other ? [{ mine: article, theirs: other }] : [];
  });
  return [
    ...ownerDifferences({ mine, shared, pairs }),
    ...both.flatMap(suppliedDifference),
    ...suppliedArticles(mine, theirs, pairs),
    ...orderDifference(mine, theirs, pairs),
    ...both.flatMap(partsDifference),
    ...textDifferences(issue, mine, theirs),
    ...both.flatMap((pair) => paragraphDifferences(mine, theirs, pair)),
    ...both.flatMap(bylineDifference),
    ...both.flatMap(datelineDifference),
    ...mastheadDifferences(mine, theirs),
  ];
}

/** The differences as doubts of the window. */
export const secondDoubts = (issue: Issue, mine: Review, theirs: Review, reader: string): readonly Doubt[] =>
  differencesOf(issue, mine, theirs).map((difference) => doubtOf(difference, reader));
