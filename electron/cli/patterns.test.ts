import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { filesMatching } from './patterns.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'galley-patterns-'));
  for (const path of [
    'a/1.txt',
    'a/12.txt',
    'a/1.md',
    'a/deep/2.txt',
    'b/1.txt',
    'b/[x] (1)*.txt',
    'a/folder.txt/3.txt',
  ]) {
    await mkdir(join(folder, path, '..'), { recursive: true });
    await writeFile(join(folder, path), '');
  }
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const found = async (pattern: string) =>
  (await filesMatching(join(folder, pattern))).map((path) => relative(folder, path));

describe('a pattern', () => {
  it.each([
    ['a/1.txt', ['a/1.txt']],
    ['a/*.txt', ['a/1.txt', 'a/12.txt']],
    ['a/1?.txt', ['a/12.txt']],
    ['*/1.txt', ['a/1.txt', 'b/1.txt']],
    ['**/2.txt', ['a/deep/2.txt']],
    ['a/**/*.txt', ['a/1.txt', 'a/12.txt', 'a/deep/2.txt', 'a/folder.txt/3.txt']],
    // There as it is written: no pattern.
    ['b/[x] (1)*.txt', ['b/[x] (1)*.txt']],
  ])('%s names %j', async (pattern, files) => {
    expect(await found(pattern)).toEqual(files);
  });

  it.each(['a/9.txt', 'c/*.txt', 'a/*.TXT', 'a/+.txt', 'a/?.t.t'])('%s names nothing', async (pattern) => {
    expect(await found(pattern)).toEqual([]);
  });
});
