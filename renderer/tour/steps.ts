/** The tour of one minute: what each step is about, and the commands that it shows with their keys. */
import type { Pane } from '../store/state.ts';

export interface TourStep {
  /** Its words: `tour.steps.<id>`. */
  readonly id: string;
  /** The pane that it is about, outlined meanwhile. */
  readonly pane: Pane;
  readonly commands: readonly string[];
}

export const TOUR: readonly TourStep[] = [
  { id: 'raw', pane: 'raw', commands: ['select.down', 'select.grow', 'view.jump'] },
  { id: 'articles', pane: 'articles', commands: ['article.next', 'article.piece', 'article.only'] },
  { id: 'doubts', pane: 'doubts', commands: ['doubt.next', 'doubt.accept', 'doubt.other'] },
  { id: 'boundaries', pane: 'raw', commands: ['text.join', 'article.startsHere', 'role.headline', 'text.undo'] },
  { id: 'article', pane: 'article', commands: ['text.edit', 'correction.accept', 'desk.out'] },
  { id: 'desk', pane: 'articles', commands: ['article.settle', 'desk.export', 'desk.palette', 'desk.keysAnywhere'] },
];
