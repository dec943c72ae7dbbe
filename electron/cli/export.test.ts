import { mkdir, readdir, readFile, rename, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { EXPORT_FORMATS } from '../../shared/contract/contract.ts';
import type { GalleyDocument } from '../../shared/document/document.ts';
import { exportDocument, exportName } from '../export/export.ts';
import { RIVER, scratchFolder } from './testing/folder.ts';
import { headlineEdits, putReview } from './testing/review.ts';
import { galley, type Ran } from './testing/run.ts';

const BYTES = Buffer.from(RIVER);

/** A scratch folder with one issue, `river.txt`. */
async function withRiver(): Promise<string> {
  const folder = await scratchFolder();
  await writeFile(join(folder, 'river.txt'), BYTES);
  return folder;
}

const json = (folder: string, ...args: readonly string[]): Promise<Ran> =>
  galley(folder, ['export', ...args, '--format', 'json', '--out', 'out']);

const read = async (folder: string, name: string): Promise<GalleyDocument> =>
  JSON.parse(await readFile(join(folder, 'out', name), 'utf8')) as GalleyDocument;

/** All files below a folder with their bytes. */
async function snapshot(folder: string): Promise<ReadonlyMap<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return new Map(await Promise.all(files.sort().map(async (file) => [file, await readFile(file, 'hex')] as const)));
}

describe('galley export', () => {
  it('says that PAGE needs a scan', async () => {
    const { code, err } = await galley(await withRiver(), ['export', 'river.txt', '--format', 'page', '--out', 'a']);
    expect([code, err.join()]).toEqual([1, expect.stringContaining('Nobody knows where its text stands')]);
  });

  it.each(EXPORT_FORMATS.filter((format) => format !== 'page'))(
    'writes %s and says where, and what it leaves out',
    async (format) => {
      const folder = await withRiver();
      const segmented = await galley(folder, ['segment', 'river.txt']);
      const { code, out, err } = await galley(folder, ['export', 'river.txt', '--format', format, '--out', 'a/b']);
      expect([code, err]).toEqual([0, []]);
      const path = join(folder, 'a/b', exportName('river.txt', format));
      expect(out.split('\t')[0]).toBe(path);
      expect(out).toMatch(/\t\d+ articles?, none of them settled\. \d+ open doubts?\. [^\n]+\.\n$/);
      const document = JSON.parse(segmented.out) as GalleyDocument;
      expect(await readFile(path)).toEqual(Buffer.from(await exportDocument(document, format)));
    },
  );

  it('tells of files that fail and exports the others', async () => {
    const folder = await withRiver();
    await writeFile(join(folder, 'empty.txt'), '');
    const { code, out, err } = await json(folder, 'missing.txt', 'empty.txt', 'river.txt');
    expect([code, out.split('\n').length]).toEqual([1, 2]);
    expect(err).toEqual([
      'galley: missing.txt: There is no such file.',
      'galley: empty.txt: It is empty: it holds no character but blanks.',
    ]);
    expect(await readdir(join(folder, 'out'))).toEqual(['galley-manifest.json', 'river.json']);
  });

  it('exports stdin under that name', async () => {
    const folder = await scratchFolder();
    expect((await galley(folder, ['export', '-', '--format', 'markdown', '--out', '.'], { stdin: RIVER })).code).toBe(
      0,
    );
    expect(await readFile(join(folder, 'stdin.md'), 'utf8')).toContain('Source: stdin (utf-8)');
  });

  it('replaces an older export, whole, and leaves nothing else behind', async () => {
    const folder = await withRiver();
    await json(folder, 'river.txt');
    await writeFile(join(folder, 'out', 'river.json'), 'old');
    // What a killed export of this machine leaves, and what only looks like it.
    await writeFile(join(folder, 'out', '.galley-note.tmp'), 'mine');
    expect((await json(folder, 'river.txt')).code).toBe(0);
    expect((await read(folder, 'river.json')).schema).toBe('galley/1');
    expect((await readdir(join(folder, 'out'))).sort()).toEqual([
      '.galley-note.tmp',
      'galley-manifest.json',
      'river.json',
    ]);
  });

  it('writes beside a file that no export made', async () => {
    const folder = await withRiver();
    await mkdir(join(folder, 'out'));
    await writeFile(join(folder, 'out', 'river.json'), 'mine');
    expect((await json(folder, 'river.txt')).code).toBe(0);
    expect(await readFile(join(folder, 'out', 'river.json'), 'utf8')).toBe('mine');
    expect((await read(folder, 'river 2.json')).schema).toBe('galley/1');
  });

  it('never writes over an issue', async () => {
    const folder = await withRiver();
    await writeFile(join(folder, 'river.articles.txt'), RIVER);
    await mkdir(join(folder, 'real'));
    await writeFile(join(folder, 'real', 'lake.txt'), RIVER);
    await writeFile(join(folder, 'real', 'lake.articles.txt'), RIVER);
    await symlink('real', join(folder, 'link'));
    const args = ['river.txt', 'river.articles.txt', 'link/lake.txt', 'real/lake.articles.txt'];
    const before = await snapshot(folder);
    const here = await galley(folder, ['export', ...args, '--format', 'text', '--out', '.']);
    expect(here.out).toContain('river 2.articles.txt\t');
    expect(here.out).toContain('Numbered, because another file has its name.');
    const there = await galley(folder, ['export', ...args, '--format', 'text', '--out', 'real']);
    expect(there.out).toContain('lake 2.articles.txt\t');
    const after = await snapshot(folder);
    for (const [file, bytes] of before) expect([file, after.get(file)]).toEqual([file, bytes]);
  });

  it('never gives two issues one target, also where letter case does not count', async () => {
    const folder = await withRiver();
    await mkdir(join(folder, 'b'));
    await writeFile(join(folder, 'b', 'River.txt'), RIVER);
    const { code, err } = await json(folder, 'river.txt', 'b/River.txt');
    expect(code).toBe(1);
    expect(err).toEqual(['galley: b/River.txt: Another issue is called River.txt too; export it into another folder.']);
    expect(await readdir(join(folder, 'out'))).toEqual(['galley-manifest.json', 'river.json']);
  });

  it('tells once when there is no folder to write to', async () => {
    const folder = await withRiver();
    await writeFile(join(folder, 'out'), 'a file');
    const { code, out, err } = await json(folder, 'river.txt', 'river.txt');
    expect([code, out]).toEqual([1, '']);
    expect(err).toEqual(['galley: out: It cannot be written; what was there before is untouched (EEXIST).']);
    expect(await readFile(join(folder, 'out'), 'utf8')).toBe('a file');
  });

  it('gives a file with a hostile name a harmless one', async () => {
    const folder = await scratchFolder();
    await writeFile(join(folder, 'a\n\u202eb.txt'), RIVER);
    const { code, out } = await json(folder, 'a\n\u202eb.txt');
    expect([code, out.split('\n').length]).toEqual([0, 2]);
    expect(out).toContain('/a b.json\t');
    expect(await readdir(join(folder, 'out'))).toEqual(['a b.json', 'galley-manifest.json']);
  });

  it('goes on writing files when nobody reads what it says', async () => {
    const folder = await withRiver();
    await writeFile(join(folder, 'lake.txt'), RIVER);
    const stdout = new Writable({
      write: (_chunk, _encoding, done) => done(Object.assign(new Error('write EPIPE'), { code: 'EPIPE' })),
    });
    stdout.on('error', () => undefined);
    const args = ['export', 'river.txt', 'lake.txt', '--format', 'json', '--out', 'out'];
    expect((await galley(folder, args, { stdout })).code).toBe(0);
    expect((await readdir(join(folder, 'out'))).sort()).toEqual(['galley-manifest.json', 'lake.json', 'river.json']);
  });
});

describe('galley export of a reviewed issue', () => {
  const HEADLINE = '审过的标题';
  const headlineOf = (document: GalleyDocument) => document.articles.find((article) => article.id === 'a1')?.headline;

  async function reviewed(changes: Parameters<typeof putReview>[3] = {}) {
    const folder = await withRiver();
    const review = await putReview(join(folder, 'river.txt'), BYTES, headlineEdits(HEADLINE), changes);
    return { folder, review };
  }

  it('exports the review and does not touch it', async () => {
    const { folder, review } = await reviewed();
    const before = await snapshot(review);
    const { code, err } = await json(folder, 'river.txt');
    expect([code, err]).toEqual([0, []]);
    expect(headlineOf(await read(folder, 'river.json'))).toContain(HEADLINE);
    expect((await read(folder, 'river.json')).articles[0]?.state).toBe('settled');
    expect(await snapshot(review)).toEqual(before);
  });

  it('--fresh takes no notice of it', async () => {
    const { folder } = await reviewed();
    expect((await json(folder, 'river.txt', '--fresh')).code).toBe(0);
    expect(headlineOf(await read(folder, 'river.json')) ?? '').not.toContain(HEADLINE);
  });

  it('segment and replay take no notice of it either', async () => {
    const { folder } = await reviewed();
    await writeFile(join(folder, 'none.jsonl'), '');
    expect((await galley(folder, ['segment', 'river.txt'])).out).not.toContain(HEADLINE);
    expect((await galley(folder, ['replay', 'river.txt', '--edits', 'none.jsonl'])).out).not.toContain(HEADLINE);
  });

  it('exports what was reviewed when the file has changed since, and says so', async () => {
    const { folder } = await reviewed();
    await writeFile(join(folder, 'river.txt'), 'Other news.\n');
    const { code, err } = await json(folder, 'river.txt');
    expect([code, err]).toEqual([
      0,
      ['galley: river.txt: The file has changed since its review; the copy that was reviewed is exported.'],
    ]);
    const document = await read(folder, 'river.json');
    expect(headlineOf(document)).toContain(HEADLINE);
    expect(document.conservation.nonBlank).toBe(RIVER.replace(/\s/g, '').length);
  });

  it('finds the review of an issue that was renamed, and says so', async () => {
    const { folder } = await reviewed();
    await rename(join(folder, 'river.txt'), join(folder, 'stream.txt'));
    const { code, err } = await json(folder, 'stream.txt');
    expect([code, err]).toEqual([0, ['galley: stream.txt: It was reviewed as river.txt; that review is exported.']]);
    expect(headlineOf(await read(folder, 'stream.json'))).toContain(HEADLINE);
  });

  it('exports what can be read of a torn journal, and says so', async () => {
    const { folder, review } = await reviewed();
    const journal = join(review, 'journal.0001');
    await writeFile(journal, (await readFile(journal)).subarray(0, -3));
    const { code, err } = await json(folder, 'river.txt');
    expect([code, err]).toEqual([
      0,
      ['galley: river.txt: The end of its review cannot be read; what comes before is exported.'],
    ]);
    expect((await read(folder, 'river.json')).articles[0]?.state).not.toBe('settled');
  });

  it.each([
    ['of a newer Galley', { format: 99 }, 'Its review was made by a newer Galley; this one leaves it alone.'],
    ['of another text', { sha256: '0'.repeat(64) }, 'Its review is damaged; --fresh exports without it'],
  ])('exports nothing by a review %s; --fresh does', async (_, changes, sentence) => {
    const { folder } = await reviewed(changes);
    const { code, err } = await json(folder, 'river.txt');
    expect([code, err.length]).toEqual([1, 1]);
    expect(err[0]).toContain(`galley: river.txt: ${sentence}`);
    expect(await readdir(join(folder, 'out'))).toEqual([]);
    expect((await json(folder, 'river.txt', '--fresh')).code).toBe(0);
  });

  it('refuses another encoding than the review has', async () => {
    const { folder } = await reviewed();
    const { code, err } = await json(folder, 'river.txt', '--encoding', 'gb18030');
    expect([code, err]).toEqual([1, ['galley: river.txt: Its review was made in another encoding.']]);
  });
});
