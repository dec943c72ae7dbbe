/** Ordeals of an export: whatever happens, at the target is the old file or the new one, never a part. */
import { dirname, join } from 'node:path';
import { EXPORT_FORMATS, type ExportFormat } from '../../../../shared/contract/contract.ts';
import { plainProfile } from '../../../../shared/contract/profile.ts';
import { exportName } from '../../../export/export.ts';
import { temporaryOwner } from '../../atomic.ts';
import type { Files } from '../../files.ts';
import type { SimulatedDisk } from '../disk.ts';
import { faultyFiles, isWriting } from '../faults.ts';
import { oneOf, randomFrom } from '../random.ts';
import { ISSUE, issueDisk, type Rig, rig, send, standInProcesses } from '../rig.ts';
import { isNewState, NOTHING, type Ordeal, type Outcome, QUIET, recover, sum } from './ordeal.ts';
import { anyLuck } from './simulated.ts';

/** The issue is a plain text, which PAGE refuses. */
const FORMATS = EXPORT_FORMATS.filter((format) => format !== 'page');

const targetOf = (format: ExportFormat): string =>
  join(dirname(ISSUE), exportName(ISSUE.slice(dirname(ISSUE).length + 1), format));

/** Edits so much and exports; resolves to the bytes at the target. */
async function exportAfter(desk: Rig, files: Files, edits: readonly [number, number], format: ExportFormat) {
  const file = await desk.start();
  await send(desk, file, ...edits);
  await desk.service['export.write']({ file, profile: plainProfile(format) });
  return Buffer.from(await files.read(targetOf(format)));
}

const exportKilled: Ordeal = {
  row: 9,
  each: 3,
  nightly: 500,
  name: 'killed, or power cut, after any call of an export',
  async run(seed) {
    const random = randomFrom(seed);
    const format = oneOf(random, FORMATS);
    const disk = issueDisk();
    const first = rig(disk, { pauses: QUIET });
    const before = await exportAfter(first, disk, [1, 3], format);
    await first.desk.close();
    const left: SimulatedDisk[] = [];
    const isNew = isNewState();
    let isExporting = false;
    const files = faultyFiles(disk, (call) => {
      if (!isExporting || !isWriting(call)) return null;
      // Killed: all that was done is there. Power cut: any part of what was not synced is.
      for (const luck of [
        { name: () => true, bytes: (writes: readonly Uint8Array[]) => Buffer.concat(writes) },
        anyLuck(random),
      ]) {
        const survivor = disk.afterPowerCut(luck);
        if (isNew(survivor, 6)) left.push(survivor);
      }
      return null;
    });
    const second = rig(files, { pauses: QUIET });
    const file = await second.start();
    await send(second, file, 4, 6);
    isExporting = true;
    const after = await exportAfter(second, disk, [7, 6], format);
    isExporting = false;
    await second.desk.close();
    let outcome = NOTHING;
    for (const survivor of left) outcome = sum(outcome, await judge(survivor, format, [before, after]));
    return outcome;
  },
};

/** The next start finds the review, a whole export, and leaves no temporary file. */
async function judge(survivor: SimulatedDisk, format: ExportFormat, whole: readonly Buffer[]): Promise<Outcome> {
  const found = Buffer.from(await survivor.read(targetOf(format)));
  const isPart = !whole.some((bytes) => bytes.equals(found));
  const outcome = await recover(survivor, 6);
  const next = rig(survivor, { processes: standInProcesses('next', new Set(['next'])), pauses: QUIET });
  await next.service['export.write']({ file: await next.start(), profile: plainProfile(format) });
  await next.desk.close();
  const leftovers = [...survivor.all().keys()].filter((path) => temporaryOwner(path.slice(dirname(path).length + 1)));
  if (leftovers.length > 0) throw new Error(`left lying: ${leftovers.join(', ')}`);
  return { ...outcome, lost: outcome.lost + (isPart ? 1 : 0) };
}

export const EXPORTS: readonly Ordeal[] = [exportKilled];
