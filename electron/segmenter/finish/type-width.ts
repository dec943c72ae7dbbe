/**
 * How wide text was set, in em. Finer than counting characters: whether the next word would still have fitted on a
 * line tells the last line of a paragraph, and an `m` is three times an `i`.
 */
import { isBlankAt } from '../../../shared/model/blank.ts';
import { isCjk } from '../../../shared/model/scripts.ts';

/** Widths of Latin characters in thousandths of an em, as the common book faces have them (Times; AFM tables). */
const LATIN: readonly (readonly [string, number])[] = [
  ['.,', 250],
  ['ijlt:;/|!', 278],
  ["'‘’`-frI()[]", 333],
  ['sJ', 389],
  ['acezéèêëáàâäãåç?', 444],
  ['“”"„«»', 444],
  ['EFLPSTZ', 600],
  ['BCR', 667],
  ['wADGHKNOQUVXYÉÈÀÄÖÜ', 722],
  ['m&', 778],
  ['%', 833],
  ['MW', 910],
  ['—', 1000],
];
const OTHER = 500;
const CJK = 1000;
const WIDTHS = new Map(LATIN.flatMap(([chars, width]) => [...chars].map((c) => [c, width] as const)));
/** Width of each UTF-16 unit that was met; the second half of a pair has none. */
const KNOWN = new Map<number, number>();

function unitWidth(text: string, i: number): number {
  const code = text.charCodeAt(i);
  let width = KNOWN.get(code);
  if (width === undefined) {
    const c = text.charAt(i);
    width = code >= 0xdc00 && code <= 0xdfff ? 0 : isCjk(c) || code >= 0xd840 ? CJK : (WIDTHS.get(c) ?? OTHER);
    KNOWN.set(code, width);
  }
  return width;
}

/** A word space, as justified lines have it at least. em */
export const SPACE_EM = 0.22;
/** What Chinese type puts between a digit and an ideograph; extraction writes it as a blank of any kind. em */
const DIGIT_SPACE_EM = 0.25;

/** Quotation marks, dashes, ellipses: an em each in Chinese type. */
const AMBIGUOUS = /[‐-―‘-”…·•①-⓿■-◿★☆]/u;
const HALF = /[!-~]/u;

/** The width of a line of Latin text. em */
export function latinWidth(text: string): number {
  let sum = 0;
  let blank = false;
  for (let i = 0; i < text.length; i++) {
    if (isBlankAt(text, i)) {
      blank = true;
      continue;
    }
    if (blank && sum > 0) sum += SPACE_EM * 1000;
    blank = false;
    sum += unitWidth(text, i);
  }
  return sum / 1000;
}

/** The width of a line of Chinese text: full-width characters 1, half-width 0.5; blanks round digits a quarter. em */
export function cjkWidth(text: string): number {
  let sum = 0;
  let before = '';
  let blanks = '';
  for (const c of text) {
    if (/\s/u.test(c)) {
      blanks += c;
      continue;
    }
    if (blanks !== '' && before !== '') sum += gapWidth(before, blanks, c);
    blanks = '';
    sum += isCjk(c) || AMBIGUOUS.test(c) ? 1 : 0.5;
    before = c;
  }
  return sum;
}

const gapWidth = (before: string, blanks: string, after: string): number =>
  HALF.test(before) !== HALF.test(after) ? DIGIT_SPACE_EM : blanks.includes('\u3000') ? 1 : 0.5;
