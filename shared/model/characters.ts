/** Classes of characters as tables: a long text asks of each of its characters, and an expression costs a call every time. */

/** Code points of one UTF-16 unit; the rest are asked anew each time, they are rare. */
const UNITS = 0x10000;
/** What a unit's entry is less than its answer: 0 stands for nothing known yet. */
const KNOWN = 1;

/**
 * `answer` (0 to 254) of each code point, kept for those of one UTF-16 unit. It is given a string of one character, a
 * half of a pair without its other half too.
 */
export function byCharacter(answer: (character: string) => number): (code: number) => number {
  const table = new Uint8Array(UNITS);
  return (code) => {
    const known = table[code];
    if (known) return known - KNOWN;
    const found = answer(String.fromCodePoint(code));
    if (code < UNITS) table[code] = found + KNOWN;
    return found;
  };
}

/** The code point that the text begins with, and the one that it ends with; 0 for the empty text. */
export const firstCode = (text: string): number => text.codePointAt(0) ?? 0;
export function lastCode(text: string): number {
  const last = text.charCodeAt(text.length - 1);
  const isSecondHalf = last >= 0xdc00 && last <= 0xdfff;
  return (isSecondHalf ? pairBefore(text, text.length) : last) || 0;
}

/** The code point that ends before `at`, where a second half of a pair stands; that half when it has no other. */
function pairBefore(text: string, at: number): number {
  const code = text.codePointAt(at - 2) ?? 0;
  return code > 0xffff ? code : text.charCodeAt(at - 1);
}

/** Whether a code point is of the class that `pattern` matches; the pattern has no `g` or `y`. */
export function characterClass(pattern: RegExp): (code: number) => boolean {
  const isOf = byCharacter((character) => Number(pattern.test(character)));
  return (code) => isOf(code) === 1;
}
