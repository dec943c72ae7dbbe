/**
 * ninjs 2 (IPTC, https://iptc.org/std/ninjs/): news as JSON, for editorial systems. One array, an item an article.
 */
import type { DocumentArticle, GalleyDocument } from '../../shared/document/document.ts';
import { bylineText } from './common.ts';
import { jsonLine } from './json.ts';
import { languageOf } from './language.ts';
import { uriOf, usableOf } from './news-item.ts';
import { partialSentences } from './statement.ts';

function item(document: GalleyDocument, article: DocumentArticle) {
  const { section, kicker, headline, subhead, lede, bylines, paragraphs } = article;
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
    ...(headlines.length > 0 && { headlines }),
    ...(lede && { descriptions: [{ role: 'lede', contenttype: 'text/plain', value: lede }] }),
    ...(bylines.length > 0 && { by: bylines.map(bylineText).join('; ') }),
    ...(section && { subjects: [{ name: section, rel: 'section' }] }),
    bodies: [
      { role: 'main', contenttype: 'text/plain', value: paragraphs.map((paragraph) => paragraph.text).join('\n') },
    ],
    copyrightnotice: `${document.source.name}, SHA-256 ${document.conservation.sha256}: ${document.conservation.nonBlank} characters, ${document.conservation.inArticles} in articles${partialSentences(
      document,
    )
      .map((sentence) => `. ${sentence}`)
      .join('')}`,
  };
}

/** The articles as an array of ninjs items. Ends in LF. */
export const toNinjs = (document: GalleyDocument): string =>
  `[\n${document.articles.map((article) => jsonLine(item(document, article))).join(',\n')}\n]\n`;
