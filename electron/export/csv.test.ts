import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { showControls } from './control.ts';
import { CSV_COLUMNS, csvCell, toCsv } from './csv.ts';
import { anyDocument, anyText, EVENING } from './testing/documents.ts';

/** A reader of RFC 4180 for files all of whose cells are quoted. */
function readCsv(csv: string): string[][] {
  const rows: string[][] = [[]];
  const cell = /"((?:[^"]|"")*)"(,|\n)/gy;
  for (let match = cell.exec(csv); match; match = cell.exec(csv)) {
    rows.at(-1)?.push((match[1] ?? '').replaceAll('""', '"'));
    if (match[2] === '\n') rows.push([]);
    if (cell.lastIndex === csv.length) return rows.slice(0, -1);
  }
  throw new Error('not CSV');
}

const MARKED = /^'(?=[\s\p{DI}']*[=+\-@＝＋－＠]|'*[\t\r\n])/u;

describe('csvCell', () => {
  it.each([
    ['=cmd|/C calc!A0', `"'=cmd|/C calc!A0"`],
    ['+1', `"'+1"`],
    ['-1', `"'-1"`],
    ['@SUM(A1)', `"'@SUM(A1)"`],
    ['\t=1', `"'\t=1"`],
    ['\r1', `"'\n1"`],
    [' =1', `"' =1"`],
    ['\u200b=1', `"'\u200b=1"`],
    ['＝1', `"'＝1"`],
    ["'=1", `"''=1"`],
    ['="a"', `"'=""a"""`],
  ])('defuses %j', (text, cell) => expect(csvCell(text)).toBe(cell));

  it.each(['河长制', 'a=b', '1-2', "'tis", '', '“-”', 'a@b'])('leaves %j as it is', (text) =>
    expect(csvCell(text)).toBe(`"${text}"`),
  );

  it('gives the text back when one apostrophe before a formula is taken away', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const [[cell] = []] = readCsv(`${csvCell(text)}\n`);
        expect(cell?.replace(MARKED, '')).toBe(showControls(text));
        expect(cell).not.toMatch(/^[\s\p{DI}]*[=+\-@]|^[\t\r\n]/u);
      }),
    );
  });
});

describe('toCsv', () => {
  it('has a row of all columns for each article, in order, with its text', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const [names, ...rows] = readCsv(toCsv(document).slice(1));
        expect(names).toEqual(CSV_COLUMNS);
        expect(rows).toHaveLength(Math.max(1, document.articles.length));
        for (const row of rows) expect(row).toHaveLength(CSV_COLUMNS.length);
        const texts = rows.map((row) => row[CSV_COLUMNS.indexOf('text')]?.replace(MARKED, ''));
        const bodies = document.articles.map(({ paragraphs }) =>
          showControls(
            paragraphs
              .filter(({ role }) => role !== 'caption')
              .map(({ text }) => text)
              .join('\n'),
          ),
        );
        expect(texts).toEqual(bodies.length > 0 ? bodies : ['']);
      }),
    );
  });

  it('begins with a byte order mark and says once what it leaves out', () => {
    const csv = toCsv(EVENING);
    expect(csv.startsWith('\ufeff"paper","date"')).toBe(true);
    expect(csv.split("Left out as no article's text")).toHaveLength(2);
  });
});
