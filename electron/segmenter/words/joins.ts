/**
 * Whether text runs on over a line end: the character (or word) before and the one after it stand side by side
 * elsewhere in the issue.
 *
 *     市妇女工作会上获悉，今年全市妇女工作将        将|坚 is nowhere else
 *     坚持以习近平新时代中国特色社会主义思想        想|为 neither, but 主|义 would be
 */
import type { SetLine } from '../lines/lines.ts';

export interface Joins {
  /** How often the pair over the seam from line `a` to line `b` occurs inside lines of the issue. */
  readonly seam: (a: number, b: number) => number;
  /**
   * Characters of the Chinese word that stands across the seam, up to 4; 0 when a word ends there; -1 where the two lines
   * do not both have a Chinese character at the seam. Two lines of different texts make a word in one case of fifty, lines that
   * follow one another in four of ten.
   */
  readonly word: (a: number, b: number) => number;
}

/** Words by the dictionary of the runtime's ICU (Unicode UAX 29, cjdict). */
const WORDS = new Intl.Segmenter('zh', { granularity: 'word' });
/** Characters on each side of a seam that decide how words fall there. */
const SIDE = 6;
const HAN_LAST = /\p{Script=Han}$/u;
const HAN_FIRST = /^\p{Script=Han}/u;

/** The length of the word across the seam between two lines; 0: none. */
export function wordAcross(above: string, below: string): number {
  if (!HAN_LAST.test(above) || !HAN_FIRST.test(below)) return -1;
  const left = above.slice(-SIDE);
  for (const { index, segment } of WORDS.segment(left + below.slice(0, SIDE))) {
    if (index >= left.length) break;
    if (index + segment.length > left.length) return Math.min(4, segment.length);
  }
  return 0;
}

const LAST = /[\p{L}\p{N}]$/u;
const FIRST = /^[\p{L}\p{N}]/u;

export function joinsOf(lines: readonly SetLine[]): Joins {
  const pairs = new Map<string, number>();
  const count = (key: string): void => {
    pairs.set(key, (pairs.get(key) ?? 0) + 1);
  };
  for (const { text, cjk } of lines) {
    if (cjk) for (let i = 0; i + 1 < text.length; i++) count(text.slice(i, i + 2));
    else {
      const words = text.toLowerCase().split(/\s+/u);
      for (let i = 0; i + 1 < words.length; i++) count(`${words[i]} ${words[i + 1]}`);
    }
  }
  const words = new Map<string, number>();
  return {
    word(a, b) {
      const above = lines[a]?.text ?? '';
      const below = lines[b]?.text ?? '';
      const key = `${above.slice(-SIDE)}|${below.slice(0, SIDE)}`;
      let word = words.get(key);
      if (word === undefined) {
        word = wordAcross(above, below);
        words.set(key, word);
      }
      return word;
    },
    seam(a, b) {
      const left = lines[a];
      const right = lines[b];
      if (!left || !right || !LAST.test(left.text) || !FIRST.test(right.text)) return 0;
      if (left.cjk && right.cjk) return pairs.get(left.text.slice(-1) + right.text.slice(0, 1)) ?? 0;
      const last = left.text.toLowerCase().split(/\s+/u).at(-1);
      const first = right.text.toLowerCase().split(/\s+/u)[0];
      return pairs.get(`${last} ${first}`) ?? 0;
    },
  };
}
