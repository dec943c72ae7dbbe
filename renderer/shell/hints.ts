/** Which keys the bottom bar names. Where two commands do the same work, the one of fewer keys. */
import type { Pane } from '../store/state.ts';

/** Commands worth a hint in each pane, most used first. */
export const HINTS: { readonly [pane in Pane]: readonly string[] } = {
  raw: [
    'doubt.next',
    'select.grow',
    'text.join',
    'article.startsHere',
    'article.new',
    'role.headline',
    'outside.alike',
    'article.piece',
    'text.edit',
  ],
  articles: ['article.settle', 'article.mergeNext', 'article.moveUp', 'article.piece', 'text.edit', 'headline.supply'],
  article: ['doubt.nextAnywhere', 'article.settle', 'text.undo', 'pane.next'],
  doubts: ['doubt.accept', 'doubt.other', 'doubt.next', 'doubt.why'],
};

export const IN_ARCHIVE = ['desk.archive'];
/** Nothing is open. */
export const BEFORE = ['desk.open', 'desk.archive', 'desk.settings'];
export const EVERYWHERE = ['desk.palette', 'desk.keysAnywhere'];
