/**
 * NewsML-G2 2.33 (IPTC): the issue as one news message, an item an article, its text as XHTML inside. For agencies and
 * editorial systems. `sent` and `versionCreated` are the day of the newspaper: the same document gives the same file.
 */
import type { DocumentArticle, GalleyDocument } from '../../shared/document/document.ts';
import { bylineText, titleOf } from './common.ts';
import { languageOf } from './language.ts';
import { dayOf, issueUriOf, uriOf, usableOf } from './news-item.ts';
import { sentencesOf } from './statement.ts';
import { escapeXml } from './xml-text.ts';

const CATALOG = 'http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_38.xml';

const element = (name: string, text: string | null | undefined, attributes = ''): readonly string[] =>
  text ? [`<${name}${attributes}>${escapeXml(text)}</${name}>`] : [];

/** An element that holds a name, which stands on one line in NewsML-G2; nothing where the name is blank. */
function named(tag: string, literal: string, name: string | null | undefined): readonly string[] {
  const inside = element('name', name?.replace(/\s+/gu, ' ').trim());
  return inside.map((xml) => `<${tag} literal="${literal}">${xml}</${tag}>`);
}

/** Order of the elements is the schema's. */
function contentMeta(document: GalleyDocument, article: DocumentArticle): readonly string[] {
  const { kicker, headline, subhead, lede, bylines, dateline, section } = article;
  const { masthead, source } = document;
  return [
    '<contentMeta>',
    ...named('infoSource', 'newspaper', masthead.paper),
    ...named('subject', 'section', section),
    ...element('headline', kicker, ' roleuri="urn:galley:headline:kicker"'),
    ...element('headline', headline),
    ...element('headline', subhead, ' roleuri="urn:galley:headline:subhead"'),
    ...element('dateline', dateline?.text),
    ...element('by', bylines.map(bylineText).join('; ')),
    ...element('description', lede, ' role="drol:summary"'),
    ...element('description', `${titleOf(document)}. Source: ${source.name}, SHA-256 ${source.sha256}.`),
    '</contentMeta>',
  ];
}

const paragraph = ({ role, text }: DocumentArticle['paragraphs'][number]): readonly string[] =>
  element('p', text, role === 'caption' ? ' class="caption"' : '');

function newsItem(document: GalleyDocument, article: DocumentArticle): string {
  const language = languageOf(document);
  const text = article.paragraphs.flatMap(paragraph);
  return [
    `<newsItem guid="${uriOf(document, article)}" version="1" standard="NewsML-G2" standardversion="2.33" conformance="power" xml:lang="${language}">`,
    `<catalogRef href="${CATALOG}"/>`,
    '<itemMeta>',
    '<itemClass qcode="ninat:text"/>',
    '<provider literal="Galley"/>',
    `<versionCreated>${dayOf(document)}T00:00:00Z</versionCreated>`,
    `<pubStatus qcode="stat:${usableOf(article)}"/>`,
    ...element('edNote', `State: ${article.state}.`),
    ...sentencesOf(document).flatMap((sentence) => element('edNote', sentence)),
    '</itemMeta>',
    ...contentMeta(document, article),
    '<contentSet>',
    '<inlineXML contenttype="application/xhtml+xml">',
    `<html xmlns="http://www.w3.org/1999/xhtml"><head><title>${escapeXml(article.headline ?? '')}</title></head><body>`,
    ...(text.length > 0 ? text : ['<p/>']),
    '</body></html>',
    '</inlineXML>',
    '</contentSet>',
    '</newsItem>',
  ].join('\n');
}

/** A message without items is none: an issue without articles is one item that says so. */
function statementItem(document: GalleyDocument): string {
  return [
    `<newsItem guid="${issueUriOf(document)}" version="1" standard="NewsML-G2" standardversion="2.33" conformance="power">`,
    `<catalogRef href="${CATALOG}"/>`,
    '<itemMeta>',
    '<itemClass qcode="ninat:text"/>',
    '<provider literal="Galley"/>',
    `<versionCreated>${dayOf(document)}T00:00:00Z</versionCreated>`,
    '<pubStatus qcode="stat:withheld"/>',
    ...sentencesOf(document).flatMap((sentence) => element('edNote', sentence)),
    '</itemMeta>',
    '</newsItem>',
  ].join('\n');
}

/** The document as a news message. Ends in LF. */
export function toNewsml(document: GalleyDocument): string {
  const items = document.articles.map((article) => newsItem(document, article));
  return `<?xml version="1.0" encoding="UTF-8"?>
<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/">
<header>
<sent>${dayOf(document)}T00:00:00Z</sent>
<sender>Galley</sender>
</header>
<itemSet>
${items.length > 0 ? items.join('\n') : statementItem(document)}
</itemSet>
</newsMessage>
`;
}
