/**
 * A page as rows of chunks: what stands on a line between wide blanks, with its place across the page in em.
 *
 *     effect and that it was prepared      money market and the discount rate
 *     0 em                    15.5 em      18.5 em                    36 em
 */
import { isBlankAt } from '../../../shared/model/blank.ts';
import { characterClass } from '../../../shared/model/characters.ts';
import { lineText } from '../../../shared/model/lines.ts';
import type { Offset, Span } from '../../../shared/model/position.ts';
import type { Issue } from '../../../shared/model/review.ts';
import { HALF_WIDTH_EM } from '../constants.ts';
import { emOf } from '../lines/width.ts';

/** Text without a wide blank in it. */
export interface Chunk {
  /** Offsets into `Issue.text`, without blanks at the ends. */
  readonly from: Offset;
  readonly to: Offset;
  /** Left and right edge, em from the start of the line. */
  readonly left: number;
  readonly right: number;
  /** em of blanks before it on its line. */
  readonly gap: number;
  /** Long enough and of enough letters to be a line of running text. */
  readonly prose: boolean;
}

/** A line with something on it. */
export interface Row {
  /** 1-based. */
  readonly number: number;
  /** 0-based; a form feed begins a new page. */
  readonly page: number;
  /** Blank lines directly before it. */
  readonly blanks: number;
  /** Left to right; never empty. */
  readonly chunks: readonly Chunk[];
}

/** Blanks this wide may be a gutter. Word spaces are a half of an em, letter-spacing up to one. em */
export const GUTTER_EM = 1.5;
/** A line in more chunks than a page has columns is a row of a table, or letter-spaced. */
const MOST_CHUNKS = 24;
/** No column of running text is narrower: verse of seven characters and cells of tables are. em */
const COLUMN_EM = 8;
/** Share of letters among a line's characters below which it is a row of figures. */
const LETTERS = 0.55;

/** All rows of the issue, each cut at wide blanks; a row of too many chunks is left whole. */
export function rowsOf(issue: Issue): Row[] {
  const { text, lines } = issue;
  const rows: Row[] = [];
  let blanks = 0;
  let page = 0;
  for (let number = 1; number <= lines.count; number++) {
    const start = lines.starts[number - 1] ?? 0;
    const span = lineText(text, lines, number);
    const end = span?.from ?? lines.starts[number] ?? text.length;
    for (let i = start; i < end && isBlankAt(text, i); i++)
      if (text.charCodeAt(i) === 0x0c) {
        page++;
        break;
      }
    if (!span) {
      blanks++;
      continue;
    }
    const cut = chunksOf(text, start, span, GUTTER_EM);
    rows.push({
      number,
      page,
      blanks,
      chunks: cut.length > MOST_CHUNKS ? chunksOf(text, start, span, Number.POSITIVE_INFINITY) : cut,
    });
    blanks = 0;
  }
  return rows;
}

/** The chunks of the line that begins at `start` and whose text is `span`, cut at blanks of at least `gap` em. */
function chunksOf(text: string, start: Offset, { from, to }: Span, gap: number): Chunk[] {
  const chunks: Chunk[] = [];
  let before = start === from ? 0 : emOf(text.slice(start, from).replace(/\f/g, ''));
  let left = before;
  let begin = from;
  const add = (end: Offset): void => {
    const own = text.slice(begin, end);
    const right = left + emOf(own);
    chunks.push({ from: begin, to: end, left, right, gap: before, prose: isProse(own, right - left) });
    left = right;
  };
  for (let i = from; i < to; ) {
    if (!isBlankAt(text, i)) {
      i++;
      continue;
    }
    let next = i;
    while (next < to && isBlankAt(text, next)) next++;
    const wide = emOf(text.slice(i, next));
    if (wide >= gap) {
      add(i);
      before = wide;
      left += wide;
      begin = next;
    }
    i = next;
  }
  add(to);
  return chunks;
}

/** A longer line has no column that all but touches another. UTF-16 units */
const TIGHT_LENGTH = 1000;

/** The row's words as chunks: where it could be cut if every blank were a gutter. */
export function wordsOf(issue: Issue, row: Row): Chunk[] {
  const start = issue.lines.starts[row.number - 1] ?? 0;
  const from = row.chunks[0]?.from ?? start;
  const to = row.chunks.at(-1)?.to ?? from;
  return to - from > TIGHT_LENGTH ? [] : chunksOf(issue.text, start, { from, to }, HALF_WIDTH_EM);
}

const isLetter = characterClass(/\p{L}/u);
const isSpace = characterClass(/\s/u);

function isProse(text: string, width: number): boolean {
  if (width < COLUMN_EM) return false;
  let letters = 0;
  let printed = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.codePointAt(i) ?? 0;
    if (code > 0xffff) i++;
    if (isLetter(code)) letters++;
    if (!isSpace(code)) printed++;
  }
  return letters / Math.max(1, printed) >= LETTERS;
}
