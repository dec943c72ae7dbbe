/** The weights of the lines' signs in one table: features ask for them by the dozen for every line. */
import { SIGNS, type Sign } from '../languages/page-table.ts';
import type { Traits } from './traits.ts';

/** From this weight on a sign is counted by `count`. */
const COUNTED = 0.5;

const AT = new Map(SIGNS.map((sign, s) => [sign, s]));

export class SignWeights {
  readonly #weights: Float64Array;
  readonly #lines: number;
  /** For each sign, made when first asked: how many lines before each line bear it. */
  readonly #counts: (Int32Array | undefined)[] = [];

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

  #at(sign: Sign): number {
    return (AT.get(sign) ?? 0) * this.#lines;
  }

  #countsOf(sign: Sign): Int32Array {
    const counts = new Int32Array(this.#lines + 1);
    for (let i = 0; i < this.#lines; i++) counts[i + 1] = (counts[i] as number) + (this.of(i, sign) >= COUNTED ? 1 : 0);
    return counts;
  }
}
