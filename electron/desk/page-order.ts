/**
 * The order of the page files of an issue that is a folder, where somebody chose another than that of their names. It
 * stands in `pages.txt`, a name a line, in the folder of the review: never among the pages.
 */
import { join } from 'node:path';
import type { PageOrder } from '../../shared/contract/issue.ts';
import { namesIn } from '../archive/delivered.ts';
import { writeAtomic } from './atomic.ts';
import { codeOf, type Files } from './files.ts';
import { type PageFile, pageFiles } from './issue-names.ts';
import { PAGE_ORDER } from './journal-format.ts';
import { besideOf, inDataFolder, makePlace } from './place.ts';

/** Bytes that the file has at most: any more is none of ours. */
const LONGEST = 2 ** 20;

/** The pages of the folder at `path` in the order in which they are read; `named` as `pageFiles` has it. Rejects with system errors. */
export async function orderedPages(
  files: Files,
  dataFolder: string,
  path: string,
  how: { readonly named: boolean },
): Promise<{ readonly pages: readonly PageFile[]; readonly order: PageOrder }> {
  const natural = pageFiles(await namesIn(files, path), how);
  const pages = inOrder(natural, await readPageOrder(files, dataFolder, await files.realPath(path)));
  return { pages, order: { pages: pages.map(({ file }) => file), natural: natural.map(({ file }) => file) } };
}

/** The pages that the order names as it names them, then all others as they were. */
export function inOrder(pages: readonly PageFile[], order: readonly string[]): readonly PageFile[] {
  const named = new Map(pages.map((page) => [page.file, page]));
  const first = [...new Set(order)].flatMap((file) => named.get(file) ?? []);
  const taken = new Set(first);
  return [...first, ...pages.filter((page) => !taken.has(page))];
}

/** The data folder's comes first: it is there where the one beside the issue could not be written any more. */
const placesOf = (dataFolder: string, path: string) => [inDataFolder(dataFolder, path), besideOf(path)] as const;

/** The names in the order file, whatever they are; none where there is no such file. */
async function readPageOrder(files: Files, dataFolder: string, path: string): Promise<readonly string[]> {
  for (const { folder } of placesOf(dataFolder, path)) {
    const file = join(folder, PAGE_ORDER);
    const stat = await files.stat(file).catch(() => null);
    if (!stat || stat.isFolder || stat.size > LONGEST) continue;
    const lines = Buffer.from(await files.read(file))
      .toString('utf8')
      .replace(/^\uFEFF/, '')
      .split(/\r?\n/);
    return lines.map((line) => line.trim()).filter((line) => line !== '');
  }
  return [];
}

/** Writes the order of the issue at `path` (a real one) down; none: that of the names. Rejects with system errors. */
export async function writePageOrder(
  files: Files,
  dataFolder: string,
  path: string,
  order: readonly string[],
): Promise<void> {
  const [away, beside] = placesOf(dataFolder, path);
  if (order.length === 0) {
    for (const { folder } of [away, beside]) await files.remove(join(folder, PAGE_ORDER));
    return;
  }
  const bytes = Buffer.from(`${order.join('\n')}\n`);
  try {
    await makePlace(files, beside);
    await writeAtomic(files, join(beside.folder, PAGE_ORDER), bytes);
    await files.remove(join(away.folder, PAGE_ORDER));
  } catch (error) {
    if (codeOf(error) === 'ENOSPC') throw error;
    await makePlace(files, away);
    await writeAtomic(files, join(away.folder, PAGE_ORDER), bytes);
  }
}
