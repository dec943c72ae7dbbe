#!/usr/bin/env node
/**
 * npm test: everything. Sets up what is needed, runs `npm run check` (types, lint, import rules, unit tests, build),
 * then the segmenter's scores against the committed ones, where the corpora are, and the tests in a real browser. The last line is `N passed, N failed`; a step that fails without a test counts as
 * one failed. Arguments go to Playwright.
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

const results = mkdtempSync(join(tmpdir(), 'galley-test-'));
const INHERIT = ['ignore', 'inherit', 'inherit'];

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
  const env = environment({ GALLEY_RESULTS: results });
  const check = await npm(['run', '-s', 'check'], { env, stdio: INHERIT });
  const scores = await scored(env);
  const browser = (await isBuilt()) ? await playwright(env) : 1;
  const counts = [
    count('npm run check', check, read('unit.json'), (json) => ({
      passed: json.numPassedTests,
      failed: json.numFailedTests,
      skipped: json.numPendingTests + json.numTodoTests,
    })),
    ...scores,
    count('playwright', browser, read('e2e.json'), ({ stats, errors }) => ({
      passed: stats.expected + stats.flaky,
      failed: stats.unexpected + errors.length,
      skipped: stats.skipped,
    })),
  ];
  sayFaults(read('unit.json'));
  sayNotRun(read('e2e.json'));
  const sum = (key) => counts.reduce((total, one) => total + one[key], 0);
  const skipped = sum('skipped') ? `, ${sum('skipped')} skipped` : '';
  process.stdout.write(`${sum('passed')} passed, ${sum('failed')} failed${skipped}\n`);
  return sum('failed') === 0 ? 0 : 1;
}

/** Whether the segmenter is as good as committed: one count, none where the corpora are not. */
async function scored(env) {
  if (!existsSync(join(root, '..', 'shared', 'corpus'))) return [];
  const code = await run(node(), [join(root, 'scripts', 'score.mjs'), '--check'], { env, stdio: INHERIT });
  if (code !== 0) say('npm run score -- --check failed: figures of the segmenter fell.');
  return [{ passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 }];
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

/** The tests of faults, as docs/reliability.md counts them. */
const FAULTS = /\/(torture|[\w.]*(faults|crash|kill|hostile|goldens)|bench\/torture\/\w+)\.test\.ts$/;

/** Says how long the tests of faults took: their own time, and what that is on two cores. */
function sayFaults(report) {
  const files = (report?.testResults ?? []).filter(({ name }) => FAULTS.test(name.replaceAll('\\', '/')));
  const seconds = files.reduce((total, { startTime, endTime }) => total + (endTime - startTime) / 1000, 0);
  const tests = files.reduce((total, { assertionResults }) => total + assertionResults.length, 0);
  say(`Faults: ${tests} tests in ${files.length} files, ${(seconds / 2).toFixed(0)} s on two cores.`);
}

/** Says which tests in the browser were not run, and why. */
function sayNotRun(report) {
  const reasons = new Map();
  for (const reason of skipsIn(report ?? {})) reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  for (const [reason, count] of reasons) say(`Not run: ${count} ${count === 1 ? 'test' : 'tests'}: ${reason}.`);
}

/** The reason of each test that was skipped, in all suites of a report of Playwright. */
const skipsIn = ({ suites = [], specs = [] }) => [
  ...suites.flatMap(skipsIn),
  ...specs
    .flatMap(({ tests }) => tests)
    .filter(({ status }) => status === 'skipped')
    .map(({ annotations }) => annotations.find(({ type }) => type === 'skip')?.description ?? 'no reason is given'),
];

/** Passed and failed of one step; a step that fails though no test did (types, lint, build, no report) counts one. */
function count(step, code, json, countsOf) {
  const counts = json ? countsOf(json) : { passed: 0, failed: 0, skipped: 0 };
  if (code === 0 && json) return counts;
  if (counts.failed > 0) return counts;
  say(`${step} failed (exit code ${code})${json ? '' : ' and left no report of tests'}.`);
  return { ...counts, failed: 1 };
}

function read(name) {
  try {
    return JSON.parse(readFileSync(join(results, name), 'utf8'));
  } catch {
    return null;
  }
}
