/**
 * HTML: the articles as one page (WHATWG HTML, written so that it is well-formed XML too). It runs no script and loads
 * nothing: a content security policy in its head forbids both, whatever the issue's text holds.
 */
import type { DocumentArticle, GalleyDocument } from '../../shared/document/document.ts';
import { placesOf } from '../../shared/document/select.ts';
import { bylineText, titleOf } from './common.ts';
import { languageOf } from './language.ts';
import { sentencesOf } from './statement.ts';
import { attribute, escapeXml } from './xml-text.ts';

/** An element with a text of the issue in it, each in a direction of its own; none where there is no text. */
const element = (name: string, kind: string, text: string | null | undefined): readonly string[] =>
  text ? [`<${name}${kind && ` class="${kind}"`} dir="auto">${escapeXml(text)}</${name}>`] : [];

/** An article's name where it has no headline. */
const headingOf = (article: DocumentArticle, index: number): string =>
  article.headline || article.kicker || article.subhead || `[${index}]`;

/** An id could come from a file that a person wrote: only its safe characters. */
const anchor = (article: DocumentArticle, index: number): string =>
  `article-${index}-${article.id.replace(/[^a-z0-9-]/gi, '')}`;

/** An article as a well-formed fragment; `index` is its place in the issue, 1-based. */
function articleHtml(article: DocumentArticle, index: number): string {
  const id = anchor(article, index);
  const heading = article.headline
    ? `<h2 id="${id}" dir="auto">${escapeXml(article.headline)}</h2>`
    : `<h2 id="${id}" class="missing" dir="auto">${escapeXml(headingOf(article, index))}</h2>`;
  return [
    `<article aria-labelledby="${id}" data-article="${attribute(article.id)}" data-state="${article.state}">`,
    ...element('p', 'section', article.section),
    ...element('p', 'kicker', article.kicker),
    heading,
    ...element('p', 'subhead', article.subhead),
    ...element('p', 'lede', article.lede),
    ...article.bylines.flatMap((byline) => element('p', 'byline', bylineText(byline))),
    ...article.paragraphs.flatMap(({ role, text }) => element('p', role === 'caption' ? 'caption' : '', text)),
    '</article>',
  ].join('\n');
}

/** A link to each article. */
const contents = ({ articles }: GalleyDocument, indexOf: (i: number) => number): readonly string[] =>
  articles.length === 0
    ? []
    : [
        '<nav aria-label="Articles">\n<ol>',
        ...articles.map(
          (one, i) =>
            `<li dir="auto"><a href="#${anchor(one, indexOf(i))}">${escapeXml(headingOf(one, indexOf(i)))}</a></li>`,
        ),
        '</ol>\n</nav>',
      ];

/** What the export says of itself, as paragraphs. */
const statementHtml = (document: GalleyDocument): string =>
  [...sentencesOf(document), `SHA-256 of the source: ${document.source.sha256}.`, `Source: ${document.source.name}`]
    .map((sentence) => `<p>${escapeXml(sentence)}</p>`)
    .join('\n');

/** Blanks and line ends of a text are shown as they are; colours follow the reader's system. */
const STYLE = `:root { color-scheme: light dark }
body { margin: 2em auto; max-width: 42em; padding: 0 1em; font: 1.05em/1.7 serif }
article { margin-block: 3em; border-top: 1px solid }
[dir] { white-space: pre-wrap; overflow-wrap: anywhere }
.kicker, .subhead, .byline, .section { margin-block: .3em }
.lede { font-weight: bold }
.caption, .byline { font-style: italic }
.missing { font-weight: normal }
footer { border-top: 1px solid; font-size: .85em; overflow-wrap: anywhere }`;

/** The document as one page. Ends in LF. */
export function toHtml(document: GalleyDocument): string {
  const title = escapeXml(titleOf(document));
  const places = placesOf(document);
  const indexOf = (i: number) => places[i]?.index ?? i + 1;
  return `<!DOCTYPE html>
<html lang="${languageOf(document)}">
<head>
<meta charset="utf-8" />
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'" />
<meta name="viewport" content="width=device-width" />
<title>${title}</title>
<style>
${STYLE}
</style>
</head>
<body>
<header>
<h1 dir="auto">${title}</h1>
${contents(document, indexOf).join('\n')}
</header>
<main>
${document.articles.map((article, i) => articleHtml(article, indexOf(i))).join('\n')}
</main>
<footer lang="en" aria-label="About this export">
${statementHtml(document)}
</footer>
</body>
</html>
`;
}
