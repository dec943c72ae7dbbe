/**
 * Stage *columns*: the pieces of lines that reading takes one after another. Text laid out in columns (`pdftotext
 * -layout`) has a line of every column on each of its lines; they are cut at gutters and read down each column.
 *
 *     The officials could neither      FOR SALE               1  4
 *     confirm nor deny reports         Three-bedroom          2  5
 *     that Venezuela will.             house, garden.         3  6
 */

import type { Offset } from '../../../shared/model/position.ts';
import type { Issue } from '../../../shared/model/review.ts';
import { type Block, blocksOf } from './blocks.ts';
import { cutAtGutters } from './gutters.ts';
import { inReadingOrder } from './order.ts';
import { type Row, rowsOf } from './rows.ts';

/** A line, or the part of it that stands in one column. */
export interface Segment {
  /** Line number in the issue, 1-based. */
  readonly number: number;
  /** 0-based; a form feed begins a new page. */
  readonly page: number;
  /** Offsets into `Issue.text`, without blanks at the ends. */
  readonly from: Offset;
  readonly to: Offset;
  /** em to the right of the column's edge. */
  readonly indent: number;
  /** Lines directly above that are blank in its column. */
  readonly blanks: number;
}

/** Blank lines that part zones of a page: this many more than lines usually have between them. */
const ZONE_BLANKS = 3;
/** Blocks of a zone that are ordered together: more than any page has, few enough that hostile text is ordered quickly. */
const ZONE_BLOCKS = 100;

/** All segments of the issue in reading order. Together they hold every non-blank character once. */
export function segmentsOf(issue: Issue): Segment[] {
  const loose = rowsOf(issue);
  if (loose.every((row) => row.chunks.length === 1)) return loose.flatMap(asLine);
  const rows = cutAtGutters(issue, loose);
  return pagesOf(rows).flatMap((page) =>
    page.some((row) => row.chunks.length > 1) ? zonesOf(page).flatMap(columnsOf) : page.flatMap(asLine),
  );
}

/** A row that is not cut. */
const asLine = (row: Row): Segment[] => {
  const first = row.chunks[0];
  const last = row.chunks.at(-1);
  if (!first || !last) return [];
  const { number, page, blanks } = row;
  return [{ number, page, from: first.from, to: last.to, indent: first.gap, blanks }];
};

/** The rows parted wherever `parts` says so. */
function partedAt(rows: readonly Row[], parts: (row: Row, before: Row) => boolean): Row[][] {
  const out: Row[][] = [];
  let before: Row | undefined;
  for (const row of rows) {
    if (!before || parts(row, before)) out.push([]);
    out.at(-1)?.push(row);
    before = row;
  }
  return out;
}

const pagesOf = (rows: readonly Row[]): Row[][] => partedAt(rows, (row, before) => row.page !== before.page);

/** Parts of a page that blank lines over its whole width set apart. */
function zonesOf(rows: readonly Row[]): Row[][] {
  const sorted = rows.map((row) => row.blanks).sort((a, b) => a - b);
  const usual = sorted[Math.floor(sorted.length / 2)] ?? 0;
  return partedAt(rows, (row) => row.blanks >= usual + ZONE_BLANKS);
}

function columnsOf(zone: readonly Row[]): Segment[] {
  if (zone.every((row) => row.chunks.length === 1)) return zone.flatMap(asLine);
  const blocks = blocksOf(zone);
  const out: Segment[] = [];
  for (let i = 0; i < blocks.length; i += ZONE_BLOCKS)
    out.push(...inReadingOrder(blocks.slice(i, i + ZONE_BLOCKS)).flatMap(segmentsOfBlock));
  return out;
}

function segmentsOfBlock(block: Block): Segment[] {
  const lefts = block.chunks.map(({ chunk }) => chunk.left).sort((a, b) => a - b);
  // Not the least: one stray line would indent all others.
  const edge = lefts[Math.floor(lefts.length / 4)] ?? 0;
  return block.chunks.map(({ row, chunk }, i) => {
    const above = block.chunks[i - 1]?.row;
    return {
      number: row.number,
      page: row.page,
      from: chunk.from,
      to: chunk.to,
      indent: Math.max(0, chunk.left - edge),
      blanks: above ? row.number - above.number - 1 : row.blanks,
    };
  });
}
