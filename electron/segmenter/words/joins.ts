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
  return {
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
