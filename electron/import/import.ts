/**
 * The one border where bytes become the text of an issue: plain text is decoded (`decode.ts`), every other format has an
 * importer here. An importer is pure and its result depends on nothing but the bytes; what it makes is kept with the
 * review (`desk/source.ts`), so that a later version of it never changes a review that was begun.
 */
import { DeskError } from '../../shared/contract/contract.ts';
import { isBlankText } from '../../shared/model/blank.ts';
import type { Given } from '../../shared/model/given.ts';
import type { Layout } from '../../shared/model/layout.ts';
import type { Encoding, ImporterStamp } from '../../shared/model/source.ts';
import { readAlto } from './alto.ts';
import { type Decoded, decode } from './decode.ts';
import { detect } from './detect.ts';
import { readDocx } from './docx.ts';
import { readHocr } from './hocr.ts';
import { readMarkdown } from './markdown.ts';
import { packageKind, readPackage } from './package-file.ts';
import { readPageXml } from './page-xml.ts';
import { type ImportedPage, type SetText, setPages } from './pages.ts';
import { isPdf, readPdf } from './pdf.ts';
import { refusal } from './refusal.ts';
import { readTei } from './tei.ts';
import { encodingOfXml, rootOf } from './xml.ts';
import { isZip } from './zip.ts';

/** The text of an issue, whatever its file was. */
export interface Imported {
  readonly decoded: Decoded;
  /** Null: plain text. */
  readonly importer: ImporterStamp | null;
  /** Where the text stands on its pages, if the file says so. */
  readonly layout: Layout | null;
  /** The articles that the file itself has. */
  readonly given: Given | null;
}

export interface ImportHints {
  /** The file's name, without a folder. */
  readonly name: string;
  /** When a person knows it better than the file. */
  readonly encoding?: Encoding;
}

export interface ImportedFile {
  readonly pages: readonly ImportedPage[];
  /** The articles of the file, given where its blocks came to stand. */
  readonly given?: (set: SetText) => Given | null;
  /** How its text was decoded, where that had to be found out. */
  readonly decoded?: Decoded;
}

interface Importer {
  readonly version: number;
  /** The format's name in sentences. */
  readonly kind: string;
  /** Whether the file is text that says its own encoding. */
  readonly isXml?: true;
  readonly read: (bytes: Uint8Array, hints: ImportHints) => ImportedFile | Promise<ImportedFile>;
}

type ReadXml = (bytes: Uint8Array, encoding?: Encoding) => readonly ImportedPage[];

const xml = (version: number, kind: string, readPages: ReadXml): Importer => ({
  version,
  kind,
  isXml: true,
  read: (bytes, { encoding }) => ({ pages: readPages(bytes, encoding) }),
});

const IMPORTERS = {
  alto: xml(1, 'ALTO', readAlto),
  hocr: xml(1, 'hOCR', readHocr),
  page: xml(1, 'PAGE', readPageXml),
  tei: xml(1, 'TEI', readTei),
  pdf: { version: 1, kind: 'PDF', read: async (bytes) => ({ pages: await readPdf(bytes) }) },
  docx: { version: 1, kind: 'DOCX', read: (bytes) => ({ pages: readDocx(bytes) }) },
  markdown: { version: 1, kind: 'Markdown', read: readMarkdownFile },
  mets: { version: 1, kind: 'METS', read: (bytes) => readPackage(bytes, 'METS', readPart) },
  pages: { version: 1, kind: 'package', read: (bytes) => readPackage(bytes, 'package', readPart) },
} as const satisfies { readonly [name: string]: Importer };

export type ImporterName = keyof typeof IMPORTERS;

/** Root elements of XML formats. A METS that comes alone has lost its pages. */
const ROOTS: { readonly [root: string]: ImporterName } = {
  alto: 'alto',
  PcGts: 'page',
  TEI: 'tei',
  mets: 'mets',
};
/** hOCR says what it is by the classes of its elements, the first of which is a page. */
const OCR_PAGE = /\bclass\s*=\s*["'][^"']*\bocr_page\b/;
const HEAD_BYTES = 1 << 16;
const MARKDOWN_NAME = /\.(?:md|markdown)$/i;

/** Whose format the bytes are in, by the bytes first, then by the name; null for plain text, and for what is no text. */
export function importerFor(bytes: Uint8Array, name: string): ImporterName | null {
  if (isPdf(bytes)) return 'pdf';
  if (isZip(bytes)) return packageKind(bytes);
  const root = rootOf(bytes);
  if (root !== null && Object.hasOwn(ROOTS, root)) return ROOTS[root] ?? null;
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(HEAD_BYTES, bytes.length)).toString('latin1');
  if (root?.toLowerCase() === 'html' && OCR_PAGE.test(head)) return 'hocr';
  return MARKDOWN_NAME.test(name) ? 'markdown' : null;
}

function readMarkdownFile(bytes: Uint8Array, { encoding }: ImportHints): ImportedFile {
  const { decoded } = importPlain(bytes, encoding);
  return { pages: [readMarkdown(decoded.text)], decoded };
}

/** A file of a package: in any format but another package. */
async function readPart(bytes: Uint8Array, name: string, encoding?: Encoding): Promise<readonly ImportedPage[]> {
  if (isBlankBytes(bytes)) return [{ text: '' }];
  const importer = isZip(bytes) ? null : importerFor(bytes, name);
  if (importer === null || importer === 'mets') return [{ text: importPlain(bytes, encoding).decoded.text }];
  return (await read(IMPORTERS[importer], bytes, { name, ...(encoding && { encoding }) })).pages;
}

/** A page on which nothing was read. */
const isBlankBytes = (bytes: Uint8Array): boolean => bytes.every((byte) => byte <= 0x20);

/**
 * The text of an issue file. Rejects with a `DeskError`, never with anything else: `empty`, `binary`, or why the file of a
 * known format can't be read.
 */
export async function importIssue(bytes: Uint8Array, hints: ImportHints): Promise<Imported> {
  const name = importerFor(bytes, hints.name);
  if (name === null) return importPlain(bytes, hints.encoding);
  const importer: Importer = IMPORTERS[name];
  const file = await read(importer, bytes, hints);
  const set = setPages(file.pages);
  if (isBlankText(set.text)) throw refusal('no text layer', importer.kind);
  return {
    decoded: {
      ...(file.decoded ?? DERIVED),
      ...(importer.isXml && encodingOf(bytes, hints.encoding, set.text)),
      text: set.text,
    },
    importer: { name, version: importer.version },
    layout: set.layout,
    given: file.given?.(set) ?? null,
  };
}

/** A text file. Throws a `DeskError`. */
export function importPlain(bytes: Uint8Array, encoding?: Encoding): Imported {
  const decoded = decode(bytes, encoding);
  if ('key' in decoded) throw new DeskError(decoded);
  return { decoded, importer: null, layout: null, given: null };
}

/** Formats that are bytes, not characters, give characters. */
const DERIVED = { encoding: 'utf-8', candidates: [], confidence: 1, bom: false, lineEnd: 'lf' } as const;

/** Where the file's own encoding does not fit its bytes, others are offered. */
function encodingOf(bytes: Uint8Array, asked: Encoding | undefined, text: string) {
  const encoding = asked ?? encodingOfXml(bytes);
  if (asked === undefined && !text.includes('\ufffd')) return { encoding };
  const { encoding: likely, candidates } = detect(bytes);
  const others = [likely, ...candidates].filter((other) => other !== encoding);
  return { encoding, candidates: others, confidence: asked === undefined && others.length > 0 ? 0 : 1 };
}

async function read(importer: Importer, bytes: Uint8Array, hints: ImportHints): Promise<ImportedFile> {
  try {
    return await importer.read(bytes, hints);
  } catch (error) {
    if (error instanceof DeskError) throw error;
    throw new DeskError(refusal('broken file', importer.kind).problem, { cause: error });
  }
}
