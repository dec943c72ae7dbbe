/**
 * A process that edits an issue on a small volume until that is full, makes room again and goes on: `node
 * full-volume-process.ts FOLDER`. FOLDER is the volume; issue and data folder both lie on it. Prints the outcome as one
 * line of JSON; fails when a full volume is not told as one.
 */
import { appendFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { codeOf, realFiles } from '../files.ts';
import { realProcesses } from '../processes.ts';
import { rig, send, TEXT } from './rig.ts';
import { isSent, type Outcome, QUIET } from './torture/ordeal.ts';

const [volume = ''] = process.argv.slice(2);
const issue = join(volume, 'daily.txt');
const ballast = join(volume, 'ballast');
const dataFolder = join(volume, 'data');
/** Edits before the volume is full, and after there is room again. */
const EDITS = 20;

/** Writes until nothing goes in any more, ever smaller pieces. */
function fill(): void {
  for (let size = 65_536; size >= 1; size >>= 1) {
    try {
      for (;;) appendFileSync(ballast, Buffer.alloc(size));
    } catch (error) {
      if (codeOf(error) !== 'ENOSPC') throw error;
    }
  }
}

const assert = (isSo: boolean, what: string) => {
  if (!isSo) throw new Error(what);
};

async function onFullVolume(): Promise<Outcome> {
  writeFileSync(issue, TEXT);
  const desk = rig(realFiles, { dataFolder, processes: realProcesses, pauses: QUIET });
  const file = await desk.start(issue);
  await send(desk, file, 1, EDITS);
  fill();
  let next = EDITS + 1;
  let acknowledged = EDITS;
  // The last page of the journal may have room for some more.
  for (; desk.events('review.failed').length === 0; next++)
    await send(desk, file, next, next, (seq) => {
      acknowledged = seq;
    }).catch(() => undefined);
  const failed = desk.events('review.failed').at(-1);
  assert(failed?.problem.key === 'disk full', `a full volume is told as ${failed?.problem.key}`);
  assert(await desk.desk.isOwing(), 'what could not be written is owed');
  // A second desk that comes now finds all that was acknowledged: the first is as good as killed.
  const whileFull = await find(acknowledged);
  rmSync(ballast);
  await desk.service['review.retry']({ file });
  await send(desk, file, next, next + EDITS, (seq) => {
    acknowledged = seq;
  });
  await desk.desk.close();
  const after = await find(acknowledged);
  return { runs: 2, acknowledged, lost: whileFull.lost + after.lost, refused: whileFull.refused + after.refused };
}

/** What another desk finds; it reads along when the first still has the lock. */
async function find(acknowledged: number): Promise<Pick<Outcome, 'lost' | 'refused'>> {
  const later = rig(realFiles, { dataFolder, processes: realProcesses, pauses: QUIET });
  try {
    const { entries } = await later.service['issue.review']({ file: await later.start(issue) });
    const wrong = entries.findIndex((entry) => !isSent(entry));
    const found = wrong < 0 ? entries.length : wrong;
    return { lost: Math.max(0, acknowledged - found), refused: 0 };
  } catch {
    return { lost: acknowledged, refused: 1 };
  } finally {
    await later.desk.close();
  }
}

process.stdout.write(`${JSON.stringify(await onFullVolume())}\n`);
