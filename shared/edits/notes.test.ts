import { describe, expect, test } from 'vitest';
import { checkReview } from '../model/check.ts';
import { articleOfNote, notesByPlace, openNotes } from '../model/note.ts';
import type { Review } from '../model/review.ts';
import { page } from '../testing/page.ts';
import { apply } from './apply.ts';
import { type Edit, editSchema } from './edit.ts';

const { issue, review, proposal } = page(`
  a1 headline  全市妇女工作会召开
  a1 body      近日，记者在全|市妇女工作会上𠮷获悉。
  a2 body      今年，我市各级人社部门|统一思想。
  -  ad        招租
`);
const spanOf = (words: string) => {
  const from = issue.text.indexOf(words);
  return { from, to: from + words.length };
};
const note = (id: string, words: string, more: object = {}): Edit => ({
  kind: 'addNote',
  note: { id: `n-${id.padEnd(8, 'a')}`, span: spanOf(words), class: 'major', text: `查证：${words}`, ...more },
});

function done(on: Review, ...edits: readonly Edit[]): Review {
  return edits.reduce((now, edit) => {
    const applied = apply(issue, now, edit);
    if (!applied.ok) throw new Error(applied.why);
    expect(checkReview(issue, applied.review)).toEqual([]);
    const back = apply(issue, applied.review, applied.inverse);
    expect(back.ok && back.review).toEqual(now);
    return applied.review;
  }, on);
}
const refusal = (on: Review, edit: Edit) => {
  const applied = apply(issue, on, edit);
  return applied.ok ? null : applied.why;
};

describe('notes', () => {
  test('are written, changed, answered, opened again and removed', () => {
    const id = 'n-aaaaaaaa';
    const written = done(review, note('', '记者'));
    expect(openNotes(written).map(({ text }) => text)).toEqual(['查证：记者']);
    const changed = done(written, { kind: 'setNote', id, class: 'critical', text: '人名' });
    expect(changed.notes[0]).toMatchObject({ class: 'critical', text: '人名' });
    const closed = done(changed, { kind: 'closeNote', id, answer: '' });
    expect([closed.notes[0]?.answer, openNotes(closed)]).toEqual(['', []]);
    const open = done(closed, { kind: 'reopenNote', id });
    expect(open.notes).toEqual(changed.notes);
    expect(done(open, { kind: 'removeNote', id })).toEqual(review);
  });

  test('touch no text, no owner, no state', () => {
    const { notes: _, ...rest } = done(review, note('', '记者'), note('b', '统一', { article: 'a2' }));
    const { notes: __, ...before } = review;
    expect(rest).toEqual(before);
  });

  test('stand with the article they are about; when it is gone, with the owner of their place', () => {
    const noted = done(review, note('', '今年', { article: 'a2' }), note('b', '招租'), note('c', '记者'));
    expect(noted.notes.map((one) => articleOfNote(noted, one))).toEqual(['a2', null, 'a1']);
    expect(notesByPlace(noted).map(({ id }) => id.charAt(2))).toEqual(['c', 'a', 'b']);
    const merged = done(noted, { kind: 'merge', article: 'a2', into: 'a1' });
    expect(merged.notes.map((one) => articleOfNote(merged, one))).toEqual(['a1', null, 'a1']);
  });

  test('outlive a new proposal', () => {
    const noted = done(review, note('', '记者'), { kind: 'setReturned', returned: true });
    const proposed = done(noted, { kind: 'propose', proposal });
    expect([proposed.notes, proposed.returned]).toEqual([noted.notes, true]);
  });

  test('are refused where they say nothing, or stand nowhere', () => {
    const noted = done(review, note('', '记者'));
    expect(refusal(noted, note('', '统一'))).toBe('note exists');
    expect(refusal(review, note('', '记者', { text: ' \n' }))).toBe('note is empty');
    expect(refusal(review, note('', '记者', { article: 'a9' }))).toBe('no such article');
    const end = issue.text.length;
    expect(refusal(review, note('', '记者', { span: { from: end, to: end + 1 } }))).toBe('span is outside the text');
    const { from } = spanOf('𠮷');
    expect(refusal(review, note('', '记者', { span: { from: from + 1, to: from + 2 } }))).toBe('cuts a character');
    expect(refusal(review, { kind: 'closeNote', id: 'n-aaaaaaaa', answer: '' })).toBe('no such note');
    expect(refusal(noted, { kind: 'reopenNote', id: 'n-aaaaaaaa' })).toBe('nothing to change');
    expect(refusal(noted, { kind: 'setNote', id: 'n-aaaaaaaa', class: 'major', text: '查证：记者' })).toBe(
      'nothing to change',
    );
    expect(refusal(noted, { kind: 'removeNote', id: 'n-bbbbbbbb' })).toBe('no such note');
  });

  test.each([
    ['an id with markup', { id: 'n-<script>' }],
    ['a class of no name', { class: 'grave' }],
    ['an end before the start', { span: { from: 4, to: 2 } }],
    ['more words than any note needs', { text: '字'.repeat(10_001) }],
    ['an answer before it is closed', { answer: '好' }],
  ])('%s does not pass the schema', (_, wrong) => {
    const good = note('', '记者');
    expect(editSchema.safeParse(good).success).toBe(true);
    expect(
      editSchema.safeParse(good.kind === 'addNote' ? { ...good, note: { ...good.note, ...wrong } } : {}).success,
    ).toBe(false);
  });
});

describe('returning an issue', () => {
  test('takes an open note, and is taken back by handing in', () => {
    const back: Edit = { kind: 'setReturned', returned: true };
    expect(refusal(review, back)).toBe('no open note');
    const closed = done(review, note('', '记者'), { kind: 'closeNote', id: 'n-aaaaaaaa', answer: '已改' });
    expect(refusal(closed, back)).toBe('no open note');
    const returned = done(review, note('', '记者'), back);
    expect(returned.returned).toBe(true);
    expect(refusal(returned, back)).toBe('nothing to change');
    expect(done(returned, { kind: 'setReturned', returned: false }).returned).toBe(false);
  });
});
