/** What the desk says of an issue: in the list, opened, under review, read by a second person. */
import type { Entry, Seq } from '../journal/entry.ts';
import type { Encoding, Source } from '../model/source.ts';
import type { Proposal } from '../proposal.ts';

/** An opaque name for a file of the machine; the window never sees a path it can use. */
export type FileId = string;

/** A row of the issue list. */
export interface IssueRow {
  readonly file: FileId;
  readonly name: string;
  /** The folder, for display only. */
  readonly folder: string;
  readonly bytes: number;
  /** Last change on disk, ISO time. */
  readonly changed: string;
  readonly reviewed: boolean;
  /** It is the second reading of this person, apart from the first. */
  readonly reader?: string;
}

/** How far the review of an issue is. */
export interface IssueStanding {
  readonly articles: number;
  readonly settled: number;
  /** Open ones. */
  readonly notes: number;
  /** It went back to its editor. */
  readonly returned: boolean;
}

/** Somebody who read an issue a second time. */
export interface SecondReader {
  readonly reader: string;
  /** Edits made so far. */
  readonly edits: number;
  readonly articles: number;
  readonly settled: number;
  /** ISO time of the last edit; null: none. */
  readonly at: string | null;
}

/** What a second reader made of the issue: to be replayed over the text, which is the same. */
export interface SecondReview {
  readonly reader: string;
  readonly proposal: Proposal;
  readonly entries: readonly Entry[];
}

export interface OpenedIssue {
  readonly file: FileId;
  readonly source: Source;
  /** Path of the decoded text on the window's own origin. UTF-8; lone surrogates are U+FFFD, as in `Issue.text`. */
  readonly textUrl: string;
  /** Length of the text in UTF-16 units. */
  readonly length: number;
  /** Other encodings in which the bytes make sense, best first. */
  readonly encodings: readonly Encoding[];
}

/** The page files of an issue that is a folder. */
export interface PageOrder {
  /** As they are read. */
  readonly pages: readonly string[];
  /** As their names say. */
  readonly natural: readonly string[];
}

/** The picture of an issue, beside its text. Addresses are paths on the window's own origin. */
export interface Facsimile {
  /** One a page of the text, null for a page without one; or one PDF for all pages. None: there is no picture. */
  readonly pictures: readonly ({ readonly url: string; readonly kind: 'image' | 'pdf' } | null)[];
  /** Names of pictures that are there and that no window can show (TIFF, JPEG 2000). */
  readonly unshown: readonly string[];
  /** Where the text stands on the pages, a `Layout` as JSON; null where the file does not say it. */
  readonly layoutUrl: string | null;
  /** Whether another picture can be chosen: the host has a dialog. */
  readonly canChoose: boolean;
}

/** Things the editor should know about this opening; sentences under `notice.*` in the locales. */
export interface Notice {
  readonly key:
    | 'source changed'
    | 'torn tail'
    | 'review elsewhere'
    | 'read only'
    | 'zero articles'
    | 'encoding unsure'
    | 'journal in data folder'
    | 'paper profile';
  readonly values?: { readonly [name: string]: string | number };
}

export interface ReviewSnapshot {
  readonly proposal: Proposal;
  readonly entries: readonly Entry[];
  /** The last number on disk; 0 when nothing is. */
  readonly seq: Seq;
  readonly digest: string;
  /** Set when another process writes this review. */
  readonly readOnly: { readonly host: string; readonly pid: number; readonly since: string } | null;
  readonly notices: readonly Notice[];
}
