import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkReview } from '../model/check.ts';
import { arbitraryDraws, arbitraryPage, editFrom } from '../testing/arbitrary.ts';
import { page } from '../testing/page.ts';
import { digestOf } from './digest.ts';
import { type Change, changeSchema } from './entry.ts';
import { advance, type History, nextRedo, nextUndo, startHistory } from './history.ts';

const { issue, proposal } = page(`
  a1 body 本报讯 近日，记者在全|市妇女工作会上获悉。
  a2 body 本报讯 今年，我市各级人社部门|统一思想。
`);
const start = startHistory(issue, proposal);
const after = (history: History, ...changes: Change[]) =>
  changes.reduce((h, change) => {
    const next = advance(h, change);
    if (!next.ok) throw new Error(next.why);
    return next.history;
  }, history);

describe('history', () => {
  const merge: Change = { group: 1, edit: { kind: 'merge', article: 'a2', into: 'a1' } };
  const settle: Change = { group: 1, edit: { kind: 'setState', article: 'a1', state: 'settled' } };
  const date: Change = { group: 2, edit: { kind: 'setMasthead', field: 'date', value: '2023-03-15' } };

  test('undo takes back a whole gesture, redo makes it again', () => {
    const done = after(start, merge, settle, date);
    const undone = after(done, { undo: nextUndo(done) ?? [] });
    expect(undone.review.masthead).toEqual({});
    const twice = after(undone, { undo: nextUndo(undone) ?? [] });
    expect(twice.review).toEqual(start.review);
    expect(nextUndo(twice)).toBeNull();
    expect(nextRedo(twice)).toEqual([1, 2]);
    const redone = after(twice, { redo: [1, 2] }, { redo: [3] });
    expect(redone.review).toEqual(done.review);
    expect(redone.seq).toBe(7);
  });

  test('a new edit empties what could be redone', () => {
    const done = after(start, date);
    const edited = after(
      done,
      { undo: [1] },
      { group: 3, edit: { kind: 'setMasthead', field: 'edition', value: '2' } },
    );
    expect(nextRedo(edited)).toBeNull();
  });

  test('only the last group can be undone, only what was undone redone', () => {
    const done = after(start, merge, date);
    expect(advance(done, { undo: [1] })).toMatchObject({ ok: false, why: 'not the last to undo' });
    expect(advance(done, { redo: [1] })).toMatchObject({ ok: false, why: 'not the next to redo' });
  });

  test('a refused edit changes nothing and takes no number', () => {
    const refused = advance(start, { group: 1, edit: { kind: 'merge', article: 'a9', into: 'a1' } });
    expect(refused).toEqual({ ok: false, why: 'no such article' });
  });

  test('a new proposal leaves settled articles alone, and is undone like any edit', () => {
    const settled = after(start, { group: 1, edit: { kind: 'setState', article: 'a2', state: 'settled' } });
    const proposed = after(settled, { group: 2, edit: { kind: 'propose', proposal } });
    expect(proposed.review.articles.map((a) => [a.id, a.state])).toEqual([
      ['a3', 'proposed'],
      ['a2', 'settled'],
    ]);
    expect(checkReview(issue, proposed.review)).toEqual([]);
    expect(after(proposed, { undo: [2] }).review).toEqual(settled.review);
  });

  test('a proposal that is none is refused', () => {
    for (const bad of [{}, { ...proposal, review: { ...proposal.review, length: 3 } }]) {
      const edit = { kind: 'propose' as const, proposal: bad as typeof proposal }; // hostile: not a proposal
      expect(advance(start, { group: 1, edit })).toMatchObject({ ok: false, why: 'not a valid proposal' });
    }
  });
});

describe('laws', () => {
  /** A random life: edits, undos and redos; what was done, as a journal would hold it. */
  const live = (from: History, draws: readonly (readonly number[])[]) => {
    let history = from;
    const changes: Change[] = [];
    draws.forEach((draw, i) => {
      const undo = nextUndo(history);
      const redo = nextRedo(history);
      const dice = (draw[6] ?? 0) % 5;
      const change: Change =
        dice === 0 && undo
          ? { undo }
          : dice === 1 && redo
            ? { redo }
            : { group: Math.floor(i / 2), edit: editFrom(history.issue, history.review, draw, i) };
      const next = advance(history, change);
      if (!next.ok) return;
      history = next.history;
      changes.push(change);
    });
    return { history, changes };
  };

  test('replay equals live, after a round trip through JSON and the schema', () => {
    fc.assert(
      fc.property(arbitraryPage, arbitraryDraws, ({ issue, proposal }, draws) => {
        const { history, changes } = live(startHistory(issue, proposal), draws);
        const read = changes.map((change) => changeSchema.parse(JSON.parse(JSON.stringify(change))) as Change);
        const replayed = after(startHistory(issue, JSON.parse(JSON.stringify(proposal))), ...read);
        expect(replayed.review).toEqual(history.review);
        expect(digestOf(replayed.review)).toBe(digestOf(history.review));
      }),
      { numRuns: 500 },
    );
  });

  test('undoing everything gives the proposal; redoing everything gives what was', () => {
    fc.assert(
      fc.property(arbitraryPage, arbitraryDraws, ({ issue, proposal }, draws) => {
        let { history } = live(startHistory(issue, proposal), draws);
        const was = history.review;
        let undone = 0;
        for (let undo = nextUndo(history); undo; undo = nextUndo(history)) {
          history = after(history, { undo });
          undone++;
        }
        expect(history.review).toEqual(proposal.review);
        for (; undone > 0; undone--) history = after(history, { redo: nextRedo(history) ?? [] });
        expect(history.review).toEqual(was);
      }),
      { numRuns: 500 },
    );
  });

  test('the digest tells two reviews apart', () => {
    const one = after(start, { group: 1, edit: { kind: 'moveArticle', article: 'a2', before: 'a1' } });
    expect(digestOf(one.review)).not.toBe(digestOf(start.review));
  });
});
