import { describe, expect, it } from 'vitest';
import type { Layout } from '../../shared/model/layout.ts';
import { sheet, toAlto } from '../import/testing/sheet.ts';
import { findPictures } from './facsimile.ts';
import { createDisk } from './testing/disk.ts';
import { rig } from './testing/rig.ts';

const SHEET = sheet('== 100 x 100\n10 10 标题一行\n10 30 正文。');

function diskWith(...paths: string[]) {
  const disk = createDisk();
  for (const path of paths) disk.put(path, Buffer.from(`picture ${path}`));
  return disk;
}

const layoutWith = (...images: (string | undefined)[]): Layout => ({
  pages: images.map((image) => ({ from: 0, to: 1, width: 1, height: 1, unit: 'pixel', ...(image && { image }) })),
  lines: [],
});

async function found(paths: string[], issue: string, layout: Layout | null = null) {
  const { pictures, unshown } = await findPictures(diskWith(issue, ...paths), issue, layout);
  return { pictures: pictures.map((picture) => picture?.path ?? null), unshown };
}

describe('the pictures of an issue', () => {
  it('are the PDF itself', async () => {
    expect((await found(['/a/daily.png'], '/a/daily.pdf')).pictures).toEqual(['/a/daily.pdf']);
  });

  it('are those that its pages name, in their folder, or shown ones in the place of those that can not be', async () => {
    const layout = layoutWith('img/1.jpg', 'C:\\scans\\2.tif', undefined, 'file:///elsewhere/3.png');
    const paths = ['/a/img/1.jpg', '/a/2.png', '/a/3.png', '/elsewhere/3.png'];
    expect((await found(paths, '/a/daily.xml', layout)).pictures).toEqual([
      '/a/img/1.jpg',
      '/a/2.png',
      null,
      '/a/3.png',
    ]);
  });

  it('never lie outside of its folder', async () => {
    const layout = layoutWith('../b/1.png', '/b/1.png', 'file:///b/1.png', 'http://b/1.png');
    expect((await found(['/b/1.png'], '/a/daily.xml', layout)).pictures).toEqual([]);
  });

  it('are files beside it of its name: a PDF, an image, or one a page', async () => {
    expect((await found(['/a/daily.pdf', '/a/dailyx.png'], '/a/daily.txt')).pictures).toEqual(['/a/daily.pdf']);
    expect((await found(['/a/Daily.PNG'], '/a/daily.alto.xml')).pictures).toEqual(['/a/Daily.PNG']);
    expect((await found(['/a/daily_p1.jpg', '/a/daily_p3.jpg'], '/a/daily.txt')).pictures).toEqual([
      '/a/daily_p1.jpg',
      null,
      '/a/daily_p3.jpg',
    ]);
    expect((await found(['/a/other.png'], '/a/daily.txt')).pictures).toEqual([]);
  });

  it('are not those of another issue, whose name only goes on with digits', async () => {
    const others = ['/a/daily-10.png', '/a/daily-12.tif', '/a/daily-1a.tif'];
    expect(await found(others, '/a/daily-1.txt')).toEqual({ pictures: [], unshown: [] });
    expect((await found(['/a/daily-1-1.png', '/a/daily-1p2.png'], '/a/daily-1.txt')).pictures).toEqual([
      '/a/daily-1-1.png',
      '/a/daily-1p2.png',
    ]);
  });

  it('that no window shows are told of', async () => {
    expect(await found(['/a/daily.tif'], '/a/daily.txt')).toEqual({ pictures: [], unshown: ['daily.tif'] });
    expect((await found(['/a/daily_p2.jp2', '/a/daily_p3.png'], '/a/daily.txt')).unshown).toEqual(['daily_p2.jp2']);
  });
});

describe('their addresses', () => {
  async function openDesk(chosen: string | null = null) {
    const disk = diskWith('/issues/page.png', '/elsewhere/other.png', '/elsewhere/note.txt');
    disk.put('/issues/daily.xml', Buffer.from(toAlto(SHEET)));
    disk.put('/data/config.json', Buffer.from('{}'));
    const { service, desk, start } = rig(disk, { pickPicture: async () => chosen });
    return { service, desk, file: await start('/issues/daily.xml') };
  }

  it('are one a page of a folder of text pages that have pictures beside them', async () => {
    const disk = diskWith('/issues/day/p1.png', '/issues/day/p2.png');
    disk.put('/issues/day/p1.txt', Buffer.from('本报讯 昨日召开会议。\n\f'));
    disk.put('/issues/day/p2.txt', Buffer.from('会议要求抓住时机。\n\f'));
    disk.put('/data/config.json', Buffer.from('{}'));
    const { service, start } = rig(disk);
    const file = await start('/issues/day');
    const { pictures } = await service['issue.facsimile']({ file, choose: false });
    expect(pictures).toEqual([0, 1].map((page) => ({ url: `/facsimile/${file}/${page}`, kind: 'image' })));
  });

  it('give pictures and places of an open issue and of no other, nor any other file', async () => {
    const { service, desk, file } = await openDesk();
    const facsimile = await service['issue.facsimile']({ file, choose: false });
    expect(facsimile).toEqual({
      pictures: [{ url: `/facsimile/${file}/0`, kind: 'image' }],
      unshown: [],
      layoutUrl: `/layout/${file}`,
      canChoose: true,
    });
    const served = await desk.dataAt(`/facsimile/${file}/0`);
    expect(served?.type).toBe('image/png');
    expect(Buffer.from(served?.body ?? '').toString()).toBe('picture /issues/page.png');
    const layout = await desk.dataAt(`/layout/${file}`);
    expect(JSON.parse(String(layout?.body)).lines).toHaveLength(2);
    for (const url of [
      `/facsimile/${file}/1`,
      '/facsimile/x/0',
      `/facsimile/${file}/..`,
      `/facsimile/${file}/0/../1`,
      '/layout/x',
    ])
      expect(await desk.dataAt(url)).toBeNull();
    await service['issue.close']({ file });
    expect(await desk.dataAt(`/facsimile/${file}/0`)).toBeNull();
  });

  it('give the picture that a person chose, wherever it lies, and no file that is none', async () => {
    const { service, desk, file } = await openDesk('/elsewhere/other.png');
    await service['issue.facsimile']({ file, choose: true });
    const served = await desk.dataAt(`/facsimile/${file}/0`);
    expect(Buffer.from(served?.body ?? '').toString()).toBe('picture /elsewhere/other.png');
    const second = await openDesk('/elsewhere/note.txt');
    await expect(second.service['issue.facsimile']({ file: second.file, choose: true })).rejects.toMatchObject({
      problem: { key: 'no picture' },
    });
  });
});
