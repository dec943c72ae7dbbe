/** Widths of text in em, as a compositor would see them. */
import { HALF_WIDTH_EM, LETTER_SPACED_GAPS, LETTER_SPACED_SHARE } from '../constants.ts';

/**
 * East Asian wide or full-width, by Unicode blocks (UAX 11, without the rare ones): ideographs, kana, hangul, CJK punctuation.
 * Quotation marks, dash and ellipsis are as wide as their neighbours (`isAmbiguous`).
 */
function isWide(code: number): boolean {
  return (
    (code >= 0x1100 && code <= 0x115f) ||
    (code >= 0x2e80 && code <= 0xa4cf) ||
    (code >= 0xac00 && code <= 0xd7a3) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xfe30 && code <= 0xfe4f) ||
    (code >= 0xff00 && code <= 0xff60) ||
    (code >= 0xffe0 && code <= 0xffe6)
  );
}

/** An ideograph, kana or hangul letter (no punctuation). */
export function isCjkLetter(code: number): boolean {
  return (
    (code >= 0x3400 && code <= 0x9fff) ||
    (code >= 0x3040 && code <= 0x30ff) ||
    (code >= 0xac00 && code <= 0xd7a3) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xd840 && code <= 0xd87f)
  );
}

/** “ ” ‘ ’ — … · are set full width in Chinese text, half width else. */
const isAmbiguous = (code: number): boolean =>
  (code >= 0x2010 && code <= 0x2026) || code === 0xb7 || (code >= 0x2460 && code <= 0x25ff);

/** The width of `text` in em. Both halves of a surrogate pair are half wide: together one em, as rare ideographs are. */
export function emOf(text: string): number {
  let wide = 0;
  let half = 0;
  let ambiguous = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (isWide(code)) wide++;
    else if (isAmbiguous(code)) ambiguous++;
    else half++;
  }
  return wide + half * HALF_WIDTH_EM + ambiguous * (wide > half ? 1 : HALF_WIDTH_EM);
}

const CJK_GAP =
  /(?<=[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef])[ \u3000\u00a0\t]+(?=\S)|(?<=\S)[ \u3000\u00a0\t]+(?=[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef])/gu;
const CJK_NEIGHBOURS = /[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef](?=[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef])/gu;

/**
 * The text without the blanks of letter-spacing, which justification put between all characters:
 *     特 原 油 期 货 价 格      → 特原油期货价格
 *     本报讯 （记者 冯海砚）    as it is: its blanks separate
 */
export function unspaced(text: string): string {
  if (!text.includes(' ') && !text.includes('\u3000')) return text;
  const gaps = text.match(CJK_GAP)?.length ?? 0;
  if (gaps < LETTER_SPACED_GAPS) return text;
  const tight = text.match(CJK_NEIGHBOURS)?.length ?? 0;
  return gaps / (gaps + tight) > LETTER_SPACED_SHARE ? text.replace(CJK_GAP, '') : text;
}
