import { describe, expect, it } from 'vitest';
import { plainProfile } from '../../shared/contract/profile.ts';
import { digestOf } from '../../shared/journal/digest.ts';
import { issueOf } from '../../shared/model/issue.ts';
import { importIssue } from '../import/import.ts';
import type { Opening } from './journal-format.ts';
import { readOpening } from './journal-read.ts';
import { encodeRecord } from './record.ts';
import { replay } from './replay.ts';
import { memorySettings } from './settings.ts';
import { change, ISSUE, issueDisk, oneArticle, rig, send, TEXT, until } from './testing/rig.ts';

const FOLDER = '/issues/.galley/吕梁日报 2023.txt';
const HEAD = TEXT.indexOf('标题一行');

describe('opening an issue', () => {
  it('decodes it, gives its text by id, and leaves no trace on the disk', async () => {
    const disk = issueDisk();
    const before = [...disk.all().keys()];
    const { service, desk, file } = rig(disk);
    const id = await file();
    expect(id).not.toContain('/');
    const opened = await service['issue.open']({ file: id });
    expect(opened).toMatchObject({ textUrl: `/text/${id}`, length: TEXT.length, source: { encoding: 'utf-8' } });
    expect(desk.textOf(id)).toBe(TEXT);
    await service['issue.review']({ file: id });
    await desk.close();
    expect([...disk.all().keys()]).toEqual(before);
  });

  it('knows only the ids it gave out', async () => {
    const { service, desk } = rig(issueDisk());
    await expect(service['issue.open']({ file: '..' })).rejects.toMatchObject({ problem: { key: 'no such file' } });
    expect(desk.textOf('..')).toBeNull();
  });

  it.each([
    ['nothing there', null, 'no such file'],
    ['empty', '', 'empty'],
    ['binary', '\x00\x01\x02\x03', 'binary'],
  ] as const)('%s is refused in words', async (_, content, key) => {
    const disk = issueDisk();
    if (content !== null) disk.put('/issues/bad.txt', Buffer.from(content, 'latin1'));
    await expect(rig(disk).start('/issues/bad.txt')).rejects.toMatchObject({ problem: { key } });
  });

  it('takes a folder as the archive, and opens its issues one by one', async () => {
    const disk = issueDisk();
    disk.put('/set/page 2.txt', Buffer.from(TEXT));
    const info = { name: 'set', folder: '/set', issues: 1, reading: null, notice: null };
    const answers: { readonly [call: string]: unknown } = { info, pathOf: 'page 2.txt' };
    const asked: string[] = [];
    const { desk, service } = rig(disk, {
      openArchive: ({ root }) => ({
        root,
        ask: async (...[call]) => {
          asked.push(call);
          return answers[call] as never;
        },
        close: async () => void asked.push('close'),
      }),
    });
    const { rows, problems } = await desk.open(['/set', '/gone.txt']);
    expect(rows).toEqual([]);
    expect(problems).toMatchObject([{ name: 'gone.txt', problem: { key: 'no such file' } }]);
    expect((await service['app.info']({})).archive).toEqual(info);
    const { file } = await service['archive.issue']({ issue: 1 });
    expect((await service['issue.open']({ file })).source.name).toBe('page 2.txt');
    await desk.close();
    expect(asked).toEqual(expect.arrayContaining(['refresh', 'follow', 'close']));
  });

  it('has no answers about an archive when none is open', async () => {
    const { service } = rig(issueDisk());
    expect(await service['archive.info']({})).toBeNull();
    await expect(service['archive.values']({})).rejects.toMatchObject({ problem: { key: 'folder gone' } });
  });

  it('lists what was opened, then what was open lately', async () => {
    const disk = issueDisk();
    disk.put('/issues/other.txt', Buffer.from(TEXT));
    const first = rig(disk);
    await first.start('/issues/other.txt');
    await first.start();
    const rows = await first.service['issues.list']({});
    expect(rows.map((row) => row.name)).toEqual(['other.txt', '吕梁日报 2023.txt']);
    expect((await first.service['app.info']({})).opened.map((row) => row.name)).toEqual(rows.map((row) => row.name));
  });

  it('opens a copy of a sample, so that the original stays', async () => {
    const disk = issueDisk();
    disk.put('/app/resources/sample.txt', Buffer.from(TEXT));
    const first = rig(disk);
    const { rows } = await first.desk.openSample('/app/resources/sample.txt');
    expect(rows[0]).toMatchObject({ name: 'sample.txt', folder: '/data/samples' });
    expect((await first.desk.service['app.info']({})).isSample).toBe(true);
    await send(first, await first.start('/data/samples/sample.txt'), 1, 1);
    expect([...disk.all().keys()].filter((path) => path.startsWith('/app'))).toEqual(['/app/resources/sample.txt']);
  });

  it('may change the encoding as long as nothing is edited', async () => {
    const disk = issueDisk(Buffer.from('caf\xe9 \xab voil\xe0 \xbb', 'latin1'));
    const first = rig(disk);
    const file = await first.start();
    const opened = await first.service['issue.open']({ file, encoding: 'gb18030' });
    expect(opened.source.encoding).toBe('gb18030');
    expect(first.desk.textOf(file)?.length).toBe(opened.length);
    await first.service['issue.open']({ file, encoding: 'windows-1252' });
    await send(first, file, 1, 1);
    await expect(first.service['issue.open']({ file, encoding: 'gb18030' })).rejects.toMatchObject({
      problem: { key: 'encoding with edits' },
    });
    expect(first.desk.textOf(file)).toBe('café « voilà »');
    await send(first, file, 2, 2);
    await first.desk.close();
    const second = rig(disk);
    const again = await second.file();
    await expect(second.service['issue.open']({ file: again, encoding: 'big5' })).rejects.toMatchObject({
      problem: { key: 'encoding with edits' },
    });
    expect((await second.service['issue.open']({ file: again })).source.encoding).toBe('windows-1252');
  });
});

describe('a review', () => {
  it('is restored from its journal, without segmenting again', async () => {
    const disk = issueDisk();
    const first = rig(disk);
    const file = await first.start();
    await first.service['review.append']({
      file,
      first: 1,
      changes: [
        {
          group: 1,
          edit: { kind: 'create', span: { from: HEAD, to: HEAD + 4 }, role: 'headline', newId: 'a-abcdefgh' },
        },
        { group: 2, edit: { kind: 'setState', article: 'a1', state: 'settled' } },
      ],
    });
    const acknowledged = await first.service['review.append']({ file, first: 3, changes: [{ undo: [2] }] });
    await first.desk.close();

    const second = rig(disk);
    const again = await second.file();
    await second.service['issue.open']({ file: again });
    const snapshot = await second.service['issue.review']({ file: again });
    expect(second.segmented()).toBe(0);
    expect(snapshot).toMatchObject({ seq: 3, digest: acknowledged.digest, readOnly: null, notices: [] });
    expect(snapshot.entries.map((e) => [e.seq, e.by, e.at])).toEqual(
      [1, 2, 3].map((seq) => [seq, '王编辑', '2026-11-25T08:00:00.000Z']),
    );
    const live = replay(issueOf(TEXT), snapshot.proposal, snapshot.entries);
    expect(digestOf(live.review)).toBe(acknowledged.digest);
    expect(live.review.articles.map((a) => a.id)).toEqual(['a1', 'a-abcdefgh']);
  });

  it('refuses what can not be done, whole, and says why', async () => {
    const first = rig(issueDisk());
    const file = await first.start();
    const bad = { group: 1, edit: { kind: 'merge' as const, article: 'a7', into: 'a1' } };
    await expect(
      first.service['review.append']({ file, first: 1, changes: [change(1) as never, bad] }),
    ).rejects.toMatchObject({ problem: { key: 'refused', values: { why: 'no such article' } } });
    await send(first, file, 1, 1);
    await expect(
      first.service['review.append']({ file, first: 1, changes: [change(1) as never] }),
    ).rejects.toMatchObject({ problem: { key: 'out of step' } });
    await expect(first.service['review.append']({ file, first: 3, changes: [change(1) as never] })).rejects.toThrow();
    expect((await first.service['issue.review']({ file })).entries.length).toBe(1);
  });

  it('takes calls that come at once, in their order', async () => {
    const disk = issueDisk();
    const first = rig(disk);
    const file = await first.start();
    const acknowledged = await Promise.all(
      Array.from({ length: 30 }, (_, i) =>
        first.service['review.append']({ file, first: i + 1, changes: [change(i + 1) as never] }),
      ),
    );
    expect(acknowledged.map((a) => a.seq)).toEqual(Array.from({ length: 30 }, (_, i) => i + 1));
    await first.desk.close();
    const second = rig(disk);
    expect((await second.service['issue.review']({ file: await second.start() })).entries.length).toBe(30);
  });

  it('never writes to the issue file', async () => {
    const disk = issueDisk();
    const first = rig(disk);
    const file = await first.start();
    await send(first, file, 1, 3);
    await first.service['export.write']({ file, profile: plainProfile('text') });
    await first.desk.close();
    expect(Buffer.from(await disk.read(ISSUE)).toString()).toBe(TEXT);
    expect((await disk.list(FOLDER)).toSorted()).toEqual(['bytes', 'journal.0001', 'opening']);
  });

  it('of a newer Galley is left alone', async () => {
    const disk = issueDisk();
    const first = rig(disk);
    await send(first, await first.start(), 1, 1);
    await first.desk.close();
    disk.put(`${FOLDER}/journal.0002`, encodeRecord({ format: 9, after: 1 }));
    await expect(rig(disk).start()).rejects.toMatchObject({ problem: { key: 'newer journal', values: { format: 9 } } });
  });

  it.each([
    ['no review at all', {}],
    ['one of another text', oneArticle('anything else').review],
    ['one with a hole', { ...oneArticle(TEXT).review, articles: [] }],
    ['nonsense', { length: TEXT.length, articles: [{ pieces: 7 }], outside: null }],
  ])('whose proposal is %s is refused in words, and left as it is', async (_, review) => {
    const disk = issueDisk();
    const first = rig(disk);
    await send(first, await first.start(), 1, 1);
    await first.desk.close();
    const opening = (await readOpening(disk, FOLDER)) as Opening; // was just written
    const hostile = Buffer.concat([
      encodeRecord({ ...opening, proposal: { ...opening.proposal, review } }),
      encodeRecord({ ...change(1), seq: 1, at: '', by: '' }),
    ]);
    disk.put(`${FOLDER}/journal.0001`, hostile);
    await expect(rig(disk).start()).rejects.toMatchObject({ problem: { key: 'damaged journal' } });
    expect(Buffer.from(await disk.read(`${FOLDER}/journal.0001`))).toEqual(hostile);
    expect(await disk.list(FOLDER)).not.toContain('lock');
  });

  it('says when its last record was torn, and that nothing was found in a text', async () => {
    const disk = issueDisk();
    const first = rig(disk);
    await send(first, await first.start(), 1, 2);
    const whole = await disk.read(`${FOLDER}/journal.0001`);
    disk.put(`${FOLDER}/journal.0001`, whole.slice(0, -3));
    const second = rig(disk, { processes: { ...processesOf('later') } });
    const snapshot = await second.service['issue.review']({ file: await second.start() });
    expect(snapshot.notices).toEqual([{ key: 'torn tail' }]);
    expect(snapshot.entries.length).toBe(1);
  });

  it('tells of what is unsure in a new issue', async () => {
    const empty = {
      segment: async () => ({ ...oneArticle(''), review: outsideOnly() }),
      explain: async () => [],
      importFile: importIssue,
      close: async () => undefined,
    };
    const first = rig(issueDisk(), { segmenting: empty });
    const snapshot = await first.service['issue.review']({ file: await first.start() });
    expect(snapshot.notices.map((n) => n.key)).toEqual(['zero articles']);
  });
});

describe('when the issue file changes', () => {
  it('says so by its bytes, keeps the review, and asks nothing when it was only touched', async () => {
    const disk = issueDisk();
    const first = rig(disk);
    const file = await first.start();
    await send(first, file, 1, 1);
    disk.put(ISSUE, Buffer.from(TEXT)); // touched: new time, same bytes
    await new Promise((resolve) => setTimeout(resolve, 40));
    expect(first.events('issue.changedOnDisk')).toEqual([]);
    disk.put(ISSUE, Buffer.from('another issue'));
    await until(() => first.events('issue.changedOnDisk').length === 1);
    await disk.remove(ISSUE);
    await until(() => first.events('issue.changedOnDisk').length === 2);
    expect(first.events('issue.changedOnDisk').map((e) => e.how)).toEqual(['changed', 'gone']);
    disk.put(ISSUE, Buffer.from('another issue'));
    await first.desk.close();

    const second = rig(disk);
    const again = await second.start();
    expect(second.desk.textOf(again)).toBe(TEXT);
    const snapshot = await second.service['issue.review']({ file: again });
    expect(snapshot.notices).toEqual([{ key: 'source changed' }]);
    await send(second, again, 2, 2);
    expect(Buffer.from(await disk.read(ISSUE)).toString()).toBe('another issue');
  });

  it('that is gone opens from the bytes that its review keeps, and goes on', async () => {
    const disk = issueDisk();
    const first = rig(disk);
    await send(first, await first.start(), 1, 2);
    await first.desk.close();
    await disk.remove(ISSUE);
    const second = rig(disk);
    const file = await second.start();
    expect(second.desk.textOf(file)).toBe(TEXT);
    const snapshot = await second.service['issue.review']({ file });
    expect(snapshot).toMatchObject({ readOnly: null, seq: 2, notices: [{ key: 'source changed' }] });
    await send(second, file, 3, 3);
    await second.desk.close();
    expect(await disk.stat(ISSUE)).toBeNull(); // nobody writes an issue file
    const third = rig(disk);
    const again = await third.start();
    expect((await third.service['issue.review']({ file: again })).seq).toBe(3);
  });

  it('that is gone and was never reviewed is no issue', async () => {
    const disk = issueDisk();
    disk.put('/issues/other.txt', Buffer.from(TEXT));
    const first = rig(disk);
    await send(first, await first.start(), 1, 1);
    await disk.remove('/issues/other.txt');
    const { rows, problems } = await first.desk.open(['/issues/other.txt', '/nowhere/issue.txt']);
    expect(rows).toEqual([]);
    expect(problems.map(({ problem }) => problem.key)).toEqual(['no such file', 'no such file']);
  });

  it('a former name is no issue of its own once its review goes on under another', async () => {
    const disk = issueDisk();
    const settings = memorySettings();
    const first = rig(disk, { settings });
    await send(first, await first.start(), 1, 1);
    await first.desk.close();
    await disk.rename(ISSUE, '/issues/renamed.txt');
    const second = rig(disk, { settings });
    await second.start('/issues/renamed.txt');
    await second.desk.close();
    const third = rig(disk, { settings });
    expect((await third.service['issues.list']({})).map(({ name }) => name)).toEqual(['renamed.txt']);
  });

  it('is read anew when nothing was edited', async () => {
    const disk = issueDisk();
    const first = rig(disk);
    const file = await first.start();
    disk.put(ISSUE, Buffer.from('第二稿。\n'));
    await first.service['issue.open']({ file });
    expect(first.desk.textOf(file)).toBe('第二稿。\n');
  });

  it('finds the review of an issue that was renamed, by its bytes', async () => {
    const disk = issueDisk();
    const first = rig(disk);
    await send(first, await first.start(), 1, 2);
    await first.desk.close();
    await disk.rename(ISSUE, '/issues/renamed 😀\n.txt');
    const second = rig(disk);
    const file = await second.start('/issues/renamed 😀\n.txt');
    const snapshot = await second.service['issue.review']({ file });
    expect(snapshot.notices).toEqual([{ key: 'review elsewhere', values: { name: '吕梁日报 2023.txt' } }]);
    expect(snapshot.entries.length).toBe(2);
  });

  it('but a copy of a reviewed issue has a review of its own', async () => {
    const disk = issueDisk();
    const first = rig(disk);
    await send(first, await first.start(), 1, 2);
    disk.put('/issues/copy.txt', Buffer.from(TEXT));
    const snapshot = await first.service['issue.review']({ file: await first.start('/issues/copy.txt') });
    expect(snapshot.entries).toEqual([]);
  });
});

describe('settings', () => {
  it('are kept part by part; what makes no sense is as designed', async () => {
    const stored = new Map<string, unknown>([['settings', { theme: 'dark', fontSize: 900, person: '李', keys: 7 }]]);
    const settings = {
      get: (key: string) => stored.get(key),
      set: (key: string, value: unknown) => stored.set(key, value),
    };
    const { service } = rig(issueDisk(), { settings });
    expect((await service['app.info']({})).settings).toMatchObject({
      theme: 'dark',
      fontSize: 16,
      person: '李',
      keys: {},
    });
    expect(await service['settings.set']({ fontSize: 20 })).toMatchObject({
      theme: 'dark',
      fontSize: 20,
      person: '李',
    });
    expect(stored.get('settings')).toMatchObject({ fontSize: 20, person: '李' });
  });

  it('nonsense in the store never stops a start', async () => {
    for (const nonsense of [undefined, null, 7, 'x', [], { settings: 1 }]) {
      const settings = { get: () => nonsense, set: () => undefined };
      const first = rig(issueDisk(), { settings });
      await first.start();
      expect((await first.service['app.info']({})).settings.theme).toBe('system');
    }
  });
});

const processesOf = (name: string) => ({
  self: async () => ({ host: 'desk-1', pid: 7, startTime: name }),
  isRunning: async () => false,
});

const outsideOnly = () => ({
  ...oneArticle(TEXT).review,
  articles: [],
  outside: [{ from: 0, to: TEXT.length, role: 'ad' as const, by: 'rule' as const }],
});
