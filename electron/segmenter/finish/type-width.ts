/**
 * How wide text was set, in em. Finer than counting characters: whether the next word would still have fitted on a
 * line tells the last line of a paragraph, and an `m` is three times an `i`.
 */
import { isBlankAt } from '../../../shared/model/blank.ts';
import { byCharacter, characterClass } from '../../../shared/model/characters.ts';
import { isCjk, isCjkCode } from '../../../shared/model/scripts.ts';

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
/** All widths that there are, by the answers of `widthNumber`. */
const ALL = [...new Set([0, CJK, OTHER, ...WIDTHS.values()])];

/** Of a UTF-16 unit; the second half of a pair has no width. */
const widthNumber = byCharacter((c) => {
  const unit = c.charCodeAt(0);
  const isSecondHalf = unit >= 0xdc00 && unit <= 0xdfff;
  return ALL.indexOf(isSecondHalf ? 0 : isCjk(c) || unit >= 0xd840 ? CJK : (WIDTHS.get(c) ?? OTHER));
});
const unitWidth = (code: number): number => ALL[widthNumber(code)] as number; // each width is among all

/** A word space, as justified lines have it at least. em */
export const SPACE_EM = 0.22;
/** What Chinese type puts between a digit and an ideograph; extraction writes it as a blank of any kind. em */
const DIGIT_SPACE_EM = 0.25;

const isSpace = characterClass(/\s/u);
/** Quotation marks, dashes, ellipses: an em each in Chinese type. */
const isAmbiguous = characterClass(/[‐-―‘-”…·•①-⓿■-◿★☆]/u);
const isHalf = (code: number): boolean => code >= 0x21 && code <= 0x7e;

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
    sum += unitWidth(text.charCodeAt(i));
  }
  return sum / 1000;
}

/** The width of a line of Chinese text: full-width characters 1, half-width 0.5; blanks round digits a quarter. em */
export function cjkWidth(text: string): number {
  let sum = 0;
  /** The character before; 0 at the line's start. */
  let before = 0;
  /** em of the blank since then, where it does not stand round digits. */
  let gap = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.codePointAt(i) ?? 0;
    if (code > 0xffff) i++;
    if (isSpace(code)) {
      gap = code === 0x3000 || gap === 1 ? 1 : 0.5;
      continue;
    }
    if (gap > 0 && before > 0) sum += isHalf(before) !== isHalf(code) ? DIGIT_SPACE_EM : gap;
    gap = 0;
    sum += isCjkCode(code) || isAmbiguous(code) ? 1 : 0.5;
    before = code;
  }
  return sum;
}
