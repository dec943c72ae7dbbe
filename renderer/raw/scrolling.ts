/**
 * Scrolling of very long lists. A browser stops counting pixels at 33,554,428; beyond `LONGEST` the scroll bar moves
 * over less than the list, and each of its pixels stands for more than one.
 */

/** Height of the scrolled element at most, in CSS pixels. */
export const LONGEST = 16_000_000;

export interface Scale {
  /** Height of all rows, and of the element that is scrolled. */
  readonly whole: number;
  readonly shown: number;
  readonly viewport: number;
}

export const scaleOf = (rows: number, rowHeight: number, viewport: number): Scale => {
  const whole = rows * rowHeight;
  return { whole, shown: Math.min(whole, LONGEST), viewport };
};

/** Pixels of the list per pixel of the scroll bar; 1 for lists that are not too long. */
const ratio = ({ whole, shown, viewport }: Scale): number =>
  shown >= whole || shown <= viewport ? 1 : (whole - viewport) / (shown - viewport);

/** The place in the list (px) that stands at the top when the scroll bar is at `scrollTop`. */
export const topOf = (scale: Scale, scrollTop: number): number => scrollTop * ratio(scale);

/** Where the scroll bar must be for `top` to stand at the top. */
export const scrollFor = (scale: Scale, top: number): number =>
  Math.max(0, Math.min(top, scale.whole - scale.viewport)) / ratio(scale);

/** Rows drawn above and below the visible ones, so that a turn of the wheel shows no gap. */
const SPARE = 6;
/** The first row drawn is a multiple of this, so that small turns draw nothing anew. */
const STEP = 4;

export interface Window {
  readonly first: number;
  /** One past the last. */
  readonly end: number;
}

/** The rows to draw when `top` (px in the list) stands at the top. */
export function windowAt(top: number, viewport: number, rowHeight: number, count: number): Window {
  const size = windowSize(viewport, rowHeight);
  const last = Math.max(0, Math.ceil((count - size) / STEP) * STEP);
  const first = Math.min(Math.max(0, Math.floor((top / rowHeight - SPARE) / STEP) * STEP), last);
  return { first, end: Math.min(first + size, count) };
}

/** How many rows are drawn at once: always as many, so that the elements of rows that go serve those that come. */
export const windowSize = (viewport: number, rowHeight: number): number =>
  Math.ceil((viewport / rowHeight + 2 * SPARE) / STEP + 1) * STEP;

/** The list's top (px) that brings rows `first` to `last` into view: as it is, just far enough, or in the middle. */
export function topToShow(top: number, viewport: number, rowHeight: number, first: number, last: number): number {
  const margin = 2 * rowHeight;
  const from = first * rowHeight - margin;
  const to = (last + 1) * rowHeight + margin;
  if (from >= top && to <= top + viewport) return top;
  const isFar = from > top + 2 * viewport || to < top - viewport;
  if (to - from > viewport) return from;
  if (isFar) return (from + to - viewport) / 2;
  return from < top ? from : to - viewport;
}
