/**
 * One writer per review. The lock is a file of its own, made exclusively, that names its process. A lock whose process
 * of this machine is gone is taken at once; a living one, or one of another machine, only on request (take-over).
 *
 * Taking a lock over deletes nothing: the new writer begins its own segment, and the old one finds at its next write
 * that the lock is not its own any more.
 */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { codeOf, type Files } from './files.ts';
import { LOCK } from './journal-format.ts';
import type { Processes } from './processes.ts';

const holderSchema = z.object({
  host: z.string().max(300),
  pid: z.int().min(1),
  startTime: z.string().max(100).nullable(),
  /** ISO time, for people. */
  since: z.string().max(40),
  /** Tells two holders in one process apart. */
  id: z.string().max(100),
});
export type Holder = z.infer<typeof holderSchema>;

export interface Lock {
  readonly holder: Holder;
  /** Whether the file still says so. Rejects when it can't be read. */
  isMine(): Promise<boolean>;
  /** Removes the file if it is ours. Never rejects. */
  release(): Promise<void>;
}

export type Locked = { readonly kind: 'mine'; readonly lock: Lock } | { readonly kind: 'held'; readonly by: Holder };

export interface LockPorts {
  readonly files: Files;
  readonly processes: Processes;
  now(): Date;
}

/** How often a lock that says nothing yet is read again, and the pause in milliseconds: its maker is just writing it. */
const READ_TRIES = 10;
const READ_PAUSE = 10;
/** Two processes that keep taking a lock from each other: one gives up after this. */
const TRIES = 20;

/** The lock of the review in `folder`, which must be there. `force` takes it from whoever holds it. Rejects when it can't be written. */
export async function acquireLock(ports: LockPorts, folder: string, force = false): Promise<Locked> {
  const path = join(folder, LOCK);
  const holder: Holder = { ...(await ports.processes.self()), since: ports.now().toISOString(), id: randomUUID() };
  for (let tries = 0; ; tries++) {
    if (await create(ports.files, path, holder)) return { kind: 'mine', lock: lockOf(ports.files, path, holder) };
    const found = await readHolder(ports.files, path);
    if (found === 'gone') continue;
    const mayTake = (force && tries === 0) || found === 'unreadable' || (await isStale(ports.processes, found));
    if (found !== 'unreadable' && (!mayTake || tries >= TRIES)) return { kind: 'held', by: found };
    await moveAway(ports.files, path, found, holder.id);
  }
}

/** Who holds the lock of the review in `folder`; null when nobody, or a process that is gone. */
export async function lockHolder(ports: Omit<LockPorts, 'now'>, folder: string): Promise<Holder | null> {
  const found = await readOnce(ports.files, join(folder, LOCK));
  return typeof found === 'string' || (await isStale(ports.processes, found)) ? null : found;
}

function lockOf(files: Files, path: string, holder: Holder): Lock {
  const isMine = async () => {
    const found = await readHolder(files, path);
    return typeof found !== 'string' && found.id === holder.id;
  };
  return {
    holder,
    isMine,
    release: async () => {
      try {
        if (await isMine()) await files.remove(path);
      } catch {
        // It stays, and is taken as stale when this process has ended.
      }
    },
  };
}

async function create(files: Files, path: string, holder: Holder): Promise<boolean> {
  try {
    const file = await files.createNew(path);
    try {
      await file.write(Buffer.from(`${JSON.stringify(holder)}\n`));
    } catch (error) {
      await files.remove(path).catch(() => undefined);
      throw error;
    } finally {
      await file.close();
    }
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

async function isStale(processes: Processes, holder: Holder): Promise<boolean> {
  return holder.host === (await processes.self()).host && !(await processes.isRunning(holder));
}

async function readHolder(files: Files, path: string): Promise<Holder | 'gone' | 'unreadable'> {
  for (let tries = 0; ; tries++) {
    const found = await readOnce(files, path);
    // Gone may be moved away for a moment by a process that thought it stale (see `moveAway`).
    if (typeof found !== 'string' || tries >= (found === 'gone' ? 1 : READ_TRIES)) return found;
    await sleep(READ_PAUSE);
  }
}

async function readOnce(files: Files, path: string): Promise<Holder | 'gone' | 'unreadable'> {
  try {
    const bytes = await files.read(path);
    return holderSchema.parse(JSON.parse(Buffer.from(bytes).toString('utf8')));
  } catch (error) {
    const code = codeOf(error);
    if (code === 'ENOENT') return 'gone';
    if (code) throw error;
    return 'unreadable';
  }
}

/** Moves the lock away that was judged stale. If it is another by now, its owner came first: it is put back. */
async function moveAway(files: Files, path: string, judged: Holder | 'unreadable', id: string): Promise<void> {
  const aside = `${path}.${id}`;
  try {
    await files.rename(path, aside);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return;
    throw error;
  }
  const moved = await readOnce(files, aside);
  const isAnother = typeof moved !== 'string' && (judged === 'unreadable' || moved.id !== judged.id);
  if (isAnother && !(await files.stat(path))) await files.rename(aside, path);
  else await files.remove(aside);
}
