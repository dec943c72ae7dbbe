/** A situation for tests of commands: a drawn page, with lines selected. */

import { advance, startHistory } from '../../shared/journal/history.ts';
import { lineText } from '../../shared/model/lines.ts';
import { ownerAt, ownersOf } from '../../shared/model/owners.ts';
import type { Review } from '../../shared/model/review.ts';
import type { Act, Situation } from '../commands/command.ts';
import { selectRange } from '../commands/selection.ts';
import { type DeskState, START } from '../store/state.ts';
import type { Page } from './page.ts';

/** Lines `first` to `last` (1-based) selected; the article shown is the owner of the last of them. */
export function situation(page: Page, first: number, last = first, state: Partial<DeskState> = {}): Situation {
  const { issue, review, proposal } = page;
  const history = startHistory(issue, proposal);
  const line = (number: number) => {
    const span = lineText(issue.text, issue.lines, number);
    if (!span) throw new RangeError(`line ${number} is blank`);
    return span;
  };
  const selection = selectRange(line(first), line(last), 'line');
  const article = ownerAt(ownersOf(review), line(last).from)?.article ?? review.articles[0]?.id ?? null;
  return {
    issue,
    review,
    history,
    selection,
    article,
    state: { ...START, issue, history, selection, article, doubts: proposal.doubts, ...state },
    newId: () => 'a-newnewne',
  };
}

/** The review after an act's edits. Throws when the act does not apply or an edit is refused. */
export function after({ history }: Situation, act: Act | null): Review {
  if (!act) throw new Error('does not apply');
  let now = history;
  for (const edit of act.edits ?? []) {
    const advanced = advance(now, { group: 1, edit });
    if (!advanced.ok) throw new Error(`refused: ${advanced.why}`);
    now = advanced.history;
  }
  return now.review;
}

/** Who owns each non-blank line, as `a1 body` or `- ad`. */
export function ownersByLine({ issue }: Page, review: Review): readonly string[] {
  const owners: string[] = [];
  for (let number = 1; number <= issue.lines.count; number++) {
    const line = lineText(issue.text, issue.lines, number);
    const run = line && ownerAt(ownersOf(review), line.from);
    if (run) owners.push(`${run.article ?? '-'} ${run.role}`);
  }
  return owners;
}
