/**
 * The measure around a line: how wide the column is above it and below it. It is local and two-sided, because a body
 * may change its measure midway and a head stands between bodies of different measures.
 */
import { MEASURE_REACH } from '../constants.ts';
import type { SetLine } from './lines.ts';

/** em; 0 where there is no line on that side. */
export interface Measures {
  readonly before: Float32Array;
  readonly after: Float32Array;
}

/** The second widest of the nearest lines on each side: the widest may be a stray, last lines of paragraphs are short. */
export function measuresOf(lines: readonly SetLine[]): Measures {
  const before = new Float32Array(lines.length);
  const after = new Float32Array(lines.length);
  for (let i = 0; i < lines.length; i++) {
    before[i] = secondWidest(lines, i - MEASURE_REACH, i);
    after[i] = secondWidest(lines, i + 1, i + 1 + MEASURE_REACH);
  }
  return { before, after };
}

function secondWidest(lines: readonly SetLine[], from: number, to: number): number {
  let first = 0;
  let second = 0;
  for (let i = Math.max(0, from); i < Math.min(lines.length, to); i++) {
    const width = lines[i]?.width ?? 0;
    if (width > first) {
      second = first;
      first = width;
    } else if (width > second) second = width;
  }
  return second || first;
}
