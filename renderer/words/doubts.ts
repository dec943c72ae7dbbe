/** The doubts that the window shows: the proposal's, and near misses of the newspaper's word list. */
import type { History } from '../../shared/journal/history.ts';
import type { Article } from '../../shared/model/review.ts';
import type { Doubt } from '../../shared/proposal.ts';
import type { WordList } from '../../shared/words/list.ts';
import { nearMisses } from '../../shared/words/near.ts';

interface Known {
  readonly proposed: readonly Doubt[];
  readonly words: WordList;
  readonly all: readonly Doubt[];
}
const known = new WeakMap<readonly Article[], Known>();

/** The same list while articles, proposal and words are the same. */
export function allDoubts({ issue, review, proposal }: History, words: WordList | null): readonly Doubt[] {
  const proposed = proposal.doubts;
  if (!words || words.words.length === 0) return proposed;
  const before = known.get(review.articles);
  if (before?.proposed === proposed && before.words === words) return before.all;
  const asked = new Set(proposed.map(({ span }) => span.from));
  const near = nearMisses(issue, review, words.words).filter(({ span }) => !asked.has(span.from));
  const all = near.length === 0 ? proposed : [...proposed, ...near];
  known.set(review.articles, { proposed, words, all });
  return all;
}
