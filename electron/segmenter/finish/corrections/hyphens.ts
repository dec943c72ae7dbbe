/**
 * Words that a line's end cut:
 *
 *     Spain, Vene-          the hyphen goes:     Venezuela
 *     zuela, France
 *     oil-                  a compound the issue prints elsewhere: oil-dependent
 *     dependent economy
 *     Hydro-                before a capital the hyphen stays, without a space: Hydro-Quebec
 *     Quebec is selling
 *
 * A correction that ends in U+2060 says that no space joins the next line (shared/reading).
 */
import { type Correction, MACHINE } from '../../../../shared/model/review.ts';
import { NO_JOIN } from '../../../../shared/reading/reading.ts';
import type { LanguageId } from '../../languages/names.ts';
import type { PrintedLine } from '../printed.ts';
import { fateOf, type Vocabulary } from './compounds.ts';

/** A hyphen behind a letter or digit, at the end. `¬` is what some extractors make of a soft hyphen. */
const LAST = /([\p{L}\p{M}\p{N}’']+)([-‐¬⸗])$/u;
const NEXT = /^[\p{L}\p{M}’']+|^\p{N}+/u;
const HYPHEN = /[-‐¬⸗]/u;
/** A word before its hyphen is shorter. UTF-16 units */
const LONGEST = 60;
const SOFT_HYPHEN = '\u00ad';

/** The correction at the end of `line`, which `next` goes on; null when none is needed. `raw` is the text. */
export function hyphenCorrection(
  raw: string,
  line: PrintedLine,
  next: PrintedLine,
  language: LanguageId,
  vocabulary: () => Vocabulary,
): Correction | null {
  const end = line.to;
  const isSoft = raw.charAt(end) === SOFT_HYPHEN;
  if (!isSoft && !HYPHEN.test(line.text.slice(-1))) return null;
  const second = NEXT.exec(next.text.slice(0, LONGEST))?.[0];
  if (!second) return null;
  if (isSoft) return insertion(end);
  const last = LAST.exec(line.text.slice(-LONGEST));
  if (!last) return null;
  const [, first = '', hyphen = ''] = last;
  if (hyphen === '¬') return removal(end);
  if (isCut(first, second)) {
    const fate = fateOf(first, second, language, vocabulary());
    return fate === 'hanging' ? null : fate === 'joined' ? removal(end) : insertion(end);
  }
  return insertion(end);
}

/** A word goes on in small letters, or in capitals when all of it is set so. */
const isCut = (first: string, second: string): boolean =>
  /^\p{Ll}/u.test(second) ? /\p{L}$/u.test(first) : /^\p{Lu}{2,}$/u.test(first) && /^\p{Lu}{2,}$/u.test(second);

const removal = (end: number): Correction => ({ span: { from: end - 1, to: end }, text: NO_JOIN, by: MACHINE });

const insertion = (end: number): Correction => ({
  span: { from: end, to: end },
  side: 'before',
  text: NO_JOIN,
  by: MACHINE,
});
