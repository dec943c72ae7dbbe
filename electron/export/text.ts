/**
 * Plain text: what the articles say, a paragraph a line, blank lines between.
 *
 *     = 吕梁日报 2023-03-15
 *     = 7 articles; not settled: 3.
 *
 *     ========== 1 of 7, settled
 *     = Section: 新闻专递
 *     引题
 *     主题
 *
 *     = By: 记者 冯海砚
 *
 *     a paragraph
 *
 *     = Caption: a caption
 *
 * Lines that begin with `=` are Galley's own, all others are the issue's. A line of the issue that begins with `=`, or
 * with blanks and `=`, gets one more space in front; so neither can be taken for the other, and taking one space away
 * gives the line back.
 */
import type { DocumentArticle, DocumentParagraph, GalleyDocument } from '../../shared/document/document.ts';
import { lacks, placesOf } from '../../shared/document/select.ts';
import { bylineText } from './common.ts';
import { showControls } from './control.ts';
import { sentencesOf } from './statement.ts';

const SEPARATOR = '==========';

/** Separators inside a text that programs take for line ends. */
const LINE_ENDS = /[\n\u2028\u2029]+/g;

/** The text on one line, controls shown. */
const oneLine = (text: string): string => showControls(text).replace(LINE_ENDS, ' ');

/** Blanks, also those of no width, and the sign of Galley's own lines. */
const LOOKS_LIKE_OURS = /^[\s\p{Default_Ignorable_Code_Point}]*=/u;

/** A line of the issue's own text. */
export const textLine = (text: string): string => oneLine(text).replace(LOOKS_LIKE_OURS, ' $&');

/** A line of Galley's, with a value from the issue at its end, where a bidi control can turn nothing but that value. */
const remark = (label: string, value: string): string => `= ${label}: ${oneLine(value)}`;

const lines = (texts: readonly (string | null)[]): readonly string[] =>
  texts.flatMap((text) => (text ? [textLine(text)] : []));

const paragraphText = ({ role, text }: DocumentParagraph): string =>
  role === 'caption' ? remark('Caption', text) : textLine(text);

interface Place {
  readonly index: number;
  readonly of: number;
  /** Whether headlines are in this document. */
  readonly titled: boolean;
}

/** Blocks of an article; each is set off by a blank line. */
function articleBlocks(article: DocumentArticle, { index, of, titled }: Place): readonly string[] {
  const title = titled && article.headline === null ? ', no headline' : '';
  const opening = [
    `${SEPARATOR} ${index} of ${of}, ${article.state}${title}`,
    ...(article.section ? [remark('Section', article.section)] : []),
    ...lines([article.kicker, article.headline, article.subhead]),
  ];
  return [
    opening.join('\n'),
    ...lines([article.lede]),
    ...article.bylines.slice(0, 1).map(() => article.bylines.map((by) => remark('By', bylineText(by))).join('\n')),
    ...article.paragraphs.filter((paragraph) => paragraph.text !== '').map(paragraphText),
  ];
}

const headerOf = (document: GalleyDocument, remarks: readonly string[]): string => {
  const { masthead, source } = document;
  const title = [masthead.paper, masthead.date, masthead.edition, masthead.pages].filter(Boolean).join(' ');
  return [
    ...(title ? [`= ${oneLine(title)}`] : []),
    ...[...sentencesOf(document), ...remarks].map((sentence) => `= ${sentence}`),
    `= SHA-256 of the source: ${source.sha256}. Encoding: ${source.encoding}.`,
    remark('Source', source.name),
  ].join('\n');
};

/** The document as plain text, LF line ends. Ends in LF. */
export function toText(document: GalleyDocument, remarks: readonly string[] = []): string {
  const places = placesOf(document);
  const titled = !lacks(document, 'headline');
  const blocks = document.articles.flatMap((article, i) =>
    articleBlocks(article, { index: i + 1, of: document.articles.length, ...places[i], titled }),
  );
  return `${[headerOf(document, remarks), ...blocks].join('\n\n')}\n`;
}
