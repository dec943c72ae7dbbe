/** The desk when the disk, the folder, or another process is in its way. */
import { dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DeskError, PROBLEM_KEYS } from '../../shared/contract/contract.ts';
import { plainProfile } from '../../shared/contract/profile.ts';
import type { Files } from './files.ts';
import { createDisk, LUCKS, type SimulatedDisk } from './testing/disk.ts';
import { type FileCall, faultyFiles, isWriting } from './testing/faults.ts';
import { change, ISSUE, issueDisk, type Rig, rig, send, standInProcesses, TEXT, until } from './testing/rig.ts';

const FOLDER = '/issues/.galley/吕梁日报 2023.txt';
const inIssues = ({ path }: FileCall) => path.startsWith('/issues');

/** How many entries a new desk finds on the disk. */
async function entriesOn(files: Files): Promise<number> {
  const later = rig(files, { processes: standInProcesses('later', new Set(['later'])) });
  const file = await later.start();
  const { entries } = await later.service['issue.review']({ file });
  await later.desk.close();
  for (const entry of entries) expect(entry).toMatchObject(change(entry.seq));
  return entries.length;
}

describe('a full disk', () => {
  it('is told at once; work goes on in memory; all is written when there is room', async () => {
    const disk = issueDisk();
    let isFull = false;
    const files = faultyFiles(disk, (call) => (isFull && call.name === 'write' ? { tear: 'ENOSPC' } : null));
    const first = rig(files);
    const file = await first.start();
    await send(first, file, 1, 2);
    isFull = true;
    for (const n of [3, 4])
      await expect(send(first, file, n, n)).rejects.toMatchObject({ problem: { key: 'disk full' } });
    const failed = { file, seq: 2, owed: 2, problem: { key: 'disk full' } };
    expect(first.events('review.failed').at(-1)).toMatchObject(failed);
    expect(await first.desk.isOwing()).toBe(true);
    await expect(first.service['export.write']({ file, profile: plainProfile('json') })).rejects.toMatchObject({
      problem: { key: 'unsaved edits' },
    });
    await expect(first.service['review.retry']({ file })).rejects.toMatchObject({ problem: { key: 'disk full' } });
    expect(await first.service['issue.review']({ file })).toMatchObject({ seq: 2, entries: { length: 4 } });
    isFull = false;
    expect(await first.service['review.retry']({ file })).toEqual({ seq: 4 });
    expect(first.events('review.saved')).toEqual([{ file, seq: 4 }]);
    await first.desk.close();
    expect(await entriesOn(disk)).toBe(4);
  });

  it('is tried again by itself', async () => {
    let isFull = true;
    const files = faultyFiles(issueDisk(), (call) => (isFull && isWriting(call) ? { fail: 'ENOSPC' } : null));
    const first = rig(files, { pauses: { retry: 5, watch: 1000, follow: 1000 } });
    const file = await first.start();
    await expect(send(first, file, 1, 1)).rejects.toMatchObject({ problem: { key: 'disk full' } });
    isFull = false;
    await until(() => first.events('review.saved').length > 0);
    await first.desk.close();
  });
});

describe('a folder that can not be written', () => {
  it.each(['EROFS', 'EACCES', 'EBUSY', 'ENAMETOOLONG', 'ENOENT'])(
    '%s: the review lives in the data folder, and says so',
    async (code) => {
      const disk = issueDisk();
      const readOnly = (files: Files) =>
        faultyFiles(files, (call) => (isWriting(call) && inIssues(call) ? { fail: code } : null));
      const first = rig(readOnly(disk));
      const file = await first.start();
      await send(first, file, 1, 3);
      expect(first.events('review.failed')).toEqual([]);
      expect((await first.service['issue.review']({ file })).notices).toEqual([{ key: 'journal in data folder' }]);
      await first.desk.close();
      const second = rig(readOnly(disk));
      const again = await second.start();
      const snapshot = await second.service['issue.review']({ file: again });
      expect(snapshot).toMatchObject({ seq: 3, notices: [{ key: 'journal in data folder' }] });
      await send(second, again, 4, 4);
      await second.desk.close();
      expect(await entriesOn(disk)).toBe(4);
      expect([...disk.all().keys()].every((path) => path === ISSUE || path.startsWith('/data/'))).toBe(true);
    },
  );

  it('that becomes so in the middle: the whole review moves', async () => {
    const disk = issueDisk();
    let isGone = false;
    const first = rig(faultyFiles(disk, (call) => (isGone && inIssues(call) ? { fail: 'ENOENT' } : null)));
    const file = await first.start();
    await send(first, file, 1, 3);
    isGone = true;
    await Promise.all([4, 5].map((n) => send(first, file, n, n)));
    await send(first, file, 6, 6);
    await first.desk.close();
    expect(await entriesOn(disk)).toBe(6); // the drive is back, with the shorter branch
  });

  it('and the data folder neither: edits are owed, and told', async () => {
    const disk = issueDisk();
    let isReadOnly = true;
    const first = rig(faultyFiles(disk, (call) => (isReadOnly && isWriting(call) ? { fail: 'EROFS' } : null)));
    const file = await first.start();
    await expect(send(first, file, 1, 1)).rejects.toMatchObject({ problem: { key: 'not writable' } });
    expect(first.events('review.failed')).toMatchObject([{ seq: 0, owed: 1 }]);
    isReadOnly = false;
    await send(first, file, 2, 2);
    await first.desk.close();
    expect(await entriesOn(disk)).toBe(2);
  });

  it('whose review in the data folder can not be read says so, and begins no other', async () => {
    const disk = issueDisk();
    const readOnly = faultyFiles(disk, (call) => (isWriting(call) && inIssues(call) ? { fail: 'EROFS' } : null));
    const first = rig(readOnly);
    await send(first, await first.start(), 1, 2);
    await first.desk.close();
    const away = dirname([...disk.all().keys()].find((path) => path.endsWith('journal.0001')) ?? '');
    const [opening, ...entries] = Buffer.from(await disk.read(`${away}/journal.0001`))
      .toString()
      .split('\n');
    disk.put(`${away}/journal.0001`, Buffer.from(['0'.repeat(opening?.length ?? 0), ...entries].join('\n')));
    disk.put(`${away}/opening`, Buffer.from('gone\n'));
    await expect(rig(disk).start()).rejects.toMatchObject({ problem: { key: 'damaged journal' } });
  });

  it('a reviewed issue in it can be read, and its edits go to the data folder', async () => {
    const disk = issueDisk();
    const before = rig(disk);
    await send(before, await before.start(), 1, 2);
    await before.desk.close();
    const first = rig(faultyFiles(disk, (call) => (isWriting(call) && inIssues(call) ? { fail: 'EROFS' } : null)));
    const file = await first.start();
    expect((await first.service['issue.review']({ file })).entries.length).toBe(2);
    await send(first, file, 3, 3);
    await first.desk.close();
    expect(await entriesOn(disk)).toBe(3);
  });
});

describe('two desks on one issue', () => {
  const running = new Set(['first', 'second']);
  const second = (files: Files) => rig(files, { processes: standInProcesses('second', running) });

  it('one writes, the other reads along', async () => {
    const disk = issueDisk();
    const writer = rig(disk);
    const file = await writer.start();
    await send(writer, file, 1, 1);
    const reader = second(disk);
    await reader.start();
    const snapshot = await reader.service['issue.review']({ file });
    expect(snapshot).toMatchObject({ readOnly: { host: 'desk-1' }, entries: { length: 1 } });
    await expect(send(reader, file, 2, 2)).rejects.toMatchObject({ problem: { key: 'read only review' } });
    await send(writer, file, 2, 4);
    await until(() => reader.events('review.followed').flatMap((e) => e.entries).length === 3);
    expect(reader.events('review.followed').flatMap((e) => e.entries.map((x) => x.seq))).toEqual([2, 3, 4]);
    expect((await reader.service['issue.review']({ file })).digest).toBe(
      (await writer.service['issue.review']({ file })).digest,
    );
    await reader.desk.close();
    await writer.desk.close();
  });

  it('take-over: the other is told at its next edit, reads along, and nothing is deleted', async () => {
    const disk = issueDisk();
    const first = rig(disk);
    const file = await first.start();
    await send(first, file, 1, 3);
    const other = second(disk);
    await other.start();
    const taken = await other.service['review.takeOver']({ file });
    expect(taken).toMatchObject({ readOnly: null, seq: 3 });
    await send(other, file, 4, 5);
    await expect(send(first, file, 4, 4)).rejects.toMatchObject({ problem: { key: 'read only review' } });
    await until(() => first.events('review.followed').flatMap((e) => e.entries).length === 2);
    await send(other, file, 6, 6);
    await until(() => first.events('review.followed').flatMap((e) => e.entries).length === 3);
    await first.desk.close();
    await other.desk.close();
    expect(await entriesOn(disk)).toBe(6);
  });

  it('both edit an issue that nobody had reviewed: one wins, the other catches up', async () => {
    const disk = issueDisk();
    const [a, b] = [rig(disk), second(disk)];
    const file = await a.start();
    await b.start();
    const ends = await Promise.allSettled([send(a, file, 1, 1), send(b, file, 1, 1)]);
    expect(ends.filter((e) => e.status === 'fulfilled').length).toBe(1);
    const lost = ends.find((e) => e.status === 'rejected')?.reason as DeskError;
    expect(['read only review', 'out of step']).toContain(lost.problem.key);
    const [winner, loser] = ends[0]?.status === 'fulfilled' ? [a, b] : [b, a];
    await send(winner, file, 2, 2);
    await until(async () => (await loser.service['issue.review']({ file })).entries.length === 2);
    await winner.desk.close();
    await loser.desk.close();
    expect(await entriesOn(disk)).toBe(2);
  });

  it('what was written between the reading and the locking is not missed', async () => {
    const disk = issueDisk();
    const before = rig(disk);
    await send(before, await before.start(), 1, 2);
    await before.desk.close();
    let isFirst = true;
    const late: Files = {
      ...disk,
      createNew: async (path) => {
        if (path.endsWith('/lock') && isFirst) {
          isFirst = false;
          const other = second(disk);
          await send(other, await other.start(), 3, 4);
          await other.desk.close();
        }
        return disk.createNew(path);
      },
    };
    const first = rig(late);
    const file = await first.start();
    expect(await first.service['issue.review']({ file })).toMatchObject({ readOnly: null, seq: 4 });
    await send(first, file, 5, 5);
    await first.desk.close();
    expect(await entriesOn(disk)).toBe(5);
  });

  it('a desk that was killed is no obstacle, and asks nothing', async () => {
    const disk = issueDisk();
    const killed = rig(disk, { processes: standInProcesses('killed', new Set(['killed'])) });
    await send(killed, await killed.start(), 1, 2);
    const later = rig(disk, { processes: standInProcesses('later', new Set(['later'])) });
    const file = await later.start();
    expect(await later.service['issue.review']({ file })).toMatchObject({ readOnly: null, seq: 2 });
  });

  it('one of another machine holds its lock until it is taken over', async () => {
    const disk = issueDisk();
    const far = rig(disk, { processes: standInProcesses('far', new Set(), 'desk-2') });
    const file = await far.start();
    await send(far, file, 1, 2);
    const near = rig(disk);
    await near.start();
    expect((await near.service['issue.review']({ file })).readOnly).toMatchObject({ host: 'desk-2' });
    await near.service['review.takeOver']({ file });
    await send(near, file, 3, 3);
    await expect(send(far, file, 3, 3)).rejects.toMatchObject({ problem: { key: 'read only review' } });
    await far.desk.close();
    await near.desk.close();
    expect(await entriesOn(disk)).toBe(3);
  });

  it('25 interleavings: whatever was acknowledged is there, once', async () => {
    for (let seed = 0; seed < 25; seed++) {
      const disk = issueDisk();
      let step = seed;
      const slow = (files: Files) =>
        faultyFiles(files, () => {
          step = (step * 1103515245 + 12345) & 0x7fffffff;
          return step % 3 === 0 ? { delay: step % 2 } : null;
        });
      const desks = [rig(slow(disk)), second(slow(disk))];
      const acknowledged = new Set<number>();
      const file = await (desks[0] as Rig).start();
      await (desks[1] as Rig).start();
      await Promise.all(desks.map((desk, i) => editAlong(desk, file, i === seed % 2, acknowledged)));
      await Promise.all(desks.map(({ desk }) => desk.close()));
      expect(await entriesOn(disk), `seed ${seed}`).toBeGreaterThanOrEqual(Math.max(0, ...acknowledged));
    }
  });

  /** Makes five edits as a window does: catches up when it is told to; one of the two takes over. */
  async function editAlong(desk: Rig, file: string, takesOver: boolean, acknowledged: Set<number>) {
    for (let n = 0; n < 5; n++) {
      try {
        const { entries } = await desk.service['issue.review']({ file });
        const next = entries.length + 1;
        acknowledged.add(
          (await desk.service['review.append']({ file, first: next, changes: [change(next) as never] })).seq,
        );
      } catch (error) {
        expect(error).toBeInstanceOf(DeskError);
        const { key } = (error as DeskError).problem;
        expect(['read only review', 'out of step']).toContain(key);
        if (takesOver && key === 'read only review')
          await desk.service['review.takeOver']({ file }).catch(() => undefined);
      }
    }
  }
});

describe('every call of a run', () => {
  /** Opens, edits, exports, closes; what fails is a problem in words, and the run goes on. */
  async function run(desk: Rig, acknowledge: (seq: number) => void) {
    const problems: unknown[] = [];
    const trying = async (job: () => Promise<unknown>) => job().catch((error: unknown) => problems.push(error));
    let file = '';
    await trying(async () => (file = await desk.file()));
    await trying(() => desk.service['issue.open']({ file }));
    for (let n = 1; n <= 4; n++) {
      await trying(async () => {
        const { entries } = await desk.service['issue.review']({ file });
        await send(desk, file, entries.length + 1, entries.length + 1, acknowledge);
      });
    }
    await trying(() => desk.service['export.write']({ file, profile: plainProfile('markdown') }));
    for (const problem of problems) {
      expect(problem).toBeInstanceOf(DeskError);
      expect(PROBLEM_KEYS).toContain((problem as DeskError).problem.key);
      expect((problem as DeskError).problem.key).not.toBe('internal');
    }
  }

  it.each(['EIO', 'ENOSPC', 'EROFS'])(
    'may fail, once or from then on (%s): nothing acknowledged is lost, the issue stays as it was',
    async (code) => {
      let calls = Number.POSITIVE_INFINITY;
      for (const forGood of [false, true]) {
        for (let k = 1; k <= calls; k++) {
          const disk = issueDisk();
          const files = faultyFiles(disk, ({ number }) =>
            number === k || (forGood && number > k) ? { tear: code } : null,
          );
          const desk = rig(files, { pauses: { retry: 0, watch: 100_000, follow: 100_000 } });
          let acknowledged = 0;
          await run(desk, (seq) => {
            acknowledged = Math.max(acknowledged, seq);
          });
          if (k === 1 && !forGood) calls = await callsOfARun();
          await desk.desk.close();
          expect(await entriesOn(disk), `${code} at ${k}`).toBeGreaterThanOrEqual(acknowledged);
          expect(Buffer.from(await disk.read(ISSUE)).toString()).toBe(TEXT);
        }
      }
    },
  );

  async function callsOfARun(): Promise<number> {
    const files = faultyFiles(issueDisk(), () => null);
    const desk = rig(files, { pauses: { retry: 0, watch: 100_000, follow: 100_000 } });
    await run(desk, () => undefined);
    await desk.desk.close();
    expect(files.calls).toBeGreaterThan(50);
    return files.calls;
  }

  it('may be the last before a power cut', async () => {
    for (const [name, luck] of Object.entries(LUCKS)) {
      const disk = issueDisk();
      let acknowledged = 0;
      const after: (readonly [string, number, SimulatedDisk])[] = [];
      const files = faultyFiles(disk, (call) => {
        if (isWriting(call))
          after.push([`${name}, before ${call.name} ${call.number}`, acknowledged, disk.afterPowerCut(luck)]);
        return null;
      });
      const desk = rig(files, { pauses: { retry: 0, watch: 100_000, follow: 100_000 } });
      await run(desk, (seq) => {
        acknowledged = Math.max(acknowledged, seq);
      });
      await desk.desk.close();
      expect(acknowledged).toBe(4);
      for (const [where, acks, survivor] of after.filter(isNew())) {
        expect(await entriesOn(survivor), where).toBeGreaterThanOrEqual(acks);
        const target = '/issues/吕梁日报 2023.md';
        if (await survivor.stat(target)) expect(survivor.all().get(target), where).toEqual(disk.all().get(target));
      }
    }
  });
});

/** Passes each state of the disk once: many calls change nothing that would survive. */
function isNew() {
  const seen = new Set<string>();
  return ([, acks, disk]: readonly [string, number, SimulatedDisk]): boolean => {
    const state = JSON.stringify([
      acks,
      ...[...disk.all()].map(([path, bytes]) => [path, Buffer.from(bytes).toString('base64')]),
    ]);
    return seen.size < seen.add(state).size;
  };
}

describe('the journal of a folder that is not there', () => {
  it('is no error: a disk that is empty has no issue', async () => {
    await expect(rig(createDisk()).start('/nowhere/x.txt')).rejects.toMatchObject({ problem: { key: 'no such file' } });
  });

  it('an unreadable review is said, not overwritten', async () => {
    const disk = issueDisk();
    const before = rig(disk);
    await send(before, await before.start(), 1, 1);
    await before.desk.close();
    const first = rig(faultyFiles(disk, ({ path }) => (path.includes('journal.0001') ? { fail: 'EIO' } : null)));
    await expect(first.start()).rejects.toMatchObject({ problem: { key: 'damaged journal' } });
    expect(await disk.list(FOLDER)).toContain('journal.0001');
  });
});
