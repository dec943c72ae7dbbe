import { describe, expect, it } from 'vitest';
import type { Review } from '../../shared/model/review.ts';
import type { Word } from '../../shared/words/list.ts';
import { openDoubts } from '../commands/doubts.ts';
import { createDesk } from '../store/desk.ts';
import { settled, standIn } from '../testing/host.ts';
import { page } from '../testing/page.ts';
import { showWords, watchWords } from './learning.ts';

/** A desk with one article by 沈若溪, in a newspaper of a title or of none. */
async function open(paper?: string) {
  const drawn = page(`
    a1 headline  全市妇女工作会召开
    a1 body      本报讯 沉若溪说，记者在全
  `);
  const at = drawn.issue.text.indexOf('沉若溪');
  const articles = drawn.review.articles.map((article) => ({
    ...article,
    credits: [{ role: '记者', name: '罗丽丽' }],
  }));
  const review: Review = { ...drawn.review, articles, masthead: paper === undefined ? {} : { paper } };
  const far = standIn({ ...drawn, review, proposal: { ...drawn.proposal, review } });
  const desk = createDesk();
  watchWords(desk);
  await desk.connect(far.host);
  await settled();
  const calls = (name: string) => far.calls.filter((call) => call.name === name).map(({ args }) => args);
  const settle = async (state: 'settled' | 'in review') => {
    desk.edit([{ kind: 'setState', article: 'a1', state }]);
    await settled();
  };
  return { desk, calls, settle, at };
}

const word = (text: string): Word => ({ text, kind: 'name', count: 0 });

describe('the word list', () => {
  it('is asked for when the newspaper is known, and only then', async () => {
    expect((await open('清河日报')).calls('words.get')).toEqual([{ paper: '清河日报' }]);
    expect((await open()).calls('words.get')).toEqual([]);
  });

  it('learns an article when it is settled, once', async () => {
    const { calls, settle } = await open('清河日报');
    expect(calls('words.learn')).toEqual([]);
    await settle('settled');
    expect(calls('words.learn')).toEqual([{ paper: '清河日报', words: [{ text: '罗丽丽', kind: 'name', count: 1 }] }]);
    await settle('in review');
    await settle('settled');
    expect(calls('words.learn')).toHaveLength(1);
  });

  it('makes doubts of near misses, which stay one list while nothing changes', async () => {
    const { desk, at } = await open('清河日报');
    showWords(desk, { format: 1, paper: '清河日报', words: [word('沈若溪')] });
    const [doubt] = openDoubts(desk.store.getState());
    expect(doubt).toMatchObject({ kind: 'character', why: { key: 'nearMiss' }, span: { from: at, to: at + 3 } });
    const { doubts } = desk.store.getState();
    desk.edit([{ kind: 'settleDoubt', id: doubt?.id ?? '', choice: 'accepted' }]);
    expect(desk.store.getState().doubts).toBe(doubts);
    expect(openDoubts(desk.store.getState())).toEqual([]);
  });
});
