import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import readExcel from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { COLUMNS } from './rows.ts';
import { sentencesOf } from './statement.ts';
import { anyDocument, articleWith, bodyParagraph, EVENING } from './testing/documents.ts';
import { toXlsx } from './xlsx.ts';
import { holdable } from './xml-text.ts';

/** The sheets as another program reads them: rows of cells, empty ones null. */
async function read(bytes: Uint8Array, sheet: 'Articles' | 'Statement' = 'Articles') {
  const sheets = await readExcel(Buffer.from(bytes), { trim: false });
  return sheets.find((one) => one.sheet === sheet)?.data ?? [];
}

const sheetXml = (bytes: Uint8Array): string =>
  strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
const withText = (text: string) => ({
  ...EVENING,
  articles: [articleWith({ paragraphs: [bodyParagraph(text, 1, 0)] })],
});
const textOf = (row: readonly unknown[] | undefined) => row?.[COLUMNS.indexOf('text')];

describe('XLSX', () => {
  it('has a row an article under the names of the columns, and the statement on a sheet of its own', async () => {
    const bytes = toXlsx(EVENING);
    const [names, ...rows] = await read(bytes);
    expect(names).toEqual([...COLUMNS]);
    expect(rows.map((row) => row[COLUMNS.indexOf('headline')])).toEqual(
      EVENING.articles.map(({ headline }) => headline),
    );
    expect((await read(bytes, 'Statement')).flat()).toEqual(sentencesOf(EVENING));
  });

  it('gives any text back, hostile too', async () => {
    await fc.assert(
      fc.asyncProperty(anyDocument, async (document) => {
        const [, ...rows] = await read(toXlsx(document));
        const texts = document.articles.map(({ paragraphs }) =>
          holdable(
            paragraphs
              .filter(({ role }) => role !== 'caption')
              .map(({ text }) => text)
              .join('\n'),
          ),
        );
        expect(rows.slice(0, texts.length).map((row) => textOf(row) ?? '')).toEqual(texts);
      }),
      { numRuns: 40 },
    );
  });

  it('has no cell but text: what looks like a formula or a number stays as it is', async () => {
    for (const text of ['=1+1', '@SUM(A1)', '007', '1e5', 'TRUE', '=HYPERLINK("http://x.y","z")']) {
      const bytes = toXlsx(withText(text));
      expect(textOf((await read(bytes))[1])).toBe(text);
      expect(sheetXml(bytes)).not.toMatch(/<f>|<v>/);
      expect(sheetXml(bytes).match(/<c /g)?.length).toBe(sheetXml(bytes).match(/ s="[12]" t="inlineStr"/g)?.length);
    }
  });

  it('shows a text like the escape of a character as it is', () => {
    expect(sheetXml(toXlsx(withText('a_x0041_b _x00')))).toContain('>a_x005F_x0041_b _x00<');
  });

  it('lets a text go on in more cells where it is longer than one holds, cut between characters', async () => {
    const text = `${'字'.repeat(32_766)}${'👋'.repeat(20_000)}_x0041_`;
    const [, row = []] = await read(toXlsx(withText(text)));
    const parts = [textOf(row), ...row.slice(COLUMNS.length)].map(String);
    expect(parts.length).toBe(3);
    expect(parts.every((part) => part.length <= 32_767 && part.isWellFormed())).toBe(true);
    expect(parts.join('').replace('_x005F_', '_')).toBe(text);
  });

  it('lets no cell be longer than one may be, the escapes in it counted', () => {
    const xml = sheetXml(toXlsx(withText('_x0041_'.repeat(4_000))));
    const parts = [...xml.matchAll(/<t [^>]*>([^<]*)</g)].map(([, part = '']) => part);
    expect(Math.max(...parts.map((part) => part.length))).toBeLessThanOrEqual(32_767);
    expect(parts.join('').replaceAll('_x005F_', '_')).toContain('_x0041_'.repeat(4_000));
  });

  it('says where there is no article', async () => {
    const [, row = []] = await read(toXlsx({ ...EVENING, articles: [] }));
    expect(row[COLUMNS.indexOf('index')]).toBe('0');
  });
});
