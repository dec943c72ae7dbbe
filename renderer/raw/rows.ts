/**
 * The raw text as rows of one height: a line that is wider than the pane is cut into several. Computed from the text,
 * never measured, so that a line of a million characters and 200,000 lines scroll alike.
 */
import { isBlankCode, skipBlanks } from '../../shared/model/blank.ts';
import { lineSpan } from '../../shared/model/lines.ts';
import { lowerBound, type Offset, type Span } from '../../shared/model/position.ts';
import type { Issue } from '../../shared/model/review.ts';
import { type Advances, advanceOf, TAB_COLUMNS } from './advance.ts';

export interface Rows {
  readonly issue: Issue;
  readonly count: number;
  /** `starts[i]` is the offset of the first character of row `i`. */
  readonly starts: Uint32Array;
  /** `lines[i]` is the number (1-based) of the line that row `i` belongs to. */
  readonly lines: Uint32Array;
  /** 1 where the row's line is blank. */
  readonly blank: Uint8Array;
}

const TAB = 9;
/** A row ends after a blank when one stands in its second half, so that words stay whole. */
const WORD_SHARE = 1 / 2;
const isLowSurrogate = (code: number) => code >= 0xdc00 && code <= 0xdfff;

/** Where the row that starts at `from` ends: at most `width` em wide, at least one character, at most at `to`. */
function rowEnd(text: string, from: Offset, to: Offset, width: number, advances: Advances): Offset {
  const tab = TAB_COLUMNS * advances.latin;
  let x = 0;
  let word = from;
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i);
    x = code === TAB ? (Math.floor(x / tab) + 1) * tab : x + advanceOf(code, advances);
    if (x > width && i > from) {
      const whole = isLowSurrogate(code) ? i - 1 : i;
      return word > from + (i - from) * WORD_SHARE ? word : Math.max(whole, from + 1);
    }
    if (isBlankCode(code)) word = i + 1;
  }
  return to;
}

/** A list of numbers that grows. */
class Growing {
  values: Uint32Array;
  length = 0;
  constructor(capacity: number) {
    this.values = new Uint32Array(capacity);
  }
  push(value: number) {
    if (this.length === this.values.length) {
      const grown = new Uint32Array(this.values.length * 2);
      grown.set(this.values);
      this.values = grown;
    }
    this.values[this.length++] = value;
  }
}

/** Cuts the first `most` lines of the issue into rows at most `width` em wide. */
export function layRows(issue: Issue, width: number, advances: Advances, most = Number.POSITIVE_INFINITY): Rows {
  const { text, lines } = issue;
  const starts = new Growing(lines.count + 1);
  const numbers = new Growing(lines.count + 1);
  const blanks: Uint8Array = new Uint8Array(lines.count + 1);
  // No unit but a tab is wider than this, so that most lines need no look at their characters.
  const widest = Math.max(advances.wide, advances.latin);
  for (let number = 1; number <= Math.min(lines.count, most); number++) {
    const { from, to } = lineSpan(lines, number);
    if (skipBlanks(text, from, to) === to) blanks[number] = 1;
    let at = from;
    do {
      starts.push(at);
      numbers.push(number);
      const isShort = (to - at) * widest <= width && !hasTab(text, at, to);
      at = isShort || blanks[number] === 1 ? to : rowEnd(text, at, to, width, advances);
    } while (at < to);
  }
  const count = starts.length;
  const rowLines = numbers.values.slice(0, count);
  return {
    issue,
    count,
    starts: starts.values.slice(0, count),
    lines: rowLines,
    blank: Uint8Array.from(rowLines, (number) => blanks[number] ?? 0),
  };
}

function hasTab(text: string, from: Offset, to: Offset): boolean {
  for (let i = from; i < to; i++) if (text.charCodeAt(i) === TAB) return true;
  return false;
}

/** The row that holds the character at `at`. */
export const rowAt = (rows: Rows, at: Offset): number => Math.max(lowerBound(rows.starts, at + 1) - 1, 0);

/** The span of row `index`, without a line end. */
export function rowSpan(rows: Rows, index: number): Span {
  const from = rows.starts[index] ?? rows.issue.text.length;
  const number = rows.lines[index] ?? rows.issue.lines.count;
  const isCut = index + 1 < rows.count && rows.lines[index + 1] === number;
  return { from, to: isCut ? (rows.starts[index + 1] ?? from) : lineSpan(rows.issue.lines, number).to };
}

/** Whether row `index` is the first of its line. */
export const isFirstRow = (rows: Rows, index: number): boolean =>
  index === 0 || rows.lines[index - 1] !== rows.lines[index];
