/**
 * Which text the lines of a head speak of. Two lines of one head speak of one text; where a head ends and the next
 * begins, the words above come back in one text and those below in another.
 *
 *     政府采购存商机        ┐ come back together in text 3
 *     机房空调带来新兴市场  ┘
 *     上半年厦门政府          comes back in text 6
 */
import type { Sheet } from '../lines/sheet.ts';
import type { Kind } from '../roles/roles.ts';
import { PageTerms } from './page-terms.ts';

/** Lines of text in a block; two neighbouring blocks are a passage. */
const BLOCK = 8;
export interface Targets {
  /** Share (0–1) of the words above / below that the passage with most of them has. */
  readonly above: number;
  readonly below: number;
  /** The most that one passage has of both. */
  readonly both: number;
  /** How much is lost when both must be of one passage: 0 nothing, 0.5 half. */
  readonly loss: number;
}

/** Where no head or no text is. */
export const NOTHING: Targets = { above: 0, below: 0, both: 0, loss: 0 };

export class HeadTargets {
  readonly #sheet: Sheet;
  readonly #kinds: readonly Kind[];
  /** For each term of the heads of a page the blocks of its text that have it, ascending. */
  readonly #blocks = new PageTerms();
  /** The last answer: its parts are asked one by one. */
  #last: { readonly line: number; readonly reach: number; readonly targets: Targets } = {
    line: -1,
    reach: 0,
    targets: NOTHING,
  };

  constructor(sheet: Sheet, kinds: readonly Kind[]) {
    this.#sheet = sheet;
    this.#kinds = kinds;
    const { terms } = sheet.cohesion;
    kinds.forEach((kind, i) => {
      if (kind === 'head') for (const term of terms[i] ?? []) this.#blocks.placesOf(sheet.pageFrom[i] as number, term);
    });
    let lines = 0;
    let page = -1;
    let block = 0;
    kinds.forEach((kind, i) => {
      if (kind !== 'text') return;
      const ownPage = sheet.pageFrom[i] as number;
      if (ownPage !== page || lines >= BLOCK) {
        // An empty block between pages: passages don't reach over them.
        block += ownPage === page ? 1 : 2;
        page = ownPage;
        lines = 0;
      }
      lines++;
      const named = this.#blocks.of(ownPage);
      for (const term of terms[i] ?? []) {
        const list = named.get(term);
        if (list && list.at(-1) !== block) list.push(block);
      }
    });
  }

  /** Of the seam before line `i`, with up to `reach` lines of the head on each side. */
  of(i: number, reach: number): Targets {
    const { line, reach: before } = this.#last;
    if (line !== i || before !== reach) this.#last = { line: i, reach, targets: this.#asked(i, reach) };
    return this.#last.targets;
  }

  #asked(i: number, reach: number): Targets {
    let from = i - 1;
    while (i - from < reach && this.#joined(from - 1, i)) from--;
    let to = i + 1;
    while (to - i < reach && this.#joined(to, i)) to++;
    const above = this.#gains(from, i);
    const below = this.#gains(i, to);
    let mostAbove = 0;
    let mostBelow = 0;
    let both = 0;
    let sum = 0;
    for (const gain of below.passages.values()) mostBelow = Math.max(mostBelow, gain);
    sum = mostBelow;
    for (const [passage, gain] of above.passages) {
      const other = below.passages.get(passage) ?? 0;
      mostAbove = Math.max(mostAbove, gain);
      sum = Math.max(sum, gain + other);
      both = Math.max(both, Math.min(gain / above.weight, other / Math.max(1e-6, below.weight)));
    }
    return {
      above: above.weight > 0 ? mostAbove / above.weight : 0,
      below: below.weight > 0 ? mostBelow / below.weight : 0,
      both,
      loss: mostAbove + mostBelow > 0 ? 1 - sum / (mostAbove + mostBelow) : 0,
    };
  }

  #joined(line: number, seam: number): boolean {
    return this.#sheet.pageFrom[line] === this.#sheet.pageFrom[seam] && this.#kinds[line] === 'head';
  }

  /** Weight of the terms of lines `[from, to)` that each passage of their page has, and of all of them. */
  #gains(from: number, to: number): { readonly passages: ReadonlyMap<number, number>; readonly weight: number } {
    const { terms, weight } = this.#sheet.cohesion;
    const blocks = this.#blocks.of(this.#sheet.pageFrom[from] as number);
    const passages = new Map<number, number>();
    let all = 0;
    const seen = new Set<number>();
    for (let i = from; i < to; i++)
      for (const term of terms[i] ?? []) {
        if (seen.has(term)) continue;
        seen.add(term);
        const w = weight[term] as number;
        all += w;
        let last = -1;
        for (const block of blocks.get(term) ?? []) {
          // Passage p is the blocks p and p + 1.
          for (let p = Math.max(last + 1, block - 1); p <= block; p++) passages.set(p, (passages.get(p) ?? 0) + w);
          last = block;
        }
      }
    return { passages, weight: all };
  }
}
