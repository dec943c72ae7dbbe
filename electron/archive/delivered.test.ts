/** What was delivered into an archive is no issue of it, and no page of one. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { ALL_ISSUES } from '../../shared/contract/archive.ts';
import { EXPORT_FORMATS } from '../../shared/contract/contract.ts';
import { MANIFEST_NAME } from '../../shared/contract/delivery.ts';
import { plainProfile } from '../../shared/contract/profile.ts';
import { issueOf } from '../../shared/model/issue.ts';
import { closeDelivery, deliverIssue } from '../delivery/deliver.ts';
import { realFiles } from '../desk/files.ts';
import { readIssueBytes } from '../desk/issue-bytes.ts';
import { issueFolders } from '../desk/issue-files.ts';
import { conservedDocument } from '../export/conserved.ts';
import { importIssue } from '../import/import.ts';
import { segment } from '../segmenter/segment.ts';
import { followArchive } from './follow.ts';
import { keep, type Made, makeArchive, page } from './testing/archive.ts';

const PAGES = {
  'monday/p1.txt': page('2013年8月19日', '全市妇女工作会召开'),
  'monday/p2.txt': page('2013年8月19日', '吕梁山区通火车'),
};
/** All that need no places of the text on a scan. */
const FORMATS = EXPORT_FORMATS.filter((format) => format !== 'page');

/** Delivers a text in every format; the files get the names that `nameOf` says, below `out`. Tells how many. */
async function deliverAll(out: string, nameOf: (ending: string) => string): Promise<number> {
  const { decoded } = await importIssue(Buffer.from(PAGES['monday/p1.txt']), { name: 'p1.txt' });
  const issue = issueOf(decoded.text);
  const { review, doubts } = segment(issue.text, { name: 'p1.txt' }).proposal;
  const source = { name: 'p1.txt', sha256: 'a'.repeat(64), encoding: 'utf-8', bom: false, lineEnd: 'lf' } as const;
  const document = conservedDocument({ issue, review, doubts, source });
  const ports = { files: realFiles, out, isDry: false };
  const delivered = [];
  for (const format of FORMATS) {
    const claim = async ({ wanted }: { wanted: { extension: string } }) => ({
      path: nameOf(wanted.extension),
      isNumbered: false,
    });
    const one = { document, path: `p1.${format}`, position: null, breaks: [] };
    delivered.push(...(await deliverIssue({ ...ports, claim }, one, plainProfile(format))));
  }
  await closeDelivery(ports, delivered, { profile: 'none', covers: () => false }, new Date());
  return delivered.length;
}

const issuesIn = async (made: Made): Promise<string[]> => {
  const { rows } = (await keep(made)).rows(ALL_ISSUES, 0, 100);
  return rows.flatMap((row) => (row.kind === 'issue' ? [`${row.folder}/${row.name}`] : []));
};

describe('a folder of pages', () => {
  it.each([
    ['itself', 'monday', ''],
    ['the archive', '', 'monday/'],
  ])('stays one issue, of the same bytes, with a delivery of %s in it', async (_, out, below) => {
    const made = await makeArchive(PAGES);
    const folder = join(made.root, 'monday');
    const before = await readIssueBytes(realFiles, made.data, folder);
    // The name of a third page is the worst that a pattern can make.
    const count = await deliverAll(join(made.root, out), (ending) => `${below}p3.${ending}`);
    expect(count).toBe(FORMATS.length);
    expect(await issueFolders(realFiles, [folder])).toEqual(new Map());
    expect(await readIssueBytes(realFiles, made.data, folder)).toEqual(before);
    expect(await issuesIn(made)).toEqual(['/monday']);
  });

  it('is none with another text in it that nobody delivered', async () => {
    const made = await makeArchive({ ...PAGES, 'monday/notes.txt': '另一期\n' });
    await deliverAll(join(made.root, 'monday'), (ending) => `daily.${ending}`);
    expect((await issueFolders(realFiles, [join(made.root, 'monday')])).size).toBe(1);
    await expect(readIssueBytes(realFiles, made.data, join(made.root, 'monday'))).rejects.toMatchObject({
      problem: { key: 'is a folder' },
    });
    expect(await issuesIn(made)).toEqual(['monday/notes.txt', 'monday/p1.txt', 'monday/p2.txt']);
  });
});

it('a delivery into a folder of issues adds none', async () => {
  const made = await makeArchive({ 'a.txt': PAGES['monday/p1.txt'] });
  await deliverAll(made.root, (ending) => `web/b.${ending}`);
  await deliverAll(join(made.root, 'web'), (ending) => `c.${ending}`);
  expect(await issuesIn(made)).toEqual(['/a.txt']);
});

it('a manifest that can not be read hides nothing', async () => {
  const made = await makeArchive({ 'a.txt': PAGES['monday/p1.txt'], [MANIFEST_NAME]: '{"files":[{"file":"a.txt"}]}' });
  expect(await issuesIn(made)).toEqual(['/a.txt']);
});

it('with a new manifest everything is looked at again: it speaks of files in folders below', async () => {
  const made = await makeArchive({ 'a.txt': 'x' });
  const told = new Promise<readonly string[] | null>((resolve) => {
    const following = followArchive(made.root, resolve, { quiet: 1 });
    onTestFinished(() => following.close());
    following.watchFolders(['']);
  });
  await writeFile(join(made.root, MANIFEST_NAME), '{}');
  expect(await told).toBeNull();
});
