/**
 * Second readers: other reviews of an issue, each by a person who does not see the first. They lie in the first review's
 * folder, one folder a reader, laid out like every review:
 *
 *     .galley/FILE.EXT/            bytes  opening  journal.0001 …
 *     .galley/FILE.EXT/readers/    li-4b1f…/ bytes  opening  journal.0001 …
 */
import { join } from 'node:path';
import { DeskError, type SecondReader, type SecondReview } from '../../shared/contract/contract.ts';
import { editsOf } from '../../shared/journal/effort.ts';
import { issueOf } from '../../shared/model/issue.ts';
import type { Files } from './files.ts';
import { OPENING } from './journal-format.ts';
import { readJournal, readOpening } from './journal-read.ts';
import { type Found, inDataFolder, type Place, sha256Of } from './place.ts';
import { replay } from './replay.ts';
import type { LoadedSource } from './source.ts';

const READERS = 'readers';
/** Letters of a name that a folder's name shows, and of the hash that keeps names apart. */
const SHOWN = 24;
const HASH = 12;

/** A name that every file system takes, for a person's name of any script. */
export function readerFolder(reader: string): string {
  const shown = reader.normalize('NFC').replace(/[^\p{L}\p{N}]+/gu, '-');
  return `${[...shown].slice(0, SHOWN).join('')}-${sha256Of(Buffer.from(reader.normalize('NFC'))).slice(0, HASH)}`;
}

const placeUnder = ({ folder, isBeside }: Place, reader: string): Place => ({
  folder: join(folder, READERS, readerFolder(reader)),
  isBeside,
});

/** Where the reader's review goes when nothing can be written beside the issue. */
export const readerFallback = (dataFolder: string, path: string, reader: string): Place =>
  placeUnder(inDataFolder(dataFolder, path), reader);

/** The reader's review of the issue whose first review is at `first`; where there is none yet, the place for it. */
export async function findReading(
  files: Files,
  dataFolder: string,
  path: string,
  first: Place,
  reader: string,
): Promise<Found> {
  const beside = placeUnder(first, reader);
  const read = await readJournal(files, beside.folder);
  const away = readerFallback(dataFolder, path, reader);
  if (read.kind !== 'none' || away.folder === beside.folder) return { place: beside, read };
  const elsewhere = await readJournal(files, away.folder);
  return elsewhere.kind === 'none' ? { place: beside, read } : { place: away, read: elsewhere };
}

/** Folders in which the issue's second readings lie. */
async function foldersOf(files: Files, dataFolder: string, path: string, first: Place): Promise<readonly string[]> {
  const parents = new Set([first.folder, inDataFolder(dataFolder, path).folder].map((one) => join(one, READERS)));
  const lists = await Promise.all(
    [...parents].map(async (parent) =>
      (await files.stat(parent)) ? (await files.list(parent)).toSorted().map((name) => join(parent, name)) : [],
    ),
  );
  return lists.flat();
}

/** Who read the issue a second time, and how far they are. A reading that can't be read is left out. */
export async function listReaders(
  files: Files,
  dataFolder: string,
  path: string,
  loaded: LoadedSource,
): Promise<readonly SecondReader[]> {
  const readers: SecondReader[] = [];
  for (const folder of await foldersOf(files, dataFolder, path, loaded.place)) {
    if (!(await files.stat(join(folder, OPENING)))) continue;
    const reader = (await readOpening(files, folder))?.reader;
    const read = reader === undefined ? null : await readJournal(files, folder);
    if (reader === undefined || read?.kind !== 'journal') continue;
    const { review } = replay(issueOf(loaded.decoded.text), read.opening.proposal, read.entries);
    readers.push({
      reader,
      edits: editsOf(read.entries),
      articles: review.articles.length,
      settled: review.articles.filter(({ state }) => state === 'settled').length,
      at: read.entries.at(-1)?.at ?? null,
    });
  }
  return readers;
}

/** The whole review of a second reader. Rejects with a `DeskError` `no such reader`, or `out of step` for another text. */
export async function readReading(
  files: Files,
  dataFolder: string,
  path: string,
  loaded: LoadedSource,
  reader: string,
): Promise<SecondReview> {
  const { read } = await findReading(files, dataFolder, path, loaded.place, reader);
  if (read.kind !== 'journal') throw new DeskError({ key: 'no such reader', values: { reader } });
  if (read.opening.sha256 !== loaded.sha256)
    throw new DeskError({ key: 'out of step', detail: 'it is of other bytes' });
  return { reader, proposal: read.opening.proposal, entries: read.entries };
}
