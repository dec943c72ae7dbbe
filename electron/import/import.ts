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
import { type ImportedPage, type SetText, setPages } from './pages.ts';
import { refusal } from './refusal.ts';
import { encodingOfXml, rootOf } from './xml.ts';

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
}

interface Importer {
  readonly version: number;
  /** The format's name in sentences. */
  readonly kind: string;
  /** Whether the file is text that says its own encoding. */
  readonly isXml?: true;
  readonly read: (bytes: Uint8Array, hints: ImportHints) => ImportedFile | Promise<ImportedFile>;
}

const xml = (version: number, kind: string, read: Importer['read']): Importer => ({ version, kind, isXml: true, read });

const IMPORTERS = {
  alto: xml(1, 'ALTO', (bytes, { encoding }) => ({ pages: readAlto(bytes, encoding) })),
} as const satisfies { readonly [name: string]: Importer };

export type ImporterName = keyof typeof IMPORTERS;

/** Root elements of XML formats. */
const ROOTS: { readonly [root: string]: ImporterName } = { alto: 'alto' };

/** Whose format the bytes are in, by the bytes first, then by the name; null for plain text. */
export function importerFor(bytes: Uint8Array, _name: string): ImporterName | null {
  const root = rootOf(bytes);
  return root !== null && Object.hasOwn(ROOTS, root) ? (ROOTS[root] ?? null) : null;
}

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
      text: set.text,
      ...(importer.isXml ? encodingOf(bytes, hints.encoding, set.text) : DERIVED),
      bom: false,
      lineEnd: 'lf',
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
const DERIVED = { encoding: 'utf-8', candidates: [], confidence: 1 } as const;

/** Where the file's own encoding does not fit its bytes, others are offered. */
function encodingOf(bytes: Uint8Array, asked: Encoding | undefined, text: string) {
  const encoding = asked ?? encodingOfXml(bytes);
  if (asked === undefined && !text.includes('\ufffd')) return { ...DERIVED, encoding };
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
