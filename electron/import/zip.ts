/**
 * Zip archives as importers read them: from their directory, every entry within limits that are known before anything
 * is unpacked, and checked against its sum. Zip64, encryption and other methods than deflate are not read.
 */
import { crc32, inflateRawSync } from 'node:zlib';
import { refusal } from './refusal.ts';

/** What an archive may hold. */
export interface ZipLimits {
  readonly entries: number;
  /** Bytes of all entries unpacked. */
  readonly unpacked: number;
  /** Unpacked bytes for each packed one, for entries of a megabyte and more. */
  readonly ratio: number;
}

export const ZIP_LIMITS: ZipLimits = { entries: 5000, unpacked: 256 * 2 ** 20, ratio: 200 };
const SMALL = 2 ** 20;

export interface ZipEntry {
  /** Path in the archive, with `/`. */
  readonly name: string;
  /** The bytes. Throws a `DeskError` `broken file` when they can't be had. */
  read(): Uint8Array;
}

const END = 0x06054b50;
const END_LENGTH = 22;
/** An archive may end in a comment of this many bytes. */
const LONGEST_COMMENT = 0xffff;
const DIRECTORY = 0x02014b50;
const DIRECTORY_LENGTH = 46;
const LOCAL = 0x04034b50;
const LOCAL_LENGTH = 30;
const STORED = 0;
const DEFLATED = 8;

export const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;

/**
 * The entries that are files, in the order of the directory. Throws a `DeskError`: `broken file`, or `unsafe file` where
 * the directory says that the archive holds more than the limits allow.
 */
export function readZip(bytes: Uint8Array, kind: string, limits: ZipLimits = ZIP_LIMITS): readonly ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOf(view);
  if (end < 0) throw refusal('broken file', kind, 'no directory');
  const count = view.getUint16(end + 10, true);
  if (count > limits.entries) throw refusal('unsafe file', kind, `${count} entries`);
  const entries: ZipEntry[] = [];
  let unpacked = 0;
  let at = view.getUint32(end + 16, true);
  for (let i = 0; i < count; i++) {
    if (at + DIRECTORY_LENGTH > bytes.length || view.getUint32(at, true) !== DIRECTORY)
      throw refusal('broken file', kind, 'its directory');
    const record = recordAt(view, bytes, at);
    at = record.next;
    if (record.name.endsWith('/')) continue;
    unpacked += record.size;
    const isBloated = record.size > SMALL && record.size > record.packed * limits.ratio;
    if (unpacked > limits.unpacked || isBloated) throw refusal('unsafe file', kind, 'it unpacks to more than it may');
    entries.push({ name: record.name, read: () => unpack(view, bytes, record, kind) });
  }
  return entries;
}

interface Record {
  readonly name: string;
  readonly method: number;
  readonly isEncrypted: boolean;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
  readonly next: number;
}

function endOf(view: DataView): number {
  const last = view.byteLength - END_LENGTH;
  for (let at = last; at >= 0 && last - at <= LONGEST_COMMENT; at--) if (view.getUint32(at, true) === END) return at;
  return -1;
}

function recordAt(view: DataView, bytes: Uint8Array, at: number): Record {
  const nameLength = view.getUint16(at + 28, true);
  const nameAt = at + DIRECTORY_LENGTH;
  return {
    name: new TextDecoder().decode(bytes.subarray(nameAt, nameAt + nameLength)).replaceAll('\\', '/'),
    isEncrypted: (view.getUint16(at + 8, true) & 1) !== 0,
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    packed: view.getUint32(at + 20, true),
    size: view.getUint32(at + 24, true),
    offset: view.getUint32(at + 42, true),
    next: nameAt + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true),
  };
}

function unpack(view: DataView, bytes: Uint8Array, record: Record, kind: string): Uint8Array {
  const { offset, packed, size, method } = record;
  if (record.isEncrypted) throw refusal('encrypted', kind);
  if (offset + LOCAL_LENGTH > bytes.length || view.getUint32(offset, true) !== LOCAL)
    throw refusal('broken file', kind, 'an entry is not where the directory says');
  const from = offset + LOCAL_LENGTH + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  const data = bytes.subarray(from, from + packed);
  const plain = inflated(data, method, size);
  if (plain?.length !== size || crc32(plain) !== record.crc) throw refusal('broken file', kind, 'an entry is damaged');
  return plain;
}

/** Null when the data can't be unpacked to that size. */
function inflated(data: Uint8Array, method: number, size: number): Uint8Array | null {
  if (method === STORED) return data;
  if (method !== DEFLATED) return null;
  try {
    return size === 0 ? new Uint8Array() : inflateRawSync(data, { maxOutputLength: size });
  } catch {
    return null;
  }
}
