/** The laws of edits, on random pages: what is undone is as before, what is replayed is what was seen, no character goes. */
import fc from 'fast-check';
import { exportedText } from '../../../../shared/document/build.ts';
import { apply } from '../../../../shared/edits/apply.ts';
import { digestOf } from '../../../../shared/journal/digest.ts';
import type { Change, Entry } from '../../../../shared/journal/entry.ts';
import { advance, type History, nextRedo, nextUndo, startHistory } from '../../../../shared/journal/history.ts';
import { checkReview } from '../../../../shared/model/check.ts';
import type { Issue } from '../../../../shared/model/review.ts';
import type { Proposal } from '../../../../shared/proposal.ts';
import { arbitraryDraws, arbitraryPage, editFrom } from '../../../../shared/testing/arbitrary.ts';
import { replay } from '../../replay.ts';
import { randomFrom } from '../random.ts';
import { NOTHING, type Ordeal, type Outcome, sum } from './ordeal.ts';

/** Pages and lists of edits that one run tries. */
const PAGES = 20;
/** Of all changes, those that are undone, and those that are then redone. */
const UNDONE = 0.2;
const REDONE = 0.1;

const randomEdits: Ordeal = {
  row: 10,
  each: 80,
  nightly: 1_000_000,
  name: 'random edits: undone, replayed, conserved',
  async run(seed) {
    const random = randomFrom(seed);
    const samples = fc.sample(fc.tuple(arbitraryPage, arbitraryDraws), { seed, numRuns: PAGES });
    let outcome = NOTHING;
    for (const [{ issue, review }, draws] of samples) {
      const proposal: Proposal = { segmenter: 'torture', review, doubts: [], candidates: {} };
      outcome = sum(outcome, editPage(issue, proposal, draws, random));
    }
    return outcome;
  },
};

function editPage(
  issue: Issue,
  proposal: Proposal,
  draws: readonly (readonly number[])[],
  random: () => number,
): Outcome {
  let history = startHistory(issue, proposal);
  const entries: Entry[] = [];
  let runs = 0;
  let lost = 0;
  for (const [serial, draw] of draws.entries()) {
    const change = changeOn(history, draw, serial, random());
    if ('edit' in change) lost += isUndone(history, change.edit) ? 0 : 1;
    const advanced = advance(history, change);
    runs++;
    if (!advanced.ok) continue;
    history = advanced.history;
    entries.push({ ...change, seq: history.seq, at: '2026-11-25T08:00:00.000Z', by: '王' });
    const isWhole =
      exportedText(issue, history.review) === issue.text && checkReview(issue, history.review).length === 0;
    lost += isWhole ? 0 : 1;
  }
  const written = JSON.parse(JSON.stringify(entries)) as Entry[]; // what was written of them
  const again = replay(issue, proposal, written);
  const isSame = digestOf(again.review) === digestOf(history.review);
  return { runs, acknowledged: entries.length, lost: lost + (isSame ? 0 : entries.length), refused: 0 };
}

function changeOn(history: History, draw: readonly number[], serial: number, luck: number): Change {
  const [undo, redo] = [nextUndo(history), nextRedo(history)];
  if (luck < REDONE && redo && redo.length > 0) return { redo };
  if (luck < UNDONE && undo && undo.length > 0) return { undo };
  return { group: serial, edit: editFrom(history.issue, history.review, draw, serial) };
}

/** Whether the edit's inverse gives the review before it; an edit that is refused changes nothing. */
function isUndone({ issue, review }: History, edit: Parameters<typeof apply>[2]): boolean {
  const applied = apply(issue, review, edit);
  if (!applied.ok) return true;
  const back = apply(issue, applied.review, applied.inverse);
  return back.ok && digestOf(back.review) === digestOf(review);
}

export const EDITS: readonly Ordeal[] = [randomEdits];
