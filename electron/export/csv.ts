/**
 * CSV: a row an article, for spreadsheets and catalogues (RFC 4180, but for line ends, which are LF as in every export).
 * Begins with a byte order mark, without which Excel takes UTF-8 for the system's code page. What the file leaves out
 * stands in the first row's last cell, so that no row is anything but an article.
 */
import type { DocumentArticle, GalleyDocument } from '../../shared/document/document.ts';
import { placesOf } from '../../shared/document/select.ts';
import { bylineText, type WriteOptions } from './common.ts';
import { showControls } from './control.ts';
import { sentencesOf } from './statement.ts';

const BOM = '\ufeff';

/** The columns, in order. `text` and `captions` hold a paragraph a line. */
export const CSV_COLUMNS = [
  ...['paper', 'date', 'edition', 'pages', 'source', 'index', 'of', 'id', 'state', 'section', 'kicker', 'headline'],
  ...['subhead', 'lede', 'bylines', 'dateline', 'text', 'captions', 'statement'],
] as const;

/**
 * What a spreadsheet takes for a formula (OWASP, CSV Injection): a cell that begins with = + - @, also in their wide
 * forms, tab or line end; also after blanks or characters of no width, which some programs drop. Quotes
 * before it are counted in, so that what is added can be taken away again.
 */
const FORMULA = /^(?:[\s\p{Default_Ignorable_Code_Point}']*[=+\-@＝＋－＠]|'*[\t\r\n])/u;

/** The text as a quoted cell. One that looks like a formula gets an apostrophe in front. */
export function csvCell(text: string): string {
  const shown = showControls(text);
  return `"${(FORMULA.test(shown) ? `'${shown}` : shown).replaceAll('"', '""')}"`;
}

const paragraphs = (article: DocumentArticle, captions: boolean): string =>
  article.paragraphs
    .filter(({ role }) => (role === 'caption') === captions)
    .map(({ text }) => text)
    .join('\n');

/** The cells of an article, from `section` to `captions`. */
const articleCells = (article: DocumentArticle): readonly string[] => [
  article.section ?? '',
  article.kicker ?? '',
  article.headline ?? '',
  article.subhead ?? '',
  article.lede ?? '',
  article.bylines.map(bylineText).join('; '),
  article.dateline?.text ?? '',
  paragraphs(article, false),
  paragraphs(article, true),
];

/** What a CSV file is without further wishes. */
const PLAIN: WriteOptions = { remarks: [], lineEnd: 'lf' };

/**
 * The articles as CSV; one row with `index` 0 where there is none. Ends in a line end. Line ends inside of cells are LF
 * always, as spreadsheets have them.
 */
export function toCsv(document: GalleyDocument, { remarks, lineEnd }: WriteOptions = PLAIN): string {
  const { masthead, source, articles } = document;
  const issue = [masthead.paper, masthead.date, masthead.edition, masthead.pages, source.name].map((one) => one ?? '');
  const places = placesOf(document);
  const statement = (first: boolean): string => (first ? [...sentencesOf(document), ...remarks].join(' ') : '');
  const rows = articles.map((article, i) => [
    ...issue,
    ...[`${places[i]?.index ?? i + 1}`, `${places[i]?.of ?? articles.length}`, article.id, article.state],
    ...articleCells(article),
    statement(i === 0),
  ]);
  const none = [
    ...issue,
    '0',
    `${document.partial?.of ?? 0}`,
    ...Array.from({ length: CSV_COLUMNS.length - issue.length - 3 }, () => ''),
  ];
  const all = [CSV_COLUMNS, ...(rows.length > 0 ? rows : [[...none, statement(true)]])];
  const end = lineEnd === 'crlf' ? '\r\n' : '\n';
  return `${BOM}${all.map((row) => row.map(csvCell).join(',') + end).join('')}`;
}
