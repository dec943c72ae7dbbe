/**
 * Where the text of an issue stands on its pages: what an import brings along beside the text (ALTO, hOCR, PAGE, PDF).
 * Offsets are those of `Issue.text`; boxes are in the units of their page, from its upper left corner.
 */
import { type Offset, overlaps, type Span } from './position.ts';

/** In units of the page; `x` and `y` are the upper left corner. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Units of lengths on a page: pixels of its scan, tenths of a millimetre, 1200ths of an inch, or points (72 an inch). */
export const LENGTH_UNITS = ['pixel', 'mm10', 'inch1200', 'point'] as const;
export type LengthUnit = (typeof LENGTH_UNITS)[number];

/** A page and the text on it. */
export interface LayoutPage extends Span {
  /** 0 where the file does not say it. */
  readonly width: number;
  readonly height: number;
  readonly unit: LengthUnit;
  /** Name of its image as the file gives it: relative to the file, with `/`. */
  readonly image?: string;
}

interface LayoutWord extends Span {
  readonly box: Box;
}

/** A line as printed, without its line end. */
export interface LayoutLine extends Span {
  /** Index into `pages`. */
  readonly page: number;
  readonly box: Box;
  /** Words with a place of their own, in the order of the text. */
  readonly words: readonly LayoutWord[];
}

/** Lines are in the order of the text; lines without a place are not in it. */
export interface Layout {
  readonly pages: readonly LayoutPage[];
  readonly lines: readonly LayoutLine[];
}

/** A box on a page (index into `pages`). */
export interface Place {
  readonly page: number;
  readonly box: Box;
}

/** The smallest box around all of them; null for none. */
export function around(boxes: readonly Box[]): Box | null {
  if (boxes.length === 0) return null;
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y, width, height } of boxes) {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x + width);
    bottom = Math.max(bottom, y + height);
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** The lines that the span touches; those of an empty span: the line around it. */
export function linesIn({ lines }: Layout, span: Span): readonly LayoutLine[] {
  const asked = span.to > span.from ? span : { from: span.from, to: span.from + 1 };
  const found: LayoutLine[] = [];
  for (let i = firstBehind(lines, asked.from); i < lines.length; i++) {
    const line = lines[i] as LayoutLine; // in range
    if (line.from >= asked.to) break;
    found.push(line);
  }
  return found;
}

/** The index of the first line that ends behind the offset. Lines are in order and don't overlap. */
function firstBehind(lines: readonly LayoutLine[], at: Offset): number {
  let low = 0;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((lines[middle] as LayoutLine).to <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Where the span stands: a box a line, of the line's words in the span where words have places, else of the line. */
export function placesOf(layout: Layout, span: Span): readonly Place[] {
  return linesIn(layout, span).map((line) => {
    const isWhole = span.from <= line.from && line.to <= span.to;
    const words = isWhole ? [] : line.words.filter((word) => overlaps(word, span));
    return { page: line.page, box: around(words.map(({ box }) => box)) ?? line.box };
  });
}

/** The offset of the word, or else of the line, at a point of a page; null where nothing is printed near by. */
export function offsetAt(layout: Layout, page: number, x: number, y: number): Offset | null {
  const onPage = layout.lines.filter((line) => line.page === page);
  const hit = nearest(onPage, x, y);
  if (!hit) return null;
  return (nearest(hit.words, x, y) ?? hit).from;
}

/** How far beside a line a click still means it: parts of the line's height. */
const REACH = 0.75;

function nearest<T extends { readonly box: Box }>(items: readonly T[], x: number, y: number): T | null {
  let best: T | null = null;
  let least = Infinity;
  for (const item of items) {
    const { box } = item;
    const dx = Math.max(box.x - x, 0, x - box.x - box.width);
    const dy = Math.max(box.y - y, 0, y - box.y - box.height);
    const distance = Math.hypot(dx, dy);
    if (distance <= box.height * REACH && distance < least) [best, least] = [item, distance];
  }
  return best;
}
