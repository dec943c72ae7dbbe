/**
 * The measure around a line: how wide the column is above it and below it. It is local and two-sided, because a body
 * may change its measure midway and a head stands between bodies of different measures.
 */
import { MEASURE_REACH, MIDDLE_REACH } from '../constants.ts';
import type { SetLine } from './lines.ts';
import { Rising } from './rising.ts';

/** em; 0 where there is no line on that side. */
export interface Measures {
  readonly before: Float32Array;
  readonly after: Float32Array;
  /** The middle one of the widths of the lines on both sides: lines that the scan ran together do not move it. */
  readonly middle: Float32Array;
}

/** The second widest of the nearest lines on each side: the widest may be a stray, last lines of paragraphs are short. */
export function measuresOf(lines: readonly SetLine[]): Measures {
  const before = new Float32Array(lines.length);
  const after = new Float32Array(lines.length);
  const middle = new Float32Array(lines.length);
  for (let i = 0; i < lines.length; i++) {
    before[i] = secondWidest(lines, i - MEASURE_REACH, i);
    after[i] = secondWidest(lines, i + 1, i + 1 + MEASURE_REACH);
    middle[i] = middleWidth(lines, i);
  }
  return { before, after, middle };
}

/** Of the lines around one; told anew for each. */
const widths = new Rising();

/** The middle of the widths of the lines around `i`, itself left out. */
function middleWidth(lines: readonly SetLine[], i: number): number {
  widths.clear();
  for (let j = Math.max(0, i - MIDDLE_REACH); j <= Math.min(lines.length - 1, i + MIDDLE_REACH); j++)
    if (j !== i) widths.add(lines[j]?.width ?? 0);
  return widths.at(widths.size >> 1);
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
