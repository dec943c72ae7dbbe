/**
 * The habit of a page: whether its heads stand before their texts or after them, and how far. Heads whose words leave
 * little doubt of their text show it.
 */
import type { Chain } from './head-features.ts';
import type { Unit } from './units.ts';

/** How much more of a head a text must have than any other to show the page's habit. */
const SURE_MARGIN = 0.2;
/** Orders are counted from -REACH to REACH. */
const REACH = 6;

export class Habits {
  /** For each head the order in which its text stands; NaN where its words leave doubt. */
  readonly #orders: Float64Array;
  /** Sure heads of each order, from -REACH on. */
  readonly #counts = new Int32Array(2 * REACH + 1);
  readonly #sure: number;
  readonly #after: number;

  /**
   * `covered[h * chains + c]`: how much of head h's words text c has. `orderOf` says where the text stands from the head:
   * 0 the next one after it, -1 the last before it; between -6 and 6.
   */
  constructor(
    covered: Float32Array,
    heads: readonly Unit[],
    chains: readonly Chain[],
    orderOf: (head: Unit, chain: Chain) => number,
  ) {
    this.#orders = Float64Array.from(heads, (head, h) => {
      const best = head.bag.size < 3 ? -1 : clearBest(covered, h * chains.length, chains.length);
      return best < 0 ? Number.NaN : orderOf(head, chains[best] as Chain);
    });
    let sure = 0;
    let after = 0;
    for (const order of this.#orders) {
      if (Number.isNaN(order)) continue;
      sure++;
      if (order >= 0) after++;
      this.#counts[order + REACH] = (this.#counts[order + REACH] as number) + 1;
    }
    this.#sure = sure;
    this.#after = after;
  }

  /** Sure heads beside head `h`. */
  others(h: number): number {
    return this.#sure - (Number.isNaN(this.#orders[h]) ? 0 : 1);
  }

  /** How many of the others have their text in this order. */
  sameOrder(h: number, order: number): number {
    return (this.#counts[order + REACH] as number) - (this.#orders[h] === order ? 1 : 0);
  }

  /** How many of the others have their text on this side. */
  sameSide(h: number, order: number): number {
    const own = this.#orders[h] as number;
    if (order >= 0) return this.#after - (own >= 0 ? 1 : 0);
    return this.#sure - this.#after - (own < 0 ? 1 : 0);
  }
}

/** The highest of the values when it leaves the second behind clearly, else -1. */
function clearBest(values: Float32Array, from: number, count: number): number {
  let best = -1;
  let most = 0;
  let second = 0;
  for (let c = 0; c < count; c++) {
    const value = values[from + c] as number;
    if (value > most) {
      second = most;
      most = value;
      best = c;
    } else if (value > second) second = value;
  }
  return best < 0 || most - second < SURE_MARGIN ? -1 : best;
}
