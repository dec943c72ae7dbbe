/** The weights of the lines' signs in one table: features ask for them by the dozen for every line. */
import { SIGNS, type Sign } from '../languages/page-table.ts';
import type { Traits } from './traits.ts';

/** From this weight on a sign is counted by `count`, and found by `distance`. */
const COUNTED = 0.5;
const FOUND = 0.7;
/** What `distance` says where the sign is further away. Lines */
export const FAR = 20;

const AT = new Map(SIGNS.map((sign, s) => [sign, s]));

export class SignWeights {
  readonly #weights: Float64Array;
  readonly #lines: number;
  /** For each sign, made when first asked: how many lines before each line bear it. */
  readonly #counts: (Int32Array | undefined)[] = [];
  /** For each sign, made when first asked: how far the next line that bears it is from each line, and the one before. */
  readonly #ahead: (Uint8Array | undefined)[] = [];
  readonly #behind: (Uint8Array | undefined)[] = [];

  constructor(traits: readonly Traits[]) {
    this.#lines = traits.length;
    this.#weights = new Float64Array(SIGNS.length * traits.length);
    traits.forEach(({ signs }, i) => {
      for (const row of Object.values(signs)) this.#weights[this.#at(row.sign) + i] = row.weight;
    });
  }

  /** The weight of the sign of line `i`; 0 where the line does not bear it. */
  of(i: number, sign: Sign): number {
    return i >= 0 && i < this.#lines ? (this.#weights[this.#at(sign) + i] as number) : 0;
  }

  /** How many of the lines `[from, to)` bear the sign clearly. */
  count(from: number, to: number, sign: Sign): number {
    const at = AT.get(sign) ?? 0;
    const counts = this.#counts[at] ?? this.#countsOf(sign);
    this.#counts[at] = counts;
    return (counts[to] as number) - (counts[from] as number);
  }

  /** How many lines away in direction `step` the nearest line stands that bears the sign surely, 0 for line `i` itself. */
  distance(i: number, sign: Sign, step: 1 | -1): number {
    const at = AT.get(sign) ?? 0;
    const all = step > 0 ? this.#ahead : this.#behind;
    const distances = all[at] ?? this.#distances(sign, step);
    all[at] = distances;
    return distances[i] as number;
  }

  #distances(sign: Sign, step: 1 | -1): Uint8Array {
    const distances = new Uint8Array(this.#lines);
    let distance = FAR;
    for (let n = 0; n < this.#lines; n++) {
      const i = step > 0 ? this.#lines - 1 - n : n;
      distance = this.of(i, sign) >= FOUND ? 0 : Math.min(FAR, distance + 1);
      distances[i] = distance;
    }
    return distances;
  }

  #at(sign: Sign): number {
    return (AT.get(sign) ?? 0) * this.#lines;
  }

  #countsOf(sign: Sign): Int32Array {
    const counts = new Int32Array(this.#lines + 1);
    for (let i = 0; i < this.#lines; i++) counts[i + 1] = (counts[i] as number) + (this.of(i, sign) >= COUNTED ? 1 : 0);
    return counts;
  }
}
