import { describe, expect, it } from 'vitest';
import type { Change } from '../../shared/journal/entry.ts';
import { memorySettings } from './settings.ts';
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
});
