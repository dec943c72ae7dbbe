import { readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { MANIFEST_NAME } from '../../../shared/contract/delivery.ts';
import { plainProfile } from '../../../shared/contract/profile.ts';
import { readManifest } from '../../delivery/manifest.ts';
import { realFiles } from '../../desk/files.ts';
import { keep, type Made, makeArchive, page, review } from '../testing/archive.ts';
import type { Hand } from './hands.ts';
import type { Job } from './job.ts';
import { type BatchPorts, listBatches, resumeBatch, startBatch } from './run.ts';
import { type BatchWork, perform, type TaskResult } from './task.ts';

const issues = (count: number) =>
  Object.fromEntries(
    Array.from({ length: count }, (_, i) => [`${i % 3}/issue-${i}.txt`, page('2013年8月19日', `第${i}次大会召开`)]),
  );

/** Hands of this thread; `before` may wait or throw. */
const portsFor = (
  { root, data }: Made,
  before: (path: string) => Promise<void> | void = () => {},
  jobs = 2,
): BatchPorts & { readonly worked: string[] } => {
  const worked: string[] = [];
  const createHand = (work: BatchWork): Hand => ({
    async work(path, claim): Promise<TaskResult> {
      await before(path);
      worked.push(path);
      return perform(work, path, claim);
    },
    close: async () => {},
  });
  return { root, dataFolder: data, jobs, createHand, worked };
};

const job = (paths: readonly string[], part: Partial<Job> = {}): Job => ({
  kind: 'segment',
  format: null,
  out: null,
  person: '李',
  paths: [...paths],
  ...part,
});

const segmentsOf = async ({ root }: Made, path: string): Promise<string[]> => {
  const [folder, name] = path.split('/') as [string, string];
  return (await readdir(join(root, folder, '.galley', name))).filter((one) => one.startsWith('journal')).sort();
};

describe('a batch', () => {
  it('segments every issue, and keeps proposals as the table and the window read them', async () => {
    const made = await makeArchive(issues(5));
    const paths = Object.keys(issues(5));
    const batch = await startBatch(portsFor(made), job(paths));
    expect(await batch.rested).toMatchObject({ state: 'done', of: 5, done: 5, failed: 0, already: 0 });
    const keeper = await keep(made);
    const { states, articles } = keeper.progress();
    expect(states).toEqual([{ state: 'proposed', issues: 5 }]);
    expect(articles).toBeGreaterThanOrEqual(5);
    // The window goes on with it.
    const [first = ''] = paths;
    await review(made, first, [[{ kind: 'setState', article: 'a1', state: 'settled' }, '2026-01-01T00:00:00Z']]);
    await keeper.refresh();
    expect(
      keeper.rows({ filter: { states: ['in review', 'settled'] }, sort: [], group: null, folded: [] }, 0, 9).issues,
    ).toBe(1);
  });

  it('does nothing twice: a second one finds all done', async () => {
    const made = await makeArchive(issues(4));
    const paths = Object.keys(issues(4));
    await (await startBatch(portsFor(made), job(paths))).rested;
    const again = await (await startBatch(portsFor(made), job(paths))).rested;
    expect(again).toMatchObject({ done: 4, already: 4, failed: 0 });
    for (const path of paths) expect(await segmentsOf(made, path)).toEqual(['journal.0001']);
  });

  it('is paused and goes on where it was, in another process too', async () => {
    const made = await makeArchive(issues(6));
    const paths = Object.keys(issues(6));
    const first = portsFor(
      made,
      () => {
        if (first.worked.length === 2) running.pause();
      },
      1,
    );
    const running = await startBatch(first, job(paths));
    const rested = await running.rested;
    expect(rested.state).toBe('paused');
    expect(rested.done).toBeLessThan(6);
    expect(await listBatches(first)).toMatchObject([{ id: running.id, state: 'paused', done: rested.done }]);
    const second = portsFor(made);
    expect(await (await resumeBatch(second, running.id)).rested).toMatchObject({ state: 'done', done: 6, already: 0 });
    expect([...first.worked, ...second.worked].sort()).toEqual([...paths].sort());
  });

  it('names what failed with its reason, is not stopped by it, and tries it again when asked', async () => {
    const made = await makeArchive({ ...issues(3), '0/empty.txt': '\n' });
    const paths = [...Object.keys(issues(3)), '0/empty.txt', '0/gone.txt'];
    const batch = await startBatch(portsFor(made), job(paths));
    const rested = await batch.rested;
    expect(rested).toMatchObject({ state: 'done', done: 5, failed: 2 });
    expect(rested.failures.map(({ path, problem }) => [path, problem.key]).sort()).toEqual([
      ['0/empty.txt', 'empty'],
      ['0/gone.txt', 'no such file'],
    ]);
    await writeFile(join(made.root, '0/empty.txt'), page('2013年8月20日', '补上的一期'));
    const retried = await (await resumeBatch(portsFor(made), batch.id, { retry: true })).rested;
    expect(retried).toMatchObject({ done: 5, failed: 1, already: 0 });
  });

  it('of which a thread dies twice says so, and goes on', async () => {
    const made = await makeArchive(issues(3));
    const [bad = '', ...rest] = Object.keys(issues(3));
    const ports = portsFor(made, (path) => {
      if (path === bad) throw new Error('died');
    });
    const rested = await (await startBatch(ports, job([bad, ...rest]))).rested;
    expect(rested).toMatchObject({
      state: 'done',
      failed: 1,
      failures: [{ path: bad, problem: { key: 'worker died' } }],
    });
    expect(ports.worked.sort()).toEqual(rest.sort());
  });

  it('is run by one process at a time', async () => {
    const made = await makeArchive(issues(2));
    let let_go = () => {};
    const held = new Promise<void>((resolve) => {
      let_go = resolve;
    });
    const running = await startBatch(
      portsFor(made, () => held),
      job(Object.keys(issues(2))),
    );
    await expect(resumeBatch(portsFor(made), running.id)).rejects.toMatchObject({
      problem: { key: 'read only review' },
    });
    let_go();
    expect((await running.rested).state).toBe('done');
  });

  it('that was cancelled never goes on', async () => {
    const made = await makeArchive(issues(3));
    const ports = portsFor(made, () => running.cancel(), 1);
    const running = await startBatch(ports, job(Object.keys(issues(3))));
    expect((await running.rested).state).toBe('cancelled');
    expect(await listBatches(ports)).toMatchObject([{ state: 'cancelled' }]);
  });
});

describe('export and validation', () => {
  it('exports as the issues lie, and the table knows when', async () => {
    const made = await makeArchive(issues(3));
    const paths = Object.keys(issues(3));
    const out = join(made.data, 'out');
    await (await startBatch(portsFor(made), job(paths))).rested;
    const rested = await (await startBatch(portsFor(made), job(paths, { kind: 'export', format: 'json', out }))).rested;
    expect(rested).toMatchObject({ state: 'done', failed: 0, out });
    for (const path of paths) {
      const document: unknown = JSON.parse(await readFile(join(out, path.replace('.txt', '.json')), 'utf8'));
      expect(document).toMatchObject({ schema: 'galley/1', source: { name: path.slice(2) } });
    }
    const keeper = await keep(made);
    const { rows } = keeper.rows({ filter: {}, sort: [], group: null, folded: [] }, 0, 9);
    for (const row of rows) expect(row).toMatchObject({ exported: { isOld: false } });
  });

  it('refuses or stamps what breaks the rules of the archive, with the list', async () => {
    const made = await makeArchive(issues(1));
    const paths = Object.keys(issues(1));
    const out = join(made.data, 'out');
    const rules = (on: string) => JSON.stringify({ rules: ['every article is settled'], on });
    await made.write('.galley-archive/rules.json', rules('refuse'));
    const run = async (kind: Job['kind']) =>
      (await startBatch(portsFor(made), job(paths, { kind, ...(kind === 'export' && { format: 'text', out }) })))
        .rested;
    expect(await run('export')).toMatchObject({ failed: 1, failures: [{ problem: { key: 'not settled' } }] });
    expect(await readdir(out).catch(() => [])).toEqual([]);
    expect(await run('validate')).toMatchObject({ failed: 1 });
    await made.write('.galley-archive/rules.json', rules('stamp'));
    expect(await run('export')).toMatchObject({ failed: 1 });
    const stamp = 'Not finished: exported though it breaks rules of its archive (not settled: ';
    expect(await readFile(join(out, '0/issue-0.articles.txt'), 'utf8')).toContain(stamp);
    const breaks = (await readManifest(realFiles, out))?.files[0]?.breaks;
    expect(breaks).toEqual([expect.stringMatching(/^not settled: \d+$/)]);
    await rm(join(made.root, '.galley-archive'), { recursive: true });
    expect(await run('export')).toMatchObject({ failed: 0, report: { files: { changed: 1 } } });
    expect(await readFile(join(out, '0/issue-0.articles.txt'), 'utf8')).not.toContain(stamp);
  });

  it('resumed after it was left is one delivery: every file stands in the manifest, and names stay', async () => {
    const made = await makeArchive(issues(6));
    const paths = Object.keys(issues(6));
    const out = join(made.data, 'out');
    const profile = { ...plainProfile('text'), name: 'web', per: 'article' as const, pattern: '{date}' };
    const first = portsFor(made, () => void (first.worked.length === 3 && running.pause()), 1);
    const running = await startBatch(first, job(paths, { kind: 'export', profile, out }));
    expect(await running.rested).toMatchObject({ state: 'paused' });
    const early = (await readManifest(realFiles, out))?.files.map(({ file }) => file) ?? [];
    const rested = await (await resumeBatch(portsFor(made), running.id)).rested;
    const manifest = await readManifest(realFiles, out);
    const files = manifest?.files.map(({ file }) => file) ?? [];
    expect(files).toEqual(expect.arrayContaining(early));
    expect(new Set(manifest?.files.map(({ issue }) => issue))).toEqual(new Set(paths));
    expect((await readdir(out)).sort()).toEqual([MANIFEST_NAME, ...files].sort());
    expect(rested.report?.numbered).toBe(files.length - 1);
    // Once more: nothing is new, whatever the order of the threads.
    const again = await (
      await startBatch(portsFor(made, undefined, 3), job(paths.toReversed(), { kind: 'export', profile, out }))
    ).rested;
    expect(again.report?.files).toEqual({ added: 0, changed: 0, unchanged: files.length, withdrawn: 0 });
    expect(await listBatches(portsFor(made))).toMatchObject([{ report: again.report }, {}]);
  });

  it('into the archive itself adds no issue to it', async () => {
    const made = await makeArchive(issues(2));
    const paths = Object.keys(issues(2));
    const profile = { ...plainProfile('markdown'), per: 'article' as const, pattern: 'out/{file}/{article}' };
    await (await startBatch(portsFor(made), job(paths, { kind: 'export', profile, out: made.root }))).rested;
    const files = (await readManifest(realFiles, made.root))?.files ?? [];
    expect(files.length).toBeGreaterThan(2);
    const keeper = await keep(made);
    expect(keeper.info().issues).toBe(2);
    // A file of the same kind that nobody delivered is an issue.
    await made.write('out/issue-0/notes.md', '# 另一期');
    await keeper.refresh();
    expect(keeper.info().issues).toBe(3);
  });

  it('writes over no issue of the archive, by whatever link, whether it is exported or not', async () => {
    const text = page('2013年8月20日', '原来的一期');
    const made = await makeArchive({ 'a.md': text, '1/a.txt': text, '1/b.txt': text, 'b.md': text });
    const link = join(made.data, '..', 'link');
    await symlink(made.root, link);
    const profile = { ...plainProfile('markdown'), pattern: '{file}' };
    const paths = ['1/b.txt', 'a.md', '1/a.txt'];
    const exported = await startBatch(portsFor(made), job(paths, { kind: 'export', profile, out: link }));
    expect((await exported.rested).report?.files.added).toBe(3);
    for (const path of ['a.md', 'b.md']) expect(await readFile(join(made.root, path), 'utf8')).toBe(text);
    expect((await readManifest(realFiles, link))?.files.map(({ file }) => file)).toEqual([
      'a 2.md',
      'a 3.md',
      'b 2.md',
    ]);
  });

  it('previewed writes nothing, and says what the delivery then says', async () => {
    const made = await makeArchive(issues(3));
    const [gone = '', ...paths] = Object.keys(issues(3));
    const out = join(made.data, 'out');
    const exporting = { kind: 'export', format: 'html', out } as const;
    await (await startBatch(portsFor(made), job([gone, ...paths], exporting))).rested;
    await rm(join(made.root, gone));
    await writeFile(join(made.root, paths[0] ?? ''), page('2013年8月21日', '另一天的大会'));
    const before = await readManifest(realFiles, out);
    const dry = await startBatch(portsFor(made), job(paths, { ...exporting, isDry: true }));
    const { report, isDry } = await dry.rested;
    expect([isDry, await readManifest(realFiles, out)]).toEqual([true, before]);
    expect(report?.files).toEqual({ added: 0, changed: 1, unchanged: 1, withdrawn: 1 });
    expect(dry.changes.find(({ change }) => change === 'withdrawn')?.file).toBe(gone.replace('.txt', '.html'));
    const written = await (await startBatch(portsFor(made), job(paths, exporting))).rested;
    expect(written.report).toEqual(report);
  });

  it('validates that a journal can be replayed', async () => {
    const made = await makeArchive(issues(2));
    const [good = '', bad = ''] = Object.keys(issues(2));
    await (await startBatch(portsFor(made), job([good, bad]))).rested;
    const folder = join(made.root, bad.slice(0, 1), '.galley', bad.slice(2));
    await writeFile(join(folder, 'bytes'), 'other');
    await writeFile(join(made.root, bad), 'another text');
    const rested = await (await startBatch(portsFor(made), job([good, bad], { kind: 'validate' }))).rested;
    expect(rested).toMatchObject({
      done: 2,
      failed: 1,
      failures: [{ path: bad, problem: { key: 'damaged journal' } }],
    });
  });
});
