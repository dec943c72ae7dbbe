import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { RIVER, scratchFolder } from './testing/folder.ts';
import { headlineEdits, putReview } from './testing/review.ts';
import { galley } from './testing/run.ts';

async function reviewed(): Promise<string> {
  const folder = await scratchFolder();
  writeFileSync(join(folder, 'river.txt'), RIVER);
  await putReview(join(folder, 'river.txt'), Buffer.from(RIVER), headlineEdits('河长上岗'));
  return folder;
}

describe('galley record', () => {
  it('writes the script of a review, to a file or to stdout', async () => {
    const folder = await reviewed();
    expect((await galley(folder, ['record', 'river.txt', '--out', 'river.review.ts'])).code).toBe(0);
    const script = readFileSync(join(folder, 'river.review.ts'), 'utf8');
    expect(script).toContain("setHeadline('河长上岗')");
    expect((await galley(folder, ['record', 'river.txt'])).out).toBe(script);
  });

  it('never takes the place of the issue', async () => {
    const folder = await reviewed();
    const { code, err } = await galley(folder, ['record', 'river.txt', '--out', 'river.txt']);
    expect(code).toBe(2);
    expect(err.join()).toContain('would take the place of the issue');
    expect(readFileSync(join(folder, 'river.txt'), 'utf8')).toBe(RIVER);
  });

  it('says in a sentence when the script can not be written, and when there is no review', async () => {
    const folder = await reviewed();
    const { code, err } = await galley(folder, ['record', 'river.txt', '--out', 'none/river.review.ts']);
    expect(code).toBe(1);
    expect(err.join()).not.toContain('inside Galley');
    writeFileSync(join(folder, 'other.txt'), RIVER);
    expect((await galley(folder, ['record', 'other.txt'])).err.join()).toContain('There is no review of this issue');
  });
});
