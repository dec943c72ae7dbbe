/**
 * How the roles of neighbouring lines go together: text does not turn into an advertisement in mid-sentence.
 *
 *     Le conseil a voté hier soir les crédits du nou-       text
 *     veau pont, dont les travaux iront jusqu'en mai.       begins small, after a hyphen: text again
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

/** A page on its way through the chain. */
interface PageChain {
  readonly sheet: Sheet;
  /** Probabilities of each line of the issue by itself, `roles` a line. */
  readonly odds: Float32Array;
  readonly roles: number;
  /** Likelihood of each pair of neighbours, as `Turns`. */
  readonly pair: Float64Array;
  /** Lines `[from, to)`. */
  readonly from: number;
  readonly to: number;
}

/**
 * Probabilities of each line's roles (`roles` a line) given all lines of its page: forward and backward over the chain
 * (Rabiner 1989, section III). The lines' own probabilities know their neighbours already, so `turns` count by `trust` only.
 */
export function smoothed(sheet: Sheet, odds: Float32Array, roles: number, turns: Turns, trust: number): Float32Array {
  const result = new Float32Array(odds.length);
  const pair = Float64Array.from({ length: SEAM_KINDS * roles * roles }, (_, k) =>
    Math.exp(trust * (turns[k] as number)),
  );
  for (let from = 0; from < sheet.lines.length; from = sheet.pageTo[from] as number) {
    const page = { sheet, odds, roles, pair, from, to: sheet.pageTo[from] as number };
    backwards(page, forwards(page), result);
  }
  return result;
}

/** For each line of the page the probabilities of its roles given the lines up to it. */
function forwards({ sheet, odds, roles, pair, from, to }: PageChain): Float64Array {
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
  return forward;
}

/** From the page's last line up: what the lines after each say of it, joined with `forward`, written to `result`. */
function backwards(
  { sheet, odds, roles, pair, from, to }: PageChain,
  forward: Float64Array,
  result: Float32Array,
): void {
  const after = new Float64Array(roles).fill(1);
  const joined = new Float64Array(roles);
  for (let i = to - 1; i >= from; i--) {
    for (let r = 0; r < roles; r++) joined[r] = (forward[(i - from) * roles + r] as number) * (after[r] as number);
    normalize(joined, 0, roles);
    result.set(joined, i * roles);
    if (i === from) break;
    const seam = seamKind(sheet, i) * roles;
    for (let b = 0; b < roles; b++) joined[b] = (odds[i * roles + b] as number) * (after[b] as number);
    for (let a = 0; a < roles; a++) {
      let sum = 0;
      for (let b = 0; b < roles; b++) sum += (pair[(seam + a) * roles + b] as number) * (joined[b] as number);
      after[a] = sum;
    }
    normalize(after, 0, roles);
  }
}

function normalize(values: Float64Array, from: number, count: number): void {
  let sum = 0;
  for (let k = 0; k < count; k++) sum += values[from + k] as number;
  for (let k = 0; k < count; k++) values[from + k] = (values[from + k] as number) / (sum || 1);
}
