/**
 * Positions in an issue's text.
 *
 * A position is an offset in UTF-16 units into `Issue.text`: the decoded text without its byte order mark, with CRLF
 * and CR read as LF. A span is half open. Line numbers are 1-based and exist at the borders only (window, export,
 * score sheet); see `lines.ts`.
 */

/** UTF-16 units into `Issue.text`, from 0 to `text.length`. */
export type Offset = number;

/** The text from `from` up to, not including, `to`; empty when they are equal. */
export interface Span {
  readonly from: Offset;
  readonly to: Offset;
}

/** Whether two spans share a character. Empty spans share none. */
export const overlaps = (a: Span, b: Span): boolean => a.from < b.to && b.from < a.to;

/** Whether `inner` lies within `outer`. */
export const contains = (outer: Span, inner: Span): boolean => outer.from <= inner.from && inner.to <= outer.to;

/** First index in the sorted `values` whose value is not below `wanted`. */
export function lowerBound(values: ArrayLike<number>, wanted: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((values[middle] as number) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
