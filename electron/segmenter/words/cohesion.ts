/**
 * Where else on the page a line's words are used. The page is cut into passages of a few lines; a head's words come
 * back in one passage far away or next to it, a body's words come back near it.
 */
import type { SetLine } from '../lines/lines.ts';
import { Tally } from './bags.ts';
import { rarity, Terms } from './terms.ts';

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

export function cohesionOf(lines: readonly SetLine[]): Cohesion {
  const dictionary = new Terms();
  const terms = lines.map((line) => dictionary.of(line.text));
  const passages: number[][] = [];
  terms.forEach((list, i) => {
    const p = Math.floor(i / PASSAGE);
    const passage = passages[p];
    // Not spread: a line of a million characters has more terms than a call may have arguments.
    if (passage) for (const term of list) passage.push(term);
    else passages.push([...list]);
  });
  const weight = rarity(passages, dictionary.size);
  const where: number[][] = Array.from({ length: dictionary.size }, () => []);
  passages.forEach((passage, p) => {
    for (const term of passage) {
      const list = where[term];
      if (list && list.length <= COMMON_PASSAGES && list.at(-1) !== p) list.push(p);
    }
  });
  const near = new Float32Array(lines.length);
  const far = new Float32Array(lines.length);
  const best = new Int32Array(lines.length).fill(-1);
  const gain = new Float32Array(passages.length);
  const touched: number[] = [];
  /** The line at which each term was asked about last. */
  const askedAt = new Int32Array(dictionary.size).fill(-1);
  terms.forEach((list, i) => {
    const own = Math.floor(i / PASSAGE);
    const closest = i % PASSAGE < PASSAGE / 2 ? own - 1 : own + 1;
    let total = 0;
    touched.length = 0;
    for (const term of list) {
      if (askedAt[term] === i) continue;
      askedAt[term] = i;
      const w = weight[term] as number;
      total += w;
      const places = where[term];
      if (!places || places.length > COMMON_PASSAGES) continue;
      for (const p of places) {
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
