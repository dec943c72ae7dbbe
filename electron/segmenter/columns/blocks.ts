/**
 * From rows of chunks to columns: chunks that stand below one another are one block. A line that runs over two columns
 * ends both; a block that falls into two ends too.
 */
import type { Chunk, Row } from './rows.ts';

/** A chunk with the row it stands in. */
interface Placed {
  readonly row: Row;
  readonly chunk: Chunk;
}

/** Chunks below one another, top to bottom. */
export interface Block {
  readonly chunks: readonly Placed[];
  /** em */
  readonly left: number;
  readonly right: number;
  /** Line numbers of its first and last chunk. */
  readonly top: number;
  readonly bottom: number;
}

/** Lines of a block that say where it stands now: edges wander down the page. */
const MEMORY = 4;
/** A column that has nothing for so many lines has ended. */
const COLUMN_GAP = 60;
/** Two extents that share this much of the narrower one stand below one another. */
const OVERLAP = 0.4;

/** The blocks of rows of one page, in order of their first rows. */
export function blocksOf(rows: readonly Row[]): Block[] {
  const all: Placed[][] = [];
  let open: Placed[][] = [];
  for (const row of rows) {
    const under = row.chunks.map((chunk) => open.filter((block) => overlaps(chunk, block.slice(-MEMORY))));
    const taken = (block: Placed[]): number => under.filter((blocks) => blocks.includes(block)).length;
    const ended = new Set<Placed[]>();
    const begun: Placed[][] = [];
    row.chunks.forEach((chunk, c) => {
      const above = under[c] ?? [];
      const [only] = above;
      if (only && above.length === 1 && taken(only) === 1) only.push({ row, chunk });
      else {
        for (const block of above) ended.add(block);
        begun.push([{ row, chunk }]);
      }
    });
    all.push(...begun);
    const lives = (block: Placed[]): boolean =>
      !ended.has(block) && row.number - (block.at(-1)?.row.number ?? 0) <= COLUMN_GAP;
    open = [...open.filter(lives), ...begun];
  }
  return all.map(blockOf);
}

function overlaps(chunk: Chunk, lines: readonly Placed[]): boolean {
  const left = Math.min(...lines.map((l) => l.chunk.left));
  const right = Math.max(...lines.map((l) => l.chunk.right));
  const shared = Math.min(right, chunk.right) - Math.max(left, chunk.left);
  return shared > OVERLAP * Math.min(right - left, chunk.right - chunk.left);
}

function blockOf(chunks: readonly Placed[]): Block {
  let left = Number.POSITIVE_INFINITY;
  let right = 0;
  for (const { chunk } of chunks) {
    left = Math.min(left, chunk.left);
    right = Math.max(right, chunk.right);
  }
  return { chunks, left, right, top: chunks[0]?.row.number ?? 0, bottom: chunks.at(-1)?.row.number ?? 0 };
}
