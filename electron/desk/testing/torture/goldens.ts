/** Reviews of released versions, opened and gone on with, and then the power is cut. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { issueOf } from '../../../../shared/model/issue.ts';
import { conservedDocument } from '../../../export/conserved.ts';
import type { Files } from '../../files.ts';
import { replay } from '../../replay.ts';
import { loadSource } from '../../source.ts';
import { createDisk, type SimulatedDisk } from '../disk.ts';
import { faultyFiles, isWriting } from '../faults.ts';
import { randomFrom } from '../random.ts';
import { change, rig, standInProcesses } from '../rig.ts';
import { NOTHING, type Ordeal, type Outcome, QUIET, sum } from './ordeal.ts';
import { anyLuck } from './simulated.ts';

export const GOLDENS = join(import.meta.dirname, '../goldens');
/** The released versions whose reviews are kept. */
export const VERSIONS = readdirSync(GOLDENS).filter((name) => /^\d+\.\d+\.\d+$/.test(name));

const ISSUE = '/archive/issue.txt';

/** The document that a review makes, in this version, of what lies beside the issue. */
export async function documentOf(files: Files, dataFolder: string, path: string): Promise<unknown> {
  const { content, decoded, sha256 } = await loadSource(files, dataFolder, path);
  if (!content) throw new Error('there is no review');
  const issue = issueOf(decoded.text);
  const { review, proposal } = replay(issue, content.opening.proposal, content.entries);
  const { encoding, bom, lineEnd } = decoded;
  const source = { name: 'issue.txt', sha256, encoding, bom, lineEnd };
  return conservedDocument({ issue, review, doubts: proposal.doubts, source });
}

/** What a version left, on a disk in memory. */
function diskOf(version: string): SimulatedDisk {
  const disk = createDisk();
  const folder = join(GOLDENS, version);
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const path = join(folder, name);
    if (!statSync(path).isFile()) continue;
    const place = relative('reviews', name);
    const to = place.startsWith('..') ? name : `.galley/${place}`;
    disk.put(`/archive/${to}`, readFileSync(path));
  }
  return disk;
}

async function openGolden(version: string, random: () => number): Promise<Outcome> {
  const disk = diskOf(version);
  const expected: unknown = JSON.parse(readFileSync(join(GOLDENS, version, 'expected.json'), 'utf8'));
  const isSame = isDeepStrictEqual(await documentOf(disk, '/data', ISSUE), expected);
  const survivors: (readonly [SimulatedDisk, number])[] = [];
  let saved = 0;
  const files = faultyFiles(disk, (call) => {
    if (isWriting(call)) survivors.push([disk.afterPowerCut(anyLuck(random)), saved]);
    return null;
  });
  const desk = rig(files, { pauses: QUIET });
  const file = await desk.start(ISSUE);
  const { seq } = await desk.service['issue.review']({ file });
  saved = seq;
  for (let next = seq + 1; next <= seq + 3; next++) {
    const changes = [change(next) as never]; // a Change is what its schema gives
    saved = (await desk.service['review.append']({ file, first: next, changes })).seq;
  }
  await desk.desk.close();
  let outcome: Outcome = { runs: 1, acknowledged: seq, lost: isSame ? 0 : seq, refused: 0 };
  for (const [survivor, acknowledged] of survivors) outcome = sum(outcome, await reopen(survivor, acknowledged));
  return outcome;
}

async function reopen(files: Files, acknowledged: number): Promise<Outcome> {
  const later = rig(files, { processes: standInProcesses('later', new Set(['later'])), pauses: QUIET });
  const { entries } = await later.service['issue.review']({ file: await later.start(ISSUE) });
  await later.desk.close();
  return { runs: 1, acknowledged, lost: Math.max(0, acknowledged - entries.length), refused: 0 };
}

const golden: Ordeal = {
  row: 13,
  each: 1,
  nightly: 100,
  name: 'reviews of released versions opened, edited, power cut',
  async run(seed) {
    const random = randomFrom(seed);
    let outcome = NOTHING;
    for (const version of VERSIONS) outcome = sum(outcome, await openGolden(version, random));
    return outcome;
  },
};

export const GOLDEN_REVIEWS: readonly Ordeal[] = [golden];
