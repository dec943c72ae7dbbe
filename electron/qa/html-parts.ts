/** Parts of the page of a report. Newspaper text stands in them as text. */

export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** `body`: markup. */
export const section = (title: string, ...body: readonly string[]): string =>
  `<h2>${escaped(title)}</h2>\n${body.join('\n')}\n`;

export const paragraph = (text: string): string => `<p>${escaped(text)}</p>`;

/** `rows`: cells of markup, each row with the id that links go to, where it has one. */
export function table(heads: readonly string[], rows: readonly TableRow[]): string {
  const head = heads.map((text) => `<th scope="col">${escaped(text)}</th>`).join('');
  const body = rows.map(({ id, cells }) => {
    const place = id === undefined ? '' : ` id="${escaped(id)}"`;
    return `<tr${place}>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
  });
  return `<table><thead><tr>${head}</tr></thead><tbody>\n${body.join('\n')}\n</tbody></table>`;
}

export interface TableRow {
  readonly id?: string;
  /** Markup. */
  readonly cells: readonly string[];
}

/** A link within the page. */
export const linkTo = (id: string, text: string): string => `<a href="#${encodeURIComponent(id)}">${escaped(text)}</a>`;
