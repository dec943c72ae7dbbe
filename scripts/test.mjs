#!/usr/bin/env node
/**
 * npm test: everything. Sets up what is needed, runs `npm run check` (types, lint, import rules, unit tests, build),
 * then the segmenter's scores against the committed ones, where the corpora are, and the tests in a real browser.
 * The last line is `N passed, N failed`. Arguments go to Playwright.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findOnPath } from './setup-browser.mjs';
import { ensureBuild } from './setup-build.mjs';
import { ensureDependencies } from './setup-dependencies.mjs';
import { environment, node, npm, root, run, runScript, Stop, say } from './setup-here.mjs';
import { ensureTestTools } from './setup-tools.mjs';
import { electronBinary } from './start-electron.mjs';
import { countBrowser, countScores, countUnit, faults, notRun, total } from './test-counts.mjs';

const results = mkdtempSync(join(tmpdir(), 'galley-test-'));
const INHERIT = ['ignore', 'inherit', 'inherit'];
/** What property tests draw is drawn from it (`draws.mjs`). */
const SEED = '20261125';

await runScript(async () => {
  try {
    return await testAll();
  } finally {
    rmSync(results, { recursive: true, force: true });
  }
});

async function testAll() {
  await ensureTestTools();
  await ensureDependencies();
  if (!existsSync(join(root, '..', 'shared', 'corpus')))
    say('../shared is not beside this checkout: tests on the seed page and the corpora are skipped.');
  const env = environment({ GALLEY_RESULTS: results, GALLEY_SEED: process.env.GALLEY_SEED ?? SEED });
  const check = await npm(['run', '-s', 'check'], { env, stdio: INHERIT });
  const scores = await scored(env);
  const browser = (await isBuilt()) ? await playwright(env) : 1;
  const unit = read('unit.json');
  const e2e = read('e2e.json');
  const steps = [countUnit(check, unit), ...scores, countBrowser(browser, e2e)];
  for (const line of [...steps.flatMap(({ says }) => says), ...faults(unit), ...notRun(e2e)]) say(line);
  const { line, failed } = total(steps);
  process.stdout.write(`${line}\n`);
  return failed === 0 ? 0 : 1;
}

/** Whether the segmenter is as good as committed: one count, none where the corpora are not. */
async function scored(env) {
  if (!existsSync(join(root, '..', 'shared', 'corpus'))) return [];
  const code = await run(node(), [join(root, 'scripts', 'score.mjs'), '--check'], { env, stdio: INHERIT });
  return [countScores(code)];
}

/** `npm run check` builds last, so not when an earlier step fails; the browser tests are worth running all the same. */
async function isBuilt() {
  try {
    await ensureBuild();
    return true;
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    say(error.message);
    return false;
  }
}

/** Electron needs a screen, Chromium runs headless. */
function playwright(env) {
  const command = [
    node(),
    join(root, 'node_modules', '@playwright', 'test', 'cli.js'),
    'test',
    ...process.argv.slice(2),
  ];
  const needsScreen = process.platform === 'linux' && !process.env.DISPLAY && electronBinary() !== null;
  const wrapper = needsScreen ? findOnPath(['xvfb-run']) : null;
  if (wrapper) command.unshift(wrapper, '-a', '-s', '-screen 0 1600x1000x24');
  return run(command[0], command.slice(1), { env, stdio: INHERIT });
}

function read(name) {
  try {
    return JSON.parse(readFileSync(join(results, name), 'utf8'));
  } catch {
    return null;
  }
}
