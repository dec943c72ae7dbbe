/** Keeps the newspaper's word list at hand, and teaches it what settled articles show. */
import { problemOf } from '../../shared/contract/contract.ts';
import type { Review } from '../../shared/model/review.ts';
import { linesIn } from '../../shared/words/lines.ts';
import { type Word, type WordList, wordsIn } from '../../shared/words/list.ts';
import type { Desk } from '../store/desk.ts';
import { type DeskState, problemKey } from '../store/state.ts';
import { allDoubts } from './doubts.ts';

/** Shows the list, and the near misses with it. */
export function showWords(desk: Desk, words: WordList | null): void {
  const { history, second } = desk.store.getState();
  desk.set({ words, ...(history ? { doubts: allDoubts(history, words, second) } : {}) });
}

/** The title of the newspaper that is open; null when it is not known. */
const paperOf = ({ history }: DeskState): string | null => history?.review.masthead.paper?.trim() || null;

/** The words of articles that are settled in `after` and were not in `before`, and the articles' ids. */
function newlySettled(before: Review, after: Review) {
  const settled = new Set(before.articles.filter(({ state }) => state === 'settled').map(({ id }) => id));
  return after.articles.filter(({ id, state }) => state === 'settled' && !settled.has(id));
}

/** Follows the desk. Returns the undoing. */
export function watchWords(desk: Desk): () => void {
  /** Articles that have taught already: settled, reopened and settled again they teach nothing new. */
  const taught = new Set<string>();
  const ask = async (paper: string, work: (state: DeskState) => Promise<WordList> | undefined) => {
    try {
      const words = await work(desk.store.getState());
      if (words && paperOf(desk.store.getState()) === paper) showWords(desk, words);
    } catch (error) {
      const problem = problemOf(error);
      desk.say('problem', { key: problemKey(problem), values: { name: paper, ...problem.values } });
    }
  };
  return desk.store.subscribe((now, before) => {
    if (now.history === before.history && now.phase === before.phase) return;
    const paper = now.phase === 'ready' ? paperOf(now) : null;
    const isSame = before.phase === 'ready' && before.file?.file === now.file?.file && paperOf(before) === paper;
    if (!paper) {
      if (now.words) showWords(desk, null);
      return;
    }
    if (!isSame) {
      void ask(paper, ({ host }) => host?.call('words.get', { paper }));
      return;
    }
    if (!now.history || !before.history || now.readOnly) return;
    const articles = newlySettled(before.history.review, now.history.review).filter(
      ({ id }) => !taught.has(`${now.file?.file} ${id}`),
    );
    for (const { id } of articles) taught.add(`${now.file?.file} ${id}`);
    const { issue, review } = now.history;
    // The last article to be settled settles the issue: now its titles and running heads are known.
    const lines = articles.length > 0 && !taught.has(`${now.file?.file}`) ? linesIn(issue, review) : [];
    if (lines.length > 0) taught.add(`${now.file?.file}`);
    const words: readonly Word[] = [...articles.flatMap(wordsIn), ...lines];
    if (words.length > 0) void ask(paper, ({ host }) => host?.call('words.learn', { paper, words: [...words] }));
  });
}
