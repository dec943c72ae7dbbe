/** The code of docs/qa.md does what the page says: each block is a script, and is replayed. */
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
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
  for (const beside of ['scripts', 'samples'])
    cpSync(join(root, 'resources', beside), join(folder, beside), { recursive: true });
  const [first, ...recipes] = blocks;
  const shipped = join(folder, 'scripts', 'linhe-evening.review.ts');
  expect(first).toBe(readFileSync(shipped, 'utf8'));
  const scripts = recipes.map((code, i) => {
    const script = join(folder, `recipe-${i + 1}.review.ts`);
    writeFileSync(script, code);
    return script;
  });
  const { stdout, code } = await galley(['replay', shipped, ...scripts]);
  expect(stdout).toMatch(/^ {2}1 passed/m);
  expect(stdout).toContain(`${recipes.length} passed`);
  expect(code).toBe(0);
});
