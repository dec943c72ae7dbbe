/**
 * Text to bytes in the encodings that Galley reads. Node encodes UTF-8 only; for the others a table is made of what the
 * decoder gives for every sequence of bytes, so that what is written is read back as it was. What an encoding can't hold
 * is written as `[U+5409]` and told of: nothing is lost without a word.
 */
import type { Encoding } from '../../shared/model/source.ts';
import { decodeAs } from '../import/codecs.ts';

export interface Encoded {
  readonly bytes: Uint8Array;
  /** Characters that the encoding can't hold, and how often each stood there. */
  readonly lost: ReadonlyMap<string, number>;
}

const BOM = '\ufeff';

/** The text in `encoding`. UTF-16 gets a byte order mark, without which nobody could tell its order. */
export function encodeAs(text: string, encoding: Encoding): Encoded {
  switch (encoding) {
    case 'utf-8':
      return { bytes: Buffer.from(text, 'utf8'), lost: new Map() };
    case 'utf-16le':
      return { bytes: Buffer.from(marked(text), 'utf16le'), lost: new Map() };
    case 'utf-16be':
      return { bytes: Buffer.from(marked(text), 'utf16le').swap16(), lost: new Map() };
    default:
      return byTable(text.startsWith(BOM) ? text.slice(1) : text, tableOf(encoding));
  }
}

const marked = (text: string): string => (text.startsWith(BOM) ? text : BOM + text);

/** How a character that can't be held is written. */
const named = (character: string): string =>
  `[U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`;

type Table = (character: string) => readonly number[] | undefined;

function byTable(text: string, table: Table): Encoded {
  const bytes: number[] = [];
  const lost = new Map<string, number>();
  for (const character of text) {
    const found = table(character);
    if (found) for (const byte of found) bytes.push(byte);
    else {
      lost.set(character, (lost.get(character) ?? 0) + 1);
      for (const sign of named(character)) bytes.push(sign.charCodeAt(0));
    }
  }
  return { bytes: Uint8Array.from(bytes), lost };
}

type TableEncoding = Exclude<Encoding, 'utf-8' | 'utf-16le' | 'utf-16be'>;
const tables = new Map<TableEncoding, Table>();

function tableOf(encoding: TableEncoding): Table {
  const made = tables.get(encoding) ?? makeTable(encoding);
  tables.set(encoding, made);
  return made;
}

const LINE_FEED = 0x0a;
/** Bytes that begin a longer sequence in the encodings of East Asia, and those that follow. */
const LEADS = [0x81, 0xfe] as const;
const TRAILS = [0x30, 0xff] as const;

const range = (from: number, to: number): readonly number[] =>
  Array.from({ length: to - from + 1 }, (_, i) => from + i);

const SINGLE = range(0, 0xff)
  .filter((byte) => byte !== LINE_FEED)
  .map((byte) => [byte]);

function makeTable(encoding: TableEncoding): Table {
  const known = new Map<string, readonly number[]>();
  // Shorter sequences come first and win.
  learn(known, encoding, SINGLE);
  known.set('\n', [LINE_FEED]);
  if (encoding === 'windows-1252' || encoding === 'iso-8859-1') return (character) => known.get(character);
  for (const lead of range(...LEADS))
    learn(
      known,
      encoding,
      range(...TRAILS).map((trail) => [lead, trail]),
    );
  if (encoding !== 'gb18030') return (character) => known.get(character);
  for (const a of range(0x81, 0x84)) for (const b of range(0x30, 0x39)) learn(known, encoding, fourBytes(a, b));
  return (character) => known.get(character) ?? supplementary(character);
}

const fourBytes = (a: number, b: number) =>
  range(0x81, 0xfe).flatMap((c) => range(0x30, 0x39).map((d) => [a, b, c, d]));

/** Takes down what each sequence is read as, where that is one character. */
function learn(
  known: Map<string, readonly number[]>,
  encoding: TableEncoding,
  all: readonly (readonly number[])[],
): void {
  // A line end after each keeps them apart; it can be part of no sequence.
  const lines = decodeAs(Uint8Array.from(all.flatMap((bytes) => [...bytes, LINE_FEED])), encoding).split('\n');
  all.forEach((bytes, i) => {
    const text = lines[i];
    if (text === undefined || text === '' || text === '\ufffd' || [...text].length !== 1) return;
    if (!known.has(text)) known.set(text, bytes);
  });
}

/** GB 18030 has the characters beyond the first plane in their order, from 90 30 81 30 on. */
function supplementary(character: string): readonly number[] | undefined {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x10000) return undefined;
  const place = code - 0x10000;
  const [d, c, b] = [place % 10, Math.floor(place / 10) % 126, Math.floor(place / 1260) % 10];
  return [0x90 + Math.floor(place / 12600), 0x30 + b, 0x81 + c, 0x30 + d];
}
