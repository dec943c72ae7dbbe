/** Edits of notes, and of whether the issue was returned to its editor. They touch no text and no article. */
import { isBlankText } from '../model/blank.ts';
import { isOpen, type Note, openNotes } from '../model/note.ts';
import { findArticle } from '../model/owners.ts';
import type { Issue, Review } from '../model/review.ts';
import { insideCharacter } from '../model/scripts.ts';
import type { Edit, Refusal } from './edit.ts';

type Of<K extends Edit['kind']> = Extract<Edit, { kind: K }>;
type Changed = Review | Refusal;

export function addNote({ text }: Issue, review: Review, { note }: Of<'addNote'>): Changed {
  if (review.notes.some(({ id }) => id === note.id)) return 'note exists';
  if (note.span.to > text.length) return 'span is outside the text';
  if (insideCharacter(text, note.span.from) || insideCharacter(text, note.span.to)) return 'cuts a character';
  if (note.article !== undefined && !findArticle(review, note.article)) return 'no such article';
  if (isBlankText(note.text)) return 'note is empty';
  return { ...review, notes: [...review.notes, note] };
}

/** Changes one note, or says why not. */
function change(review: Review, id: string, how: (note: Note) => Note | Refusal): Changed {
  const at = review.notes.findIndex((note) => note.id === id);
  const note = review.notes[at];
  if (!note) return 'no such note';
  const changed = how(note);
  return typeof changed === 'string' ? changed : { ...review, notes: review.notes.with(at, changed) };
}

export const setNote = (review: Review, edit: Of<'setNote'>): Changed =>
  change(review, edit.id, (note) => {
    if (isBlankText(edit.text)) return 'note is empty';
    if (note.text === edit.text && note.class === edit.class) return 'nothing to change';
    return { ...note, text: edit.text, class: edit.class };
  });

export const closeNote = (review: Review, edit: Of<'closeNote'>): Changed =>
  change(review, edit.id, (note) =>
    note.answer === edit.answer ? 'nothing to change' : { ...note, answer: edit.answer },
  );

export const reopenNote = (review: Review, edit: Of<'reopenNote'>): Changed =>
  change(review, edit.id, (note) => {
    if (isOpen(note)) return 'nothing to change';
    const { answer: _, ...open } = note;
    return open;
  });

export const removeNote = (review: Review, edit: Of<'removeNote'>): Changed =>
  review.notes.some(({ id }) => id === edit.id)
    ? { ...review, notes: review.notes.filter(({ id }) => id !== edit.id) }
    : 'no such note';

/** An issue goes back with something to do in it: at least one open note. */
export function setReturned(review: Review, { returned }: Of<'setReturned'>): Changed {
  if (review.returned === returned) return 'nothing to change';
  if (returned && openNotes(review).length === 0) return 'no open note';
  return { ...review, returned };
}
