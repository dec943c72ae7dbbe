import { describe, expect, it } from 'vitest';
import { placesOf } from '../../shared/model/layout.ts';
import { importIssue } from './import.ts';
import { linesOf, pieceOf, type TextItem } from './pdf.ts';
import { toPdf } from './testing/formats.ts';
import { refusedAs, textOf } from './testing/refused.ts';
import { sheet } from './testing/sheet.ts';

const SHEET = sheet(`
  == 600 x 800
  50 50   Town council (extra)
  50 70   meets on Mon-
  --
  50 200  An article further down
  == 600 x 800
  50 60   河长制办公室挂牌
`);

const PAGE = [1, 0, 0, -1, 0, 800];
const FONT = { ascent: 0.8, descent: -0.2 };
const item = (str: string, x: number, y: number, width: number, more: Partial<TextItem> = {}): TextItem => ({
  str,
  dir: 'ltr',
  transform: [10, 0, 0, 10, x, 800 - y],
  width,
  height: 10,
  hasEOL: false,
  ...more,
});
const linesIn = (...items: readonly TextItem[]) =>
  linesOf(items.map((one) => pieceOf(one, PAGE, FONT))).map(({ pieces }) => pieces.map(({ text }) => text).join(''));

describe('the text layer of a PDF', () => {
  it.each([
    ['a font without depth', item('Town', 50, 50, 20), { ascent: 0.8, descent: Number.NaN }],
    ['a broken matrix', item('Town', 50, 50, 20, { transform: [10, 0, 0, Number.NaN, Infinity, 750] }), FONT],
    ['a broken width', item('Town', 50, 50, Number.NaN), FONT],
  ])('has places on the page, whatever the numbers of the file: %s', (_, one, font) => {
    expect(Object.values(pieceOf(one, PAGE, font).box).every(Number.isFinite)).toBe(true);
  });

  it('has its lines, blocks and pages, Chinese by the tables that came with pdf.js', async () => {
    expect(await textOf(toPdf(SHEET))).toBe(SHEET.text);
  });

  it('knows where a word stands, in points', async () => {
    const { decoded, layout } = await importIssue(toPdf(SHEET), { name: 'a.pdf' });
    const from = decoded.text.indexOf('council');
    const [place] = layout ? placesOf(layout, { from, to: from + 7 }) : [];
    expect(layout?.pages.map(({ width, height, unit }) => ({ width, height, unit }))).toEqual(
      Array(2).fill({ width: 600, height: 800, unit: 'point' }),
    );
    expect(place?.page).toBe(0);
    expect(place?.box.y).toBeGreaterThan(45);
    expect(place?.box.y).toBeLessThan(60);
    expect(place?.box.x).toBeGreaterThan(80);
    expect(place?.box.width).toBeGreaterThan(30);
  });

  it('parts columns that stand side by side', () => {
    expect(linesIn(item('left', 50, 100, 40), item('right', 200, 100, 40))).toEqual(['left', 'right']);
    expect(linesIn(item('one', 50, 100, 30), item('word', 80, 100, 30))).toEqual(['oneword']);
    expect(linesIn(item('over', 50, 100, 30), item('under', 50, 112, 30))).toEqual(['over', 'under']);
    expect(linesIn(item('a', 50, 100, 30, { hasEOL: true }), item('b', 80, 100, 30))).toEqual(['a', 'b']);
    expect(linesIn(item('10', 50, 100, 10), item('m2', 60, 97, 10))).toEqual(['10m2']);
  });

  it('reads text that is set vertically or turned by a right angle as lines', () => {
    const down = { dir: 'ttb', width: 0, height: 30 };
    expect(linesIn(item('上面', 500, 100, 0, down), item('下面', 500, 130, 0, down))).toEqual(['上面下面']);
    expect(linesIn(item('一', 500, 100, 0, down), item('二', 480, 100, 0, down))).toEqual(['一', '二']);
    const turned = { transform: [0, 10, -10, 0, 100, 300] };
    expect(linesIn(item('side', 0, 0, 30, turned), item('flat', 100, 500, 30))).toEqual(['side', 'flat']);
  });

  it('is refused without text, under a password, or when it is none', async () => {
    expect(await refusedAs(toPdf(SHEET, { image: true }))).toBe('no text layer');
    expect(await refusedAs('%PDF-1.4\nnothing of a PDF')).toBe('broken file');
    const locked = Buffer.from(toPdf(SHEET))
      .toString('latin1')
      .replace(
        '/Root 1 0 R',
        () =>
          `/Root 1 0 R /ID [<${'00'.repeat(16)}> <${'00'.repeat(16)}>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${'11'.repeat(32)}> /U <${'22'.repeat(32)}> >>`,
      );
    expect(await refusedAs(Buffer.from(locked, 'latin1'))).toBe('encrypted');
  });
});
