/**
 * Which wide blanks are gutters. A blank in one line proves nothing: dialogue in verse, tables, titles and small
 * advertisements have them too. A gutter is proved by neighbours: lines of running text that begin at the same place
 * behind a blank of their own, and lines of running text on its left.
 */
import { trimBlanks } from '../../../shared/model/blank.ts';
import type { Issue } from '../../../shared/model/review.ts';
import type { Chunk, Row } from './rows.ts';
import { GUTTER_EM, wordsOf } from './rows.ts';

/** Rows looked at on each side. */
const REACH = 10;
/** Neighbours that must agree. */
const WITNESSES = 3;
/** Lines of running text that must stand on the left of the gutter, near by. */
const LEFT_WITNESSES = 2;
/** How far left edges of one column differ: an indent, and the rounding of wide blanks. em */
const EDGE_EM = 2;
/** The wider the blank, the rougher its width: extraction places the text behind it by ratio. */
const EDGE_SHARE = 0.12;
/** Behind a blank this wide and more nothing but another column begins. em */
const EDGE_MOST = 6;
/** A blank through which a neighbour's gutter passes is one too when it is so wide, and shares so much with it. em */
const PASSED_EM = 3;
const PASS_SHARED_EM = 1;
const PASS_REACH = 6;
/** From row to row a proof reaches on: so often. */
const PASSES = 2;
/** Rows above and below that must prove a gutter where only a word space parts the columns. */
const TIGHT_REACH = 5;
/** Left edges that are the same to the character. em */
const SAME_EM = 0.5;

/** The rows with chunks put together again where no gutter parts them. */
export function cutAtGutters(issue: Issue, rows: readonly Row[]): readonly Row[] {
  let cut = rows.map((row, r) => mergedAt(row, (chunk, c) => isGutter(rows, r, chunk, row.chunks[c - 1])));
  if (cut.every((row) => row.chunks.length === 1)) return cut;
  // Short lines prove nothing themselves: they are cut where a gutter that neighbours prove passes through their blank.
  for (let pass = 0; pass < PASSES; pass++) {
    const known = cut;
    cut = rows.map((row, r) =>
      mergedAt(row, (chunk) => isCutBefore(known[r], chunk) || (chunk.gap >= PASSED_EM && isPassed(known, r, chunk))),
    );
  }
  return cut.map((row, r) => cutTight(issue, cut, row, r));
}

const isCutBefore = (row: Row | undefined, chunk: Chunk): boolean =>
  row?.chunks.some((other) => other.from === chunk.from) ?? false;

/** Whether a gutter of a row near by passes through the blank before `chunk`. */
function isPassed(rows: readonly Row[], r: number, chunk: Chunk): boolean {
  for (let s = Math.max(0, r - PASS_REACH); s < Math.min(rows.length, r + PASS_REACH + 1); s++) {
    const row = rows[s];
    if (s === r || row?.page !== rows[r]?.page) continue;
    if (row?.chunks.slice(1).some((other) => sharedBlank(other, chunk) >= PASS_SHARED_EM)) return true;
  }
  return false;
}

/** em that the blanks before the two chunks share across the page. */
const sharedBlank = (a: Chunk, b: Chunk): number => Math.min(a.left, b.left) - Math.max(a.left - a.gap, b.left - b.gap);

/** The row with its chunks merged where `isCut` says no of the blank before a chunk. */
function mergedAt(row: Row, isCut: (chunk: Chunk, index: number) => boolean): Row {
  const chunks: Chunk[] = [];
  row.chunks.forEach((chunk, c) => {
    const last = chunks.at(-1);
    if (!last || isCut(chunk, c)) chunks.push(chunk);
    else chunks[chunks.length - 1] = { ...last, to: chunk.to, right: chunk.right, prose: last.prose || chunk.prose };
  });
  return { ...row, chunks };
}

/** Whether the blank before `chunk` in row `r` parts columns. */
function isGutter(rows: readonly Row[], r: number, chunk: Chunk, before: Chunk | undefined): boolean {
  if (!before) return true;
  const slack = Math.min(EDGE_MOST, EDGE_EM + chunk.gap * EDGE_SHARE);
  let right = chunk.prose ? 1 : 0;
  let left = before.prose ? 1 : 0;
  for (let s = Math.max(0, r - REACH); s < Math.min(rows.length, r + REACH + 1); s++) {
    const row = rows[s] as Row; // s is in range
    if (s === r || row.page !== rows[r]?.page) continue;
    if (row.chunks.some((other) => witnesses(other, chunk, slack))) right++;
    if (row.chunks.some((other) => other.prose && other.right <= chunk.left && other.right > before.left)) left++;
  }
  return right > WITNESSES && left >= LEFT_WITNESSES;
}

/** Whether `other` begins the same column as `chunk`: running text behind a blank that covers some of the chunk's blank. */
const witnesses = (other: Chunk, chunk: Chunk, slack: number): boolean =>
  other.prose &&
  other.gap >= GUTTER_EM &&
  Math.abs(other.left - chunk.left) <= slack &&
  other.left - other.gap < chunk.left &&
  chunk.left - chunk.gap < other.left;

/**
 * The row cut also where columns all but touch, when rows above and below have a gutter that ends right there:
 *
 *     at the office of the Purchasing Department until 2 p.m. (Europe) Ltd said as joint book runner
 */
function cutTight(issue: Issue, rows: readonly Row[], row: Row, r: number): Row {
  const edges = (from: number, to: number): number[] =>
    rows
      .slice(Math.max(0, from), to)
      .flatMap((other) => (other.page === row.page ? other.chunks.slice(1).map((c) => c.left) : []));
  const above = edges(r - TIGHT_REACH, r);
  const below = edges(r + 1, r + 1 + TIGHT_REACH);
  const count = (list: readonly number[], left: number): number =>
    list.filter((edge) => Math.abs(edge - left) <= SAME_EM).length;
  if (above.length === 0 || below.length === 0) return row;
  const words = wordsOf(issue, row);
  const chunks = row.chunks.flatMap((chunk) => {
    const inside = words.filter((word) => word.from > chunk.from && word.to <= chunk.to);
    const proof = (word: Chunk): number => Math.min(count(above, word.left), count(below, word.left));
    const best = inside.reduce<Chunk | undefined>(
      (a, b) => (proof(b) >= 2 && (!a || proof(b) > proof(a)) ? b : a),
      undefined,
    );
    if (!best) return [chunk];
    return [
      { ...chunk, to: trimBlanks(issue.text, best.from, chunk.from), right: best.left - best.gap },
      { ...chunk, from: best.from, left: best.left, gap: best.gap },
    ];
  });
  return { ...row, chunks };
}
