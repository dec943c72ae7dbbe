/**
 * A text and its change as one splice. All indexes are UTF-16 units of the field's text; paragraphs end in `\n`.
 */

/** At `at`, `del` units go and `ins` comes. */
export interface Splice {
  readonly at: number;
  readonly del: number;
  readonly ins: string;
}

const isHigh = (code: number): boolean => code >= 0xd800 && code <= 0xdbff;
const isLow = (code: number): boolean => code >= 0xdc00 && code <= 0xdfff;

/** Whether index `at` lies inside a surrogate pair of `text`. */
export const insidePair = (text: string, at: number): boolean =>
  at > 0 && at < text.length && isHigh(text.charCodeAt(at - 1)) && isLow(text.charCodeAt(at));

function commonPrefix(a: string, b: string, limit: number): number {
  let n = 0;
  while (n < limit && a.charCodeAt(n) === b.charCodeAt(n)) n++;
  return insidePair(a, n) || insidePair(b, n) ? n - 1 : n;
}

function commonSuffix(a: string, b: string, limit: number): number {
  let n = 0;
  while (n < limit && a.charCodeAt(a.length - 1 - n) === b.charCodeAt(b.length - 1 - n)) n++;
  return insidePair(a, a.length - n) || insidePair(b, b.length - n) ? n - 1 : n;
}

/**
 * The one splice that makes `after` from `before`; null when they are equal. Where several would do (a letter typed
 * into a row of the same letter), `caret`, the caret's index in `after`, decides: what was typed ends at the caret.
 * The splice is minimal but for surrogate pairs, which it never cuts.
 */
export function spliceOf(before: string, after: string, caret: number = after.length): Splice | null {
  if (before === after) return null;
  const shorter = Math.min(before.length, after.length);
  const rightOfCaret = Math.min(shorter, after.length - Math.min(caret, after.length));
  let suffix = commonSuffix(before, after, rightOfCaret);
  const prefix = commonPrefix(before, after, shorter - suffix);
  // A change that is not at the caret (a write from elsewhere) leaves more in common than the caret allowed.
  suffix = commonSuffix(before, after, shorter - prefix);
  return {
    at: prefix,
    del: before.length - prefix - suffix,
    ins: after.slice(prefix, after.length - suffix),
  };
}

export const applySplice = (text: string, { at, del, ins }: Splice): string =>
  text.slice(0, at) + ins + text.slice(at + del);

/** Where index `at` of the text before the splice is after it. Inside what was deleted: the end of what came. */
export function carry(at: number, splice: Splice | null): number {
  if (splice === null || at <= splice.at) return at;
  if (at >= splice.at + splice.del) return at - splice.del + splice.ins.length;
  return splice.at + splice.ins.length;
}

/**
 * The splice that does to a text changed by `other` what `splice` would have done to the text before. Both were made
 * from the same text. What `other` has deleted, `splice` needs not delete again.
 */
export function rebase(splice: Splice, other: Splice | null): Splice {
  if (other === null) return splice;
  const from = carry(splice.at, other);
  const to = carry(splice.at + splice.del, other);
  return { at: from, del: Math.max(0, to - from), ins: splice.ins };
}
