/** What a new note is about, and which notes a row of the raw text and a card show. Pure. */
import { isBlankText, trimBlanks } from '../../shared/model/blank.ts';
import { lineAt } from '../../shared/model/lines.ts';
import { articleOfNote, isOpen, type Note, notesByPlace, openNotes } from '../../shared/model/note.ts';
import { findArticle, runsOf } from '../../shared/model/owners.ts';
import type { Offset } from '../../shared/model/position.ts';
import type { ArticleId, Issue, Review } from '../../shared/model/review.ts';
import type { Situation } from '../commands/command.ts';

/** The place of a note that is yet to be written. */
export type NotePlace = Pick<Note, 'span' | 'article'>;

/** In the articles: the article as a whole; elsewhere the selected lines. Null where nothing is selected. */
export function placeForNote({ issue, review, selection, article: id, state }: Situation): NotePlace | null {
  const article = id === null ? undefined : findArticle(review, id);
  if (state.pane === 'articles' && article) {
    const [first] = runsOf(article);
    return {
      span: first ? { from: first.from, to: trimBlanks(issue.text, first.to, first.from) } : { from: 0, to: 0 },
      article: article.id,
    };
  }
  return selection && !isBlankText(issue.text.slice(selection.span.from, selection.span.to))
    ? { span: selection.span }
    : null;
}

/**
 * The open notes of the next line that has any, after the line of `at` (-1: before all), round at the end: a jump leads
 * to a line, and a note may begin within one.
 */
export function notesAfter({ lines }: Issue, review: Review, at: Offset): readonly Note[] {
  const open = openByPlace(review);
  const lineOf = ({ span }: Note) => lineAt(lines, span.from);
  const here = at < 0 ? 0 : lineAt(lines, at);
  const next = open.find((note) => lineOf(note) > here) ?? open[0];
  return next ? open.filter((note) => lineOf(note) === lineOf(next)) : [];
}

const counted = new WeakMap<
  Review['notes'],
  { articles: Review['articles']; counts: ReadonlyMap<ArticleId, number> }
>();

/** How many open notes each article has. */
export function noteCounts(review: Review): ReadonlyMap<ArticleId, number> {
  const known = counted.get(review.notes);
  if (known?.articles === review.articles) return known.counts;
  const counts = new Map<ArticleId, number>();
  for (const note of openNotes(review)) {
    const id = articleOfNote(review, note);
    if (id !== null) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  counted.set(review.notes, { articles: review.articles, counts });
  return counts;
}

const placed = new WeakMap<Review['notes'], readonly Note[]>();

/** The open notes by place; the same list while the notes are the same. */
export function openByPlace(review: Review): readonly Note[] {
  const known = placed.get(review.notes) ?? notesByPlace(review).filter(isOpen);
  placed.set(review.notes, known);
  return known;
}
