/** Reviews and settings that released versions wrote open in this one, to the same articles. */

import { cp, mkdtemp, readdir, readFile, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { DeskError } from '../../shared/contract/contract.ts';
import { openStore } from '../host/store.ts';
import { importIssue } from '../import/import.ts';
import { realFiles } from './files.ts';
import type { Segmenting } from './segmenting.ts';
import { readSettings } from './settings.ts';
import { loadSource } from './source.ts';
import { change, rig } from './testing/rig.ts';
import { documentOf, GOLDENS, VERSIONS } from './testing/torture/goldens.ts';

/** What each version's journal holds, so that a golden can't be thinned out. */
const KINDS: { readonly [version: string]: { readonly edits: number; readonly entries: number } } = {
  '0.1.0': { edits: 20, entries: 27 },
  '0.2.0': { edits: 20, entries: 27 },
};

/** A copy that may be written to. */
async function copyOf(version: string): Promise<string> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'galley-golden-')));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await cp(join(GOLDENS, version), folder, { recursive: true });
  await cp(join(folder, 'reviews'), join(folder, '.galley'), { recursive: true });
  return folder;
}

const never: Segmenting = {
  segment: () => Promise.reject(new DeskError({ key: 'internal', detail: 'a review that is there is not segmented' })),
  explain: async () => [],
  importFile: importIssue,
  close: async () => undefined,
};

const documentIn = (folder: string) => documentOf(realFiles, join(folder, 'data'), join(folder, 'issue.txt'));

describe('the golden review', () => {
  it('is there for each version', () => expect(VERSIONS.toSorted()).toEqual(Object.keys(KINDS).toSorted()));

  it.each(VERSIONS)('of %s opens to the same document', async (version) => {
    const folder = await copyOf(version);
    expect(await documentIn(folder)).toEqual(JSON.parse(await readFile(join(folder, 'expected.json'), 'utf8')));
  });

  it.each(VERSIONS)('of %s holds every kind of edit, undone and done again', async (version) => {
    const folder = await copyOf(version);
    const { content } = await loadSource(realFiles, join(folder, 'data'), join(folder, 'issue.txt'));
    const entries = content?.entries ?? [];
    const kinds = new Set(entries.flatMap((entry) => ('edit' in entry ? [entry.edit.kind] : [])));
    expect({ edits: kinds.size, entries: entries.length }).toEqual(KINDS[version]);
    expect(entries.filter((entry) => 'undo' in entry || 'redo' in entry).length).toBe(2);
    expect(content?.torn).toBe(false);
  });

  it.each(VERSIONS)('of %s is gone on with, and nothing that was written is changed', async (version) => {
    const folder = await copyOf(version);
    const review = join(folder, '.galley/issue.txt');
    const before = await Promise.all((await readdir(review)).map(async (name) => [name, await bytesOf(review, name)]));
    const desk = rig(realFiles, { dataFolder: join(folder, 'data'), segmenting: never });
    const file = await desk.start(join(folder, 'issue.txt'));
    const snapshot = await desk.service['issue.review']({ file });
    expect(snapshot).toMatchObject({ readOnly: null, notices: [] });
    const next = snapshot.seq + 1;
    await desk.service['review.append']({ file, first: next, changes: [change(next) as never] }); // a Change is what its schema gives
    await desk.desk.close();
    for (const [name, bytes] of before) expect([name, await bytesOf(review, String(name))]).toEqual([name, bytes]);
    const { content } = await loadSource(realFiles, join(folder, 'data'), join(folder, 'issue.txt'));
    expect(content?.entries.length).toBe(next);
  });
});

const bytesOf = async (folder: string, name: string) => (await readFile(join(folder, name))).toString('base64');

describe('the golden settings', () => {
  it.each(VERSIONS)('of %s are read as they were', async (version) => {
    expect(readSettings(openStore(await copyOf(version)))).toMatchObject({
      theme: 'dark',
      fontSize: 20,
      person: '周宁',
      copyLines: true,
      keys: { undo: 'F9' },
    });
  });
});
