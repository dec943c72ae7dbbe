/** Runs the examples of docs/formats.md, so that the page cannot say what the command does not do. */
import { readFileSync } from 'node:fs';
import { realpath, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { issueOf } from '../../shared/model/issue.ts';
import { readEdit } from './edit-lines.ts';
import { RIVER, scratchFolder } from './testing/folder.ts';
import { putReview } from './testing/review.ts';
import { galley } from './testing/run.ts';

const PAGE = readFileSync(join(import.meta.dirname, '../../docs/formats.md'), 'utf8');
const indented = PAGE.split('\n').filter((line) => line.startsWith('    ') || line === '');

/** `$ galley ARGS [> FILE]` with the lines that follow it. */
const examples = indented
  .join('\n')
  .split(/^ {4}\$ galley /m)
  .slice(1)
  .map((text) => {
    const [command = '', ...lines] = text.split('\n');
    const [args = '', file] = command.split(' > ');
    const end = lines.indexOf('');
    return { args, isRedirected: file !== undefined, shown: lines.slice(0, end).map((line) => line.slice(4)) };
  });

const edits = indented.map((line) => line.trim()).filter((line) => line.startsWith('{"kind"'));

/** The folder that the page calls /archive, with the files that its examples name. */
async function archive(): Promise<string> {
  const folder = await realpath(await scratchFolder());
  await writeFile(join(folder, 'empty.txt'), '');
  await writeFile(join(folder, 'binary.bin'), Buffer.from([0xff, 0xd8, 0xff, 0xe0]));
  await writeFile(join(folder, 'good.txt'), RIVER);
  await writeFile(
    join(folder, 'edits.jsonl'),
    '{"kind": "setMasthead", "field": "edition", "value": "2"}\n{"kind": "merge", "article": "a99", "into": "a1"}\n',
  );
  const end = RIVER.indexOf('\n') + 2;
  const second = RIVER.indexOf('公交十路');
  await putReview(join(folder, 'good.txt'), Buffer.from(RIVER), [
    { kind: 'assign', span: { from: 0, to: end }, to: { outside: 'furniture' } },
    { kind: 'create', span: { from: second, to: RIVER.length }, role: 'body', newId: 'a-bbbbbbbb' },
    { kind: 'setState', article: 'a1', state: 'settled' },
  ]);
  return folder;
}

describe('docs/formats.md', () => {
  it('has examples', () => expect([examples.length, edits.length]).toEqual([4, 8]));

  it.each(examples)('galley $args', async ({ args, isRedirected, shown }) => {
    const folder = await archive();
    const { out, err } = await galley(folder, args.split(' '));
    const lines = [...(isRedirected ? [] : out.split('\n').slice(0, -1)), ...err];
    expect(lines.map((line) => line.replaceAll(folder, '/archive'))).toEqual(shown);
  });

  it.each(edits)('%s is an edit', (line) => {
    const issue = issueOf('a line\n'.repeat(600));
    expect(readEdit(line, issue)).toMatchObject({ ok: true });
  });
});
