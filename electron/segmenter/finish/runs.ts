/** Runs in normal form: each begins at a non-blank character, touching runs of one role are one, heads stand first. */
import { skipBlanks, trimBlanks } from '../../../shared/model/blank.ts';
import type { OutsideRun, RunPiece } from '../../../shared/model/review.ts';
import { headRank } from '../../../shared/model/roles.ts';
import type { AssignedArticle } from '../stages.ts';

export interface NormalRuns {
  readonly articles: readonly AssignedArticle[];
  readonly outside: readonly OutsideRun[];
}

interface Slot {
  from: number;
  to: number;
}

/**
 * The assignment in normal form. Blanks at a run's start go to the run before it; a run of blanks alone is no run. The
 * runs must tile the text, as page reading's do.
 */
export function normalRuns(
  text: string,
  articles: readonly AssignedArticle[],
  outside: readonly OutsideRun[],
): NormalRuns {
  const slots = new Map<RunPiece | OutsideRun, Slot>();
  const all = [...articles.flatMap((a) => a.pieces), ...outside].sort((a, b) => a.from - b.from);
  const kept = all.filter((run, i) => i === 0 || trimBlanks(text, run.to, run.from) > run.from);
  kept.forEach((run, i) => {
    slots.set(run, { from: i === 0 ? 0 : skipBlanks(text, run.from, run.to), to: text.length });
    const before = kept[i - 1];
    const slot = before && slots.get(before);
    if (slot) slot.to = slots.get(run)?.from ?? slot.to;
  });
  const placed = articles.map(({ id, pieces }) => ({ id, pieces: coalesced(sortedHeads(move(pieces, slots))) }));
  return { articles: placed.filter((a) => a.pieces.length > 0), outside: move(outside, slots) };
}

const move = <R extends RunPiece | OutsideRun>(
  runs: readonly R[],
  slots: ReadonlyMap<RunPiece | OutsideRun, Slot>,
): R[] =>
  runs.flatMap((run) => {
    const slot = slots.get(run);
    return slot && slot.to > slot.from ? [{ ...run, from: slot.from, to: slot.to }] : [];
  });

const sortedHeads = (pieces: readonly RunPiece[]): readonly RunPiece[] =>
  [...pieces].sort((a, b) => headRank(a.role) - headRank(b.role));

function coalesced(pieces: readonly RunPiece[]): readonly RunPiece[] {
  const out: RunPiece[] = [];
  for (const piece of pieces) {
    const last = out.at(-1);
    if (last && last.to === piece.from && last.role === piece.role) out[out.length - 1] = { ...last, to: piece.to };
    else out.push(piece);
  }
  return out;
}
