/** Packages read back: what a zip is to us, and the pages of one. */
import { DeskError } from '../../shared/contract/contract.ts';
import { isDocx } from './docx.ts';
import type { ImportedFile } from './import.ts';
import { metsEntry, partsOfMets, type ReadPart, readMets } from './mets.ts';
import { PAGE_LIST, type PageList, pageListSchema } from './package.ts';
import type { ImportedPage } from './pages.ts';
import { refusal } from './refusal.ts';
import { isZip, readZip, type ZipEntry } from './zip.ts';

/** Whose format a zip is in; null for one that is none of ours. Never throws: what is wrong with a zip is told in reading it. */
export function packageKind(bytes: Uint8Array): 'docx' | 'mets' | 'pages' | null {
  try {
    const entries = readZip(bytes, 'ZIP');
    if (isDocx(entries)) return 'docx';
    if (entries.some(({ name }) => name === PAGE_LIST)) return 'pages';
    return metsEntry(entries) ? 'mets' : null;
  } catch (error) {
    const isUnsafe = error instanceof DeskError && error.problem.key === 'unsafe file';
    return isUnsafe ? 'pages' : null;
  }
}

/** The pages of a package, with its articles where it has a METS. Rejects with a `DeskError`. */
export async function readPackage(bytes: Uint8Array, kind: string, readPart: ReadPart): Promise<ImportedFile> {
  // A METS that was not found as a file beside its pages: from a pipe, or moved away from them.
  if (!isZip(bytes)) throw refusal('part missing', kind, undefined, partsOfMets(bytes)[0] ?? '?');
  const entries = readZip(bytes, kind);
  const list = entries.find(({ name }) => name === PAGE_LIST);
  if (list) return { pages: await listedPages(entries, pageListOf(list, kind), kind, readPart) };
  const mets = metsEntry(entries);
  if (!mets) throw refusal('broken file', kind);
  return readMets(entries, mets, readPart);
}

function pageListOf(entry: ZipEntry, kind: string): PageList {
  try {
    return pageListSchema.parse(JSON.parse(Buffer.from(entry.read()).toString('utf8')));
  } catch {
    throw refusal('broken file', kind, 'its list of pages');
  }
}

async function listedPages(entries: readonly ZipEntry[], { pages }: PageList, kind: string, readPart: ReadPart) {
  const all: ImportedPage[] = [];
  for (const { file, image } of pages) {
    const entry = entries.find(({ name }) => name === file);
    if (!entry) throw refusal('part missing', kind, undefined, file);
    const read = await readPart(entry.read(), file);
    // A picture of the page is of the file's only page.
    all.push(...read.map((page) => (image !== undefined && read.length === 1 ? { ...page, image } : page)));
  }
  return all;
}
