/**
 * Markdown: the articles as one page to read or to publish (CommonMark; also safe under GitHub's extensions).
 *
 *     # 吕梁日报 2023-03-15                       the masthead, or the file's name
 *     > 7 articles; not settled: 3.              the statement, a blockquote
 *     ---                                        before each article, with a comment that names it
 *     <!-- article 1 of 7, a1, settled -->
 *     [新闻专递]                                  section
 *     ***引题***                                  kicker
 *     ## 主题                                     headline
 *     ### 副题                                    subhead
 *     **提要**                                    lede
 *     *记者 冯海砚; 摄影 李某*                      bylines
 *     a paragraph
 *     > a caption
 *
 * Text of the issue is data: what could act as markup is escaped (`escapeMarkdown`), so that a parser gives back each
 * field character for character. Every field is one line; blank lines stand between all blocks.
 */
import type { DocumentArticle, DocumentParagraph, GalleyDocument } from '../../shared/document/document.ts';
import { placesOf } from '../../shared/document/select.ts';
import { bylineText, titleOf } from './common.ts';
import { showControls } from './control.ts';
import { sentencesOf } from './statement.ts';

/**
 * Punctuation that opens something in the middle of a line: emphasis, code, links, HTML, entities, tables,
 * strikethrough; of wide-spread extensions: maths, attributes, superscript, mentions and citations, issue numbers.
 */
const INLINE = /[\\`*_[\]<>&|~$^{}@#]/g;
/** `==marked==` and `%%hidden%%` of note-taking programs; `://` and `www.` that GitHub makes links of. */
const DOUBLED = /=(?==)|(?<==)=|%(?=%)|(?<=%)%|:(?=\/\/)|(?<=www)\./gi;
/** At a line's start: list, rule or underline of a heading, definition. `#`, `>`, `*`, `_`, `~` are escaped anyway. */
const OPENER = /^[-+=:%](?=.)|^[-+=:%]$/su;
/** `1.` `2)` of a list; `(1)`, `a.`, `IV.` of Pandoc's lists. */
const ORDINAL = /^(\(?(?:\d{1,9}|[a-z]|[ivxlcdm]{1,9}))([.)])(?=\s|$)/iu;
/** White space at an end, which parsers strip, and separators that readers take for line ends. */
const EDGE_OR_SEPARATOR = /^\s+|\s+$|[\n\u2028\u2029]+/gu;
/** Bidi controls that would show the line in another order than it has; a parser gives the same characters back. */
const BIDI = /[\u202a-\u202e\u2066-\u2069]/g;

const escapeAll = (found: string): string => `\\${found}`;
const reference = (char: string): string => `&#${char.charCodeAt(0)};`;
const references = (found: string): string => Array.from(found, reference).join('');

/**
 * `text` as Markdown that reads as exactly this text, in one line that can't be anything but part of a paragraph or
 * heading. Control characters are shown first (`showControls`), so that is what it reads as.
 */
export function escapeMarkdown(text: string): string {
  return showControls(text)
    .replace(INLINE, escapeAll)
    .replace(DOUBLED, escapeAll)
    .replace(OPENER, escapeAll)
    .replace(ORDINAL, '$1\\$2')
    .replace(EDGE_OR_SEPARATOR, references)
    .replace(BIDI, reference);
}

/** A block, or none where the article has no such text. */
const block = (text: string | null | undefined, before: string, after = ''): readonly string[] =>
  text ? [`${before}${escapeMarkdown(text)}${after}`] : [];

const paragraphBlock = ({ role, text }: DocumentParagraph): readonly string[] =>
  block(text, role === 'caption' ? '> ' : '');

/** The comment that opens an article. An id could come from a file that a person wrote: only its safe characters. */
const opening = (article: DocumentArticle, index: number, of: number): string =>
  `<!-- article ${index} of ${of}, ${article.id.replace(/[^a-z0-9-]|-(?=-)/gi, '')}, ${article.state} -->`;

const articleBlocks = (article: DocumentArticle, index: number, of: number): readonly string[] => [
  '---',
  opening(article, index, of),
  ...block(article.section, '[', ']'),
  ...block(article.kicker, '***', '***'),
  ...block(article.headline, '## '),
  ...block(article.subhead, '### '),
  ...block(article.lede, '**', '**'),
  ...block(article.bylines.map(bylineText).join('; '), '*', '*'),
  ...article.paragraphs.flatMap(paragraphBlock),
];

const sourceSentence = ({ source }: GalleyDocument): string =>
  `Source: ${escapeMarkdown(source.name)} (${source.encoding}), SHA-256 ${source.sha256}.`;

/** The document as Markdown. Ends in LF. */
export function toMarkdown(document: GalleyDocument, remarks: readonly string[] = []): string {
  const places = placesOf(document);
  const statement = [...sentencesOf(document), ...remarks, sourceSentence(document)];
  const blocks = [
    ...block(titleOf(document), '# '),
    // One paragraph a sentence, so that the quote reads as a list without being one.
    statement.map((sentence) => `> ${sentence}`).join('\n>\n'),
    ...document.articles.flatMap((article, i) =>
      articleBlocks(article, places[i]?.index ?? i + 1, places[i]?.of ?? document.articles.length),
    ),
  ];
  return `${blocks.join('\n\n')}\n`;
}
