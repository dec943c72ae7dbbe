/**
 * EPUB 3.3 (https://www.w3.org/TR/epub-33/): the issue as a book, an article a chapter. No script, no picture, nothing
 * from outside. The same document gives the same bytes.
 */
import { createHash } from 'node:crypto';
import type { Zippable } from 'fflate';
import type { DocumentArticle, GalleyDocument } from '../../shared/document/document.ts';
import { placesOf } from '../../shared/document/select.ts';
import { titleOf } from './common.ts';
import { languageOf } from './language.ts';
import { issueUriOf, uriOf } from './news-item.ts';
import { type PrintedRole, printedOf } from './printed.ts';
import { sentencesOf } from './statement.ts';
import { escapeXml } from './xml-text.ts';
import { fileOf, zipOf } from './zip-file.ts';

/** A fixed moment, so that equal issues give equal files. */
const MODIFIED = '2000-01-01T00:00:00Z';

const TAGS: { readonly [role in PrintedRole]: readonly [open: string, close: string] } = {
  section: ['<p class="section">', '</p>'],
  kicker: ['<p class="kicker">', '</p>'],
  headline: ['<h1>', '</h1>'],
  subhead: ['<p class="subhead">', '</p>'],
  lede: ['<p class="lede">', '</p>'],
  bylines: ['<p class="bylines">', '</p>'],
  caption: ['<figure><figcaption>', '</figcaption></figure>'],
  body: ['<p>', '</p>'],
};

const CONTAINER = `<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="issue.opf" media-type="application/oebps-package+xml"/></rootfiles></container>
`;

const page = (title: string, language: string, body: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="${language}" xml:lang="${language}">
<head><title>${escapeXml(title)}</title></head>
<body>
${body}
</body>
</html>
`;

const nameOf = (index: number): string => `article-${index}.xhtml`;

/** What the contents call each article: its headline, else its place in the issue. */
const labelsOf = (document: GalleyDocument): readonly string[] => {
  const places = placesOf(document);
  return document.articles.map(({ headline }, i) => headline?.trim() || `${places[i]?.index ?? i + 1}`);
};

/** Letters of the hash that tells parts of an issue apart. */
const PART_LENGTH = 16;

/**
 * An identifier names one book only, and stays when the book is corrected (EPUB 3.3, 5.5.3.1): that of the issue; of an
 * article that is a book by itself, the article's; of any other part, one of the articles and fields that are in it.
 */
function identifierOf(document: GalleyDocument): string {
  const { articles, partial } = document;
  if (!partial) return issueUriOf(document);
  const [first, ...more] = articles;
  if (first && more.length === 0 && partial.of > 1 && partial.fields.length === 0) return uriOf(document, first);
  const part = JSON.stringify([articles.map(({ id }) => id), partial.fields]);
  return `${issueUriOf(document)}:part-${createHash('sha256').update(part).digest('hex').slice(0, PART_LENGTH)}`;
}

const chapter = (article: DocumentArticle): string =>
  printedOf(article)
    .map(({ role, text }) => `${TAGS[role][0]}${escapeXml(text)}${TAGS[role][1]}`)
    .join('\n') || '<p/>';

function packageFile(document: GalleyDocument, title: string, language: string): string {
  const numbers = document.articles.map((_, i) => i + 1);
  const items = numbers.map((n) => `<item id="a${n}" href="${nameOf(n)}" media-type="application/xhtml+xml"/>`);
  return `<?xml version="1.0" encoding="UTF-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="${language}">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="id">${identifierOf(document)}</dc:identifier>
<dc:title>${escapeXml(title)}</dc:title>
<dc:language>${language}</dc:language>
<dc:source>${escapeXml(document.source.name.trim() || 'issue')}</dc:source>
<meta property="dcterms:modified">${MODIFIED}</meta>
</metadata>
<manifest>
<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="statement" href="statement.xhtml" media-type="application/xhtml+xml"/>
${items.join('\n')}
</manifest>
<spine>
${numbers.map((n) => `<itemref idref="a${n}"/>`).join('\n')}
<itemref idref="statement"/>
</spine>
</package>
`;
}

function contents(document: GalleyDocument): string {
  const entries = labelsOf(document).map((label, i) => `<li><a href="${nameOf(i + 1)}">${escapeXml(label)}</a></li>`);
  return `<nav epub:type="toc"><ol>${entries.join('')}<li><a href="statement.xhtml">Galley</a></li></ol></nav>`;
}

/** The document as EPUB: a zip whose first file is `mimetype`, stored. */
export function toEpub(document: GalleyDocument): Uint8Array {
  const title = titleOf(document).trim() || 'issue';
  const language = languageOf(document);
  const statement = sentencesOf(document).map((sentence) => `<p>${escapeXml(sentence)}</p>`);
  const files: Zippable = {
    mimetype: [fileOf('application/epub+zip'), { level: 0 }],
    'META-INF/container.xml': fileOf(CONTAINER),
    'issue.opf': fileOf(packageFile(document, title, language)),
    'nav.xhtml': fileOf(page(title, language, contents(document))),
    'statement.xhtml': fileOf(page('Galley', 'en', statement.join('\n'))),
  };
  const labels = labelsOf(document);
  document.articles.forEach((article, i) => {
    files[nameOf(i + 1)] = fileOf(page(labels[i] ?? '', language, chapter(article)));
  });
  return zipOf(files);
}
