/**
 * What belongs to an archive and to no single issue, kept in the archive, so that everybody who opens it has the same:
 * `.galley-archive/assigned.json` (who works on which issue), `rules.json` (what an export must fulfil), `profiles.json`
 * (what is delivered how), `views.json`.
 * Each is small, readable, and written whole under a lock.
 */
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { type SavedViews, savedViewsSchema } from '../../shared/contract/archive.ts';
import { DeskError } from '../../shared/contract/contract.ts';
import { type ExportProfiles, exportProfilesSchema } from '../../shared/contract/profile.ts';
import { makeFolders, writeAtomic } from '../desk/atomic.ts';
import type { Files } from '../desk/files.ts';
import { acquireLock, type Lock, type LockPorts } from '../desk/lock.ts';
import { writingProblem } from '../desk/problems.ts';

/** The folder's name, in the archive. */
export const SHARED_FOLDER = '.galley-archive';

export interface SharedFile<T> {
  readonly name: string;
  readonly schema: z.ZodType<T>;
  readonly empty: T;
}

/** Path below the archive to the person's name. */
export const ASSIGNED: SharedFile<Readonly<Record<string, string>>> = {
  name: 'assigned.json',
  schema: z.record(z.string().max(4000), z.string().max(300)),
  empty: {},
};

export const VIEWS: SharedFile<SavedViews> = { name: 'views.json', schema: savedViewsSchema, empty: { views: [] } };

export const PROFILES: SharedFile<ExportProfiles> = {
  name: 'profiles.json',
  schema: exportProfilesSchema,
  empty: { profiles: [] },
};

/** How often, and after how many milliseconds, a lock that another person holds for a moment is tried again. */
const LOCK_TRIES = 50;
const LOCK_PAUSE = 40;

/** The file's content; `empty` when there is none. Rejects when it is damaged: it shall be seen, not overwritten. */
export async function readShared<T>(files: Files, root: string, { name, schema, empty }: SharedFile<T>): Promise<T> {
  const path = join(root, SHARED_FOLDER, name);
  if (!(await files.stat(path))) return empty;
  const bytes = await files.read(path);
  try {
    return schema.parse(JSON.parse(Buffer.from(bytes).toString('utf8')));
  } catch (error) {
    throw new DeskError({ key: 'not readable', detail: name }, { cause: error });
  }
}

/** Changes the file as it is now, whoever wrote it last. Rejects with a `DeskError`. */
export async function changeShared<T>(
  ports: LockPorts,
  root: string,
  file: SharedFile<T>,
  change: (before: T) => T,
): Promise<T> {
  const folder = join(root, SHARED_FOLDER);
  try {
    await makeFolders(ports.files, folder);
    const lock = await lockSoon(ports, folder);
    try {
      const after = change(await readShared(ports.files, root, file));
      const text = `${JSON.stringify(after, null, 1)}\n`;
      await writeAtomic(ports.files, join(folder, file.name), Buffer.from(text));
      return after;
    } finally {
      await lock.release();
    }
  } catch (error) {
    throw new DeskError(writingProblem(error), { cause: error });
  }
}

async function lockSoon(ports: LockPorts, folder: string): Promise<Lock> {
  for (let tries = 0; ; tries++) {
    const locked = await acquireLock(ports, folder, tries >= LOCK_TRIES);
    if (locked.kind === 'mine') return locked.lock;
    await sleep(LOCK_PAUSE);
  }
}
