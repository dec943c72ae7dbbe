/**
 * Second readers: other reviews of an issue, each by a person who does not see the first. They lie in the first review's
 * folder, one folder a reader, laid out like every review:
 *
 *     .galley/FILE.EXT/            bytes  opening  journal.0001 …
 *     .galley/FILE.EXT/readers/    li-4b1f…/ bytes  opening  journal.0001 …
 */
import { basename, extname, join } from 'node:path';
import { DeskError } from '../../shared/contract/contract.ts';
import type { SecondReader, SecondReview } from '../../shared/contract/issue.ts';
import { editsOf } from '../../shared/journal/effort.ts';
import { issueOf } from '../../shared/model/issue.ts';
import type { Article } from '../../shared/model/review.ts';
import type { Files } from './files.ts';
import { OPENING, READERS } from './journal-format.ts';
import { type JournalContent, readOpening } from './journal-read.ts';
import { besideOf, type Found, inDataFolder, isBegunAt, longestAt, type Place, sha256Of } from './place.ts';
import { replay } from './replay.ts';
import type { LoadedSource } from './source.ts';

/** Letters of a name that a file's name shows, and of the hash that keeps names apart: in folders, in files of exports. */
const SHOWN = 24;
const HASH = 12;
const FILE_HASH = 6;

/** What file names show of a person's name of any script. */
const shownOf = (reader: string): string =>
  [...reader.normalize('NFC').replace(/[^\p{L}\p{N}]+/gu, '-')].slice(0, SHOWN).join('');

const hashOf = (reader: string): string => sha256Of(Buffer.from(reader.normalize('NFC')));

/** Words with a blank between them: of such names no two are shown alike. */
const PLAIN = /^[\p{L}\p{N}]+(?: [\p{L}\p{N}]+)*$/u;
const isPlain = (reader: string): boolean => {
  const name = reader.normalize('NFC');
  return PLAIN.test(name) && [...name].length <= SHOWN;
};

/**
 * What files of a reading are named after, where those of the first review are named after the issue: `daily (李).txt`. A
 * name that is cut, or of which more than blanks went, has a hash, so that Li-Wei and Li.Wei have files of their own.
 */
export function readingName(issue: string, reader: string): string {
  const extension = extname(issue);
  const shown = shownOf(reader);
  const name = isPlain(reader) ? shown : `${shown} ${hashOf(reader).slice(0, FILE_HASH)}`;
  return `${basename(issue, extension)} (${name.trim()})${extension}`;
}

/** A name that every file system takes, and no other reader has. */
export function readerFolder(reader: string): string {
  return `${shownOf(reader)}-${hashOf(reader).slice(0, HASH)}`;
}

const placeUnder = ({ folder, isBeside }: Place, reader: string): Place => ({
  folder: join(folder, READERS, readerFolder(reader)),
  isBeside,
});

/** Where the reader's review goes when nothing can be written beside the issue. */
export const readerFallback = (dataFolder: string, path: string, reader: string): Place =>
  placeUnder(inDataFolder(dataFolder, path), reader);

/** Where a review of the issue may lie: the first, or that of a second reader. */
export function placesOf(dataFolder: string, path: string, reader: string | undefined): readonly Place[] {
  const first = [besideOf(path), inDataFolder(dataFolder, path)];
  return reader === undefined ? first : first.map((place) => placeUnder(place, reader));
}

/** Whether the reader seems to have begun, without reading it: for lists. */
export const seemsRead = (files: Files, dataFolder: string, path: string, reader: string): Promise<boolean> =>
  isBegunAt(files, placesOf(dataFolder, path, reader));

/** Places that the first review may have had while a reading began: it moves when its folder can't be written. */
const firstPlaces = (dataFolder: string, path: string, first: Place): readonly [Place, ...Place[]] => {
  const others = [besideOf(path), inDataFolder(dataFolder, path)].filter(({ folder }) => folder !== first.folder);
  return [first, ...others];
};

/** The reader's review of the issue whose first review is at `first`; where there is none yet, the place for it. */
export async function findReading(
  files: Files,
  dataFolder: string,
  path: string,
  first: Place,
  reader: string,
): Promise<Found> {
  const [own, ...others] = firstPlaces(dataFolder, path, first);
  return longestAt(files, [placeUnder(own, reader), ...others.map((place) => placeUnder(place, reader))]);
}

/** Who has a second reading of the issue, wherever it lies. */
export async function readersOf(
  files: Files,
  dataFolder: string,
  path: string,
  first: Place,
): Promise<ReadonlySet<string>> {
  const readers = new Set<string>();
  for (const place of firstPlaces(dataFolder, path, first)) {
    const parent = join(place.folder, READERS);
    const names = (await files.stat(parent)) ? await files.list(parent) : [];
    for (const name of names.toSorted()) {
      if (!(await files.stat(join(parent, name, OPENING)))) continue;
      const reader = (await readOpening(files, join(parent, name)))?.reader;
      if (reader !== undefined) readers.add(reader);
    }
  }
  return readers;
}

/** Who read the issue a second time, and how far they are. A reading that can't be read is left out. */
export async function listReaders(
  files: Files,
  dataFolder: string,
  path: string,
  loaded: LoadedSource,
): Promise<readonly SecondReader[]> {
  const readers: SecondReader[] = [];
  for (const reader of await readersOf(files, dataFolder, path, loaded.place)) {
    const { read } = await findReading(files, dataFolder, path, loaded.place, reader);
    const articles = read.kind === 'journal' ? articlesOf(loaded, read) : null;
    if (read.kind !== 'journal' || !articles) continue;
    readers.push({
      reader,
      edits: editsOf(read.entries),
      articles: articles.length,
      settled: articles.filter(({ state }) => state === 'settled').length,
      at: read.entries.at(-1)?.at ?? null,
    });
  }
  return readers;
}

/** What a reading made of the issue; null where it can't be replayed over its text. */
function articlesOf({ decoded }: LoadedSource, { opening, entries }: JournalContent): readonly Article[] | null {
  try {
    return replay(issueOf(decoded.text), opening.proposal, entries).review.articles;
  } catch {
    return null;
  }
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
