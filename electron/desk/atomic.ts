/** New files that are there wholly or not at all, also after a power cut. */
import { createHash } from 'node:crypto';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { threadId } from 'node:worker_threads';
import type { Files } from './files.ts';

const HOST = createHash('sha256').update(hostname()).digest('hex').slice(0, 8);
/** Host, process, thread (not in files of older versions), number. */
const TEMPORARY = /^\.galley-([0-9a-f]{8})-(\d+)(?:-\d+)?-\d+\.tmp$/;
let made = 0;

/**
 * Writes a file: temporary file, sync, rename, sync of the folder. At the path is the old file or the new one, never a
 * part. After a failure the temporary file is removed, if that can be done.
 */
export async function writeAtomic(files: Files, path: string, bytes: Uint8Array): Promise<void> {
  const folder = dirname(path);
  // Not the target's name with something added: that may be too long for the file system.
  const temporary = join(folder, `.galley-${HOST}-${process.pid}-${threadId}-${++made}.tmp`);
  const file = await files.createNew(temporary);
  try {
    try {
      await file.write(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await files.rename(temporary, path);
  } catch (error) {
    await files.remove(temporary).catch(() => undefined);
    throw error;
  }
  await files.syncFolder(folder);
}

/** The number of the process of this machine whose temporary file has this name; null for every other name. */
export function temporaryOwner(name: string): number | null {
  const match = TEMPORARY.exec(name);
  return match?.[1] === HOST ? Number(match[2]) : null;
}

/** Removes temporary files that a process of this machine left in the folder when it died. Never fails. */
export async function removeLeftovers(
  files: Files,
  folder: string,
  isRunning: (pid: number) => Promise<boolean>,
): Promise<void> {
  try {
    for (const name of await files.list(folder)) {
      const pid = temporaryOwner(name);
      if (pid !== null && !(await isRunning(pid))) await files.remove(join(folder, name));
    }
  } catch {
    // The folder can't be listed or not be written: then nobody minds a leftover either.
  }
}

/**
 * Makes a folder and what is missing above it, so that all survive a power cut. Folders that are there already may
 * have been made by a process that died before it synced them: the last two levels are synced again.
 */
export async function makeFolders(files: Files, folder: string, levels = 2): Promise<void> {
  const parent = dirname(folder);
  const isThere = (await files.stat(folder)) !== null;
  if (parent === folder || (isThere && levels <= 0)) return;
  await makeFolders(files, parent, levels - 1);
  if (!isThere) await files.makeFolder(folder);
  await files.syncFolder(parent);
}
