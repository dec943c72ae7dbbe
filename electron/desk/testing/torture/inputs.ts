/** Bad input: bytes of every kind are opened, with the real segmenter, or refused in words; the desk goes on. */
import { PROBLEM_KEYS } from '../../../../shared/contract/contract.ts';
import { answer } from '../../../../shared/contract/wire.ts';
import { ENCODINGS, type Encoding } from '../../../../shared/model/source.ts';
import { decode } from '../../../import/decode.ts';
import { importIssue } from '../../../import/import.ts';
import {
  ENGLISH,
  encode,
  FRENCH,
  GERMAN,
  JAPANESE,
  KOREAN,
  SIMPLIFIED,
  TRADITIONAL,
} from '../../../import/testing/languages.ts';
import { BOMBS, WHOLE } from '../../../import/testing/whole.ts';
import { segment } from '../../../segmenter/segment.ts';
import type { Segmenting } from '../../segmenting.ts';
import { between, oneOf, randomFrom } from '../random.ts';
import { issueDisk, rig, send } from '../rig.ts';
import { NOTHING, type Ordeal, type Outcome, QUIET, sum } from './ordeal.ts';

/** Files that one run opens. */
const FILES = 12;
/** From so many characters on an encoding has to be found. */
const ENOUGH = 400;
/** Of the files of one run, how many may be read in another encoding than they were written in: one in a hundred, over runs. */
const WRITTEN_IN: readonly (readonly [Encoding, readonly string[]])[] = [
  ['utf-8', [SIMPLIFIED, FRENCH, KOREAN]],
  ['utf-16le', [SIMPLIFIED, ENGLISH]],
  ['utf-16be', [TRADITIONAL, KOREAN]],
  ['gb18030', [SIMPLIFIED, TRADITIONAL]],
  ['big5', [TRADITIONAL]],
  ['shift_jis', [JAPANESE]],
  ['euc-kr', [KOREAN]],
  ['windows-1252', [GERMAN, FRENCH, ENGLISH]],
];
const SIGNATURES = [
  '',
  '%PDF-1.7\n',
  'PK\x03\x04',
  '\x89PNG\r\n',
  '\x7fELF',
  '{\\rtf1 ',
  '\ufeff',
  '\xff\xfe',
  '\x1b$B',
];

/** Clauses of the sentence in any order, at least `ENOUGH` characters of them, with line ends of one kind. */
function textFrom(sentence: string, random: () => number): string {
  const clauses = sentence.trim().split(/(?<=[，。,.;、])/u);
  const lines: string[] = [];
  for (let length = 0; length < ENOUGH + between(random, 0, 400); length += lines.at(-1)?.length ?? 0)
    lines.push(Array.from({ length: between(random, 1, 4) }, () => oneOf(random, clauses)).join(''));
  return lines.join(oneOf(random, ['\n', '\r\n', '\r']));
}

const randomBytes = (random: () => number, length: number): Buffer =>
  Buffer.from(Array.from({ length }, () => between(random, 0, 255)));

/** Files that are text of a known encoding. */
function written(random: () => number): { readonly bytes: Uint8Array; readonly encoding: Encoding } {
  const [encoding, sentences] = oneOf(random, WRITTEN_IN);
  return { bytes: encode(textFrom(oneOf(random, sentences), random), encoding), encoding };
}

/** Files that nobody should have to open. */
const STRANGE: readonly ((random: () => number) => Uint8Array)[] = [
  (random) =>
    Buffer.concat([Buffer.from(oneOf(random, SIGNATURES), 'latin1'), randomBytes(random, between(random, 0, 2000))]),
  (random) => Buffer.from(oneOf(random, ['', ' ', '\n', '\r\r\r', '\0', '\ufeff', '\u3000\n\u200b', '\f\f'])),
  (random) => Buffer.from('报'.repeat(between(random, 1, 20_000))),
  (random) => Buffer.from(`${'\r'.repeat(between(random, 1, 2000))}本报讯。`),
  (random) => Buffer.from(`本报讯\0${'。'.repeat(between(random, 1, 50))}`),
  (random) =>
    Buffer.concat(
      [encode('本报讯', 'utf-16le'), Buffer.from([0x00, 0xd8]), encode('。\n', 'utf-16le')].flatMap((part) =>
        Array(between(random, 1, 60)).fill(part),
      ),
    ),
  // Cut in the middle of a character, or with a piece taken out.
  (random) => {
    const { bytes } = written(random);
    const at = between(random, 1, bytes.length - 1);
    return Buffer.concat([bytes.subarray(0, at), bytes.subarray(Math.min(bytes.length, at + between(random, 1, 3)))]);
  },
];

const inProcess: Segmenting = {
  segment: async ({ text, name }) => segment(text, { name }).proposal,
  explain: async () => [],
  importFile: importIssue,
  close: async () => undefined,
};

const badInput: Ordeal = {
  row: 11,
  each: 5,
  nightly: 10_000,
  name: 'bytes of every kind and encoding opened, segmented, edited',
  async run(seed) {
    const random = randomFrom(seed);
    let outcome = NOTHING;
    for (let i = 0; i < FILES; i++) {
      const known = random() < 0.5 ? written(random) : null;
      const bytes = known?.bytes ?? oneOf(random, STRANGE)(random);
      const asked = random() < 0.2 ? oneOf(random, ENCODINGS) : undefined;
      const opened = await open(bytes, asked);
      const isMisread = known && !asked && !isFound(known.bytes, known.encoding);
      outcome = sum(outcome, { ...opened, lost: opened.lost + (isMisread ? 1 : 0) });
    }
    return outcome;
  },
};

/** Whether the bytes, without being told, read as in the encoding that they were written in. */
function isFound(bytes: Uint8Array, encoding: Encoding): boolean {
  const [found, right] = [decode(bytes), decode(bytes, encoding)];
  return !('key' in found) && !('key' in right) && found.text === right.text;
}

/** Opened, edited and found again; or refused in words that somebody wrote. */
async function open(bytes: Uint8Array, encoding: Encoding | undefined, name = 'daily.txt'): Promise<Outcome> {
  const disk = issueDisk();
  const path = `/issues/${name}`;
  disk.put(path, bytes);
  const first = rig(disk, { segmenting: inProcess, pauses: QUIET });
  const file = await first.file(path);
  const args = { file, ...(encoding && { encoding }) };
  for (const call of ['issue.open', 'issue.review'] as const) {
    const reply = await answer(first.service, call, call === 'issue.open' ? args : { file });
    if (reply.ok) continue;
    const { key } = reply.problem;
    if (!PROBLEM_KEYS.includes(key) || key === 'internal') throw new Error(`${call}: ${JSON.stringify(reply.problem)}`);
    await first.desk.close();
    return { runs: 1, acknowledged: 0, lost: 0, refused: 0 };
  }
  await send(first, file, 1, 1);
  await first.desk.close();
  const second = rig(disk, { segmenting: inProcess, pauses: QUIET });
  const { entries } = await second.service['issue.review']({ file: await second.start(path) });
  await second.desk.close();
  const isSame = Buffer.from(await disk.read(path)).equals(Buffer.from(bytes));
  return { runs: 1, acknowledged: 1, lost: entries.length === 1 && isSame ? 0 : 1, refused: 0 };
}

const damagedFiles: Ordeal = {
  row: 11,
  each: 3,
  nightly: 10_000,
  name: 'files of every imported format damaged, and bombs',
  async run(seed) {
    const random = randomFrom(seed);
    let outcome = NOTHING;
    for (const [name, bytes] of WHOLE) outcome = sum(outcome, await open(damaged(bytes, random), undefined, name));
    const [name, bytes] = oneOf(random, BOMBS);
    const bomb = await open(bytes, undefined, name);
    if (bomb.acknowledged > 0) throw new Error(`${name} was opened`);
    return sum(outcome, bomb);
  },
};

/** Cut off, or with up to four bytes changed. */
function damaged(whole: Uint8Array, random: () => number): Uint8Array {
  const bytes = random() < 0.3 ? whole.slice(0, between(random, 0, whole.length)) : whole.slice();
  for (let n = between(random, 0, 4); n > 0 && bytes.length > 0; n--)
    bytes[between(random, 0, bytes.length - 1)] = between(random, 0, 255);
  return bytes;
}

export const INPUTS: readonly Ordeal[] = [badInput, damagedFiles];
