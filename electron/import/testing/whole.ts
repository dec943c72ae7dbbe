/** One whole file of each format that is imported, and files made to do harm. */
import { zipSync } from 'fflate';
import { packageOf, pagesPackage } from '../package.ts';
import { toHocr, toPageXml, toPdf } from './formats.ts';
import { sheet, toAlto } from './sheet.ts';

const SHEET = sheet(`
  == 1000 x 1400
  100 200  Town council meets
  100 220  on Monday in the hall
  --
  100 300  河长制办公室 挂牌
  == 1000 x 1400
  100 100  The second page
`);

const bytesOf = (text: string) => new TextEncoder().encode(text);

const METS = {
  name: 'mets.xml',
  bytes: bytesOf(
    '<mets><fileSec><file ID="A"><FLocat href="a.xml"/></file></fileSec><structMap><div TYPE="ARTICLE"><fptr><area FILEID="A" BEGIN="TB1"/></fptr></div></structMap></mets>',
  ),
};
const wordDocument = (xml: string) => zipSync({ 'word/document.xml': bytesOf(xml) });

export type NamedFile = readonly [name: string, bytes: Uint8Array];

/** One whole file of each format, by the name that it would have. */
export const WHOLE: readonly NamedFile[] = [
  ['a.alto.xml', bytesOf(toAlto(SHEET))],
  ['a.hocr', bytesOf(toHocr(SHEET))],
  ['a.page.xml', bytesOf(toPageXml(SHEET))],
  ['a.tei.xml', bytesOf('<TEI><text><body><head>Town</head><p>council<lb/>meets</p></body></text></TEI>')],
  ['a.pdf', toPdf(SHEET)],
  ['a.docx', wordDocument('<w:d xmlns:w="w"><w:p><w:r><w:t>Town</w:t></w:r></w:p></w:d>')],
  ['a.md', bytesOf('# Town *council*\n\n- [meets](http://x.org) `on` Monday &amp; Tuesday\n')],
  ['a.mets.zip', packageOf([METS, { name: 'a.xml', bytes: bytesOf(toAlto(SHEET)) }])],
  ['folder', pagesPackage({ pages: [{ file: 'p1.txt' }] }, [{ name: 'p1.txt', bytes: bytesOf('Town council\n') }])],
];

const LAUGHS = Array.from({ length: 9 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join('');
const doctype = (root: string, declared: string) => `<!DOCTYPE ${root} [${declared}]>`;

/** Files that unpack to much more than they are, fetch, or never end. Each must be refused. */
export const BOMBS: readonly NamedFile[] = [
  ['laughs.xml', bytesOf(`${doctype('alto', `<!ENTITY l0 "ha">${LAUGHS}`)}<alto>&l9;</alto>`)],
  ['fetches.xml', bytesOf(`${doctype('alto', '<!ENTITY x SYSTEM "file:///etc/passwd">')}<alto>&x;</alto>`)],
  ['parameter.xml', bytesOf(`${doctype('TEI', '<!ENTITY % x SYSTEM "http://example.invalid/x">%x;')}<TEI/>`)],
  ['deep.xml', bytesOf(`<alto>${'<a>'.repeat(20_000)}${'</a>'.repeat(20_000)}</alto>`)],
  ['zeros.docx', zipSync({ 'word/document.xml': new Uint8Array(32 * 2 ** 20) }, { level: 9 })],
  ['many.docx', zipSync(Object.fromEntries(Array.from({ length: 6000 }, (_, i) => [`${i}`, new Uint8Array()])))],
  ['laughs.docx', wordDocument(`${doctype('d', `<!ENTITY l0 "ha">${LAUGHS}`)}<d>&l9;</d>`)],
];
