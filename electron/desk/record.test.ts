import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { crc32c } from './crc32c.ts';
import { decodeRecord, encodeRecord } from './record.ts';

describe('CRC-32C', () => {
  // RFC 3720, B.4, and the catalogue's check value.
  it.each([
    [Buffer.alloc(32), 0x8a9136aa],
    [Buffer.alloc(32, 0xff), 0x62a8ab43],
    [Buffer.from(Array.from({ length: 32 }, (_, i) => i)), 0x46dd794e],
    [Buffer.from('123456789'), 0xe3069283],
    [Buffer.alloc(0), 0],
  ])('of a known text %#', (bytes, crc) => {
    expect(crc32c(bytes)).toBe(crc);
  });
});

describe('a record', () => {
  it('is one line that a person can read', () => {
    expect(Buffer.from(encodeRecord({ seq: 1, by: '王\n' })).toString()).toBe('22 f23e2ba0 {"seq":1,"by":"王\\n"}\n');
  });

  it('comes back, whatever it holds, at any place', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.string(), (value, before) => {
        const head = Buffer.from(before);
        const bytes = Buffer.concat([head, encodeRecord(value), Buffer.from('7 ')]);
        const read = decodeRecord(bytes, head.length);
        expect(read?.value).toEqual(JSON.parse(JSON.stringify(value)));
        expect(read?.next).toBe(bytes.length - 2);
      }),
    );
  });

  it('cut anywhere, or with one bit flipped anywhere, is none', () => {
    const bytes = encodeRecord({ seq: 12, edit: { text: '吕梁 “𠮷”' } });
    for (let length = 0; length < bytes.length; length++) expect(decodeRecord(bytes.subarray(0, length), 0)).toBeNull();
    for (let bit = 0; bit < bytes.length * 8; bit++) {
      const damaged = bytes.slice();
      damaged[bit >> 3] = (damaged[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(decodeRecord(damaged, 0)).toBeNull();
    }
  });

  it('is never read from noise, and noise never throws', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.nat(200), (bytes, at) => decodeRecord(bytes, at) === null),
      { numRuns: 500 },
    );
  });

  it.each(['99999999999 00000000 {}\n', '2 00000000 {}\n', '0 00000000 \n', '-1 00000000 {}\n', '02 00000000 {}\n'])(
    '%j is none',
    (text) => {
      expect(decodeRecord(Buffer.from(text), 0)).toBeNull();
    },
  );
});
