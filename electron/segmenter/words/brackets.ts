/**
 * Brackets and quotation marks that stand open over a line end: the text goes on until they are closed.
 *
 *     本报讯（记者龙晓         （ is left open …
 *     小）近日，               … and closed here
 */
import { byCharacter } from '../../../shared/model/characters.ts';

/**
 * Opening marks with the mark that closes them. Those that open in one country and close in another („ “, » «) are left
 * out, as are plain quotation marks and ’, which is an apostrophe too.
 */
const PAIRS: readonly (readonly [open: string, close: string])[] = [
  ['（', '）'],
  ['(', ')'],
  ['《', '》'],
  ['〈', '〉'],
  ['“', '”'],
  ['「', '」'],
  ['『', '』'],
  ['【', '】'],
  ['〔', '〕'],
  ['[', ']'],
];
/** Full and half width are mixed in one line: （记者 王慧). */
const ALIKE = new Map([
  [')', '）'],
  ['(', '（'],
]);

const widened = (mark: string): string => ALIKE.get(mark) ?? mark;
/** 2n for a character that opens pair n (from 1), 2n + 1 for one that closes it; 0: neither. */
const markOf = byCharacter((c) => {
  const mark = widened(c);
  const opened = PAIRS.findIndex(([open]) => open === mark);
  if (opened >= 0) return 2 * (opened + 1);
  const closed = PAIRS.findIndex(([, close]) => close === mark);
  return closed >= 0 ? 2 * (closed + 1) + 1 : 0;
});

/** What a line leaves open and what it closes that it did not open; numbers of pairs, 0: nothing. */
interface Edges {
  /** The innermost mark still open at the end. */
  readonly open: number;
  /** The first mark that closes what an earlier line opened. */
  readonly closed: number;
}

export function bracketEdges(text: string): Edges {
  const open: number[] = [];
  let closed = 0;
  for (let i = 0; i < text.length; i++) {
    const mark = markOf(text.charCodeAt(i));
    if (mark === 0) continue;
    const pair = mark >> 1;
    if (mark % 2 === 0) open.push(pair);
    else if (open.at(-1) === pair) open.pop();
    else if (open.length === 0 && closed === 0) closed = pair;
  }
  return { open: open.at(-1) ?? 0, closed };
}

/** Marks over a line end: none; closed or opened without the other; opened and closed by a mark of another kind; one pair. */
export const ACROSS = { none: 0, closed: 1, open: 2, clash: 3, pair: 4 } as const;

export class Brackets {
  readonly #open: Uint8Array;
  readonly #closed: Uint8Array;

  constructor(texts: readonly string[]) {
    this.#open = new Uint8Array(texts.length);
    this.#closed = new Uint8Array(texts.length);
    texts.forEach((text, i) => {
      const { open, closed } = bracketEdges(text);
      this.#open[i] = open;
      this.#closed[i] = closed;
    });
  }

  /** One of `ACROSS` for line `b` read after line `a`. */
  across(a: number, b: number): number {
    const open = this.#open[a] as number;
    const closed = this.#closed[b] as number;
    if (open === 0) return closed === 0 ? ACROSS.none : ACROSS.closed;
    if (closed === 0) return ACROSS.open;
    return open === closed ? ACROSS.pair : ACROSS.clash;
  }
}
