/**
 * A review with its past: the proposal, the changes since, and what can be undone. The window and the main process run
 * this same code over the same changes, live and at opening.
 *
 * Undo is linear and by group: the edits of one gesture share a group number. A new edit empties the redo stack, not
 * the journal.
 */
import { apply } from '../edits/apply.ts';
import type { Edit, Refusal, Restore } from '../edits/edit.ts';
import { renumber } from '../edits/propose.ts';
import type { Issue, Review } from '../model/review.ts';
import type { Proposal } from '../proposal.ts';
import type { Change, Seq } from './entry.ts';

/** One edit that stands or stood, with what takes it back. */
interface Step {
  readonly seq: Seq;
  readonly group: number;
  readonly edit: Edit;
  readonly inverse: Restore;
  /** The proposal before the edit, where the edit was a new proposal. */
  readonly proposalBefore?: Proposal;
}

export interface History {
  readonly issue: Issue;
  /** The proposal in force: doubts and candidates come from it. */
  readonly proposal: Proposal;
  readonly review: Review;
  /** Number of the last change; 0 before any. */
  readonly seq: Seq;
  readonly undoable: Stack;
  readonly redoable: Stack;
}

/** A stack as a linked list: states share their tails, so that a push costs nothing. */
export type Stack = { readonly top: Step; readonly rest: Stack } | null;

export type Advanced =
  | { readonly ok: true; readonly history: History }
  | { readonly ok: false; readonly why: Refusal | 'not the last to undo' | 'not the next to redo' };

export const startHistory = (issue: Issue, proposal: Proposal): History => ({
  issue,
  proposal,
  review: proposal.review,
  seq: 0,
  undoable: null,
  redoable: null,
});

/** The history after one more change, numbered `seq + 1`; or why it can't be. */
export function advance(history: History, change: Change): Advanced {
  if ('undo' in change) return undo(history, change.undo);
  if ('redo' in change) return redo(history, change.redo);
  const done = perform(history, change.edit, history.seq + 1, change.group);
  return done.ok ? { ok: true, history: { ...done.history, redoable: null } } : done;
}

function perform(history: History, edit: Edit, seq: Seq, group: number): Advanced {
  const applied = apply(history.issue, history.review, edit);
  if (!applied.ok) return applied;
  const isProposal = edit.kind === 'propose';
  const step: Step = {
    seq,
    group,
    edit,
    inverse: applied.inverse,
    ...(isProposal && { proposalBefore: history.proposal }),
  };
  return {
    ok: true,
    history: {
      ...history,
      proposal: isProposal ? renumber(edit.proposal, history.review) : history.proposal,
      review: applied.review,
      seq,
      undoable: { top: step, rest: history.undoable },
    },
  };
}

function undo(history: History, seqs: readonly Seq[]): Advanced {
  let { review, proposal, undoable, redoable } = history;
  for (const seq of seqs) {
    if (undoable?.top.seq !== seq) return { ok: false, why: 'not the last to undo' };
    const { top, rest } = undoable;
    const applied = apply(history.issue, review, top.inverse);
    if (!applied.ok) return applied;
    review = applied.review;
    proposal = top.proposalBefore ?? proposal;
    undoable = rest;
    redoable = { top, rest: redoable };
  }
  return { ok: true, history: { ...history, review, proposal, seq: history.seq + 1, undoable, redoable } };
}

function redo(history: History, seqs: readonly Seq[]): Advanced {
  const number = history.seq + 1;
  let current = history;
  let { redoable } = history;
  for (const seq of seqs) {
    if (redoable?.top.seq !== seq) return { ok: false, why: 'not the next to redo' };
    const { top, rest } = redoable;
    const done = perform(current, top.edit, top.seq, top.group);
    if (!done.ok) return done;
    current = done.history;
    redoable = rest;
  }
  return { ok: true, history: { ...current, seq: number, redoable } };
}

/** The numbers of the last group that stands, last first; null when nothing is left to undo. */
export const nextUndo = (history: History): readonly Seq[] | null => groupOf(history.undoable);

/** The numbers of the group that was undone last, in the order in which to redo it. */
export const nextRedo = (history: History): readonly Seq[] | null => groupOf(history.redoable);

/** The numbers of the gesture on top of a stack, from the top; null when it is empty. */
export function groupOf(stack: Stack): readonly Seq[] | null {
  if (!stack) return null;
  const { group } = stack.top;
  const seqs: Seq[] = [];
  for (let s: Stack = stack; s && s.top.group === group; s = s.rest) seqs.push(s.top.seq);
  return seqs;
}
