/** Which characters are set without spaces between words: the joins of lines depend on it. */
import { characterClass } from './characters.ts';

const CJK =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\u3000-\u303f\uff00-\uffef\ufe30-\ufe4f]/u;

/** Punctuation that both Chinese and European text use; what stands beside it decides: `“扶贫”` and `“aid”`. */
const SHARED = /[\u2018-\u201d\u2014\u2015\u2026\u00b7\u2027\u2e3a]/u;

/** Whether the code point is an ideograph, kana, hangul, or CJK or full-width punctuation. */
export const isCjkCode = characterClass(CJK);

/** The same of a character (a whole code point); the empty text is none. */
export const isCjk = (character: string): boolean => character !== '' && isCjkCode(character.codePointAt(0) ?? 0);

/** The code point that ends before `at`; '' at the start of the text. */
function characterBefore(text: string, at: number): string {
  if (at <= 0) return '';
  const low = text.charCodeAt(at - 1);
  const isPair = low >= 0xdc00 && low <= 0xdfff && at >= 2;
  return isPair ? text.slice(at - 2, at) : text.slice(at - 1, at);
}

const characterAt = (text: string, at: number): string => {
  const code = text.codePointAt(at);
  return code === undefined ? '' : String.fromCodePoint(code);
};

/**
 * Whether two printed lines run on without a space: `…决定性意` + `义，增强…`. So it is when a CJK character stands at
 * either side of the cut: a Chinese line that ends in `3 月 30` runs on with `日为…`.
 */
export function joinsWithoutSpace(text: string, endOfFirst: number, startOfSecond: number): boolean {
  const before = characterBefore(text, endOfFirst);
  const after = characterAt(text, startOfSecond);
  return (
    isNumberCut(text, endOfFirst, startOfSecond) ||
    isCjk(before) ||
    isCjk(after) ||
    (SHARED.test(before) && isCjk(characterBefore(text, endOfFirst - before.length))) ||
    (SHARED.test(after) && isCjk(characterAt(text, startOfSecond + after.length)))
  );
}

const DIGIT = /[0-9.,%]/;
/** Digits of the longest number that is looked through for the character before it. */
const NUMBER = 12;

/** Whether the cut parts a number in CJK text: `收集到的21` + `3条意见`. */
function isNumberCut(text: string, endOfFirst: number, startOfSecond: number): boolean {
  let from = endOfFirst;
  while (from > 0 && endOfFirst - from < NUMBER && DIGIT.test(text.charAt(from - 1))) from--;
  let to = startOfSecond;
  while (to < text.length && to - startOfSecond < NUMBER && DIGIT.test(text.charAt(to))) to++;
  if (from === endOfFirst || to === startOfSecond) return false;
  return isCjk(characterBefore(text, from)) && isCjk(characterAt(text, to));
}

/** Whether the offset lies inside a surrogate pair. */
export function insideCharacter(text: string, at: number): boolean {
  if (at <= 0 || at >= text.length) return false;
  const high = text.charCodeAt(at - 1);
  const low = text.charCodeAt(at);
  return high >= 0xd800 && high <= 0xdbff && low >= 0xdc00 && low <= 0xdfff;
}
