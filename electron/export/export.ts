/** The export formats, one file each, behind one function. All are UTF-8 without byte order mark, line ends LF. */
import type { ExportFormat } from '../../shared/contract/contract.ts';
import type { GalleyDocument } from '../../shared/document/document.ts';
import { toJson } from './json.ts';
import { toJsonl } from './jsonl.ts';
import { toMarkdown } from './markdown.ts';
import { assertConserved } from './statement.ts';
import { toText } from './text.ts';

interface Format {
  readonly extension: string;
  readonly write: (document: GalleyDocument) => string;
}

const FORMATS: { readonly [F in ExportFormat]: Format } = {
  json: { extension: 'json', write: toJson },
  jsonl: { extension: 'jsonl', write: toJsonl },
  markdown: { extension: 'md', write: toMarkdown },
  text: { extension: 'txt', write: toText },
};

/**
 * The document in a format. Throws when the document's own counts say that a character is lost or doubled: such a
 * document is never written.
 */
export function exportDocument(document: GalleyDocument, format: ExportFormat): string {
  assertConserved(document);
  return FORMATS[format].write(document);
}

/** The format's file name extension, without the dot. */
export const extensionOf = (format: ExportFormat): string => FORMATS[format].extension;

/**
 * The name of an issue's export: `daily.txt` gives `daily.json`, `daily.jsonl`, `daily.md` and `daily.articles.txt`. An
 * export never has its source's name, because the two may lie in one folder. `sourceName` is a name without a folder.
 */
export function exportName(sourceName: string, format: ExportFormat): string {
  const stem = sourceName.replace(/(?<=.)\.[^.]*$/su, '');
  const name = `${stem}.${extensionOf(format)}`;
  return format === 'text' || name === sourceName ? `${stem}.articles.${extensionOf(format)}` : name;
}
