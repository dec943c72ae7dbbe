/** The archive that a file lies in, told by what is kept with an archive: its rules and profiles hold for every export. */
import { dirname, join } from 'node:path';
import type { Files } from '../desk/files.ts';
import { SHARED_FOLDER } from './shared-data.ts';

/** The nearest folder above the path (a real one) that keeps an archive's data; null when there is none. */
export async function archiveOf(files: Files, path: string): Promise<string | null> {
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    const stat = await files.stat(join(folder, SHARED_FOLDER)).catch(() => null);
    if (stat?.isFolder) return folder;
    if (folder === dirname(folder)) return null;
  }
}
