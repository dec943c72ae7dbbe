import { describe, expect, it } from 'vitest';
import { plainProfile } from '../../shared/contract/profile.ts';
import type { Files } from './files.ts';
import type { Opening } from './journal-format.ts';
import { readOpening } from './journal-read.ts';
import { readerFolder, readingName } from './readers.ts';
import { encodeRecord } from './record.ts';
import { memorySettings } from './settings.ts';
import { faultyFiles, isWriting } from './testing/faults.ts';
import { change, ISSUE, issueDisk, oneArticle, rig, send, TEXT } from './testing/rig.ts';

const FIRST = '/issues/.galley/吕梁日报 2023.txt';
const named = (person: string) => ({ settings: memorySettings({ settings: { person } }) });

/** A disk on which the first review has two edits of 王编辑. */
async function reviewed() {
  const disk = issueDisk();
  const first = rig(disk);
  const file = await first.start();
  await send(first, file, 1, 2);
  await first.desk.close();
  return disk;
}

/** The desk of a second reader, with the reading open. */
async function second(disk: Awaited<ReturnType<typeof reviewed>>, person = '李') {
  const desk = rig(disk, named(person));
  const { file, reader } = await desk.service['second.begin']({ file: await desk.start() });
  await desk.service['issue.open']({ file });
  const snapshot = await desk.service['issue.review']({ file });
  return { ...desk, reading: file, reader, snapshot };
}

describe('a second reading', () => {
  it('begins from the proposal of the first review, without any of its edits and without segmenting', async () => {
    const { snapshot, reader, segmented } = await second(await reviewed());
    expect([reader, snapshot.entries, snapshot.proposal, segmented()]).toEqual(['李', [], oneArticle(TEXT), 0]);
  });

  it('is kept by itself: neither review sees the other, and both go on after a restart', async () => {
    const disk = await reviewed();
    const desk = await second(disk);
    await send(desk, desk.reading, 1, 3);
    await desk.desk.close();
    const journals = [...disk.all().keys()].filter((path) => path.includes('journal'));
    expect(journals).toEqual([`${FIRST}/journal.0001`, `${FIRST}/readers/${readerFolder('李')}/journal.0001`]);
    const again = await second(disk);
    expect(again.snapshot.entries.map(({ by }) => by)).toEqual(['李', '李', '李']);
    const first = rig(disk);
    const snapshot = await first.service['issue.review']({ file: await first.start() });
    expect(snapshot.entries.map(({ by }) => by)).toEqual(['王编辑', '王编辑']);
  });

  it('is all that a run for a reader opens: its own list, its own journal, blind', async () => {
    const disk = await reviewed();
    const reading = rig(disk, { ...named('李'), reader: '李' });
    const file = await reading.start();
    const rows = async () =>
      (await reading.service['issues.list']({})).map((row) => [row.file, row.reader, row.reviewed]);
    expect(await rows()).toEqual([[file, '李', false]]);
    expect((await reading.service['issue.review']({ file })).entries).toEqual([]);
    await send(reading, file, 1, 1);
    expect(await rows()).toEqual([[file, '李', true]]);
    await reading.desk.close();
    expect([...disk.all().keys()].filter((path) => path.includes('readers/') && path.includes('journal'))).toHaveLength(
      1,
    );
    // The first reviewer can't be the second.
    const again = rig(disk, { ...named('王编辑'), reader: '王编辑' });
    await expect(again.start()).rejects.toMatchObject({ problem: { key: 'reviewed by you' } });
  });

  it('is refused to who has no name, to who made the first review, and of a second reading', async () => {
    const disk = await reviewed();
    const begin = async (person: string) => {
      const { service, start } = rig(disk, named(person));
      return service['second.begin']({ file: await start() });
    };
    await expect(begin(' ')).rejects.toMatchObject({ problem: { key: 'no person' } });
    await expect(begin('王编辑')).rejects.toMatchObject({ problem: { key: 'reviewed by you' } });
    const { service, reading } = await second(disk);
    await expect(service['second.begin']({ file: reading })).rejects.toMatchObject({ problem: { key: 'bad request' } });
    await expect(service['second.readers']({ file: reading })).rejects.toMatchObject({
      problem: { key: 'bad request' },
    });
  });

  it('of an issue that nobody reviewed segments it, and the first review can begin after it', async () => {
    const disk = issueDisk();
    const desk = await second(disk);
    await send(desk, desk.reading, 1, 1);
    await desk.desk.close();
    const first = rig(disk);
    const file = await first.start();
    await send(first, file, 1, 1);
    expect(await first.service['second.readers']({ file })).toMatchObject([{ reader: '李', edits: 1 }]);
  });

  it('is listed and read by the first; a name that nobody has is said', async () => {
    const disk = await reviewed();
    for (const person of ['李', '赵']) {
      const desk = await second(disk, person);
      await send(desk, desk.reading, 1, 1);
      await desk.desk.close();
    }
    const { service, start } = rig(disk);
    const file = await start();
    const readers = await service['second.readers']({ file });
    expect(readers.map(({ reader, articles, settled }) => [reader, articles, settled]).toSorted()).toEqual([
      ['李', 1, 0],
      ['赵', 1, 0],
    ]);
    const { entries } = await service['second.read']({ file, reader: '赵' });
    expect(entries).toMatchObject([{ by: '赵', ...change(1) }]);
    await expect(service['second.read']({ file, reader: '钱' })).rejects.toMatchObject({
      problem: { key: 'no such reader' },
    });
  });

  describe('when nothing can be written beside the issue any more', () => {
    const stuck = (disk: Awaited<ReturnType<typeof reviewed>>) =>
      faultyFiles(disk, (call) => (isWriting(call) && call.path.startsWith('/issues/') ? { fail: 'EROFS' } : null));
    const begin = async (files: Files, person = '李') => {
      const desk = rig(files, named(person));
      const { file } = await desk.service['second.begin']({ file: await desk.start() });
      return { ...desk, reading: file };
    };

    it('goes on in the data folder, whole, and is one reading', async () => {
      const disk = await reviewed();
      const before = await begin(disk);
      await send(before, before.reading, 1, 2);
      await before.desk.close();
      const away = await begin(stuck(disk));
      await send(away, away.reading, 3, 3);
      await away.desk.close();
      const again = await begin(disk);
      expect((await again.service['issue.review']({ file: again.reading })).entries).toHaveLength(3);
      await again.desk.close();
      const { service, start } = rig(disk);
      const file = await start();
      expect(await service['second.readers']({ file })).toMatchObject([{ reader: '李', edits: 3 }]);
      expect((await service['second.read']({ file, reader: '李' })).entries).toHaveLength(3);
    });

    it('is found when the first review went there', async () => {
      const disk = await reviewed();
      const reading = await begin(disk);
      await send(reading, reading.reading, 1, 2);
      await reading.desk.close();
      const first = rig(stuck(disk));
      await send(first, await first.start(), 3, 3);
      await first.desk.close();
      const { service, start } = rig(disk);
      const file = await start();
      expect(await service['second.readers']({ file })).toMatchObject([{ reader: '李', edits: 2 }]);
      expect((await service['second.read']({ file, reader: '李' })).entries).toHaveLength(2);
    });
  });

  it('is exported and recorded under a name of its own, never over what the first review gave', async () => {
    const disk = await reviewed();
    const first = rig(disk);
    const file = await first.start();
    const desk = await second(disk, '李/明');
    const profile = plainProfile('markdown');
    await first.service['export.write']({ file, profile });
    await first.service['review.saveScript']({ file });
    const exported = await desk.service['export.write']({ file: desk.reading, profile });
    const saved = await desk.service['review.saveScript']({ file: desk.reading });
    expect(exported?.files.map(({ name }) => name)).toEqual([readingName('吕梁日报 2023.md', '李/明')]);
    expect(exported?.report.files).toMatchObject({ added: 1, changed: 0 });
    expect(saved?.name).toBe(`${readingName('吕梁日报 2023', '李/明')}.review.ts`);
  });

  it('that can not be replayed is left out, and hides no other', async () => {
    const disk = await reviewed();
    for (const person of ['李', '赵']) {
      const desk = await second(disk, person);
      await send(desk, desk.reading, 1, 1);
      await desk.desk.close();
    }
    const journal = `${FIRST}/readers/${readerFolder('李')}/journal.0001`;
    const { proposal, ...rest } = (await readOpening(disk, `${FIRST}/readers/${readerFolder('李')}`)) as Opening;
    disk.put(journal, encodeRecord({ ...rest, proposal: oneArticle(`${TEXT}……`) }));
    const { service, start } = rig(disk);
    expect(await service['second.readers']({ file: await start() })).toMatchObject([{ reader: '赵' }]);
  });

  it('is of the bytes under review, also when the file has become another', async () => {
    const disk = await reviewed();
    disk.put(ISSUE, Buffer.from('别的文字。\n'));
    const { desk, reading } = await second(disk);
    expect(desk.textOf(reading)).toBe(TEXT);
  });
});

it('names of any script make folders of their own that every file system takes', () => {
  const names = ['李', '李 明', '李/明', '../..', 'CON', 'a'.repeat(100), '🗞️', 'é', 'e\u0301'];
  const folders = names.map(readerFolder);
  expect(folders.every((folder) => /^[\p{L}\p{N}-]{13,40}$/u.test(folder))).toBe(true);
  // One name in two ways of writing it is one.
  expect(new Set(folders).size).toBe(names.length - 1);
});

it('a name names the files of a reading, and no other name does, whatever a file system leaves of both', () => {
  expect(readingName('daily.txt', '李')).toBe('daily (李).txt');
  expect(readingName('daily.txt', 'Li Wei')).toBe('daily (Li-Wei).txt');
  expect(readingName('daily.txt', 'Li-Wei')).toMatch(/^daily \(Li-Wei [0-9a-f]{6}\)\.txt$/);
  const long = 'a'.repeat(30);
  const names = [
    'Li Wei',
    'Li-Wei',
    'Li.Wei',
    'Li  Wei',
    ' Li Wei',
    'Li/Wei',
    'LiWei',
    '🗞️',
    '!',
    '..',
    long,
    `${long}b`,
  ];
  const files = names.map((name) => readingName('daily.txt', name));
  expect(new Set(files).size).toBe(names.length);
  for (const file of files) expect(file).toMatch(/^daily \([\p{L}\p{N} -]+\)\.txt$/u);
  expect(readingName('daily.txt', 'e\u0301')).toBe(readingName('daily.txt', 'é'));
});
