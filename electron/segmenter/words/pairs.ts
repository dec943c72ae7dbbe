/**
 * Numbers kept for pairs of numbers, in an open hash table. A page has a pair of neighbouring characters or words at each
 * of its characters or words, and a map would make a text of each.
 */

/** Slots of the table at first; it grows. A power of two. */
const FIRST_SIZE = 1024;

export class Pairs {
  #firsts = new Int32Array(FIRST_SIZE);
  #seconds = new Int32Array(FIRST_SIZE);
  /** The number of the pair in each slot; 0: the slot is free. */
  #values = new Int32Array(FIRST_SIZE);
  #used = 0;

  /** The number of the pair; 0 when it has none. */
  get(first: number, second: number): number {
    return this.#values[this.#slotOf(first, second)] as number;
  }

  /** Gives the pair (of whole numbers of 32 bits) the number `value`, 1 or more. */
  set(first: number, second: number, value: number): void {
    const slot = this.#slotOf(first, second);
    if (this.#values[slot] === 0) {
      this.#firsts[slot] = first;
      this.#seconds[slot] = second;
      this.#used++;
    }
    this.#values[slot] = value;
    if (this.#used * 2 > this.#values.length) this.#grow();
  }

  /** Adds one to the pair's number, 0 at first. */
  count(first: number, second: number): void {
    this.set(first, second, this.get(first, second) + 1);
  }

  /** Where the pair is, or the free slot where it would be put. */
  #slotOf(first: number, second: number): number {
    const firsts = this.#firsts;
    const seconds = this.#seconds;
    const values = this.#values;
    const mask = values.length - 1;
    let slot = hashOf(first, second) & mask;
    while (values[slot] !== 0 && (firsts[slot] !== first || seconds[slot] !== second)) slot = (slot + 1) & mask;
    return slot;
  }

  #grow(): void {
    const [firsts, seconds, values] = [this.#firsts, this.#seconds, this.#values];
    this.#firsts = new Int32Array(values.length * 2);
    this.#seconds = new Int32Array(values.length * 2);
    this.#values = new Int32Array(values.length * 2);
    for (let from = 0; from < values.length; from++) {
      if (values[from] === 0) continue;
      const slot = this.#slotOf(firsts[from] as number, seconds[from] as number);
      this.#firsts[slot] = firsts[from] as number;
      this.#seconds[slot] = seconds[from] as number;
      this.#values[slot] = values[from] as number;
    }
  }
}

/** Spreads neighbouring pairs (Knuth, multiplicative). */
const hashOf = (first: number, second: number): number => Math.imul((first << 16) ^ second, 0x9e3779b1) >>> 8;
