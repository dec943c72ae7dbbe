/** What tests of the journal have in common: an opening, entries, and a journal on any files. */
import type { Entry } from '../../../shared/journal/entry.ts';
import type { Proposal } from '../../../shared/proposal.ts';
import type { Files } from '../files.ts';
import { createJournal, type Journal, type JournalPorts, type JournalStart } from '../journal.ts';
import { FORMAT, type Opening } from '../journal-format.ts';
import { readJournal, startAfter } from '../journal-read.ts';

export const OPENING: Opening = {
  format: FORMAT,
  sha256: 'ab'.repeat(32),
  encoding: 'gb18030',
  bom: false,
  lineEnd: 'lf',
  segmenter: 'test',
  proposal: {
    segmenter: 'test',
    review: {
      length: 0,
      articles: [],
      outside: [],
      breaks: [],
      joins: [],
      corrections: [],
      doubtsSettled: {},
      masthead: {},
      notes: [],
      returned: false,
    },
    doubts: [],
    candidates: {},
  } satisfies Proposal,
};

/** Entry `seq`; entries of different `value` are different. */
export const entry = (seq: number, value = `${seq} 版`): Entry => ({
  seq,
  at: '2026-11-25T08:00:00.000Z',
  by: '王\n"🖋"',
  group: seq,
  edit: { kind: 'setMasthead', field: 'pages', value },
});

export const entries = (from: number, to: number): Entry[] =>
  Array.from({ length: to - from + 1 }, (_, i) => entry(from + i));

export const NEW: JournalStart = { opening: OPENING, isOpened: false, lastSegment: 0, saved: 0, owed: [] };

export function journalOn(
  files: Files,
  folder: string,
  start: JournalStart = NEW,
  ports: Partial<JournalPorts> = {},
): Journal {
  return createJournal(
    {
      files,
      folder,
      prepare: async () => undefined,
      owns: async () => true,
      failed() {},
      recovered() {},
      retryAfter: 0,
      ...ports,
    },
    start,
  );
}

/** Opens the journal in the folder as a review does: reads it, and makes sure that what was read is on the disk. */
export async function reopen(files: Files, folder: string, ports: Partial<JournalPorts> = {}): Promise<Journal> {
  const read = await readJournal(files, folder);
  const start =
    read.kind === 'journal' ? startAfter(read) : { ...NEW, lastSegment: read.kind === 'none' ? read.lastSegment : 0 };
  const journal = journalOn(files, folder, start, ports);
  await journal.retry();
  return journal;
}

/** The numbers and pages of what is read; null when there is no review. */
export async function readBack(files: Files, folder: string): Promise<readonly Entry[] | null> {
  const read = await readJournal(files, folder);
  if (read.kind === 'none') return null;
  if (read.kind !== 'journal') throw new Error(read.kind);
  return read.entries;
}
