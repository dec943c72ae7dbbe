/**
 * The oracle is SQLite's: what is read after a crash equals a prefix of what was sent, and the prefix contains all
 * that was acknowledged.
 */
import { describe, expect, it } from 'vitest';
import type { Entry } from '../../shared/journal/entry.ts';
import { makeFolders, writeAtomic } from './atomic.ts';
import type { Files } from './files.ts';
import { encodeRecord } from './record.ts';
import { createDisk, LUCKS, type Luck, type SimulatedDisk } from './testing/disk.ts';
import { type FaultyFiles, type FileCall, faultyFiles } from './testing/faults.ts';
import { entries, entry, journalOn, OPENING, readBack, reopen } from './testing/journal.ts';
import { randomFrom } from './testing/random.ts';

const FOLDER = '/issues/.galley/daily.txt';
const EDITS = 50;
const sent = entries(1, EDITS);

function newDisk(): SimulatedDisk {
  const disk = createDisk();
  disk.put('/issues/daily.txt', Buffer.from('the issue'));
  return disk;
}

/** Edits as a person does: single ones, bursts, a restart in the middle. Resolves to what was acknowledged. */
async function edit(files: Files, acknowledge: (seq: number) => void): Promise<void> {
  await makeFolders(files, FOLDER);
  await writeAtomic(files, `${FOLDER}/bytes`, Buffer.from('the issue'));
  await writeAtomic(files, `${FOLDER}/opening`, encodeRecord(OPENING));
  const first = journalOn(files, FOLDER);
  for (const e of sent.slice(0, 20)) await first.append([e]).then(() => acknowledge(e.seq));
  await first.append(sent.slice(20, 30)).then(() => acknowledge(30));
  await first.close();
  const second = await reopen(files, FOLDER);
  await Promise.all(sent.slice(30, 40).map((e) => second.append([e]).then(() => acknowledge(e.seq))));
  for (const e of sent.slice(40)) await second.append([e]).then(() => acknowledge(e.seq));
  await second.close();
}

/** The recovered entries, of which the first `acknowledged` must be there. */
function expectPrefix(found: readonly Entry[] | null, acknowledged: number, where: string) {
  const prefix = found ?? [];
  expect(prefix.length, where).toBeGreaterThanOrEqual(acknowledged);
  expect(prefix, where).toEqual(sent.slice(0, prefix.length));
}

describe('a power cut', () => {
  it.each(Object.entries(LUCKS))('after every call of a run of 50 edits, when %s', async (name, luck) => {
    const disk = newDisk();
    let acknowledged = 0;
    const after: (readonly [string, number, SimulatedDisk])[] = [];
    const files = faultyFiles(disk, ({ number, name: call }) => {
      after.push([`before call ${number}, ${call}`, acknowledged, disk.afterPowerCut(luck)]);
      return null;
    });
    await edit(files, (seq) => {
      acknowledged = Math.max(acknowledged, seq);
    });
    after.push(['at the end', acknowledged, disk.afterPowerCut(luck)]);
    expect(acknowledged).toBe(EDITS);
    expect(after.length).toBeGreaterThan(80);
    for (const [where, acks, survivor] of after) {
      expectPrefix(await readBack(survivor, FOLDER), acks, `${name} ${where}`);
      expect(Buffer.from(await survivor.read('/issues/daily.txt')).toString()).toBe('the issue');
    }
  });

  it('when any part of what is unsynced survives (500 at random)', async () => {
    const random = randomFrom(11);
    for (let run = 0; run < 500; run++) {
      const disk = newDisk();
      let acknowledged = 0;
      const stop = 1 + Math.floor(random() * 110);
      await runUntil(faultyFiles(disk, dieAt(stop)), (seq) => {
        acknowledged = Math.max(acknowledged, seq);
      });
      const luck: Luck = {
        name: () => random() < 0.5,
        bytes: (writes) => {
          const all = Buffer.concat(writes);
          return all.subarray(0, Math.floor(random() * (all.length + 1)));
        },
      };
      expectPrefix(await readBack(disk.afterPowerCut(luck), FOLDER), acknowledged, `run ${run}, call ${stop}`);
    }
  });

  it('after a kill and a reopening: what the reopened review calls saved is on the disk', async () => {
    for (let stop = 1; stop <= 110; stop++) {
      const disk = newDisk();
      let acknowledged = 0;
      await runUntil(faultyFiles(disk, dieAt(stop)), (seq) => {
        acknowledged = Math.max(acknowledged, seq);
      });
      const reopened = await reopen(disk, FOLDER).catch(() => null);
      if (!reopened) continue; // killed before the folder was made
      expect(reopened.saved).toBeGreaterThanOrEqual(acknowledged);
      const survivor = disk.afterPowerCut(LUCKS['nothing unsynced survives'] as Luck); // a name of that table
      expectPrefix(await readBack(survivor, FOLDER), reopened.saved, `killed at call ${stop}`);
    }
  });

  it('while the journal of a killed process is written once more', async () => {
    for (const [name, luck] of Object.entries(LUCKS)) {
      for (let stop = 1; stop <= 12; stop++) {
        const disk = newDisk();
        const killed = journalOn(disk, FOLDER);
        await makeFolders(disk, FOLDER);
        await killed.append(sent.slice(0, 12));
        await reopen(faultyFiles(disk, dieAt(stop)), FOLDER).catch(() => undefined);
        expectPrefix(await readBack(disk.afterPowerCut(luck), FOLDER), 12, `${name} at call ${stop}`);
      }
    }
  });
});

describe('damage', () => {
  it.each([1, 2])(
    'segment %i cut at every byte gives the longest prefix of it, never an exception',
    async (segment) => {
      const disk = newDisk();
      disk.put(`${FOLDER}/opening`, encodeRecord(OPENING)); // its copy stands in for the cut one
      const first = journalOn(disk, FOLDER);
      for (const e of sent.slice(0, 5)) await first.append([e]);
      await first.close();
      const second = await reopen(disk, FOLDER);
      for (const e of sent.slice(5, 10)) await second.append([e]);
      const path = `${FOLDER}/journal.000${segment}`;
      const whole = await disk.read(path);
      let longest = segment === 1 ? 0 : 5;
      for (let length = 0; length <= whole.length; length++) {
        disk.put(path, whole.slice(0, length));
        const found = (await readBack(disk, FOLDER)) ?? [];
        expect(found.length).toBeGreaterThanOrEqual(longest);
        expect(found).toEqual(sent.slice(0, found.length));
        longest = found.length;
      }
      expect(longest).toBe(10);
    },
  );

  it('1,000 flipped bits: a prefix, never an exception', async () => {
    const disk = newDisk();
    await edit(disk, () => undefined);
    const random = randomFrom(5);
    for (let run = 0; run < 1000; run++) {
      const path = `${FOLDER}/journal.000${1 + (run % 2)}`;
      const whole = await disk.read(path);
      const damaged = whole.slice();
      const at = Math.floor(random() * whole.length);
      damaged[at] = (damaged[at] ?? 0) ^ (1 << Math.floor(random() * 8));
      disk.put(path, damaged);
      const found = await readBack(disk, FOLDER);
      expect(found).not.toBeNull(); // the copy of the opening stands in for a damaged one
      expectPrefix(found, path.endsWith('2') ? 30 : 0, `bit at ${at}`);
      if (run % 50 === 0) await goOn(disk, found ?? []);
      disk.put(path, whole);
    }
  });

  /** A damaged journal takes new entries, and they are read back. */
  async function goOn(disk: SimulatedDisk, found: readonly Entry[]) {
    const copy = disk.afterPowerCut(LUCKS['everything survives'] as Luck); // a name of that table
    const journal = await reopen(copy, FOLDER);
    const next = entry(found.length + 1, 'after the damage');
    await journal.append([next]);
    expect(await readBack(copy, FOLDER)).toEqual([...found, next]);
  }
});

/** All calls from the `stop`-th on do nothing: the process is dead. */
const dieAt = (stop: number) => (call: FileCall) => (call.number >= stop ? ({ fail: 'EIO' } as const) : null);

async function runUntil(files: FaultyFiles, acknowledge: (seq: number) => void): Promise<void> {
  await edit(files, acknowledge).catch(() => undefined);
}
