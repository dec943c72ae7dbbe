/**
 * Which head two passages of text want. Where one head names what stands above and below a seam the text goes on;
 * where the words above come back in one head and those below in another, another article begins.
 */
import type { Sheet } from '../lines/sheet.ts';
import type { Kind } from '../roles/roles.ts';
import { PageTerms } from './page-terms.ts';
import { NOTHING, type Targets } from './targets.ts';

/** Lines of text on each side of the seam. */
const REACH = 10;
/** Weight added to each head's: so that a head of one or two words is not named by chance. */
const DAMPING = 8;

/** Numbers of a few of the pieces, the rest 0. */
class Gains {
  readonly #gains: Float64Array;
  /** Pieces that have a number. */
  readonly pieces: number[] = [];

  constructor(pieces: number) {
    this.#gains = new Float64Array(pieces);
  }

  of(piece: number): number {
    return this.#gains[piece] as number;
  }

  /** Adds what is more than 0. */
  add(piece: number, gain: number): void {
    if (this.#gains[piece] === 0) this.pieces.push(piece);
    this.#gains[piece] = (this.#gains[piece] as number) + gain;
  }

  clear(): void {
    for (const piece of this.pieces) this.#gains[piece] = 0;
    this.pieces.length = 0;
  }
}

export class WantedHeads {
  readonly #sheet: Sheet;
  readonly #kinds: readonly Kind[];
  /** Weight of the terms of each piece of a head: two lines of it. */
  readonly #weights: number[] = [];
  /** For each term of the heads of a page the pieces that have it. */
  readonly #pieces = new PageTerms();
  /** For each line of text its terms that heads of its page have. */
  readonly #named: (readonly number[])[];
  readonly #above: Gains;
  readonly #below: Gains;
  /** The last answer: its parts are asked one by one. */
  #last: { readonly seam: number; readonly wanted: Targets } = { seam: -1, wanted: NOTHING };

  constructor(sheet: Sheet, kinds: readonly Kind[]) {
    this.#sheet = sheet;
    this.#kinds = kinds;
    const { terms, weight } = sheet.cohesion;
    kinds.forEach((kind, i) => {
      if (kind !== 'head') return;
      const page = sheet.pageFrom[i] as number;
      const next = kinds[i + 1] === 'head' && sheet.pageFrom[i + 1] === page ? (terms[i + 1] ?? []) : [];
      const piece = this.#weights.length;
      let sum = 0;
      for (const term of new Set([...(terms[i] ?? []), ...next])) {
        sum += weight[term] as number;
        this.#pieces.placesOf(page, term).push(piece);
      }
      this.#weights.push(sum);
    });
    this.#named = kinds.map((kind, i) => {
      const named = this.#pieces.of(sheet.pageFrom[i] as number);
      return kind === 'text' ? (terms[i] ?? []).filter((term) => named.has(term)) : [];
    });
    this.#above = new Gains(this.#weights.length);
    this.#below = new Gains(this.#weights.length);
  }

  /** Of the seam before line `i`. */
  of(i: number): Targets {
    if (this.#last.seam !== i) this.#last = { seam: i, wanted: this.#asked(i) };
    return this.#last.wanted;
  }

  #asked(i: number): Targets {
    const above = this.#above;
    const below = this.#below;
    this.#tell(i, -1, above);
    this.#tell(i, 1, below);
    let mostAbove = 0;
    let mostBelow = 0;
    let both = 0;
    for (const piece of below.pieces) mostBelow = Math.max(mostBelow, below.of(piece));
    let sum = mostBelow;
    for (const piece of above.pieces) {
      const gain = above.of(piece);
      const other = below.of(piece);
      mostAbove = Math.max(mostAbove, gain);
      sum = Math.max(sum, gain + other);
      both = Math.max(both, Math.min(gain, other));
    }
    const all = mostAbove + mostBelow;
    return { above: mostAbove, below: mostBelow, both, loss: all > 0 ? 1 - sum / all : 0 };
  }

  /** Share of each piece of a head that the lines on one side of the seam have. */
  #tell(seam: number, step: 1 | -1, gains: Gains): void {
    const { weight, tally } = this.#sheet.cohesion;
    const page = this.#sheet.pageFrom[seam] as number;
    gains.clear();
    let lines = 0;
    while (lines < REACH && this.#isText(firstOf(seam, step) + step * lines, page)) lines++;
    tally.countNear(this.#named, firstOf(seam, step), step, lines);
    const pieces = this.#pieces.of(page);
    for (let k = 0; k < tally.size; k++) {
      const term = tally.terms[k] as number;
      for (const piece of pieces.get(term) ?? [])
        gains.add(piece, (weight[term] as number) / ((this.#weights[piece] as number) + DAMPING));
    }
  }

  #isText(line: number, page: number): boolean {
    return this.#kinds[line] === 'text' && this.#sheet.pageFrom[line] === page;
  }
}

/** The line next to the seam on one side. */
const firstOf = (seam: number, step: 1 | -1): number => (step < 0 ? seam - 1 : seam);
