/**
 * The document: what Galley says of an issue to the outside (JSON export, `segment`, the score sheet). Published as
 * resources/schemas/galley-1.schema.json. Line numbers are 1-based, ranges inclusive; spans are UTF-16 offsets into the
 * decoded text, half open.
 */

import type { DoubtKind, Evidence } from '../evidence.ts';
import type { NoteClass } from '../model/note.ts';
import type { ArticleState, Masthead } from '../model/review.ts';
import type { ArticleRole, OutsideRole } from '../model/roles.ts';
import type { Source } from '../model/source.ts';

export const DOCUMENT_SCHEMA = 'galley/1';

/** First and last line, both inclusive, 1-based. */
export type LineRange = readonly [number, number];
/** From, to (half open), UTF-16 offsets. */
export type SpanPair = readonly [number, number];

export interface DocumentPart {
  readonly role: ArticleRole;
  /** Each non-blank line of the issue stands in one part, the one that owns most of its non-blank characters. */
  readonly lines: readonly LineRange[];
  readonly spans: readonly SpanPair[];
  /** Text that the raw lacks, supplied by the editor. */
  readonly supplied?: string;
}

export interface DocumentParagraph {
  readonly role: 'body' | 'caption' | 'dateline';
  /** The reading: corrected, lines joined. */
  readonly text: string;
  /** The same without corrections. */
  readonly raw: string;
  readonly lines: readonly LineRange[];
  readonly spans: readonly SpanPair[];
}

export interface DocumentByline {
  readonly role: string;
  readonly name: string;
  readonly span?: SpanPair;
  readonly incomplete?: true;
  readonly supplied?: true;
}

export interface DocumentCorrection {
  readonly span: SpanPair;
  readonly raw: string;
  readonly text: string;
  readonly by: string;
}

export interface DocumentArticle {
  readonly id: string;
  readonly state: ArticleState;
  readonly section?: string;
  readonly kicker: string | null;
  readonly headline: string | null;
  readonly subhead: string | null;
  readonly lede: string | null;
  readonly bylines: readonly DocumentByline[];
  readonly dateline: { readonly text: string; readonly span: SpanPair } | null;
  readonly parts: readonly DocumentPart[];
  readonly paragraphs: readonly DocumentParagraph[];
  readonly corrections: readonly DocumentCorrection[];
}

export interface DocumentOutside {
  readonly role: OutsideRole;
  readonly by: 'rule' | 'editor';
  readonly lines: readonly LineRange[];
  readonly spans: readonly SpanPair[];
  readonly text: string;
  readonly articles?: readonly string[];
}

export interface DocumentDoubt {
  readonly id: string;
  readonly kind: DoubtKind;
  readonly span: SpanPair;
  readonly lines: LineRange;
  readonly articles: readonly string[];
  readonly why: string;
  readonly values?: { readonly [name: string]: string | number };
  readonly confidence: number;
  readonly settled?: string;
}

/** What can be chosen of an article. */
export const EXPORT_FIELDS = [
  'section',
  'kicker',
  'headline',
  'subhead',
  'lede',
  'bylines',
  'dateline',
  'body',
  'captions',
] as const;
export type ExportField = (typeof EXPORT_FIELDS)[number];

/** What a part of a document lacks. The conservation statement is that of the whole issue all the same. */
export interface DocumentPartial {
  /** Articles of the issue. */
  readonly of: number;
  /** Those that are left out; `index` is the place in the issue, from 1. */
  readonly articles: readonly { readonly index: number; readonly id: string; readonly state: ArticleState }[];
  /** Fields that the articles have and that are left out of them. */
  readonly fields: readonly ExportField[];
}

export interface DocumentNote {
  readonly id: string;
  readonly class: NoteClass;
  readonly text: string;
  readonly span: SpanPair;
  /** First and last line of the place. */
  readonly lines: LineRange;
  /** The article that it is about as a whole. */
  readonly article?: string;
  readonly state: 'open' | 'closed';
  /** What was answered when it was closed. */
  readonly answer?: string;
  /** Who wrote it and when (ISO time). */
  readonly by?: string;
  readonly at?: string;
}

/** Counts of non-blank characters (UTF-16 units). Everything is somewhere: `nonBlank` = `inArticles` + all of `outside`. */
export interface Conservation {
  readonly nonBlank: number;
  readonly inArticles: number;
  readonly outside: { readonly [role in OutsideRole]?: number };
  /** Of what is outside: by the segmenter's rules, and by the editor. */
  readonly byRule: number;
  readonly byEditor: number;
  /** SHA-256 (hex) of the UTF-8 of the exported raw spans put together by offset; equals that of the decoded text. */
  readonly sha256: string;
}

export interface GalleyDocument {
  readonly schema: typeof DOCUMENT_SCHEMA;
  readonly source: Source;
  readonly masthead: Masthead;
  /** Set when something was left out on purpose (`select.ts`). */
  readonly partial?: DocumentPartial;
  /** Rules of its archive that it breaks, as they stood when it was exported all the same. */
  readonly breaks?: readonly string[];
  readonly articles: readonly DocumentArticle[];
  readonly furniture: readonly DocumentOutside[];
  readonly doubts: readonly DocumentDoubt[];
  /** Where there are any. */
  readonly notes?: readonly DocumentNote[];
  /** The issue was returned to its editor. */
  readonly returned?: true;
  readonly conservation: Conservation;
  readonly evidence?: readonly Evidence[];
}
