/** Reviews of files that an importer reads: the text that was reviewed is kept, whatever becomes of the importer. */
import { describe, expect, it } from 'vitest';
import { DeskError } from '../../shared/contract/contract.ts';
import { importIssue } from '../import/import.ts';
import { sheet, toAlto } from '../import/testing/sheet.ts';
import { loadSource } from './source.ts';
import { createDisk, type SimulatedDisk } from './testing/disk.ts';
import { rig } from './testing/rig.ts';

const PATH = '/issues/daily.alto.xml';
const PLACE = '/issues/.galley/daily.alto.xml';
const SHEET = sheet(`
  == 1000 x 1400
  100 200  本报讯 昨日召开会议。
  100 220  会议要求抓住时机。
  --
  100 300  标题一行
`);

/** A disk with the issue and a review of it that has one edit. */
async function reviewedDisk(): Promise<SimulatedDisk> {
  const disk = createDisk();
  disk.put(PATH, Buffer.from(toAlto(SHEET)));
  disk.put('/data/config.json', Buffer.from('{}'));
  const { service, start, desk } = rig(disk);
  const file = await start(PATH);
  await service['issue.review']({ file });
  await service['review.append']({
    file,
    first: 1,
    changes: [{ group: 1, edit: { kind: 'setState', article: 'a1', state: 'settled' } }],
  });
  await desk.close();
  return disk;
}

/** An importer of a later version, that reads the same bytes otherwise. */
const later: typeof importIssue = async (bytes, hints) => {
  const now = await importIssue(bytes, hints);
  return { ...now, decoded: { ...now.decoded, text: `更好的一行\n${now.decoded.text}` } };
};

describe('the review of an imported file', () => {
  it('keeps its text beside the journal and says who made it', async () => {
    const disk = await reviewedDisk();
    expect(Buffer.from(await disk.read(`${PLACE}/text`)).toString()).toBe(SHEET.text);
    const { content } = await loadSource(disk, '/data', PATH);
    expect(content?.opening.importer).toMatchObject({ name: 'alto', version: 1 });
  });

  it('opens with the same text when the importer has become another; what belongs to other text is left out', async () => {
    const loaded = await loadSource(await reviewedDisk(), '/data', PATH, { importFile: later });
    expect(loaded.decoded.text).toBe(SHEET.text);
    expect(loaded.content?.entries).toHaveLength(1);
    expect(await loaded.extras()).toEqual({ layout: null, given: null });
  });

  it('has its places again while the importer gives the same text', async () => {
    const { layout } = await (await loadSource(await reviewedDisk(), '/data', PATH)).extras();
    expect(layout?.lines).toHaveLength(3);
  });

  it('imports anew when the kept text is damaged, and refuses when that is another text', async () => {
    const disk = await reviewedDisk();
    disk.put(`${PLACE}/text`, Buffer.from('other'));
    expect((await loadSource(disk, '/data', PATH)).decoded.text).toBe(SHEET.text);
    const refused = loadSource(disk, '/data', PATH, { importFile: later });
    await expect(refused).rejects.toThrow(DeskError);
    await expect(refused).rejects.toMatchObject({ problem: { key: 'damaged journal' } });
  });

  it('goes on over its own copy when the file has changed', async () => {
    const disk = await reviewedDisk();
    disk.put(PATH, Buffer.from(toAlto(sheet('== 10 x 10\n1 1 Other'))));
    const loaded = await loadSource(disk, '/data', PATH);
    expect(loaded.isAnother).toBe(true);
    expect(loaded.decoded.text).toBe(SHEET.text);
  });
});
