/** A batch in a process of its own, with real threads, killed with SIGKILL in the middle, and resumed by another. */
import { spawn } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, it } from 'vitest';
import { realFiles } from '../../desk/files.ts';
import { readJournal } from '../../desk/journal-read.ts';
import { type Made, makeArchive, page } from '../testing/archive.ts';
import { listBatches } from './run.ts';

const SCRIPT = join(import.meta.dirname, '../testing/batch-process.ts');
const ISSUES = 40;

/** Runs the process; kills it when so many issues are done. Resolves to the issues that it called done. */
function run({ root, data }: Made, paths: readonly string[], killAfter: number): Promise<readonly string[]> {
  const child = spawn(process.execPath, [SCRIPT, root, data, ...paths], { stdio: ['ignore', 'pipe', 'inherit'] });
  const done: string[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => {
    if (line.startsWith('done ')) done.push(line.slice(5));
    if (done.length >= killAfter) child.kill('SIGKILL');
  });
  return new Promise((resolve) => child.on('close', () => resolve(done)));
}

it('is killed three times and resumed: nothing is done twice, nothing is lost', async () => {
  const issues = Object.fromEntries(
    Array.from({ length: ISSUES }, (_, i) => [`issue-${i}.txt`, page('2013年8月19日', `第${i}次大会召开`)]),
  );
  const paths = Object.keys(issues);
  const made = await makeArchive(issues);
  const told = [await run(made, paths, 7), await run(made, [], 5), await run(made, [], 6)];
  const [left] = await listBatches({ root: made.root, dataFolder: made.data });
  expect(left).toMatchObject({ state: 'paused', of: ISSUES });
  expect(left?.done).toBeGreaterThanOrEqual(7 + 5 + 6);
  told.push(await run(made, [], Number.POSITIVE_INFINITY));
  const [ended] = await listBatches({ root: made.root, dataFolder: made.data });
  expect(ended).toMatchObject({ state: 'done', done: ISSUES, failed: 0 });
  // No issue was handed out twice of those whose end was told.
  const all = told.flat();
  expect(new Set(all).size).toBe(all.length);
  for (const path of paths) {
    const folder = join(made.root, '.galley', path);
    expect((await readdir(folder)).filter((name) => name.startsWith('journal'))).toEqual(['journal.0001']);
    expect(await readJournal(realFiles, folder)).toMatchObject({ kind: 'journal', torn: false, entries: [] });
    expect(await readFile(join(folder, 'bytes'), 'utf8')).toBe(issues[path]);
  }
});
