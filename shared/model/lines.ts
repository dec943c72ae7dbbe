/** Lines of the raw text: 1-based numbers, as the window, the exports and the score sheet count them. */
import { skipBlanks, trimBlanks } from './blank.ts';
import { lowerBound, type Offset, type Span } from './position.ts';

/** Starts of all lines. A line ends at LF only; a form feed does not end a line. */
export interface LineIndex {
  /** How many lines there are. A text that ends in LF has an empty last line, which is not counted. */
  readonly count: number;
  /** `starts[i]` is the offset of line `i + 1`. */
  readonly starts: Uint32Array;
  readonly length: number;
}

export function indexLines(text: string): LineIndex {
  let count = 1;
  for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) count++;
  const starts = new Uint32Array(count);
  let n = 1;
  for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) starts[n++] = i + 1;
  const lastIsEmpty = count > 1 && starts[count - 1] === text.length;
  return { count: lastIsEmpty ? count - 1 : count, starts, length: text.length };
}

/** The number (1-based) of the line that holds the character at `at`. An offset at the end is in the last line. */
export function lineAt(lines: LineIndex, at: Offset): number {
  const i = lowerBound(lines.starts, at + 1);
  return Math.min(Math.max(i, 1), lines.count);
}

/** The span of line `number` without its line end. */
export function lineSpan(lines: LineIndex, number: number): Span {
  const from = lines.starts[number - 1] ?? lines.length;
  const next = lines.starts[number];
  return { from, to: next === undefined ? lines.length : next - 1 };
}

/** The span of the line's non-blank text, blanks inside it included; null for a blank line. */
export function lineText(text: string, lines: LineIndex, number: number): Span | null {
  const { from, to } = lineSpan(lines, number);
  const first = skipBlanks(text, from, to);
  return first === to ? null : { from: first, to: trimBlanks(text, to, first) };
}

/** The span from the first character of line `first` through the line end of line `last`. */
export function linesSpan(lines: LineIndex, first: number, last: number): Span {
  const from = lines.starts[first - 1] ?? lines.length;
  return { from, to: lines.starts[last] ?? lines.length };
}
