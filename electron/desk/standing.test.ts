import { describe, expect, it } from 'vitest';
import type { Change } from '../../shared/journal/entry.ts';
import { memorySettings } from './settings.ts';
import { faultyFiles } from './testing/faults.ts';
import { ISSUE, issueDisk, rig } from './testing/rig.ts';

const note = (id: string): Change => ({
  group: 1,
  edit: { kind: 'addNote', note: { id, span: { from: 0, to: 2 }, class: 'minor', text: '查' } },
});

describe('how far a review is', () => {
  it('is nothing for an issue that nobody reviewed, and opens nothing', async () => {
    const { service, file, segmented } = rig(issueDisk());
    expect(await service['issue.standing']({ file: await file() })).toBe(null);
    expect(segmented()).toBe(0);
  });

  it('counts settled articles and open notes, returned or not, of each reader apart', async () => {
    const disk = issueDisk();
    const first = rig(disk);
    const id = await first.start();
    const changes: readonly Change[] = [
      note('n-aaaaaaaa'),
      note('n-bbbbbbbb'),
      { group: 2, edit: { kind: 'closeNote', id: 'n-bbbbbbbb', answer: '' } },
      { group: 3, edit: { kind: 'setReturned', returned: true } },
    ];
    await first.service['review.append']({ file: id, first: 1, changes: changes as never }); // a Change is what its schema gives
    const standing = { articles: 1, settled: 0, notes: 1, returned: true };
    expect(await first.service['issue.standing']({ file: id })).toEqual(standing);
    await first.desk.close();
    const later = rig(disk);
    expect(await later.service['issue.standing']({ file: await later.file(ISSUE) })).toEqual(standing);
    const other = rig(disk, { settings: memorySettings({ settings: { person: '李' } }) });
    const reading = await other.service['second.begin']({ file: await other.start() });
    expect(await other.service['issue.standing']({ file: reading.file })).toBe(null);
  });

  it('is read once, and again only when the journal or the issue is another', async () => {
    const disk = issueDisk();
    let reads = 0;
    const files = faultyFiles(disk, ({ name }) => {
      if (name === 'read') reads++;
      return null;
    });
    const writer = rig(disk);
    const id = await writer.start();
    const append = (number: number, change: Change) =>
      writer.service['review.append']({ file: id, first: number, changes: [change] as never }); // a Change is what its schema gives
    const list = rig(files);
    const listed = await list.file();
    const ask = async () => {
      reads = 0;
      const standing = await list.service['issue.standing']({ file: listed });
      return [standing?.notes, reads > 0];
    };
    await append(1, note('n-aaaaaaaa'));
    expect(await ask()).toEqual([1, true]);
    expect(await ask()).toEqual([1, false]);
    await append(2, note('n-bbbbbbbb'));
    expect(await ask()).toEqual([2, true]);
    expect(await ask()).toEqual([2, false]);
    await writer.desk.close();
    expect(await ask()).toEqual([2, true]);
    disk.put(ISSUE, Buffer.from('别的文字。\n'));
    expect(await ask()).toEqual([2, true]);
    expect(await ask()).toEqual([2, false]);
  });

  it('is read each time where the review lies under the name that the issue had before', async () => {
    const disk = issueDisk();
    const writer = rig(disk);
    const id = await writer.start();
    await writer.service['review.append']({ file: id, first: 1, changes: [note('n-aaaaaaaa')] as never }); // as above
    await writer.desk.close();
    await disk.rename(ISSUE, '/issues/改名.txt');
    const list = rig(disk);
    const listed = await list.file('/issues/改名.txt');
    const notes = async () => (await list.service['issue.standing']({ file: listed }))?.notes;
    expect(await notes()).toBe(1);
    disk.put(ISSUE, Buffer.from('别的文字。\n'));
    expect(await notes(), 'the file is there again: the review is its own').toBeUndefined();
  });
});
