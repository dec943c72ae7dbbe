/** A field of an article on this window's desk, as a Lexical editor is tied to it. */
import type { ArticleId } from '../../shared/model/review.ts';
import { placeNear } from '../../shared/reading/places.ts';
import type { Field, Reading } from '../../shared/reading/reading.ts';
import { spliceEdits } from '../../shared/reading/splice.ts';
import type { Desk } from '../store/desk.ts';
import { newId } from '../store/index.ts';
import type { FieldPort } from './editor/binding.ts';
import { articleIn, readingOf } from './fieldReading.ts';
import { follow } from './follow.ts';
import { type TypingGroups, typingGroups } from './typing.ts';

const groupsOf = new WeakMap<Desk, TypingGroups>();

/** One for the desk, so that typing in another field ends the group. */
function groupsFor(desk: Desk): TypingGroups {
  const groups = groupsOf.get(desk) ?? typingGroups(() => desk.newGroup());
  groupsOf.set(desk, groups);
  return groups;
}

export function fieldPort(
  desk: Desk,
  article: ArticleId,
  field: Field,
  shown: (reading: Reading) => void,
): FieldPort<Reading> {
  const { getState } = desk.store;
  const groups = groupsFor(desk);
  return {
    reading: () => readingOf(getState(), article, field),
    splice(splice, origin) {
      const { issue, history } = getState();
      if (!issue || !history || !articleIn(getState(), article)) return;
      const reading = readingOf(getState(), article, field);
      const edits = spliceEdits(issue, history.review, article, field, splice, newId, undefined, reading);
      if (edits.length === 0) return;
      const kind = origin === 'pasted' ? 'pasted' : splice.del > 2 ? 'deletion' : 'letters';
      const group = groups.groupFor(`${article} ${field}`, history.seq, Date.now(), kind);
      if (desk.edit(edits, { group })) groups.made(getState().history?.seq ?? history.seq);
    },
    follow,
    caretMoved(at) {
      const place = placeNear(readingOf(getState(), article, field), at);
      if (place !== null) desk.selectLineAt(place);
    },
    shown,
  };
}
