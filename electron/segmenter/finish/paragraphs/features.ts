/**
 * What can be measured between two printed lines of one run: whether a paragraph ends with the first and another
 * begins with the second.
 *
 *     化妇联组织改革，有效发挥桥梁纽带作用，引    19 em, the measure
 *     建设美丽幸福吕梁贡献巾帼力量。              15 em: short, ends a sentence
 *     围绕学习宣传贯彻党的二十大精神，持          17 em: 2 em narrower, at the same right edge
 *     续强化思想政治引领。坚持用党的创新理论      19 em
 */
import { Rising } from '../../lines/rising.ts';
import { carriesOn, LIST_START, runsOn, sentenceEnd } from '../ends.ts';
import type { PrintedLine } from '../printed.ts';
import { cjkWidth, latinWidth, SPACE_EM } from '../type-width.ts';

export interface Features {
  /** How surely the first line ends a sentence: 0, 0.5, 1. */
  readonly end: number;
  /** Room left on the first line beyond what the next word needs. em; negative: it would not have fitted; NaN: unknown. */
  readonly room: number;
  /** The same of the second line; what an indent takes is missing in it. */
  readonly nextRoom: number;
  /** How far the second line begins to the right of its neighbours. em */
  readonly indent: number;
  /** The first line is spread over the measure: no paragraph ends so. */
  readonly spread: boolean;
  /** A blank line stands between. */
  readonly blank: boolean;
  /** A blank line stands between, where most neighbours have none. */
  readonly gap: boolean;
  /** The second line begins in a way that only runs on. */
  readonly runsOn: boolean;
  /** The first line ends in a way that only runs on: a comma, a hyphen. */
  readonly carriesOn: boolean;
  /** The second line begins with a sign of a list. */
  readonly list: boolean;
  readonly cjk: boolean;
}

/** Lines looked at on each side: enough to see past last lines, too few to see another column. */
const REACH = 8;
/** The widest line of several is no measure when it is wider than the next by more. em */
const STRAY_EM = 1;
/** Widths that differ by less are one, on the grid of Chinese type. em */
const GRID_EM = 0.3;
/** Beside a line this much wider another is a last line; the wide one is no stray. */
const LAST_LINE_SHARE = 0.5;
/** What marks at a line's end may stand out of the measure, and errors of widths. em */
const OVERHANG_EM = 0.6;
/** Measures that differ by less are one. */
const ONE_MEASURE = 0.85;
/** Beyond this an indent is another column. em */
const INDENT_LIMIT = 7;

/** What stands so far across the page is placed behind a wide blank, whose width extraction gives roughly at times. em */
const FAR_EM = 10;
/** There an indent tells only where at least half of the lines near by begin at one place. em */
const EVEN_EM = 0.5;

/** What a line's edge can tell lies within so much of it. UTF-16 units */
const EDGE = 40;

/** Features of the seam before line `i` (1 or more) of `lines`. */
export function featuresAt(lines: readonly PrintedLine[], i: number): Features {
  const first = lines[i - 1] as PrintedLine; // i is in range
  const second = lines[i] as PrintedLine;
  const cjk = second.cjk || first.cjk;
  const third = lines[i + 1];
  return {
    end: sentenceEnd(first.text.slice(-EDGE), first.cjk),
    room: roomOf(first, measureRound(lines, i - 1, 'above'), second),
    nextRoom: roomOf(second, measureRound(lines, i, 'wider'), third?.column === second.column ? third : undefined),
    indent: indentOf(lines, i),
    spread: first.spaced,
    blank: second.blanks > 0,
    gap: second.blanks > 0 && isTight(lines, i),
    runsOn: runsOn(second.text.slice(0, EDGE), second.cjk),
    carriesOn: carriesOn(first.text.slice(-EDGE)),
    list: LIST_START.test(second.text.slice(0, EDGE)),
    cjk,
  };
}

/**
 * The measure that line `i` was set to, from the lines of its run above and below it. Sides that differ a little are one
 * measure, seen through figures and squeezed marks: then `side` tells, the lines of the line's own paragraph (above a
 * last line) or the wider. Else a body changes its measure here, and the smaller counts unless the line does not fit it.
 * em; 0 when it stands alone.
 */
function measureRound(lines: readonly PrintedLine[], i: number, side: 'above' | 'wider'): number {
  const { before, after } = measuresAt(lines, i);
  const small = Math.min(before, after);
  const large = Math.max(before, after);
  const width = lines[i]?.width ?? 0;
  if (width > small + OVERHANG_EM) return large;
  if (small > large * ONE_MEASURE) return side === 'above' ? before : large;
  return small;
}

/** The measures above and below line `i` in its run; where one side has no lines, the other side's. em */
export function measuresAt(
  lines: readonly PrintedLine[],
  i: number,
): { readonly before: number; readonly after: number } {
  const before = measureOf(lines, i - REACH, i, i);
  const after = measureOf(lines, i + 1, i + 1 + REACH, i);
  return { before: before || after, after: after || before };
}

/** Room that the line leaves beyond what the next word needs. em; NaN where nothing tells the measure; spread lines leave none. */
function roomOf(line: PrintedLine, measure: number, next: PrintedLine | undefined): number {
  if (line.spaced) return Number.NEGATIVE_INFINITY;
  if (measure === 0) return Number.NaN;
  const slack = measure - line.width;
  if (!next) return slack - 1;
  // In Chinese any character may end a line, but a number or a foreign word stays whole.
  if (line.cjk) return slack - Math.max(1, cjkWidth(/^[\w.,%+-]*/u.exec(next.text)?.[0] ?? ''));
  const word = /^\S+/u.exec(next.text)?.[0] ?? '';
  return slack - SPACE_EM - latinWidth(word);
}

/**
 * The measure of the lines `from` to `to` (not included) that stand in the run of line `of`: the second widest, or the
 * widest of fewer than three. em; 0: no lines.
 */
function measureOf(lines: readonly PrintedLine[], from: number, to: number, of: number): number {
  const column = lines[of]?.column;
  told.clear();
  for (let i = Math.max(0, from); i < Math.min(lines.length, to); i++) {
    const line = lines[i];
    if (line && line.column === column && !line.spaced) told.add(line.width);
  }
  return measureOfWidths(told, lines[of]?.cjk ?? false);
}

/** Widths or places of the lines round one; told anew for each. em */
const told = new Rising();

/**
 * Chinese lines fill the grid, so the width that most lines share is the measure; quotation marks, which type squeezes,
 * make some seem wider. Latin lines vary, and the widest comes nearest.
 */
function measureOfWidths(widths: Rising, cjk: boolean): number {
  const { size } = widths;
  const first = widths.at(size - 1);
  const second = widths.at(size - 2);
  const stray = size >= 3 && first - second > STRAY_EM && second > first * LAST_LINE_SHARE;
  const widest = stray ? second || first : first;
  if (!cjk || size < 3) return widest;
  let best = widest;
  let most = 1;
  for (let rank = size - 1; rank >= 0; rank--) {
    const width = widths.at(rank);
    let near = 0;
    for (let other = 0; other < size; other++) if (Math.abs(widths.at(other) - width) <= GRID_EM) near++;
    if (near > most && near >= 3 && width > widest * 0.8) {
      best = width;
      most = near;
    }
  }
  return best;
}

/** em; 0 where the neighbours begin anywhere, or the column's edge is ragged. */
function indentOf(lines: readonly PrintedLine[], i: number): number {
  const line = lines[i] as PrintedLine; // i is in range
  told.clear();
  for (let j = Math.max(0, i - 3); j <= Math.min(lines.length - 1, i + 3); j++) {
    const near = lines[j];
    if (j !== i && near && near.column === line.column && Math.abs(near.x - line.x) <= INDENT_LIMIT) told.add(near.x);
  }
  const { size } = told;
  if (size < 2) return 0;
  const edge = told.at(Math.floor((size - 1) / 3));
  let even = 0;
  for (let rank = 0; rank < size; rank++) if (Math.abs(told.at(rank) - edge) <= EVEN_EM) even++;
  return edge >= FAR_EM && even * 2 < size ? 0 : line.x - edge;
}

/** Whether most of the lines near by stand without blank lines between them. */
function isTight(lines: readonly PrintedLine[], i: number): boolean {
  let open = 0;
  let pairs = 0;
  for (let j = Math.max(1, i - REACH); j <= Math.min(lines.length - 1, i + REACH); j++) {
    if (j === i || lines[j]?.column !== lines[j - 1]?.column) continue;
    pairs++;
    if ((lines[j]?.blanks ?? 0) > 0) open++;
  }
  return pairs >= 2 && open * 3 <= pairs;
}
