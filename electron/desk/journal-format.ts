/**
 * What stands in the files of a review's journal, and their schemas. A journal is a row of *segments*, `journal.0001`,
 * `journal.0002` …, each written by one process from beginning to end and never touched again:
 *
 *     journal.0001   opening · entry 1 · entry 2 · entry 3 (torn)              its process was killed
 *     journal.0002   continuation after 0, owes 2 · entry 1 · entry 2 · entry 3 · entry 4 · closing
 *     journal.0003   continuation after 4, owes 1 · entry 5 …
 *
 * `after` names the last entry that this segment takes as it is from those before; what they hold beyond it is another
 * branch, kept but not read. `owes` is how many entries the segment's first write holds: with fewer it was never
 * acknowledged, and is not read.
 */
import { z } from 'zod';
import { LONGEST_PERSON } from '../../shared/contract/settings.ts';
import { changeSchema, type Entry, type Seq } from '../../shared/journal/entry.ts';
import { ENCODINGS, type Encoding, type ImporterStamp, type LineEnd } from '../../shared/model/source.ts';
import type { Proposal } from '../../shared/proposal.ts';

/** The number of this format. A journal of a higher one is left alone. */
export const FORMAT = 1;

/** The first record of a review, and the copy of it in the file `opening`. */
export interface Opening {
  readonly format: number;
  /** SHA-256 of the bytes, hex. */
  readonly sha256: string;
  readonly encoding: Encoding;
  readonly bom: boolean;
  readonly lineEnd: LineEnd;
  /** Who made the text, and the SHA-256 of its UTF-8, which is kept in the file `text`; not there for plain text. */
  readonly importer?: ImporterStamp & { readonly text: string };
  /** Version of the segmenter that made the proposal. */
  readonly segmenter: string;
  readonly proposal: Proposal;
  /** The second reader whose review this is; none: it is the first. */
  readonly reader?: string;
  /** As in a continuation; not in the copy. */
  readonly owes?: number;
}

/** The first record of every later segment. */
export interface Continuation {
  readonly format: number;
  readonly sha256: string;
  readonly after: Seq;
  readonly owes: number;
}

/** The last record of a segment whose process ended in order: everything in it is on the disk. */
export interface Closing {
  readonly closed: Seq;
}

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const format = z.int().min(1);

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

const openingSchema = z.object({
  format,
  sha256,
  encoding: z.enum(ENCODINGS),
  bom: z.boolean(),
  lineEnd: z.enum(['lf', 'crlf', 'cr', 'mixed', 'none']),
  importer: z.object({ name: z.string().max(40), version: z.int().min(1), text: sha256 }).exactOptional(),
  segmenter: z.string(),
  // The laws of its review are checked against the text, when there is one (`review.ts`).
  proposal: z.custom<Proposal>((p) => isObject(p) && 'review' in p && isObject(p.review) && 'doubts' in p),
  reader: z.string().max(LONGEST_PERSON).exactOptional(),
  owes: z.int().min(0).exactOptional(),
});
const continuationSchema = z.object({ format, sha256, after: z.int().min(0), owes: z.int().min(0) });
const closingSchema = z.strictObject({ closed: z.int().min(0) });
const stampSchema = z.object({ seq: z.int().min(1), at: z.string().max(40), by: z.string().max(1000) });

export function asOpening(value: unknown): Opening | null {
  const opening = openingSchema.safeParse(value).data;
  return opening ? { ...opening, proposal: withNotes(opening.proposal) } : null;
}

/** Proposals of 0.1.0 knew no notes. */
function withNotes(proposal: Proposal): Proposal {
  const { review } = proposal;
  return { ...proposal, review: { ...review, notes: review.notes ?? [], returned: review.returned ?? false } };
}

export const asContinuation = (value: unknown): Continuation | null => continuationSchema.safeParse(value).data ?? null;
export const asClosing = (value: unknown): Closing | null => closingSchema.safeParse(value).data ?? null;

/** The entry that a record holds; null for any other record. */
export function asEntry(value: unknown): Entry | null {
  const stamp = stampSchema.safeParse(value);
  if (!stamp.success) return null;
  const { seq: _seq, at: _at, by: _by, ...rest } = value as Record<string, unknown>; // stampSchema passes objects only
  const change = changeSchema.safeParse(rest);
  return change.success ? { ...change.data, ...stamp.data } : null;
}

/** The format's number when a record belongs to a newer Galley; null otherwise. */
export function newerFormat(value: unknown): number | null {
  const found = z.object({ format }).safeParse(value);
  return found.success && found.data.format > FORMAT ? found.data.format : null;
}

/** `journal.0001` for 1. */
export const segmentName = (number: number): string => `journal.${String(number).padStart(4, '0')}`;

/** 1 for `journal.0001`; null for other names. */
export function segmentNumber(name: string): number | null {
  const match = /^journal\.(\d{4,9})$/.exec(name);
  return match ? Number(match[1]) : null;
}

/** The names of a review's other files. */
export const BYTES = 'bytes';
export const TEXT = 'text';
export const OPENING = 'opening';
export const LOCK = 'lock';
/** The order of an issue's page files, where it is another than that of their names. */
export const PAGE_ORDER = 'pages.txt';
/** The folder of second readings, each a review of its own. */
export const READERS = 'readers';
