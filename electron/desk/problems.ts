/** System errors as problems that the window has words for. */
import { DeskError, type Problem, type ProblemKey } from '../../shared/contract/contract.ts';
import { codeOf } from './files.ts';

const READING: Readonly<Record<string, ProblemKey>> = {
  ENOENT: 'no such file',
  ENOTDIR: 'no such file',
  EISDIR: 'is a folder',
  ERR_FS_FILE_TOO_LARGE: 'too large',
};

const WRITING: Readonly<Record<string, ProblemKey>> = {
  ENOSPC: 'disk full',
  EDQUOT: 'disk full',
  EFBIG: 'disk full',
  ENOENT: 'folder gone',
  ENOTDIR: 'folder gone',
  ENODEV: 'folder gone',
  ENXIO: 'folder gone',
  ESTALE: 'folder gone',
};

/** Why a file can't be read. */
export const readingProblem = (error: unknown): Problem => problemFor(error, READING, 'not readable');

/** Why something can't be written: `disk full`, `folder gone`, or `not writable` for everything else. */
export const writingProblem = (error: unknown): Problem => problemFor(error, WRITING, 'not writable');

function problemFor(error: unknown, table: Readonly<Record<string, ProblemKey>>, other: ProblemKey): Problem {
  if (error instanceof DeskError) return error.problem;
  const code = codeOf(error);
  // The message of a system error holds the path; the code says enough for a log.
  return { key: table[code] ?? other, ...(code ? { detail: code } : {}) };
}
