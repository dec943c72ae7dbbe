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

/** Whether a code point is of the class that `pattern` matches; the pattern has no `g` or `y`. */
export function characterClass(pattern: RegExp): (code: number) => boolean {
  const isOf = byCharacter((character) => Number(pattern.test(character)));
  return (code) => isOf(code) === 1;
}
