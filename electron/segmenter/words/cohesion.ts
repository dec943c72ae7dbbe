/**
 * Where else on the page a line's words are used. The page is cut into passages of a few lines; a head's words come
 * back in one passage far away or next to it, a body's words come back near it.
 */
import type { SetLine } from '../lines/lines.ts';
import { Tally } from './bags.ts';
import { Terms } from './terms.ts';

/** Lines of a passage: a paragraph or so. */
export const PASSAGE = 6;
/** Terms in more passages than this tell nothing and would cost time that grows with the square of the text. */
const COMMON_PASSAGES = 40;

export interface Cohesion {
  /** Terms of each line. */
  readonly terms: readonly (readonly number[])[];
  /** Weight of each term. */
  readonly weight: Float32Array;
  /** Share (0–1) of the line's term weight that its best passage within reach has / that its best far passage has. */
  readonly near: Float32Array;
  readonly far: Float32Array;
  /** The passage (line index / PASSAGE) that has most of the line's words, itself and its neighbours left out; -1: none. */
  readonly best: Int32Array;
  /** For counting terms of the issue; whoever counts reads what was counted before another does. */
  readonly tally: Tally;
  readonly otherTally: Tally;
}

/** Passages on each side that count as near. */
const NEAR_PASSAGES = 3;

const passageOf = (line: number): number => Math.floor(line / PASSAGE);

export function cohesionOf(lines: readonly SetLine[]): Cohesion {
  const dictionary = new Terms();
  const terms = lines.map((line) => dictionary.of(line.text));
  const where = new Passages(terms, dictionary.size);
  const weight = where.rarity();
  const near = new Float32Array(lines.length);
  const far = new Float32Array(lines.length);
  const best = new Int32Array(lines.length).fill(-1);
  const gain = new Float32Array(where.count);
  const touched: number[] = [];
  /** The line at which each term was asked about last. */
  const askedAt = new Int32Array(dictionary.size).fill(-1);
  terms.forEach((list, i) => {
    const own = passageOf(i);
    const closest = i % PASSAGE < PASSAGE / 2 ? own - 1 : own + 1;
    let total = 0;
    touched.length = 0;
    for (const term of list) {
      if (askedAt[term] === i) continue;
      askedAt[term] = i;
      const w = weight[term] as number;
      total += w;
      for (let at = where.from(term); at < where.to(term); at++) {
        const p = where.places[at] as number;
        if (p === own || p === closest) continue;
        if (gain[p] === 0) touched.push(p);
        gain[p] = (gain[p] as number) + w;
      }
    }
    let mostNear = 0;
    let mostFar = 0;
    let most = 0;
    for (const p of touched) {
      const g = gain[p] as number;
      if (Math.abs(p - own) <= NEAR_PASSAGES) mostNear = Math.max(mostNear, g);
      else mostFar = Math.max(mostFar, g);
      if (g > most) {
        most = g;
        best[i] = p;
      }
      gain[p] = 0;
    }
    near[i] = total > 0 ? mostNear / total : 0;
    far[i] = total > 0 ? mostFar / total : 0;
  });
  const [tally, otherTally] = [new Tally(dictionary.size), new Tally(dictionary.size)];
  return { terms, weight, near, far, best, tally, otherTally };
}

/** The passages that have each term. */
class Passages {
  /** How many there are. */
  readonly count: number;
  /** Passages of all terms but the common ones, term after term, ascending for each. */
  readonly places: Int32Array;
  /** How many passages have each term. */
  readonly #having: Uint32Array;
  /** Where the places of each term begin; behind the last, where they end. */
  readonly #starts: Int32Array;

  constructor(terms: readonly (readonly number[])[], dictionary: number) {
    this.count = passageOf(terms.length - 1) + 1;
    this.#having = new Uint32Array(dictionary);
    this.#starts = new Int32Array(dictionary + 1);
    eachPlace(terms, dictionary, (term) => {
      this.#having[term] = (this.#having[term] as number) + 1;
    });
    for (let term = 0; term < dictionary; term++)
      this.#starts[term + 1] =
        (this.#starts[term] as number) + (this.#isCommon(term) ? 0 : (this.#having[term] as number));
    this.places = new Int32Array(this.#starts[dictionary] as number);
    const next = this.#starts.slice();
    eachPlace(terms, dictionary, (term, passage) => {
      if (this.#isCommon(term)) return;
      this.places[next[term] as number] = passage;
      next[term] = (next[term] as number) + 1;
    });
  }

  /** How rare each term is: log of (passages / passages that have it). Index: the term. */
  rarity(): Float32Array {
    const rarity = new Float32Array(this.#having.length);
    for (let term = 0; term < rarity.length; term++)
      rarity[term] = Math.log((this.count + 1) / ((this.#having[term] as number) + 0.5));
    return rarity;
  }

  /** The places of the term are those `[from, to)`; a common one has none. */
  from(term: number): number {
    return this.#starts[term] as number;
  }
  to(term: number): number {
    return this.#starts[term + 1] as number;
  }

  #isCommon(term: number): boolean {
    return (this.#having[term] as number) > COMMON_PASSAGES;
  }
}

/** Calls `at` with every term of every passage, once for each passage, passages ascending. */
function eachPlace(
  terms: readonly (readonly number[])[],
  dictionary: number,
  at: (term: number, passage: number) => void,
): void {
  const seenIn = new Int32Array(dictionary).fill(-1);
  terms.forEach((list, line) => {
    const passage = passageOf(line);
    for (const term of list) {
      if (seenIn[term] === passage) continue;
      seenIn[term] = passage;
      at(term, passage);
    }
  });
}
