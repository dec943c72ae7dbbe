import { mkdtemp, readdir, readFile, realpath, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type ExportProfile, exportProfileSchema, plainProfile } from '../../shared/contract/profile.ts';
import { realFiles } from '../desk/files.ts';
import { articleWith, bodyParagraph, EVENING } from '../export/testing/documents.ts';
import { decodeAs } from '../import/codecs.ts';
import { claimsOf, closeDelivery, deliverIssue, nameBookOf } from './deliver.ts';
import { readManifest } from './manifest.ts';

const folder = async () => realpath(await mkdtemp(join(tmpdir(), 'galley-delivery-')));
const profile = (part: Partial<ExportProfile>): ExportProfile => ({ ...plainProfile('text'), ...part });
const issue = { document: EVENING, path: '2024/evening.txt', position: 7, breaks: [] as string[] };
type Issue = Omit<typeof issue, 'position'> & { position: number | null };

/** A delivery of these issues; `gone`: those that the archive has no more. */
async function deliver(
  out: string,
  issues: readonly Issue[],
  how: ExportProfile,
  { gone = [] as string[], isDry = false, now = '2026-01-01T00:00:00.000Z', before = [] as string[] } = {},
) {
  const book = nameBookOf(await readManifest(realFiles, out));
  const claim = claimsOf(book, realFiles, out, (path) => before.includes(path));
  const ports = { files: realFiles, out, isDry, claim };
  const delivered = [];
  for (const one of issues) delivered.push(...(await deliverIssue(ports, one, how)));
  const covered = new Set([...issues.map(({ path }) => path), ...gone]);
  return closeDelivery(ports, delivered, { profile: how.name, covers: (path) => covered.has(path) }, new Date(now));
}

const filesIn = async (out: string): Promise<string[]> =>
  (await readdir(out, { recursive: true, withFileTypes: true }))
    .filter((one) => one.isFile())
    .map((one) => join(one.parentPath, one.name).slice(out.length + 1))
    .sort();

const ARTICLES = profile({ name: 'web', per: 'article', pattern: '{paper}/{date}/{article} {headline}' });

describe('a file that no delivery made', () => {
  const markdown = profile({ format: 'markdown', name: 'markdown' });

  it('is never written over: it may be an issue, or somebody’s only copy', async () => {
    const out = await folder();
    await deliver(out, [{ ...issue, path: 'other.txt' }], markdown);
    await writeFile(join(out, 'evening.md'), 'another issue');
    await deliver(out, [{ ...issue, path: 'evening.txt' }], markdown);
    const again = await deliver(out, [{ ...issue, path: 'evening.txt' }], markdown);
    expect(again.report.files).toMatchObject({ added: 0, changed: 0, unchanged: 1 });
    expect(await readFile(join(out, 'evening.md'), 'utf8')).toBe('another issue');
    expect(await filesIn(out)).toEqual(['evening 2.md', 'evening.md', 'galley-manifest.json', 'other.md']);
  });

  it('is the delivery’s own when it is as it would be: an export was killed before its manifest', async () => {
    const out = await folder();
    await deliver(out, [issue], markdown);
    await rm(join(out, 'galley-manifest.json'));
    await deliver(out, [issue], markdown);
    expect(await filesIn(out)).toEqual(['2024/evening.md', 'galley-manifest.json']);
  });
});

describe('a delivery', () => {
  it('lies with its manifest, which says what each file is', async () => {
    const out = await folder();
    await deliver(out, [issue], profile({ format: 'json', name: 'json' }));
    expect(await filesIn(out)).toEqual(['2024/evening.json', 'galley-manifest.json']);
    const manifest = await readManifest(realFiles, out);
    const bytes = await readFile(join(out, '2024/evening.json'));
    expect(manifest?.files).toMatchObject([
      {
        file: '2024/evening.json',
        bytes: bytes.length,
        issue: '2024/evening.txt',
        source: EVENING.source.sha256,
        position: 7,
        state: 'proposed',
        change: 'added',
        articles: [
          { id: 'a1', state: 'settled', change: 'added' },
          { id: 'a2', state: 'proposed' },
        ],
        leftOut: { articles: [], fields: [], outside: { furniture: 3, section: 4 } },
      },
    ]);
  });

  it('names files of articles by the pattern', async () => {
    const out = await folder();
    await deliver(out, [issue], ARTICLES);
    expect(await filesIn(out)).toEqual([
      'galley-manifest.json',
      '晚报/2024-05-06/01 河长制办公室挂牌.articles.txt',
      '晚报/2024-05-06/02 补题.articles.txt',
    ]);
    const text = await readFile(join(out, '晚报/2024-05-06/02 补题.articles.txt'), 'utf8');
    expect(text).toContain("This is a part: 1 of the issue's 2 articles. Left out: 1.");
    expect(text).toContain('========== 2 of 2, proposed');
  });

  it('made again says what is added, changed, unchanged and withdrawn, and leaves alone what has not changed', async () => {
    const out = await folder();
    const other: Issue = { ...issue, path: '2024/morning.txt', position: null };
    const pattern = { pattern: '{file} {id}' };
    await deliver(out, [issue, other], { ...ARTICLES, ...pattern });
    const kept = join(out, 'evening a1.articles.txt');
    await utimes(kept, 1, 1);
    const [first] = EVENING.articles;
    const document = {
      ...EVENING,
      articles: [first ?? articleWith({}), articleWith({ id: 'a3', paragraphs: [bodyParagraph('新的一篇。', 9, 90)] })],
    };
    const dry = await deliver(
      out,
      [{ ...issue, document }],
      { ...ARTICLES, ...pattern },
      { isDry: true, gone: ['2024/morning.txt'] },
    );
    const made = await deliver(
      out,
      [{ ...issue, document }],
      { ...ARTICLES, ...pattern },
      {
        gone: ['2024/morning.txt'],
        now: '2026-02-02T00:00:00.000Z',
      },
    );
    expect(made.changes).toEqual([
      { file: 'evening a1.articles.txt', change: 'unchanged' },
      { file: 'evening a3.articles.txt', change: 'added' },
      { file: 'evening a2.articles.txt', change: 'withdrawn' },
      { file: 'morning a1.articles.txt', change: 'withdrawn' },
      { file: 'morning a2.articles.txt', change: 'withdrawn' },
    ]);
    expect(dry).toEqual(made);
    expect(made.report.articles).toEqual({ added: 1, changed: 0, unchanged: 1, withdrawn: 3 });
    expect((await stat(kept)).mtimeMs).toBe(1000);
    const manifest = await readManifest(realFiles, out);
    expect(manifest?.files.map(({ file, since }) => [file, since.slice(0, 7)])).toEqual([
      ['evening a1.articles.txt', '2026-01'],
      ['evening a3.articles.txt', '2026-02'],
    ]);
    expect(manifest?.withdrawn.map(({ file, articles }) => [file, articles])).toEqual([
      ['evening a2.articles.txt', ['a2']],
      ['morning a1.articles.txt', ['a1']],
      ['morning a2.articles.txt', ['a2']],
    ]);
  });

  it('of a part leaves what it is not about: other issues, and files of other profiles', async () => {
    const out = await folder();
    await deliver(out, [issue, { ...issue, path: 'b.txt' }], profile({ format: 'json', name: 'json' }));
    const { report } = await deliver(out, [issue], profile({ name: 'plain' }));
    expect(report.files).toEqual({ added: 1, changed: 0, unchanged: 0, withdrawn: 0 });
    expect((await readManifest(realFiles, out))?.files.map(({ file }) => file)).toEqual([
      '2024/evening.articles.txt',
      '2024/evening.json',
      'b.json',
    ]);
  });

  it('says so when an article changed, though its file has another name now', async () => {
    const out = await folder();
    await deliver(out, [issue], ARTICLES);
    const articles = EVENING.articles.map((one) => (one.id === 'a1' ? { ...one, headline: '改过的标题' } : one));
    const { report } = await deliver(out, [{ ...issue, document: { ...EVENING, articles } }], ARTICLES);
    expect(report.files).toEqual({ added: 1, changed: 0, unchanged: 1, withdrawn: 1 });
    expect(report.articles).toEqual({ added: 0, changed: 1, unchanged: 1, withdrawn: 0 });
  });

  it('numbers names that are taken, says so, and is never written over an issue', async () => {
    const out = await folder();
    await writeFile(join(out, 'x.articles.txt'), 'an issue');
    const { report } = await deliver(
      out,
      [issue],
      { ...ARTICLES, pattern: 'x' },
      { before: [join(out, 'x.articles.txt')] },
    );
    expect(await filesIn(out)).toEqual([
      'galley-manifest.json',
      'x 2.articles.txt',
      'x 3.articles.txt',
      'x.articles.txt',
    ]);
    expect(await readFile(join(out, 'x.articles.txt'), 'utf8')).toBe('an issue');
    expect(report.numbered).toBe(2);
  });

  it('takes settled articles only, where the profile says so; an issue without one gives no file', async () => {
    const out = await folder();
    const settled = profile({ name: 'settled', articles: 'settled' });
    await deliver(
      out,
      [issue, { ...issue, path: 'b.txt', document: { ...EVENING, articles: EVENING.articles.slice(1) } }],
      settled,
    );
    expect(await filesIn(out)).toEqual(['2024/evening.articles.txt', 'galley-manifest.json']);
    const [file] = (await readManifest(realFiles, out))?.files ?? [];
    expect(file).toMatchObject({ state: 'settled', leftOut: { articles: ['a2'] } });
  });

  it('in an encoding says in the file and in the manifest what that can not hold', async () => {
    const out = await folder();
    const { report } = await deliver(out, [issue], profile({ encoding: 'big5', lineEnd: 'crlf' }));
    const text = decodeAs(await readFile(join(out, '2024/evening.articles.txt')), 'big5');
    expect(text.replaceAll('\r\n', '')).not.toContain('\n');
    expect(text).toMatch(
      /= Characters that big5 can't hold are written by their number, such as \[U\+5409\]: \d+ in all, U\+/,
    );
    expect(report.unencodable).toBe(1);
    expect((await readManifest(realFiles, out))?.files[0]?.unencodable).toContain('长');
  });

  it('does not overwrite a manifest that it can not read', async () => {
    const out = await folder();
    await writeFile(join(out, 'galley-manifest.json'), '{}');
    await expect(deliver(out, [issue], ARTICLES)).rejects.toMatchObject({ problem: { key: 'not readable' } });
    expect(await readFile(join(out, 'galley-manifest.json'), 'utf8')).toBe('{}');
  });
});

describe('a profile', () => {
  it.each([
    ['an unknown placeholder', { pattern: '{paper} {nothing}' }],
    ['no field', { fields: [] }],
    ['no name', { name: ' ' }],
  ])('with %s is refused', (_, part) =>
    expect(exportProfileSchema.safeParse(profile(part as never)).success).toBe(false),
  );
});
