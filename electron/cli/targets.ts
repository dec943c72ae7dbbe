/** Where exports go. Two issues never share a target, and no target is an issue that is being exported. */
import { realpath } from 'node:fs/promises';
import { join } from 'node:path';
import type { ExportFormat } from '../../shared/contract/contract.ts';
import { exportName } from '../export/export.ts';
import { Complaint, type Io } from './io.ts';
import { nameOf, pathOf } from './read-issue.ts';

/** Names that some file systems take for one: they fold case, and compose letters with their accents. */
const folded = (path: string): string => path.normalize('NFC').toLowerCase();

const realPathOf = (path: string): Promise<string> => realpath(path).catch(() => path);

/**
 * Gives the files of one run, one after the other, their targets in the folder `out`, which must be there. The function
 * throws a `Complaint` for a file whose export would replace an issue or another's export.
 */
export async function targetsIn(
  out: string,
  files: readonly string[],
  io: Io,
): Promise<(file: string, format: ExportFormat) => string> {
  const folder = await realPathOf(out);
  const issues = files.filter((file) => file !== '-').map((file) => realPathOf(pathOf(file, io)));
  const sources = new Set((await Promise.all(issues)).map(folded));
  const taken = new Set<string>();
  return (file, format) => {
    const name = exportName(nameOf(file), format);
    const path = join(folder, name);
    if (sources.has(folded(path))) throw new Complaint(`Its export would replace the issue ${name}.`);
    if (taken.has(folded(path)))
      throw new Complaint(`Its export would be ${name} like another's; export it into another folder.`);
    taken.add(folded(path));
    return path;
  };
}
