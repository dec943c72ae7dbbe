import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { placesOf } from '../../shared/model/layout.ts';
import { importIssue } from '../import/import.ts';
import { sheet } from '../import/testing/sheet.ts';
import { toMets } from './mets.ts';
import { grammar } from './testing/grammar.ts';
import { scanned } from './testing/scanned.ts';

const SHEET = sheet(`
  == 1000 x 1400
  10 10   Evening Post
  --
  10 50   Council meets
  --
  10 80   The council met and will exam-
  10 100  ine the new bridge on Monday
  == 900 x 1300
  10 10   before winter comes again.
`);
const issue = () => scanned(SHEET, 'TB2', ['TB3', 'TB4']);

const filesOf = (zip: Uint8Array): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(unzipSync(zip)).map(([name, file]) => [name, strFromU8(file)]));

describe('METS with the places of an import', () => {
  it('has a file a page, each of its size, and the articles over them', async () => {
    const { document, scan } = await issue();
    const files = filesOf(toMets(document, { scan }));
    expect(Object.keys(files).sort()).toEqual(['alto-1.xml', 'alto-2.xml', 'mets.xml']);
    expect(files['alto-2.xml']).toContain('WIDTH="900" HEIGHT="1300"');
    const alto = grammar('alto');
    const faults = [
      grammar('mets')(files['mets.xml'] ?? ''),
      alto(files['alto-1.xml'] ?? ''),
      alto(files['alto-2.xml'] ?? ''),
    ];
    expect(faults.flat()).toEqual([]);
    const { given } = await importIssue(toMets(document, { scan }), { name: 'a.mets.zip' });
    expect(given?.articles).toHaveLength(1);
  });

  it('is read again with the same lines in the same boxes', async () => {
    const { document, scan, layout } = await issue();
    const again = await importIssue(toMets(document, { scan }), { name: 'a.mets.zip' });
    const where = (text: string, of: typeof layout | null, words: string) => {
      const from = text.indexOf(words);
      return of && from >= 0 ? placesOf(of, { from, to: from + words.length }) : null;
    };
    for (const words of ['Evening Post', 'council met', 'bridge', 'before winter comes again.'])
      expect(where(again.decoded.text, again.layout, words), words).toEqual(where(scan.text, layout, words));
  });

  it('keeps a word that a line cuts in two, and says what it is whole', async () => {
    const { document, scan } = await issue();
    expect(document.articles[0]?.paragraphs[0]?.text).toContain('examine');
    const files = filesOf(toMets(document, { scan }));
    expect(files['alto-1.xml']).toContain('SUBS_TYPE="HypPart1" SUBS_CONTENT="examine"/><HYP CONTENT="-"/>');
    const { decoded } = await importIssue(toMets(document, { scan }), { name: 'a.mets.zip' });
    expect(decoded.text).toContain('exam-\nine the new bridge');
  });

  it('says words as corrected, and what an editor supplied, which has no place', async () => {
    const from = SHEET.text.indexOf('bridge');
    const { document, scan } = await issue();
    const articles = document.articles.map((article) => ({
      ...article,
      corrections: [
        ...article.corrections,
        { span: [from, from + 6] as const, raw: 'bridge', text: 'big bridge', by: '周' },
      ],
      parts: [{ role: 'kicker' as const, lines: [], spans: [], supplied: 'Supplied kicker' }, ...article.parts],
    }));
    const files = filesOf(toMets({ ...document, articles }, { scan }));
    expect(files['alto-1.xml']).toContain('CONTENT="ine the new big bridge on Monday"');
    expect(files['alto-1.xml']).toMatch(/<TextLine ID="\w+"><String CONTENT="Supplied kicker"\/>/);
  });

  it('without places is one file without boxes', async () => {
    const { document } = await issue();
    const files = filesOf(toMets(document));
    expect(Object.keys(files).sort()).toEqual(['alto.xml', 'mets.xml']);
    expect(files['alto.xml']).not.toContain('HPOS');
  });
});
