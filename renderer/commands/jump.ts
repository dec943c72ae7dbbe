/** Going to a line or an article by its number or its words. Pure. */
import { ownerAt, ownersOf } from '../../shared/model/owners.ts';
import type { ArticleId } from '../../shared/model/review.ts';
import { isFolded } from '../raw/view.ts';
import type { Act, Situation } from './command.ts';
import { selectLineAt } from './selection.ts';

/** No issue has more lines than this many digits can count. */
const NUMBER = /^[#:]?(\d{1,9})$/;

/** The line number (1-based) that was typed, digits of full width too; null when it is no number. */
export function lineNumberIn(typed: string): number | null {
  const digits = NUMBER.exec(typed.normalize('NFKC').trim())?.[1];
  const number = Number(digits ?? 0);
  return number > 0 ? number : null;
}

/**
 * To a line, or the next that is not blank; past the end, to the last. What is folded away there is shown again. Null
 * in a text without any line that shows.
 */
export function jumpToLine(situation: Situation, number: number): Act | null {
  const { issue, review, state } = situation;
  const { starts, count } = issue.lines;
  const at = starts[Math.min(number, count) - 1] ?? 0;
  const selection = selectLineAt(situation, at) ?? lastLineBefore(situation, number);
  if (!selection) return null;
  const run = ownerAt(ownersOf(review), selection.head.from);
  const folding = { blank: false, outside: state.foldOutside, only: state.only };
  const hidden = run !== undefined && isFolded(run, folding);
  return {
    select: selection,
    set: { focusRequest: { pane: 'raw' }, ...(hidden ? { foldOutside: false, only: null } : {}) },
  };
}

/** The last line that shows before line `number`: the text ends in blank lines. */
function lastLineBefore(situation: Situation, number: number) {
  const { starts, count } = situation.issue.lines;
  for (let line = Math.min(number, count); line >= 1; line--) {
    const selection = selectLineAt(situation, starts[line - 1] ?? 0);
    if (selection) return selection;
  }
  return null;
}

/** To an article: its lines selected in the raw text, its fields beside. */
export const jumpToArticle = ({ state }: Situation, article: ArticleId): Act => ({
  show: article,
  set: { focusRequest: { pane: 'raw' }, ...(state.only !== null && state.only !== article ? { only: null } : {}) },
});
