/** What a command line and its files may hold: never a crash, always a sentence on one line. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { issueOf } from '../../shared/model/issue.ts';
import { ENCODINGS } from '../../shared/model/source.ts';
import { decode } from '../import/decode.ts';
import { readEdit } from './edit-lines.ts';
import { RIVER, scratchFolder } from './testing/folder.ts';
import { galley } from './testing/run.ts';

const WORDS = [
  'issue.txt',
  'nowhere.txt',
  '-',
  '--',
  '',
  '--json',
  '--format',
  '--format=',
  'json',
  '--edits',
  '--encoding',
  'gb18030',
  '--jobs',
  '-1',
  '1e999',
  '--repair',
  '--explain',
  '--out',
  'out',
  '--no-such',
  '--help=x',
  '\u202e.txt',
];
const COMMANDS = ['segment', 'export', 'replay', 'archive', 'qa', 'doctor', 'toString', '__proto__', ''];
/** Nothing outside of the test's folder is named. */
const isOurs = (word: string) => !/[/\\]|\.\./.test(word);
const word = fc.oneof(fc.constantFrom(...WORDS), fc.string({ unit: 'binary', maxLength: 6 }).filter(isOurs));

describe('arguments', () => {
  it('of any kind end in an exit code and sentences of one line', async () => {
    const folder = await scratchFolder();
    await writeFile(join(folder, 'issue.txt'), RIVER);
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...COMMANDS), fc.array(word, { maxLength: 5 }), async (command, words) => {
        const { code, err } = await galley(folder, [command, ...words], { stdin: '{"kind":' });
        expect([0, 1, 2]).toContain(code);
        if (code === 2) expect(err.length).toBe(1);
        for (const line of err) {
          expect(line).toMatch(/^galley: .+[.…]/);
          expect(line).not.toMatch(/^\s+at |Error:|\[object|undefined|NaN/);
        }
      }),
      { numRuns: 150 },
    );
  });
});

describe('a line of an edits file', () => {
  const issue = issueOf(RIVER);
  const sentence = (line: string) => {
    const read = readEdit(line, issue);
    if (!read.ok) expect(read.why).toMatch(/^It|^Line|^Its/);
  };
  const number = fc.oneof(fc.integer(), fc.double(), fc.constantFrom(null, '1', [], {}));
  const hand = fc.record(
    {
      kind: fc.constantFrom('assign', 'split', 'correct', 'addCredit', 'propose', 'restore', '__proto__'),
      lines: fc.oneof(number, fc.array(number, { maxLength: 3 })),
      line: number,
      span: fc.record({ from: number, to: number }),
      credit: fc.record({ lines: fc.array(number, { maxLength: 2 }), role: fc.string() }),
      dateline: fc.jsonValue(),
    },
    { requiredKeys: ['kind'] },
  );

  it('is an edit, or a sentence says why not', () => {
    fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.json()), sentence), { numRuns: 500 });
    fc.assert(
      fc.property(
        hand.map((value) => JSON.stringify(value)),
        sentence,
      ),
      { numRuns: 500 },
    );
  });

  it.each([
    '['.repeat(100_000),
    '{"kind":"propose","proposal":'.repeat(10_000),
    '"'.repeat(1000),
    'null',
    '1e999',
    ' ',
  ])('may be as deep or as strange as it likes', sentence);
});

describe('bytes', () => {
  const start = fc.constantFrom('', '\ufeff', 'PK\x03\x04', '%PDF-', '<?xml', '\xff\xfe', '\xfe\xff', '\x1b$B');
  const bytes = fc
    .tuple(start, fc.uint8Array({ maxLength: 300 }))
    .map(([head, tail]) => new Uint8Array(Buffer.concat([Buffer.from(head, 'latin1'), tail])));

  it('are text, or refused in words, in every encoding', () => {
    fc.assert(
      fc.property(bytes, fc.option(fc.constantFrom(...ENCODINGS), { nil: undefined }), (given, encoding) => {
        const decoded = decode(given, encoding);
        if ('key' in decoded) expect(decoded.key).not.toBe('internal');
        else expect(issueOf(decoded.text).lines.count).toBeGreaterThan(0);
      }),
      { numRuns: 1000 },
    );
  });
});
