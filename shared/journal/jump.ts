/** From one state of a review to another: the undos or redos that lead there, and the states that no way leads to. */
import type { Review } from '../model/review.ts';
import type { Proposal } from '../proposal.ts';
import type { Change, Entry, Seq } from './entry.ts';
import { advance, groupOf, type History, type Stack, startHistory } from './history.ts';

/** Number of the last edit that stands; 0: the review is the proposal. */
export const positionOf = (history: History): Seq => history.undoable?.top.seq ?? 0;

/**
 * The changes that lead to the state after edit `seq` (0: to the proposal), one for each gesture, as undo and redo would
 * make them; none when the review is there. Null when no way leads there: `seq` is in the middle of a gesture, or was
 * taken back and others were made since.
 */
export function changesTo(history: History, seq: Seq): readonly Change[] | null {
  return seq <= positionOf(history) ? undosTo(history.undoable, seq) : redosTo(history.redoable, seq);
}

function undosTo(stack: Stack, seq: Seq): readonly Change[] | null {
  const changes: Change[] = [];
  let left = stack;
  while (left && left.top.seq > seq) {
    const undo = groupOf(left) ?? [];
    changes.push({ undo });
    left = without(left, undo.length);
  }
  return (left?.top.seq ?? 0) === seq ? changes : null;
}

function redosTo(stack: Stack, seq: Seq): readonly Change[] | null {
  const changes: Change[] = [];
  let left = stack;
  let last: Seq = 0;
  while (left && last < seq) {
    const redo = groupOf(left) ?? [];
    changes.push({ redo });
    last = redo.at(-1) ?? last;
    left = without(left, redo.length);
  }
  return last === seq ? changes : null;
}

function without(stack: Stack, count: number): Stack {
  let left = stack;
  for (let n = 0; n < count; n++) left = left?.rest ?? null;
  return left;
}

/** The proposal that the review started from, whatever was proposed since. */
export function firstProposal(history: History): Proposal {
  let { proposal } = history;
  for (let s = history.undoable; s; s = s.rest) proposal = s.top.proposalBefore ?? proposal;
  return proposal;
}

/**
 * The review as it was after edit `seq` (0: as proposed), of whatever was taken back since too. `entries`: the whole
 * journal of this history. Throws when they are of another.
 */
export function reviewAfter(history: History, entries: readonly Entry[], seq: Seq): Review {
  const way = changesTo(history, seq);
  if (way) return way.reduce(after, history).review;
  return entries.slice(0, seq).reduce(after, startHistory(history.issue, firstProposal(history))).review;
}

function after(history: History, change: Change): History {
  const next = advance(history, change);
  if (!next.ok) throw new Error(`the journal is of another review: ${next.why}`);
  return next.history;
}
