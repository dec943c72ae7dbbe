import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, realpath, symlink, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { archiveFolder } from '../archive/keeper.ts';
import { logFolder, openLog } from '../log/log.ts';
import { RIVER, scratchFolder } from './testing/folder.ts';
import { headlineEdits, putReview } from './testing/review.ts';
import { galley } from './testing/run.ts';

/** The number of a process that has ended. */
const gone = (): number => spawnSync(process.execPath, ['-e', '']).pid;
const temporaryOf = (pid: number): string =>
  `.galley-${createHash('sha256').update(hostname()).digest('hex').slice(0, 8)}-${pid}-1.tmp`;
const lockOf = (pid: number): string =>
  JSON.stringify({ host: hostname(), pid, startTime: null, since: '2026-01-02T03:04:05.000Z', id: 'x' });

async function archive(): Promise<{ folder: string; review: string }> {
  const folder = await scratchFolder();
  const issue = join(folder, 'river.txt');
  await writeFile(issue, RIVER);
  return { folder, review: await putReview(issue, Buffer.from(RIVER), headlineEdits('河长')) };
}

describe('galley doctor', () => {
  it('finds nothing in an archive that is well', async () => {
    const { folder } = await archive();
    const { code, out } = await galley(folder, ['doctor', '.']);
    expect(out).toMatch(/1 reviews, 0 findings, 0 set aside, 0 left/);
    expect(code).toBe(0);
  });

  it('tells of what a dead process left, and sets it aside when asked, whole', async () => {
    const { folder, review } = await archive();
    const temporary = temporaryOf(gone());
    await writeFile(join(folder, temporary), 'half');
    await writeFile(join(review, 'lock'), lockOf(gone()));
    const before = await readFile(join(review, 'journal.0001'));
    const told = await galley(folder, ['doctor', '.']);
    expect(told).toMatchObject({ code: 1, out: expect.stringMatching(/2 findings, 0 set aside, 2 left/) });
    expect(await readdir(folder)).toContain(temporary);
    const repaired = await galley(folder, ['doctor', '.', '--repair']);
    expect(repaired).toMatchObject({ code: 0, out: expect.stringMatching(/2 findings, 2 set aside, 0 left/) });
    const aside = (await readdir(folder)).find((name) => name.startsWith(`${temporary}.aside-`)) ?? '';
    expect(await readFile(join(folder, aside), 'utf8')).toBe('half');
    expect(await readFile(join(review, 'journal.0001'))).toEqual(before);
    expect((await galley(folder, ['doctor', '.'])).out).toMatch(/0 findings/);
  });

  it('leaves what belongs to a process that runs', async () => {
    const { folder, review } = await archive();
    await writeFile(join(folder, temporaryOf(process.pid)), 'half');
    await writeFile(join(review, 'lock'), lockOf(process.pid));
    expect((await galley(folder, ['doctor', '.', '--repair'])).out).toMatch(/0 findings, 0 set aside/);
  });

  it('leaves damage to a person, and a torn tail is harmless', async () => {
    const { folder, review } = await archive();
    const journal = await readFile(join(review, 'journal.0001'));
    await writeFile(join(review, 'journal.0001'), journal.subarray(0, -3));
    expect(await galley(folder, ['doctor', '.'])).toMatchObject({ code: 0, out: expect.stringContaining('is torn') });
    await writeFile(join(review, 'bytes'), 'another');
    const damaged = await galley(folder, ['doctor', '.', '--repair']);
    expect(damaged).toMatchObject({ code: 1, out: expect.stringContaining('copy of the issue is damaged') });
    expect(await readFile(join(review, 'bytes'), 'utf8')).toBe('another');
  });

  it('follows no link, and says what is no folder', async () => {
    const { folder, review } = await archive();
    await symlink('..', join(folder, 'up'));
    expect((await galley(folder, ['doctor', '.'])).out).toMatch(/1 reviews/);
    const elsewhere = await archive();
    await writeFile(join(elsewhere.review, 'lock'), lockOf(gone()));
    await symlink(elsewhere.review, join(folder, '.galley', 'link.txt'));
    await symlink(join(elsewhere.folder, '.galley'), join(review, 'readers'));
    expect((await galley(folder, ['doctor', '.', '--repair'])).out).toMatch(/1 reviews, 0 findings, 0 set aside/);
    expect((await galley(folder, ['doctor', 'river.txt'])).code).toBe(1);
    expect((await galley(folder, ['doctor', 'a', 'b'])).code).toBe(2);
  });

  it('holds the index of the archive against its files', async () => {
    const { folder } = await archive();
    await galley(folder, ['archive', 'status', '.']);
    expect((await galley(folder, ['doctor', '.'])).out).toMatch(/0 findings/);
    await writeFile(join(folder, 'another.txt'), RIVER);
    expect(await galley(folder, ['doctor', '.'])).toMatchObject({ code: 0, out: expect.stringContaining('is older') });
    await galley(folder, ['archive', 'status', '.']);
    expect((await galley(folder, ['doctor', '.'])).out).toMatch(/0 findings/);
  });

  it('sets a damaged index aside, whole, and the next look makes it anew', async () => {
    const { folder } = await archive();
    const before = (await galley(folder, ['archive', 'status', '.'])).out;
    const home = archiveFolder(join(folder, 'data'), await realpath(folder));
    await writeFile(join(home, 'index.sqlite'), 'nonsense '.repeat(1000));
    const told = await galley(folder, ['doctor', '.']);
    expect(told).toMatchObject({ code: 1, out: expect.stringContaining('index of the archive is damaged') });
    expect(await galley(folder, ['doctor', '.', '--repair'])).toMatchObject({ code: 0 });
    const aside = (await readdir(home)).find((name) => name.startsWith('index.sqlite.aside-')) ?? '';
    expect(await readFile(join(home, aside), 'utf8')).toContain('nonsense');
    expect((await galley(folder, ['archive', 'status', '.'])).out).toBe(before);
    expect((await galley(folder, ['doctor', '.'])).out).toMatch(/0 findings/);
  });

  it('looks at the settings, also without an archive', async () => {
    const folder = await scratchFolder();
    await mkdir(join(folder, 'data'));
    await writeFile(join(folder, 'data/config.json'), '{}');
    expect(await galley(folder, ['doctor'])).toMatchObject({ code: 0, out: expect.stringMatching(/0 findings/) });
    await writeFile(join(folder, 'data/config.json'), '{"settings":');
    expect(await galley(folder, ['doctor'])).toMatchObject({ code: 1 });
    expect(await galley(folder, ['doctor', '--repair'])).toMatchObject({ code: 0 });
    expect(await readdir(join(folder, 'data'))).toEqual([expect.stringMatching(/^config\.json\.aside-/)]);
  });

  it('prints no newspaper text', async () => {
    const { folder, review } = await archive();
    await writeFile(join(review, 'bytes'), RIVER.slice(0, 20));
    const { out, err } = await galley(folder, ['doctor', '.']);
    expect(out + err.join('')).not.toMatch(/河/);
  });
});

describe('logs and report', () => {
  const MARK = '密文';

  async function logged(): Promise<string> {
    const { folder } = await archive();
    const log = openLog(logFolder(join(folder, 'data')));
    log.note({ what: 'written', issue: 1, saved: 3 });
    log.close();
    await writeFile(
      join(folder, 'data', 'config.json'),
      JSON.stringify({ settings: { person: MARK }, recent: [MARK] }),
    );
    await writeFile(join(folder, `${MARK}.txt`), `${MARK}\n`);
    await putReview(join(folder, `${MARK}.txt`), Buffer.from(`${MARK}\n`), []);
    return folder;
  }

  it('are said where they lie, and shown when asked', async () => {
    const folder = await logged();
    const { out } = await galley(folder, ['doctor', '--log']);
    expect(out).toContain(`Logs: 1 files in ${join(folder, 'data', 'logs')}\n`);
    expect(out).toMatch(/\n\{"at":"[^"]+","what":"written","issue":1,"saved":3\}\n$/);
    expect((await galley(folder, ['doctor'])).out).not.toContain('"what"');
  });

  it('go into one file that holds no text and no name', async () => {
    const folder = await logged();
    const { code, out } = await galley(folder, ['doctor', '.', '--report', 'report.json']);
    expect([code, out]).toEqual([0, expect.stringContaining('report.json')]);
    const text = await readFile(join(folder, 'report.json'), 'utf8');
    expect(JSON.parse(text)).toMatchObject({ host: 'command line', reviews: 2, log: [{ what: 'written' }] });
    for (const secret of [MARK, folder, 'river', hostname()]) expect(text).not.toContain(secret);
  });

  it('are never written over a file', async () => {
    const folder = await logged();
    const { code, err } = await galley(folder, ['doctor', '--report', 'river.txt']);
    expect([code, err]).toEqual([1, ['galley: river.txt: It is there already.']]);
    expect(await readFile(join(folder, 'river.txt'), 'utf8')).toBe(RIVER);
  });
});
