/** The bytes of an issue: those of its file. */
import { DeskError } from '../../shared/contract/contract.ts';
import type { Files } from './files.ts';
import { readingProblem } from './problems.ts';

/** Text of this size takes some ten times as much memory; beyond it the system would kill the desk, not refuse. */
export const LARGEST_ISSUE = 256 * 1024 * 1024;

/** The issue's bytes; null when it is gone. Rejects with a `DeskError`. */
export async function readIssueBytes(files: Files, path: string): Promise<Uint8Array | null> {
  try {
    const stat = await files.stat(path);
    if (stat && stat.size > LARGEST_ISSUE) throw new DeskError({ key: 'too large' });
    return stat && (await files.read(path));
  } catch (error) {
    throw new DeskError(readingProblem(error), { cause: error });
  }
}
