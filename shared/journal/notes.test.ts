import { expect, test } from 'vitest';
import type { Edit } from '../edits/edit.ts';
import type { Entry } from './entry.ts';
import { signaturesOf } from './notes.ts';

const note = { id: 'n-aaaaaaaa', span: { from: 0, to: 1 }, class: 'minor' as const, text: '查' };
const entry = (seq: number, by: string, edit: Edit): Entry => ({ seq, by, at: `2026-01-0${seq}`, group: seq, edit });

test('who wrote a note and who closed it last, whatever was undone between', () => {
  const signatures = signaturesOf([
    entry(1, '周', { kind: 'addNote', note }),
    entry(2, '李', { kind: 'closeNote', id: note.id, answer: '好' }),
    { seq: 3, by: '周', at: '2026-01-03', undo: [2] },
    entry(4, '王', { kind: 'closeNote', id: note.id, answer: '' }),
    entry(5, '周', { kind: 'setNote', id: note.id, class: 'major', text: '查证' }),
  ]);
  expect([...signatures]).toEqual([
    [note.id, { written: { by: '周', at: '2026-01-01' }, closed: { by: '王', at: '2026-01-04' } }],
  ]);
});

test('nobody signed a note that the journal does not know', () => {
  expect(signaturesOf([entry(1, '周', { kind: 'closeNote', id: note.id, answer: '' })]).size).toBe(0);
});
