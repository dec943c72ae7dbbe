/**
 * The bytes of an issue: those of its file; of a METS and of a folder of page files, a package of all files that belong
 * to it (`electron/import/package.ts`).
 */
import { dirname, join, sep } from 'node:path';
import { DeskError } from '../../shared/contract/contract.ts';
import { partsOfMets } from '../import/mets.ts';
import { type Part, packageOf, pagesPackage } from '../import/package.ts';
import { refusal } from '../import/refusal.ts';
import { rootOf } from '../import/xml.ts';
import type { Files } from './files.ts';
import { orderedPages } from './page-order.ts';
import { readingProblem } from './problems.ts';

/** Text of this size takes some ten times as much memory; beyond it the system would kill the desk, not refuse. */
export const LARGEST_ISSUE = 256 * 1024 * 1024;

/** The name of the METS in its package; its parts keep theirs. */
const METS_NAME = 'mets.xml';

/**
 * The issue's bytes; null when it is gone. Rejects with a `DeskError`: also `part missing` and `part outside` for what a
 * METS names, and `is a folder` for one whose files are no pages of one issue.
 */
export async function readIssueBytes(files: Files, dataFolder: string, path: string): Promise<Uint8Array | null> {
  try {
    const stat = await files.stat(path);
    if (!stat) return null;
    if (stat.isFolder) return await folderBytes(files, dataFolder, path, { named: true });
    if (stat.size > LARGEST_ISSUE) throw new DeskError({ key: 'too large' });
    return await withParts(files, path, await files.read(path));
  } catch (error) {
    throw new DeskError(readingProblem(error), { cause: error });
  }
}

/** The bytes of the file at `path`, as they are or, of a METS, as a package with its parts. Rejects also with system errors. */
export async function withParts(files: Files, path: string, bytes: Uint8Array): Promise<Uint8Array> {
  if (rootOf(bytes) !== 'mets') return bytes;
  const names = partsOfMets(bytes).filter((name) => name !== METS_NAME);
  const parts = await partsIn(files, dirname(path), names, 'METS', bytes.length);
  return packageOf([{ name: METS_NAME, bytes }, ...parts]);
}

/** The page files of a folder as one issue, in the order that was chosen for them. `named`: as `pageFiles` has it. */
export async function folderBytes(
  files: Files,
  dataFolder: string,
  path: string,
  how: { readonly named: boolean },
): Promise<Uint8Array> {
  const { pages } = await orderedPages(files, dataFolder, path, how);
  if (pages.length === 0) throw new DeskError({ key: 'is a folder' });
  const names = pages.map(({ file }) => file);
  return pagesPackage({ pages }, await partsIn(files, path, names, 'folder', 0));
}

/** The files of those relative names; none of them may lie elsewhere, by a link either. */
async function partsIn(
  files: Files,
  folder: string,
  names: readonly string[],
  kind: string,
  read: number,
): Promise<readonly Part[]> {
  const home = await files.realPath(folder);
  const parts: Part[] = [];
  let length = read;
  for (const name of names) {
    const stat = await files.stat(join(home, name));
    if (!stat || stat.isFolder) throw refusal('part missing', kind, undefined, name);
    const real = await files.realPath(join(home, name));
    if (!real.startsWith(home.endsWith(sep) ? home : home + sep)) throw refusal('part outside', kind);
    length += stat.size;
    if (length > LARGEST_ISSUE) throw new DeskError({ key: 'too large' });
    parts.push({ name, bytes: await files.read(real) });
  }
  return parts;
}
