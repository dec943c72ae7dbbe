import { describe, expect, it } from 'vitest';
import { type FileCall, faultyFiles, isWriting } from './testing/faults.ts';
import { issueDisk, rig, send } from './testing/rig.ts';

const inIssues = ({ path }: FileCall) => path.startsWith('/issues');

describe('a review as a script', () => {
  it('is written beside the issue, and finds it from there', async () => {
    const disk = issueDisk();
    const first = rig(disk);
    const file = await first.start();
    await send(first, file, 1, 1);
    const saved = await first.service['review.saveScript']({ file });
    expect(saved).toEqual({ name: '吕梁日报 2023.review.ts', folder: '/issues', unscripted: 0 });
    const script = Buffer.from(await disk.read('/issues/吕梁日报 2023.review.ts')).toString();
    expect(script).toContain(`new URL('./${encodeURIComponent('吕梁日报 2023.txt')}', import.meta.url)`);
    expect(script).toContain('await expect(desk).toHaveArticles([');
  });

  it('goes to the exports when it can not be beside the issue, and still finds it', async () => {
    const disk = issueDisk();
    const first = rig(faultyFiles(disk, (call) => (isWriting(call) && inIssues(call) ? { fail: 'EROFS' } : null)));
    const saved = await first.service['review.saveScript']({ file: await first.start() });
    expect(saved?.folder).toBe('/data/exports');
    const script = Buffer.from(await disk.read('/data/exports/吕梁日报 2023.review.ts')).toString();
    expect(script).toContain(`'./../../issues/`);
  });

  it('goes where the person says, or nowhere; never over an issue', async () => {
    const disk = issueDisk();
    disk.put('/elsewhere/old.md', Buffer.from('old'));
    let answer: string | null = '/elsewhere/mine.review.ts';
    const first = rig(disk, { chooseTarget: async () => answer });
    const file = await first.start();
    expect(await first.service['review.saveScript']({ file })).toMatchObject({ folder: '/elsewhere' });
    answer = null;
    expect(await first.service['review.saveScript']({ file })).toBeNull();
    answer = '/issues/吕梁日报 2023.txt';
    await expect(first.service['review.saveScript']({ file })).rejects.toMatchObject({
      problem: { key: 'not writable' },
    });
  });
});
