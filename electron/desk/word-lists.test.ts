import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Word } from '../../shared/words/list.ts';
import { realFiles } from './files.ts';
import { WordLists } from './word-lists.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'galley-words-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const word = (text: string, count = 1): Word => ({ text, kind: 'name', count });
const lists = () => new WordLists(realFiles, folder);
const files = () => readdirSync(join(folder, 'words'));

it('learns, and knows it again in another run; lists of newspapers are apart', async () => {
  await lists().learn('清河日报', [word('沈若溪')]);
  await lists().learn('清河日报', [word('沈若溪'), word('罗丽')]);
  expect((await lists().read('清河日报')).words).toEqual([word('沈若溪', 2), word('罗丽')]);
  expect((await lists().read('望河报')).words).toEqual([]);
  expect(files()).toEqual([expect.stringMatching(/^清河日报-[0-9a-f]{6}\.json$/)]);
});

it('changes made at once are all kept', async () => {
  const all = lists();
  await Promise.all(['甲乙丙', '丁戊己', '庚辛壬'].map((name) => all.learn('报', [word(name)])));
  expect((await all.read('报')).words).toHaveLength(3);
});

it.each(['../../etc/passwd', 'a/b', '..', 'CON', '\u0000'])('a title like %j stays in its folder', async (paper) => {
  await lists().set(paper, [word('沈若溪', 0)]);
  expect(files()).toHaveLength(1);
  expect((await lists().read(paper)).words).toEqual([word('沈若溪', 0)]);
});

it('a broken file is said and left as it is', async () => {
  await lists().learn('报', [word('沈若溪')]);
  const path = join(folder, 'words', files()[0] ?? '');
  writeFileSync(path, '{ broken');
  await expect(lists().read('报')).rejects.toMatchObject({ problem: { key: 'not readable' } });
  await expect(lists().learn('报', [word('罗丽')])).rejects.toMatchObject({ problem: { key: 'not readable' } });
  expect(readFileSync(path, 'utf8')).toBe('{ broken');
});
