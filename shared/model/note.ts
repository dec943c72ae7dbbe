/** Notes: what colleagues tell each other about a place of an issue. They change no character and no owner. */
import { findArticle, ownerAt, ownersOf } from './owners.ts';
import type { Span } from './position.ts';
import type { ArticleId, Review } from './review.ts';

/** How much it matters: what must not be printed so, what should be mended, what is a matter of taste. */
export const NOTE_CLASSES = ['critical', 'major', 'minor'] as const;
export type NoteClass = (typeof NOTE_CLASSES)[number];

/** Who wrote it and when stands in the journal, see `shared/journal/notes.ts`. */
export interface Note {
  readonly id: string;
  /** The place in the raw text; of a note on a whole article, where that began when it was written. */
  readonly span: Span;
  /** The article that it is about as a whole. It may be gone since: then the place counts. */
  readonly article?: ArticleId;
  readonly class: NoteClass;
  readonly text: string;
  /** What was answered when it was closed; `''`: nothing. None: the note is open. */
  readonly answer?: string;
}

export const isOpen = (note: Note): boolean => note.answer === undefined;

export const openNotes = (review: Review): readonly Note[] => review.notes.filter(isOpen);

/** The article that the note is shown with: the one it is about, else who owns its place; null outside. */
export const articleOfNote = (review: Review, { article, span }: Note): ArticleId | null =>
  article !== undefined && findArticle(review, article)
    ? article
    : (ownerAt(ownersOf(review), Math.min(span.from, review.length - 1))?.article ?? null);

/** In the order of the text, those of one place as they were written. */
export const notesByPlace = (review: Review): readonly Note[] =>
  review.notes.toSorted((a, b) => a.span.from - b.span.from);
