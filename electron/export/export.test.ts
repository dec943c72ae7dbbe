import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { EXPORT_FORMATS } from '../../shared/contract/contract.ts';
import { exportDocument, exportName, extensionOf } from './export.ts';
import { anyDocument, EVENING } from './testing/documents.ts';
import { opened, TEXT_FORMATS } from './testing/opened.ts';
import { SOME_SCAN } from './testing/scanned.ts';

describe('exportDocument', () => {
  it.each(TEXT_FORMATS)('%s ends in one LF and holds no CR, whatever the text', async (format) => {
    await fc.assert(
      fc.asyncProperty(anyDocument, async (document) => {
        const text = opened(await exportDocument(document, format), format);
        expect(text).toMatch(/[^\n]\n$/);
        expect(text).not.toContain('\r');
        expect(text.isWellFormed()).toBe(true);
      }),
    );
  });

  it.each(EXPORT_FORMATS)(
    '%s is the same file whenever it is written: a delivery made again changes nothing',
    async (format) => {
      const writtenAt = (time: string) => {
        vi.useFakeTimers({ toFake: ['Date'], now: new Date(time) });
        return exportDocument(EVENING, format, { scan: SOME_SCAN }).finally(() => vi.useRealTimers());
      };
      const [before, after] = [await writtenAt('2024-01-01'), await writtenAt('2025-02-03')];
      expect(Buffer.from(after).equals(before)).toBe(true);
    },
  );

  it.each(EXPORT_FORMATS)('%s states the counts and the hash of conservation', async (format) => {
    const text = opened(await exportDocument(EVENING, format, { scan: SOME_SCAN }), format);
    expect(text).toContain(EVENING.conservation.sha256);
    expect(text).toContain('90');
    expect(text).toContain('83');
  });

  it.each([
    ['lost', { nonBlank: 91 }],
    ['doubled', { inArticles: 84 }],
    ['without an author', { byRule: 2 }],
  ])('refuses a document with a character %s', async (_, wrong) => {
    const document = { ...EVENING, conservation: { ...EVENING.conservation, ...wrong } };
    for (const format of EXPORT_FORMATS)
      await expect(exportDocument(document, format)).rejects.toThrow('not conserved');
  });
});

describe('exportName', () => {
  it.each([
    ['daily.txt', 'json', 'daily.json'],
    ['daily.txt', 'jsonl', 'daily.jsonl'],
    ['daily.txt', 'markdown', 'daily.md'],
    ['daily.txt', 'text', 'daily.articles.txt'],
    ['daily', 'text', 'daily.articles.txt'],
    ['daily.md', 'markdown', 'daily.articles.md'],
    ['daily.json', 'json', 'daily.articles.json'],
    ['daily.1.txt', 'json', 'daily.1.json'],
    ['daily.txt', 'html', 'daily.html'],
    ['daily.txt', 'csv', 'daily.csv'],
    ['daily.csv', 'csv', 'daily.articles.csv'],
    ['daily.txt', 'tei', 'daily.tei.xml'],
    ['daily.txt', 'pairs', 'daily.pairs.jsonl'],
    ['.txt', 'json', '.txt.json'],
    ['吕梁日报\n.txt', 'markdown', '吕梁日报\n.md'],
  ] as const)('%j as %s is %j', (source, format, name) => expect(exportName(source, format)).toBe(name));

  it('is never the name of the source', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1 }).map((s) => s.replaceAll('/', '')),
        fc.constantFrom('', '.txt', '.md', '.json', '.jsonl', '.articles.txt'),
        fc.constantFrom(...EXPORT_FORMATS),
        (stem, extension, format) => {
          const name = exportName(stem + extension, format);
          expect(name).not.toBe(stem + extension);
          expect(name.endsWith(`.${extensionOf(format)}`)).toBe(true);
        },
      ),
    );
  });
});
