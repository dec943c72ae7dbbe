/**
 * `galley replay SCRIPT…`: runs review scripts with Playwright, which is the tester's own. What a script expects and does
 * not find is told as articles, by the kit's matchers.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { Complaint, type ExitCode, type Io, print } from './io.ts';

export interface ReplayOptions {
  readonly headed: boolean;
  /** `node` or `electron`; absent: Electron where its binary is. */
  readonly host?: 'node' | 'electron';
  /** Issues to run each script on instead of its own. */
  readonly issues: readonly string[];
  readonly repeat: number;
}

/** Whether an argument of `galley replay` names a script, not an issue. */
export const isScript = (file: string): boolean => /\.(?:[cm]?ts|[cm]?js)$/i.test(file);

/** Runs every script on every issue; 1 when one of them fails. */
export async function replayScripts(scripts: readonly string[], options: ReplayOptions, io: Io): Promise<ExitCode> {
  const files = scripts.map((script) => resolve(io.folder, script));
  for (const [i, file] of files.entries())
    if (!existsSync(file)) throw new Complaint('There is no such script.', scripts[i]);
  const issues = options.issues.length > 0 ? options.issues.map((issue) => resolve(io.folder, issue)) : [null];
  let code: ExitCode = 0;
  for (const file of files)
    for (const issue of issues) {
      await print(io, `${basename(file)}${issue === null ? '' : ` on ${basename(issue)}`}\n`);
      if ((await run(file, issue, options, io)) !== 0) code = 1;
    }
  return code;
}

/** Playwright's command line as the script's folder sees it; the kit must be the same Playwright's. */
function playwrightFor(script: string): string {
  for (const from of [script, import.meta.filename])
    try {
      return createRequire(from).resolve('@playwright/test/cli');
    } catch {
      // Not there; the next place.
    }
  throw new Complaint(
    'Scripts need Playwright: npm install --save-dev galley @playwright/test, beside the script.',
    script,
  );
}

async function run(script: string, issue: string | null, options: ReplayOptions, io: Io): Promise<number> {
  const cli = playwrightFor(script);
  const folder = await mkdtemp(join(tmpdir(), 'galley-replay-'));
  try {
    const config = join(folder, 'playwright.config.mjs');
    await writeFile(config, `export default ${JSON.stringify(configFor(script, folder, options))};\n`);
    const env = { ...io.env, ...environmentFor(issue, options) };
    const child = spawn(process.execPath, [cli, 'test', '--config', config], {
      cwd: dirname(script),
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child.stdout.on('data', (bytes) => io.stdout.write(bytes));
    child.stderr.on('data', (bytes) => io.stderr.write(bytes));
    const [code] = await once(child, 'close');
    return typeof code === 'number' ? code : 1;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const configFor = (script: string, folder: string, { repeat }: ReplayOptions) => ({
  testDir: dirname(script),
  testMatch: [basename(script)],
  outputDir: join(folder, 'results'),
  workers: 1,
  repeatEach: repeat,
  timeout: 300_000,
  expect: { timeout: 30_000 },
  reporter: [['list']],
});

const environmentFor = (issue: string | null, { headed, host }: ReplayOptions) => ({
  ...(issue === null ? {} : { GALLEY_ISSUE: issue }),
  ...(headed ? { GALLEY_HEADED: '1' } : {}),
  ...(host === undefined ? {} : { GALLEY_HOST: host }),
});
