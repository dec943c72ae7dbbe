/**
 * CSV: a row an article, for spreadsheets and catalogues (RFC 4180, but for line ends, which are LF as in every export).
 * Begins with a byte order mark, without which Excel takes UTF-8 for the system's code page. What the file leaves out
 * stands in the first row's last cell, so that no row is anything but an article.
 */
import type { GalleyDocument } from '../../shared/document/document.ts';
import type { WriteOptions } from './common.ts';
import { showControls } from './control.ts';
import { COLUMNS, rowsOf } from './rows.ts';
import { sentencesOf } from './statement.ts';

const BOM = '\ufeff';

export const CSV_COLUMNS = [...COLUMNS, 'statement'] as const;

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

/** What a CSV file is without further wishes. */
const PLAIN: WriteOptions = { remarks: [], lineEnd: 'lf' };

/**
 * The articles as CSV; one row with `index` 0 where there is none. Ends in a line end. Line ends inside of cells are LF
 * always, as spreadsheets have them.
 */
export function toCsv(document: GalleyDocument, { remarks, lineEnd }: WriteOptions = PLAIN): string {
  const statement = [...sentencesOf(document), ...remarks].join(' ');
  const rows = rowsOf(document).map((row, i) => [...COLUMNS.map((column) => row[column]), i === 0 ? statement : '']);
  const all = [CSV_COLUMNS, ...rows];
  const end = lineEnd === 'crlf' ? '\r\n' : '\n';
  return `${BOM}${all.map((row) => row.map(csvCell).join(',') + end).join('')}`;
}
