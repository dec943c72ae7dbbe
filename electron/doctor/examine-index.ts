/** What `galley doctor` finds in the data folder: the settings, and an archive's index held against the archive's files. */
import { join } from 'node:path';
import { archiveFolder } from '../archive/keeper.ts';
import { scanArchive } from '../archive/scan.ts';
import { type Database, openDatabase } from '../archive/sqlite.ts';
import type { Files } from '../desk/files.ts';
import { STORE_NAME } from '../host/store.ts';
import type { Finding } from './examine.ts';

/** What SQLite says of a file that is damaged or none of its own; of a busy or forbidden one it says something else. */
const DAMAGED = /malformed|not a database|disk image/i;

/** The settings file of the data folder; nothing is found where there is none. */
export async function examineSettings(files: Files, dataFolder: string): Promise<readonly Finding[]> {
  const path = join(dataFolder, `${STORE_NAME}.json`);
  if (!(await files.stat(path))) return [];
  const bytes = await files.read(path).catch(() => null);
  if (!bytes) return [{ what: 'not readable', path, mayBeSetAside: false }];
  try {
    JSON.parse(Buffer.from(bytes).toString('utf8'));
    return [];
  } catch {
    return [{ what: 'settings damaged', path, mayBeSetAside: true }];
  }
}

/** The index of the archive at `root` (its real path). It is read only; one that was never made is no finding. */
export async function examineIndex(files: Files, dataFolder: string, root: string): Promise<readonly Finding[]> {
  const path = join(archiveFolder(dataFolder, root), 'index.sqlite');
  if (!(await files.stat(path))) return [];
  const known = await readIndex(path);
  if (typeof known === 'string') return [{ what: known, path, mayBeSetAside: known === 'index damaged' }];
  return (await isBehind(known, { files, root, dataFolder }))
    ? [{ what: 'index behind', path, mayBeSetAside: false }]
    : [];
}

/** What the index knows of each issue. */
interface Known {
  readonly stamps: ReadonlyMap<string, string>;
  /** Names under which reviews began that go on under others: no issues of their own. */
  readonly former: ReadonlySet<string>;
}

async function readIndex(path: string): Promise<Known | 'index damaged' | 'not readable'> {
  let db: Database | null = null;
  try {
    db = await openDatabase(path);
    if (db.get('PRAGMA integrity_check')?.integrity_check !== 'ok') return 'index damaged';
    const rows = db.all('SELECT path, stamp, formerly FROM issues');
    return {
      stamps: new Map(rows.map(({ path: issue, stamp }) => [String(issue), String(stamp)])),
      former: new Set(rows.flatMap(({ formerly }) => (formerly === null ? [] : [String(formerly)]))),
    };
  } catch (error) {
    return DAMAGED.test(String(error)) ? 'index damaged' : 'not readable';
  } finally {
    db?.close();
  }
}

async function isBehind({ stamps, former }: Known, ports: Parameters<typeof scanArchive>[0]): Promise<boolean> {
  let there = 0;
  for await (const { found } of scanArchive(ports))
    for (const { path, stamp, isMissing } of found.issues) {
      if (isMissing && former.has(path)) continue;
      if (stamps.get(path) !== stamp) return true;
      there++;
    }
  return there !== stamps.size;
}
