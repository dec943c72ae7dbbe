import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from '@playwright/test';

/** Where scripts/test.mjs collects the counts of all tests. */
const results = process.env.GALLEY_RESULTS;

export default defineConfig({
  testDir: 'e2e',
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  // Each test has a host and a browser of its own, and waits for them more than it computes.
  workers: availableParallelism(),
  // Against what hangs, never a measure: the machine may have other things to do.
  timeout: 300_000,
  expect: { timeout: 30_000 },
  reporter: results ? [['list'], ['json', { outputFile: join(results, 'e2e.json') }]] : [['list']],
  outputDir: 'test-results',
});
