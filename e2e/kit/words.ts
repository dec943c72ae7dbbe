/** How the kit says what can't be done: in words of the newspaper, never of the page's markup. */

/** An act that the desk can't do on this issue. The message names articles by number and lines by number. */
export class CannotBe extends Error {
  override readonly name = 'CannotBe';
}

/** `lines 3–7`, `line 3`. */
export const linesInWords = (first: number, last: number): string =>
  first === last ? `line ${first}` : `lines ${first}–${last}`;

/** At most this much of a text stands in a message. */
const MOST = 40;

/** A text as a message quotes it: in one line, cut. */
export function quoted(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > MOST ? `“${line.slice(0, MOST)}…”` : `“${line}”`;
}
