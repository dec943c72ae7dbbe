/** Ordeals on a disk in memory: power cuts, full and read-only disks, foreign changes, two desks, damage. */
import type { Files } from '../../files.ts';
import { BYTES, LOCK, segmentNumber } from '../../journal-format.ts';
import type { Luck, SimulatedDisk } from '../disk.ts';
import { type FileCall, faultyFiles, isWriting } from '../faults.ts';
import { between, oneOf, randomFrom } from '../random.ts';
import { ISSUE, issueDisk, type Rig, rig, standInProcesses, TEXT } from '../rig.ts';
import { edit, isNewState, NOTHING, type Ordeal, QUIET, recover, sum, type Tally } from './ordeal.ts';

const FOLDER = '/issues/.galley/吕梁日报 2023.txt';

/** Any part of what is unsynced survives. */
export const anyLuck = (random: () => number): Luck => ({
  name: () => random() < 0.5,
  bytes: (writes) => {
    const all = Buffer.concat(writes);
    return all.subarray(0, between(random, 0, all.length));
  },
});

const powerCut: Ordeal = {
  row: 3,
  each: 4,
  nightly: 100,
  name: 'power cut after every call of a run',
  async run(seed) {
    const random = randomFrom(seed);
    const disk = issueDisk();
    const tally: Tally = { last: 0 };
    const isNew = isNewState();
    const left: (readonly [SimulatedDisk, number])[] = [];
    const files = faultyFiles(disk, (call) => {
      const survivor = isWriting(call) ? disk.afterPowerCut(anyLuck(random)) : null;
      if (survivor && isNew(survivor, tally.last)) left.push([survivor, tally.last]);
      return null;
    });
    const desk = rig(files, { pauses: QUIET });
    await edit(desk, between(random, 4, 16), random, tally);
    await desk.desk.close();
    let outcome = NOTHING;
    for (const [survivor, acknowledged] of left) outcome = sum(outcome, await recover(survivor, acknowledged));
    return outcome;
  },
};

const damage: Ordeal = {
  row: 3,
  each: 5,
  nightly: 1000,
  name: 'journal cut or a bit flipped in its last segment',
  async run(seed) {
    const random = randomFrom(seed);
    const disk = issueDisk();
    const tally: Tally = { last: 0 };
    await editAndClose(disk, between(random, 2, 20), random, tally);
    const before = tally.last;
    await editAndClose(disk, before + between(random, 2, 20), random, tally);
    const names = (await disk.list(FOLDER)).filter((name) => segmentNumber(name) === 2);
    const path = `${FOLDER}/${oneOf(random, names)}`;
    const whole = await disk.read(path);
    let outcome = NOTHING;
    for (let i = 0; i < 10; i++) {
      disk.put(path, random() < 0.5 ? whole.slice(0, between(random, 0, whole.length)) : flipped(whole, random));
      // What stood in the damaged segment may be gone: nothing else may.
      outcome = sum(outcome, await recover(disk.afterPowerCut(anyLuck(random)), before));
    }
    return outcome;
  },
};

async function editAndClose(files: Files, count: number, random: () => number, tally: Tally): Promise<void> {
  const desk = rig(files, { pauses: QUIET });
  await edit(desk, count, random, tally);
  await desk.desk.close();
}

function flipped(whole: Uint8Array, random: () => number): Uint8Array {
  const bytes = whole.slice();
  const at = between(random, 0, bytes.length - 1);
  bytes[at] = (bytes[at] ?? 0) ^ (1 << between(random, 0, 7));
  return bytes;
}

/** About as many writing calls has a run: an ordeal of ten runs fails each of them once. */
const CALLS_OF_A_RUN = 40;

/** Every writing call from the k-th on fails, for every k of a run. */
const everyCall = (
  row: number,
  name: string,
  codes: readonly string[],
  where: (call: FileCall) => boolean,
): Ordeal => ({
  row,
  each: 3,
  nightly: 10 * CALLS_OF_A_RUN,
  name,
  async run(seed) {
    const count = between(randomFrom(seed), 2, 12);
    let outcome = NOTHING;
    for (let k = 1, wasReached = true; wasReached; k++) {
      const random = randomFrom(seed + k);
      const code = oneOf(random, codes);
      const isTorn = random() < 0.5;
      const isForGood = random() < 0.5;
      const disk = issueDisk();
      let writes = 0;
      wasReached = false;
      const files = faultyFiles(disk, (call) => {
        if (!isWriting(call) || !where(call)) return null;
        writes++;
        const isFaulty = writes === k || (isForGood && writes > k);
        wasReached ||= isFaulty;
        if (!isFaulty) return null;
        return isTorn ? { tear: code } : { fail: code };
      });
      const tally: Tally = { last: 0 };
      await editAndClose(files, count, random, tally);
      outcome = sum(outcome, await recover(disk, tally.last));
    }
    return outcome;
  },
});

const diskFull = everyCall(4, 'disk full at every write', ['ENOSPC', 'EDQUOT', 'EFBIG'], () => true);
const readOnly = everyCall(
  5,
  'folder read-only, gone, busy, unplugged',
  ['EROFS', 'EACCES', 'EPERM', 'ENOENT', 'ENODEV', 'ENXIO', 'ENAMETOOLONG'],
  ({ path }) => path.startsWith('/issues'),
);

const foreignChange: Ordeal = {
  row: 6,
  each: 8,
  nightly: 160,
  name: 'issue file edited, replaced, shortened, touched, deleted and put back',
  async run(seed) {
    const random = randomFrom(seed);
    const how = oneOf(random, ['edited', 'replaced', 'shortened', 'touched', 'deleted']);
    const disk = issueDisk();
    const becomes = { edited: `${TEXT}又一行\n`, replaced: '另一期。\n', shortened: TEXT.slice(0, 9) }[how] ?? TEXT;
    const tally: Tally = { last: 0 };
    const changeFile = () => (how === 'deleted' ? disk.remove(ISSUE) : disk.put(ISSUE, Buffer.from(becomes)));
    let isChanged = false;
    const at = between(random, 30, 90);
    const files = faultyFiles(disk, ({ number }) => {
      if (number >= at && tally.last > 0 && !isChanged) {
        isChanged = true;
        void changeFile();
      }
      return null;
    });
    await editAndClose(files, between(random, 5, 30), random, tally);
    disk.put(ISSUE, Buffer.from(becomes));
    return recover(disk, tally.last, becomes);
  },
};

const twoDesks: Ordeal = {
  row: 7,
  each: 25,
  nightly: 2000,
  name: 'two desks on one issue, with take-over',
  async run(seed) {
    const random = randomFrom(seed);
    const disk = issueDisk();
    const slow = () => faultyFiles(disk, () => (random() < 0.3 ? { delay: between(random, 0, 1) } : null));
    const running = new Set(['first', 'second']);
    const desks = ['first', 'second'].map((name) => rig(slow(), { processes: standInProcesses(name, running) }));
    const tally: Tally = { last: 0 };
    await Promise.all(desks.map((desk) => editInTurn(desk, random, tally)));
    await Promise.all(desks.map(({ desk }) => desk.close()));
    return recover(disk, tally.last);
  },
};

/** Edits, and takes the review over now and then, as a person does who finds it held. */
async function editInTurn(desk: Rig, random: () => number, tally: Tally): Promise<void> {
  const file = await desk.start();
  for (let i = 0; i < 6; i++) {
    const { entries, readOnly: holder } = await desk.service['issue.review']({ file });
    if (holder && random() < 0.5) await desk.service['review.takeOver']({ file }).catch(() => undefined);
    await edit(desk, entries.length + 1, random, tally);
  }
}

const staleLock: Ordeal = {
  row: 1,
  each: 60,
  nightly: 50000,
  name: 'killed at any file call, lock and copies damaged',
  async run(seed) {
    const random = randomFrom(seed);
    const disk = issueDisk();
    const stop = between(random, 20, 160);
    const files = faultyFiles(disk, ({ number }) => (number >= stop ? { fail: 'EIO' } : null));
    const tally: Tally = { last: 0 };
    const desk = rig(files, { pauses: QUIET });
    await edit(desk, 40, random, tally);
    await desk.desk.close();
    if (await disk.stat(FOLDER)) {
      disk.put(`${FOLDER}/${LOCK}`, Buffer.from(oneOf(random, ['', '{', 'null', '{"pid":1}', '\0\0\0\0'])));
      if (random() < 0.5) await disk.remove(`${FOLDER}/${BYTES}`);
    }
    return recover(disk, tally.last);
  },
};

/** All on a disk in memory; a few milliseconds a fault. */
export const SIMULATED: readonly Ordeal[] = [staleLock, powerCut, damage, diskFull, readOnly, foreignChange, twoDesks];
