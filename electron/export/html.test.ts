import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { GalleyDocument } from '../../shared/document/document.ts';
import { bylineText } from './common.ts';
import { toHtml } from './html.ts';
import { anyDocument, EVENING } from './testing/documents.ts';
import { elementsOf, parseXml, textOf } from './testing/xml.ts';
import { holdable } from './xml-text.ts';

const ALLOWED = new Set([
  ...['html', 'head', 'meta', 'title', 'style', 'body', 'header', 'h1', 'nav', 'ol', 'li', 'a', 'main', 'article'],
  ...['h2', 'p', 'footer'],
]);
/** Attributes that Galley writes; no handler and no address of elsewhere is among them. */
const ATTRIBUTES = new Set([
  ...['lang', 'charset', 'http-equiv', 'content', 'name', 'aria-label', 'aria-labelledby', 'href', 'id', 'dir'],
  ...['class', 'data-article', 'data-state'],
]);

/** The texts of the articles, in order, with the class that says what each is. */
const read = (html: string): readonly string[] =>
  elementsOf(parseXml(html.replace('<!DOCTYPE html>', '')))
    .filter(({ name }) => name === 'article')
    .flatMap((article) => elementsOf(article).filter(({ name }) => name === 'h2' || name === 'p'))
    .filter(({ attributes }) => attributes.class !== 'missing')
    .map((one) => `${one.attributes.class ?? one.name} ${textOf(one)}`);

const expected = ({ articles }: GalleyDocument): readonly string[] =>
  articles.flatMap((article) =>
    [
      ['section', article.section],
      ['kicker', article.kicker],
      ['h2', article.headline],
      ['subhead', article.subhead],
      ['lede', article.lede],
      ...article.bylines.map((byline) => ['byline', bylineText(byline)]),
      ...article.paragraphs.map(({ role, text }) => [role === 'caption' ? 'caption' : 'p', text]),
    ].flatMap(([kind, text]) => (text ? [`${kind} ${holdable(text)}`] : [])),
  );

describe('toHtml', () => {
  it('gives every text of the articles back, in reading order', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        expect(read(toHtml(document))).toEqual(expected(document));
      }),
    );
  });

  it('has no element, attribute or address but its own, whatever the text', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        for (const { name, attributes } of elementsOf(parseXml(toHtml(document).replace('<!DOCTYPE html>', '')))) {
          expect(ALLOWED).toContain(name);
          for (const key of Object.keys(attributes)) expect(ATTRIBUTES).toContain(key);
          if (attributes.href !== undefined) expect(attributes.href).toMatch(/^#article-\d+-[a-z0-9-]*$/);
        }
      }),
    );
  });

  it('names its language, its articles and what is left out', () => {
    const html = toHtml(EVENING);
    expect(html).toContain('<html lang="zh">');
    expect(html).toContain('<li dir="auto"><a href="#article-1-a1">河长制办公室挂牌</a></li>');
    expect(html).toContain('<h2 id="article-2-a2" class="missing" dir="auto">补题</h2>');
    expect(html).toContain('Left out as no article&#39;s text: section, line 2; furniture, line 1.');
  });

  it('links to nothing where there is no article', () => {
    expect(toHtml({ ...EVENING, articles: [] })).not.toContain('<nav');
  });
});
