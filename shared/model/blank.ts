/** Blank characters: what an eye sees as nothing. They have an owner like any other, but no one counts them. */

const BLANK = /[\p{White_Space}\p{Default_Ignorable_Code_Point}]/u;

/** What is known of each UTF-16 unit: 0 nothing yet, 1 not blank, 2 blank. Long texts ask a million times. */
const KNOWN = new Uint8Array(0x10000);

/**
 * Whether the UTF-16 unit `code` is blank: Unicode White_Space or Default_Ignorable_Code_Point. U+FFFD is not blank.
 * No blank character of those classes outside the BMP occurs in text but tags and variation selectors (U+E0000…);
 * their surrogates are taken as not blank.
 */
export function isBlankCode(code: number): boolean {
  if (code < 0x80) return code === 0x20 || (code >= 0x09 && code <= 0x0d);
  const known = KNOWN[code];
  if (known) return known === 2;
  const isBlank = (code < 0xd800 || code > 0xdfff) && BLANK.test(String.fromCharCode(code));
  KNOWN[code] = isBlank ? 2 : 1;
  return isBlank;
}

export const isBlankAt = (text: string, at: number): boolean => isBlankCode(text.charCodeAt(at));

/** The first offset at or after `at` that is not blank; `end` when there is none before it. */
export function skipBlanks(text: string, at: number, end: number = text.length): number {
  let i = at;
  while (i < end && isBlankAt(text, i)) i++;
  return i;
}

/** The offset after the last non-blank character before `at`; `start` when there is none after it. */
export function trimBlanks(text: string, at: number, start = 0): number {
  let i = at;
  while (i > start && isBlankAt(text, i - 1)) i--;
  return i;
}

export const isBlankText = (text: string): boolean => skipBlanks(text, 0) === text.length;

/** How many characters (UTF-16 units) of `text` between `from` and `to` are not blank. */
export function countNonBlank(text: string, from = 0, to: number = text.length): number {
  let n = 0;
  for (let i = from; i < to; i++) if (!isBlankAt(text, i)) n++;
  return n;
}
