/**
 * Records of a journal, one a line, readable by hand:
 *
 *     57 e3069283 {"seq":4,"at":"2026-11-25T08:14:03.120Z","by":"L.W." …}
 *     │  │        └ JSON, without a line end in it
 *     │  └ CRC-32C of the JSON's bytes, 8 hex digits
 *     └ length of the JSON in bytes
 */
import { crc32c } from './crc32c.ts';

const SPACE = 0x20;
const LINE_END = 0x0a;
/** More digits than any length has. */
const LENGTH_DIGITS = 10;
const CRC_DIGITS = 8;

export function encodeRecord(value: unknown): Uint8Array {
  const json = Buffer.from(JSON.stringify(value), 'utf8');
  const head = `${json.length} ${crc32c(json).toString(16).padStart(CRC_DIGITS, '0')} `;
  return Buffer.concat([Buffer.from(head, 'latin1'), json, Buffer.of(LINE_END)]);
}

export interface ReadRecord {
  readonly value: unknown;
  /** Where the next record begins. */
  readonly next: number;
}

/** The record that begins at byte `at`; null when it is torn or damaged in any way. Never throws. */
export function decodeRecord(bytes: Uint8Array, at: number): ReadRecord | null {
  const length = readDigits(bytes, at);
  if (length === null) return null;
  const crcAt = length.next + 1;
  const from = crcAt + CRC_DIGITS + 1;
  const to = from + length.value;
  if (to >= bytes.length || bytes[to] !== LINE_END) return null;
  if (bytes[length.next] !== SPACE || bytes[from - 1] !== SPACE) return null;
  const json = bytes.subarray(from, to);
  const crc = Buffer.from(bytes.subarray(crcAt, crcAt + CRC_DIGITS)).toString('latin1');
  if (crc !== crc32c(json).toString(16).padStart(CRC_DIGITS, '0')) return null;
  try {
    return { value: JSON.parse(Buffer.from(json).toString('utf8')), next: to + 1 };
  } catch {
    return null;
  }
}

/** The offset after the next line end, or the end of the bytes: where a record may begin after a damaged one. */
export function nextLine(bytes: Uint8Array, at: number): number {
  const end = bytes.indexOf(LINE_END, at);
  return end < 0 ? bytes.length : end + 1;
}

function readDigits(bytes: Uint8Array, at: number): { readonly value: number; readonly next: number } | null {
  let value = 0;
  let next = at;
  for (; next < at + LENGTH_DIGITS; next++) {
    const digit = (bytes[next] ?? 0) - 0x30;
    if (digit < 0 || digit > 9) break;
    value = value * 10 + digit;
  }
  return next > at && bytes[at] !== 0x30 ? { value, next } : null;
}
