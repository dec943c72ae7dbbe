import { describe, expect, test } from 'vitest';
import type { Edit } from '../../shared/edits/edit.ts';
import { advance, startHistory } from '../../shared/journal/history.ts';
import { acceptDoubt, openDoubts, takeOther } from '../commands/doubts.ts';
import { START } from '../store/state.ts';
import { page } from '../testing/page.ts';
import { after, situation } from '../testing/situation.ts';
import { allDoubts } from '../words/doubts.ts';
import { secondReading } from './commands.ts';
import { agreedArticles, standingOf } from './standing.ts';

const drawn = page(`
  a1 headline  全市妇女工作会召开
  a1 body      近日，记者在全
  a1 body      市妇女工作会上获悉。
  a2 body      今年，我市各级人社部门
  a2 body      统一思想。
`);

function live(...edits: readonly Edit[]) {
  let history = startHistory(drawn.issue, drawn.proposal);
  for (const edit of edits) {
    const advanced = advance(history, { group: 1, edit });
    if (!advanced.ok) throw new Error(advanced.why);
    history = advanced.history;
  }
  return history;
}
const span = (words: string) => ({
  from: drawn.issue.text.indexOf(words),
  to: drawn.issue.text.indexOf(words) + words.length,
});
const settled = (article: string): Edit => ({ kind: 'setState', article, state: 'settled' });
const moved: Edit = { kind: 'assign', span: span('统一思想。'), to: { article: 'a1', role: 'body' } };

/** The window when mine was edited so and the second reader made that of it. */
function comparing(mine: readonly Edit[], theirs: readonly Edit[]) {
  const history = live(...mine);
  const second = { reader: '李', readers: [], review: live(...theirs).review };
  const doubts = allDoubts(history, null, second);
  return { history, second, doubts };
}
const standing = ({ history, doubts }: ReturnType<typeof comparing>) => standingOf(history, doubts, '李');

describe('a comparison', () => {
  test('asks one question for each difference; Y keeps mine, R takes theirs', () => {
    const state = comparing([], [moved]);
    const [doubt] = openDoubts(state);
    expect(standing(state)).toEqual({ open: 1, mine: 0, theirs: 0 });
    const s = { ...situation(drawn, 4), state: { ...START, ...state, doubt: doubt?.id ?? null } };
    const kept = after(s, acceptDoubt(s));
    expect(kept.articles).toEqual(drawn.review.articles);
    const history = { ...state.history, review: kept };
    expect(standingOf(history, allDoubts(history, null, state.second), '李')).toEqual({ open: 0, mine: 1, theirs: 0 });
    const taken = after(s, takeOther(s));
    expect(taken.articles.map(({ pieces }) => pieces.length)).toEqual([3, 1]);
    const now = { ...state.history, review: taken };
    expect(standingOf(now, allDoubts(now, null, state.second), '李')).toEqual({ open: 0, mine: 0, theirs: 1 });
  });

  test('counts what was taken of one reader with that reader, whose name may end another', () => {
    const settle: Edit = { kind: 'settleDoubt', id: 'second:break@5-5:王:李', choice: 'other' };
    const state = comparing([settle], []);
    expect(standing(state)).toEqual({ open: 0, mine: 0, theirs: 0 });
    expect(standingOf(state.history, state.doubts, '王:李').theirs).toBe(1);
  });

  test('settles what both see alike and the second reader settled, nothing else', () => {
    expect(agreedArticles(comparing([], [settled('a1'), settled('a2')]))).toEqual(['a1', 'a2']);
    expect(agreedArticles(comparing([settled('a1')], [settled('a1')]))).toEqual([]);
    expect(agreedArticles(comparing([], [settled('a1'), { kind: 'breakParagraph', at: span('统一').from }]))).toEqual([
      'a1',
    ]);
    expect(agreedArticles({ ...comparing([], []), second: null })).toEqual([]);
  });

  test('is not offered to the second reader, who stays blind', () => {
    const file = { file: 'f', name: 'n', folder: '', bytes: 1, changed: '', reviewed: true };
    const offers = (reader?: string) => {
      const state = { ...START, file: { ...file, ...(reader && { reader }) } };
      return secondReading.map(({ act }) => act({ ...situation(drawn, 1), state }) !== null);
    };
    expect(offers()).toEqual([true, true, false]);
    expect(offers('李')).toEqual([false, false, false]);
  });
});
