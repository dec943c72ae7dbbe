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
    server: { deps: { inline: ['electron-store'] } },
  },
});
