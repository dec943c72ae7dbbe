/** hOCR, PAGE and TEI: what each has of its own. ALTO has a file of its own. */
import { describe, expect, it } from 'vitest';
import { placesOf } from '../../shared/model/layout.ts';
import { importIssue } from './import.ts';
import { toHocr, toPageXml } from './testing/formats.ts';
import { refusedAs, textOf } from './testing/refused.ts';
import { sheet } from './testing/sheet.ts';

const SHEET = sheet(`
  == 1000 x 1400
  100 200  Town council
  100 220  meets on Mon-
  --
  100 300  A & B "quoted" <c>
`);
const TWO = sheet(`
  == 1000 x 1400
  100 200  Town council
  == 900 x 1300
  50 60  河长制办公室 挂牌
`);

async function wordPlace(xml: string, word: string) {
  const { decoded, layout } = await importIssue(new TextEncoder().encode(xml), { name: 'a.xml' });
  const from = decoded.text.indexOf(word);
  return layout && placesOf(layout, { from, to: from + word.length });
}

describe('hOCR', () => {
  const page = (inner: string) => `<html><body><div class="ocr_page">${inner}</div></body></html>`;
  const line = (inner: string) => `<span class="ocr_line">${inner}</span>`;

  it('has its lines, paragraphs and pages, with places and images', async () => {
    expect(await textOf(toHocr(SHEET))).toBe(SHEET.text);
    expect(await textOf(toHocr(TWO))).toBe(TWO.text);
    expect(await wordPlace(toHocr(SHEET), 'council')).toEqual([
      { page: 0, box: { x: 150, y: 200, width: 70, height: 16 } },
    ]);
    const { layout } = await importIssue(new TextEncoder().encode(toHocr(TWO)), { name: 'a' });
    expect(layout?.pages.map(({ image }) => image)).toEqual(['p1.png', 'p2.png']);
  });

  it('sets no blank where the file has none, and takes words that are in parts for one', async () => {
    expect(await textOf(page(line('<span class="ocrx_word">one</span><span class="ocrx_word">,</span> two')))).toBe(
      'one, two\n',
    );
    expect(await textOf(page(line('<span class="ocrx_word">w<em>or</em>d</span>')))).toBe('word\n');
  });

  it('takes lines of every kind and what stands in no paragraph; nothing that is in no line', async () => {
    const header = '<span class="ocr_header">Page 4</span>';
    expect(await textOf(page(`loose ${header}<p class="ocr_par">${line('a')}${line('b')}</p>`))).toBe(
      'Page 4\n\na\nb\n',
    );
  });

  it('is XML: what is not well-formed or declares entities is refused', async () => {
    expect(await refusedAs(page(line('a<br>b')))).toBe('broken file');
    expect(await refusedAs(page(line('&nbsp;')))).toBe('broken file');
    expect(await refusedAs(`<!DOCTYPE html [<!ENTITY x "y">]>${page(line('&x;'))}`)).toBe('unsafe file');
  });

  it('is not every page of HTML', async () => {
    const html = '<html><body><p>Only a page</p></body></html>\n';
    expect((await importIssue(new TextEncoder().encode(html), { name: 'a.html' })).importer).toBeNull();
  });
});

describe('PAGE', () => {
  const page = (inner: string) => `<PcGts><Page imageWidth="10" imageHeight="10">${inner}</Page></PcGts>`;
  const equiv = (text: string, index = 0) => `<TextEquiv index="${index}"><Unicode>${text}</Unicode></TextEquiv>`;
  const region = (id: string, inner: string) => `<TextRegion id="${id}">${inner}</TextRegion>`;
  const line = (text: string) => `<TextLine>${equiv(text)}</TextLine>`;

  it('has its regions and lines, with places', async () => {
    expect(await textOf(toPageXml(SHEET))).toBe(SHEET.text);
    expect(await wordPlace(toPageXml(SHEET), 'council')).toEqual([
      { page: 0, box: { x: 150, y: 200, width: 70, height: 16 } },
    ]);
  });

  it('honours the reading order: ordered groups by index, groups in groups, others as they come', async () => {
    const ref = (id: string, index: number) => `<RegionRefIndexed index="${index}" regionRef="${id}"/>`;
    const order = `<ReadingOrder><OrderedGroup id="g">${ref('c', 2)}<UnorderedGroupIndexed index="1"><RegionRef regionRef="b"/></UnorderedGroupIndexed>${ref('d', 0)}</OrderedGroup></ReadingOrder>`;
    const regions = ['a', 'b', 'c', 'd'].map((id) => region(id, line(id))).join('');
    expect(await textOf(page(order + regions))).toBe('a\n\nd\n\nb\n\nc\n');
    expect(await textOf(page(regions))).toBe('a\n\nb\n\nc\n\nd\n');
  });

  it('takes the first reading, the text of a line before its words, and of a region without lines', async () => {
    expect(await textOf(page(region('r', `<TextLine>${equiv('second', 1)}${equiv('first', 0)}</TextLine>`)))).toBe(
      'first\n',
    );
    const words = `<Word>${equiv('one')}</Word><Word>${equiv('two')}</Word>`;
    expect(await textOf(page(region('r', `<TextLine>${words}${equiv('one-two')}</TextLine>`)))).toBe('one-two\n');
    expect(await textOf(page(region('r', `<TextLine>${words}</TextLine>`)))).toBe('one two\n');
    expect(await textOf(page(region('r', equiv('a\nb'))))).toBe('a\nb\n');
  });

  it('reads words that are given letter by letter, and an order beside groups of graphemes', async () => {
    const letter = (text: string) => `<Glyph>${equiv(text)}</Glyph>`;
    const word = `<Word>${letter('c')}${letter('a')}${letter('t')}${equiv('cat')}</Word>`;
    expect(await textOf(page(region('r', `<TextLine>${word}</TextLine>`)))).toBe('cat\n');
    const order =
      '<ReadingOrder><UnorderedGroup id="g"><RegionRef regionRef="b"/><RegionRef regionRef="a"/></UnorderedGroup></ReadingOrder>';
    const grouped = `<Word><Glyph><Graphemes><GraphemeGroup index="0"/></Graphemes></Glyph>${equiv('cat')}</Word>`;
    const regions = region('a', `<TextLine>${grouped}</TextLine>`) + region('b', line('dog'));
    expect(await textOf(page(order + regions))).toBe('dog\n\ncat\n');
  });

  it('is known also behind an instruction in which a tag seems to end', async () => {
    expect(await textOf(`<?note a > b?>${page(region('r', line('in')))}`)).toBe('in\n');
  });

  it('reads outlines of old versions and regions within regions', async () => {
    const old = `<TextLine><Coords><Point x="1" y="2"/><Point x="5" y="4"/></Coords>${equiv('in')}</TextLine>`;
    const xml = page(region('o', line('out') + region('i', old)));
    expect(await textOf(xml)).toBe('out\n\nin\n');
    expect(await wordPlace(xml, 'in')).toEqual([{ page: 0, box: { x: 1, y: 2, width: 4, height: 2 } }]);
  });
});

describe('TEI', () => {
  const tei = (body: string) => `<TEI><teiHeader><p>not this</p></teiHeader><text><body>${body}</body></text></TEI>`;

  it('has a line each block, cut where the file cuts it, and its pages', async () => {
    expect(await textOf(tei('<pb/><head>Head</head><p>one\n  and <hi>two</hi><lb/>three</p><pb/><p>四</p>'))).toBe(
      'Head\n\none and two\nthree\n\f四\n',
    );
  });

  it('is as printed where an editor offers two readings', async () => {
    expect(await textOf(tei('<p>the <choice><sic>teh</sic><corr>the</corr></choice> end</p>'))).toBe('the teh end\n');
  });

  it('says when there is no text in it', async () => {
    expect(await refusedAs(tei('<p> </p>'))).toBe('no text layer');
  });
});
