/**
 * What lies in one folder of an archive: its issues, the reviews whose issue is gone, the folders below. Nothing is read
 * but names, sizes and times, so that a hundred thousand issues that did not change cost seconds.
 */
import { join } from 'node:path';
import type { FileStat, Files } from '../desk/files.ts';
import { isMetsName, isPartsFolder, issueNames, pageFiles } from '../desk/issue-names.ts';
import { OPENING, PAGE_ORDER, segmentNumber } from '../desk/journal-format.ts';
import { inDataFolder } from '../desk/place.ts';
import { deliveredIn, namesIn } from './delivered.ts';

export interface FoundIssue {
  /** From the archive's folder, with `/`. */
  readonly path: string;
  readonly name: string;
  readonly folder: string;
  readonly bytes: number;
  /** Another stamp: the issue or its review may have changed. */
  readonly stamp: string;
  /** There may be a review of it, under its own name or a former one. */
  readonly mayBeReviewed: boolean;
  /** Only the review is there. */
  readonly isMissing: boolean;
}

export interface ScannedFolder {
  readonly issues: readonly FoundIssue[];
  /** Folders below, from the archive's folder, with `/`. */
  readonly folders: readonly string[];
  /** What to watch: the folder, and those of its reviews. */
  readonly watched: readonly string[];
}

export interface ScanPorts {
  readonly files: Files;
  /** The archive's real path. */
  readonly root: string;
  readonly dataFolder: string;
}

/** Beside the issues: their reviews. */
const REVIEWS = '.galley';
/** Calls to the disk at once. */
const AT_ONCE = 32;

/** What lies in the folder (from the archive's, with `/`; empty for the archive itself). A folder that is gone is empty. */
export async function scanFolder(ports: ScanPorts, folder: string): Promise<ScannedFolder> {
  const { files, root, dataFolder } = ports;
  const here = join(root, folder);
  const names: readonly string[] = await files.list(here).catch(() => []);
  const reviews = names.includes(REVIEWS) ? await files.list(join(here, REVIEWS)).catch(() => []) : [];
  const there = new Set(names);
  const orphans = reviews.filter((name) => !there.has(name));
  const away = await awayReviews(files, dataFolder);
  const reviewed = new Set(reviews);
  const isDelivered = await deliveredIn(files, here);
  const candidates = names.filter((name) => !name.startsWith('.') && !isDelivered(name)).toSorted();
  const stats = await eachAtOnce(candidates, (name) => files.stat(join(here, name)).catch(() => null));
  const isFolder = (i: number) => stats[i]?.isFolder === true;
  const fileNames = candidates.filter((_, i) => stats[i] && !isFolder(i));
  const hasMets = fileNames.some(isMetsName);
  const listed = new Set(issueNames(fileNames));
  const issues: FoundIssue[] = [];
  const folders: string[] = [];
  for (const [i, name] of candidates.entries()) {
    const stat = stats[i];
    if (!stat) continue;
    const pages = isFolder(i) ? await pagesStat(files, join(here, name)) : null;
    if (isFolder(i) && !pages) {
      if (!(hasMets && isPartsFolder(name))) folders.push(pathIn(folder, name));
      continue;
    }
    if (!pages && !listed.has(name)) continue;
    const path = join(here, name);
    const places = [
      ...(reviewed.has(name) ? [join(here, REVIEWS, name)] : []),
      ...(away.size > 0 && away.has(awayName(dataFolder, path)) ? [inDataFolder(dataFolder, path).folder] : []),
    ];
    const whole = pages ?? (isMetsName(name) ? together(stats.filter((one) => one && !one.isFolder)) : stat);
    issues.push(await issueOf(files, folder, name, whole, places, orphans.length > 0));
  }
  for (const name of orphans) {
    const place = join(here, REVIEWS, name);
    if (await files.stat(join(place, OPENING)).catch(() => null))
      issues.push({ ...(await issueOf(files, folder, name, null, [place], true)), isMissing: true });
  }
  const reviewFolders = reviews.map((name) => pathIn(pathIn(folder, REVIEWS), name));
  const watched = [folder, ...(names.includes(REVIEWS) ? [pathIn(folder, REVIEWS)] : []), ...reviewFolders];
  return { issues, folders, watched };
}

/** What an issue of several files weighs, and when the last of them changed. */
const together = (stats: readonly (FileStat | null | undefined)[]): FileStat => ({
  size: stats.reduce((sum, stat) => sum + (stat?.size ?? 0), 0),
  changed: stats.reduce((latest, stat) => Math.max(latest, stat?.changed ?? 0), 0),
  isFolder: false,
});

/** Of a folder that is one issue, a page a file; null for any other. */
async function pagesStat(files: Files, folder: string): Promise<FileStat | null> {
  const pages = pageFiles(await namesIn(files, folder).catch(() => []), { named: true });
  if (pages.length === 0) return null;
  return together(await eachAtOnce(pages, ({ file }) => files.stat(join(folder, file)).catch(() => null)));
}

/** Every folder of the archive, itself first, with what lies in it. Links that lead back up are followed once. */
export async function* scanArchive(ports: ScanPorts): AsyncGenerator<{ folder: string; found: ScannedFolder }> {
  const waiting = [''];
  const seen = new Set<string>();
  for (let folder = waiting.shift(); folder !== undefined; folder = waiting.shift()) {
    const real = await ports.files.realPath(join(ports.root, folder)).catch(() => null);
    if (real === null || seen.has(real)) continue;
    seen.add(real);
    const found = await scanFolder(ports, folder);
    waiting.push(...found.folders);
    yield { folder, found };
  }
}

export const pathIn = (folder: string, name: string): string => (folder === '' ? name : `${folder}/${name}`);

async function issueOf(
  files: Files,
  folder: string,
  name: string,
  stat: FileStat | null,
  places: readonly string[],
  hasOrphans: boolean,
): Promise<FoundIssue> {
  const stamps = await Promise.all(places.map((place) => reviewStamp(files, place)));
  return {
    path: pathIn(folder, name),
    name,
    folder,
    bytes: stat?.size ?? 0,
    stamp: [stat ? `${stat.size} ${stat.changed}` : 'gone', ...stamps].join(' | '),
    mayBeReviewed: places.length > 0 || hasOrphans,
    isMissing: false,
  };
}

/** The names, sizes and times of what a review's folder holds and the table shows. */
async function reviewStamp(files: Files, place: string): Promise<string> {
  const names = (await files.list(place).catch(() => [])).filter(
    (name) => segmentNumber(name) !== null || name === 'lock' || name === 'exported' || name === PAGE_ORDER,
  );
  const stats = await Promise.all(names.toSorted().map((name) => files.stat(join(place, name)).catch(() => null)));
  return stats.map((stat) => (stat ? `${stat.size} ${stat.changed}` : '-')).join(', ');
}

async function awayReviews(files: Files, dataFolder: string): Promise<ReadonlySet<string>> {
  return new Set(await files.list(join(dataFolder, 'reviews')).catch(() => []));
}

const awayName = (dataFolder: string, path: string): string =>
  inDataFolder(dataFolder, path).folder.split(/[\\/]/).at(-1) ?? '';

/** Maps in order, so many at once. */
export async function eachAtOnce<T, R>(
  items: readonly T[],
  work: (item: T) => Promise<R>,
  atOnce: number = AT_ONCE,
): Promise<R[]> {
  const results: R[] = new Array(items.length);
  let next = 0;
  const run = async () => {
    for (let i = next++; i < items.length; i = next++) results[i] = await work(items[i] as T); // i is in range
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, run));
  return results;
}
