/**
 * Bytes to text for each encoding that Galley reads. Node's own decoder does the most of it; it is wrong for two:
 * it leaves the C1 bytes of Windows-1252 as controls (Node 20), and it knows EUC-KR without the 8,822 syllables that
 * Windows adds (code page 949), which it turns into controls.
 */
import type { Encoding } from '../../shared/model/source.ts';

/**
 * The bytes as text in `encoding`, whatever they are: wrong bytes and lone surrogates become U+FFFD. A byte order
 * mark is kept (see `bomOf`), line ends are as they are.
 */
export function decodeAs(bytes: Uint8Array, encoding: Encoding): string {
  switch (encoding) {
    case 'windows-1252':
      return latin1(bytes).replace(C1, (c) => WINDOWS_1252.charAt(c.charCodeAt(0) - 0x80));
    case 'iso-8859-1':
      return latin1(bytes);
    case 'euc-kr':
      return decodeKorean(bytes);
    case 'utf-8':
    case 'utf-16le':
    case 'utf-16be':
    case 'gb18030':
    case 'big5':
    case 'shift_jis':
      // ignoreBOM: *keep* the mark in the text, so that one place removes it.
      return new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes).toWellFormed();
    default:
      return encoding satisfies never;
  }
}

/** The byte order mark that the bytes begin with: whose it is, and its length in bytes. */
export function bomOf(bytes: Uint8Array): { readonly encoding: Encoding; readonly length: number } | null {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return { encoding: 'utf-8', length: 3 };
  if (a === 0xff && b === 0xfe) return { encoding: 'utf-16le', length: 2 };
  if (a === 0xfe && b === 0xff) return { encoding: 'utf-16be', length: 2 };
  if (a === 0x84 && b === 0x31 && c === 0x95 && bytes[3] === 0x33) return { encoding: 'gb18030', length: 4 };
  return null;
}

const latin1 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');

const C1 = /[\x80-\x9f]/g;
/** What Windows-1252 has at 0x80 to 0x9F; the five places it leaves free stay controls, as on the web. */
const WINDOWS_1252 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

/**
 * EUC-KR as Windows reads it (code page 949). KS X 1001 has 2,350 of the 11,172 modern syllables; the others stand in
 * the free places of the table, in the order of Unicode: 178 trail bytes for each lead byte to 0xA0, then 84.
 */
function decodeKorean(bytes: Uint8Array): string {
  const table = koreanTable();
  const units = new Uint16Array(bytes.length);
  let n = 0;
  for (let i = 0; i < bytes.length; ) {
    const lead = bytes[i] as number;
    const unit = lead < 0x80 ? lead : (table[(lead << 8) | (bytes[i + 1] ?? 0)] as number);
    units[n++] = unit === 0 && lead !== 0 ? 0xfffd : unit;
    i += lead >= 0x80 && unit !== 0 ? 2 : 1;
  }
  return new TextDecoder('utf-16le', { ignoreBOM: true }).decode(units.subarray(0, n));
}

let korean: Uint16Array | undefined;

/** UTF-16 unit by lead and trail byte; 0 where there is none. */
function koreanTable(): Uint16Array {
  if (korean) return korean;
  const table = new Uint16Array(0x10000);
  const decoder = new TextDecoder('euc-kr');
  const standard = new Set<number>();
  for (let lead = 0xa1; lead <= 0xfd; lead++) {
    for (let trail = 0xa1; trail <= 0xfe; trail++) {
      const unit = decoder.decode(Uint8Array.of(lead, trail)).charCodeAt(0);
      if (unit === 0xfffd || unit < 0xa1 || isPrivate(unit)) continue;
      table[(lead << 8) | trail] = unit;
      standard.add(unit);
    }
  }
  let syllable = 0xac00;
  const next = () => {
    while (standard.has(syllable)) syllable++;
    return syllable++;
  };
  for (let lead = 0x81; lead <= 0xc6; lead++) {
    for (let trail = 0x41; trail <= (lead <= 0xa0 ? 0xfe : 0xa0); trail++) {
      const free = (trail > 0x5a && trail < 0x61) || (trail > 0x7a && trail < 0x81) || (lead === 0xc6 && trail > 0x52);
      if (!free) table[(lead << 8) | trail] = next();
    }
  }
  korean = table;
  return table;
}

const isPrivate = (unit: number) => unit >= 0xe000 && unit <= 0xf8ff;
