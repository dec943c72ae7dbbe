/** The bytes and the text of an issue, and the review that belongs to them. */
import { join } from 'node:path';
import { DeskError, type ExportFormat } from '../../shared/contract/contract.ts';
import type { Given } from '../../shared/model/given.ts';
import type { Layout } from '../../shared/model/layout.ts';
import type { Encoding, ImporterStamp, Source } from '../../shared/model/source.ts';
import type { Proposal } from '../../shared/proposal.ts';
import type { Scan } from '../export/blocks.ts';
import { PLACED_FORMATS } from '../export/export.ts';
import type { Decoded } from '../import/decode.ts';
import { type Imported, type ImportHints, importIssue, importPlain } from '../import/import.ts';
import type { Files } from './files.ts';
import { readIssueBytes } from './issue-bytes.ts';
import { BYTES, FORMAT, type Opening, TEXT } from './journal-format.ts';
import type { JournalContent } from './journal-read.ts';
import { type Found, findReview, type Place, sha256Of } from './place.ts';
import { readingProblem } from './problems.ts';
import { findReading } from './readers.ts';

/** What a file brings along beside its text. */
export interface Extras {
  readonly layout: Layout | null;
  readonly given: Given | null;
}

export interface LoadedSource {
  /** The bytes under review: the file's, or the review's own copy when the file has become another. */
  readonly bytes: Uint8Array;
  readonly sha256: string;
  readonly decoded: Decoded;
  /** Who made the text of the bytes; null: it is plain text. */
  readonly importer: ImporterStamp | null;
  /** Reads the file once more if need be. Never rejects: what belongs to another text than this is nothing. */
  extras(): Promise<Extras>;
  /** SHA-256 of the file on disk; of `bytes` when it is gone. */
  readonly fileSha256: string;
  /** The file on disk is not the one under review. */
  readonly isAnother: boolean;
  readonly place: Place;
  readonly content: JournalContent | null;
  readonly lastSegment: number;
  readonly isTorn: boolean;
  readonly formerly?: string;
  /** Of a second reading that is yet to begin: the first review's opening, whose proposal it begins from. */
  readonly begunFrom?: Opening;
}

/** Reads a file's text: here, or in a thread of its own. Rejects with a `DeskError`. */
export type ImportFile = (bytes: Uint8Array, hints: ImportHints) => Promise<Imported>;

export interface LoadOptions {
  readonly encoding?: Encoding | undefined;
  /** The issue's bytes, when they were read already. */
  readonly known?: Uint8Array;
  readonly importFile?: ImportFile;
  /** The second reader whose review is meant; none: the first review. */
  readonly reader?: string | undefined;
}

/**
 * Reads an issue and finds its review. With a review its encoding and its text rule; another encoding is `encoding with
 * edits`. Rejects with a `DeskError`.
 */
export async function loadSource(
  files: Files,
  dataFolder: string,
  path: string,
  { encoding, known, importFile = importIssue, reader }: LoadOptions = {},
): Promise<LoadedSource> {
  const onDisk = known ?? (await readIssueBytes(files, dataFolder, path));
  const fileSha256 = onDisk && sha256Of(onDisk);
  const file = onDisk && fileSha256 ? { sha256: fileSha256, size: onDisk.length } : null;
  const first = await findReview(files, dataFolder, path, file).catch(asDamaged);
  const found =
    reader === undefined ? first : await findReading(files, dataFolder, path, first.place, reader).catch(asDamaged);
  const content = contentOf(found);
  // Who made the first review has seen it.
  if (!content && reader !== undefined && contentOf(first)?.entries.some(({ by }) => by === reader))
    throw new DeskError({ key: 'reviewed by you' });
  // A second reading that has not begun is of the bytes and the text of the first.
  const base = content ? found : first;
  const ruling = content ?? contentOf(first);
  const bytes = ruling ? await bytesUnderReview(files, base.place, ruling, onDisk) : onDisk;
  if (!bytes) throw new DeskError({ key: 'no such file' });
  if (ruling && encoding && encoding !== ruling.opening.encoding && ruling.entries.length > 0)
    throw new DeskError({ key: 'encoding with edits' });
  const used = encoding ?? ruling?.opening.encoding;
  const hints: ImportHints = { name: basenameOf(path), ...(used && { encoding: used }) };
  const importAnew = () => importFile(bytes, hints);
  const rules = ruling && used === ruling.opening.encoding ? ruling.opening : null;
  const imported = rules ? await textUnderReview(files, base.place, rules, bytes, importAnew) : await importAnew();
  const sha256 = ruling?.opening.sha256 ?? sha256Of(bytes);
  return {
    bytes,
    sha256,
    decoded: imported.decoded,
    importer: imported.importer,
    extras: () => extrasOf(imported, importAnew),
    fileSha256: fileSha256 ?? sha256,
    isAnother: fileSha256 !== sha256,
    place: found.place,
    content,
    lastSegment: found.read.kind === 'none' ? found.read.lastSegment : 0,
    isTorn: found.read.kind === 'none' && found.read.torn,
    ...(first.formerly !== undefined && { formerly: first.formerly }),
    ...(!content && rules && reader !== undefined && { begunFrom: rules }),
  };
}

function asDamaged(error: unknown): never {
  throw new DeskError({ ...readingProblem(error), key: 'damaged journal' });
}

/** Where the text came from, for documents. `name`: the issue's, without a folder. */
export function sourceOf(name: string, { decoded, sha256, importer }: LoadedSource): Source {
  const { encoding, bom, lineEnd } = decoded;
  return { name, sha256, encoding, bom, lineEnd, ...(importer && { importer }) };
}

/** The opening of a review of the issue. */
export function openingOf({ decoded, sha256, importer }: LoadedSource, proposal: Proposal, reader?: string): Opening {
  const { encoding, bom, lineEnd, text } = decoded;
  const made = importer ? { importer: { ...importer, text: sha256Of(Buffer.from(text)) } } : {};
  return {
    format: FORMAT,
    sha256,
    encoding,
    bom,
    lineEnd,
    ...made,
    segmenter: proposal.segmenter,
    proposal,
    ...(reader && { reader }),
  };
}

/** The text with its places, for a format that carries them; undefined for others, and where the file has none. */
export async function scanOf(
  { decoded, extras }: Pick<LoadedSource, 'decoded' | 'extras'>,
  format: ExportFormat,
): Promise<Scan | undefined> {
  const { layout } = PLACED_FORMATS.has(format) ? await extras() : { layout: null };
  return layout ? { text: decoded.text, layout } : undefined;
}

const basenameOf = (path: string): string => path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);

function contentOf({ read }: Found): JournalContent | null {
  if (read.kind === 'newer') throw new DeskError({ key: 'newer journal', values: { format: read.format } });
  if (read.kind === 'damaged') throw new DeskError({ key: 'damaged journal' });
  return read.kind === 'journal' ? read : null;
}

/** The bytes that the journal belongs to: the file's if it is still the same, else the review's own copy. */
async function bytesUnderReview(
  files: Files,
  place: Place,
  { opening }: JournalContent,
  onDisk: Uint8Array | null,
): Promise<Uint8Array> {
  if (onDisk && sha256Of(onDisk) === opening.sha256) return onDisk;
  const own = await files.read(join(place.folder, BYTES)).catch(() => null);
  if (own && sha256Of(own) === opening.sha256) return own;
  throw new DeskError({ key: 'damaged journal', detail: 'neither the file nor the copy has the bytes under review' });
}

/**
 * The text that the journal belongs to. Of an imported file it is the text kept beside the journal: the importer of today
 * may be a better one. Only where that is gone the file is read anew, and must give the same.
 */
async function textUnderReview(
  files: Files,
  place: Place,
  { importer, encoding }: Opening,
  bytes: Uint8Array,
  importAnew: () => Promise<Imported>,
): Promise<Imported> {
  if (!importer) return importPlain(bytes, encoding);
  const { name, version, text: sha256 } = importer;
  const kept = await files.read(join(place.folder, TEXT)).catch(() => null);
  if (kept && sha256Of(kept) === sha256) {
    const text = Buffer.from(kept).toString('utf8');
    const decoded = { text, encoding, bom: false, lineEnd: 'lf', candidates: [], confidence: 1 } as const;
    return { decoded, importer: { name, version }, layout: null, given: null };
  }
  const anew = await importAnew();
  if (sha256Of(Buffer.from(anew.decoded.text)) === sha256) return anew;
  throw new DeskError({ key: 'damaged journal', detail: 'the text under review is gone, and its file gives another' });
}

async function extrasOf(imported: Imported, importAnew: () => Promise<Imported>): Promise<Extras> {
  if (!imported.importer || imported.layout || imported.given) return imported;
  const anew = await importAnew().catch(() => null);
  return anew?.decoded.text === imported.decoded.text ? anew : { layout: null, given: null };
}
