/**
 * How the roles of neighbouring lines go together: text does not turn into an advertisement in mid-sentence.
 *
 *     » Une tempête, probablement d'une grande éner-        text
 *     gie, traverse l'Océan, au nord du 45e parallèle.      begins small, after an open line: text again
 *     ─────────────────────────────────────────────
 *     MALADIES DE LA PEAU                                   after a blank line and a stop: anything
 */
import type { Sheet } from '../lines/sheet.ts';

/** Kinds of seams between two lines that are told apart. */
export const SEAM_KINDS = 12;

/** Lines on each side among which a blank line is looked for: where most lines have one it tells nothing. */
const NEAR = 6;

function blanksTell(sheet: Sheet, i: number): boolean {
  if ((sheet.lines[i]?.blanks ?? 0) === 0) return false;
  const from = Math.max(sheet.pageFrom[i] as number, i - NEAR);
  const to = Math.min(sheet.pageTo[i] as number, i + NEAR + 1);
  let blank = 0;
  for (let j = from; j < to; j++) if ((sheet.lines[j]?.blanks ?? 0) > 0) blank++;
  return blank * 2 <= to - from;
}

/** The kind of the seam before line `i`; -1 where a page begins. */
export function seamKind(sheet: Sheet, i: number): number {
  if (i === (sheet.pageFrom[i] as number)) return -1;
  const ending = sheet.traits[i - 1]?.ending;
  const above = ending === 'stop' ? 0 : ending === 'hyphen' || ending === 'comma' ? 1 : 2;
  const small = sheet.traits[i]?.beginning === 'small' ? 1 : 0;
  return (blanksTell(sheet, i) ? 6 : 0) + above * 2 + small;
}

/**
 * `log P(below | above, seam) - log P(below)` for each kind of seam and pair of roles, at
 * `(kind * roles + above) * roles + below`.
 */
export type Turns = readonly number[];

/**
 * Probabilities of each line's roles (`roles` a line) given all lines of its page: forward and backward over the chain.
 * The lines' own probabilities know their neighbours already, so `turns` count by `trust` only.
 */
export function smoothed(sheet: Sheet, odds: Float32Array, roles: number, turns: Turns, trust: number): Float32Array {
  const result = new Float32Array(odds.length);
  const lines = sheet.lines.length;
  const pair = new Float64Array(SEAM_KINDS * roles * roles);
  for (let k = 0; k < pair.length; k++) pair[k] = Math.exp(trust * (turns[k] as number));
  for (let from = 0; from < lines; from = sheet.pageTo[from] as number)
    smoothPage(sheet, odds, roles, pair, from, sheet.pageTo[from] as number, result);
  return result;
}

function smoothPage(
  sheet: Sheet,
  odds: Float32Array,
  roles: number,
  pair: Float64Array,
  from: number,
  to: number,
  result: Float32Array,
): void {
  const forward = new Float64Array((to - from) * roles);
  for (let r = 0; r < roles; r++) forward[r] = odds[from * roles + r] as number;
  normalize(forward, 0, roles);
  for (let i = from + 1; i < to; i++) {
    const at = (i - from) * roles;
    const seam = seamKind(sheet, i) * roles;
    for (let b = 0; b < roles; b++) {
      let sum = 0;
      for (let a = 0; a < roles; a++)
        sum += (forward[at - roles + a] as number) * (pair[(seam + a) * roles + b] as number);
      forward[at + b] = sum * (odds[i * roles + b] as number);
    }
    normalize(forward, at, roles);
  }
  let backward = new Float64Array(roles).fill(1);
  for (let i = to - 1; i >= from; i--) {
    const at = (i - from) * roles;
    let sum = 0;
    for (let r = 0; r < roles; r++) sum += (forward[at + r] as number) * (backward[r] as number);
    for (let r = 0; r < roles; r++)
      result[i * roles + r] = ((forward[at + r] as number) * (backward[r] as number)) / sum;
    if (i === from) break;
    const seam = seamKind(sheet, i) * roles;
    const next = new Float64Array(roles);
    for (let a = 0; a < roles; a++)
      for (let b = 0; b < roles; b++)
        next[a] =
          (next[a] as number) +
          (pair[(seam + a) * roles + b] as number) * (odds[i * roles + b] as number) * (backward[b] as number);
    normalize(next, 0, roles);
    backward = next;
  }
}

function normalize(values: Float64Array, from: number, count: number): void {
  let sum = 0;
  for (let k = 0; k < count; k++) sum += values[from + k] as number;
  for (let k = 0; k < count; k++) values[from + k] = (values[from + k] as number) / (sum || 1);
}
