import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { GalleyDocument } from '../../shared/document/document.ts';
import { RIVER, scratchFolder } from './testing/folder.ts';
import { galley, type RunOptions } from './testing/run.ts';

const HEADLINE_LINE = 3;

/** Makes an article of the headline's line, whatever was proposed: works on every proposal. */
const EDITS = [
  { kind: 'create', lines: [HEADLINE_LINE, HEADLINE_LINE], role: 'headline', newId: 'a-aaaaaaaa' },
  { kind: 'supply', article: 'a-aaaaaaaa', role: 'kicker', id: 's1', text: '补上的引题' },
  { kind: 'addCredit', article: 'a-aaaaaaaa', credit: { role: '记者', name: '柳一帆' } },
  { kind: 'setState', article: 'a-aaaaaaaa', state: 'settled' },
];

const jsonLines = (edits: readonly object[]): string => `${edits.map((edit) => JSON.stringify(edit)).join('\n')}\n`;

async function replay(edits: string | Uint8Array, options: RunOptions = {}) {
  const folder = await scratchFolder();
  await writeFile(join(folder, 'good.txt'), RIVER);
  await writeFile(join(folder, 'edits.jsonl'), edits);
  return galley(folder, ['replay', 'good.txt', '--edits', 'edits.jsonl'], options);
}

describe('galley replay', () => {
  it('makes the edits and prints the document', async () => {
    const { code, out, err } = await replay(jsonLines(EDITS));
    expect([code, err]).toEqual([0, []]);
    const document = JSON.parse(out) as GalleyDocument;
    expect(document.articles.find((article) => article.id === 'a-aaaaaaaa')).toMatchObject({
      state: 'settled',
      kicker: '补上的引题',
      headline: '河长制办公室挂牌',
      bylines: [{ role: '记者', name: '柳一帆' }],
      parts: [
        { role: 'kicker', supplied: '补上的引题' },
        { role: 'headline', lines: [[HEADLINE_LINE, HEADLINE_LINE]] },
      ],
    });
  });

  it('without edits prints what segment prints', async () => {
    const folder = await scratchFolder();
    await writeFile(join(folder, 'good.txt'), RIVER);
    const segmented = await galley(folder, ['segment', 'good.txt']);
    expect((await replay('')).out).toBe(segmented.out);
    expect((await replay('\n  \r\n')).out).toBe(segmented.out);
  });

  it('reads the edits from stdin, with CRLF and a byte order mark', async () => {
    const folder = await scratchFolder();
    await writeFile(join(folder, 'good.txt'), RIVER);
    const stdin = `\ufeff${jsonLines(EDITS).replaceAll('\n', '\r\n')}`;
    const { code, out } = await galley(folder, ['replay', 'good.txt', '--edits', '-'], { stdin });
    expect([code, out.includes('补上的引题')]).toEqual([0, true]);
  });

  it('stops at the first refusal, with its line in the list, and prints no document', async () => {
    const list = jsonLines([EDITS[0] ?? {}, { kind: 'merge', article: 'a99', into: 'a-aaaaaaaa' }, EDITS[1] ?? {}]);
    const { code, out, err } = await replay(list.replace('\n', '\n\n'));
    expect([code, out]).toEqual([1, '']);
    expect(err).toEqual(['galley: edits.jsonl: line 3: The edit is refused: there is no such article.']);
  });

  it('stops at the first line that is no edit', async () => {
    const { code, out, err } = await replay(`${jsonLines(EDITS)}{"kind": "explode"}\n`);
    expect([code, out, err.length]).toEqual([1, '', 1]);
    expect(err[0]).toMatch(/^galley: edits\.jsonl: line 5: It is not an edit.*\.$/);
  });

  it('tells of edits that are no text', async () => {
    const { code, err } = await replay(Buffer.from([0xff, 0xfe, 0x7b]));
    expect([code, err]).toEqual([1, ['galley: edits.jsonl: It is not text (not UTF-8).']]);
  });

  it('tells which of the two files is missing', async () => {
    const folder = await scratchFolder();
    await writeFile(join(folder, 'good.txt'), RIVER);
    const noEdits = await galley(folder, ['replay', 'good.txt', '--edits', 'none.jsonl']);
    expect([noEdits.code, noEdits.err]).toEqual([1, ['galley: none.jsonl: There is no such file.']]);
    const noIssue = await galley(folder, ['replay', 'none.txt', '--edits', 'good.txt']);
    expect([noIssue.code, noIssue.err]).toEqual([1, ['galley: none.txt: There is no such file.']]);
  });
});

describe('galley replay SCRIPT', () => {
  const SCRIPT =
    "import { test } from 'galley/kit';\ntest('x', ({ desk }) => desk.open(new URL('./a.txt', import.meta.url)));\n";

  it.each([
    ['without package.json', null],
    ['as npm init makes it', '{ "type": "commonjs" }'],
    ['that can not be read', '{'],
  ])('says that a script in a folder %s has to be a module', async (_, manifest) => {
    const folder = await scratchFolder();
    await mkdir(join(folder, 'checks'));
    await writeFile(join(folder, 'checks', 'a.review.ts'), SCRIPT);
    if (manifest !== null) await writeFile(join(folder, 'package.json'), manifest);
    const { code, err } = await galley(folder, ['replay', 'checks/a.review.ts']);
    expect(code).toBe(1);
    expect(err.join()).toContain('Scripts have to be modules: npm init -y and npm pkg set type=module in their folder');
  });
});
