/** From a place in a reading to its place in the raw text, and back. */
import type { Offset } from '../model/position.ts';
import type { Reading, Unit } from './reading.ts';

/** The unit that holds the character at `index` of the reading; at the end of the reading the last one. */
function unitAt(reading: Reading, index: number): Unit | undefined {
  const { units } = reading;
  let low = 0;
  let high = units.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((units[middle] as Unit).at <= index)
      low = middle + 1; // in range by the loop's bounds
    else high = middle;
  }
  // Units without text share their place with the one after them; the last of them holds the character.
  return units[low - 1];
}

/** The raw offset of the character at `index`; null when it is a join, a break, or was corrected or supplied. */
export function originAt(reading: Reading, index: number): Offset | null {
  const unit = unitAt(reading, index);
  return unit?.kind === 'raw' && index < unit.at + unit.text.length ? unit.span.from + (index - unit.at) : null;
}

/** A raw offset near the character at `index`: its own, its correction's, or that of the text before it. */
export function placeNear(reading: Reading, index: number): Offset | null {
  const { units } = reading;
  const unit = unitAt(reading, index);
  for (let i = unit ? units.indexOf(unit) : -1; i >= 0; i--) {
    const place = placeIn(units[i] as Unit, index); // i is in range
    if (place !== null) return place;
  }
  const next = units.find((u) => u.kind === 'raw');
  return next?.kind === 'raw' ? next.span.from : null;
}

function placeIn(unit: Unit, index: number): Offset | null {
  if (unit.kind === 'raw') return Math.min(unit.span.from + Math.max(index - unit.at, 0), unit.span.to);
  if (unit.kind === 'correction') return unit.correction.span.from;
  if (unit.kind === 'break') return index > unit.at ? unit.start : null;
  return unit.kind === 'hidden' ? unit.span.to : null;
}

/** The index in the reading of the raw character at `offset`, or of what stands nearest after it. */
export function readingAt(reading: Reading, offset: Offset): number {
  let nearest = reading.text.length;
  let distance = Number.POSITIVE_INFINITY;
  for (const unit of reading.units) {
    const span =
      unit.kind === 'raw' || unit.kind === 'hidden'
        ? unit.span
        : unit.kind === 'correction'
          ? unit.correction.span
          : null;
    if (!span) continue;
    if (span.from <= offset && offset < span.to) return unit.kind === 'raw' ? unit.at + (offset - span.from) : unit.at;
    const gap = offset < span.from ? span.from - offset : offset - span.to;
    if (gap < distance) {
      distance = gap;
      nearest = offset < span.from ? unit.at : unit.at + unit.text.length;
    }
  }
  return nearest;
}
