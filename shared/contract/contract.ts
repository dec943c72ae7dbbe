/**
 * The one contract between the window and the desk: a table of calls and a table of events. Types derive from it;
 * the schemas run at the border in the main process. Everything in it is JSON.
 *
 * The text of an issue does not cross here: the window gets it once, by GET, from `OpenedIssue.textUrl`.
 */
import { z } from 'zod';
import { spanSchema } from '../edits/edit.ts';
import { changeSchema, type Entry, type Seq } from '../journal/entry.ts';
import { ENCODINGS } from '../model/source.ts';
import type { Evidence } from '../proposal.ts';
import { ERROR_NAME, FRAME, FRAMES } from '../stripped-error.ts';
import { type WordList, wordsSchema } from '../words/list.ts';
import type { About, AppInfo } from './app.ts';
import {
  ARCHIVE_COLUMNS,
  type ArchiveHits,
  type ArchiveInfo,
  type ArchiveProgress,
  type ArchiveWindow,
  archiveChoiceSchema,
  archiveViewSchema,
  BATCH_KINDS,
  type BatchStatus,
  type GateRules,
  gateRulesSchema,
  type SavedViews,
  savedViewsSchema,
} from './archive.ts';
import type {
  Facsimile,
  FileId,
  IssueRow,
  IssueStanding,
  OpenedIssue,
  PageOrder,
  ReviewSnapshot,
  SecondReader,
  SecondReview,
} from './issue.ts';
import { DeskError, type Problem } from './problem.ts';
import { type ExportProfiles, exportProfileSchema, exportProfilesSchema } from './profile.ts';
import { LONGEST_PERSON, type Settings, settingsChangeSchema } from './settings.ts';
import type { ExportPreview, ExportResult, ExportWritten, SavedScript } from './written.ts';

export { EXPORT_FORMATS, type ExportFormat } from './formats.ts';
export { DeskError, PROBLEM_KEYS, type Problem, type ProblemKey } from './problem.ts';

const issueNumber = z.int().min(1);
const batchId = z.string().regex(/^[A-Za-z0-9-]{1,64}$/, 'not a batch');
const fileId = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/, 'not a file id');

const result = <T>() => ({}) as { readonly __result?: T };
const none = z.strictObject({});
/** A newspaper's title as its masthead has it. */
const paper = z.string().min(1).max(200);
const call = <A extends z.ZodType, R>(args: A, _result: { readonly __result?: R }) =>
  ({ args }) as { readonly args: A; readonly __result?: R };

export const CALLS = {
  'app.info': call(none, result<AppInfo>()),
  'app.about': call(none, result<About>()),
  /** Gathers what is needed to look into a problem, without a word of any newspaper, in a file of the data folder. */
  'app.report': call(none, result<{ readonly name: string; readonly folder: string }>()),
  /** A part of the window failed: an error without its message, which may quote text. For the log. */
  'window.failed': call(
    z.strictObject({
      error: z.string().regex(ERROR_NAME, 'not a name'),
      frames: z.array(z.string().regex(FRAME, 'not a frame')).max(FRAMES),
    }),
    result<null>(),
  ),
  'settings.set': call(settingsChangeSchema, result<Settings>()),
  /** The word list of a newspaper; empty when there is none yet. */
  'words.get': call(z.strictObject({ paper }), result<WordList>()),
  /** A settled article showed these words. */
  'words.learn': call(z.strictObject({ paper, words: wordsSchema }), result<WordList>()),
  /** What a person made of the list. */
  'words.set': call(z.strictObject({ paper, words: wordsSchema }), result<WordList>()),
  /** Issues opened by this run, and recent ones. */
  'issues.list': call(none, result<readonly IssueRow[]>()),
  /** How far the review of an issue of the list is; null: there is none. It need not be open. */
  'issue.standing': call(z.strictObject({ file: fileId }), result<IssueStanding | null>()),
  /** Asks the host for files (a native dialog; in the Node host the window's own browser of folders). */
  'issues.pick': call(none, result<readonly IssueRow[]>()),
  'issue.open': call(
    z.strictObject({ file: fileId, encoding: z.enum(ENCODINGS).exactOptional() }),
    result<OpenedIssue>(),
  ),
  /** `choose`: asks the person for a picture first; when they thought better of it, the one that was there stays. */
  'issue.facsimile': call(z.strictObject({ file: fileId, choose: z.boolean() }), result<Facsimile>()),
  /** Resolves when the proposal is made or the journal replayed; `issue.progress` tells how far. */
  'issue.review': call(z.strictObject({ file: fileId }), result<ReviewSnapshot>()),
  /** How the page files of an issue that is a folder are ordered. Rejects with `no such file` where it is none. */
  'issue.pages': call(z.strictObject({ file: fileId }), result<PageOrder>()),
  /**
   * Another order of the pages, hence another text: the issue is closed, and is to be opened anew. Rejects with `page order
   * with edits` once something is edited, with `out of step` where the folder has other pages meanwhile.
   */
  'issue.setPages': call(
    z.strictObject({ file: fileId, pages: z.array(z.string().min(1).max(1000)).min(1).max(5000) }),
    result<null>(),
  ),
  'issue.cancel': call(z.strictObject({ file: fileId }), result<null>()),
  'issue.close': call(z.strictObject({ file: fileId }), result<null>()),
  /** The evidence for what stands in the span, best first. Segments anew if need be, in the worker. */
  'issue.explain': call(z.strictObject({ file: fileId, span: spanSchema }), result<readonly Evidence[]>()),
  /** Resolves when the changes are on disk: `seq` is the last number, `digest` that of the review after it. */
  'review.append': call(
    z.strictObject({ file: fileId, first: z.int().min(1), changes: z.array(changeSchema).min(1).max(10_000) }),
    result<{ readonly seq: Seq; readonly digest: string }>(),
  ),
  /** Writes what is still owed after a failure. */
  'review.retry': call(z.strictObject({ file: fileId }), result<{ readonly seq: Seq }>()),
  'review.takeOver': call(z.strictObject({ file: fileId }), result<ReviewSnapshot>()),
  'export.preview': call(z.strictObject({ file: fileId, profile: exportProfileSchema }), result<ExportPreview>()),
  /**
   * The person's own second reading of the issue, as an issue that can be opened: it begins from the proposal of the
   * first review and shows nothing else of it. Rejects with `no person`, and with `reviewed by you` for who made the first.
   */
  'second.begin': call(z.strictObject({ file: fileId }), result<IssueRow>()),
  'second.readers': call(z.strictObject({ file: fileId }), result<readonly SecondReader[]>()),
  'second.read': call(
    z.strictObject({ file: fileId, reader: z.string().min(1).max(LONGEST_PERSON) }),
    result<SecondReview>(),
  ),
  'export.write': call(
    z.strictObject({ file: fileId, profile: exportProfileSchema, choose: z.boolean().exactOptional() }),
    result<ExportWritten | null>(),
  ),
  /** The export profiles of the archive that the issue lies in, or (null) of the one that is open. */
  'profiles.get': call(z.strictObject({ file: fileId.nullable() }), result<ExportProfiles>()),
  'profiles.set': call(
    z.strictObject({ file: fileId.nullable(), profiles: exportProfilesSchema.shape.profiles }),
    result<ExportProfiles>(),
  ),
  /** Writes the review as a script for the review kit; null when the person thought better of it. */
  'review.saveScript': call(z.strictObject({ file: fileId }), result<SavedScript | null>()),
  /** Asks the host for a folder; null when the person thought better of it. */
  'archive.open': call(none, result<ArchiveInfo | null>()),
  'archive.info': call(none, result<ArchiveInfo | null>()),
  'archive.rows': call(
    z.strictObject({ view: archiveViewSchema, from: z.int().min(0), count: z.int().min(1).max(500) }),
    result<ArchiveWindow>(),
  ),
  /** The row of the view in which an issue stands; -1 when it is not in it. */
  'archive.place': call(z.strictObject({ view: archiveViewSchema, issue: issueNumber }), result<number>()),
  /** The issues between two rows of the view, both included. */
  'archive.between': call(
    z.strictObject({ view: archiveViewSchema, from: z.int().min(0), to: z.int().min(0) }),
    result<readonly number[]>(),
  ),
  /** What there is to filter by. */
  'archive.values': call(none, result<{ readonly papers: readonly string[]; readonly persons: readonly string[] }>()),
  /** Makes an issue of the archive one that can be opened. */
  'archive.issue': call(z.strictObject({ issue: issueNumber }), result<IssueRow>()),
  /** Gives issues to a person; `''` to nobody. */
  'archive.assign': call(
    z.strictObject({ choice: archiveChoiceSchema, person: z.string().max(LONGEST_PERSON) }),
    result<null>(),
  ),
  'archive.search': call(
    z.strictObject({ typed: z.string().max(1000), from: z.int().min(0), count: z.int().min(1).max(200) }),
    result<ArchiveHits>(),
  ),
  /** Writes all hits to a file. */
  'archive.saveHits': call(
    z.strictObject({ typed: z.string().max(1000), format: z.enum(['csv', 'json']) }),
    result<ExportResult | null>(),
  ),
  /** Writes the table as it is shown to a CSV file. */
  'archive.saveTable': call(
    z.strictObject({ view: archiveViewSchema, columns: z.array(z.enum(ARCHIVE_COLUMNS)).max(ARCHIVE_COLUMNS.length) }),
    result<ExportResult | null>(),
  ),
  'archive.progress': call(none, result<ArchiveProgress>()),
  'archive.rules': call(none, result<GateRules>()),
  'archive.setRules': call(gateRulesSchema, result<GateRules>()),
  'archive.views': call(none, result<SavedViews>()),
  'archive.setViews': call(savedViewsSchema, result<SavedViews>()),
  'batch.start': call(
    z.strictObject({
      kind: z.enum(BATCH_KINDS),
      choice: archiveChoiceSchema,
      profile: exportProfileSchema.exactOptional(),
      /** Nothing is written: only what would be is told. */
      isDry: z.literal(true).exactOptional(),
    }),
    result<BatchStatus | null>(),
  ),
  /** The batches of the archive, the latest first. */
  'batch.list': call(none, result<readonly BatchStatus[]>()),
  'batch.pause': call(none, result<null>()),
  'batch.cancel': call(z.strictObject({ batch: batchId }), result<null>()),
  /** `retry`: what failed is tried again. */
  'batch.resume': call(z.strictObject({ batch: batchId, retry: z.boolean() }), result<BatchStatus>()),
} as const;

export type CallName = keyof typeof CALLS;
export type CallArgs<K extends CallName> = z.input<(typeof CALLS)[K]['args']>;
type CallResults = {
  readonly [K in CallName]: (typeof CALLS)[K] extends { readonly __result?: infer R } ? R : never;
};
/** What a call resolves to; `null` is a result too. */
export type CallResult<K extends CallName> = CallResults[K];

export interface Events {
  'issue.progress': { readonly file: FileId; readonly done: number };
  /** The review's journal could not be written: edits after `seq` are in memory only. */
  'review.failed': { readonly file: FileId; readonly seq: Seq; readonly owed: number; readonly problem: Problem };
  'review.saved': { readonly file: FileId; readonly seq: Seq };
  /** The issue file on disk is not the one under review any more. */
  'issue.changedOnDisk': { readonly file: FileId; readonly how: 'changed' | 'gone' };
  /** Another process wrote entries to a review that this window follows read-only. */
  'review.followed': { readonly file: FileId; readonly entries: readonly Entry[] };
  /** A native menu item was chosen: the id of a command. */
  'menu.command': { readonly command: string };
  'issues.opened': { readonly issues: readonly IssueRow[] };
  'archive.changed': ArchiveInfo;
  'batch.changed': BatchStatus;
  /** The far side is gone; pending and later calls fail. */
  'host.gone': Record<string, never>;
}
export type EventName = keyof Events;
export const EVENTS: readonly EventName[] = [
  'issue.progress',
  'review.failed',
  'review.saved',
  'issue.changedOnDisk',
  'review.followed',
  'menu.command',
  'issues.opened',
  'archive.changed',
  'batch.changed',
  'host.gone',
];

/** The window's way to the desk; Electron's IPC and a WebSocket on loopback implement it. */
export interface Host {
  /** Rejects with a `DeskError`. */
  call<K extends CallName>(name: K, args: CallArgs<K>): Promise<CallResult<K>>;
  /** Returns the undoing. */
  on<K extends EventName>(name: K, listener: (event: Events[K]) => void): () => void;
}

/** The desk's side: one function per call, given arguments that the schema has passed. */
export type DeskService = {
  readonly [K in CallName]: (args: z.output<(typeof CALLS)[K]['args']>) => Promise<CallResult<K>>;
};

const isCallName = (name: unknown): name is CallName => typeof name === 'string' && Object.hasOwn(CALLS, name);

/**
 * Runs one call from across the border: checks the name against the table and the arguments against the schema.
 * Rejects with a `DeskError` `bad request` that says where the arguments are wrong, or with the service's own.
 */
export async function dispatch(service: DeskService, name: unknown, args: unknown): Promise<unknown> {
  if (!isCallName(name)) throw new DeskError({ key: 'bad request', detail: 'no such call' });
  const checked = CALLS[name].args.safeParse(args);
  if (!checked.success) {
    const issue = checked.error.issues[0];
    throw new DeskError({
      key: 'bad request',
      detail: `${name}: at ${issue?.path.join('.') || 'args'}: ${issue?.message}`,
    });
  }
  // The table pairs name and arguments; TypeScript can't follow the pair through the union.
  return (service[name] as (a: unknown) => Promise<unknown>)(checked.data);
}

/** What crosses the wire of a failed call. */
export const problemOf = (error: unknown): Problem =>
  error instanceof DeskError
    ? error.problem
    : { key: 'internal', detail: error instanceof Error ? error.message : String(error) };
