/** The journal as a person reads it: a row for each gesture, in the order in which they were made. */
import type { Edit, EditKind } from '../edits/edit.ts';
import { findArticle, firstPlace } from '../model/owners.ts';
import type { Offset } from '../model/position.ts';
import type { ArticleId, Review } from '../model/review.ts';
import type { Entry, Seq } from './entry.ts';
import type { History, Stack } from './history.ts';
import { firstProposal } from './jump.ts';

export interface JournalRow {
  /** Number of its last edit: the state after it is the row's. 0: the proposal, before any edit. */
  readonly seq: Seq;
  /** What it is called: the kind of its last edit, as undo names it. Null: the proposal. */
  readonly kind: EditKind | null;
  readonly edits: number;
  /** ISO time and person of its last edit; null for the proposal. */
  readonly at: string | null;
  readonly by: string | null;
  /** Where in the raw text it happened; null when it has no place. */
  readonly place: Offset | null;
  /** `undone` can be made again; `replaced` was taken back, and something else was done since. */
  readonly state: 'stands' | 'undone' | 'replaced';
}

const PROPOSAL: JournalRow = { seq: 0, kind: null, edits: 0, at: null, by: null, place: null, state: 'stands' };

/** The rows of a journal, the proposal first. Undos and redos are no rows: they show in the state of what they touch. */
export function journalRows(history: History, entries: readonly Entry[]): readonly JournalRow[] {
  const stateOf = statesOf(history);
  const placeOf = placesOf(history);
  const rows: JournalRow[] = [PROPOSAL];
  let group: number | null = null;
  for (const entry of entries) {
    if (!('edit' in entry)) {
      group = null;
      continue;
    }
    const state = stateOf(entry.seq);
    const before = entry.group === group ? rows.at(-1) : undefined;
    const gesture = before?.state === state ? before : undefined;
    const place = placeOf(entry.edit);
    const row: JournalRow = {
      seq: entry.seq,
      kind: entry.edit.kind,
      edits: (gesture?.edits ?? 0) + 1,
      at: entry.at,
      by: entry.by,
      place: gesture?.place ?? place,
      state,
    };
    if (gesture) rows.pop();
    rows.push(row);
    group = entry.group;
  }
  return rows;
}

function statesOf({ undoable, redoable }: History): (seq: Seq) => JournalRow['state'] {
  const stands = numbersIn(undoable);
  const undone = numbersIn(redoable);
  return (seq) => (stands.has(seq) ? 'stands' : undone.has(seq) ? 'undone' : 'replaced');
}

function numbersIn(stack: Stack): ReadonlySet<Seq> {
  const numbers = new Set<Seq>();
  for (let s = stack; s; s = s.rest) numbers.add(s.top.seq);
  return numbers;
}

/** Where an edit happened. Asked in the order of the journal: articles that are gone were once made somewhere. */
function placesOf(history: History): (edit: Edit) => Offset | null {
  const first = firstProposal(history);
  const known = new Map<ArticleId, Offset>();
  for (const article of first.review.articles) known.set(article.id, firstPlace(article));
  const notes = new Map<string, Offset>();
  const doubts = new Map([...first.doubts, ...history.proposal.doubts].map(({ id, span }) => [id, span.from]));
  const articlePlace = (id: ArticleId): Offset | null => {
    const at = placeIn(history.review, id) ?? known.get(id) ?? null;
    return at !== null && Number.isFinite(at) ? at : null;
  };
  return (edit) => {
    switch (edit.kind) {
      case 'assign':
      case 'correct':
      case 'revert':
        return edit.span.from;
      case 'correctAll':
        return edit.corrections[0]?.span.from ?? null;
      case 'create':
        known.set(edit.newId, edit.span.from);
        return edit.span.from;
      case 'split':
        known.set(edit.newId, edit.at);
        return edit.at;
      case 'breakParagraph':
      case 'joinParagraphs':
        return edit.at;
      case 'addCredit':
      case 'setCredit':
        return edit.credit.span?.from ?? articlePlace(edit.article);
      case 'setDateline':
        return edit.dateline?.span.from ?? articlePlace(edit.article);
      case 'merge':
      case 'movePiece':
      case 'arrange':
      case 'moveArticle':
      case 'supply':
      case 'removeSupplement':
      case 'removeCredit':
      case 'setState':
        return articlePlace(edit.article);
      case 'settleDoubt':
        return doubts.get(edit.id) ?? null;
      case 'addNote':
        notes.set(edit.note.id, edit.note.span.from);
        return edit.note.span.from;
      case 'setNote':
      case 'closeNote':
      case 'reopenNote':
      case 'removeNote':
        return notes.get(edit.id) ?? null;
      case 'setMasthead':
      case 'setReturned':
      case 'propose':
        return null;
    }
  };
}

function placeIn(review: Review, id: ArticleId): Offset | null {
  const article = findArticle(review, id);
  return article ? firstPlace(article) : null;
}
