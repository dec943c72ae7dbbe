/** What puts right by hand what a doubt is about, where it has no other reading to take. Fewest keys first. */
import type { DoubtKind } from '../../shared/evidence.ts';

export const BY_HAND: { readonly [kind in DoubtKind]: readonly string[] } = {
  boundary: ['text.join', 'article.startsHere', 'article.new'],
  head: ['text.join', 'text.give', 'role.body'],
  credit: ['text.edit', 'role.byline', 'role.body'],
  furniture: ['text.join', 'role.body', 'outside.furniture'],
  paragraph: ['paragraph.toggle', 'text.edit'],
  character: ['text.edit'],
};
