/**
 * How badly a text was read: the share of its words in a form that print hardly has and the recognition of worn type
 * leaves everywhere:
 *
 *     ;t'es, in which a nation ought to prefer War to
 *     Our eb , „i;.erce mayliourish.--4When the inclepeu-
 *     . soc';elv threatened' to be. reditced to that
 *
 * Pages of today have at most 5 words in a thousand of such a form, old scans 15 to 60 (press-en, alto-en).
 */
import type { SetLine } from '../lines/lines.ts';

/** Signs by themselves; quotation marks and dashes may stand so. */
const SIGNS_ALONE = /^[^\p{L}\p{N}"“”'‘’(—–-]+$/u;
/** Signs within a word, but for those that print puts there: o’clock, well-known, A.B.C., and/or, AT&T. */
const SIGN_WITHIN = /\p{L}[^\p{L}\p{N}'’.\-–—\u00ad&/]+\p{L}/u;
/** Signs that print puts behind a word; looked at from the first of them on only. */
const SIGNS_BEHIND = /(?<![)"”,;:!?])[)"”,;:!?]+$/u;
/** A capital after a small letter. */
const CAPITAL_WITHIN = /\p{Ll}\p{Lu}/u;
/** Figures and letters mixed, but for 1st, 3d, 12th. */
const FIGURE_WITHIN = /\p{L}\d|\d\p{Ll}{3}/u;

const isMisread = (word: string): boolean =>
  SIGNS_ALONE.test(word) ||
  SIGN_WITHIN.test(word.replace(SIGNS_BEHIND, '')) ||
  CAPITAL_WITHIN.test(word) ||
  FIGURE_WITHIN.test(word);

/** Share of the words of the lines, 0 to 1. For scripts that part words by blanks. */
export function misreadShare(lines: readonly SetLine[]): number {
  let words = 0;
  let misread = 0;
  for (const { text } of lines)
    for (const word of text.split(/\s+/u)) {
      if (word === '') continue;
      words++;
      if (isMisread(word)) misread++;
    }
  return words > 0 ? misread / words : 0;
}
