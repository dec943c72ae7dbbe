/** The code of docs/qa.md does what the page says: each block is a script, and is replayed. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { galley, scriptsFolder } from './galley.ts';
import { root } from './kit/programs.ts';

const guide = readFileSync(join(root, 'docs/qa.md'), 'utf8');
const blocks = [...guide.matchAll(/^```ts\n([\s\S]*?)^```$/gm)].map(([, code]) => code ?? '');

const { folder, make, remove } = scriptsFolder('guide');
test.beforeAll(make);
test.afterAll(remove);

test('every script of the guide does what the guide says', async () => {
  test.setTimeout(600_000);
  expect(blocks.length).toBeGreaterThanOrEqual(4);
  const shipped = readFileSync(join(root, 'resources/scripts/linhe-evening.review.ts'), 'utf8');
  expect(blocks[0]?.replace('../resources/scripts/', './')).toBe(shipped);
  const scripts = blocks.map((code, i) => {
    const script = join(folder, `guide-${i + 1}.review.ts`);
    writeFileSync(script, code);
    return script;
  });
  const { stdout, stderr } = await galley(['replay', ...scripts]);
  expect(stdout + stderr).toContain(`${blocks.length} passed`);
});
