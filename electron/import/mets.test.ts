import { describe, expect, it } from 'vitest';
import { checkReview } from '../../shared/model/check.ts';
import { issueOf } from '../../shared/model/issue.ts';
import { readField } from '../../shared/reading/reading.ts';
import { segment } from '../segmenter/segment.ts';
import { importIssue } from './import.ts';
import { packageOf, pagesPackage, pathOfReference } from './package.ts';
import { refusedAs } from './testing/refused.ts';
import { sheet, toAlto } from './testing/sheet.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

const FIRST = sheet(`
  == 1000 x 1400
  10 10   Evening Post, page 1
  --
  10 50   Council meets
  --
  10 80   The council met on Monday
  10 100  and will meet again.
  --
  10 200  Buy Smith's soap
`);
const SECOND = sheet(`
  == 1000 x 1400
  10 10   More of the council
  10 30   on another page.
  --
  10 80   Fire in the mill
  --
  10 100  A fire broke out at noon.
  --
  10 130  Smoke over the town
`);

const area = (file: string, block: string) => `<fptr><area FILEID="${file}" BETYPE="IDREF" BEGIN="${block}"/></fptr>`;
const div = (type: string, inner: string) => `<div TYPE="${type}">${inner}</div>`;

const LOGICAL = div(
  'Newspaper',
  [
    div(
      'ARTICLE',
      div('HEADING', div('TITLE', area('A1', 'TB2'))) +
        div('BODY', div('PARAGRAPH', area('A1', 'TB3')) + div('PARAGRAPH', area('A2', 'TB1'))),
    ),
    div('ADVERTISEMENT', area('A1', 'TB4')),
    div(
      'ARTICLE',
      div('HEADING', area('A2', 'TB2')) +
        div('BODY', div('TEXT', area('A2', 'TB3')) + div('SUBTITLE', area('A2', 'TB4'))),
    ),
  ].join(''),
);

/** Pages in the physical map stand in another order than files do. */
function mets({ logical = LOGICAL, second = 'alto/2.xml', href = 'file://./alto/1.xml' } = {}): string {
  const page = (files: readonly string[]) => div('PAGE', files.map((id) => `<fptr FILEID="${id}"/>`).join(''));
  return `<mets:mets xmlns:mets="http://www.loc.gov/METS/" xmlns:xlink="http://www.w3.org/1999/xlink"><mets:fileSec><mets:fileGrp>
<mets:file ID="A2" MIMETYPE="text/xml"><mets:FLocat xlink:href="${second}"/></mets:file>
<mets:file ID="A1" MIMETYPE="text/xml"><mets:FLocat xlink:href="${href}"/></mets:file>
<mets:file ID="I1" MIMETYPE="image/tiff"><mets:FLocat xlink:href="img/1.tif"/></mets:file>
<mets:file ID="J1" MIMETYPE="image/jpeg"><mets:FLocat xlink:href="./img/1.jpg"/></mets:file>
</mets:fileGrp></mets:fileSec>
<structMap TYPE="PHYSICAL">${div('ISSUE', page(['I1', 'J1', 'A1']) + page(['A2']))}</structMap>
<structMap TYPE="LOGICAL">${logical}</structMap></mets:mets>`;
}

/** Lines are TL1, TL2 … */
function withLineNames(alto: string): string {
  let line = 0;
  return alto.replaceAll('<TextLine ', () => `<TextLine ID="TL${++line}" `);
}

const withPages = (xml: string) =>
  packageOf([
    { name: 'mets.xml', bytes: bytes(xml) },
    { name: 'alto/1.xml', bytes: bytes(withLineNames(toAlto(FIRST))) },
    { name: 'alto/2.xml', bytes: bytes(toAlto(SECOND)) },
  ]);

/** Each article as its headline and its paragraphs. */
async function articlesOf(xml: string) {
  const { decoded, given } = await importIssue(withPages(xml), { name: 'mets.xml' });
  const issue = issueOf(decoded.text);
  const { review } = segment(issue.text, given ? { given } : {}).proposal;
  expect(checkReview(issue, review)).toEqual([]);
  const articles = review.articles.map((article) => ({
    headline: readField(issue, review, article, 'headline').text,
    body: readField(issue, review, article, 'body').text,
  }));
  const outside = review.outside.map(({ from, to, role }) => `${role}: ${issue.text.slice(from, to).trim()}`);
  return { articles, outside, given };
}

describe('a METS with its pages', () => {
  it('is one issue, its pages in the order of the physical map, with their images', async () => {
    const { decoded, importer, layout } = await importIssue(withPages(mets()), { name: 'mets.xml' });
    expect(decoded.text).toBe(`${FIRST.text}\f${SECOND.text}`);
    expect(importer?.name).toBe('mets');
    expect(layout?.pages.map(({ image }) => image)).toEqual(['img/1.jpg', 'page.png']);
  });

  it('proposes the articles of its logical map, also over pages', async () => {
    const { articles, outside } = await articlesOf(mets());
    expect(articles).toEqual([
      {
        headline: 'Council meets',
        body: 'The council met on Monday and will meet again.\nMore of the council on another page.',
      },
      { headline: 'Fire in the mill', body: expect.stringContaining('A fire broke out at noon.') },
    ]);
    expect(articles[1]?.body).toContain('Smoke over the town');
    expect(outside).toEqual(['furniture: Evening Post, page 1', "ad: Buy Smith's soap"]);
  });

  it('gives no line to two articles', async () => {
    const twice = LOGICAL.replace('</div></div></div>', `</div></div>${area('A1', 'TB3')}</div>`);
    expect((await articlesOf(mets({ logical: twice }))).articles).toHaveLength(2);
  });

  it('gives a block of which a line has an owner its other lines', async () => {
    const logical = LOGICAL.replace(area('A1', 'TB2'), area('A1', 'TB2') + area('A1', 'TL3'));
    const { articles, outside } = await articlesOf(mets({ logical }));
    expect(articles[0]).toEqual({
      headline: 'Council meets The council met on Monday',
      body: 'and will meet again.\nMore of the council on another page.',
    });
    expect(outside).toEqual(['furniture: Evening Post, page 1', "ad: Buy Smith's soap"]);
  });

  it('is segmented like any text when its map names no articles, or too little of the text', async () => {
    expect((await articlesOf(mets({ logical: div('Newspaper', div('SECTION', area('A1', 'TB2'))) }))).given).toBeNull();
    expect((await articlesOf(mets({ logical: div('ARTICLE', area('A1', 'TB2')) }))).given).toBeNull();
    expect((await articlesOf(mets({ logical: div('ARTICLE', area('A1', 'no such block')) }))).given).toBeNull();
  });

  it('is refused without a page, alone, or when it leads out of its folder', async () => {
    expect(await refusedAs(withPages(mets({ second: 'alto/3.xml' })))).toBe('part missing');
    expect(await refusedAs(mets())).toBe('part missing');
    for (const second of [
      '../2.xml',
      '/etc/passwd.xml',
      'file:///etc/x.xml',
      'http://x.org/2.xml',
      'alto/%2e%2e/%2e%2e/2.xml',
    ])
      expect(await refusedAs(withPages(mets({ second })))).toBe('part outside');
  });
});

describe('pathOfReference', () => {
  it.each([
    ['alto/1.xml', 'alto/1.xml'],
    ['./alto//1.xml', 'alto/1.xml'],
    ['file://./alto/1.xml', 'alto/1.xml'],
    ['file://1.xml', '1.xml'],
    ['alto\\1.xml', 'alto/1.xml'],
    ['a%20b.xml', 'a b.xml'],
    ['100%.xml', '100%.xml'],
    ['', null],
    ['..', null],
    ['a/../../b', null],
    ['C:\\x.xml', null],
    ['\\\\server\\x.xml', null],
    ['//server/x.xml', null],
    ['https://x.org/x.xml', null],
    ['file:///x.xml', null],
    ['a\0b.xml', null],
  ])('%j is %j', (reference, path) => expect(pathOfReference(reference)).toBe(path));
});

describe('a folder of pages as a package', () => {
  it('is one issue in the order of its list, each page in its own format', async () => {
    const file = pagesPackage(
      { pages: [{ file: 'p1.txt', image: 'p1.png' }, { file: 'p2.xml' }, { file: 'p3.txt' }] },
      [
        { name: 'p2.xml', bytes: bytes(toAlto(SECOND)) },
        { name: 'p3.txt', bytes: bytes(' \n') },
        { name: 'p1.txt', bytes: Buffer.from('本报讯\r\n昨日', 'utf8') },
      ],
    );
    const { decoded, layout } = await importIssue(file, { name: 'pages' });
    expect(decoded.text).toBe(`本报讯\n昨日\n\f${SECOND.text}\f`);
    expect(layout?.pages.map(({ image }) => image)).toEqual(['p1.png', 'page.png', undefined]);
  });

  it('keeps the pictures of pages whose text has no places; a form feed at a file’s end is no page more', async () => {
    const list = {
      pages: [
        { file: 'p1.txt', image: 'p1.png' },
        { file: 'p2.txt', image: 'p2.png' },
      ],
    };
    const file = pagesPackage(list, [
      { name: 'p1.txt', bytes: bytes('The first page\n\n\f') },
      { name: 'p2.txt', bytes: bytes('\fThe second page\n\f\n') },
    ]);
    const { decoded, layout } = await importIssue(file, { name: 'pages' });
    expect(decoded.text).toBe('The first page\n\n\fThe second page\n');
    expect(layout?.lines).toEqual([]);
    expect(layout?.pages.map(({ from, image }) => [from, image])).toEqual([
      [0, 'p1.png'],
      [17, 'p2.png'],
    ]);
  });

  it('is the same bytes each time', () => {
    const parts = [{ name: 'p1.txt', bytes: bytes('a') }];
    const list = { pages: [{ file: 'p1.txt' }] };
    expect(pagesPackage(list, parts)).toEqual(pagesPackage(list, parts));
  });
});
