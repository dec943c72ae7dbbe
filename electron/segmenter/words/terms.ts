/**
 * Words that passages share, the strongest sign that they belong together. For CJK text a term is a pair of
 * neighbouring characters, else the beginning of a word, so that inflected forms meet. Terms are numbers, given out in
 * the order in which an issue first uses them.
 */
import { byCharacter } from '../../../shared/model/characters.ts';
import { isCjkLetter } from '../lines/width.ts';
import { Pairs } from './pairs.ts';
import { smallLetters } from './small.ts';

/** Letters of a word that make its term: long enough to tell words apart, short enough to drop endings. */
const STEM_LETTERS = 6;
/** Shorter Latin words are function words in all our languages. */
const SHORTEST_WORD = 3;

/** Of the scripts whose terms are pairs of characters. */
const PAIRED = 1;
/** A letter or a mark on one. */
const LETTER = 2;
const DIGIT = 4;
/** It stands inside numbers. */
const POINT = 8;

const kindOf = byCharacter((c) => {
  const paired = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(c) ? PAIRED : 0;
  return paired | (/[\p{L}\p{M}]/u.test(c) ? LETTER : /\d/u.test(c) ? DIGIT : /[.,]/u.test(c) ? POINT : 0);
});

/** The end of the characters of one of `kinds` that stand together from `from` on. */
function endOf(text: string, from: number, kinds: number): number {
  let end = from;
  while (end < text.length) {
    const code = text.codePointAt(end) ?? 0;
    if ((kindOf(code) & kinds) === 0) break;
    end += code > 0xffff ? 2 : 1;
  }
  return end;
}

export class Terms {
  readonly #words = new Map<string, number>();
  /** One more than the term of each pair of CJK characters. */
  readonly #pairs = new Pairs();
  #size = 0;

  /** The terms of `text`, in order, repeated ones repeated. */
  of(text: string): number[] {
    const result: number[] = [];
    for (let from = 0; from < text.length; ) {
      const code = text.codePointAt(from) ?? 0;
      const kind = kindOf(code);
      let end = from + (code > 0xffff ? 2 : 1);
      if (kind & PAIRED) end = endOf(text, from, PAIRED);
      else if (kind & LETTER) end = endOf(text, from, LETTER);
      else if (kind & DIGIT) {
        end = endOf(text, from, DIGIT | POINT);
        while (kindOf(text.charCodeAt(end - 1)) & POINT) end--;
      }
      if (kind & PAIRED && isCjkLetter(text.charCodeAt(from)))
        for (let i = from; i + 1 < end; i++) result.push(this.#pair(text.charCodeAt(i), text.charCodeAt(i + 1)));
      else if (kind & DIGIT || (kind & (PAIRED | LETTER) && end - from >= SHORTEST_WORD))
        result.push(this.#word(smallLetters(text, from, end).slice(0, STEM_LETTERS)));
      from = end;
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
