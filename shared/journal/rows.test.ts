import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arbitraryDraws, arbitraryPage, editFrom } from '../testing/arbitrary.ts';
import { page } from '../testing/page.ts';
import { editsOf, secondsOf } from './effort.ts';
import type { Change, Entry } from './entry.ts';
import { advance, type History, nextRedo, nextUndo, startHistory } from './history.ts';
import { changesTo, positionOf, reviewAfter } from './jump.ts';
import { journalRows } from './rows.ts';

const { issue, proposal } = page(`
  a1 body 本报讯 近日，记者在全|市妇女工作会上获悉。
  a2 body 本报讯 今年，我市各级人社部门|统一思想。
`);

interface Life {
  readonly history: History;
  readonly entries: readonly Entry[];
}
const birth: Life = { history: startHistory(issue, proposal), entries: [] };

const live = (life: Life, ...changes: readonly Change[]): Life =>
  changes.reduce(({ history, entries }, change) => {
    const next = advance(history, change);
    if (!next.ok) throw new Error(next.why);
    const { seq } = next.history;
    const entry: Entry = { ...change, seq, at: new Date(seq * 60_000).toISOString(), by: seq % 2 ? 'Li' : '王' };
    return { history: next.history, entries: [...entries, entry] };
  }, life);

const date: Change = { group: 1, edit: { kind: 'setMasthead', field: 'date', value: '2023-03-15' } };
const merge: Change = { group: 2, edit: { kind: 'merge', article: 'a2', into: 'a1' } };
const settle: Change = { group: 2, edit: { kind: 'setState', article: 'a1', state: 'settled' } };
const correct: Change = { group: 3, edit: { kind: 'correct', span: { from: 4, to: 5 }, text: '昨' } };

const shown = ({ history, entries }: Life) =>
  journalRows(history, entries).map(({ seq, kind, edits, state }) => [seq, kind, edits, state]);

describe('the rows of a journal', () => {
  test('an untouched review has the proposal alone', () => {
    expect(journalRows(birth.history, [])).toEqual([
      { seq: 0, kind: null, edits: 0, at: null, by: null, place: null, state: 'stands' },
    ]);
  });

  test('a gesture is one row: named as undo names it, with who, when and where it began', () => {
    const rows = journalRows(...pair(live(birth, date, merge, settle)));
    expect(rows.slice(1)).toEqual([
      {
        seq: 1,
        kind: 'setMasthead',
        edits: 1,
        at: '1970-01-01T00:01:00.000Z',
        by: 'Li',
        place: null,
        state: 'stands',
      },
      {
        seq: 3,
        kind: 'setState',
        edits: 2,
        at: '1970-01-01T00:03:00.000Z',
        by: 'Li',
        place: issue.text.indexOf('本报讯 今年'), // of the article that is gone
        state: 'stands',
      },
    ]);
  });

  test('what was undone can be made again, until something else is done', () => {
    const undone = live(birth, date, merge, settle, { undo: [3, 2] });
    expect(shown(undone)).toEqual([
      [0, null, 0, 'stands'],
      [1, 'setMasthead', 1, 'stands'],
      [3, 'setState', 2, 'undone'],
    ]);
    expect(shown(live(undone, { redo: [2, 3] })).at(-1)).toEqual([3, 'setState', 2, 'stands']);
    expect(shown(live(undone, correct)).slice(2)).toEqual([
      [3, 'setState', 2, 'replaced'],
      [5, 'correct', 1, 'stands'],
    ]);
  });

  const pair = ({ history, entries }: Life) => [history, entries] as const;
});

describe('ways through a journal', () => {
  const done = live(birth, date, merge, settle, correct);

  test('back and forth are the undos and redos that keys would make', () => {
    expect(changesTo(done.history, 1)).toEqual([{ undo: [4] }, { undo: [3, 2] }]);
    const back = live(done, ...(changesTo(done.history, 0) ?? []));
    expect(positionOf(back.history)).toBe(0);
    expect(back.history.review).toEqual(proposal.review);
    expect(changesTo(back.history, 3)).toEqual([{ redo: [1] }, { redo: [2, 3] }]);
    expect(live(back, ...(changesTo(back.history, 4) ?? [])).history.review).toEqual(done.history.review);
  });

  test('no way leads to where the review is, into a gesture, or to what was replaced', () => {
    expect(changesTo(done.history, 4)).toEqual([]);
    expect(changesTo(done.history, 2)).toBeNull();
    expect(changesTo(done.history, 9)).toBeNull();
    const other = live(done, { undo: [4] }, { group: 4, edit: { kind: 'breakParagraph', at: 4 } });
    expect(changesTo(other.history, 4)).toBeNull();
    expect(reviewAfter(other.history, other.entries, 4)).toEqual(done.history.review);
  });

  test('a journal of another review is told', () => {
    const entries: readonly Entry[] = [{ undo: [7], seq: 1, at: '', by: '' }];
    expect(() => reviewAfter(birth.history, entries, 1)).toThrow('not the last to undo');
  });

  test('every row leads to the review that was there after it, wherever one stands', () => {
    fc.assert(
      fc.property(arbitraryPage, arbitraryDraws, ({ issue, proposal }, draws) => {
        let life: Life = { history: startHistory(issue, proposal), entries: [] };
        const were = new Map([[0, proposal.review]]);
        draws.forEach((draw, i) => {
          const { history } = life;
          const [undo, redo, dice] = [nextUndo(history), nextRedo(history), (draw[6] ?? 0) % 4];
          const edit = editFrom(history.issue, history.review, draw, i);
          const change: Change =
            dice === 0 && undo ? { undo } : dice === 1 && redo ? { redo } : { group: Math.floor(i / 2), edit };
          if (!advance(history, change).ok) return;
          life = live(life, change);
          if ('edit' in change) were.set(life.history.seq, life.history.review);
        });
        const rows = journalRows(life.history, life.entries);
        expect(rows.filter(({ seq }) => seq === positionOf(life.history))).toHaveLength(1);
        for (const { seq, state } of rows) {
          expect(reviewAfter(life.history, life.entries, seq)).toEqual(were.get(seq));
          expect(changesTo(life.history, seq) === null).toBe(state === 'replaced');
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('effort', () => {
  test('long pauses count as five minutes, clocks that go back as nothing; new proposals are no edits', () => {
    const at = (minute: number) => ({ at: new Date(minute * 60_000).toISOString() });
    expect(secondsOf([at(0), at(2), at(62), at(61), at(62)])).toBe((2 + 5 + 0 + 1) * 60);
    expect(secondsOf([])).toBe(0);
    expect(editsOf([date, merge, { undo: [2] }, { group: 9, edit: { kind: 'propose', proposal } }])).toBe(3);
  });
});
