import { describe, expect, it } from 'vitest';
import { DeskError } from '../../shared/contract/contract.ts';
import { offsetAt, placesOf } from '../../shared/model/layout.ts';
import { readAlto } from './alto.ts';
import { setPages } from './pages.ts';
import { sheet, toAlto } from './testing/sheet.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const textOf = (xml: string) => setPages(readAlto(bytes(xml))).text;
const lines = (inner: string) => `<alto><Layout><Page><PrintSpace>${inner}</PrintSpace></Page></Layout></alto>`;
const block = (inner: string, attributes = '') => `<TextBlock ${attributes}>${inner}</TextBlock>`;
const line = (inner: string) => `<TextLine>${inner}</TextLine>`;
const word = (content: string, more = '') => `<String CONTENT="${content}" ${more}/>`;

const TWO_PAGES = sheet(`
  == 1000 x 1400
  100 200  Town council
  100 220  meets on Mon-
  --
  100 300  A & B "quoted" <c>
  == 900 x 1300
  50 60  河长制办公室 挂牌
`);

describe('readAlto', () => {
  it.each([2, 3, 4] as const)('reads version %i: lines, blocks, pages', (version) => {
    expect(textOf(toAlto(TWO_PAGES, version))).toBe(TWO_PAGES.text);
    expect(TWO_PAGES.text).toBe('Town council\nmeets on Mon-\n\nA & B "quoted" <c>\n\f河长制办公室 挂牌\n');
  });

  it('knows where each word stands', () => {
    const { text, layout } = setPages(readAlto(bytes(toAlto(TWO_PAGES))));
    if (!layout) throw new Error('no layout');
    const at = text.indexOf('council');
    expect(placesOf(layout, { from: at, to: at + 7 })).toEqual([
      { page: 0, box: { x: 150, y: 200, width: 70, height: 16 } },
    ]);
    expect(placesOf(layout, { from: 0, to: text.indexOf('\n') })).toEqual([
      { page: 0, box: { x: 100, y: 200, width: 120, height: 16 } },
    ]);
    expect(offsetAt(layout, 0, 155, 208)).toBe(at);
    expect(offsetAt(layout, 0, 600, 900)).toBeNull();
    expect(offsetAt(layout, 1, 51, 62)).toBe(text.indexOf('河'));
    expect(layout.pages.map(({ width, height, unit }) => [width, height, unit])).toEqual([
      [1000, 1400, 'pixel'],
      [900, 1300, 'pixel'],
    ]);
  });

  it('keeps the hyphen at the end of a line, however the file has it, and one only', () => {
    const first = 'SUBS_TYPE="HypPart1" SUBS_CONTENT="example"';
    for (const inner of [
      `${word('exam', first)}<HYP CONTENT="-"/>`,
      `${word('exam', first)}<HYP CONTENT="&#xAD;"/>`,
      `${word('exam', first)}<HYP/>`,
      word('exam-', first),
      word('exam&#xAD;', first),
      `${word('exam-', first)}<HYP CONTENT="-"/>`,
      word('exam', first),
    ])
      expect(textOf(lines(block(line(inner) + line(word('ple', 'SUBS_TYPE="HypPart2"')))))).toBe('exam-\nple\n');
  });

  it('sets blanks where the file has them; where it has none at all, between words of letters', () => {
    expect(textOf(lines(block(line(`${word('a')}<SP/>${word('b')}${word(',')}`))))).toBe('a b,\n');
    expect(textOf(lines(block(line(word('a') + word('b')))))).toBe('a b\n');
    expect(textOf(lines(block(line(word('河') + word('长')))))).toBe('河长\n');
  });

  it('follows IDNEXT, also in a ring, and a reading order', () => {
    const named = (id: string, next: string) => block(line(word(id)), `ID="${id}" IDNEXT="${next}"`);
    expect(textOf(lines(named('a', 'c') + named('b', '') + named('c', 'b')))).toBe('a\n\nc\n\nb\n');
    expect(textOf(lines(named('a', 'b') + named('b', 'a')))).toBe('a\n\nb\n');
    const order =
      '<ReadingOrder><OrderedGroup><ElementRef REF="b"/><ElementRef REF="a"/></OrderedGroup></ReadingOrder>';
    expect(
      textOf(lines(named('h', '') + named('a', '') + named('b', '')).replace('<Layout>', `${order}<Layout>`)),
    ).toBe('h\n\nb\n\na\n');
  });

  it('takes blocks of composed blocks and margins in the order of the file, and nothing of illustrations', () => {
    const xml = `<alto><Layout><Page><TopMargin>${block(line(word('head')))}</TopMargin><PrintSpace><ComposedBlock ID="C1">${block(line(word('in')))}<Illustration ID="I1"/></ComposedBlock></PrintSpace></Page></Layout></alto>`;
    expect(textOf(xml)).toBe('head\n\nin\n');
  });

  it('keeps a page without text as a page', () => {
    expect(textOf('<alto><Layout><Page/><Page/></Layout></alto>')).toBe('\f');
  });

  it('reads the encoding that the file declares, and UTF-16 by its mark', () => {
    const xml = `<?xml version="1.0" encoding="ISO-8859-1"?>${lines(block(line(word('\u00e9t\u00e9'))))}`;
    expect(setPages(readAlto(Buffer.from(xml, 'latin1'))).text).toBe('été\n');
    const wide = Buffer.from(`\ufeff${lines(block(line(word('été'))))}`, 'utf16le');
    expect(setPages(readAlto(wide)).text).toBe('été\n');
  });

  it.each([
    ['cut off', toAlto(TWO_PAGES).slice(0, 700), 'broken file'],
    ['wrongly nested', '<alto><Layout></alto></Layout>', 'broken file'],
    ['an entity of its own', '<alto><Layout>&bomb;</Layout></alto>', 'broken file'],
    ['a bomb', '<!DOCTYPE alto [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><alto>&b;</alto>', 'unsafe file'],
    ['absurdly deep', `<alto>${'<a>'.repeat(300)}${'</a>'.repeat(300)}</alto>`, 'unsafe file'],
    ['twice one attribute', '<alto a="1" a="2"/>', 'broken file'],
  ])('refuses a file that is %s', (_, xml, key) => {
    let thrown: unknown;
    try {
      readAlto(bytes(xml));
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(DeskError);
    expect(thrown instanceof DeskError && thrown.problem.key).toBe(key);
  });
});
