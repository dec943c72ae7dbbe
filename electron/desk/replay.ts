/** A journal's entries played over its proposal, as at every opening. */
import { DeskError } from '../../shared/contract/contract.ts';
import type { Entry } from '../../shared/journal/entry.ts';
import { advance, type History, startHistory } from '../../shared/journal/history.ts';
import { checkReview } from '../../shared/model/check.ts';
import type { Issue } from '../../shared/model/review.ts';
import type { Proposal } from '../../shared/proposal.ts';

/**
 * The history after all entries. Throws a `DeskError` `damaged journal` when the proposal is not one of this text or an
 * entry can't be made: then nothing is dropped silently, and the files stay as they are.
 */
export function replay(issue: Issue, proposal: Proposal, entries: readonly Entry[]): History {
  const broken = lawsBroken(issue, proposal);
  if (broken) throw new DeskError({ key: 'damaged journal', detail: `proposal: ${broken}` });
  return entries.reduce(playOn, startHistory(issue, proposal));
}

/** One entry more. Throws `damaged journal`. */
export function playOn(history: History, entry: Entry): History {
  const advanced = advance(history, entry);
  if (!advanced.ok) throw new DeskError({ key: 'damaged journal', detail: `entry ${entry.seq}: ${advanced.why}` });
  return advanced.history;
}

function lawsBroken(issue: Issue, proposal: Proposal): string | null {
  try {
    return checkReview(issue, proposal.review)[0] ?? null;
  } catch {
    return 'not a review'; // a file may hold anything
  }
}
