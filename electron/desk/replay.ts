/** A journal's entries played over its proposal, as at every opening. */
import { DeskError } from '../../shared/contract/contract.ts';
import type { Entry } from '../../shared/journal/entry.ts';
import { advance, type History, startHistory } from '../../shared/journal/history.ts';
import { ownersOf } from '../../shared/model/owners.ts';
import type { Issue } from '../../shared/model/review.ts';
import type { Proposal } from '../../shared/proposal.ts';

/**
 * The history after all entries. Throws a `DeskError` `damaged journal` when the proposal is not one of this text or an
 * entry can't be made: then nothing is dropped silently, and the files stay as they are.
 */
export function replay(issue: Issue, proposal: Proposal, entries: readonly Entry[]): History {
  if (!belongsTo(issue, proposal))
    throw new DeskError({ key: 'damaged journal', detail: 'the proposal is of another text' });
  return entries.reduce(playOn, startHistory(issue, proposal));
}

/** One entry more. Throws `damaged journal`. */
export function playOn(history: History, entry: Entry): History {
  const advanced = advance(history, entry);
  if (!advanced.ok) throw new DeskError({ key: 'damaged journal', detail: `entry ${entry.seq}: ${advanced.why}` });
  return advanced.history;
}

/**
 * Whether the proposal can be one of this text: its runs tile it. Other laws are the segmenter's to keep; a review that
 * was saved must open although a later version is stricter.
 */
function belongsTo({ text }: Issue, { review }: Proposal): boolean {
  try {
    let at = 0;
    for (const run of ownersOf(review).runs) {
      if (run.from !== at || run.to < run.from) return false;
      at = run.to;
    }
    return at === text.length && review.length === text.length;
  } catch {
    return false; // a file may hold anything
  }
}
