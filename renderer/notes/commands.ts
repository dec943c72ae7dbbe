/** The rows of the table of commands about notes, and about returning an issue to its editor. */
import type { Edit } from '../../shared/edits/edit.ts';
import { lineAt } from '../../shared/model/lines.ts';
import { articleOfNote, NOTE_CLASSES, openNotes } from '../../shared/model/note.ts';
import type { Act, Command, Situation } from '../commands/command.ts';
import { jumpToLine } from '../commands/jump.ts';
import { notesAfter, placeForNote } from './about.ts';

function writeNote(situation: Situation): Act | null {
  const place = placeForNote(situation);
  return place && { set: { dialog: { kind: 'note', place } } };
}

/** To the next line with open notes; around at the end. */
function nextNote(situation: Situation): Act | null {
  const { issue, review, selection } = situation;
  const notes = notesAfter(issue, review, selection?.head.from ?? -1);
  const [note] = notes;
  const jump = note && jumpToLine(situation, lineAt(issue.lines, note.span.from));
  if (!note || !jump) return null;
  const text = notes.map((one) => one.text).join(' · ');
  const gravest = NOTE_CLASSES.find((one) => notes.some((each) => each.class === one)) ?? note.class;
  return { ...jump, done: { key: 'done.atNote', values: { class: gravest, text } } };
}

const list = ({ state }: Situation): Act => ({ set: { panel: state.panel === 'notes' ? null : 'notes' } });

/** With the open notes as what is to do. Settled articles that they are about are in review again. */
function returnIssue({ review }: Situation): Act | null {
  if (review.returned) return null;
  const open = openNotes(review);
  const noted = new Set(open.map((note) => articleOfNote(review, note)));
  const again = review.articles.filter(({ id, state }) => state === 'settled' && noted.has(id));
  const edits: readonly Edit[] = [
    { kind: 'setReturned', returned: true },
    ...again.map(({ id }): Edit => ({ kind: 'setState', article: id, state: 'in review' })),
  ];
  const count = open.length;
  return { edits, done: { key: 'done.return', values: { count } } };
}

function handIn({ review }: Situation): Act | null {
  if (!review.returned) return null;
  const count = openNotes(review).length;
  return { edits: [{ kind: 'setReturned', returned: false }], done: { key: 'done.handIn', values: { count } } };
}

export const noting: readonly Command[] = [
  { id: 'note.write', keys: ['q'], where: 'letters', group: 'desk', act: writeNote },
  { id: 'note.next', keys: ['Shift-q'], where: 'letters', group: 'desk', act: nextNote },
  { id: 'note.list', keys: ['Shift-F4'], where: 'everywhere', group: 'desk', act: list },
  { id: 'issue.return', keys: [], where: 'everywhere', group: 'desk', act: returnIssue },
  { id: 'issue.handIn', keys: [], where: 'everywhere', group: 'desk', act: handIn },
];
