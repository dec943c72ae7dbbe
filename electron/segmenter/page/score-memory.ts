/**
 * Scores that were worked out before. While a page is searched most pairs are asked about thousands of times, with
 * answers that differ too little for any tree to tell: their score is known.
 */
import { type Forest, scoreRow, stepsOf } from '../learned/trees.ts';

/** Where the scores of something are kept, by the number of what it is paired with. */
export type Slots = number[];

export class ScoreMemory {
  readonly #forest: Forest;
  readonly #steps: readonly Float64Array[];
  readonly #features: number;
  readonly #score = new Float32Array(1);
  #rows: Float32Array;
  #scores = new Float32Array(64);
  #used = 0;

  /** `forest` answers one question. */
  constructor(forest: Forest) {
    this.#forest = forest;
    this.#steps = stepsOf(forest);
    this.#features = forest.features.length;
    this.#rows = new Float32Array(64 * this.#features);
  }

  /** The forest's score of the row at `at`; `slots[number]` is where the pair's last row and score are kept. */
  score(slots: Slots, number: number, rows: Float32Array, at: number): number {
    let slot = slots[number];
    if (slot !== undefined && isAlike(this.#steps, this.#rows, slot * this.#features, rows, at))
      return this.#scores[slot] as number;
    if (slot === undefined) {
      slot = this.#newSlot();
      slots[number] = slot;
    }
    for (let f = 0; f < this.#features; f++) this.#rows[slot * this.#features + f] = rows[at + f] as number;
    scoreRow(this.#forest, rows, at, this.#score, 0);
    this.#scores[slot] = this.#score[0] as number;
    return this.#score[0] as number;
  }

  #newSlot(): number {
    if (this.#used === this.#scores.length) {
      const scores = new Float32Array(this.#used * 2);
      const rows = new Float32Array(this.#used * 2 * this.#features);
      scores.set(this.#scores);
      rows.set(this.#rows);
      this.#scores = scores;
      this.#rows = rows;
    }
    return this.#used++;
  }
}

/** Whether no tree can tell the kept row from this one: their values lie between the same thresholds. */
function isAlike(
  steps: readonly Float64Array[],
  keptRows: Float32Array,
  kept: number,
  rows: Float32Array,
  at: number,
): boolean {
  for (let f = 0; f < steps.length; f++) {
    const before = keptRows[kept + f] as number;
    const now = rows[at + f] as number;
    if (before === now) continue;
    const own = steps[f] as Float64Array;
    if (own.length > 0 && stepOf(own, before) !== stepOf(own, now)) return false;
  }
  return true;
}

/** How many thresholds lie below the value. */
function stepOf(steps: Float64Array, value: number): number {
  let low = 0;
  let high = steps.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (value <= (steps[middle] as number)) high = middle;
    else low = middle + 1;
  }
  return low;
}
