/** What a command is: a row of the one table that keys, palette, help, buttons and native menus read. */
import type { Edit } from '../../shared/edits/edit.ts';
import type { History } from '../../shared/journal/history.ts';
import type { ArticleId, Issue, Review } from '../../shared/model/review.ts';
import type { Desk, Words } from '../store/desk.ts';
import type { DeskState, Pane, Selection } from '../store/state.ts';

/**
 * Where a command's keys work. `letters`: the raw pane, the articles and the doubts, whose focus is never editable.
 * `everywhere`: in the editor too.
 */
export type Where = 'everywhere' | 'letters' | 'raw' | 'articles' | 'doubts';

export const PANES_OF: { readonly [where in Where]: readonly Pane[] } = {
  everywhere: ['raw', 'articles', 'article', 'doubts'],
  letters: ['raw', 'articles', 'doubts'],
  raw: ['raw'],
  articles: ['articles'],
  doubts: ['doubts'],
};

/** The headings of help and palette. */
export const GROUPS = ['doubts', 'articles', 'boundaries', 'roles', 'text', 'select', 'view', 'desk'] as const;
type Group = (typeof GROUPS)[number];

/** What a command sees: an issue that is open, and the rest of the window's state. */
export interface Situation {
  readonly issue: Issue;
  readonly review: Review;
  readonly history: History;
  readonly selection: Selection | null;
  readonly article: ArticleId | null;
  readonly state: DeskState;
  /** Names for new articles and supplements; random, so it comes from outside. */
  readonly newId: () => ArticleId;
}

/** What a command does. All parts are optional; edits come first and, refused, stop the rest. */
export interface Act {
  readonly edits?: readonly Edit[];
  /** What is said when it is done. */
  readonly done?: Words;
  readonly show?: ArticleId;
  readonly select?: Selection;
  readonly set?: Partial<DeskState>;
  /** What is no change of the review: undo, dialogs, focus. */
  readonly run?: (desk: Desk) => void;
}

export interface Command {
  readonly id: string;
  /** In normal form (see keys.ts): `Mod-Shift-z`, `Shift-d`, `x s` for a pair of keys. */
  readonly keys: readonly string[];
  readonly where: Where;
  readonly group: Group;
  /** Works without an open issue. */
  readonly always?: true;
  /** Null when it does not apply here. */
  readonly act: (situation: Situation) => Act | null;
}

/** The situation in a state of the window; null while no review is open. */
export function situationOf(state: DeskState, newId: () => ArticleId): Situation | null {
  const { issue, history, selection, article, place } = state;
  // In the archive nothing may happen to an issue that is not seen.
  if (!issue || !history || place === 'archive') return null;
  return { issue, history, review: history.review, selection, article, state, newId };
}

/** Runs what a command gave. Returns whether its edits, if any, were made. */
export function perform(desk: Desk, act: Act): boolean {
  if (act.edits && act.edits.length > 0 && !desk.edit(act.edits)) return false;
  // What was set aside went into the act.
  if (act.edits && desk.store.getState().kept.length > 0) desk.set({ kept: [] });
  if (act.set) desk.set(act.set);
  if (act.show) desk.showArticle(act.show);
  if (act.select) desk.select(act.select);
  act.run?.(desk);
  if (act.done) desk.say('done', act.done);
  return true;
}
