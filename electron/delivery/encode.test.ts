import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ENCODINGS } from '../../shared/model/source.ts';
import { anyText } from '../export/testing/documents.ts';
import { decodeAs } from '../import/codecs.ts';
import { encodeAs } from './encode.ts';

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

describe('text in an encoding', () => {
  it.each([
    ['gb18030', '吕梁A', 'c2c0c1ba41'],
    ['gb18030', '\u3400𠮷', '8139ee39' + '9534b235'],
    ['big5', '呂梁', 'a766b1e7'],
    ['shift_jis', '新聞ｱ', '905695b7b1'],
    ['euc-kr', '신문', 'bdc5b9ae'],
    ['windows-1252', '“é€”', '93e98094'],
    ['iso-8859-1', 'é', 'e9'],
    ['utf-16le', 'é', 'fffee900'],
    ['utf-16be', 'é', 'feff00e9'],
    ['utf-8', 'é', 'c3a9'],
  ] as const)('%s: %s', (encoding, text, bytes) => {
    const encoded = encodeAs(text, encoding);
    expect(hex(encoded.bytes)).toBe(bytes);
    expect(encoded.lost.size).toBe(0);
  });

  it('says what it can not hold, and writes its number', () => {
    const { bytes, lost } = encodeAs('吕 é 吕\n', 'iso-8859-1');
    expect(Buffer.from(bytes).toString('latin1')).toBe('[U+5415] é [U+5415]\n');
    expect([...lost]).toEqual([['吕', 2]]);
  });

  it('has no byte order mark where that is no character', () => {
    expect(hex(encodeAs('\ufeffa', 'big5').bytes)).toBe('61');
    expect(hex(encodeAs('\ufeffa', 'utf-16le').bytes)).toBe('fffe6100');
    expect(hex(encodeAs('\ufeffa', 'utf-8').bytes)).toBe('efbbbf61');
  });

  it.each(ENCODINGS)('%s is read back as it was, or every loss is told', (encoding) => {
    const piece = fc.constantFrom(...'吕梁日報新聞ニュース한국뷁é€ß“”—\n\t\\~¥|€🗞', 'plain ');
    const text = fc
      .tuple(anyText, fc.array(piece, { maxLength: 9 }))
      .map(([any, pieces]) => (any + pieces.join('')).toWellFormed().replaceAll('\ufeff', ''));
    fc.assert(
      fc.property(text, (written) => {
        const { bytes, lost } = encodeAs(written, encoding);
        const shown = [...written]
          .map((one) =>
            lost.has(one) ? `[U+${one.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}]` : one,
          )
          .join('');
        expect(decodeAs(bytes, encoding).replace(/^\ufeff/, '')).toBe(shown);
      }),
      { numRuns: 50 },
    );
  });
});
