/**
 * Stage *lines*: the lines that have something on them, as a compositor would describe them.
 *
 *      本报讯 （记者 冯海砚） 近日，记者在全        indent 0.5 em, width 18 em
 *                                                    (blank)
 *     市妇女工作会上获悉，今年全市妇女工作将        1 blank line before, width 18 em
 */
import { isBlankAt } from '../../../shared/model/blank.ts';
import { lineText } from '../../../shared/model/lines.ts';
import type { Offset } from '../../../shared/model/position.ts';
import type { Issue } from '../../../shared/model/review.ts';
import { emOf, isCjkLetter, unspaced } from './width.ts';

/** A line with something on it. */
export interface SetLine {
  /** Line number in the issue, 1-based. */
  readonly number: number;
  /** Its text without blanks at both ends, as offsets into `Issue.text`. */
  readonly from: Offset;
  readonly to: Offset;
  /** The text without blanks at the ends and without letter-spacing. */
  readonly text: string;
  /** em */
  readonly width: number;
  /** em of blanks before the text. */
  readonly indent: number;
  /** Blank lines directly before it. */
  readonly blanks: number;
  /** 0-based; a form feed begins a new page. */
  readonly page: number;
  /** Most letters are CJK. */
  readonly cjk: boolean;
}

/** All lines of the issue that are not blank, in order. */
export function readLines(issue: Issue): readonly SetLine[] {
  const { text, lines } = issue;
  const result: SetLine[] = [];
  let blanks = 0;
  let page = 0;
  for (let number = 1; number <= lines.count; number++) {
    const start = lines.starts[number - 1] ?? 0;
    const span = lineText(text, lines, number);
    const end = span?.from ?? lines.starts[number] ?? text.length;
    let fed = 0;
    for (let i = start; i < end && isBlankAt(text, i); i++) if (text.charCodeAt(i) === 0x0c) fed++;
    if (fed > 0) page += 1;
    if (!span) {
      blanks++;
      continue;
    }
    const plain = unspaced(text.slice(span.from, span.to));
    result.push({
      number,
      from: span.from,
      to: span.to,
      text: plain,
      width: emOf(plain),
      indent: emOf(text.slice(start, span.from).replace(/\f/g, '')),
      blanks,
      page,
      cjk: isCjkText(plain),
    });
    blanks = 0;
  }
  return result;
}

function isCjkText(text: string): boolean {
  let cjk = 0;
  let other = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (isCjkLetter(code)) cjk++;
    else if ((code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a) || (code >= 0xc0 && code <= 0x24f))
      other++;
  }
  return cjk * 2 > other;
}
