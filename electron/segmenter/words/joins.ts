/**
 * Whether text runs on over a line end: the character (or word) before and the one after it stand side by side
 * elsewhere in the issue.
 *
 *     市妇女工作会上获悉，今年全市妇女工作将        将|坚 is nowhere else
 *     坚持以习近平新时代中国特色社会主义思想        想|为 neither, but 主|义 would be
 */
import { characterClass, firstCode, lastCode } from '../../../shared/model/characters.ts';
import type { SetLine } from '../lines/lines.ts';
import { Pairs } from './pairs.ts';

export interface Joins {
  /** How often the pair over the seam from line `a` to line `b` occurs inside lines of the issue. */
  readonly seam: (a: number, b: number) => number;
  /**
   * Characters of the Chinese word that stands across the seam, up to 4; 0 when a word ends there; -1 where the two lines
   * do not both have a Chinese character at the seam. Two lines of different texts make a word in one case of fifty, lines that
   * follow one another in four of ten. One answer for each seam from line `a` to line `b`: the dictionary is asked once.
   */
  readonly words: (seams: readonly Seam[]) => Int8Array;
}

/** Two lines that may be read one after the other, as indices. */
interface Seam {
  readonly a: number;
  readonly b: number;
}

/** Words by the dictionary of the runtime's ICU (Unicode UAX 29, cjdict). */
const WORDS = new Intl.Segmenter('zh', { granularity: 'word' });
/** Characters on each side of a seam that decide how words fall there. */
const SIDE = 6;
const isHan = characterClass(/\p{Script=Han}/u);

/** The length of the word across each seam between the ends of two texts; 0: none, -1: nothing to ask. */
export function wordsAcross(seams: readonly (readonly [above: string, below: string])[]): Int8Array {
  /** The sides of all seams, a line each, for at a line's end every word ends; where each seam is in them. */
  let sides = '';
  const places = Int32Array.from(seams, ([above, below]) => {
    if (!isHan(lastCode(above)) || !isHan(firstCode(below))) return -1;
    const place = sides.length + Math.min(SIDE, above.length);
    sides += `${above.slice(-SIDE)}${below.slice(0, SIDE)}\n`;
    return place;
  });
  const words = WORDS.segment(sides);
  return Int8Array.from(places, (place) => {
    if (place < 0) return -1;
    const word = words.containing(place);
    return word && word.index < place ? Math.min(4, word.segment.length) : 0;
  });
}

const isInWord = characterClass(/[\p{L}\p{N}]/u);

/** Blanks part the words of a line that is not CJK. */
const wordsOf = (text: string): readonly string[] => text.toLowerCase().split(/\s+/u);

export function joinsOf(lines: readonly SetLine[]): Joins {
  /** How often characters stand side by side in CJK lines, words in others. */
  const characters = new Pairs();
  const words = new Pairs();
  const numbers = new Map<string, number>();
  /** The number of a word; -1 where no line outside CJK text has it. */
  const numberOf = (word: string | undefined): number => numbers.get(word ?? '') ?? -1;
  for (const { text, cjk } of lines) {
    if (cjk) {
      for (let i = 0; i + 1 < text.length; i++) characters.count(text.charCodeAt(i), text.charCodeAt(i + 1));
      continue;
    }
    let before = -1;
    for (const word of wordsOf(text)) {
      let number = numbers.get(word);
      if (number === undefined) {
        number = numbers.size;
        numbers.set(word, number);
      }
      if (before >= 0) words.count(before, number);
      before = number;
    }
  }
  /** Of each line the number of its first and last word, found when asked for. */
  const firsts = new Map<SetLine, number>();
  const lasts = new Map<SetLine, number>();
  return {
    words: (seams) => wordsAcross(seams.map(({ a, b }) => [lines[a]?.text ?? '', lines[b]?.text ?? ''])),
    seam(a, b) {
      const left = lines[a];
      const right = lines[b];
      if (!left || !right || !isInWord(lastCode(left.text)) || !isInWord(firstCode(right.text))) return 0;
      if (left.cjk && right.cjk)
        return characters.get(left.text.charCodeAt(left.text.length - 1), right.text.charCodeAt(0));
      const last = remembered(lasts, left, () => numberOf(wordsOf(left.text).at(-1)));
      const first = remembered(firsts, right, () => numberOf(wordsOf(right.text)[0]));
      return words.get(last, first);
    },
  };
}

/** What `known` has for the key, or `find` finds. */
function remembered<K>(known: Map<K, number>, key: K, find: () => number): number {
  let value = known.get(key);
  if (value === undefined) {
    value = find();
    known.set(key, value);
  }
  return value;
}
