/** From spans to lines: each non-blank line belongs to the one run that owns most of it. */
import { isBlankAt } from '../model/blank.ts';
import { lineSpan } from '../model/lines.ts';
import { type OwnedRun, ownersOf } from '../model/owners.ts';
import type { Issue, Review } from '../model/review.ts';
import type { LineRange } from './document.ts';

/** The lines (1-based) of each run that owns most non-blank characters of them, the first in a tie. Blank lines: none. */
export function linesByRun(issue: Issue, review: Review): ReadonlyMap<number, readonly number[]> {
  const { runs } = ownersOf(review);
  const lines = new Map<number, number[]>();
  let i = 0;
  for (let number = 1; number <= issue.lines.count; number++) {
    const { from, to } = lineSpan(issue.lines, number);
    while (i < runs.length - 1 && (runs[i] as OwnedRun).to <= from) i++; // in range by the loop's bound
    const owner = mostOf(issue.text, runs, i, from, to);
    if (!owner) continue;
    const list = lines.get(owner.from);
    if (list) list.push(number);
    else lines.set(owner.from, [number]);
  }
  return lines;
}

function mostOf(text: string, runs: readonly OwnedRun[], first: number, from: number, to: number): OwnedRun | null {
  let best: OwnedRun | null = null;
  let most = 0;
  for (let i = first; i < runs.length; i++) {
    const run = runs[i] as OwnedRun; // i is in range
    if (run.from >= to) break;
    const count = countIn(text, Math.max(run.from, from), Math.min(run.to, to), most);
    if (count > most) {
      most = count;
      best = run;
    }
  }
  return best;
}

function countIn(text: string, from: number, to: number, atLeast: number): number {
  if (to - from <= atLeast) return 0;
  let n = 0;
  for (let i = from; i < to; i++) if (!isBlankAt(text, i)) n++;
  return n;
}

/**
 * Ranges of sorted line numbers, in which blank lines are bridged. `isBlank` says whether all lines strictly between
 * two numbers are blank.
 */
export function rangesOf(numbers: readonly number[], isBlank: (after: number, before: number) => boolean): LineRange[] {
  const ranges: [number, number][] = [];
  for (const number of numbers) {
    const last = ranges.at(-1);
    if (last && isBlank(last[1], number)) last[1] = number;
    else ranges.push([number, number]);
  }
  return ranges;
}
