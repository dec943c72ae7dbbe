import { describe, expect, it } from 'vitest';
import { lineAt, lineSpan } from '../../shared/model/lines.ts';
import type { Candidate } from '../../shared/proposal.ts';
import { type Page, page } from '../testing/page.ts';
import { after, situation } from '../testing/situation.ts';
import type { Situation } from './command.ts';
import { giveTo } from './roles.ts';
import { toUnsure } from './unsure.ts';

const DRAWN = page(`
  a1 headline  全市妇女工作会召开
  a1 body      本报讯 近日，记者在全
  a2 body      会后座谈。
  -  furniture 第二版
  a3 body      本报讯 市医院成立。
`);

/** The page with candidates by line. */
function withCandidates(candidates: { readonly [line: number]: readonly Candidate[] }): Page {
  const byPlace = Object.entries(candidates).map(([line, fits]) => [
    lineSpan(DRAWN.issue.lines, Number(line)).from,
    fits,
  ]);
  return { ...DRAWN, proposal: { ...DRAWN.proposal, candidates: Object.fromEntries(byPlace) } };
}

const PAGE = withCandidates({
  1: [{ article: 'a1', score: 0.9 }],
  2: [
    { article: 'a1', score: 0.5 },
    { article: 'a2', score: 0.1 },
  ],
  3: [
    { article: 'a1', score: 0.2 },
    { article: 'a3', score: 0.4 },
  ],
  4: [{ article: 'a3', score: 0.6 }],
  5: [
    { article: 'a3', score: 0.9 },
    { article: 'a2', score: 0.8 },
    { article: 'a9', score: 0.9 },
  ],
});

const lineOf = (s: Situation, direction: 1 | -1) => {
  const { select } = toUnsure(s, direction);
  return select ? lineAt(s.issue.lines, select.span.from) : null;
};

describe('the next place that may belong elsewhere', () => {
  it('is where a rival comes near the owner, forwards and back, round the end', () => {
    expect([1, 2, 3, 4, 5].map((line) => lineOf(situation(PAGE, line), 1))).toEqual([3, 3, 4, 5, 3]);
    expect([5, 4, 3].map((line) => lineOf(situation(PAGE, line), -1))).toEqual([4, 3, 5]);
  });

  it('says which article comes near: the best that there is', () => {
    expect(toUnsure(situation(PAGE, 1), 1).done).toEqual({ key: 'done.unsure', values: { article: 3 } });
    // a9, that fits as well, is no article any more.
    expect(toUnsure(situation(PAGE, 4), 1).done).toEqual({ key: 'done.unsure', values: { article: 2 } });
  });

  it('is none that an editor gave away, that is settled, or folded away', () => {
    const s = situation(PAGE, 3);
    const given = { ...s, review: after(s, giveTo(s, 'a3')) };
    expect(lineOf({ ...given, selection: situation(PAGE, 1).selection }, 1)).toBe(4);
    const articles = s.review.articles.map((a) => (a.id === 'a3' ? { ...a, state: 'settled' as const } : a));
    expect(lineOf({ ...s, review: { ...s.review, articles } }, -1)).toBe(4);
    expect(lineOf({ ...s, state: { ...s.state, foldOutside: true } }, 1)).toBe(5);
  });

  it('is said to be none where nothing comes near', () => {
    expect(toUnsure(situation(withCandidates({ 1: [{ article: 'a1', score: 0.9 }] }), 2), 1)).toEqual({
      done: { key: 'done.noUnsure' },
    });
  });
});
