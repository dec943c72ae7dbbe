/**
 * ninjs 2 (IPTC, https://iptc.org/std/ninjs/): news as JSON, for editorial systems. One array, an item an article.
 */
import type { DocumentArticle, GalleyDocument } from '../../shared/document/document.ts';
import { isoDay } from '../archive/day.ts';
import { bylineText, titleOf } from './common.ts';
import { jsonLine } from './json.ts';
import { languageOf } from './language.ts';
import { uriOf, usableOf } from './news-item.ts';
import { sentencesOf } from './statement.ts';

function item(document: GalleyDocument, article: DocumentArticle) {
  const { section, kicker, headline, subhead, lede, bylines, paragraphs } = article;
  const { masthead } = document;
  const day = isoDay(masthead.date ?? '');
  const headlines = [
    { role: 'kicker', value: kicker },
    { role: 'main', value: headline },
    { role: 'sub', value: subhead },
  ].flatMap(({ role, value }) => (value ? [{ role, value }] : []));
  return {
    uri: uriOf(document, article),
    standard: { name: 'ninjs', version: '2.0', schema: 'https://iptc.org/std/ninjs/ninjs-schema_2.0.json' },
    type: 'text',
    language: languageOf(document),
    pubstatus: usableOf(article),
    ...(day && { contentcreated: `${day}T00:00:00Z` }),
    ...(masthead.paper && { infosources: [{ name: masthead.paper }] }),
    ...(headlines.length > 0 && { headlines }),
    ...(lede && { descriptions: [{ role: 'lede', contenttype: 'text/plain', value: lede }] }),
    ...(bylines.length > 0 && { by: bylines.map(bylineText).join('; ') }),
    ...(section && { subjects: [{ name: section, rel: 'section' }] }),
    bodies: [
      { role: 'main', contenttype: 'text/plain', value: paragraphs.map((paragraph) => paragraph.text).join('\n') },
    ],
    ednote: [`State: ${article.state}.`, ...sentencesOf(document), sourceOf(document)].join(' '),
  };
}

const sourceOf = (document: GalleyDocument): string =>
  `${titleOf(document)}. Source: ${document.source.name}, SHA-256 ${document.source.sha256}.`;

/** The articles as an array of ninjs items. Ends in LF. */
export const toNinjs = (document: GalleyDocument): string =>
  `[\n${document.articles.map((article) => jsonLine(item(document, article))).join(',\n')}\n]\n`;
