/**
 * Blanks that the extraction put into a line and nobody printed:
 *
 *     3 月 10 日起至 3 月 30        round digits in Chinese text
 *     电 厂 投 资 约 为 3500 万      between all characters of a justified line
 *     用在洗衣房的。 ”              before a closing mark
 *     Pe­ troleum                   behind a soft hyphen
 *
 * Blanks that part things in print stay: （记者 冯海砚）, “巾帼心向党 奋进新征程”.
 */
import { type Correction, MACHINE } from '../../../../shared/model/review.ts';
import { isCjk } from '../../../../shared/model/scripts.ts';
import type { PrintedLine } from '../printed.ts';

const RUN = /[ \u00a0\u3000\t]+/gu;
const SOFT = /\u00ad[ \u00a0\t]*/gu;
/** Most lines have nothing to look at. */
const SOME = /[ \u00a0\u3000\t\u00ad]/u;
const DIGIT = /[0-9０-９%％]/u;
const IDEOGRAPH = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u;
const STOP = /[，。；！？、：]/u;
const CLOSE = /[”’」』]/u;

/** Corrections of one printed line of running text; sorted. `keep` says where blanks part names, as offsets. */
export function blankCorrections(line: PrintedLine, keep: (at: number) => boolean): readonly Correction[] {
  const out: Correction[] = [];
  if (!SOME.test(line.text)) return out;
  for (const match of line.text.matchAll(SOFT)) {
    const after = line.text.charAt(match.index + match[0].length);
    if (match.index > 0 && /\p{L}/u.test(after)) out.push(removal(line.from + match.index, match[0].length));
  }
  if (!line.cjk) return out;
  for (const match of line.text.matchAll(RUN)) {
    const before = line.text.charAt(match.index - 1);
    const after = line.text.charAt(match.index + match[0].length);
    const at = line.from + match.index;
    if (!keep(at) && isStray(before, after, line.spaced)) out.push(removal(at, match[0].length));
  }
  return out.sort((a, b) => a.span.from - b.span.from);
}

function isStray(before: string, after: string, spaced: boolean): boolean {
  if (before === '' || after === '') return false;
  if (spaced) return isCjk(before) || isCjk(after) || /[“”‘’]/u.test(before + after);
  if (DIGIT.test(before)) return IDEOGRAPH.test(after);
  if (DIGIT.test(after)) return IDEOGRAPH.test(before);
  return (STOP.test(before) && CLOSE.test(after)) || (IDEOGRAPH.test(before) && STOP.test(after));
}

const removal = (from: number, length: number): Correction => ({
  span: { from, to: from + length },
  text: '',
  by: MACHINE,
});
