/**
 * Words that passages share, the strongest sign that they belong together. For CJK text a term is a pair of
 * neighbouring characters, else the beginning of a word, so that inflected forms meet. Terms are numbers, given out in
 * the order in which an issue first uses them.
 */
import { isCjkLetter } from '../lines/width.ts';
import { Pairs } from './pairs.ts';

/** Letters of a word that make its term: long enough to tell words apart, short enough to drop endings. */
const STEM_LETTERS = 6;
/** Shorter Latin words are function words in all our languages. */
const SHORTEST_WORD = 3;

const PART = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]+|[\p{L}\p{M}]+|\d[\d.,]*\d|\d/gu;

export class Terms {
  readonly #words = new Map<string, number>();
  /** One more than the term of each pair of CJK characters. */
  readonly #pairs = new Pairs();
  #size = 0;

  /** The terms of `text`, in order, repeated ones repeated. */
  of(text: string): number[] {
    const result: number[] = [];
    for (const part of text.match(PART) ?? []) {
      if (isCjkLetter(part.charCodeAt(0))) {
        for (let i = 0; i + 1 < part.length; i++) result.push(this.#pair(part.charCodeAt(i), part.charCodeAt(i + 1)));
      } else if (part.length >= SHORTEST_WORD || /^\d/.test(part)) {
        result.push(this.#word(part.toLowerCase().slice(0, STEM_LETTERS)));
      }
    }
    return result;
  }

  get size(): number {
    return this.#size;
  }

  #pair(first: number, second: number): number {
    const known = this.#pairs.get(first, second);
    if (known > 0) return known - 1;
    this.#pairs.set(first, second, ++this.#size);
    return this.#size - 1;
  }

  #word(word: string): number {
    let id = this.#words.get(word);
    if (id === undefined) {
      id = this.#size++;
      this.#words.set(word, id);
    }
    return id;
  }
}

/** How rare each term is: log of (passages / passages that have it). Index: the term. */
export function rarity(passages: readonly (readonly number[])[], terms: number): Float32Array {
  const passagesWith = new Uint32Array(terms);
  const seenIn = new Int32Array(terms).fill(-1);
  passages.forEach((passage, p) => {
    for (const term of passage) {
      if (seenIn[term] === p) continue;
      seenIn[term] = p;
      passagesWith[term] = (passagesWith[term] ?? 0) + 1;
    }
  });
  const result = new Float32Array(terms);
  for (let term = 0; term < terms; term++)
    result[term] = Math.log((passages.length + 1) / ((passagesWith[term] ?? 0) + 0.5));
  return result;
}
