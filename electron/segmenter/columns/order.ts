/**
 * The order blocks are read in: down a column, then the column to its right, but what stands above a line that runs over
 * both comes before it. After Breuel, "High performance document layout analysis" (2003), section 4: two rules give a
 * partial order, which is sorted topologically.
 */
import type { Block } from './blocks.ts';

/** The blocks of one zone in reading order. */
export function inReadingOrder(blocks: readonly Block[]): Block[] {
  const before = blocks.map((b) => blocks.map((a) => a !== b && isBefore(a, b, blocks)));
  const left = new Set(blocks.keys());
  const out: Block[] = [];
  while (left.size > 0) {
    const free = [...left].filter((b) => ![...left].some((a) => before[b]?.[a]));
    // Jagged edges can make a circle: then the one that begins first goes.
    const candidates = free.length > 0 ? free : [...left];
    const next = candidates.reduce((a, b) => (leads(blocks[b] as Block, blocks[a] as Block) ? b : a));
    left.delete(next);
    out.push(blocks[next] as Block);
  }
  return out;
}

const leads = (a: Block, b: Block): boolean => a.left < b.left || (a.left === b.left && a.top < b.top);

function isBefore(a: Block, b: Block, all: readonly Block[]): boolean {
  if (beside(a, b) === false) return a.top < b.top;
  if (a.left >= b.left) return false;
  return !all.some((c) => c !== a && c !== b && between(c, a, b) && !beside(c, a) && !beside(c, b));
}

/** Whether the two share (next to) no place across the page. */
function beside(a: Block, b: Block): boolean {
  const shared = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  return shared <= SHARED * Math.min(a.right - a.left, b.right - b.left);
}

const between = (c: Block, a: Block, b: Block): boolean =>
  c.top > Math.min(a.top, b.top) && c.bottom < Math.max(a.bottom, b.bottom) && (c.top > a.bottom || c.top > b.bottom);

/** Jagged edges may reach this far into the neighbour, as a share of the narrower block. */
const SHARED = 0.25;
