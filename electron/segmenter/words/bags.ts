/** Bags of terms and how much of one another they hold, weighted by rarity. */

/** The terms of a passage with how often each occurs, in the order in which they first occur. */
export class Bag {
  readonly terms: Int32Array;
  /** `counts[k]`: how often `terms[k]` occurs. */
  readonly counts: Float64Array;
  /** Open hash table of the terms, made when first asked; -1: free. Its length is a power of two. */
  #slots: Int32Array | null = null;
  #length = -1;

  constructor(terms: Int32Array, counts: Float64Array) {
    this.terms = terms;
    this.counts = counts;
  }

  /** Different terms. */
  get size(): number {
    return this.terms.length;
  }

  /** Place of the term in `terms`; -1 when it is not there. */
  placeOf(term: number): number {
    this.#slots ??= slotsOf(this.terms);
    const slots = this.#slots;
    const mask = slots.length - 1;
    let slot = hashOf(term) & mask;
    for (;;) {
      const place = slots[slot] as number;
      if (place < 0 || this.terms[place] === term) return place;
      slot = (slot + 1) & mask;
    }
  }

  /** Length of its vector, counts damped. `weight` must be the same at each call. */
  lengthBy(weight: Float32Array): number {
    if (this.#length < 0) this.#length = lengthOf(this.terms, this.counts, this.size, weight);
    return this.#length;
  }
}

/** Spreads neighbouring numbers (Knuth, multiplicative). */
const hashOf = (term: number): number => Math.imul(term, 0x9e3779b1) >>> 8;

function slotsOf(terms: Int32Array): Int32Array {
  let size = 4;
  while (size < terms.length * 2) size *= 2;
  const slots = new Int32Array(size).fill(-1);
  for (let k = 0; k < terms.length; k++) {
    let slot = hashOf(terms[k] as number) & (size - 1);
    while ((slots[slot] as number) >= 0) slot = (slot + 1) & (size - 1);
    slots[slot] = k;
  }
  return slots;
}

/** A place that no term has. */
const NOWHERE = 0x7fff_ffff;

/** Counts terms over and over: a place for each term of the dictionary, so that no map is needed. */
export class Tally {
  /** Place of each term among `terms`: true where that term stands there, whatever was counted before. */
  readonly #place: Int32Array;
  /** The different terms in the order in which they first came; `size` of them are valid. */
  terms = new Int32Array(256);
  counts = new Float64Array(256);
  size = 0;

  /** `dictionary`: number of different terms; all terms are smaller. */
  constructor(dictionary: number) {
    this.#place = new Int32Array(dictionary);
  }

  /** Forgets all counts and counts the terms of `lists[from]` to `lists[to - 1]`. */
  countLists(lists: readonly (readonly number[])[], from: number, to: number): void {
    this.countNear(lists, from, 1, to - from);
  }

  /** Forgets all counts and counts the terms of `lists[from]` and the next ones in direction `step`, `count` in all. */
  countNear(lists: readonly (readonly number[])[], from: number, step: 1 | -1, count: number): void {
    this.#begin();
    for (let n = 0; n < count; n++) {
      const list = lists[from + step * n] as readonly number[];
      for (let k = 0; k < list.length; k++) this.#add(list[k] as number);
    }
  }

  /** Place of the term in `terms`; -1 when it was not counted. */
  placeOf(term: number): number {
    const place = this.#place[term] as number;
    return place < this.size && this.terms[place] === term ? place : -1;
  }

  /** Whether the term was counted; it is none of the counted ones any more. */
  take(term: number): boolean {
    if (this.placeOf(term) < 0) return false;
    this.#place[term] = NOWHERE;
    return true;
  }

  /** Length of the vector, counts damped. */
  lengthBy(weight: Float32Array): number {
    return lengthOf(this.terms, this.counts, this.size, weight);
  }

  bag(): Bag {
    return new Bag(this.terms.slice(0, this.size), this.counts.slice(0, this.size));
  }

  #begin(): void {
    this.size = 0;
  }

  #add(term: number): void {
    const place = this.placeOf(term);
    if (place >= 0) {
      this.counts[place] = (this.counts[place] as number) + 1;
      return;
    }
    if (this.size === this.terms.length) this.#grow();
    this.#place[term] = this.size;
    this.terms[this.size] = term;
    this.counts[this.size++] = 1;
  }

  #grow(): void {
    const terms = new Int32Array(this.terms.length * 2);
    const counts = new Float64Array(terms.length);
    terms.set(this.terms);
    counts.set(this.counts);
    this.terms = terms;
    this.counts = counts;
  }
}

/** All bags as one. */
export function mergedBag(bags: readonly Bag[]): Bag {
  const sum = new Map<number, number>();
  for (const { terms, counts } of bags)
    for (let k = 0; k < terms.length; k++) {
      const term = terms[k] as number;
      sum.set(term, (sum.get(term) ?? 0) + (counts[k] as number));
    }
  const terms = new Int32Array(sum.size);
  const all = new Float64Array(sum.size);
  let size = 0;
  sum.forEach((count, term) => {
    terms[size] = term;
    all[size++] = count;
  });
  return new Bag(terms, all);
}

/** What `likeness` asks of a bag or a tally. */
interface Counted {
  readonly size: number;
  readonly terms: Int32Array;
  readonly counts: Float64Array;
  placeOf(term: number): number;
  lengthBy(weight: Float32Array): number;
}

/** Share (0–1) of the weight of `inner`'s terms that `outer` has too; 0 for an empty bag. */
export function coverage(inner: Bag, outer: Bag, weight: Float32Array): number {
  const { terms } = inner;
  let all = 0;
  let shared = 0;
  for (let k = 0; k < terms.length; k++) {
    const term = terms[k] as number;
    const w = weight[term] as number;
    all += w;
    if (outer.placeOf(term) >= 0) shared += w;
  }
  return all > 0 ? shared / all : 0;
}

/** Cosine of the two bags, counts damped by logarithm. */
export function likeness(a: Counted, b: Counted, weight: Float32Array): number {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  let dot = 0;
  for (let k = 0; k < small.size; k++) {
    const term = small.terms[k] as number;
    const place = large.placeOf(term);
    if (place < 0) continue;
    const w = weight[term] as number;
    dot += damp(small.counts[k] as number, w) * damp(large.counts[place] as number, w);
  }
  return dot > 0 ? dot / (a.lengthBy(weight) * b.lengthBy(weight)) : 0;
}

/** `1 + log n` of small counts. */
const DAMPED = Float64Array.from({ length: 256 }, (_, n) => (n > 0 ? 1 + Math.log(n) : 0));

/** Weight of a term that occurs `n` times (1 or more). */
const damp = (n: number, w: number): number => (n < 256 ? (DAMPED[n] as number) : 1 + Math.log(n)) * w;

function lengthOf(terms: Int32Array, counts: Float64Array, size: number, weight: Float32Array): number {
  let sum = 0;
  for (let k = 0; k < size; k++) sum += damp(counts[k] as number, weight[terms[k] as number] as number) ** 2;
  return Math.sqrt(sum);
}
