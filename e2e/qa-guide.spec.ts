/** The code of docs/qa.md does what the page says: each block is a script, and is replayed. */
import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '@playwright/test';

const root = resolve(import.meta.dirname, '..');
const cli = join(resolve(root, process.env.GALLEY_DIST ?? 'dist'), 'electron', 'cli.js');
const guide = readFileSync(join(root, 'docs/qa.md'), 'utf8');
const blocks = [...guide.matchAll(/^```ts\n([\s\S]*?)^```$/gm)].map(([, code]) => code ?? '');

/**
 * As deep in the checkout as docs/ is, so that the addresses of the page hold; out of git's sight. One a worker: each clears
 * away its own.
 */
const folder = join(root, `test-results-guide-${process.pid}`);
test.beforeAll(() => mkdirSync(folder, { recursive: true }));
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('has scripts to run', () => {
  expect(blocks.length).toBeGreaterThanOrEqual(4);
});

for (const [i, code] of blocks.entries())
  test(`script ${i + 1}: ${/test\('([^']*)'/.exec(code)?.[1]}`, async () => {
    const script = join(folder, `guide-${i + 1}.review.ts`);
    writeFileSync(script, code);
    const { stdout } = await promisify(execFile)(process.execPath, [cli, 'replay', script], {
      cwd: root,
      env: { ...process.env, FORCE_COLOR: '0' },
    });
    expect(stdout).toContain('1 passed');
  });
