/** Each ordeal of `npm run torture`, at the size of each change. */
import { describe, expect, it } from 'vitest';
import { createDisk, LUCKS } from './testing/disk.ts';
import { ISSUE, issueDisk, rig, TEXT } from './testing/rig.ts';
import { judge, reviewLong } from './testing/torture/long-review.ts';
import { edit, NOTHING, QUIET, recover, sum } from './testing/torture/ordeal.ts';
import { IN_MEMORY, IN_PROCESSES } from './testing/torture/ordeals.ts';

const ordeals = [...IN_MEMORY, ...IN_PROCESSES].filter(({ each }) => each > 0);

describe.each(ordeals)('$row: $name', (ordeal) => {
  it('loses nothing acknowledged and refuses no start', async () => {
    let outcome = NOTHING;
    for (let seed = 1; seed <= ordeal.each; seed++) outcome = sum(outcome, await ordeal.run(seed));
    expect(outcome).toMatchObject({ lost: 0, refused: 0 });
    expect(outcome.runs).toBeGreaterThanOrEqual(ordeal.each);
    expect(outcome.acknowledged).toBeGreaterThan(0);
  });
});

describe('15: a review of 1,000 edits in one process', () => {
  it('keeps what its edits need in memory, and no more', async () => {
    const said = await reviewLong(1000);
    expect(said).toMatchObject({ acknowledged: 1000, found: 1000, rejections: 0 });
    expect(() => judge(said)).not.toThrow();
  });

  it('is judged', () => {
    const said = {
      acknowledged: 1000,
      found: 1000,
      rejections: 0,
      memory: [1e6, 2e6, 3e6] as [number, number, number],
    };
    expect(() => judge(said)).not.toThrow();
    expect(() => judge({ ...said, rejections: 1 })).toThrow('rejections');
    expect(() => judge({ ...said, memory: [1e6, 5e6, 9e6] })).toThrow('in memory');
  });
});

describe('the oracle', () => {
  const edited = async () => {
    const disk = issueDisk();
    const desk = rig(disk, { pauses: QUIET });
    const tally = { last: 0 };
    await edit(desk, 5, () => 0, tally);
    await desk.desk.close();
    expect(tally.last).toBe(5);
    return disk;
  };
  const segment = '/issues/.galley/吕梁日报 2023.txt/journal.0001';

  it('finds all that is there', async () => {
    expect(await recover(await edited(), 5)).toEqual({ runs: 1, acknowledged: 5, lost: 0, refused: 0 });
  });

  it('counts what is not there', async () => {
    const disk = await edited();
    const whole = Buffer.from(await disk.read(segment));
    disk.put(segment, whole.subarray(0, whole.length - 200));
    expect((await recover(disk, 5)).lost).toBeGreaterThan(0);
  });

  it('counts a start that is refused', async () => {
    expect(await recover(createDisk(), 3, null)).toEqual({ runs: 1, acknowledged: 3, lost: 3, refused: 1 });
  });

  it('sees that the issue file was written to', async () => {
    const disk = await edited();
    disk.put(ISSUE, Buffer.from(`${TEXT} `));
    await expect(recover(disk, 5)).rejects.toThrow('issue file');
  });

  it('sees edits that were never synced go with the power', async () => {
    const disk = await edited();
    const path = segment;
    const file = await disk.read(path);
    await disk.remove(path);
    const anew = await disk.createNew(path);
    await anew.write(file);
    await disk.syncFolder('/issues/.galley/吕梁日报 2023.txt');
    const nothing = LUCKS['nothing unsynced survives'];
    if (!nothing) throw new Error('no such luck');
    expect((await recover(disk.afterPowerCut(nothing), 5)).lost).toBe(5);
  });
});
