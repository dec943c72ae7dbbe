import { describe, expect, it } from 'vitest';
import { memorySettings } from '../desk/settings.ts';
import { createDisk } from '../desk/testing/disk.ts';
import { ISSUE, issueDisk, rig, send, standInProcesses } from '../desk/testing/rig.ts';
import { sheet, toAlto } from '../import/testing/sheet.ts';
import { examine } from './examine.ts';

const processes = standInProcesses('doctor', new Set(['doctor']));
const found = async (disk: ReturnType<typeof createDisk>) => {
  const { reviews, findings } = await examine({ files: disk, processes }, '/issues');
  return { reviews, findings: findings.map(({ what, path }) => `${what} ${path}`) };
};

describe('what the doctor examines', () => {
  it('are second readings too', async () => {
    const disk = issueDisk();
    const first = rig(disk);
    await send(first, await first.start(), 1, 1);
    await first.desk.close();
    const second = rig(disk, { settings: memorySettings({ settings: { person: '李' } }) });
    const { file } = await second.service['second.begin']({ file: await second.file(ISSUE) });
    await send(second, file, 1, 1);
    await second.desk.close();
    expect(await found(disk)).toEqual({ reviews: 2, findings: [] });
    const bytes = [...disk.all().keys()].find((path) => /\/readers\/[^/]+\/bytes$/.test(path)) ?? '';
    disk.put(bytes, Buffer.from('another'));
    expect(await found(disk)).toEqual({ reviews: 2, findings: [`bytes damaged ${bytes}`] });
  });

  it('is the text that an import made', async () => {
    const disk = createDisk();
    disk.put('/data/config.json', Buffer.from('{}'));
    disk.put('/issues/daily.xml', Buffer.from(toAlto(sheet('== 100 x 100\n10 10 标题一行\n10 30 正文。'))));
    const desk = rig(disk);
    await send(desk, await desk.start('/issues/daily.xml'), 1, 1);
    await desk.desk.close();
    expect(await found(disk)).toEqual({ reviews: 1, findings: [] });
    disk.put('/issues/.galley/daily.xml/text', Buffer.from('another'));
    expect((await found(disk)).findings).toEqual(['text damaged /issues/.galley/daily.xml/text']);
  });
});
