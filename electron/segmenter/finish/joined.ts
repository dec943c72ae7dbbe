/** A field's printed lines as running text, with the way back to the raw text: what names and datelines are searched in. */
import type { Offset, Span } from '../../../shared/model/position.ts';
import { joinsWithoutSpace } from '../../../shared/model/scripts.ts';
import type { PrintedLine } from './printed.ts';

export interface Joined {
  readonly text: string;
  /** Where each printed line begins in `text`; sorted. */
  readonly starts: readonly number[];
  readonly lines: readonly PrintedLine[];
}

/**
 * The lines run on as text does: nothing between CJK characters, a blank elsewhere. A blank that ended a Chinese line
 * stays, for it may part two names. `raw` is the text.
 */
export function joinLines(raw: string, lines: readonly PrintedLine[]): Joined {
  let text = '';
  const starts: number[] = [];
  lines.forEach((line, i) => {
    const before = lines[i - 1];
    if (before) text += seam(raw, before, line);
    starts.push(text.length);
    text += line.text;
  });
  return { text, starts, lines };
}

function seam(raw: string, before: PrintedLine, line: PrintedLine): string {
  if (!joinsWithoutSpace(raw, before.to, line.from)) return ' ';
  return before.run === line.run && /[ \u3000]/u.test(raw.charAt(before.to)) ? ' ' : '';
}

/** The index of the line that holds the character at `at`. */
function lineIndexAt(joined: Joined, at: number): number {
  let low = 0;
  let high = joined.starts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((joined.starts[middle] ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}

/** The raw place of `text[from, to)`: from its first character to its last, cut at the end of the run it begins in. */
export function rawSpan(joined: Joined, from: number, to: number): Span {
  const first = lineIndexAt(joined, from);
  let last = lineIndexAt(joined, Math.max(from, to - 1));
  const run = joined.lines[first]?.run;
  while (last > first && joined.lines[last]?.run !== run) last--;
  return { from: rawAt(joined, from, first), to: rawAt(joined, to, last) };
}

function rawAt(joined: Joined, at: number, index: number): Offset {
  const line = joined.lines[index];
  if (!line) return 0;
  return Math.min(line.to, line.from + Math.max(0, at - (joined.starts[index] ?? 0)));
}
