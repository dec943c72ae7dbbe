/**
 * TEI P5 (Text Encoding Initiative, guidelines P5): the issue as one `TEI` element, a `div type="article"` an article.
 * Head texts are `head`s by their type, the lede is the `argument`, bylines are `byline`s, captions `ab type="caption"`.
 */
import type { DocumentArticle, GalleyDocument } from '../../shared/document/document.ts';
import { placesOf } from '../../shared/document/select.ts';
import { isoDay } from '../archive/day.ts';
import { bylineText, titleOf } from './common.ts';
import { languageOf } from './language.ts';
import { sentencesOf } from './statement.ts';
import { attribute, escapeXml } from './xml-text.ts';

const block = (open: string, text: string | null | undefined, close: string): readonly string[] =>
  text ? [`${open}${escapeXml(text)}${close}`] : [];

const head = (type: string, text: string | null | undefined): readonly string[] =>
  block(`<head type="${type}">`, text, '</head>');

function articleDiv(article: DocumentArticle, index: number): string {
  return [
    `<div type="article" subtype="${article.state.replace(' ', '-')}" n="${index}" xml:id="article-${index}">`,
    ...head('section', article.section),
    ...head('kicker', article.kicker),
    ...head('headline', article.headline),
    ...head('subhead', article.subhead),
    ...block('<argument><p>', article.lede, '</p></argument>'),
    ...article.bylines.flatMap((byline) => block('<byline>', bylineText(byline), '</byline>')),
    ...article.paragraphs.flatMap(({ role, text }) =>
      role === 'caption' ? block('<ab type="caption">', text, '</ab>') : block('<p>', text, '</p>'),
    ),
    '</div>',
  ].join('\n');
}

/** TEI has no element for a newspaper's edition or pages in `bibl` but these. */
function sourceOf({ masthead, source }: GalleyDocument): string {
  const day = isoDay(masthead.date ?? '');
  return [
    ...block('<title level="j">', masthead.paper, '</title>'),
    ...block(day === '' ? '<date>' : `<date when="${day}">`, masthead.date, '</date>'),
    ...block('<edition>', masthead.edition, '</edition>'),
    ...block('<biblScope unit="page">', masthead.pages, '</biblScope>'),
    `<idno type="file" n="${attribute(source.encoding)}">${escapeXml(source.name)}</idno>`,
    `<idno type="SHA-256">${source.sha256}</idno>`,
  ].join('');
}

/** The document as TEI. Ends in LF. */
export function toTei(document: GalleyDocument): string {
  const { articles } = document;
  const places = placesOf(document);
  const body = articles.map((article, i) => articleDiv(article, places[i]?.index ?? i + 1)).join('\n');
  return `<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0">
<teiHeader>
<fileDesc>
<titleStmt><title>${escapeXml(titleOf(document))}</title></titleStmt>
<publicationStmt><p>Exported by Galley.</p></publicationStmt>
<sourceDesc><bibl>${sourceOf(document)}</bibl></sourceDesc>
</fileDesc>
<encodingDesc><editorialDecl>
${sentencesOf(document)
  .map((sentence) => `<p>${escapeXml(sentence)}</p>`)
  .join('\n')}
</editorialDecl></encodingDesc>
</teiHeader>
<text xml:lang="${languageOf(document)}">
<body>
${articles.length > 0 ? body : '<p/>'}
</body>
</text>
</TEI>
`;
}
