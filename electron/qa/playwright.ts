/** Runs a review script with Playwright, which is the tester's own: the script's folder has it, or Galley's. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Complaint, type Io } from '../cli/io.ts';

export const HOSTS = ['node', 'electron'] as const;
export type ScriptHost = (typeof HOSTS)[number];

/** One run of scripts, in one browser. */
export interface ScriptJob {
  /** Absolute paths, at least one, all in one folder. */
  readonly scripts: readonly [string, ...string[]];
  /** The issue to run them on instead of their own; absolute. */
  readonly issue: string | null;
  /** Absent: Electron where its binary is. */
  readonly host?: ScriptHost;
  readonly theme?: 'light' | 'dark';
  readonly lang?: 'en' | 'zh';
  readonly headed?: boolean;
  readonly repeat?: number;
}

/** What is left of a run in its own folder, while it is looked at. */
export interface RunFolder {
  /** Path of Playwright's report, as JSON; there is none when it could not begin. */
  readonly report: string;
  /** Where the test's scratch folders are kept. */
  readonly scratch: string;
}

/** Runs it and tells what it says as it goes (Playwright's list of tests). Resolves to the exit code. */
export async function runAloud(job: ScriptJob, io: Io): Promise<number> {
  return inFolder(async (folder) => {
    const child = await start(job, folder, io, null);
    child.stdout.on('data', (bytes) => io.stdout.write(bytes));
    child.stderr.on('data', (bytes) => io.stderr.write(bytes));
    return ended(child);
  });
}

/** Runs it without a word; `look` reads what is left of it, which is gone after that. */
export async function runQuietly<T>(
  job: ScriptJob,
  io: Io,
  look: (left: RunFolder, said: string) => Promise<T>,
): Promise<T> {
  return inFolder(async (folder) => {
    const left = { report: join(folder, 'report.json'), scratch: join(folder, 'scratch') };
    const child = await start(job, folder, io, left);
    const said: string[] = [];
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (bytes) => said.push(String(bytes)));
    await ended(child);
    return look(left, said.join(''));
  });
}

async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'galley-replay-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Playwright's command line as the script's folder sees it; the kit must be the same Playwright's. */
function playwrightFor(script: string): string {
  for (const from of [script, import.meta.filename])
    try {
      return createRequire(from).resolve('@playwright/test/cli');
    } catch {
      // Not there; the next place.
    }
  throw new Complaint('Scripts need Playwright: npm install --save-dev @playwright/test, beside the script.', script);
}

/** Playwright reads a script as `type` in package.json says; what asks where it stands (`import.meta`) has to be a module. */
async function refuseUnlessModule(script: string): Promise<void> {
  if (!/\.[jt]s$/i.test(script) || !(await readFile(script, 'utf8')).includes('import.meta')) return;
  if ((await packageType(dirname(script))) !== 'module')
    throw new Complaint('Scripts have to be modules: npm pkg set type=module, in the folder of package.json.', script);
}

/** What the nearest package.json says; undefined where there is none, or none that can be read. */
async function packageType(folder: string): Promise<unknown> {
  const manifest = await readFile(join(folder, 'package.json'), 'utf8').catch(() => null);
  if (manifest === null) return dirname(folder) === folder ? undefined : packageType(dirname(folder));
  try {
    return JSON.parse(manifest).type;
  } catch {
    return undefined;
  }
}

/** `kept`: its report, pictures and scratch folders are looked at after; else it tells as it goes. */
async function start(job: ScriptJob, folder: string, io: Io, kept: RunFolder | null) {
  const [script] = job.scripts;
  const cli = playwrightFor(script);
  for (const each of job.scripts) await refuseUnlessModule(each);
  const file = join(folder, 'playwright.config.mjs');
  const reporter = kept ? [['json', { outputFile: kept.report }]] : [['list']];
  const config = { ...configFor(job, folder, kept !== null), reporter };
  const names = JSON.stringify(job.scripts.map(exactly));
  await writeFile(
    file,
    `export default { ...${JSON.stringify(config)}, testMatch: ${names}.map((name) => new RegExp(name)) };\n`,
  );
  const env = {
    ...io.env,
    ...(job.issue === null ? {} : { GALLEY_ISSUE: job.issue }),
    ...(job.headed ? { GALLEY_HEADED: '1' } : {}),
    ...(kept ? { GALLEY_SCRATCH: kept.scratch } : {}),
  };
  return spawn(process.execPath, [cli, 'test', '--config', file], {
    cwd: dirname(script),
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

async function ended(child: ReturnType<typeof spawn>): Promise<number> {
  const [code] = await once(child, 'close');
  return typeof code === 'number' ? code : 1;
}

/** As a regular expression: a pattern of Playwright's would read some characters of a name as its own. */
const exactly = (path: string): string => `${path.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`;

const configFor = (
  { scripts: [script], repeat = 1, host, theme, lang }: ScriptJob,
  folder: string,
  isKept: boolean,
) => ({
  testDir: dirname(script),
  outputDir: join(folder, 'results'),
  workers: 1,
  repeatEach: repeat,
  timeout: 300_000,
  expect: { timeout: 30_000 },
  // The kit's options; what is absent stays as the script has it.
  use: { host, theme, lang, ...(isKept && { screenshot: 'only-on-failure', trace: 'retain-on-failure' }) },
});
