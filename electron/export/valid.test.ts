/** Every export is valid by what is not Galley's: libxml2 with a grammar a format, JSON Schema, epubcheck, html-validate. */
import { EpubCheck } from '@likecoin/epubcheck-ts';
import Ajv2020 from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { strFromU8, unzipSync, zipSync } from 'fflate';
import { HtmlValidate } from 'html-validate';
import { describe, expect, it } from 'vitest';
import type { GalleyDocument } from '../../shared/document/document.ts';
import { select, WHOLE } from '../../shared/document/select.ts';
import { toEpub } from './epub.ts';
import { toHtml } from './html.ts';
import { toMets } from './mets.ts';
import { toNewsml } from './newsml.ts';
import { toNinjs } from './ninjs.ts';
import { toNitf } from './nitf.ts';
import { toTei } from './tei.ts';
import { anyDocument, articleWith, EVENING } from './testing/documents.ts';
import { grammar, type Judge } from './testing/grammar.ts';
import ninjsSchema from './testing/schemas/ninjs.json' with { type: 'json' };

type Files = Readonly<Record<string, string>>;

const filesOf = (zip: Uint8Array): Files =>
  Object.fromEntries(Object.entries(unzipSync(zip)).map(([name, file]) => [name, strFromU8(file)]));
const filesLike = (zip: Uint8Array, end: RegExp): readonly string[] =>
  Object.entries(filesOf(zip)).flatMap(([name, file]) => (end.test(name) ? [file] : []));

/** Every field filled. */
const FULL: GalleyDocument = {
  ...EVENING,
  masthead: { paper: 'Evening Post', date: '2024-05-06', edition: 'B', pages: '3' },
  articles: EVENING.articles.map((article) =>
    articleWith({ ...article, dateline: article.dateline ?? { text: 'OSLO, May 5', span: [1, 2] } }),
  ),
};

const XML: readonly (readonly [
  format: string,
  grammar: string,
  write: (document: GalleyDocument) => readonly string[],
])[] = [
  ['TEI', 'tei', (document) => [toTei(document)]],
  ['METS', 'mets', (document) => filesLike(toMets(document), /^mets\.xml$/)],
  ['ALTO', 'alto', (document) => filesLike(toMets(document), /^alto/)],
  ['NITF', 'nitf', (document) => filesLike(toNitf(document), /\.xml$/)],
  ['NewsML-G2', 'newsml', (document) => [toNewsml(document)]],
];
const JUDGES = new Map(XML.map(([format, name]) => [format, grammar(name)]));
const judgeOf = (format: string): Judge => JUDGES.get(format) ?? (() => ['no such grammar']);

describe.each(XML)('%s', (format, _, write) => {
  const judge = judgeOf(format);

  it('is valid with every field, with none, and where there is no article', () => {
    const bare = { ...EVENING, masthead: {}, articles: [articleWith({ paragraphs: [] })] };
    for (const document of [FULL, bare, { ...EVENING, articles: [] }])
      for (const file of write(document)) expect(judge(file)).toEqual([]);
  });

  it('is valid whatever the text', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        for (const file of write(document)) expect(judge(file)).toEqual([]);
      }),
    );
  });
});

/** Changes of a valid file that the format's specification forbids: a grammar that lets them pass proves nothing. */
const FORBIDDEN: readonly (readonly [format: string, what: string, from: RegExp, to: string])[] = [
  ['TEI', 'a header without a title', /<titleStmt>.*<\/titleStmt>/, ''],
  ['TEI', 'no header', /<teiHeader>.*<\/teiHeader>/s, ''],
  ['TEI', 'a headline after the text', /(<head type="headline">.*?<\/head>)(.*?)<\/div>/s, '$2$1</div>'],
  ['TEI', 'text in no paragraph', /<body>/, '<body>loose'],
  ['TEI', 'a type of two words', /type="headline"/, 'type="head line"'],
  ['TEI', 'a lede that is no paragraph', /<argument><p>(.*?)<\/p>/, '<argument>$1'],
  ['METS', 'no map', /<structMap.*<\/structMap>/s, ''],
  ['METS', 'a division before its pointers', /(<div TYPE="ISSUE">)/, '$1<div/><fptr FILEID="ALTO1"/>'],
  ['METS', 'a file without an id', /<file ID="ALTO1"/, '<file'],
  ['METS', 'an area of no file', /<area FILEID="ALTO1"/, '<area'],
  ['METS', 'an agent of no known role', /ROLE="CREATOR"/, 'ROLE="ROBOT"'],
  ['ALTO', 'no unit', /<MeasurementUnit>pixel</, '<MeasurementUnit>yard<'],
  ['ALTO', 'a string without its text', /CONTENT="[^"]*"/, ''],
  ['ALTO', 'a line without strings', /(<TextLine[^>]*>).*?<\/TextLine>/, '$1</TextLine>'],
  ['ALTO', 'a page without its number', / PHYSICAL_IMG_NR="1"/, ''],
  ['ALTO', 'a block without an id', /<TextBlock ID="TB1"/, '<TextBlock'],
  ['NITF', 'a second headline of the first rank', /<\/hedline>/, '<hl1>x</hl1></hedline>'],
  ['NITF', 'an abstract of bare text', /<abstract>.*<\/abstract>/s, '<abstract>x</abstract>'],
  ['NITF', 'a byline before the headline', /<body.head>/, '<body.head><byline>x</byline>'],
  ['NITF', 'no body', /<body>.*<\/body>/s, ''],
  ['NITF', 'another version', /NITF 3\.6/, 'NITF 9'],
  ['NewsML-G2', 'an item without metadata', /<itemMeta>.*?<\/itemMeta>/s, ''],
  ['NewsML-G2', 'an item without its guid', / guid="[^"]*"/, ''],
  ['NewsML-G2', 'no class', /<itemClass[^>]*>/, ''],
  ['NewsML-G2', 'a headline before the source', /<contentMeta>/, '<contentMeta><headline>x</headline>'],
  ['NewsML-G2', 'content before its metadata', /(<contentMeta>.*?<\/contentMeta>)(.*?<\/contentSet>)/s, '$2$1'],
  ['NewsML-G2', 'an empty set', /<itemSet>.*<\/itemSet>/s, '<itemSet></itemSet>'],
];

it.each(FORBIDDEN)('%s refuses %s', (format, _, from, to) => {
  const [, , write] = XML.find(([name]) => name === format) ?? [];
  const [file = ''] = write?.(FULL) ?? [];
  const changed = file.replace(from, to);
  expect(changed).not.toBe(file);
  expect(judgeOf(format)(changed)).not.toEqual([]);
});

const isNinjs = new Ajv2020({ strict: true, allErrors: true }).compile(ninjsSchema);

describe('ninjs', () => {
  it('is valid whatever the text', () => {
    for (const document of [FULL, ...fc.sample(anyDocument, { numRuns: 100, seed: 9 })]) {
      isNinjs(JSON.parse(toNinjs(document)));
      expect(isNinjs.errors ?? []).toEqual([]);
    }
  });

  it.each([
    ['no uri', { uri: undefined }],
    ['a state of its own', { pubstatus: 'settled' }],
    ['a body without text', { bodies: [{ role: 'main' }] }],
    ['a key of its own', { extra: 1 }],
  ])('refuses %s', (_, change) => {
    const [first]: readonly object[] = JSON.parse(toNinjs(FULL));
    expect(isNinjs(JSON.parse(JSON.stringify([{ ...first, ...change }])))).toBe(false);
  });
});

/** Half a page of HTML is told by its tree, as browsers read it. */
const html = new HtmlValidate({ extends: ['html-validate:standard'] });
const htmlFaults = async (page: string): Promise<readonly string[]> =>
  (await html.validateString(page)).results.flatMap(({ messages }) =>
    messages.map(({ line, message, ruleId }) => `${line}: ${ruleId}: ${message}`),
  );

describe('HTML', () => {
  it('is valid whatever the text', async () => {
    for (const document of [FULL, ...fc.sample(anyDocument, { numRuns: 30, seed: 9 })])
      expect(await htmlFaults(toHtml(document))).toEqual([]);
  });

  it.each([
    ['a block in a paragraph', '<main>', '<main><p><div>x</div></p>'],
    ['one id twice', '<main>', '<main><p id="a"></p><p id="a"></p>'],
    ['a page without its language', ' lang="', ' data-lang="'],
  ])('refuses %s', async (_, from, to) => {
    expect(await htmlFaults(toHtml(FULL).replace(from, to))).not.toEqual([]);
  });
});

const epubFaults = async (book: Uint8Array): Promise<readonly string[]> =>
  (await EpubCheck.validate(book)).messages.map(({ id, message }) => `${id}: ${message}`);
const single = (id: string) => select(FULL, { ...WHOLE, article: (one) => one.id === id });

/** A chapter as a page of HTML; its marks of XML, which HTML has not, left out. */
const asHtml = (chapter: string): string =>
  chapter.replace(/^<\?xml.*\n/, '<!DOCTYPE html>\n').replace(/ (?:xmlns|xmlns:epub|xml:lang|epub:type)="[^"]*"/g, '');

describe('EPUB', () => {
  it('passes epubcheck: an issue, one article, none, and whatever the text', async () => {
    const documents = [
      FULL,
      single('a1'),
      { ...EVENING, articles: [] },
      ...fc.sample(anyDocument, { numRuns: 12, seed: 9 }),
    ];
    for (const document of documents) expect(await epubFaults(toEpub(document))).toEqual([]);
  });

  it('has chapters that are valid HTML', async () => {
    for (const document of [FULL, ...fc.sample(anyDocument, { numRuns: 12, seed: 9 })])
      for (const chapter of filesLike(toEpub(document), /\.xhtml$/))
        expect(await htmlFaults(asHtml(chapter))).toEqual([]);
  });

  it.each([
    ['no title', 'issue.opf', /<dc:title>.*<\/dc:title>/],
    ['no identifier', 'issue.opf', /<dc:identifier.*?<\/dc:identifier>/],
    ['a chapter that is in no manifest', 'issue.opf', /<item id="a1"[^>]*>/],
    ['no table of contents', 'nav.xhtml', / epub:type="toc"/],
  ])('with %s does not pass', async (_, name, what) => {
    const files = filesOf(toEpub(FULL));
    const changed = { ...files, [name]: (files[name] ?? '').replace(what, '') };
    expect(changed).not.toEqual(files);
    const { mimetype = '', ...others } = changed;
    const bytes = (text: string) => new TextEncoder().encode(text);
    const rest = Object.fromEntries(Object.entries(others).map(([one, text]) => [one, bytes(text)]));
    expect(await epubFaults(zipSync({ mimetype: [bytes(mimetype), { level: 0 }], ...rest }))).not.toEqual([]);
  });
});
