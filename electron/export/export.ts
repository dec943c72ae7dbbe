/** The registry of export formats: a writer each in a file of its own, behind one function. */
import type { ExportFormat } from '../../shared/contract/contract.ts';
import type { GalleyDocument } from '../../shared/document/document.ts';
import type { WriteOptions } from './common.ts';
import { toCsv } from './csv.ts';
import { toDocx } from './docx.ts';
import { toEpub } from './epub.ts';
import { toHtml } from './html.ts';
import { toJson } from './json.ts';
import { toJsonl } from './jsonl.ts';
import { toMarkdown } from './markdown.ts';
import { toMets } from './mets.ts';
import { toNewsml } from './newsml.ts';
import { toNinjs } from './ninjs.ts';
import { toNitf } from './nitf.ts';
import { toPage } from './page.ts';
import { toPairs } from './pairs.ts';
import { assertConserved } from './statement.ts';
import { toTei } from './tei.ts';
import { toText } from './text.ts';
import { toXlsx } from './xlsx.ts';

interface Format {
  /** What the file's name ends in, after the dot. */
  readonly extension: string;
  /** A text is written as UTF-8. */
  readonly write: (document: GalleyDocument, options: WriteOptions) => string | Uint8Array | Promise<Uint8Array>;
}

const PLAIN: WriteOptions = { remarks: [], lineEnd: 'lf' };

/** The writer with the line ends that were asked for. */
const lined =
  (write: (document: GalleyDocument, remarks: readonly string[]) => string): Format['write'] =>
  (document, { remarks, lineEnd }) => {
    const text = write(document, remarks);
    return lineEnd === 'crlf' ? text.replaceAll('\n', '\r\n') : text;
  };

const FORMATS: { readonly [F in ExportFormat]: Format } = {
  json: { extension: 'json', write: toJson },
  jsonl: { extension: 'jsonl', write: toJsonl },
  markdown: { extension: 'md', write: lined(toMarkdown) },
  text: { extension: 'txt', write: lined(toText) },
  html: { extension: 'html', write: toHtml },
  csv: { extension: 'csv', write: toCsv },
  xlsx: { extension: 'xlsx', write: toXlsx },
  tei: { extension: 'tei.xml', write: toTei },
  pairs: { extension: 'pairs.jsonl', write: toPairs },
  docx: { extension: 'docx', write: toDocx },
  page: { extension: 'page.zip', write: toPage },
  mets: { extension: 'mets.zip', write: toMets },
  epub: { extension: 'epub', write: toEpub },
  ninjs: { extension: 'ninjs.json', write: toNinjs },
  nitf: { extension: 'nitf.zip', write: toNitf },
  newsml: { extension: 'newsml.xml', write: toNewsml },
};

/**
 * The bytes of the document in a format. Rejects when the document's own counts say that a character is lost or
 * doubled: such a document is never written.
 */
export async function exportDocument(
  document: GalleyDocument,
  format: ExportFormat,
  options: Partial<WriteOptions> = {},
): Promise<Uint8Array> {
  assertConserved(document);
  const written = await FORMATS[format].write(document, { ...PLAIN, ...options });
  return typeof written === 'string' ? Buffer.from(written, 'utf8') : written;
}

/** Formats that carry the places of the text: they are written from a scan, where there is one. */
export const PLACED_FORMATS: ReadonlySet<ExportFormat> = new Set(['mets', 'page']);

/** The end of the names of the format's files, without the first dot. */
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
