import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { DeskError } from '../../shared/contract/contract.ts';
import { type Layout, type LengthUnit, placesOf } from '../../shared/model/layout.ts';
import { importIssue } from '../import/import.ts';
import { sheet } from '../import/testing/sheet.ts';
import { toPage } from './page.ts';
import { anyDocument, EVENING } from './testing/documents.ts';
import { grammar } from './testing/grammar.ts';
import { SOME_SCAN, scanned } from './testing/scanned.ts';

const SHEET = sheet(`
  == 1000 x 1400
  10 10   Evening Post
  --
  10 50   Council meets & "decides"
  --
  10 80   The council met and will exam-
  10 100  ine the new bridge on Monday
  == 900 x 1300
  10 10   before winter comes again.
  --
  10 90   河长制办公室 挂牌
`);

const issue = () => scanned(SHEET, 'TB2', ['TB3', 'TB4']);

const filesOf = (zip: Uint8Array): readonly string[] =>
  Object.entries(unzipSync(zip)).flatMap(([name, file]) => (name.endsWith('.xml') ? [strFromU8(file)] : []));
const judge = grammar('page');

describe('PAGE', () => {
  it('is a valid file a page, with its size and image', async () => {
    const { document, scan } = await issue();
    const files = filesOf(toPage(document, { scan }));
    expect(files.map(judge)).toEqual([[], []]);
    expect(files[1]).toContain('imageWidth="900" imageHeight="1300"');
    // libxml2 does not ask whether what an order names is there.
    const all = (file: string, what: RegExp) => [...file.matchAll(what)].map(([, id]) => id).sort();
    for (const file of files) expect(all(file, / regionRef="(.*?)"/g)).toEqual(all(file, /<TextRegion id="(.*?)"/g));
  });

  it('is valid whatever the text', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        for (const file of filesOf(toPage(document, { scan: SOME_SCAN }))) expect(judge(file)).toEqual([]);
      }),
    );
  });

  it('is read again with the same words in the same boxes, as one issue', async () => {
    const { document, scan } = await issue();
    const again = await importIssue(toPage(document, { scan }), { name: 'daily.page.zip' });
    const where = (text: string, layout: Layout | null, words: string) => {
      const from = text.indexOf(words);
      return layout && from >= 0 ? placesOf(layout, { from, to: from + words.length }) : null;
    };
    expect(again.layout?.pages).toHaveLength(2);
    for (const words of ['Evening Post', '"decides"', 'exam-\nine the new bridge', 'before winter', '河长制办公室'])
      expect(where(again.decoded.text, again.layout, words), words).toEqual(where(scan.text, scan.layout, words));
  });

  it('has each article as a group that goes on over pages, and its regions by their roles', async () => {
    const { document, scan } = await issue();
    const [first = '', second = ''] = filesOf(toPage(document, { scan }));
    const groups = (file: string) => [...file.matchAll(/<OrderedGroupIndexed id="([^"]*)"[^>]*>/g)];
    expect(groups(first).map(([, id]) => id)).toContain('article-1');
    expect(groups(first).join()).not.toContain('continuation');
    expect(groups(second).find(([, id]) => id === 'article-1')?.[0]).toContain('continuation="true"');
    expect(first).toContain('type="heading" custom="role {type:headline;} structure {id:a1; type:article;}"');
  });

  it('says words as corrected, and what an editor supplied, without a place', async () => {
    const { document, scan } = await issue();
    const from = scan.text.indexOf('bridge');
    const articles = document.articles.map((article, i) => ({
      ...article,
      corrections: [
        ...article.corrections,
        { span: [from, from + 6] as const, raw: 'bridge', text: 'big bridge', by: '周' },
      ],
      parts:
        i === 0
          ? [{ role: 'kicker' as const, lines: [], spans: [], supplied: 'Supplied <b>' }, ...article.parts]
          : article.parts,
    }));
    const files = filesOf(toPage({ ...document, articles }, { scan }));
    expect(files.map(judge)).toEqual([[], []]);
    expect(files.join()).toContain('<Unicode>ine the new big bridge on Monday</Unicode>');
    expect(files.join()).toMatch(
      /place \{unknown:true;\}">\n<Coords points="0,0 1000,0 1000,1400 0,1400"\/>\n.*Supplied &lt;b&gt;/,
    );
  });

  it.each<[LengthUnit, number, string]>([
    ['point', 72, '0,0 300,0'],
    ['inch1200', 1200, '0,0 300,0'],
    ['mm10', 254, '0,0 300,0'],
    ['pixel', 300, '0,0 300,0'],
  ])('counts pixels, of an inch 300, where the scan counts in %s', async (unit, width, points) => {
    const { document, scan } = await issue();
    const box = { x: -0.01, y: 0, width, height: 10 };
    const pages = scan.layout.pages.map((page) => ({ ...page, unit, width: width + 1 }));
    const lines = scan.layout.lines.map((line) => ({ ...line, box, words: [] }));
    const files = filesOf(toPage(document, { scan: { ...scan, layout: { pages, lines } } }));
    expect(files.map(judge)).toEqual([[], []]);
    expect(files.join()).toContain(points);
  });

  it('has no outline beyond its page, whatever the scan says', async () => {
    const { document, scan } = await issue();
    const lines = scan.layout.lines.map((line) => ({ ...line, box: { x: -5, y: 10, width: 5000, height: 5000 } }));
    const [first = ''] = filesOf(toPage(document, { scan: { ...scan, layout: { ...scan.layout, lines } } }));
    expect(
      new Set(first.match(/<TextLine[^>]*><Coords points="[^"]*"/g)?.map((line) => line.split('"').at(-2))),
    ).toEqual(new Set(['0,10 1000,10 1000,1400 0,1400']));
  });

  /** Changes of a valid file that the specification forbids: a grammar that lets them pass proves nothing. */
  it.each([
    ['a page without its width', / imageWidth="\d+"/, ''],
    ['a region without an outline', /(<TextRegion[^>]*>\n)<Coords[^>]*>/, '$1'],
    ['an outline beyond the corner', /points="/, 'points="-1,0 '],
    ['a region of no known type', /type="heading"/, 'type="headline"'],
    ['a group without regions', /(<OrderedGroupIndexed[^>]*>).*?<\/OrderedGroupIndexed>/, '$1</OrderedGroupIndexed>'],
    ['no moment of its making', /<Created>.*?<\/Created>/, ''],
  ])('is refused by its grammar with %s', async (_, from, to) => {
    const { document, scan } = await issue();
    const [file = ''] = filesOf(toPage(document, { scan }));
    const changed = file.replace(from, to);
    expect(changed).not.toBe(file);
    expect(judge(changed)).not.toEqual([]);
  });

  it.each([undefined, { text: '', layout: { pages: [], lines: [] } }])(
    'without places is refused with its reason',
    (scan) => {
      const write = () => toPage(EVENING, scan ? { scan } : {});
      expect(write).toThrow(DeskError);
      expect(write).toThrow('no places');
    },
  );
});
