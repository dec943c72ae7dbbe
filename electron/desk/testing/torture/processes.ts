/** Ordeals of real processes on real files: `kill -9`, and a size limit that stands for a full disk. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Seq } from '../../../../shared/journal/entry.ts';
import { realFiles } from '../../files.ts';
import { realProcesses } from '../../processes.ts';
import { between, randomFrom } from '../random.ts';
import { rig, TEXT } from '../rig.ts';
import { isSent, NOTHING, type Ordeal, type Outcome, QUIET, sum } from './ordeal.ts';

const SCRIPT = join(import.meta.dirname, '../editing-process.ts');
/** Issues that one process edits side by side: most of the time goes into starting it. */
const ISSUES = ['daily.txt', '吕梁 🗞\n日报.txt', '.hidden', 'weekly.txt'];

/**
 * Runs an editing process until it ends; `hear` is called with each line it prints. Resolves to the last
 * acknowledgement of each issue. `fileLimit`: the largest file it may write, in blocks of 512 bytes.
 */
function editInProcess(
  dataFolder: string,
  issues: readonly string[],
  hear: (line: string, child: ChildProcess) => void,
  { count = 0, fileLimit }: { readonly count?: number; readonly fileLimit?: number } = {},
): Promise<Seq[]> {
  const command = [process.execPath, SCRIPT, dataFolder, String(count), ...issues];
  const limited = ['/bin/sh', '-c', `ulimit -f ${fileLimit}; exec "$@"`, 'sh', ...command];
  const [program = '', ...args] = fileLimit === undefined ? command : limited;
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'ignore'] });
  const acknowledged = issues.map(() => 0);
  createInterface({ input: child.stdout }).on('line', (line) => {
    const [what, i, seq] = line.split(' ');
    if (what === 'ack') acknowledged[Number(i)] = Math.max(acknowledged[Number(i)] ?? 0, Number(seq));
    hear(line, child);
  });
  return new Promise((resolve) => child.on('close', () => resolve(acknowledged)));
}

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
  name: 'kill -9 of a process that edits four issues',
  run: (seed) =>
    inFolder(async (folder, issues) => {
      const random = randomFrom(seed);
      const lines = between(random, 1, 300);
      const pause = between(random, 0, 5);
      let heard = 0;
      const acknowledged = await editInProcess(join(folder, 'data'), issues, (_, child) => {
        if (++heard === lines) setTimeout(() => child.kill('SIGKILL'), pause);
      });
      return recoverAll(folder, issues, acknowledged);
    }),
};

const limited: Ordeal = {
  row: 4,
  name: 'no file may grow beyond a limit (RLIMIT_FSIZE)',
  run: (seed) =>
    inFolder(async (folder, issues) => {
      const fileLimit = between(randomFrom(seed), 1, 30);
      const acknowledged = await editInProcess(join(folder, 'data'), issues, () => undefined, {
        count: 150,
        fileLimit,
      });
      return recoverAll(folder, issues, acknowledged);
    }),
};

/** About half a second each. Windows has no such signals and limits. */
export const PROCESSES: readonly Ordeal[] = process.platform === 'win32' ? [] : [killed, limited];
