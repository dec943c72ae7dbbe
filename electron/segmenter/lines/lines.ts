/**
 * Stage *lines*: the lines that have something on them, as a compositor would describe them.
 *
 *      本报讯 （记者 冯海砚） 近日，记者在全        indent 0.5 em, width 18 em
 *                                                    (blank)
 *     市妇女工作会上获悉，今年全市妇女工作将        1 blank line before, width 18 em
 */
import type { Issue } from '../../../shared/model/review.ts';
import { type Segment, segmentsOf } from '../columns/columns.ts';
import { emOf, isCjkLetter, unspaced } from './width.ts';

/** A line with something on it, or the part of it in one column. */
export interface SetLine extends Segment {
  /** Its text without letter-spacing. */
  readonly text: string;
  /** em */
  readonly width: number;
  /** Most letters are CJK. */
  readonly cjk: boolean;
}

/** All lines of the issue that are not blank, each in one piece or cut into columns; in reading order. */
export function readLines(issue: Issue): readonly SetLine[] {
  return segmentsOf(issue).map((segment) => {
    const text = unspaced(issue.text.slice(segment.from, segment.to));
    return { ...segment, text, width: emOf(text), cjk: isCjkText(text) };
  });
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
