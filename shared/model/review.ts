/**
 * A review: three thin layers over raw text that never changes.
 *
 * - *assignment*: which run belongs to which article and role, or outside; the paragraphs; the credits
 * - *corrections*: this span reads so instead
 * - *supplements*: text that the raw lacks, as pieces of an article
 *
 * Values are immutable; equal parts are shared between states. Laws (checked by `check.ts`):
 * the runs of all pieces and of `outside` tile `[0, length)`; every run begins with a non-blank character, except one
 * that begins at 0; `outside`, `breaks`, `joins` and `corrections` are sorted.
 */
import type { LineIndex } from './lines.ts';
import type { Note } from './note.ts';
import type { Offset, Span } from './position.ts';
import type { ArticleRole, OutsideRole } from './roles.ts';

/** The raw text of an issue and its lines. Never changes. */
export interface Issue {
  readonly text: string;
  readonly lines: LineIndex;
}

/** `a1`, `a2` … for proposed articles; `a-` and 8 characters of base32 for new ones. */
export type ArticleId = string;

export type ArticleState = 'proposed' | 'in review' | 'settled';

/** A run of the raw text. */
export interface RunPiece {
  readonly kind: 'run';
  readonly from: Offset;
  readonly to: Offset;
  readonly role: ArticleRole;
}

/** Text that the raw lacks: a headline lost by the scan. In body text a paragraph break is `\n`. */
export interface SupplementPiece {
  readonly kind: 'supplement';
  readonly id: string;
  readonly role: ArticleRole;
  readonly text: string;
}

export type Piece = RunPiece | SupplementPiece;

/**
 * A name with its role: `（记者 冯海砚）`. `role` is in the normal form of the language table (记者, 通讯员, 摄影, 作者; by,
 * photo …). `span` is the name's place in the raw text; none when the editor supplied it. `incomplete`: a glyph of the
 * name is lost (`梁 `).
 */
export interface Credit {
  readonly role: string;
  readonly name: string;
  readonly span?: Span;
  readonly incomplete?: true;
  readonly supplied?: true;
}

/** `本报讯`, `OTTAWA, March 17`: its text stays in the body. */
export interface Dateline {
  readonly text: string;
  readonly span: Span;
}

export interface Article {
  readonly id: ArticleId;
  readonly state: ArticleState;
  /** Head pieces first, by role (kicker, headline, subhead, lede), then the text pieces in reading order. */
  readonly pieces: readonly Piece[];
  readonly credits: readonly Credit[];
  readonly dateline: Dateline | null;
}

export interface OutsideRun {
  readonly from: Offset;
  readonly to: Offset;
  readonly role: OutsideRole;
  /** Who said that it is no article's text. */
  readonly by: 'rule' | 'editor';
  /** For a section: the articles under it. */
  readonly of?: readonly ArticleId[];
}

/**
 * "This span reads so instead." The span is minimal, lies within one run and never contains a line end; the spans of a
 * review do not overlap. An empty span is an insertion and says by `side` whether it belongs to the character before
 * or after it. `text` may hold `\n`: a paragraph break.
 */
export interface Correction {
  readonly span: Span;
  readonly side?: Side;
  readonly text: string;
  readonly by: Author;
}

export type Side = 'before' | 'after';

/** `machine`, or a person's name as it stands in the journal. */
export type Author = string;
export const MACHINE: Author = 'machine';

export const MASTHEAD_FIELDS = ['paper', 'date', 'edition', 'pages', 'editors'] as const;
type MastheadField = (typeof MASTHEAD_FIELDS)[number];
export type Masthead = { readonly [field in MastheadField]?: string };

/** How a doubt was settled. */
type DoubtChoice = 'accepted' | 'other' | 'passed over';

export interface Review {
  /** Length of the raw text. */
  readonly length: number;
  /** In export order. */
  readonly articles: readonly Article[];
  /** Sorted by place; neighbours of one role and author may touch. */
  readonly outside: readonly OutsideRun[];
  /** Offsets of the first non-blank character of each paragraph, as the page shows them; sorted. */
  readonly breaks: readonly Offset[];
  /** Starts of pieces whose seam to the piece before is no paragraph break; sorted. Disjoint from `breaks`. */
  readonly joins: readonly Offset[];
  readonly corrections: readonly Correction[];
  readonly doubtsSettled: { readonly [doubtId: string]: DoubtChoice };
  readonly masthead: Masthead;
  /** In the order in which they were written. */
  readonly notes: readonly Note[];
  /** Sent back to its editor with the open notes as what is to do. */
  readonly returned: boolean;
}
