/** The `galley` command as a process of its own: streams, folder, start. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { RIVER, scratchFolder } from './testing/folder.ts';

const MAIN = join(import.meta.dirname, 'main.ts');
/** Node runs the source as it is from version 22.18 on; older ones run the build only. */
const runsSource = process.features.typescript === 'strip' || process.features.typescript === 'transform';
const TIMEOUT = 60_000;

function start(folder: string, args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const { INIT_CWD: _, npm_lifecycle_event: __, ...rest } = process.env;
  return spawn(process.execPath, [MAIN, ...args], { cwd: folder, env: { ...rest, ...env } });
}

async function run(...args: Parameters<typeof start>) {
  const child = start(...args);
  child.stdin.end();
  const [out, err, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  return { code, out, err };
}

describe.skipIf(!runsSource)(
  'the galley process (skipped where Node does not run TypeScript; e2e/npm-package.spec.ts runs the built one)',
  () => {
    it('gives one document, a sentence for each other file, and exit code 1', { timeout: TIMEOUT }, async () => {
      const folder = await scratchFolder();
      await writeFile(join(folder, 'empty.txt'), '');
      await writeFile(join(folder, 'binary.bin'), Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 1, 2, 3]));
      await writeFile(join(folder, 'good.txt'), RIVER);
      const { code, out, err } = await run(folder, ['segment', 'missing.txt', 'empty.txt', 'binary.bin', 'good.txt']);
      expect(code).toBe(1);
      expect(
        out
          .trimEnd()
          .split('\n')
          .map((line) => JSON.parse(line).source.name),
      ).toEqual(['good.txt']);
      expect(
        err
          .trimEnd()
          .split('\n')
          .map((line) => line.split(': ')[1]),
      ).toEqual(['missing.txt', 'empty.txt', 'binary.bin']);
    });

    it('ends quietly when the reader of its output goes', { timeout: TIMEOUT }, async () => {
      const folder = await scratchFolder();
      await writeFile(join(folder, 'good.txt'), RIVER);
      // More documents than a pipe holds, so that not all can be written before the reader goes.
      const child = start(folder, ['segment', ...Array.from({ length: 200 }, () => 'good.txt')]);
      const errors = text(child.stderr);
      child.stdout.once('data', () => child.stdout.destroy());
      const [code, signal] = await once(child, 'exit');
      expect([code, signal, await errors]).toEqual([0, null, '']);
    });

    it.each([
      ['npm run galley: the folder that npm came from', 'galley', 'good.txt', 0],
      ['INIT_CWD alone', undefined, 'good.txt', 0],
      ['another script: the folder it runs in', 'qa', 'good.txt', 1],
    ])('takes names from %s', { timeout: TIMEOUT }, async (_, script, name, expected) => {
      const folder = await scratchFolder();
      await mkdir(join(folder, 'package'));
      await writeFile(join(folder, 'good.txt'), RIVER);
      const env = { INIT_CWD: folder, ...(script && { npm_lifecycle_event: script }) };
      const { code } = await run(join(folder, 'package'), ['segment', name], env);
      expect(code).toBe(expected);
    });

    it('loads no more than it needs to show help', { timeout: TIMEOUT }, async () => {
      const { code, out } = await run(dirname(MAIN), ['--help']);
      expect([code, out.startsWith('galley: ')]).toEqual([0, true]);
      const loaded = staticImports(MAIN);
      expect([...loaded].filter((file) => !file.startsWith(dirname(MAIN)))).toEqual([]);
      expect(loaded.size).toBeLessThan(6);
    });
  },
);

/** All files that load with `file`: its imports that are neither dynamic nor of types only, and theirs. */
function staticImports(file: string, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  const source = readFileSync(file, 'utf8');
  for (const [, from = ''] of source.matchAll(/^import (?!type\b)[^;]*? from '([^']+)'/gm)) {
    if (from.startsWith('.')) staticImports(resolve(dirname(file), from), seen);
    else if (!from.startsWith('node:')) seen.add(from);
  }
  return seen;
}
