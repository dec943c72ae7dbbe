/**
 * What `galley doctor` looks at in a folder of issues: journals, copies of the issues' bytes and texts, locks, temporary
 * files; of second readings too.
 * It reads through the same doors as the desk, and repairs by setting aside: nothing is deleted.
 */
import { join } from 'node:path';
import { temporaryOwner } from '../desk/atomic.ts';
import type { Files } from '../desk/files.ts';
import { BYTES, LOCK, READERS, TEXT } from '../desk/journal-format.ts';
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
  'text missing',
  'text damaged',
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

/** The folders of reviews in `.galley` or `DATA/reviews`, with the second readings in each. No link is followed. */
export async function examineReviews(ports: ExaminePorts, folder: string): Promise<Examined> {
  return examineIn(ports, folder, await ports.files.realPath(folder).catch(() => folder));
}

/** `real`: the path that the folder has unless a link led here. */
async function examineIn(ports: ExaminePorts, folder: string, real: string): Promise<Examined> {
  const { files } = ports;
  const names = (await files.list(folder).catch(() => [])).toSorted();
  const findings: Finding[] = [];
  let reviews = 0;
  for (const name of names) {
    const path = join(folder, name);
    const isFolder = (await files.stat(path).catch(() => null))?.isFolder ?? false;
    if (!isFolder || (await files.realPath(path)) !== join(real, name)) continue;
    const second = await examineIn(ports, join(path, READERS), join(real, name, READERS));
    reviews += 1 + second.reviews;
    findings.push(...(await examineReview(ports, path).catch(() => unreadable(path)().findings)), ...second.findings);
  }
  return { reviews, findings };
}

async function examineReview(ports: ExaminePorts, folder: string): Promise<readonly Finding[]> {
  const { files } = ports;
  const read = await readJournal(files, folder);
  const findings: Finding[] = [...journalFindings(read, folder), ...(await copyFindings(files, read, folder))];
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

/** The copies that stand beside the journal, held against its opening. */
async function copyFindings(files: Files, read: JournalRead, folder: string): Promise<readonly Finding[]> {
  if (read.kind !== 'journal') return [];
  const { sha256, importer } = read.opening;
  const bytes = await copyFinding(files, join(folder, BYTES), sha256, ['bytes missing', 'bytes damaged']);
  const text = importer
    ? await copyFinding(files, join(folder, TEXT), importer.text, ['text missing', 'text damaged'])
    : [];
  return [...bytes, ...text];
}

async function copyFinding(
  files: Files,
  path: string,
  sha256: string,
  [missing, damaged]: readonly [Finding['what'], Finding['what']],
): Promise<readonly Finding[]> {
  if (!(await files.stat(path))) return [{ what: missing, path, mayBeSetAside: false }];
  const isSame = sha256Of(await files.read(path)) === sha256;
  return isSame ? [] : [{ what: damaged, path, mayBeSetAside: false }];
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
