/**
 * What `galley doctor` looks at in a folder of issues: journals, copies of the issues' bytes, locks, temporary files.
 * It reads through the same doors as the desk, and repairs by setting aside: nothing is deleted.
 */
import { join } from 'node:path';
import { temporaryOwner } from '../desk/atomic.ts';
import type { Files } from '../desk/files.ts';
import { BYTES, LOCK } from '../desk/journal-format.ts';
import { type JournalRead, readJournal } from '../desk/journal-read.ts';
import { lockHolder } from '../desk/lock.ts';
import { sha256Of } from '../desk/place.ts';
import type { Processes } from '../desk/processes.ts';

const FINDINGS = [
  'torn journal',
  'damaged journal',
  'newer journal',
  'bytes missing',
  'bytes damaged',
  'orphaned lock',
  'orphaned temporary file',
  'settings damaged',
  'index damaged',
  'index behind',
  'not readable',
] as const;

export interface Finding {
  readonly what: (typeof FINDINGS)[number];
  /** The file or the folder that it is about. */
  readonly path: string;
  /** It can be set aside without losing anything; false: only a person can judge, or nothing needs to be done. */
  readonly mayBeSetAside: boolean;
}

export interface Examined {
  readonly reviews: number;
  readonly findings: readonly Finding[];
}

export interface ExaminePorts {
  readonly files: Files;
  readonly processes: Processes;
}

/** Examines `DIR` and the folders below it. Rejects when `DIR` itself can't be listed. */
export async function examine(ports: ExaminePorts, folder: string): Promise<Examined> {
  const findings: Finding[] = [];
  let reviews = 0;
  const names = (await ports.files.list(folder)).toSorted();
  for (const name of names) {
    const path = join(folder, name);
    if (await isOrphan(ports, name)) findings.push(orphan(path));
    // A link may lead anywhere, also back up: it is not followed.
    const isFolder = (await ports.files.stat(path).catch(() => null))?.isFolder ?? false;
    if (!isFolder || (await ports.files.realPath(path)) !== path) continue;
    const inside =
      name === '.galley' ? await examineReviews(ports, path) : await examine(ports, path).catch(unreadable(path));
    reviews += inside.reviews;
    findings.push(...inside.findings);
  }
  return { reviews, findings };
}

/** The folders of reviews in `.galley` or `DATA/reviews`. */
export async function examineReviews(ports: ExaminePorts, folder: string): Promise<Examined> {
  const names = (await ports.files.list(folder).catch(() => [])).toSorted();
  const findings: Finding[] = [];
  let reviews = 0;
  for (const name of names) {
    const path = join(folder, name);
    if (!(await ports.files.stat(path))?.isFolder) continue;
    reviews++;
    findings.push(...(await examineReview(ports, path).catch(() => unreadable(path)().findings)));
  }
  return { reviews, findings };
}

async function examineReview(ports: ExaminePorts, folder: string): Promise<readonly Finding[]> {
  const { files } = ports;
  const read = await readJournal(files, folder);
  const findings: Finding[] = [...journalFindings(read, folder), ...(await bytesFindings(files, read, folder))];
  const lock = join(folder, LOCK);
  if ((await files.stat(lock)) && !(await lockHolder(ports, folder)))
    findings.push({ what: 'orphaned lock', path: lock, mayBeSetAside: true });
  for (const name of (await files.list(folder)).toSorted())
    if (await isOrphan(ports, name)) findings.push(orphan(join(folder, name)));
  return findings;
}

function journalFindings(read: JournalRead, folder: string): readonly Finding[] {
  const found = (what: Finding['what']): readonly Finding[] => [{ what, path: folder, mayBeSetAside: false }];
  if (read.kind === 'newer') return found('newer journal');
  if (read.kind === 'damaged') return found('damaged journal');
  return read.torn ? found('torn journal') : [];
}

async function bytesFindings(files: Files, read: JournalRead, folder: string): Promise<readonly Finding[]> {
  if (read.kind !== 'journal') return [];
  const path = join(folder, BYTES);
  if (!(await files.stat(path))) return [{ what: 'bytes missing', path, mayBeSetAside: false }];
  const isSame = sha256Of(await files.read(path)) === read.opening.sha256;
  return isSame ? [] : [{ what: 'bytes damaged', path, mayBeSetAside: false }];
}

/** A temporary file of a process of this machine that is gone. */
async function isOrphan({ processes }: ExaminePorts, name: string): Promise<boolean> {
  const pid = temporaryOwner(name);
  return pid !== null && !(await processes.isRunning({ pid, startTime: null }));
}

const orphan = (path: string): Finding => ({ what: 'orphaned temporary file', path, mayBeSetAside: true });

const unreadable = (path: string) => (): Examined => ({
  reviews: 0,
  findings: [{ what: 'not readable', path, mayBeSetAside: false }],
});

/** SQLite keeps a database in these files. */
const INDEX_PARTS = ['', '-wal', '-shm', '-journal'];

/** Renames what may be set aside to `NAME.aside-TIME`; resolves to the new paths. Rejects when a rename fails. */
export async function setAside(files: Files, findings: readonly Finding[], now: Date): Promise<readonly string[]> {
  const stamp = now.toISOString().replace(/[:.]/g, '-');
  const moved: string[] = [];
  for (const { what, path } of findings.filter(({ mayBeSetAside }) => mayBeSetAside))
    for (const part of what === 'index damaged' ? INDEX_PARTS : ['']) {
      if (!(await files.stat(path + part))) continue;
      const to = `${path}.aside-${stamp}${part}`;
      await files.rename(path + part, to);
      moved.push(to);
    }
  return moved;
}
