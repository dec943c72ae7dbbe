/** Ordeals of real processes on real files: `kill -9`, and a size limit that stands for a full disk. */
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { GalleyDocument } from '../../../../shared/document/document.ts';
import type { Seq } from '../../../../shared/journal/entry.ts';
import { temporaryOwner } from '../../atomic.ts';
import { realFiles } from '../../files.ts';
import { realProcesses } from '../../processes.ts';
import { between, randomFrom } from '../random.ts';
import { rig, TEXT } from '../rig.ts';
import { startEditing } from '../start-editing.ts';
import { isSent, NOTHING, type Ordeal, type Outcome, QUIET, sum } from './ordeal.ts';

/** Issues that one process edits side by side: most of the time goes into starting it. */
const ISSUES = ['daily.txt', '吕梁 🗞\n日报.txt', '.hidden', 'weekly.txt'];

async function inFolder(work: (folder: string, issues: readonly string[]) => Promise<Outcome>): Promise<Outcome> {
  const folder = await mkdtemp(join(tmpdir(), 'galley-torture-'));
  try {
    const issues = ISSUES.map((name) => join(folder, name));
    for (const issue of issues) await writeFile(issue, TEXT);
    return await work(folder, issues);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function recoverAll(folder: string, issues: readonly string[], acknowledged: readonly Seq[]): Promise<Outcome> {
  let outcome = NOTHING;
  for (const [i, issue] of issues.entries())
    outcome = sum(outcome, await recoverReal(join(folder, 'data'), issue, acknowledged[i] ?? 0));
  return outcome;
}

async function recoverReal(dataFolder: string, issue: string, acknowledged: Seq): Promise<Outcome> {
  const outcome = await reopen(dataFolder, issue, acknowledged);
  if ((await readFile(issue, 'utf8')) !== TEXT) throw new Error('the issue file is not what it was');
  return outcome;
}

async function reopen(dataFolder: string, issue: string, acknowledged: Seq): Promise<Outcome> {
  const later = rig(realFiles, { dataFolder, processes: realProcesses, pauses: QUIET });
  try {
    const file = await later.start(issue);
    const { entries, readOnly } = await later.service['issue.review']({ file });
    const wrong = entries.findIndex((entry) => !isSent(entry));
    const found = wrong < 0 ? entries.length : wrong;
    return { runs: 1, acknowledged, lost: Math.max(0, acknowledged - found), refused: readOnly ? 1 : 0 };
  } catch {
    return { runs: 1, acknowledged, lost: acknowledged, refused: 1 };
  } finally {
    await later.desk.close();
  }
}

const killed: Ordeal = {
  row: 1,
  each: 0,
  nightly: 51_000,
  name: 'kill -9 of a process that edits four issues',
  run: (seed) =>
    inFolder(async (folder, issues) => {
      const random = randomFrom(seed);
      const lines = between(random, 1, 300);
      const pause = between(random, 0, 5);
      let heard = 0;
      const acknowledged = await startEditing({
        dataFolder: join(folder, 'data'),
        issues,
        hear(_, child) {
          if (++heard === lines) setTimeout(() => child.kill('SIGKILL'), pause);
        },
      });
      return recoverAll(folder, issues, acknowledged);
    }),
};

const limited: Ordeal = {
  row: 4,
  each: 1,
  nightly: 100,
  name: 'no file may grow beyond a limit (RLIMIT_FSIZE)',
  run: (seed) =>
    inFolder(async (folder, issues) => {
      const fileLimit = between(randomFrom(seed), 1, 30);
      const acknowledged = await startEditing({ dataFolder: join(folder, 'data'), issues, count: 150, fileLimit });
      return recoverAll(folder, issues, acknowledged);
    }),
};

const exportKilled: Ordeal = {
  row: 9,
  each: 1,
  nightly: 500,
  name: 'kill -9 of a process that exports again and again',
  run: (seed) =>
    inFolder(async (folder, [issue = '']) => {
      const random = randomFrom(seed);
      const [lines, pause] = [between(random, 1, 60), between(random, 0, 5)];
      const dataFolder = join(folder, 'data');
      let heard = 0;
      let exported = 0;
      const acknowledged = await startEditing({
        script: 'exporting',
        dataFolder,
        issues: [issue],
        hear(line, child) {
          if (line.startsWith('exported')) exported = Number(line.split(' ')[1]);
          if (++heard === lines) setTimeout(() => child.kill('SIGKILL'), pause);
        },
      });
      const isWhole = exported === 0 || (await pagesIn(issue)) >= exported;
      const outcome = await recoverAll(folder, [issue], acknowledged);
      const left = (await readdir(folder)).filter((name) => temporaryOwner(name) !== null);
      if (left.length > 0) throw new Error(`left lying: ${left.join(', ')}`);
      return { ...outcome, lost: outcome.lost + (isWhole ? 0 : 1) };
    }),
};

/** What the last export says that was set last; not a number when it is a part of a file. */
async function pagesIn(issue: string): Promise<number> {
  try {
    const document: GalleyDocument = JSON.parse(await readFile(issue.replace(/txt$/, 'json'), 'utf8'));
    return Number(document.masthead.pages);
  } catch {
    return Number.NaN;
  }
}

/** About half a second each. Windows has no such signals and limits. */
export const PROCESSES: readonly Ordeal[] = process.platform === 'win32' ? [] : [killed, limited, exportKilled];
