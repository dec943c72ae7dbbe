/**
 * What the reports of the test runners say, as counts and as lines for the person: reports are the JSON of Vitest and of
 * Playwright, or null where a step left none.
 */

/** The tests of faults, as docs/reliability.md counts them. */
const FAULTS = /\/(torture|[\w.]*(faults|crash|kill|hostile|goldens)|bench\/torture\/\w+)\.test\.ts$/;

/** `npm run check`, whose report is that of the unit tests. */
export const countUnit = (code, report) =>
  count('npm run check', code, report, (json) => ({
    passed: json.numPassedTests,
    failed: json.numFailedTests,
    skipped: json.numPendingTests + json.numTodoTests,
  }));

/** The tests in the browser. */
export const countBrowser = (code, report) =>
  count('playwright', code, report, ({ stats, errors }) => ({
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + errors.length,
    skipped: stats.skipped,
  }));

/** The comparison of the segmenter's figures with the committed ones is one test. */
export const countScores = (code) =>
  code === 0
    ? { passed: 1, failed: 0, skipped: 0, says: [] }
    : { passed: 0, failed: 1, skipped: 0, says: ['npm run score -- --check failed: figures of the segmenter fell.'] };

/** Passed and failed of one step; a step that fails though no test did (types, lint, build, no report) counts one. */
function count(step, code, json, countsOf) {
  const counts = json ? countsOf(json) : { passed: 0, failed: 0, skipped: 0 };
  if ((code === 0 && json) || counts.failed > 0) return { ...counts, says: [] };
  const why = `${step} failed (exit code ${code})${json ? '' : ' and left no report of tests'}.`;
  return { ...counts, failed: 1, says: [why] };
}

/** All steps together, as `npm test` ends with it: `N passed, N failed`. */
export function total(steps) {
  const sum = (key) => steps.reduce((whole, step) => whole + step[key], 0);
  const skipped = sum('skipped') ? `, ${sum('skipped')} skipped` : '';
  return { failed: sum('failed'), line: `${sum('passed')} passed, ${sum('failed')} failed${skipped}` };
}

/** How long the tests of faults took: their own time, and what that is on two cores. */
export function faults(report) {
  if (!report) return [];
  const files = report.testResults.filter(({ name }) => FAULTS.test(name.replaceAll('\\', '/')));
  const seconds = files.reduce((whole, { startTime, endTime }) => whole + (endTime - startTime) / 1000, 0);
  const tests = files.reduce((whole, { assertionResults }) => whole + assertionResults.length, 0);
  return [`Faults: ${tests} tests in ${files.length} files, ${(seconds / 2).toFixed(0)} s on two cores.`];
}

/** Which tests in the browser were not run, and why. */
export function notRun(report) {
  const reasons = new Map();
  for (const reason of skipsIn(report ?? {})) reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  return [...reasons].map(([reason, many]) => `Not run: ${many} ${many === 1 ? 'test' : 'tests'}: ${reason}.`);
}

/** The reason of each test that was skipped, in all suites of a report of Playwright. */
const skipsIn = ({ suites = [], specs = [] }) => [
  ...suites.flatMap(skipsIn),
  ...specs
    .flatMap(({ tests }) => tests)
    .filter(({ status }) => status === 'skipped')
    .map(({ annotations }) => annotations.find(({ type }) => type === 'skip')?.description ?? 'no reason is given'),
];
