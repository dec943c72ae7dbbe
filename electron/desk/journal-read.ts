/**
 * Reads a review's journal: the longest valid run of entries, whatever happened to the files. Damage is never an
 * exception and never repaired in place: files stay as they are, and the next segment says what it goes on from.
 */
import { join } from 'node:path';
import type { Entry, Seq } from '../../shared/journal/entry.ts';
import type { Files } from './files.ts';
import type { JournalStart } from './journal.ts';
import {
  asClosing,
  asContinuation,
  asEntry,
  asOpening,
  newerFormat,
  OPENING,
  type Opening,
  segmentNumber,
} from './journal-format.ts';
import { decodeRecord, nextLine } from './record.ts';

export interface JournalContent {
  readonly kind: 'journal';
  readonly opening: Opening;
  /** Numbered 1, 2, 3 … */
  readonly entries: readonly Entry[];
  /** Up to here a process has called everything saved, or closed in order. Entries beyond it may not be on the disk. */
  readonly sure: Seq;
  /** The highest number of a segment in the folder, read or not. */
  readonly lastSegment: number;
  /** Something of the last segment can't be read: a torn tail, or damage. */
  readonly torn: boolean;
}

export type JournalRead =
  | JournalContent
  /** No review: an empty folder, or one in which the very first write was cut short. */
  | { readonly kind: 'none'; readonly lastSegment: number; readonly torn: boolean }
  | { readonly kind: 'newer'; readonly format: number }
  /** Entries without a readable opening. */
  | { readonly kind: 'damaged' };

/** What a journal that goes on from the content read starts with: what may not be on the disk is written once more. */
export const startAfter = ({ opening, entries, sure, lastSegment }: JournalContent): JournalStart => ({
  opening,
  isOpened: true,
  lastSegment,
  saved: sure,
  owed: entries.slice(sure),
});

/** Reads the journal in the folder. Rejects only when a file can't be read at all (EIO, EACCES). */
export async function readJournal(files: Files, folder: string): Promise<JournalRead> {
  const names = (await files.stat(folder)) ? await files.list(folder) : [];
  const numbers = names
    .map(segmentNumber)
    .filter((n) => n !== null)
    .sort((a, b) => a - b);
  const segments: Segment[] = [];
  for (const number of numbers) {
    const name = names.find((n) => segmentNumber(n) === number) as string; // numbers come from these names
    segments.push(readSegment(await files.read(join(folder, name))));
  }
  const copy = numbers.length > 0 ? await readOpening(files, folder) : null;
  return assemble(segments, copy, numbers.at(-1) ?? 0);
}

/** The copy of the review's opening; null when there is none that can be read. */
export async function readOpening(files: Files, folder: string): Promise<Opening | null> {
  const path = join(folder, OPENING);
  return (await files.stat(path)) ? readSegment(await files.read(path)).opening : null;
}

/** What one segment's bytes say. */
interface Segment {
  readonly newer: number | null;
  readonly opening: Opening | null;
  /** The head's `after`; 0 for an opening; null when the head can't be read. */
  readonly after: Seq | null;
  readonly owes: number;
  readonly entries: readonly Entry[];
  readonly closed: boolean;
  readonly torn: boolean;
}

function readSegment(bytes: Uint8Array): Segment {
  const head = decodeRecord(bytes, 0);
  const opening = asOpening(head?.value);
  const continuation = opening ? null : asContinuation(head?.value);
  const after = opening ? 0 : (continuation?.after ?? null);
  const newer = newerFormat(head?.value);
  const entries: Entry[] = [];
  let at = head ? head.next : nextLine(bytes, 0);
  let closed = false;
  while (at < bytes.length) {
    const record = decodeRecord(bytes, at);
    if (!record) break;
    closed = asClosing(record.value) !== null;
    const entry = closed ? null : asEntry(record.value);
    if (!closed && entry?.seq !== (after ?? 0) + entries.length + 1) break;
    if (entry) entries.push(entry);
    at = record.next;
  }
  const torn = at < bytes.length || after === null;
  return {
    newer,
    opening,
    after,
    owes: continuation?.owes ?? opening?.owes ?? 0,
    entries,
    closed: closed && !torn,
    torn,
  };
}

/**
 * Whether a segment is read at all. One that holds fewer entries than it owes was never acknowledged, or is damaged;
 * what it was to repeat may still stand in the segments before it.
 */
const counts = (segment: Segment, after: Seq, known: Seq): boolean =>
  segment.entries.length >= segment.owes || after + segment.entries.length > known;

/** Puts the segments together, in their order. */
function assemble(segments: readonly Segment[], copy: Opening | null, lastSegment: number): JournalRead {
  let opening: Opening | null = null;
  let entries: Entry[] = [];
  let sure = 0;
  let torn = false;
  for (const segment of segments) {
    if (segment.newer) return { kind: 'newer', format: segment.newer };
    const isFirst = opening === null;
    if (isFirst) opening = segment.opening ?? copy;
    else if (segment.opening && entries.length === 0) opening = segment.opening; // a review begun anew
    // The head is damaged, not the rest: a first segment can be read by the opening's copy, a later one can't be placed.
    const after = segment.after ?? (isFirst && opening ? 0 : null);
    if (after === null || after > entries.length || !counts(segment, after, entries.length)) {
      torn = true;
      continue;
    }
    entries = [...entries.slice(0, after), ...segment.entries];
    sure = segment.closed ? entries.length : after;
    torn = segment.torn;
  }
  if (opening) return { kind: 'journal', opening, entries, sure, lastSegment, torn };
  if (segments.some((s) => s.entries.length > 0)) return { kind: 'damaged' };
  return { kind: 'none', lastSegment, torn };
}
