/**
 * The bytes of an issue file to its text: `Issue.text` as all of Galley means it, with no byte order mark and LF as
 * the only line end. Form feeds stay: they part pages. Nothing else is taken away or put right here.
 */
import type { Problem } from '../../shared/contract/contract.ts';
import { isBlankText } from '../../shared/model/blank.ts';
import type { Encoding, LineEnd } from '../../shared/model/source.ts';
import { bomOf, decodeAs } from './codecs.ts';
import { isControl } from './common.ts';
import { detect } from './detect.ts';

export { UNSURE } from './detect.ts';

export interface Decoded {
  readonly text: string;
  readonly encoding: Encoding;
  /** Whether the bytes began with the byte order mark of that encoding. */
  readonly bom: boolean;
  readonly lineEnd: LineEnd;
  /** Other encodings in which the bytes make sense, best first. */
  readonly candidates: readonly Encoding[];
  /** 0 to 1; 1 when the encoding was given. Below `UNSURE` it is a guess. */
  readonly confidence: number;
}

/**
 * Decodes an issue file; without `encoding` it is detected. What can't be decoded becomes U+FFFD, as do lone
 * surrogates. A problem is returned, not thrown: `empty` (no character but blanks) or `binary` (`values.kind` when the
 * format is known: `PDF`). Tell them apart by `'key' in result`.
 */
export function decode(bytes: Uint8Array, encoding?: Encoding): Decoded | Problem {
  if (bytes.length === 0) return { key: 'empty' };
  const kind = binaryKind(bytes);
  if (kind) return { key: 'binary', values: { kind } };
  const detected = detect(bytes);
  const used = encoding ?? detected.encoding;
  // UTF-16 makes some text of any bytes, even of a program's.
  if (!encoding && detected.confidence === 0 && bytes.includes(0)) return { key: 'binary' };
  const bom = bomOf(bytes);
  const hasBom = bom?.encoding === used;
  const raw = decodeAs(hasBom ? bytes.subarray(bom.length) : bytes, used);
  if (isBinary(raw)) return { key: 'binary' };
  if (isBlankText(raw)) return { key: 'empty' };
  return {
    text: raw.replace(/\r\n?/g, '\n'),
    encoding: used,
    bom: hasBom,
    lineEnd: lineEndOf(raw),
    get candidates() {
      return [detected.encoding, ...detected.candidates].filter((e) => e !== used);
    },
    confidence: encoding ? 1 : detected.confidence,
  };
}

/** Files that people take for text: what they are, by their first bytes. */
const SIGNATURES: readonly (readonly [string, string])[] = [
  ['%PDF-', 'PDF'],
  ['PK\x03\x04', 'ZIP'],
  ['\x89PNG', 'PNG'],
  ['\xff\xd8\xff', 'JPEG'],
  ['GIF8', 'GIF'],
  ['II*\0', 'TIFF'],
  ['MM\0*', 'TIFF'],
  ['\x1f\x8b', 'GZIP'],
  ['\xd0\xcf\x11\xe0', 'Word 97'],
  ['{\\rtf', 'RTF'],
  ['\x7fELF', 'ELF'],
];

function binaryKind(bytes: Uint8Array): string | null {
  const head = String.fromCharCode(...bytes.subarray(0, 8));
  return SIGNATURES.find(([start]) => head.startsWith(start))?.[1] ?? null;
}

/** Controls a scan may leave in a text (an end-of-file mark, a printer's escape): one in this many characters. */
const CONTROLS_ALLOWED = 1 / 50;
/** Text is judged by its beginning; no file of 1 MiB of clean text goes on as a program. */
const JUDGED_UNITS = 1 << 20;

/** Whether decoded text is none: it holds a NUL, or too many controls. */
function isBinary(text: string): boolean {
  if (text.includes('\0')) return true;
  const end = Math.min(text.length, JUDGED_UNITS);
  let controls = 0;
  for (let i = 0; i < end; i++) if (isControl(text.charCodeAt(i))) controls++;
  return controls > end * CONTROLS_ALLOWED;
}

function lineEndOf(text: string): LineEnd {
  let crlf = 0;
  let cr = 0;
  for (let i = text.indexOf('\r'); i >= 0; i = text.indexOf('\r', i + 1))
    if (text[i + 1] === '\n') crlf++;
    else cr++;
  let lf = -crlf;
  for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) lf++;
  const kinds = Number(crlf > 0) + Number(cr > 0) + Number(lf > 0);
  if (kinds > 1) return 'mixed';
  return crlf ? 'crlf' : cr ? 'cr' : lf ? 'lf' : 'none';
}
