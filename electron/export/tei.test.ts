import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { GalleyDocument } from '../../shared/document/document.ts';
import { bylineText } from './common.ts';
import { toTei } from './tei.ts';
import { anyDocument, EVENING } from './testing/documents.ts';
import { elementsOf, parseXml, textOf } from './testing/xml.ts';
import { holdable } from './xml-text.ts';

const LEAVES = new Set(['head', 'argument', 'byline', 'p', 'ab']);

const read = (tei: string): readonly string[] =>
  elementsOf(parseXml(tei))
    .filter(({ name }) => name === 'div')
    .flatMap((div) => div.children.filter((child) => typeof child !== 'string'))
    .map((one) => {
      expect(LEAVES).toContain(one.name);
      return `${one.attributes.type ?? one.name} ${textOf(one)}`;
    });

const expected = ({ articles }: GalleyDocument): readonly string[] =>
  articles.flatMap((article) =>
    [
      ['section', article.section],
      ['kicker', article.kicker],
      ['headline', article.headline],
      ['subhead', article.subhead],
      ['argument', article.lede],
      ...article.bylines.map((byline) => ['byline', bylineText(byline)]),
      ...article.paragraphs.map(({ role, text }) => [role === 'caption' ? 'caption' : 'p', text]),
    ].flatMap(([kind, text]) => (text ? [`${kind} ${holdable(text)}`] : [])),
  );

describe('toTei', () => {
  it('gives every text of the articles back, in reading order', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        expect(read(toTei(document))).toEqual(expected(document));
      }),
    );
  });

  it('has a head of file description, then a body, in the namespace of TEI', () => {
    const root = parseXml(toTei(EVENING));
    const children = root.children.flatMap((child) => (typeof child === 'string' ? [] : [child.name]));
    expect([root.attributes.xmlns, ...children]).toEqual(['http://www.tei-c.org/ns/1.0', 'teiHeader', 'text']);
  });
});
