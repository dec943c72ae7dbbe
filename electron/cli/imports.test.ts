/** The commands take files that are no plain text, and folders of pages. */
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { GalleyDocument } from '../../shared/document/document.ts';
import { toPdf } from '../import/testing/formats.ts';
import { sheet, toAlto } from '../import/testing/sheet.ts';
import { RIVER, scratchFolder } from './testing/folder.ts';
import { galley } from './testing/run.ts';

const SHEET = sheet(`
  == 600 x 800
  50 50   Town council
  50 70   meets on Monday.
`);

const documents = (out: string): readonly GalleyDocument[] =>
  out
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as GalleyDocument); // what galley segment prints

const mets = (href: string) =>
  `<mets xmlns:xlink="x"><fileSec><file ID="A" MIMETYPE="text/xml"><FLocat xlink:href="${href}"/></file></fileSec></mets>`;

describe('galley segment', () => {
  it('reads ALTO, PDF and METS with its pages; what comes from a pipe too', async () => {
    const folder = await scratchFolder();
    await mkdir(join(folder, 'alto'));
    await writeFile(join(folder, 'alto', '1.xml'), toAlto(SHEET));
    await writeFile(join(folder, 'a-mets.xml'), mets('file://./alto/1.xml'));
    await writeFile(join(folder, 'a.pdf'), toPdf(SHEET));
    const { code, out } = await galley(folder, ['segment', 'alto/1.xml', 'a.pdf', 'a-mets.xml', '-'], {
      stdin: toAlto(SHEET),
    });
    expect(code).toBe(0);
    expect(documents(out).map(({ source }) => `${source.name} ${source.importer?.name}`)).toEqual([
      '1.xml alto',
      'a.pdf pdf',
      'a-mets.xml mets',
      'stdin alto',
    ]);
    const counts = documents(out).map(({ conservation }) => conservation.nonBlank);
    expect(new Set(counts)).toEqual(new Set([25]));
  });

  it('takes a folder of pages for one issue, any folder when it is told to', async () => {
    const folder = await scratchFolder();
    for (const name of ['issue', 'scans']) await mkdir(join(folder, name));
    await writeFile(join(folder, 'issue', 'p1.txt'), RIVER);
    await writeFile(join(folder, 'issue', 'p2.txt'), 'Second page.\n');
    for (const number of [10, 9]) await writeFile(join(folder, 'scans', `scan${number}.txt`), `Page ${number}.\n`);
    const plain = await galley(folder, ['segment', 'issue', 'scans']);
    expect(documents(plain.out).map(({ source }) => source.name)).toEqual(['issue']);
    expect(plain.err).toEqual(['galley: scans: It is a folder; name the files in it.']);
    const { code, out } = await galley(folder, ['segment', '--as-issue', 'scans']);
    expect(code).toBe(0);
    const [scans] = documents(out);
    const said = scans?.articles.flatMap(({ paragraphs }) => paragraphs.map(({ text }) => text)) ?? [];
    const all = [...said, ...(scans?.furniture.map(({ text }) => text) ?? [])].join(' ');
    expect(all).toMatch(/Page 9\..*Page 10\./);
  });

  it('says in one line why a file cannot be read', async () => {
    const folder = await scratchFolder();
    await mkdir(join(folder, 'inner'));
    await writeFile(join(folder, 'secret.xml'), toAlto(SHEET));
    await writeFile(join(folder, 'inner', 'gone-mets.xml'), mets('gone.xml'));
    await writeFile(join(folder, 'inner', 'out-mets.xml'), mets('../secret.xml'));
    await symlink(join(folder, 'secret.xml'), join(folder, 'inner', 'link.xml'));
    await writeFile(join(folder, 'inner', 'link-mets.xml'), mets('link.xml'));
    await writeFile(join(folder, 'inner', 'bomb.xml'), '<!DOCTYPE alto [<!ENTITY a "b">]><alto>&a;</alto>');
    await writeFile(join(folder, 'inner', 'scan.pdf'), toPdf(SHEET, { image: true }));
    const names = ['gone-mets.xml', 'out-mets.xml', 'link-mets.xml', 'bomb.xml', 'scan.pdf'];
    const { code, out, err } = await galley(join(folder, 'inner'), ['segment', ...names]);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toEqual([
      'galley: gone-mets.xml: It names gone.xml, which is not there.',
      'galley: out-mets.xml: It names a file outside its folder, which is not read.',
      'galley: link-mets.xml: It names a file outside its folder, which is not read.',
      'galley: bomb.xml: The ALTO holds what no newspaper page needs, so it is not opened (it declares a document type).',
      'galley: scan.pdf: The PDF holds no text; if it is a scan, it needs OCR first.',
    ]);
  });
});

describe('galley export', () => {
  it('writes METS with the boxes of the ALTO that it came from', async () => {
    const folder = await scratchFolder();
    await writeFile(join(folder, 'a.alto.xml'), toAlto(SHEET));
    expect((await galley(folder, ['export', 'a.alto.xml', '--format', 'mets', '--out', 'out'])).code).toBe(0);
    const { out } = await galley(folder, ['segment', 'out/a.alto.mets.zip']);
    expect(documents(out)[0]?.source.importer?.name).toBe('mets');
  });
});
