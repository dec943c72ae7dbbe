import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ALL_ISSUES, type ArchiveIssue, type ArchiveView } from '../../shared/contract/archive.ts';
import type { Edit } from '../../shared/edits/edit.ts';
import { sheet, toAlto } from '../import/testing/sheet.ts';
import { archiveFolder, type Keeper } from './keeper.ts';
import { keep, makeArchive, page, review } from './testing/archive.ts';

const rowsOf = (keeper: Keeper, view: ArchiveView = ALL_ISSUES): ArchiveIssue[] =>
  keeper.rows(view, 0, 1000).rows.flatMap((row) => (row.kind === 'issue' ? [row] : []));
const row = (keeper: Keeper, name: string): ArchiveIssue => {
  const found = rowsOf(keeper).find((one) => one.name === name);
  if (!found) throw new Error(`no row ${name}`);
  return found;
};

const THREE = {
  'qinghe-daily-2013-08-19.txt': page('2013年8月19日', '全市妇女工作会召开'),
  '2013/二月/qinghe-daily-2013-02-01.txt': page('2013年2月1日', '吕梁山区通火车'),
  '2012/note.txt': 'A short note about the harbour.\n',
};
/** The page as printed, whatever the segmenter makes of so small a one: the headline is a1's, the second text an article. */
function asPrinted(text: string, headline: string): readonly (readonly [Edit, string])[] {
  const span = { from: text.indexOf(headline), to: text.indexOf(headline) + headline.length };
  const second = { from: text.indexOf('城区新增绿地三处'), to: text.length };
  const edits: readonly Edit[] = [
    { kind: 'create', span: second, role: 'body', newId: 'a-aaaaaaaa' },
    { kind: 'assign', span, to: { outside: 'ad' } },
    { kind: 'assign', span, to: { article: 'a1', role: 'headline' } },
  ];
  return edits.map((edit) => [edit, '2026-01-01T09:59:00Z']);
}
const SETTLE = { kind: 'setState', article: 'a1', state: 'settled' } as const;

describe.each([false, true])('the index (wasm: %s)', (wasm) => {
  it('holds the issues of the folder and of those below, and what their names say', async () => {
    const keeper = await keep(await makeArchive({ ...THREE, '.hidden.txt': 'x', 'readme.md': 'x' }), { wasm });
    expect(rowsOf(keeper).map(({ name, folder, state, date }) => [name, folder, state, date])).toEqual([
      ['note.txt', '2012', 'unread', ''],
      ['qinghe-daily-2013-02-01.txt', '2013/二月', 'unread', '2013-02-01'],
      ['qinghe-daily-2013-08-19.txt', '', 'unread', '2013-08-19'],
    ]);
    expect(row(keeper, 'qinghe-daily-2013-08-19.txt').title).toBe('Qinghe Daily');
  });

  it('knows articles, doubts, edits, minutes and state from the journal', async () => {
    const made = await makeArchive(THREE);
    const path = 'qinghe-daily-2013-08-19.txt';
    await review(made, path, [
      ...asPrinted(THREE[path], '全市妇女工作会召开'),
      [SETTLE, '2026-01-01T10:00:00Z'],
      [{ kind: 'setMasthead', field: 'edition', value: 'late' }, '2026-01-01T10:02:00Z'],
      [{ kind: 'setMasthead', field: 'edition', value: 'early' }, '2026-01-01T12:00:00Z'],
    ]);
    const keeper = await keep(made, { wasm });
    expect(row(keeper, path)).toMatchObject({
      title: '清河日报',
      date: '2013年8月19日',
      edition: 'early',
      state: 'in review',
      settled: 1,
      edits: 6,
      minutes: 8,
      edited: '2026-01-01T12:00:00.000Z',
      source: 'ok',
      lock: null,
    });
    expect(row(keeper, path).articles).toBeGreaterThan(0);
  });

  it('finds two characters in readings and raw text, and says where', async () => {
    const made = await makeArchive({
      ...THREE,
      'broken.txt': '记者昨日在吕\n梁市看到，公园里\n游人如织。\n',
    });
    const path = '2013/二月/qinghe-daily-2013-02-01.txt';
    await review(made, path, [...asPrinted(THREE[path], '吕梁山区通火车'), [SETTLE, '2026-01-01T10:00:00Z']]);
    const keeper = await keep(made, { wasm });
    const { total, hits } = await keeper.search('吕梁', 0, 10);
    expect(total).toBe(2);
    expect(hits.map(({ name, article }) => [name, article !== null])).toEqual([
      ['qinghe-daily-2013-02-01.txt', true],
      ['broken.txt', false],
    ]);
    for (const { words, marks, at } of hits) {
      const [from, to] = marks[0] ?? [0, 0];
      expect(words.slice(from, to).replace(/\s/g, '')).toBe('吕梁');
      expect(at).not.toBeNull();
    }
    expect(hits[1]?.at).toBe(5);
    expect((await keeper.search('headline:吕梁', 0, 10)).total).toBe(1);
    expect((await keeper.search('byline:冯海砚', 0, 10)).total).toBe(1);
    expect((await keeper.search('byline:吕梁', 0, 10)).total).toBe(0);
    expect((await keeper.search('绿地 date:2013-02', 0, 10)).total).toBe(1);
    expect((await keeper.search('绿地 date:2014', 0, 10)).total).toBe(0);
    expect((await keeper.search('paper:清河', 0, 10)).total).toBe(1);
  });
});

describe('an archive that changes', () => {
  it('is read again only where it changed', async () => {
    const made = await makeArchive(THREE);
    const keeper = await keep(made);
    const before = keeper.store.version;
    await keeper.refresh();
    expect(rowsOf(keeper)).toHaveLength(3);
    await made.write('2012/new.txt', '新的一期，吕梁。\n');
    await writeFile(join(made.root, '2012/note.txt'), '绿色的旗帜\n');
    await rm(join(made.root, 'qinghe-daily-2013-08-19.txt'));
    await keeper.refresh();
    expect(keeper.store.version).toBeGreaterThan(before);
    expect(rowsOf(keeper).map(({ name }) => name)).toEqual(['new.txt', 'note.txt', 'qinghe-daily-2013-02-01.txt']);
    expect((await keeper.search('harbour', 0, 1)).total).toBe(0);
    expect((await keeper.search('旗帜', 0, 1)).total).toBe(1);
  });

  it('takes a folder by itself', async () => {
    const made = await makeArchive(THREE);
    const keeper = await keep(made);
    await made.write('2012/new.txt', '新的一期。\n');
    await rm(join(made.root, '2012/note.txt'));
    await keeper.refreshFolders(['2012']);
    expect(rowsOf(keeper).map(({ name }) => name)).toEqual([
      'new.txt',
      'qinghe-daily-2013-02-01.txt',
      'qinghe-daily-2013-08-19.txt',
    ]);
  });

  it('says that an issue was replaced, is missing, or was renamed', async () => {
    const made = await makeArchive(THREE);
    const [first, second] = Object.keys(THREE) as [string, string];
    await review(made, first, [[SETTLE, '2026-01-01T10:00:00Z']]);
    await review(made, second, [[SETTLE, '2026-01-01T10:00:00Z']]);
    const keeper = await keep(made);
    await writeFile(join(made.root, first), '别的\n');
    await rm(join(made.root, second));
    await keeper.refresh();
    expect(row(keeper, first)).toMatchObject({ source: 'replaced', edits: 1 });
    expect(row(keeper, 'qinghe-daily-2013-02-01.txt')).toMatchObject({ source: 'missing', edits: 1 });
    await made.write('2013/二月/renamed.txt', THREE['2013/二月/qinghe-daily-2013-02-01.txt']);
    await keeper.refresh();
    expect(rowsOf(keeper).map(({ name }) => name)).toEqual(['note.txt', first, 'renamed.txt']);
    expect(row(keeper, 'renamed.txt')).toMatchObject({ source: 'ok', edits: 1 });
    await keeper.refresh();
    expect(rowsOf(keeper)).toHaveLength(3);
  });

  it('has a row with a reason for what cannot be read', async () => {
    const made = await makeArchive({ 'empty.txt': ' \n', 'program.txt': '\x7fELF…' });
    const keeper = await keep(made);
    expect(rowsOf(keeper).map(({ state, problem }) => [state, problem?.key])).toEqual([
      ['failed', 'empty'],
      ['failed', 'binary'],
    ]);
  });
});

describe('issues that are no text', () => {
  const alto = (words: string) => toAlto(sheet(`== 100 x 100\n10 10 ${words}`));
  const names = (keeper: Keeper) => rowsOf(keeper).map(({ name, state }) => `${name} ${state}`);

  it('are rows too: a METS with its pages, a folder of pages, a file; what belongs to them is none', async () => {
    const made = await makeArchive({
      '1858/issue-mets.xml':
        '<mets><file ID="A"><FLocat href="alto/1.xml"/></file><file ID="B"><FLocat href="2.xml"/></file></mets>',
      '1858/alto/1.xml': alto('harbour'),
      '1858/2.xml': alto('lighthouse'),
      '1859/p1.txt': 'The first page\n',
      '1859/p2.txt': 'The second page, with a windmill\n',
      '1860/daily.alto.xml': alto('steamboat'),
      '1860/daily.md': '# An export\n',
    });
    const keeper = await keep(made);
    expect(names(keeper)).toEqual(['1859 unread', 'daily.alto.xml unread', 'issue-mets.xml unread']);
    expect(rowsOf(keeper).map(({ pages }) => pages)).toEqual([2, 1, 2]);
    for (const [word, name] of [
      ['lighthouse', 'issue-mets.xml'],
      ['windmill', '1859'],
      ['steamboat', 'daily.alto.xml'],
    ] as const)
      expect((await keeper.search(word, 0, 10)).hits.map((hit) => hit.name)).toEqual([name]);
  });

  it('say why they cannot be read', async () => {
    const keeper = await keep(
      await makeArchive({ 'mets.xml': '<mets><file ID="A"><FLocat href="gone.xml"/></file></mets>' }),
    );
    expect(row(keeper, 'mets.xml').problem).toEqual({
      key: 'part missing',
      values: { kind: 'METS', name: 'gone.xml' },
    });
  });
});

describe('the index file', () => {
  it('is set aside and built anew when it is broken, and nothing is lost', async () => {
    const made = await makeArchive(THREE);
    await keep(made).then((keeper) => keeper.close());
    const folder = archiveFolder(made.data, made.root);
    await writeFile(join(folder, 'index.sqlite'), 'nonsense '.repeat(1000));
    const keeper = await keep(made);
    expect(rowsOf(keeper)).toHaveLength(3);
    expect(keeper.info().notice).toBe('rebuilt');
    expect(existsSync(join(folder, 'index.sqlite.broken'))).toBe(true);
  });

  it('survives a flip of any of its pages without an exception at opening', async () => {
    const made = await makeArchive(THREE);
    await keep(made).then((keeper) => keeper.close());
    const path = join(archiveFolder(made.data, made.root), 'index.sqlite');
    const good = await readFile(path);
    for (let at = 0; at < good.length; at += 4096) {
      const bad = Buffer.from(good);
      bad.fill(0x5a, at, at + 64);
      await writeFile(path, bad);
      const keeper = await keep(made);
      expect(rowsOf(keeper)).toHaveLength(3);
      await keeper.close();
    }
  });

  it('is never in the archive, and the archive is not written', async () => {
    const made = await makeArchive(THREE);
    await keep(made);
    expect((await readdir(made.root)).sort()).toEqual(['2012', '2013', 'qinghe-daily-2013-08-19.txt']);
  });
});

describe('the table', () => {
  it('sorts, filters and groups', async () => {
    const made = await makeArchive(THREE);
    const [first] = Object.keys(THREE) as [string];
    await review(made, first, [[SETTLE, '2026-01-01T10:00:00Z']]);
    const keeper = await keep(made);
    const view = (part: Partial<ArchiveView>): ArchiveView => ({ ...ALL_ISSUES, ...part });
    const names = (part: Partial<ArchiveView>) => rowsOf(keeper, view(part)).map(({ name }) => name.slice(-9, -4));
    expect(names({ sort: [{ column: 'date', down: true }] })).toEqual(['08-19', '02-01', 'note']);
    expect(names({ filter: { from: '2013-03' } })).toEqual(['08-19']);
    expect(names({ filter: { to: '2013-02' } })).toEqual(['02-01']);
    expect(names({ filter: { text: '二月 DAILY' } })).toEqual(['02-01']);
    expect(names({ filter: { text: '100%_' } })).toEqual([]);
    expect(names({ filter: { states: ['in review', 'settled'] } })).toEqual(['08-19']);
    const grouped = keeper.rows(view({ group: 'year', folded: ['2013'] }), 0, 10);
    expect(grouped.rows.map((one) => (one.kind === 'group' ? [one.value, one.count, one.isFolded] : one.name))).toEqual(
      [['', 1, false], 'note.txt', ['2013', 2, true]],
    );
    expect(grouped).toMatchObject({ total: 3, issues: 3 });
  });

  it('gives issues to people, for everybody who opens the archive', async () => {
    const made = await makeArchive(THREE);
    const keeper = await keep(made);
    const ids = rowsOf(keeper).map(({ id }) => id);
    await keeper.assign({ issues: ids.slice(0, 2) }, '王');
    await keeper.assign({ issues: ids.slice(1, 2) }, '');
    await keeper.assign({ filter: { text: '08-19' }, except: [] }, '李');
    const another = await keep({ ...made, data: join(made.data, 'other') });
    expect(rowsOf(another).map(({ assigned }) => assigned)).toEqual(['王', '', '李']);
    expect(rowsOf(another, { ...ALL_ISSUES, filter: { assigned: '王' } })).toHaveLength(1);
  });
});

it('a file that was only touched is not another', async () => {
  const made = await makeArchive(THREE);
  const keeper = await keep(made);
  await utimes(join(made.root, '2012/note.txt'), 1, 1);
  await mkdir(join(made.root, 'empty'));
  await rename(join(made.root, '2012'), join(made.root, '2011'));
  await keeper.refresh();
  expect(rowsOf(keeper).map(({ folder }) => folder)).toEqual(['2011', '2013/二月', '']);
  expect((await stat(join(made.root, '2011/note.txt'))).size).toBe(32);
});
