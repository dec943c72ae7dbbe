/** Where corrections stand. */
import { type Offset, overlaps, type Span } from './position.ts';
import type { Correction, Side } from './review.ts';

/** Whether a correction of this span adds text without taking any away. */
export const isInsertion = (span: Span): boolean => span.from === span.to;

/** In reading order: by place; at one place what belongs to the character before, then to the one after, then spans. */
export function compareCorrections(a: Correction, b: Correction): number {
  return a.span.from - b.span.from || order(a) - order(b);
}
const order = (c: Correction) => (!isInsertion(c.span) ? 2 : c.side === 'after' ? 1 : 0);

/** The offset of the character that a correction belongs to: its first, or for an insertion the one at its side. */
export const homeOf = (span: Span, side: Side | undefined): Offset =>
  isInsertion(span) && side !== 'after' ? span.from - 1 : span.from;

/** Index of the first correction that starts at or after `at`. */
export const firstCorrectionAt = (corrections: readonly Correction[], at: Offset): number =>
  firstIndex(corrections, (correction) => correction.span.from >= at);

/** The sorted list with one more correction in its place. */
export const withCorrection = (corrections: readonly Correction[], made: Correction): readonly Correction[] =>
  corrections.toSpliced(
    firstIndex(corrections, (correction) => compareCorrections(correction, made) > 0),
    0,
    made,
  );

/** Index of the first correction for which `is` holds; it holds for all after it. */
function firstIndex(corrections: readonly Correction[], is: (correction: Correction) => boolean): number {
  let low = 0;
  let high = corrections.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (is(corrections[middle] as Correction))
      high = middle; // in range by the loop's bounds
    else low = middle + 1;
  }
  return low;
}

/** The corrections that touch the span, also insertions at its ends. They are sorted and do not overlap. */
export function correctionsIn(corrections: readonly Correction[], span: Span): readonly Correction[] {
  const low = firstIndex(corrections, (correction) => correction.span.to >= span.from);
  const found: Correction[] = [];
  for (let i = low; i < corrections.length; i++) {
    const correction = corrections[i];
    if (!correction || correction.span.from > span.to) break;
    if (overlaps(correction.span, span) || correction.span.from === correction.span.to) found.push(correction);
  }
  return found;
}
