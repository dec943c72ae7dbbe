/** The printed lines of an article's body or caption, in reading order: what paragraphs are found in. */
import { isBlankAt } from '../../../shared/model/blank.ts';
import { characterClass } from '../../../shared/model/characters.ts';
import { lineAt, lineText } from '../../../shared/model/lines.ts';
import type { Offset } from '../../../shared/model/position.ts';
import type { Issue, RunPiece } from '../../../shared/model/review.ts';
import { isCjkCode } from '../../../shared/model/scripts.ts';
import { isLetterSpaced } from './letter-spacing.ts';
import { cjkWidth, latinWidth } from './type-width.ts';

export interface PrintedLine {
  /** The line's text within its run, without blanks at the ends. */
  readonly from: Offset;
  readonly to: Offset;
  readonly text: string;
  /** Index of its run among the runs that were given. */
  readonly run: number;
  /**
   * Number of its column. The lines of a run stand in one; where text is laid out in columns each line is a run of its
   * own, and the runs below one another are one column. Measures are looked for in it.
   */
  readonly column: number;
  /** Where the text begins on the page's line: the width of what stands before it. em */
  readonly x: number;
  /** em */
  readonly width: number;
  readonly cjk: boolean;
  /** Justification put blanks between all its characters: it fills its measure, whatever its width. */
  readonly spaced: boolean;
  /** Blank lines between it and the line before in its column. */
  readonly blanks: number;
}

/** The lines of the runs, in their order; blank lines are counted, not listed. */
export function printedLines(issue: Issue, runs: readonly RunPiece[]): readonly PrintedLine[] {
  const out: PrintedLine[] = [];
  let column = 0;
  runs.forEach((run, index) => {
    const before = out.at(-1);
    const below = before ? linesBelow(issue, before, run) : -1;
    if (below < 0) column = index;
    let blanks = Math.max(0, below - 1);
    for (let number = lineAt(issue.lines, run.from); number <= issue.lines.count; number++) {
      const start = issue.lines.starts[number - 1] ?? issue.text.length;
      if (start >= run.to) break;
      const span = lineText(issue.text, issue.lines, number);
      const from = Math.max(span?.from ?? run.to, run.from);
      const to = trimmed(issue.text, Math.min(span?.to ?? 0, run.to), from);
      if (to <= from) {
        blanks++;
        continue;
      }
      out.push({ ...lineOf(issue.text, start, from, to), run: index, column, blanks });
      blanks = 0;
    }
  });
  return out;
}

/** Lines between two runs of one column of laid-out text; more of them part columns. */
const COLUMN_LINES = 6;
/** How far left edges of one column differ, em: an indent, and the rounding of wide blanks. */
const COLUMN_EDGE_EM = 8;

/** How many lines below the line `before` the run begins in the same column; -1 when that can't be said. */
function linesBelow(issue: Issue, before: PrintedLine, run: RunPiece): number {
  const number = lineAt(issue.lines, run.from);
  const below = number - lineAt(issue.lines, before.from);
  if (below < 1 || below > COLUMN_LINES) return -1;
  const start = issue.lines.starts[number - 1] ?? 0;
  const inside = isShared(issue, before.from, before.to) || isShared(issue, run.from, run.to);
  return inside && Math.abs(columnOf(issue.text, start, run.from) - before.x) <= COLUMN_EDGE_EM ? below : -1;
}

/** Whether more than `[from, to)` stands on its first line. */
function isShared(issue: Issue, from: Offset, to: Offset): boolean {
  const span = lineText(issue.text, issue.lines, lineAt(issue.lines, from));
  return span !== null && span !== undefined && (span.from < from || span.to > to);
}

function lineOf(text: string, start: Offset, from: Offset, to: Offset): Omit<PrintedLine, 'run' | 'column' | 'blanks'> {
  const own = text.slice(from, to);
  const cjk = isMostlyCjk(own);
  const width = cjk ? cjkWidth(own) : latinWidth(own);
  return { from, to, text: own, x: columnOf(text, start, from), width, cjk, spaced: isLetterSpaced(own) };
}

const trimmed = (text: string, to: Offset, from: Offset): Offset => {
  let end = to;
  while (end > from && isBlankAt(text, end - 1)) end--;
  return end;
};

/** em from the line's start to `at`: full-width characters (U+3000 too) 1, others a half. */
function columnOf(text: string, start: Offset, at: Offset): number {
  let em = 0;
  for (let i = start; i < at; i++) em += isCjkCode(text.charCodeAt(i)) ? 1 : text.charCodeAt(i) === 0x0c ? 0 : 0.5;
  return em;
}

const isLetter = characterClass(/\p{L}/u);

function isMostlyCjk(text: string): boolean {
  let cjk = 0;
  let letters = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.codePointAt(i) ?? 0;
    if (code > 0xffff) i++;
    if (isCjkCode(code)) cjk++;
    else if (isLetter(code)) letters++;
  }
  return cjk > 0 && cjk * 2 >= letters;
}
