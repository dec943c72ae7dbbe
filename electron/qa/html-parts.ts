/** Parts of the page of a report. Newspaper text stands in them as text. */
import { escapeXml } from '../export/xml-text.ts';

/** As content of an element or of a quoted attribute; what can't be shown is a sign. */
export const escaped = escapeXml;

/** `body`: markup. */
export const section = (title: string, ...body: readonly string[]): string =>
  `<h2>${escaped(title)}</h2>\n${body.join('\n')}\n`;

export const paragraph = (text: string): string => `<p>${escaped(text)}</p>`;

export function table(heads: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const head = heads.map((text) => `<th scope="col">${escaped(text)}</th>`).join('');
  const body = rows.map((cells) => `<tr>${cells.map(tableCell).join('')}</tr>`);
  return `<table><thead><tr>${head}</tr></thead><tbody>\n${body.join('\n')}\n</tbody></table>`;
}

const tableCell = (cell: Cell): string =>
  typeof cell === 'string' ? `<td>${cell}</td>` : `<td id="${escaped(cell.id)}">${cell.markup}</td>`;

/** Markup, with the id that links go to, where it has one. */
export type Cell = string | { readonly id: string; readonly markup: string };

/** A link within the page. */
export const linkTo = (id: string, text: string): string => `<a href="#${escaped(id)}">${escaped(text)}</a>`;
