/** DOCX, EPUB, METS with ALTO, ninjs: read back, each gives the text of the articles in their order; hostile text is text. */
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import mammoth from 'mammoth';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import type { DocumentArticle, ExportField, GalleyDocument } from '../../shared/document/document.ts';
import { select, WHOLE } from '../../shared/document/select.ts';
import { bylineText } from './common.ts';
import { toDocx } from './docx.ts';
import { toEpub } from './epub.ts';
import { toMets } from './mets.ts';
import { toNewsml } from './newsml.ts';
import { toNinjs } from './ninjs.ts';
import { toNitf } from './nitf.ts';
import { printedOf } from './printed.ts';
import { anyDocument, articleWith, EVENING, HOSTILE } from './testing/documents.ts';
import { holdable } from './xml-text.ts';

/** The texts of the articles in reading order, as a format that can't hold everything prints them. */
const texts = (document: GalleyDocument): readonly string[] =>
  document.articles.flatMap((article) => printedOf(article).map(({ text }) => holdable(text)));

/** White space of any kind and length is one blank, as readers of XML and Word have it. */
const plain = (text: string): string => text.replace(/[\s\u0085]+/gu, ' ').trim();

/** All text of an XML file, element by element; throws when it is not well-formed. */
function textsOf(xml: string, names: ReadonlySet<string>): readonly string[] {
  const found: string[] = [];
  const open: string[] = [];
  let text = '';
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name }) => {
    open.push(name);
    if (names.has(name)) text = '';
  });
  parser.on('text', (piece) => {
    text += piece;
  });
  parser.on('closetag', () => {
    if (names.has(open.pop() ?? '')) found.push(text);
  });
  parser.write(xml).close();
  return found;
}

const hostile: GalleyDocument = {
  ...EVENING,
  articles: HOSTILE.map((text, i) => ({ ...articleWith({ headline: text, lede: text }), id: `a${i + 1}` })),
};

describe('DOCX', () => {
  it.each([
    ['an evening', EVENING],
    ['hostile text', hostile],
  ] as const)('of %s reads as the articles', async (_, document) => {
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(await toDocx(document)) });
    const read = plain(value);
    let from = 0;
    for (const text of texts(document).map(plain).filter(Boolean)) {
      const at = read.indexOf(text, from);
      expect(at, text).toBeGreaterThanOrEqual(from);
      from = at + text.length;
    }
  });
});

describe('EPUB', () => {
  const chapters = (bytes: Uint8Array): readonly string[] => {
    const files = unzipSync(bytes);
    const names = Object.keys(files).filter((name) => /^article-\d+\.xhtml$/.test(name));
    const number = (name: string) => Number(/\d+/.exec(name)?.[0]);
    return names.sort((a, b) => number(a) - number(b)).map((name) => strFromU8(files[name] ?? new Uint8Array()));
  };
  const TAGS = new Set(['p', 'h1', 'figcaption']);

  it.each([
    ['an evening', EVENING],
    ['hostile text', hostile],
  ] as const)('of %s reads as the articles', (_, document) => {
    const read = chapters(toEpub(document))
      .flatMap((chapter) => textsOf(chapter, TAGS))
      .filter(Boolean);
    // XML reads CR and CRLF as LF.
    expect(read).toEqual(texts(document).map((text) => text.replace(/\r\n?/g, '\n')));
  });

  it('begins with its stored media type, and is the same each time', () => {
    const bytes = Buffer.from(toEpub(EVENING));
    expect(bytes.subarray(30, 58).toString('latin1')).toBe('mimetypeapplication/epub+zip');
    expect(Buffer.from(toEpub(EVENING)).equals(bytes)).toBe(true);
  });

  it('has an identifier that no other part of the issue has, and that stays when the part is corrected', () => {
    const [one] = EVENING.articles;
    if (!one) throw new Error('the evening has articles');
    const more = { ...EVENING, articles: [...EVENING.articles, { ...one, id: 'a3' }, { ...one, id: 'a4' }] };
    const part = (ids: readonly string[], fields: readonly ExportField[] = WHOLE.fields) =>
      select(more, { ...WHOLE, fields, article: ({ id }) => ids.includes(id) });
    const idOf = (document: GalleyDocument) =>
      textsOf(
        strFromU8(unzipSync(toEpub(document))['issue.opf'] ?? new Uint8Array()),
        new Set(['dc:identifier']),
      ).join();
    const all = more.articles.map(({ id }) => id);
    const parts = [
      part(all),
      part(['a1', 'a2']),
      part(['a1', 'a3']),
      part(['a1', 'a2', 'a3']),
      part(['a1']),
      part([]),
      part(all, ['headline', 'body']),
      part(['a1'], ['headline', 'body']),
    ];
    expect(new Set(parts.map(idOf)).size).toBe(parts.length);
    const before = part(['a1', 'a2']);
    const corrected = {
      ...before,
      articles: before.articles.map((article) => ({ ...article, headline: '改过的标题' })),
    };
    expect(idOf(corrected)).toBe(idOf(before));
  });

  it('of one article is a book of its own, which names it by its place in the issue', () => {
    const [first, second] = EVENING.articles.map(({ id }) =>
      select(EVENING, { ...WHOLE, article: (article) => article.id === id }),
    );
    if (!first || !second) throw new Error('the evening has two articles');
    const untitled = { ...second, articles: second.articles.map((article) => ({ ...article, headline: null })) };
    const read = (document: GalleyDocument, name: string) =>
      strFromU8(unzipSync(toEpub(document))[name] ?? new Uint8Array());
    const idOf = (document: GalleyDocument) => textsOf(read(document, 'issue.opf'), new Set(['dc:identifier'])).join();
    expect(new Set([EVENING, first, second].map(idOf)).size).toBe(3);
    expect(textsOf(read(untitled, 'nav.xhtml'), new Set(['a']))).toEqual(['2', 'Galley']);
  });
});

describe('METS and ALTO', () => {
  const files = (document: GalleyDocument) => {
    const zip = unzipSync(toMets(document));
    const read = (name: string) => strFromU8(zip[name] ?? new Uint8Array());
    return { mets: read('mets.xml'), alto: read('alto.xml') };
  };
  /** Lines of text by their block, as a parser reads them. */
  const linesOf = (alto: string): readonly string[] => {
    const found: string[] = [];
    const parser = new SaxesParser();
    parser.on('opentag', ({ name, attributes }) => {
      if (name === 'String') found.push(String(attributes.CONTENT));
    });
    parser.write(alto).close();
    return found;
  };

  it.each([
    ['an evening', EVENING],
    ['hostile text', hostile],
  ] as const)('of %s reads as the articles', (_, document) => {
    const { alto, mets } = files(document);
    const outside = document.furniture.map(({ text }) => text);
    const lines = [...texts(document), ...outside.map(holdable)].flatMap((text) => text.split(/\r\n|\r|\n/));
    expect(linesOf(alto)).toEqual(lines.filter((line) => line.trim() !== ''));
    expect(mets.match(/TYPE="ARTICLE"/g)).toHaveLength(document.articles.length);
  });

  it('is well-formed, and names no block that is not there, whatever the text', () => {
    fc.assert(
      fc.property(anyDocument, (any) => {
        const { mets, alto } = files(any);
        textsOf(mets, new Set());
        textsOf(alto, new Set());
        for (const [, id] of mets.matchAll(/BEGIN="([^"]*)"/g)) expect(alto).toContain(`<TextBlock ID="${id}"`);
      }),
    );
  });
});

describe('NITF', () => {
  it.each([
    ['an evening', EVENING],
    ['hostile text', hostile],
  ] as const)('of %s has a well-formed file an article, which reads as it', (_, document) => {
    const files = unzipSync(toNitf(document));
    document.articles.forEach((article, i) => {
      const xml = strFromU8(files[`article-${i + 1}.nitf.xml`] ?? new Uint8Array());
      const read = textsOf(xml, new Set(['p', 'hl1', 'hl2', 'byline']))
        .filter(Boolean)
        .map(plain)
        .toSorted();
      const wanted = printedOf({ ...article, bylines: [] }).filter(({ role }) => role !== 'section');
      const bylines = article.bylines.map(bylineText);
      const all = [...wanted.map(({ text }) => holdable(text)), ...bylines].map(plain).filter(Boolean);
      expect(read.filter(Boolean)).toEqual(all.toSorted());
    });
  });

  it('says what the main headline is where there is no headline', () => {
    const head = (article: Partial<DocumentArticle>) => {
      const [xml] = Object.values(unzipSync(toNitf({ ...EVENING, articles: [articleWith(article)] })));
      return /<hedline>\n(.*)\n<\/hedline>/s.exec(strFromU8(xml ?? new Uint8Array()))?.[1]?.split('\n');
    };
    expect(head({ headline: '', kicker: 'K', subhead: 'S' })).toEqual([
      '<hl1 class="kicker">K</hl1>',
      '<hl2 class="subhead">S</hl2>',
    ]);
    expect(head({ headline: null, kicker: null, subhead: 'S' })).toEqual(['<hl1 class="subhead">S</hl1>']);
  });

  it('is well-formed whatever the text, and says so where there is no article', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        for (const [name, bytes] of Object.entries(unzipSync(toNitf(document))))
          if (name.endsWith('.xml')) textsOf(strFromU8(bytes), new Set());
      }),
    );
    const none = unzipSync(toNitf({ ...EVENING, articles: [] }));
    expect(strFromU8(none['statement.txt'] ?? new Uint8Array())).toContain(EVENING.conservation.sha256);
  });
});

describe('NewsML-G2', () => {
  it('names no section and no newspaper that are blank', () => {
    const xml = toNewsml({ ...EVENING, masthead: { paper: ' ' }, articles: [articleWith({ section: '\t' })] });
    expect(xml).not.toMatch(/<subject|<infoSource/);
  });

  it.each([
    ['an evening', EVENING],
    ['hostile text', hostile],
  ] as const)('of %s reads as the articles', (_, document) => {
    const read = textsOf(toNewsml(document), new Set(['p', 'headline']))
      .map(plain)
      .filter(Boolean);
    const wanted = document.articles.flatMap(({ kicker, headline, subhead, paragraphs }) =>
      [kicker, headline, subhead, ...paragraphs.map(({ text }) => text)].map((text) => plain(holdable(text ?? ''))),
    );
    expect(read).toEqual(wanted.filter(Boolean));
  });

  it('is well-formed, an item an article, whatever the text', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const xml = toNewsml(document);
        textsOf(xml, new Set());
        expect(xml.match(/<newsItem /g)).toHaveLength(Math.max(1, document.articles.length));
      }),
    );
  });
});

describe('ninjs', () => {
  it('is JSON of an item an article, its text in order', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const items = JSON.parse(toNinjs(document)) as { uri: string; bodies: { value: string }[] }[];
        expect(items).toHaveLength(document.articles.length);
        items.forEach((item, i) => {
          const paragraphs = document.articles[i]?.paragraphs ?? [];
          // JSON keeps halves of surrogate pairs, escaped.
          expect(item.bodies[0]?.value).toBe(paragraphs.map(({ text }) => text).join('\n'));
          expect(item.uri).toMatch(/^urn:galley:[0-9a-f]{64}:a\d+$/);
        });
      }),
    );
  });
});
