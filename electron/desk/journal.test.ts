import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readJournal, startAfter } from './journal-read.ts';
import { encodeRecord } from './record.ts';
import { createDisk } from './testing/disk.ts';
import { type FileCall, faultyFiles } from './testing/faults.ts';
import { entries, entry, journalOn, NEW, OPENING, readBack, reopen } from './testing/journal.ts';

const FOLDER = '/issues/.galley/吕梁日报 🗞\n.txt';
const disk = () => {
  const made = createDisk();
  made.put(`${FOLDER}/bytes`, Buffer.from('x'));
  return made;
};

describe('a journal', () => {
  it('reads back what was appended, and goes on in a segment of its own', async () => {
    const files = disk();
    const first = journalOn(files, FOLDER);
    await first.append(entries(1, 3));
    await first.append([entry(4)]);
    await first.close();
    const second = await reopen(files, FOLDER);
    expect(second.saved).toBe(4);
    await second.append([entry(5)]);
    await second.close();
    expect(await readBack(files, FOLDER)).toEqual(entries(1, 5));
    expect((await files.list(FOLDER)).toSorted()).toEqual(['bytes', 'journal.0001', 'journal.0002']);
  });

  it('is made by the first entry, not before', async () => {
    const files = disk();
    const journal = await reopen(files, FOLDER);
    await journal.close();
    expect(await files.list(FOLDER)).toEqual(['bytes']);
  });

  it('commits in groups: what comes while one sync runs goes together in the next', async () => {
    const calls: FileCall[] = [];
    const files = faultyFiles(disk(), (call) => {
      calls.push(call);
      return call.name === 'sync' ? { delay: 5 } : null;
    });
    const journal = journalOn(files, FOLDER);
    const acknowledged: number[] = [];
    await Promise.all(entries(1, 40).map((e) => journal.append([e]).then(() => acknowledged.push(e.seq))));
    expect(acknowledged).toEqual(entries(1, 40).map((e) => e.seq));
    expect(calls.filter((c) => c.name === 'sync').length).toBe(2);
    expect(await readBack(files, FOLDER)).toEqual(entries(1, 40));
  });

  it('acknowledges after the sync, not before', async () => {
    const order: string[] = [];
    const files = faultyFiles(disk(), ({ name }) => {
      order.push(name);
      return null;
    });
    const journal = journalOn(files, FOLDER);
    await journal.append([entry(1)]);
    order.push('acknowledged 1');
    await journal.append([entry(2)]);
    order.push('acknowledged 2');
    expect(order).toEqual([
      ...['createNew', 'write', 'sync', 'syncFolder', 'acknowledged 1'],
      ...['write', 'sync', 'acknowledged 2'],
    ]);
  });
});

describe('a journal that can not be written', () => {
  it.each(['write', 'sync'] as const)('after a failed %s never uses that file again', async (name) => {
    const made = disk();
    let fail = false;
    const paths: string[] = [];
    const files = faultyFiles(made, (call) => {
      if (call.name === 'write') paths.push(call.path);
      return fail && call.name === name ? { tear: 'ENOSPC' } : null;
    });
    const told: unknown[] = [];
    const journal = journalOn(files, FOLDER, NEW, {
      failed: (saved, owed, problem) => told.push(saved, owed, problem.key),
      recovered: (saved) => told.push(`recovered ${saved}`),
    });
    await journal.append(entries(1, 2));
    fail = true;
    await expect(journal.append([entry(3)])).rejects.toMatchObject({ problem: { key: 'disk full' } });
    expect([journal.saved, journal.owed.length, journal.problem?.key]).toEqual([2, 1, 'disk full']);
    fail = false;
    paths.length = 0;
    await journal.append([entry(4)]);
    expect(paths).toEqual([`${FOLDER}/journal.0002`]);
    expect(told).toEqual([2, 1, 'disk full', 'recovered 4']);
    expect(await readBack(made, FOLDER)).toEqual(entries(1, 4));
  });

  it('tries again by itself when asked to', async () => {
    let fail = true;
    const made = disk();
    const files = faultyFiles(made, ({ name }) => (fail && name === 'write' ? { fail: 'ENOSPC' } : null));
    const told: string[] = [];
    const recovered = Promise.withResolvers<void>();
    const journal = journalOn(files, FOLDER, NEW, {
      retryAfter: 5,
      failed: (_, owed) => told.push(`owed ${owed}`),
      recovered: () => recovered.resolve(),
    });
    await expect(journal.append([entry(1)])).rejects.toThrow();
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(told).toEqual(['owed 1']); // said once, not at each attempt
    fail = false;
    await recovered.promise;
    expect(await readBack(made, FOLDER)).toEqual(entries(1, 1));
  });

  it('every single call may fail, in every way, and all after it: nothing acknowledged is lost, all is written in the end', async () => {
    const script = 6;
    for (const kind of ['fail', 'tear', 'fail all from here'] as const) {
      for (let k = 1; k <= 40; k++) {
        const made = disk();
        let power = true;
        const files = faultyFiles(made, ({ number }) => {
          const hit = power && (kind === 'fail all from here' ? number >= k : number === k);
          return hit ? (kind === 'tear' ? { tear: 'EIO' } : { fail: 'ENOSPC' }) : null;
        });
        const journal = journalOn(files, FOLDER);
        let acknowledged = 0;
        for (let seq = 1; seq <= script; seq++) {
          await journal.append([entry(seq)]).then(
            () => (acknowledged = seq),
            () => undefined,
          );
          const back = (await readBack(made, FOLDER)) ?? [];
          expect(back.length, `${kind} ${k}`).toBeGreaterThanOrEqual(acknowledged);
        }
        power = false;
        await journal.retry();
        await journal.close();
        expect(await readBack(made, FOLDER), `${kind} ${k}`).toEqual(entries(1, script));
      }
    }
  });

  it('leaves what it can not write to the next opening of what it could', async () => {
    const made = disk();
    const files = faultyFiles(made, ({ number, name }) => (number > 6 && name === 'write' ? { tear: 'ENOSPC' } : null));
    const journal = journalOn(files, FOLDER);
    await journal.append(entries(1, 2));
    await expect(journal.append([entry(3)])).resolves.toBeUndefined();
    await expect(journal.append([entry(4)])).rejects.toThrow();
    await journal.close();
    expect(await readBack(made, FOLDER)).toEqual(entries(1, 3));
  });
});

describe('a lock that was lost', () => {
  it('is found before anything is acknowledged, and what the other wrote stands', async () => {
    const files = disk();
    let isMine = true;
    const mine = journalOn(files, FOLDER, NEW, { owns: async () => isMine });
    await mine.append(entries(1, 2));
    isMine = false;
    const other = await reopen(files, FOLDER);
    await other.append([entry(3, 'theirs')]);
    await expect(mine.append([entry(3, 'mine')])).rejects.toMatchObject({ problem: { key: 'read only review' } });
    await expect(mine.retry()).rejects.toMatchObject({ problem: { key: 'read only review' } });
    await other.append([entry(4, 'theirs')]);
    expect(await readBack(files, FOLDER)).toEqual([...entries(1, 2), entry(3, 'theirs'), entry(4, 'theirs')]);
  });

  it('keeps the other branch in its own segment', async () => {
    const files = disk();
    const mine = journalOn(files, FOLDER);
    await mine.append(entries(1, 3));
    const other = journalOn(files, FOLDER, { ...NEW, isOpened: true, lastSegment: 1, saved: 2 });
    await other.append([entry(3, 'theirs')]);
    expect(await readBack(files, FOLDER)).toEqual([...entries(1, 2), entry(3, 'theirs')]);
    const kept = Buffer.from(await files.read(`${FOLDER}/journal.0001`)).toString();
    expect(kept).toContain('"3 版"');
  });

  it('two that begin a segment at once get two names; the one without the lock gives way', async () => {
    const files = disk();
    await (await reopen(files, FOLDER)).append([entry(1)]);
    const read = await readJournal(files, FOLDER);
    if (read.kind !== 'journal') throw new Error(read.kind);
    const loser = journalOn(files, FOLDER, { ...startAfter(read), saved: 1, owed: [] }, { owns: async () => false });
    const winner = journalOn(files, FOLDER, { ...startAfter(read), saved: 1, owed: [] });
    const ends = await Promise.allSettled([loser.append([entry(2, 'lost')]), winner.append([entry(2, 'won')])]);
    expect(ends.map((e) => e.status)).toEqual(['rejected', 'fulfilled']);
    expect(await readBack(files, FOLDER)).toEqual([entry(1), entry(2, 'won')]);
  });
});

describe('reading', () => {
  it('refuses a journal of a newer Galley', async () => {
    const files = disk();
    files.put(`${FOLDER}/journal.0001`, encodeRecord({ ...OPENING, format: 2, secret: 'of the future' }));
    expect(await readJournal(files, FOLDER)).toEqual({ kind: 'newer', format: 2 });
  });

  it('takes the copy of the opening when the opening is damaged', async () => {
    const files = disk();
    await journalOn(files, FOLDER).append(entries(1, 2));
    const bytes = (await files.read(`${FOLDER}/journal.0001`)).slice();
    bytes[40] = (bytes[40] ?? 0) ^ 1;
    files.put(`${FOLDER}/journal.0001`, bytes);
    expect(await readJournal(files, FOLDER)).toEqual({ kind: 'damaged' });
    files.put(`${FOLDER}/opening`, encodeRecord(OPENING));
    expect(await readBack(files, FOLDER)).toEqual(entries(1, 2));
  });

  it('is no review when even the opening was cut short', async () => {
    const files = disk();
    files.put(`${FOLDER}/journal.0001`, encodeRecord(OPENING).slice(0, -5));
    expect(await readJournal(files, FOLDER)).toEqual({ kind: 'none', lastSegment: 1, torn: true });
    const journal = await reopen(files, FOLDER);
    await journal.append([entry(1)]);
    expect(await readBack(files, FOLDER)).toEqual([entry(1)]);
  });

  it('says once that a tail was torn: not again when a later segment goes on', async () => {
    const files = disk();
    await journalOn(files, FOLDER).append(entries(1, 3));
    const whole = await files.read(`${FOLDER}/journal.0001`);
    files.put(`${FOLDER}/journal.0001`, whole.slice(0, -4));
    expect(await readJournal(files, FOLDER)).toMatchObject({ torn: true, sure: 0 });
    const journal = await reopen(files, FOLDER);
    await journal.append([entry(3, 'again')]);
    expect(await readJournal(files, FOLDER)).toMatchObject({ torn: false });
    expect(await readBack(files, FOLDER)).toEqual([...entries(1, 2), entry(3, 'again')]);
    expect(await files.read(`${FOLDER}/journal.0001`)).toEqual(whole.slice(0, -4)); // the tail is kept
  });

  it('does not take what is no entry for one', async () => {
    for (const bad of [null, 7, 'entry', { seq: 2 }, { ...entry(2), edit: { kind: 'erase' } }, { ...entry(3) }]) {
      const files = disk();
      files.put(`${FOLDER}/journal.0001`, Buffer.concat([OPENING, entry(1), bad, entry(2)].map(encodeRecord)));
      expect(await readBack(files, FOLDER)).toEqual([entry(1)]);
    }
  });

  it('never throws, whatever JSON stands in records whose checksums are right', async () => {
    const record = fc.oneof(
      fc.jsonValue({ maxDepth: 4 }),
      fc.record({ format: fc.jsonValue(), sha256: fc.jsonValue(), after: fc.integer(), owes: fc.integer() }),
      fc.record({ seq: fc.integer(), at: fc.string(), by: fc.string(), group: fc.nat(), edit: fc.jsonValue() }),
      fc.constantFrom<unknown>(OPENING, entry(1), entry(2), { closed: 2 }, { __proto__: null, format: 1 }),
    );
    const segment = fc.array(record, { maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(fc.array(segment, { maxLength: 4 }), async (segments) => {
        const files = disk();
        segments.forEach((records, i) => {
          files.put(`${FOLDER}/journal.000${i + 1}`, Buffer.concat(records.map(encodeRecord)));
        });
        const read = await readJournal(files, FOLDER);
        if (read.kind === 'journal') expect(read.entries.map((e) => e.seq)).toEqual(read.entries.map((_, i) => i + 1));
      }),
      { numRuns: 200 },
    );
  });
});
