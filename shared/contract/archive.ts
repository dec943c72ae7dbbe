/**
 * What window and desk say to each other about an archive: a folder of issues that is worked through as one. Rows come
 * in windows of the whole view; the order is made where the index is.
 */
import { z } from 'zod';
import type { DeliveryReport } from './delivery.ts';
import type { Problem } from './problem.ts';

/** Number of an issue in the index. It names nothing outside of the index, and may change when that is rebuilt. */
export type IssueNumber = number;

/**
 * `unread`: nobody has segmented it yet. `returned`: sent back to its editor with notes. `failed`: it can't be read, see
 * the row's problem.
 */
export const ISSUE_STATES = ['unread', 'proposed', 'in review', 'returned', 'settled', 'failed'] as const;
export type IssueState = (typeof ISSUE_STATES)[number];

/** The issue file against its review: another file now, or gone (then the review goes on over its own copy). */
export const SOURCE_STATES = ['ok', 'replaced', 'missing'] as const;
export type SourceState = (typeof SOURCE_STATES)[number];

/** Columns of the table, in the order in which they stand at first. */
export const ARCHIVE_COLUMNS = [
  'title',
  'name',
  'folder',
  'date',
  'pages',
  'articles',
  'doubts',
  'notes',
  'edits',
  'minutes',
  'state',
  'assigned',
  'exported',
  'source',
  'lock',
  'edited',
  'edition',
  'editors',
  'bytes',
] as const;
export type ArchiveColumn = (typeof ARCHIVE_COLUMNS)[number];

/** What rows can be put together by. */
export const ARCHIVE_GROUPS = ['paper', 'year', 'folder', 'state', 'assigned', 'source'] as const;
export type ArchiveGroup = (typeof ARCHIVE_GROUPS)[number];

const short = z.string().max(300);
const day = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/);

/** All that are set must hold. */
const archiveFilterSchema = z.strictObject({
  /** Words that stand in name, folder, paper, date, edition or person. */
  text: short.exactOptional(),
  states: z.array(z.enum(ISSUE_STATES)).max(ISSUE_STATES.length).exactOptional(),
  sources: z.array(z.enum(SOURCE_STATES)).max(SOURCE_STATES.length).exactOptional(),
  /** A person; `''`: nobody. */
  assigned: short.exactOptional(),
  paper: short.exactOptional(),
  /** First and last day, both included: `2013`, `2013-08`, `2013-08-19`. */
  from: day.exactOptional(),
  to: day.exactOptional(),
  /** Only issues with open doubts. */
  doubts: z.literal(true).exactOptional(),
});
export type ArchiveFilter = z.infer<typeof archiveFilterSchema>;

export const archiveViewSchema = z.strictObject({
  filter: archiveFilterSchema,
  /** The first counts most. */
  sort: z.array(z.strictObject({ column: z.enum(ARCHIVE_COLUMNS), down: z.boolean() })).max(4),
  group: z.enum(ARCHIVE_GROUPS).nullable(),
  /** Values of groups whose rows are folded away. */
  folded: z.array(short).max(10_000),
});
export type ArchiveView = z.infer<typeof archiveViewSchema>;

export const ALL_ISSUES: ArchiveView = { filter: {}, sort: [{ column: 'name', down: false }], group: null, folded: [] };

/** Which issues an act is for: these, or all of a view less some. */
export const archiveChoiceSchema = z.union([
  z.strictObject({ issues: z.array(z.int().min(1)).max(100_000) }),
  z.strictObject({ filter: archiveFilterSchema, except: z.array(z.int().min(1)).max(100_000) }),
]);
export type ArchiveChoice = z.infer<typeof archiveChoiceSchema>;

export interface ArchiveIssue {
  readonly kind: 'issue';
  readonly id: IssueNumber;
  /** The newspaper, or the file's name where that is not known. */
  readonly title: string;
  readonly name: string;
  /** Below the archive, with `/`; empty for the archive itself. For display. */
  readonly folder: string;
  /** As printed. */
  readonly date: string;
  readonly edition: string;
  readonly editors: string;
  readonly pages: number;
  readonly bytes: number;
  readonly state: IssueState;
  /** Null while there is no proposal. */
  readonly articles: number | null;
  readonly settled: number;
  /** Open ones; null while there is no proposal. */
  readonly doubts: number | null;
  /** Open notes of colleagues. */
  readonly notes: number;
  /** Edits made by people. */
  readonly edits: number;
  /** Working time, in minutes: the pauses between edits, each up to five minutes. */
  readonly minutes: number;
  readonly assigned: string;
  /** ISO time of the last export, and whether the review went on since. */
  readonly exported: { readonly at: string; readonly isOld: boolean } | null;
  readonly source: SourceState;
  /** Who writes the review just now. */
  readonly lock: { readonly host: string; readonly since: string } | null;
  /** ISO time of the last edit. */
  readonly edited: string | null;
  readonly problem: Problem | null;
}

interface ArchiveGroupHead {
  readonly kind: 'group';
  readonly value: string;
  readonly count: number;
  readonly isFolded: boolean;
}

export type ArchiveRow = ArchiveIssue | ArchiveGroupHead;

export interface ArchiveWindow {
  /** Rows of the whole view, heads of groups among them. */
  readonly total: number;
  /** Issues of the whole view, folded ones too. */
  readonly issues: number;
  readonly from: number;
  readonly rows: readonly ArchiveRow[];
}

export interface ArchiveInfo {
  /** The folder's name, and where it is, for display. */
  readonly name: string;
  readonly folder: string;
  readonly issues: number;
  /** Issues still to be read, and of how many, while the index follows the folder; null when it is up to date. */
  readonly reading: { readonly done: number; readonly of: number } | null;
  /** What the person should know: sentences under `archive.notice.*`. */
  readonly notice: 'rebuilt' | null;
}

/** A place where what was searched for stands. */
export interface ArchiveHit {
  readonly issue: IssueNumber;
  readonly title: string;
  readonly name: string;
  readonly folder: string;
  readonly date: string;
  /** Null where it stands in the raw text only. */
  readonly article: string | null;
  readonly headline: string;
  readonly byline: string;
  /** The words around, and which of their UTF-16 units are the hit; empty when the text can't be read now. */
  readonly words: string;
  readonly marks: readonly (readonly [number, number])[];
  /** Offset into the raw text; null when it stands in text that the editor supplied. */
  readonly at: number | null;
}

export interface ArchiveHits {
  readonly total: number;
  readonly from: number;
  readonly hits: readonly ArchiveHit[];
}

export const BATCH_KINDS = ['segment', 'repropose', 'validate', 'export'] as const;
export type BatchKind = (typeof BATCH_KINDS)[number];

/** `paused`: by the person, or because its process ended. */
const BATCH_STATES = ['running', 'paused', 'done', 'cancelled'] as const;
export type BatchState = (typeof BATCH_STATES)[number];

export interface BatchFailure {
  readonly path: string;
  readonly problem: Problem;
}

export interface BatchStatus {
  readonly id: string;
  readonly kind: BatchKind;
  readonly state: BatchState;
  readonly of: number;
  readonly done: number;
  /** Among those done: they had been done before, so nothing was changed. */
  readonly already: number;
  readonly failed: number;
  /** Seconds, from the rate of this run; null when there is none yet. */
  readonly secondsLeft: number | null;
  /** The first of them. */
  readonly failures: readonly BatchFailure[];
  /** Where exports go, for display, and the profile that they are made by. */
  readonly out: string | null;
  readonly profile: string | null;
  /** Nothing is written: only what would be is told. */
  readonly isDry: boolean;
  /** Of an export that rests: what is new against the delivery before. */
  readonly report: DeliveryReport | null;
}

/** The progress board. Issues that nobody touched are counted in `issues` and `states` only. */
export interface ArchiveProgress {
  readonly issues: number;
  readonly articles: number;
  /** Open ones. */
  readonly doubts: number;
  readonly states: readonly { readonly state: IssueState; readonly issues: number }[];
  /** By whom they are assigned to, else by who edited last. */
  readonly persons: readonly {
    readonly person: string;
    readonly issues: number;
    readonly settled: number;
    readonly edits: number;
    readonly minutes: number;
  }[];
  /** Issues by the week of their last edit, the oldest first; `week` is its Monday. */
  readonly weeks: readonly {
    readonly week: string;
    readonly issues: number;
    readonly articles: number;
    readonly edits: number;
    readonly minutes: number;
  }[];
}

/** What an archive may ask of an issue before it is exported. */
export const GATE_RULES = [
  'no open doubts',
  'every article has a headline',
  'every article is settled',
  'the review keeps its laws',
  'the document fits its schema',
] as const;
export type GateRule = (typeof GATE_RULES)[number];

export const gateRulesSchema = z.strictObject({
  rules: z.array(z.enum(GATE_RULES)).max(GATE_RULES.length),
  /** What happens to an export that breaks one. */
  on: z.enum(['refuse', 'stamp']),
});
export type GateRules = z.infer<typeof gateRulesSchema>;

/** A view that has a name, with the columns that are shown. */
export const savedViewsSchema = z.strictObject({
  views: z
    .array(
      z.strictObject({
        name: z.string().min(1).max(100),
        view: archiveViewSchema,
        columns: z.array(z.enum(ARCHIVE_COLUMNS)).max(ARCHIVE_COLUMNS.length),
      }),
    )
    .max(100),
});
export type SavedViews = z.infer<typeof savedViewsSchema>;
