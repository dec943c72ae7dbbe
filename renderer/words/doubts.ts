/** The doubts that the window shows: the proposal's, near misses of the newspaper's word list, what a second reader sees. */
import type { History } from '../../shared/journal/history.ts';
import type { Article } from '../../shared/model/review.ts';
import type { Doubt } from '../../shared/proposal.ts';
import { secondDoubts } from '../../shared/second/compare.ts';
import type { WordList } from '../../shared/words/list.ts';
import { nearMisses } from '../../shared/words/near.ts';
import type { DeskState } from '../store/state.ts';

interface Known {
  readonly proposed: readonly Doubt[];
  readonly words: WordList;
  readonly all: readonly Doubt[];
}
const known = new WeakMap<readonly Article[], Known>();

/** The proposal's and the words'; with a second reader the places where both differ as well. */
export function allDoubts(history: History, words: WordList | null, second: DeskState['second']): readonly Doubt[] {
  const own = ownDoubts(history, words);
  return second ? [...own, ...secondDoubts(history.issue, history.review, second.review, second.reader)] : own;
}

/** The same list while articles, proposal and words are the same. */
function ownDoubts({ issue, review, proposal }: History, words: WordList | null): readonly Doubt[] {
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
