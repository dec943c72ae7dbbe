import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyText } from '../export/testing/documents.ts';
import { NameBook } from './name-book.ts';
import { folded, LONGEST_PART, pathOf, safePart } from './safe-name.ts';

describe('a safe part of a path', () => {
  it.each([
    ['吕梁日报', '吕梁日报'],
    ['a/b\\c', 'a_b_c'],
    ['what? "this": <no> | *', 'what_ _this__ _no_ _ _'],
    ['..', '_'],
    ['.hidden', '_hidden'],
    ['-rf', '_rf'],
    ['', '_'],
    ['  \n ', '_'],
    ['CON', '_CON'],
    ['nul.txt', '_nul.txt'],
    ['COM¹', '_COM¹'],
    ['console', 'console'],
    ['com10', 'com10'],
    ['end. . .', 'end'],
    ['a\u202eb\u200bc', 'abc'],
    ['a\u0000b\u001bc', 'a_b_c'],
    ['cafe\u0301', 'café'],
    ['\ud800x', '_x'],
  ])('%j is %j', (text, part) => expect(safePart(text)).toBe(part));

  it('is cut at a character that a reader sees', () => {
    expect(safePart('字'.repeat(60))).toBe('字'.repeat(40));
    const wave = '👋🏽'; // two code points of four bytes each
    expect(safePart(`${'x'.repeat(112)}${wave}`)).toBe(`${'x'.repeat(112)}${wave}`);
    expect(safePart(`${'x'.repeat(113)}${wave}`)).toBe('x'.repeat(113));
  });

  it('keeps every law, whatever the text', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, fc.string({ unit: 'binary', maxLength: 200 })), (text) => {
        const part = safePart(text);
        expect(Buffer.byteLength(part)).toBeLessThanOrEqual(LONGEST_PART);
        expect(part).toBe(part.normalize('NFC'));
        expect(part).not.toMatch(/[<>:"/\\|?*\p{Cc}\p{Cs}]|^[.\- ]|[. ]$|^$/u);
        expect(part).not.toMatch(/^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i);
        expect(safePart(part)).toBe(part);
      }),
    );
  });
});

const name = (stem: string) => ({ folders: ['2013'], stem, extension: 'tei.xml' });
const article = (id: string, issue = 'a.txt') => ({ issue, article: id, profile: 'web' });

describe('the names of a delivery', () => {
  it('are never shared, also where a file system folds case or accents: the second gets a number', () => {
    const book = new NameBook([], []);
    expect(book.claim(article('a1'), name('Café'))).toEqual({ path: '2013/Café.tei.xml', isNumbered: false });
    expect(book.claim(article('a2'), name('CAFE\u0301'))).toEqual({ path: '2013/CAFÉ 2.tei.xml', isNumbered: true });
    expect(book.claim(article('a3'), name('café')).path).toBe('2013/café 3.tei.xml');
    // The same file asked for again.
    expect(book.claim(article('a1'), name('Café')).path).toBe('2013/Café.tei.xml');
  });

  it('are never one that must not be', () => {
    const book = new NameBook([], ['2013/daily.tei.xml']);
    expect(book.claim(article('a1'), name('Daily')).path).toBe('2013/Daily 2.tei.xml');
  });

  it('stay with their files from delivery to delivery', () => {
    const before = [
      [article('a1'), '2013/x.tei.xml'],
      [article('a2'), '2013/x 2.tei.xml'],
    ] as const;
    const book = new NameBook(before, []);
    expect(book.claim(article('a2'), name('x')).path).toBe('2013/x 2.tei.xml');
    expect(book.claim(article('a3'), name('x')).path).toBe('2013/x 3.tei.xml');
    expect(book.claim(article('a1'), name('y')).path).toBe('2013/y.tei.xml');
    // Another profile's file of the same article is another file.
    expect(book.claim({ ...article('a1'), profile: 'print' }, name('x')).path).toBe('2013/x 4.tei.xml');
  });

  it('are given also where a damaged manifest has two files of one name', () => {
    const before = [
      [article('a1'), '2013/x.tei.xml'],
      [article('a2'), '2013/X.tei.xml'],
    ] as const;
    const book = new NameBook(before, []);
    expect(book.claim(article('a1'), name('x')).path).toBe('2013/x 2.tei.xml');
    expect(book.claim(article('a2'), name('x')).path).toBe('2013/x.tei.xml');
  });

  it('have 120 bytes a part with number and ending', () => {
    const long = pathOf(name('字'.repeat(99)), 12).split('/')[1] ?? '';
    expect(Buffer.byteLength(long)).toBeLessThanOrEqual(LONGEST_PART);
    expect(long).toMatch(/^字+ 12\.tei\.xml$/);
  });

  it('are all different whatever is wanted, and the same again in the next delivery', () => {
    const wanted = fc.array(fc.oneof(fc.constantFrom('x', 'X', 'x 2', 'x 3', 'é', 'e\u0301'), anyText), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(wanted, (stems) => {
        const first = new NameBook([], []);
        const given = stems.map(
          (stem, i) => [article(`a${i}`), first.claim(article(`a${i}`), name(stem)).path] as const,
        );
        expect(new Set(given.map(([, path]) => folded(path))).size).toBe(stems.length);
        const second = new NameBook(given, []);
        const again = stems.map((stem, i) => second.claim(article(`a${i}`), name(stem)).path);
        expect(again.reverse()).toEqual(given.map(([, path]) => path).reverse());
      }),
    );
  });
});
