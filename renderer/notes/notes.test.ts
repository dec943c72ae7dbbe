import { describe, expect, test } from 'vitest';
import type { Edit } from '../../shared/edits/edit.ts';
import { advance, startHistory } from '../../shared/journal/history.ts';
import { page } from '../testing/page.ts';
import { situation } from '../testing/situation.ts';
import { noteCounts, notesAfter, placeForNote } from './about.ts';
import { noting } from './commands.ts';

const drawn = page(`
  a1 headline  全市妇女工作会召开
  a1 body      近日，记者在全
  a1 body      市妇女工作会上获悉。
  a2 body      今年，我市各级人社部门
  a2 body      统一思想。
`);
const act = (id: string, s: ReturnType<typeof situation>) => noting.find((row) => row.id === id)?.act(s) ?? null;

/** The page after edits. */
function after(...edits: readonly Edit[]) {
  let history = startHistory(drawn.issue, drawn.proposal);
  for (const edit of edits) {
    const advanced = advance(history, { group: 1, edit });
    if (!advanced.ok) throw new Error(advanced.why);
    history = advanced.history;
  }
  return { ...drawn, review: history.review };
}
const line = (number: number) => situation(drawn, number).selection?.span ?? { from: 0, to: 0 };
const note = (letter: string, number: number, article?: string): Edit => ({
  kind: 'addNote',
  note: { id: `n-${letter.repeat(8)}`, span: line(number), class: 'major', text: letter, ...(article && { article }) },
});

describe('what a note is about', () => {
  test('the selected lines; in the articles the article', () => {
    expect(placeForNote(situation(drawn, 2, 3))).toEqual({ span: { from: line(2).from, to: line(3).to } });
    expect(placeForNote(situation(drawn, 4, 4, { pane: 'articles' }))).toMatchObject({ article: 'a2' });
    expect(placeForNote({ ...situation(drawn, 2), selection: null })).toBeNull();
  });
});

describe('open notes', () => {
  const noted = after(note('c', 4), note('a', 2), note('b', 4, 'a1'), {
    kind: 'closeNote',
    id: 'n-cccccccc',
    answer: '',
  });

  test('are walked in the order of the text, round at the end', () => {
    const texts = (number: number) =>
      notesAfter(drawn.issue, noted.review, number === 0 ? -1 : line(number).from).map(({ text }) => text);
    expect([0, 2, 5].map(texts)).toEqual([['a'], ['b'], ['a']]);
    expect(notesAfter(drawn.issue, drawn.review, -1)).toEqual([]);
  });

  test('that begin within one line are told together, and left behind together', () => {
    const inside = (letter: string, from: number): Edit => {
      const whole = note(letter, 2);
      if (whole.kind !== 'addNote') throw new Error('it is a note');
      return { ...whole, note: { ...whole.note, span: { from, to: from + 1 } } };
    };
    const { from } = line(2);
    const several = after(inside('a', from + 1), inside('b', from + 3), note('c', 4));
    const first = act('note.next', situation(several, 1));
    expect(first?.done?.values).toEqual({ class: 'major', text: 'a · b' });
    expect(first?.select?.span).toEqual(line(2));
    expect(act('note.next', situation(several, 2))?.done?.values).toEqual({ class: 'major', text: 'c' });
  });

  test('are counted with their articles', () => {
    expect([...noteCounts(noted.review)]).toEqual([['a1', 2]]);
    expect(noteCounts(drawn.review).size).toBe(0);
  });
});

describe('returning', () => {
  test('puts settled articles with an open note back to review, others not', () => {
    const settled = after(
      note('a', 2),
      { kind: 'setState', article: 'a1', state: 'settled' },
      { kind: 'setState', article: 'a2', state: 'settled' },
    );
    expect(act('issue.return', situation(settled, 1))?.edits).toEqual([
      { kind: 'setReturned', returned: true },
      { kind: 'setState', article: 'a1', state: 'in review' },
    ]);
  });

  test('is offered once, handing in only after it', () => {
    const returned = after(note('a', 2), { kind: 'setReturned', returned: true });
    expect(act('issue.return', situation(returned, 1))).toBeNull();
    expect(act('issue.handIn', situation(returned, 1))?.done?.values).toEqual({ count: 1 });
    expect(act('issue.handIn', situation(drawn, 1))).toBeNull();
  });
});
