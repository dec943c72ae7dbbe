/** The npm package as a stranger gets it: packed, installed into an empty folder without a network, used. */
import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '@playwright/test';
import { sample } from './kit/index.ts';

const root = resolve(import.meta.dirname, '..');
const MAX_TARBALL_BYTES = 20_000_000;
const run = promisify(execFile);

/** The Nodes of this machine: the one that runs the tests and, where it is another, the system's own. */
const NODES = [process.execPath, '/usr/local/bin/node', '/usr/bin/node'].filter((node) => existsSync(node));

test.describe.configure({ mode: 'serial' });

let scratch = '';
let tarball = '';

/** Runs a program in the reader's folder, by this Node; gives what it printed. */
async function inFolder(node: string, program: string, args: readonly string[]): Promise<string> {
  // As in a shell of the reader's own: npm's and the checkout's settings are not theirs.
  const { INIT_CWD, GALLEY_DIST, ...env }: NodeJS.ProcessEnv = process.env;
  env.PATH = [dirname(node), env.PATH ?? ''].join(delimiter);
  const { stdout } = await run(program, [...args], { cwd: scratch, env, maxBuffer: 2 ** 26 });
  return stdout;
}

test.beforeAll(async () => {
  test.setTimeout(180_000);
  scratch = mkdtempSync(join(tmpdir(), 'galley-npm-'));
  const packed = await run(process.execPath, [join(root, 'scripts/package-npm.mjs'), join(scratch, 'packed')], {
    cwd: root,
  });
  tarball = packed.stdout.trim().split(' ')[0] ?? '';
  // As docs/qa.md has it, whatever npm's own defaults are.
  await inFolder(process.execPath, 'npm', ['init', '-y']);
  await inFolder(process.execPath, 'npm', ['pkg', 'set', 'type=module']);
  await inFolder(process.execPath, 'npm', ['install', '--offline', '--no-audit', '--no-fund', tarball]);
});

test.afterAll(() => rmSync(scratch, { recursive: true, force: true }));

test('is small and brings no other package', async () => {
  expect(statSync(tarball).size).toBeLessThan(MAX_TARBALL_BYTES);
  const installed = await inFolder(process.execPath, 'npm', ['ls', '--all', '--parseable']);
  expect(installed.trim().split('\n')).toHaveLength(2);
});

for (const node of NODES)
  test.describe(`by ${node}`, () => {
    test('npx galley segment prints a document', async () => {
      const printed = await inFolder(node, 'npx', ['galley', 'segment', sample()]);
      const document = JSON.parse(printed) as { articles: unknown[]; conservation: { nonBlank: number } };
      expect(document.articles.length).toBeGreaterThan(1);
      expect(document.conservation.nonBlank).toBeGreaterThan(0);
    });

    test('segment() is the same as the command', async () => {
      const script = `
        import { readFileSync } from 'node:fs';
        import { basename } from 'node:path';
        import { segment } from 'galley';
        const [file] = process.argv.slice(2);
        console.log(JSON.stringify(await segment(readFileSync(file), { name: basename(file) })));`;
      writeFileSync(join(scratch, 'use.js'), script);
      const command = await inFolder(node, 'npx', ['galley', 'segment', sample()]);
      expect(JSON.parse(await inFolder(node, node, ['use.js', sample()]))).toEqual(JSON.parse(command));
    });

    test('npx galley serve answers', async () => {
      const script = `
        import { spawn } from 'node:child_process';
        const desk = spawn('npx', ['galley', 'serve', '--no-open'], { stdio: ['ignore', 'pipe', 'inherit'], detached: true,
          env: { ...process.env, GALLEY_DATA: '${join(scratch, 'data')}' } });
        for await (const bytes of desk.stdout) {
          const { url } = JSON.parse(String(bytes).split('\\n')[0]);
          const entered = await fetch(url, { redirect: 'manual' });
          const cookie = entered.headers.getSetCookie().map((one) => one.split(';')[0]).join('; ');
          const window = await fetch(new URL("/", url), { headers: { cookie } });
          console.log(String(window.status));
          break;
        }
        process.kill(-desk.pid);`;
      writeFileSync(join(scratch, 'serve.js'), script);
      expect(await inFolder(node, node, ['serve.js'])).toBe('200\n');
    });
  });

test('its types are whole: a strict program that uses it compiles', async () => {
  writeFileSync(
    join(scratch, 'use.ts'),
    `import { DeskError, type GalleyDocument, segment } from 'galley';
     const document: GalleyDocument = await segment('text', { name: 'a.txt', encoding: 'utf-8' });
     const names: string[] = document.articles.flatMap((article) => article.bylines.map((byline) => byline.name));
     export { DeskError, names };`,
  );
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  await inFolder(process.execPath, process.execPath, [
    ...[tsc, '--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2022', '--types', '', 'use.ts'],
  ]);
});

test('a tester who has Playwright runs the first script of docs/qa.md', async () => {
  test.setTimeout(180_000);
  for (const name of ['@playwright', 'playwright', 'playwright-core'])
    symlinkSync(join(root, 'node_modules', name), join(scratch, 'node_modules', name));
  cpSync(join(scratch, 'node_modules/galley/resources/scripts'), join(scratch, 'scripts'), { recursive: true });
  const said = await inFolder(process.execPath, 'npx', ['galley', 'replay', 'scripts/linhe-evening.review.ts']);
  expect(said).toContain('1 passed');
});
