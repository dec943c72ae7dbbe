/** A long review in one process: what it holds grows with its edits only, and nothing is left unhandled. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import type { Ordeal } from './ordeal.ts';

const SCRIPT = join(import.meta.dirname, '../long-review-process.ts');
/** Edits of one run; a long day at the desk makes some thousands. */
const EDITS = 20_000;
/** Bytes that an edit may keep in memory: the entry, its step back, its place in the journal. */
const BYTES_OF_EDIT = 4096;

const saidSchema = z.object({
  acknowledged: z.number(),
  found: z.number(),
  memory: z.tuple([z.number(), z.number(), z.number()]),
  rejections: z.number(),
});
export type Said = z.infer<typeof saidSchema>;

/** Runs `long-review-process.ts` with so many edits. */
export async function reviewLong(edits: number): Promise<Said> {
  const folder = await mkdtemp(join(tmpdir(), 'galley-long-'));
  try {
    const { stdout } = await promisify(execFile)(process.execPath, ['--expose-gc', SCRIPT, folder, String(edits)]);
    return saidSchema.parse(JSON.parse(stdout));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Throws what is wrong with a long review. */
export function judge({ acknowledged, memory: [early, , late], rejections }: Said): void {
  if (rejections > 0) throw new Error(`${rejections} unhandled rejections`);
  const each = (late - early) / (0.9 * acknowledged);
  if (each > BYTES_OF_EDIT) throw new Error(`each edit keeps ${Math.round(each)} bytes in memory`);
}

const longReview: Ordeal = {
  row: 15,
  each: 0,
  nightly: 5,
  name: `a review of ${EDITS} edits in one process`,
  async run() {
    const said = await reviewLong(EDITS);
    judge(said);
    const { acknowledged, found } = said;
    return { runs: 1, acknowledged, lost: Math.max(0, acknowledged - found), refused: 0 };
  },
};

export const LONG: readonly Ordeal[] = process.platform === 'win32' ? [] : [longReview];
