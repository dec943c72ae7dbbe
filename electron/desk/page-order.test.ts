/** The order of a folder's pages: chosen, kept, honoured, and never at the cost of an edit. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { proposeIssue } from '../archive/batch/propose.ts';
import type { Files } from './files.ts';
import { inOrder } from './page-order.ts';
import { createDisk, type SimulatedDisk } from './testing/disk.ts';
import { rig, send } from './testing/rig.ts';

const FOLDER = '/issues/monday';
const ORDER = '/issues/.galley/monday/pages.txt';
const NATURAL = ['p1.txt', 'p2.txt', 'p10.txt'];
const CHOSEN = ['p10.txt', 'p1.txt', 'p2.txt'];

function disk(): SimulatedDisk {
  const made = createDisk();
  for (const name of NATURAL) made.put(`${FOLDER}/${name}`, Buffer.from(`本报讯 ${name} 的一页。\n`));
  made.put('/data/config.json', Buffer.from('{}'));
  return made;
}

/** The pages of the issue as they stand in its text, opened anew. */
async function pagesRead(files: Files): Promise<readonly string[]> {
  const { desk, start } = rig(files);
  const file = await start(FOLDER);
  const text = String((await desk.dataAt(`/text/${file}`))?.body);
  await desk.close();
  return text.match(/p\d+\.txt/g) ?? [];
}

async function choose(files: Files, pages: readonly string[]): Promise<void> {
  const { desk, service, start } = rig(files);
  await service['issue.setPages']({ file: await start(FOLDER), pages: [...pages] });
  await desk.close();
}

describe('the order of the pages', () => {
  it('is that of their names, until another is chosen; then it is that one, in this run and the next', async () => {
    const files = disk();
    const { desk, service, start } = rig(files);
    const file = await start(FOLDER);
    expect(await service['issue.pages']({ file })).toEqual({ pages: NATURAL, natural: NATURAL });
    await service['issue.setPages']({ file, pages: CHOSEN });
    expect(await service['issue.pages']({ file })).toEqual({ pages: CHOSEN, natural: NATURAL });
    await service['issue.open']({ file });
    expect(String((await desk.dataAt(`/text/${file}`))?.body)).toMatch(/^本报讯 p10/);
    await desk.close();
    expect(await pagesRead(files)).toEqual(CHOSEN);
    expect(Buffer.from(await files.read(ORDER)).toString()).toBe('p10.txt\np1.txt\np2.txt\n');
    expect([...files.all().keys()].filter((path) => path.startsWith(`${FOLDER}/`))).toHaveLength(NATURAL.length);
  });

  it('is that of their names again, without a trace', async () => {
    const files = disk();
    await choose(files, CHOSEN);
    await choose(files, NATURAL);
    expect(await pagesRead(files)).toEqual(NATURAL);
    expect(files.all().has(ORDER)).toBe(false);
  });

  it('is refused once anything is edited, open or not, and the review stays as it was', async () => {
    const files = disk();
    const first = rig(files);
    const file = await first.start(FOLDER);
    await send(first, file, 1, 2);
    const refusal = { problem: { key: 'page order with edits' } };
    await expect(first.service['issue.setPages']({ file, pages: CHOSEN })).rejects.toMatchObject(refusal);
    expect(await first.service['issue.review']({ file })).toMatchObject({ seq: 2, notices: [] });
    await first.desk.close();
    // Nor when it was edited in an earlier run and is not open.
    const second = rig(files);
    const again = await second.file(FOLDER);
    await expect(second.service['issue.setPages']({ file: again, pages: CHOSEN })).rejects.toMatchObject(refusal);
    await second.desk.close();
    expect(await pagesRead(files)).toEqual(NATURAL);
    expect(files.all().has(ORDER)).toBe(false);
  });

  it('is refused once a second reader has edited, whatever of the first review', async () => {
    const files = disk();
    const second = rig(files);
    const { desk, service, start } = second;
    const file = await start(FOLDER);
    const { file: reading } = await service['second.begin']({ file });
    await service['issue.open']({ file: reading });
    await service['issue.review']({ file: reading });
    await send(second, reading, 1, 1);
    await expect(service['issue.setPages']({ file, pages: CHOSEN })).rejects.toMatchObject({
      problem: { key: 'page order with edits' },
    });
    await desk.close();
  });

  it('drops a proposal that a batch left and nobody touched', async () => {
    const files = disk();
    const place = '/issues/.galley/monday';
    await proposeIssue({ files, root: '/issues', dataFolder: '/data', paper: async () => null }, 'monday');
    expect(files.all().has(`${place}/opening`)).toBe(true);
    await choose(files, CHOSEN);
    expect([...files.all().keys()].filter((path) => path.startsWith(place))).toEqual([ORDER]);
    expect(await pagesRead(files)).toEqual(CHOSEN);
  });

  it('goes to the data folder where nothing can be written beside the issue', async () => {
    const files = disk();
    const locked: Files = {
      ...files,
      makeFolder: (path) =>
        path.startsWith('/issues')
          ? Promise.reject(Object.assign(new Error(), { code: 'EACCES' }))
          : files.makeFolder(path),
    };
    await choose(locked, CHOSEN);
    expect(files.all().has(ORDER)).toBe(false);
    expect(await pagesRead(locked)).toEqual(CHOSEN);
  });

  it('can be written by hand: what it does not name comes after, what is not there is passed over', async () => {
    const files = disk();
    files.put(ORDER, Buffer.from('\uFEFFp10.txt\r\n  gone.txt\r\n\r\n../../etc/passwd\r\np10.txt\r\n'));
    expect(await pagesRead(files)).toEqual(CHOSEN);
  });

  it('of other pages than those of the folder is refused', async () => {
    const { desk, service, start } = rig(disk());
    const file = await start(FOLDER);
    for (const pages of [NATURAL.slice(1), [...NATURAL, 'p10.txt'], ['p1.txt', 'p2.txt', 'x.txt']])
      await expect(service['issue.setPages']({ file, pages })).rejects.toMatchObject({
        problem: { key: 'out of step' },
      });
    await desk.close();
  });

  it('is asked of a folder of pages only', async () => {
    const files = disk();
    files.put('/issues/daily.txt', Buffer.from('本报讯 一页。\n'));
    const { desk, service, start } = rig(files);
    const file = await start('/issues/daily.txt');
    await expect(service['issue.pages']({ file })).rejects.toMatchObject({ problem: { key: 'no such file' } });
    await desk.close();
  });
});

it('loses and doubles no page, whatever is asked for', () => {
  const names = fc.uniqueArray(fc.stringMatching(/^[a-c]\d?$/), { minLength: 1 });
  fc.assert(
    fc.property(names, fc.array(fc.stringMatching(/^[a-d]\d?$/)), (files, order) => {
      const found = inOrder(
        files.map((file) => ({ file })),
        order,
      ).map(({ file }) => file);
      expect(found.toSorted()).toEqual(files.toSorted());
      const named = found.filter((file) => order.includes(file));
      expect(found.slice(0, named.length)).toEqual([...new Set(order)].filter((file) => files.includes(file)));
    }),
  );
});
