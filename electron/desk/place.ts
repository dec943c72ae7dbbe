/**
 * Where the review of an issue lives: `DIR/.galley/FILE.EXT/` beside it; when DIR can't be written,
 * `DATA/reviews/<SHA-256 of the real path>/`.
 */
import { createHash } from 'node:crypto';
import { basename, dirname, join } from 'node:path';
import { makeFolders, writeAtomic } from './atomic.ts';
import type { Files } from './files.ts';
import { BYTES, OPENING, type Opening, TEXT } from './journal-format.ts';
import { type JournalRead, readJournal, readOpening } from './journal-read.ts';
import { encodeRecord } from './record.ts';

export interface Place {
  readonly folder: string;
  readonly isBeside: boolean;
}

export const besideOf = (path: string): Place => ({
  folder: join(dirname(path), '.galley', basename(path)),
  isBeside: true,
});

export const inDataFolder = (dataFolder: string, path: string): Place => ({
  folder: join(dataFolder, 'reviews', sha256Of(Buffer.from(path))),
  isBeside: false,
});

/** By what an issue is found again under another name. */
export interface IssueIdentity {
  readonly sha256: string;
  /** In bytes. */
  readonly size: number;
}

export interface Found {
  readonly place: Place;
  readonly read: JournalRead;
  /** The issue's name when it was reviewed, if it was another. */
  readonly formerly?: string;
}

/**
 * The review of the issue at `path` (its real path): the one under its name, or the longer of two when there is one in
 * the data folder as well; else one of the same bytes under the name of a file that is gone (the issue was renamed).
 * When there is none, the place for a new one.
 */
export async function findReview(
  files: Files,
  dataFolder: string,
  path: string,
  file: IssueIdentity | null,
): Promise<Found> {
  const found = await longestAt(files, [besideOf(path), inDataFolder(dataFolder, path)]);
  if (found.read.kind !== 'none' || file === null) return found;
  return (await findRenamed(files, path, file)) ?? found;
}

/** The longest of the branches of one review that may lie at these places, of equal ones the first. */
export async function longestAt(files: Files, [first, ...others]: readonly [Place, ...Place[]]): Promise<Found> {
  let longest = await readAt(files, first);
  for (const place of others) {
    const found = await readAt(files, place);
    if (lengthOf(found.read) > lengthOf(longest.read)) longest = found;
  }
  return longest;
}

/** Whether there seems to be a review of the issue, without reading it: for lists. */
export const seemsReviewed = (files: Files, dataFolder: string, path: string): Promise<boolean> =>
  isBegunAt(files, [besideOf(path), inDataFolder(dataFolder, path)]);

/** Whether a review seems to be at one of the places. */
export async function isBegunAt(files: Files, places: readonly Place[]): Promise<boolean> {
  for (const place of places) if (await files.stat(join(place.folder, OPENING)).catch(() => null)) return true;
  return false;
}

/**
 * Fills the review's folder with what stands in it beside the journal: the issue's bytes, its text where an importer made
 * it, and a copy of the opening.
 */
export async function furnish(
  files: Files,
  place: Place,
  bytes: Uint8Array,
  text: string,
  opening: Opening,
): Promise<void> {
  await writeAtomic(files, join(place.folder, BYTES), bytes);
  if (opening.importer) await writeAtomic(files, join(place.folder, TEXT), Buffer.from(text));
  await writeAtomic(files, join(place.folder, OPENING), encodeRecord(opening));
}

/**
 * Makes the folder of a new review. Rejects (`ELOOP`) where it would lie elsewhere: a link in a stranger's archive must
 * not make Galley write in a folder of its choice.
 */
export async function makePlace(files: Files, { folder, isBeside }: Place): Promise<void> {
  await makeFolders(files, folder);
  if (isBeside && (await files.realPath(folder)) !== folder)
    throw Object.assign(new Error('the folder of a new review is a link'), { code: 'ELOOP' });
}

export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

async function readAt(files: Files, place: Place): Promise<Found> {
  return { place, read: await readJournal(files, place.folder) };
}

/** A review that can't be read counts as longer than none, and shorter than any that can. */
const lengthOf = (read: JournalRead): number =>
  read.kind === 'journal' ? read.entries.length + 1 : read.kind === 'none' ? -1 : 0;

async function findRenamed(files: Files, path: string, { sha256, size }: IssueIdentity): Promise<Found | null> {
  const parent = join(dirname(path), '.galley');
  const names = (await files.stat(parent)) ? await files.list(parent) : [];
  for (const name of names.toSorted()) {
    const folder = join(parent, name);
    const bytes = await files.stat(join(folder, BYTES));
    if (!bytes || bytes.size !== size) continue;
    // While the other file is still there, this one is a copy and has a review of its own.
    if (await files.stat(join(dirname(path), name))) continue;
    if ((await readOpening(files, folder))?.sha256 !== sha256) continue;
    return { ...(await readAt(files, { folder, isBeside: true })), formerly: name };
  }
  return null;
}
