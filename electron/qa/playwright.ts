/** Runs a review script with Playwright, which is the tester's own: the script's folder has it, or Galley's. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
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

/** What a script is run with. */
interface Tools {
  /** Playwright's command line. */
  readonly cli: string;
  /** The kit, where the script's folder does not have it itself. */
  readonly lentKit: string | null;
}

/**
 * The kit and Playwright of the script's folder; where it has no kit, those of this installation, together: a kit works
 * with the very Playwright that runs it. Throws a sentence where there is no such pair.
 */
function toolsFor(script: string): Tools {
  if (resolved('galley/kit', script)) {
    const cli = resolved('@playwright/test/cli', script) ?? resolved('@playwright/test/cli', import.meta.filename);
    if (cli) return { cli, lentKit: null };
    throw new Complaint('Scripts need Playwright: npm install --save-dev @playwright/test, beside the script.', script);
  }
  const manifest = resolved('galley/package.json', import.meta.filename);
  const kit = manifest && join(dirname(manifest), 'dist', 'kit', 'index.js');
  const cli = kit && resolved('@playwright/test/cli', kit);
  if (kit && existsSync(kit) && cli) return { cli, lentKit: kit };
  throw new Complaint(
    'Scripts need Galley and Playwright: npm install --save-dev /path/to/galley-VERSION.tgz @playwright/test, beside the script.',
    script,
  );
}

/** Path of a module as a file sees it; null where it sees none. */
function resolved(name: string, from: string): string | null {
  try {
    return createRequire(from).resolve(name);
  } catch {
    return null;
  }
}

/**
 * Playwright reads a script as `type` in package.json says; what asks where it stands (`import.meta`) has to be a module,
 * and what is lent a kit, which is one.
 */
async function refuseUnlessModule(script: string, isLent: boolean): Promise<void> {
  if (!/\.[jt]s$/i.test(script)) return;
  if (!isLent && !(await readFile(script, 'utf8')).includes('import.meta')) return;
  if ((await packageType(dirname(script))) !== 'module')
    throw new Complaint(
      'Scripts have to be modules: npm init -y and npm pkg set type=module in their folder, or a name that ends with .mts or .mjs.',
      script,
    );
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
  const isLent = resolved('galley/kit', script) === null;
  for (const each of job.scripts) await refuseUnlessModule(each, isLent);
  const { cli, lentKit } = toolsFor(script);
  const file = join(folder, 'playwright.config.mjs');
  const reporter = kept ? [['json', { outputFile: kept.report }]] : [['list']];
  const tsconfig = join(folder, 'tsconfig.json');
  const paths = { 'galley/kit': [lentKit] };
  if (lentKit) await writeFile(tsconfig, JSON.stringify({ compilerOptions: { allowJs: true, paths } }));
  const config = {
    ...configFor(job, folder, kept !== null),
    reporter,
    // Playwright resolves by it what a script imports; a folder that has a kit keeps its own.
    ...(lentKit && { tsconfig }),
  };
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
