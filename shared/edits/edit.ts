/**
 * Every change of a review is an edit, a plain value. A closed union with one schema; `apply.ts` says what each does.
 *
 * `restore` is internal: the inverse of any edit. It is never written to a journal and not part of the schema.
 */
import { z } from 'zod';
import { NOTE_CLASSES } from '../model/note.ts';
import { type Article, type ArticleId, MASTHEAD_FIELDS, type Review } from '../model/review.ts';
import { ARTICLE_ROLES, OUTSIDE_ROLES } from '../model/roles.ts';
import type { Proposal } from '../proposal.ts';

const offset = z.int().min(0);
export const spanSchema = z
  .strictObject({ from: offset, to: offset })
  .refine((s) => s.from <= s.to, 'from is after to');
const articleIdSchema = z.string().regex(/^a(?:\d{1,9}|-[a-z2-7]{8})$/, 'not an article id');
const text = z.string().max(1_000_000);
const shortText = z.string().max(1000);
const articleRole = z.enum(ARTICLE_ROLES as [(typeof ARTICLE_ROLES)[number], ...typeof ARTICLE_ROLES]);
const outsideRole = z.enum(OUTSIDE_ROLES);
const side = z.enum(['before', 'after']);

const creditSchema = z.strictObject({
  role: shortText,
  name: shortText,
  span: spanSchema.exactOptional(),
  incomplete: z.literal(true).exactOptional(),
  supplied: z.literal(true).exactOptional(),
});

/** No note is longer. */
const noteText = z.string().max(10_000);
const noteId = z.string().regex(/^n-[a-z2-7]{8}$/, 'not the id of a note');
const noteClass = z.enum(NOTE_CLASSES);

/** No proposal is nested deeper. What is can't be written as JSON: it would lie in the journal's queue and hold up all after it. */
const MOST_NESTED = 50;
const isShallow = (value: unknown, most = MOST_NESTED): boolean =>
  typeof value !== 'object' ||
  value === null ||
  (most > 0 && Object.values(value).every((v) => isShallow(v, most - 1)));

const kind = <K extends string>(name: K) => z.literal(name);

/** Edits that people and scripts make. `propose` carries a proposal, which is checked as such by `proposal.ts`. */
export const editSchema = z.discriminatedUnion('kind', [
  /** The span's text belongs to an article in a role, or outside. */
  z.strictObject({
    kind: kind('assign'),
    span: spanSchema,
    to: z.union([
      z.strictObject({ article: articleIdSchema, role: articleRole }),
      z.strictObject({ outside: outsideRole }),
    ]),
  }),
  /** A new article from the span, placed in export order by its place in the text. */
  z.strictObject({ kind: kind('create'), span: spanSchema, role: articleRole, newId: articleIdSchema }),
  /** What the article holds from `at` on (in reading order, text pieces) becomes a new article after it. */
  z.strictObject({ kind: kind('split'), article: articleIdSchema, at: offset, newId: articleIdSchema }),
  z.strictObject({ kind: kind('merge'), article: articleIdSchema, into: articleIdSchema }),
  /** Moves the piece at index `from` of the article's pieces to stand before index `to`. */
  z.strictObject({ kind: kind('movePiece'), article: articleIdSchema, from: z.int().min(0), to: z.int().min(0) }),
  /** All pieces of the article in another order; a run may come in parts. */
  z.strictObject({
    kind: kind('arrange'),
    article: articleIdSchema,
    parts: z
      .array(z.union([z.strictObject({ from: offset, to: offset }), z.strictObject({ supplement: shortText })]))
      .min(1)
      .max(100_000),
  }),
  z.strictObject({ kind: kind('moveArticle'), article: articleIdSchema, before: articleIdSchema.nullable() }),
  z.strictObject({ kind: kind('breakParagraph'), at: offset }),
  z.strictObject({ kind: kind('joinParagraphs'), at: offset }),
  z.strictObject({
    kind: kind('correct'),
    span: spanSchema,
    side: side.exactOptional(),
    text,
    by: shortText.exactOptional(),
  }),
  /** Corrections of places that don't touch, in the order of the text: what a replacement makes. All of them or none. */
  z.strictObject({
    kind: kind('correctAll'),
    corrections: z
      .array(z.strictObject({ span: spanSchema, side: side.exactOptional(), text }))
      .min(1)
      .max(100_000),
    by: shortText.exactOptional(),
  }),
  z.strictObject({ kind: kind('revert'), span: spanSchema, side: side.exactOptional() }),
  /** `isNew`: there is no such article yet; it is made of the supplied text, the last in export order. */
  z.strictObject({
    kind: kind('supply'),
    article: articleIdSchema,
    role: articleRole,
    id: shortText,
    text,
    isNew: z.literal(true).exactOptional(),
  }),
  z.strictObject({ kind: kind('removeSupplement'), article: articleIdSchema, id: shortText }),
  z.strictObject({
    kind: kind('addCredit'),
    article: articleIdSchema,
    credit: creditSchema,
    at: z.int().min(0).exactOptional(),
  }),
  z.strictObject({ kind: kind('setCredit'), article: articleIdSchema, index: z.int().min(0), credit: creditSchema }),
  z.strictObject({ kind: kind('removeCredit'), article: articleIdSchema, index: z.int().min(0) }),
  z.strictObject({
    kind: kind('setDateline'),
    article: articleIdSchema,
    dateline: z.strictObject({ text: shortText, span: spanSchema }).nullable(),
  }),
  z.strictObject({ kind: kind('settleDoubt'), id: shortText, choice: z.enum(['accepted', 'other', 'passed over']) }),
  z.strictObject({
    kind: kind('setState'),
    article: articleIdSchema,
    state: z.enum(['proposed', 'in review', 'settled']),
  }),
  z.strictObject({ kind: kind('setMasthead'), field: z.enum(MASTHEAD_FIELDS), value: shortText }),
  z.strictObject({
    kind: kind('addNote'),
    note: z.strictObject({
      id: noteId,
      span: spanSchema,
      article: articleIdSchema.exactOptional(),
      class: noteClass,
      text: noteText,
    }),
  }),
  z.strictObject({ kind: kind('setNote'), id: noteId, class: noteClass, text: noteText }),
  /** Settles a note, with an answer or (`''`) without. */
  z.strictObject({ kind: kind('closeNote'), id: noteId, answer: noteText }),
  z.strictObject({ kind: kind('reopenNote'), id: noteId }),
  z.strictObject({ kind: kind('removeNote'), id: noteId }),
  /** The issue goes back to its editor, or is handed in again. */
  z.strictObject({ kind: kind('setReturned'), returned: z.boolean() }),
  z.strictObject({
    kind: kind('propose'),
    proposal: z.custom<Proposal>((p) => typeof p === 'object' && p !== null && isShallow(p)),
  }),
]);

export type Edit = z.infer<typeof editSchema>;
export type EditKind = Edit['kind'];

/** Puts back what an edit touched. Whole layers are shared with the review before, so it costs nothing to hold. */
export interface Restore {
  readonly kind: 'restore';
  /** Articles as they were; null: there was none of that id. */
  readonly articles: ReadonlyMap<ArticleId, Article | null>;
  /** Export order; undefined: as it is. */
  readonly order?: readonly ArticleId[];
  readonly layers: Partial<Omit<Review, 'articles' | 'length'>>;
}

/** Why an edit can't be made. Sentences for these are in the locales under `refused.*`. */
export type Refusal =
  | 'no such article'
  | 'article exists'
  | 'span is outside the text'
  | 'span is blank'
  | 'cuts a correction'
  | 'cuts a character'
  | 'overlaps a correction'
  | 'contains a line end'
  | 'spans two owners'
  | 'nothing to change'
  | 'nothing to split'
  | 'no such piece'
  | 'no such correction'
  | 'no such supplement'
  | 'supplement exists'
  | 'no such credit'
  | 'would break the fixed order of heads'
  | 'no such note'
  | 'note exists'
  | 'note is empty'
  | 'no open note'
  | 'not a valid proposal';

export type Applied =
  | { readonly ok: true; readonly review: Review; readonly inverse: Restore }
  | { readonly ok: false; readonly why: Refusal };
