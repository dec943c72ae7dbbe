/**
 * NITF 3.6 (IPTC, News Industry Text Format): a file an article, for editorial systems and text archives. The files of an
 * issue lie in one zip, in reading order.
 */
import type { DocumentArticle, GalleyDocument } from '../../shared/document/document.ts';
import { placesOf } from '../../shared/document/select.ts';
import { bylineText, titleOf } from './common.ts';
import { languageOf } from './language.ts';
import { dayOf, uriOf } from './news-item.ts';
import { sentencesOf } from './statement.ts';
import { attribute, escapeXml } from './xml-text.ts';
import { fileOf, zipOf } from './zip-file.ts';

const element = (name: string, text: string | null | undefined, attributes = ''): readonly string[] =>
  text ? [`<${name}${attributes}>${escapeXml(text)}</${name}>`] : [];

/** NITF has one main headline, the first there is; the others are second ones. Their class says what each is. */
function hedline({ kicker, headline, subhead }: DocumentArticle): readonly string[] {
  const all = [
    { kind: 'headline', text: headline },
    { kind: 'kicker', text: kicker },
    { kind: 'subhead', text: subhead },
  ].filter(({ text }) => text);
  if (all.length === 0) return [];
  const lines = all.flatMap(({ kind, text }, i) => element(i === 0 ? 'hl1' : 'hl2', text, ` class="${kind}"`));
  return ['<hedline>', ...lines, '</hedline>'];
}

function head(document: GalleyDocument, article: DocumentArticle, index: number): string {
  const { masthead, source } = document;
  const day = dayOf(document).replaceAll('-', '');
  const pubdata = [
    `<pubdata type="print" date.publication="${day}"`,
    masthead.paper && ` name="${attribute(masthead.paper)}"`,
    masthead.edition && ` edition.name="${attribute(masthead.edition)}"`,
    article.section && ` position.section="${attribute(article.section)}"`,
    masthead.pages && ` position.sequence="${attribute(masthead.pages)}"`,
    '/>',
  ];
  return [
    '<head>',
    `<title>${escapeXml(article.headline ?? `${titleOf(document)} ${index}`)}</title>`,
    `<meta name="generator" content="Galley"/>`,
    `<meta name="state" content="${article.state}"/>`,
    `<meta name="source" content="${attribute(source.name)}"/>`,
    `<meta name="source-sha256" content="${source.sha256}"/>`,
    `<meta name="newspaper-date" content="${attribute(masthead.date ?? '')}"/>`,
    ...sentencesOf(document).map((sentence) => `<meta name="statement" content="${attribute(sentence)}"/>`),
    `<docdata><doc-id id-string="${uriOf(document, article)}"/><date.issue norm="${day}"/></docdata>`,
    pubdata.filter(Boolean).join(''),
    '</head>',
  ].join('\n');
}

const body = (article: DocumentArticle): string =>
  [
    '<body>',
    '<body.head>',
    ...hedline(article),
    ...article.bylines.flatMap((one) => element('byline', bylineText(one))),
    ...(article.dateline ? element('dateline', article.dateline.text) : []),
    ...(article.lede ? ['<abstract>', ...element('p', article.lede), '</abstract>'] : []),
    '</body.head>',
    '<body.content>',
    ...article.paragraphs.flatMap(({ role, text }) => element('p', text, role === 'caption' ? ' class="caption"' : '')),
    '</body.content>',
    '</body>',
  ].join('\n');

const nitfOf = (document: GalleyDocument, article: DocumentArticle, index: number): string => {
  const language = languageOf(document);
  return `<?xml version="1.0" encoding="UTF-8"?>
<nitf xmlns="http://iptc.org/std/NITF/2006-10-18/" version="-//IPTC//DTD NITF 3.6//EN"${language === 'und' ? '' : ` xml:lang="${language}"`}>
${head(document, article, index)}
${body(article)}
</nitf>
`;
};

/** The statement alone, where there is no article to hold it. */
const emptyNote = (document: GalleyDocument): string => `${sentencesOf(document).join('\n')}\n`;

/** The articles as a zip of NITF files, `article-1.nitf.xml` and so on by their place in the issue. */
export function toNitf(document: GalleyDocument): Uint8Array {
  const places = placesOf(document);
  const files = document.articles.map((article, i) => {
    const index = places[i]?.index ?? i + 1;
    return [`article-${index}.nitf.xml`, fileOf(nitfOf(document, article, index))] as const;
  });
  const all = files.length > 0 ? files : [['statement.txt', fileOf(emptyNote(document))] as const];
  return zipOf(Object.fromEntries(all));
}
