import { describe, expect, it } from 'vitest';
import { countBrowser, countScores, countUnit, faults, notRun, total } from './test-counts.mjs';

const file = (name, seconds) => ({ name, startTime: 1000, endTime: 1000 + seconds * 1000, assertionResults: [{}, {}] });
const UNIT = {
  numPassedTests: 8,
  numFailedTests: 0,
  numPendingTests: 1,
  numTodoTests: 0,
  testResults: [
    file('/g/electron/journal/crash.test.ts', 6),
    file('C:\\g\\bench\\torture\\rows.test.ts', 4),
    file('/g/shared/a.test.ts', 9),
  ],
};
const skipped = (description) => ({
  tests: [{ status: 'skipped', annotations: description ? [{ type: 'skip', description }] : [] }],
});
const BROWSER = {
  stats: { expected: 4, flaky: 1, unexpected: 0, skipped: 3 },
  errors: [],
  suites: [
    { specs: [skipped('no binary'), { tests: [{ status: 'expected', annotations: [] }] }] },
    { suites: [{ specs: [skipped('no binary'), skipped()] }] },
  ],
};

describe('the end of npm test', () => {
  it('adds up what the steps counted', () => {
    const steps = [countUnit(0, UNIT), countScores(0), countBrowser(0, BROWSER)];
    expect(total(steps)).toEqual({ failed: 0, line: '14 passed, 0 failed, 4 skipped' });
    expect(steps.flatMap(({ says }) => says)).toEqual([]);
  });

  it('counts a step that failed without a failed test as one', () => {
    const steps = [countUnit(2, UNIT), countScores(1), countBrowser(1, null)];
    expect(total(steps).line).toBe('8 passed, 3 failed, 1 skipped');
    expect(steps.flatMap(({ says }) => says)).toEqual([
      'npm run check failed (exit code 2).',
      'npm run score -- --check failed: figures of the segmenter fell.',
      'playwright failed (exit code 1) and left no report of tests.',
    ]);
  });

  it('counts failed tests once, not the step beside them', () => {
    expect(countUnit(1, { ...UNIT, numFailedTests: 2 })).toMatchObject({ failed: 2, says: [] });
    expect(countBrowser(1, { ...BROWSER, errors: [{}] })).toMatchObject({ failed: 1, says: [] });
  });

  it('a run without its report is no success, whatever its exit code', () => {
    expect(countUnit(0, null)).toMatchObject({ passed: 0, failed: 1 });
  });

  it('says how long the faults took, and why tests were not run', () => {
    expect(faults(UNIT)).toEqual(['Faults: 4 tests in 2 files, 5 s on two cores.']);
    expect(faults(null)).toEqual([]);
    expect(notRun(BROWSER)).toEqual(['Not run: 2 tests: no binary.', 'Not run: 1 test: no reason is given.']);
    expect(notRun(null)).toEqual([]);
  });
});
