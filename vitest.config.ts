import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

/** Where scripts/test.mjs collects the counts of all tests. */
const results = process.env.GALLEY_RESULTS;

export default defineConfig({
  test: {
    environment: 'node',
    include: [
      'shared/**/*.test.ts',
      'electron/**/*.test.ts',
      'renderer/**/*.test.{ts,tsx}',
      'bench/**/*.test.ts',
      'scripts/**/*.test.mjs',
    ],
    reporters: results ? ['default', ['json', { outputFile: join(results, 'unit.json') }]] : ['default'],
    restoreMocks: true,
    // Against what hangs, never a measure: the machine may have other things to do.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    server: { deps: { inline: ['electron-store'] } },
  },
});
