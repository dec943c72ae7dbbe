import { describe, expect, it } from 'vitest';
import { plainProfile } from '../../shared/contract/profile.ts';
import { type FileCall, faultyFiles, isWriting } from './testing/faults.ts';
import { issueDisk, rig, standInProcesses } from './testing/rig.ts';

const inIssues = ({ path }: FileCall) => path.startsWith('/issues');

describe('an export', () => {
  it('says what it will hold, and is written whole', async () => {
    const disk = issueDisk();
    const first = rig(disk);
    const file = await first.start();
    const preview = await first.service['export.preview']({ file, profile: plainProfile('json') });
    expect(preview).toMatchObject({
      target: '/issues/吕梁日报 2023.json',
      articles: 1,
      unsettled: ['本报讯 昨日召开会议。会议要求抓住时机。标题一行'],
      openDoubts: 0,
      report: { files: { added: 1, changed: 0, unchanged: 0, withdrawn: 0 } },
      isRefused: false,
      conservation: { nonBlank: preview.conservation.inArticles, byRule: 0 },
    });
    const written = await first.service['export.write']({ file, profile: plainProfile('json') });
    expect(written).toMatchObject({ folder: '/issues', files: [{ name: '吕梁日报 2023.json' }] });
    const bytes = await disk.read('/issues/吕梁日报 2023.json');
    expect(JSON.parse(Buffer.from(bytes).toString())).toMatchObject({
      schema: 'galley/1',
      source: { encoding: 'utf-8' },
    });
    const { report } = await first.service['export.preview']({ file, profile: plainProfile('json') });
    expect(report.files).toEqual({ added: 0, changed: 0, unchanged: 1, withdrawn: 0 });
  });

  it('goes to the data folder when it can not be beside the issue', async () => {
    const disk = issueDisk();
    const first = rig(faultyFiles(disk, (call) => (isWriting(call) && inIssues(call) ? { fail: 'EROFS' } : null)));
    const written = await first.service['export.write']({ file: await first.start(), profile: plainProfile('text') });
    expect(written?.folder).toBe('/data/exports');
  });

  it('is never written over an issue', async () => {
    const disk = issueDisk();
    disk.put('/issues/吕梁日报 2023.articles.txt', Buffer.from('an issue of that name'));
    const first = rig(disk, { chooseTarget: async () => '/issues/吕梁日报 2023.articles.txt' });
    await first.file('/issues/吕梁日报 2023.articles.txt');
    const file = await first.start();
    const written = await first.service['export.write']({ file, profile: plainProfile('text') });
    expect(written?.files[0]?.name).toBe('吕梁日报 2023 2.articles.txt');
    await expect(
      first.service['export.write']({ file, profile: plainProfile('text'), choose: true }),
    ).rejects.toMatchObject({
      problem: { key: 'not writable' },
    });
  });

  it('goes where the person says, or nowhere', async () => {
    const disk = issueDisk();
    disk.put('/elsewhere/old.md', Buffer.from('old'));
    let answer: string | null = '/elsewhere/new.md';
    const first = rig(disk, { chooseTarget: async () => answer });
    const file = await first.start();
    expect(
      await first.service['export.write']({ file, profile: plainProfile('markdown'), choose: true }),
    ).toMatchObject({
      folder: '/elsewhere',
    });
    answer = null;
    expect(await first.service['export.write']({ file, profile: plainProfile('markdown'), choose: true })).toBeNull();
  });

  it('is the old file or the new one, whichever call is the last, and its leftovers go at the next', async () => {
    for (let k = 1; k < 12; k++) {
      const disk = issueDisk();
      disk.put('/issues/吕梁日报 2023.md', Buffer.from('old'));
      let at = Number.POSITIVE_INFINITY;
      const files = faultyFiles(disk, ({ number }) => (number >= at ? { fail: 'EIO' } : null));
      const first = rig(files, { pauses: { retry: 0, watch: 100_000, follow: 100_000 } });
      const file = await first.start();
      at = files.calls + k;
      await first.service['export.write']({ file, profile: plainProfile('markdown') }).catch(() => undefined);
      const now = Buffer.from(await disk.read('/issues/吕梁日报 2023.md')).toString();
      if (now !== 'old') expect(now).toContain('会议要求抓住时机。');
      const later = rig(disk, { processes: standInProcesses('later', new Set()) });
      await later.service['export.write']({ file: await later.start(), profile: plainProfile('markdown') });
      expect((await disk.list('/issues')).filter((name) => name.endsWith('.tmp'))).toEqual([]);
    }
  });
});
