import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import type { Encoding } from '../../shared/model/source.ts';
import { type Decoded, decode, UNSURE } from './decode.ts';
import {
  ENGLISH,
  encode,
  FRENCH,
  GERMAN,
  ICONV,
  JAPANESE,
  KOREAN,
  SIMPLIFIED,
  TRADITIONAL,
} from './testing/languages.ts';

function decoded(bytes: Uint8Array, encoding?: Encoding): Decoded {
  const result = decode(bytes, encoding);
  if ('key' in result) throw new Error(`refused: ${result.key}`);
  return result;
}

describe('an encoding is found', () => {
  const cases: readonly [Encoding, string][] = [
    ['utf-8', SIMPLIFIED],
    ['utf-8', FRENCH],
    ['utf-16le', SIMPLIFIED],
    ['utf-16be', SIMPLIFIED],
    ['utf-16le', ENGLISH],
    ['utf-16be', KOREAN],
    ['gb18030', SIMPLIFIED],
    ['gb18030', TRADITIONAL],
    ['big5', TRADITIONAL],
    ['shift_jis', JAPANESE],
    ['euc-kr', KOREAN],
    ['windows-1252', GERMAN],
    ['windows-1252', FRENCH],
    ['windows-1252', ENGLISH],
  ];
  it.each(cases)('%s: %s', (encoding, text) => {
    const found = decoded(encode(text, encoding));
    expect(found).toMatchObject({ encoding, text, bom: false, lineEnd: 'lf' });
    expect(found.confidence).toBeGreaterThanOrEqual(UNSURE);
  });

  it.each(['utf-8', 'utf-16le', 'utf-16be', 'gb18030'] as const)(
    '%s by its mark, which is no part of the text',
    (e) => {
      const found = decoded(encode(`\uFEFF${SIMPLIFIED}`, e));
      expect(found).toMatchObject({ encoding: e, text: SIMPLIFIED, bom: true, confidence: 1, candidates: [] });
    },
  );

  it('GB 18030 with characters of four bytes', () => {
    const text = `${SIMPLIFIED}记者 梁㻪 通讯员 䶮㛃𠮷\n`;
    expect(decoded(encode(text, 'gb18030'))).toMatchObject({ encoding: 'gb18030', text });
  });

  it('plain ASCII is UTF-8 and sure', () => {
    expect(decoded(encode('FIRE AT THE MILL\n', 'utf-8'))).toMatchObject({ encoding: 'utf-8', confidence: 1 });
  });

  it('a character cut by the end of the file costs only itself', () => {
    for (const [encoding, text] of [
      ['utf-8', SIMPLIFIED],
      ['gb18030', SIMPLIFIED],
      ['utf-16le', SIMPLIFIED],
    ] as const) {
      const whole = encode(text.trimEnd(), encoding);
      const found = decoded(whole.subarray(0, -1));
      expect(found.encoding).toBe(encoding);
      expect(found.text.slice(0, -1)).toBe(text.trimEnd().slice(0, -1));
    }
  });

  it('says what else the bytes could be, never the same twice, and is unsure when they are close', () => {
    const found = decoded(encode('£5', 'windows-1252'));
    expect(found).toMatchObject({ text: '£5', encoding: 'windows-1252' });
    const close = decoded(encode('中文', 'big5'));
    expect([close.encoding, ...close.candidates]).toContain('big5');
    expect(close.candidates).not.toContain(close.encoding);
    expect(close.confidence).toBeLessThan(decoded(encode(TRADITIONAL, 'big5')).confidence);
  });
});

describe('an encoding is given', () => {
  it('and used, whatever the bytes look like', () => {
    const found = decoded(encode(SIMPLIFIED, 'gb18030'), 'windows-1252');
    expect(found.encoding).toBe('windows-1252');
    expect(found.text).not.toContain('本');
    expect(found.candidates[0]).toBe('gb18030');
  });

  it('Windows-1252 has letters and marks where ISO-8859-1 has controls', () => {
    const bytes = Uint8Array.of(0x80, 0x93, 0x41, 0x94, 0x9f, 0xe9);
    const padded = Uint8Array.from([
      ...bytes,
      ...encode(ENGLISH.repeat(5), 'utf-16le').filter((b) => b > 0x20 && b < 0x7f),
    ]);
    expect(decoded(padded, 'windows-1252').text.startsWith('€“A”Ÿé')).toBe(true);
    expect(decoded(padded, 'iso-8859-1').text.startsWith('\x80\x93A\x94\x9fé')).toBe(true);
  });

  it('EUC-KR with the syllables that Windows added', () => {
    const all = Array.from({ length: 11172 }, (_, i) => String.fromCharCode(0xac00 + i)).join('');
    expect(decoded(encode(all, 'euc-kr'), 'euc-kr').text).toBe(all);
  });

  it('a wrong byte of EUC-KR costs only itself', () => {
    expect(decoded(Uint8Array.of(0xb0, 0xa1, 0xff, 0x41, 0xb0, 0x0a), 'euc-kr').text).toBe('가\uFFFDA\uFFFD\n');
  });

  it('a mark of another encoding is text', () => {
    expect(decoded(encode('\uFEFF你好', 'utf-8'), 'windows-1252')).toMatchObject({ bom: false });
  });
});

describe('line ends and what stays', () => {
  it.each([
    ['a\nb\n', 'lf'],
    ['a\r\nb\r\n', 'crlf'],
    ['a\rb\r', 'cr'],
    ['a\r\nb\r', 'mixed'],
    ['a\nb\r\n', 'mixed'],
    ['a\n\rb', 'mixed'],
    ['ab', 'none'],
  ] as const)('%j is %s', (text, lineEnd) => {
    const found = decoded(encode(text, 'utf-8'));
    expect(found.lineEnd).toBe(lineEnd);
    expect(found.text).not.toContain('\r');
  });

  it('form feeds, a later U+FEFF, tabs and U+FFFD', () => {
    const text = 'page one\f\npage\ttwo \uFEFF 梁\uFFFD\n';
    expect(decoded(encode(text, 'utf-8')).text).toBe(text);
  });

  it('a lone surrogate becomes U+FFFD', () => {
    const bytes = encode('Zeitung', 'utf-16le').slice();
    bytes.set([0x00, 0xd8], 4);
    expect(decoded(bytes, 'utf-16le').text).toBe('Ze\uFFFDtung');
  });
});

describe('what is no text is refused in words', () => {
  it.each([
    ['nothing', Uint8Array.of(), 'empty'],
    ['a mark alone', Uint8Array.of(0xef, 0xbb, 0xbf), 'empty'],
    ['blanks alone', encode(' \n\t\u3000\n', 'utf-8'), 'empty'],
    ['a NUL in a text', encode('one\0two three four five', 'utf-8'), 'binary'],
    ['PNG', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0), 'binary'],
    ['PDF', encode('%PDF-1.7\n1 0 obj', 'utf-8'), 'binary'],
    ['UTF-32', Uint8Array.of(0xff, 0xfe, 0, 0, 0x41, 0, 0, 0), 'binary'],
  ] as const)('%s', (_, bytes, key) => {
    expect(decode(bytes)).toMatchObject({ key });
  });

  it('a NUL hidden by the encoding that was asked for', () => {
    expect(decode(encode('Zeitung', 'utf-16le'), 'windows-1252')).toMatchObject({ key: 'binary' });
  });

  it('but an end-of-file mark or a stray control in a page is text', () => {
    expect('key' in decode(encode(`${ENGLISH.repeat(3)}\x1a`, 'utf-8'))).toBe(false);
  });

  it('random bytes never throw, and what comes out is text', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 600 }), (bytes) => {
        const result = decode(bytes);
        if ('key' in result) return ['empty', 'binary'].includes(result.key);
        return result.text.isWellFormed() && !/[\0\r]/.test(result.text);
      }),
      { numRuns: 400 },
    );
  });

  it('any text without NUL comes back from UTF-8 and UTF-16', () => {
    const line = fc.string({ unit: 'binary', minLength: 1, maxLength: 80 });
    fc.assert(
      fc.property(line, fc.constantFrom<Encoding>('utf-8', 'utf-16le', 'utf-16be'), (text, encoding) => {
        const result = decode(encode(text, encoding), encoding);
        return 'key' in result || result.text === text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
      }),
      { numRuns: 100 },
    );
  });
});

describe.runIf(existsSync(corpusFolder()))('on the corpora (skipped where ../shared is absent)', () => {
  it('the files as they came', () => {
    for (const { name, bytes, text } of corpus()) {
      expect(text, name).not.toMatch(/[\r\0]/);
      expect(decoded(bytes).confidence, name).toBeGreaterThanOrEqual(UNSURE);
    }
  });

  it('pieces of 400 characters in each encoding: right in 99 of 100', () => {
    let right = 0;
    const wrong: string[] = [];
    for (const { name, text } of corpus()) {
      const encodings: readonly Encoding[] = /zh|seed/.test(name) ? EASTERN : WESTERN;
      for (const encoding of encodings) {
        for (const piece of pieces(storable(text, encoding), 400, 4)) {
          const bytes = encode(piece, encoding);
          if (bytes.every((b) => b > 0 && b < 0x80)) continue;
          const found = decoded(bytes);
          if (found.encoding === encoding) right++;
          else wrong.push(`${name} ${encoding} read as ${found.encoding}: ${piece.slice(0, 40)}`);
        }
      }
    }
    expect(right).toBeGreaterThan(500);
    expect(wrong.length / (right + wrong.length), wrong.slice(0, 5).join('\n')).toBeLessThan(0.01);
  });
});

const EASTERN: readonly Encoding[] = ['utf-8', 'utf-16le', 'utf-16be', 'gb18030', 'big5'];
const WESTERN: readonly Encoding[] = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'];

function corpusFolder(): string {
  return resolve(import.meta.dirname, '../../../shared/corpus');
}

function* corpus(): Generator<{ readonly name: string; readonly bytes: Uint8Array; readonly text: string }> {
  for (const set of readdirSync(corpusFolder(), { withFileTypes: true })) {
    if (!set.isDirectory()) continue;
    for (const file of readdirSync(join(corpusFolder(), set.name))) {
      if (!file.endsWith('.txt')) continue;
      const bytes = readFileSync(join(corpusFolder(), set.name, file));
      yield { name: `${set.name}/${file}`, bytes, text: decoded(bytes).text };
    }
  }
}

/** The characters of the text that the encoding has (for Big5 those of the standard itself, not Hong Kong's additions). */
function storable(text: string, encoding: Encoding): string {
  if (encoding.startsWith('utf') || encoding === 'gb18030') return text;
  const gone = new Set([...new Set(text)].filter((c) => !isStorable(c, encoding)));
  return [...text].filter((c) => !gone.has(c)).join('');
}

function isStorable(c: string, encoding: Encoding): boolean {
  const bytes = encode(c, encoding);
  if (iconv.decode(bytes as Buffer, ICONV[encoding]) !== c) return false;
  const lead = bytes[0] ?? 0;
  return encoding !== 'big5' || lead < 0x80 || (lead >= 0xa1 && lead < 0xf9);
}

function pieces(text: string, length: number, count: number): string[] {
  const step = Math.max(length, Math.floor(text.length / count));
  const found: string[] = [];
  for (let at = 0; at + length <= text.length && found.length < count; at += step)
    found.push(text.slice(at, at + length));
  return found;
}
