/** Profiles of newspapers: learned from what is settled, and proposed with. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Edit } from '../../shared/edits/edit.ts';
import { RIVER, scratchFolder } from './testing/folder.ts';
import { putReview } from './testing/review.ts';
import { galley } from './testing/run.ts';

const SETTLED: readonly Edit[] = [
  { kind: 'assign', span: { from: 0, to: RIVER.indexOf('河长制') }, to: { outside: 'furniture' } },
  { kind: 'setMasthead', field: 'paper', value: '晚报' },
  { kind: 'setState', article: 'a1', state: 'settled' },
];

/** Two settled issues, and one that is not. */
async function archive(): Promise<string> {
  const folder = await scratchFolder();
  for (const [name, edits] of [
    ['one.txt', SETTLED],
    ['two.txt', SETTLED],
    ['open.txt', SETTLED.slice(0, 2)],
  ] as const) {
    await writeFile(join(folder, name), RIVER);
    await putReview(join(folder, name), Buffer.from(RIVER), edits);
  }
  return folder;
}

describe('galley archive learn', () => {
  it('prints what the settled issues teach, and segment proposes with it and says so', async () => {
    const folder = await archive();
    const { code, out } = await galley(folder, ['archive', 'learn', '.']);
    expect([code, JSON.parse(out)]).toEqual([
      0,
      { format: 1, paper: '晚报', words: [{ text: '晚报 第#版', kind: 'furniture', count: 2 }] },
    ]);
    await writeFile(join(folder, 'evening.json'), out);
    const args = ['segment', 'open.txt', '--explain', '--line', '1'];
    const told = await galley(folder, [...args, '--profile-paper', 'evening.json']);
    const rules = (text: string) => (JSON.parse(text).evidence as { rule: string }[]).map(({ rule }) => rule);
    expect(rules(told.out)).toContain('paper profile: 晚报, furniture');
    expect(rules((await galley(folder, args)).out).join()).not.toContain('paper profile');
  });

  it('of a paper that nobody settled prints nothing', async () => {
    expect((await galley(await archive(), ['archive', 'learn', '.', '--paper', '早报'])).out).toBe('');
  });

  it('refuses a file that is no profile', async () => {
    const folder = await archive();
    await writeFile(join(folder, 'bad.json'), '{"format": 2}');
    const { code, err } = await galley(folder, ['segment', 'one.txt', '--profile-paper', 'bad.json']);
    expect([code, err]).toEqual([1, ['galley: bad.json: It is no profile of a newspaper.']]);
    expect(await readFile(join(folder, 'one.txt'), 'utf8')).toBe(RIVER);
  });
});
