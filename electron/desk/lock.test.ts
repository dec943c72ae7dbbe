import { describe, expect, it } from 'vitest';
import type { Files } from './files.ts';
import { acquireLock, lockHolder } from './lock.ts';
import { realProcesses } from './processes.ts';
import { createDisk } from './testing/disk.ts';
import { faultyFiles } from './testing/faults.ts';
import { standInProcesses } from './testing/rig.ts';

const FOLDER = '/review';
const running = new Set(['a', 'b', 'c']);
const now = () => new Date('2026-11-25T08:00:00.000Z');

function disk() {
  const made = createDisk();
  made.put(`${FOLDER}/bytes`, new Uint8Array());
  return made;
}
const as = (name: string, files: Files, host = 'desk-1') => ({
  files,
  processes: standInProcesses(name, running, host),
  now,
});

describe('a lock', () => {
  it('is had by one, and free again when released', async () => {
    const files = disk();
    const first = await acquireLock(as('a', files), FOLDER);
    expect(await acquireLock(as('b', files), FOLDER)).toMatchObject({
      kind: 'held',
      by: { startTime: 'a', host: 'desk-1' },
    });
    expect(await lockHolder(as('b', files), FOLDER)).toMatchObject({ startTime: 'a', since: now().toISOString() });
    if (first.kind === 'mine') await first.lock.release();
    expect(await lockHolder(as('b', files), FOLDER)).toBeNull();
    expect((await acquireLock(as('b', files), FOLDER)).kind).toBe('mine');
  });

  it.each([
    ['of a process that is gone', 'gone', 'desk-1', 'mine'],
    ['of a process that runs', 'b', 'desk-1', 'held'],
    ['of another machine, where nobody can look', 'gone', 'desk-2', 'held'],
  ])('%s', async (_, owner, host, kind) => {
    const files = disk();
    await acquireLock(as(owner, files, host), FOLDER);
    expect((await acquireLock(as('a', files), FOLDER)).kind).toBe(kind);
  });

  it.each(['', '{', 'null', '{"pid":1}', '\0\0\0'])('that says %j is one that a power cut left', async (content) => {
    const files = disk();
    files.put(`${FOLDER}/lock`, Buffer.from(content));
    expect((await acquireLock(as('a', files), FOLDER)).kind).toBe('mine');
  });

  it('taken over is not the old one’s any more, nor is it released by it', async () => {
    const files = disk();
    const first = await acquireLock(as('a', files), FOLDER);
    const second = await acquireLock(as('b', files), FOLDER, true);
    if (first.kind !== 'mine' || second.kind !== 'mine') throw new Error('not had');
    expect(await first.lock.isMine()).toBe(false);
    await first.lock.release();
    expect(await second.lock.isMine()).toBe(true);
  });

  it('100 races for a stale lock: never two that both think it theirs', async () => {
    for (let seed = 1; seed <= 100; seed++) {
      const files = disk();
      await acquireLock(as('gone', files), FOLDER);
      let step = seed;
      const slow = () =>
        faultyFiles(files, () => {
          step = (step * 1103515245 + 12345) & 0x7fffffff;
          return step % 2 === 0 ? { delay: step % 3 } : null;
        });
      const all = await Promise.all(['a', 'b', 'c'].map((name) => acquireLock(as(name, slow()), FOLDER)));
      const mine = await Promise.all(all.map(async (l) => l.kind === 'mine' && (await l.lock.isMine())));
      expect(mine.filter(Boolean).length, `seed ${seed}`).toBe(1);
      expect((await files.list(FOLDER)).toSorted()).toEqual(['bytes', 'lock']);
    }
  });

  it('made in the moment in which another takes the stale one is put back', async () => {
    const files = disk();
    await acquireLock(as('gone', files), FOLDER);
    let first: Awaited<ReturnType<typeof acquireLock>> | undefined;
    const late: Files = {
      ...files,
      rename: async (from, to) => {
        first ??= await acquireLock(as('a', files), FOLDER); // b has judged by now, and not moved yet
        await files.rename(from, to);
      },
    };
    expect(await acquireLock(as('b', late), FOLDER)).toMatchObject({ kind: 'held', by: { startTime: 'a' } });
    expect(first?.kind === 'mine' && (await first.lock.isMine())).toBe(true);
    expect((await files.list(FOLDER)).toSorted()).toEqual(['bytes', 'lock']);
  });

  it('that can not be written leaves nothing behind', async () => {
    const files = disk();
    const full = faultyFiles(files, ({ name }) => (name === 'write' ? { tear: 'ENOSPC' } : null));
    await expect(acquireLock(as('a', full), FOLDER)).rejects.toThrow('ENOSPC');
    expect(await files.list(FOLDER)).toEqual(['bytes']);
  });
});

describe('processes of this machine', () => {
  it('this one runs; one of its number that started at another time does not', async () => {
    const self = await realProcesses.self();
    expect(self.pid).toBe(process.pid);
    expect(await realProcesses.isRunning(self)).toBe(true);
    if (self.startTime !== null) expect(await realProcesses.isRunning({ ...self, startTime: 'before' })).toBe(false);
    expect(await realProcesses.isRunning({ pid: 2 ** 22 + 1, startTime: null })).toBe(false);
  });
});
