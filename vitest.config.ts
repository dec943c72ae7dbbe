import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

/** Where scripts/test.mjs collects the counts of all tests. */
const results = process.env.GALLEY_RESULTS;

const TESTS = [
  'shared/**/*.test.ts',
  'electron/**/*.test.ts',
  'renderer/**/*.test.{ts,tsx}',
  'bench/**/*.test.ts',
  'scripts/**/*.test.mjs',
];

/** Files that put a stand-in in a module's place: the others must not be given it. */
const MOCKING = globSync(TESTS, { cwd: import.meta.dirname }).filter((file) =>
  /\bvi\.(?:do)?[mM]ock\(/.test(readFileSync(join(import.meta.dirname, file), 'utf8')),
);

export default defineConfig({
  test: {
    environment: 'node',
    reporters: results ? ['default', ['json', { outputFile: join(results, 'unit.json') }]] : ['default'],
    restoreMocks: true,
    setupFiles: [join(import.meta.dirname, 'scripts', 'draws.mjs')],
    // Against what hangs, never a measure: the machine may have other things to do.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    server: { deps: { inline: ['electron-store'] } },
    projects: [
      // A worker loads the modules once for all its files: loaded for each, they are three quarters of the time.
      { extends: true, test: { name: 'unit', include: TESTS, exclude: MOCKING, isolate: false } },
      { extends: true, test: { name: 'mocking', include: MOCKING } },
    ],
  },
});
