/** The printed lines of an article's body or caption, in reading order: what paragraphs are found in. */
import { isBlankAt } from '../../../shared/model/blank.ts';
import { lineAt, lineText } from '../../../shared/model/lines.ts';
import type { Offset } from '../../../shared/model/position.ts';
import type { Issue, RunPiece } from '../../../shared/model/review.ts';
import { isCjk } from '../../../shared/model/scripts.ts';
import { isLetterSpaced } from './letter-spacing.ts';
import { cjkWidth, latinWidth } from './type-width.ts';

export interface PrintedLine {
  /** The line's text within its run, without blanks at the ends. */
  readonly from: Offset;
  readonly to: Offset;
  readonly text: string;
  /** Index of its run among the runs that were given. */
  readonly run: number;
  /** Where the text begins on the page's line: the width of what stands before it. em */
  readonly x: number;
  /** em */
  readonly width: number;
  readonly cjk: boolean;
  /** Justification put blanks between all its characters: it fills its measure, whatever its width. */
  readonly spaced: boolean;
  /** Blank lines between it and the line before in its run. */
  readonly blanks: number;
}

/** The lines of the runs, in their order; blank lines are counted, not listed. */
export function printedLines(issue: Issue, runs: readonly RunPiece[]): readonly PrintedLine[] {
  const out: PrintedLine[] = [];
  runs.forEach((run, index) => {
    let blanks = 0;
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
      out.push(lineOf(issue.text, start, from, to, index, blanks));
      blanks = 0;
    }
  });
  return out;
}

function lineOf(text: string, start: Offset, from: Offset, to: Offset, run: number, blanks: number): PrintedLine {
  const own = text.slice(from, to);
  const cjk = isMostlyCjk(own);
  const width = cjk ? cjkWidth(own) : latinWidth(own);
  return { from, to, text: own, run, x: columnOf(text, start, from), width, cjk, spaced: isLetterSpaced(own), blanks };
}

const trimmed = (text: string, to: Offset, from: Offset): Offset => {
  let end = to;
  while (end > from && isBlankAt(text, end - 1)) end--;
  return end;
};

/** em from the line's start to `at`: full-width characters (U+3000 too) 1, others a half. */
function columnOf(text: string, start: Offset, at: Offset): number {
  let em = 0;
  for (let i = start; i < at; i++) em += isCjk(text.charAt(i)) ? 1 : text.charCodeAt(i) === 0x0c ? 0 : 0.5;
  return em;
}

function isMostlyCjk(text: string): boolean {
  let cjk = 0;
  let letters = 0;
  for (const c of text) {
    if (c < '\u0080') {
      if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) letters++;
    } else if (isCjk(c)) cjk++;
    else if (/\p{L}/u.test(c)) letters++;
  }
  return cjk > 0 && cjk * 2 >= letters;
}
