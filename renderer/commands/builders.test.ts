import { describe, expect, it } from 'vitest';
import { startHistory } from '../../shared/journal/history.ts';
import { findArticle } from '../../shared/model/owners.ts';
import type { Doubt } from '../../shared/proposal.ts';
import { page } from '../testing/page.ts';
import { after, ownersByLine, situation } from '../testing/situation.ts';
import { editHere, moveArticle, nextArticle, otherPiece, settleArticle, settleIssue } from './articles.ts';
import { mergeWith, nextStartsHere, nudge, startsHere } from './boundaries.ts';
import { acceptAlike, acceptDoubt, nextDoubt, openDoubts, takeOther } from './doubts.ts';
import { receiversOf } from './give.ts';
import { reparagraph, toggleParagraph } from './paragraphs.ts';
import {
  asOutside,
  asOutsideAgain,
  asOutsideAlike,
  asRole,
  giveTo,
  giveToLast,
  joinBest,
  newArticle,
} from './roles.ts';

const PAGE = page(`
  -  furniture 第二版
  a1 headline  全市妇女工作会召开
  a1 body      本报讯 近日，记者在全
  a1 body      市妇女工作会上获悉。
  a2 body      本报讯 市医院成立。
  a2 body      各界人士到场祝贺。
  a2 headline  市医院成立
  a3 body      （记者 冯海砚 通讯员 李小明）
  a3 body      新华社电 煤价走低。
`);
const owners = (s: ReturnType<typeof situation>, act: Parameters<typeof after>[1]) => ownersByLine(PAGE, after(s, act));
const BEFORE = ownersByLine(PAGE, PAGE.review);
const changed = (s: ReturnType<typeof situation>, act: Parameters<typeof after>[1]) =>
  Object.fromEntries(owners(s, act).flatMap((owner, i) => (owner === BEFORE[i] ? [] : [[i + 1, owner]])));

describe('give to', () => {
  it('keeps the role of what an article had, and makes body of the rest', () => {
    const s = situation(PAGE, 1, 3);
    expect(changed(s, giveTo(s, 'a3'))).toEqual({ 1: 'a3 body', 2: 'a3 headline', 3: 'a3 body' });
  });

  it('does not apply to what the article has already', () => {
    expect(giveTo(situation(PAGE, 3), 'a1')).toBeNull();
    expect(giveTo(situation(PAGE, 3), 'a9')).toBeNull();
  });

  it('gives to the last target again', () => {
    const s = situation(PAGE, 5, 5, { lastTarget: 'a1' });
    expect(changed(s, giveToLast(s))).toEqual({ 5: 'a1 body' });
    expect(giveToLast(situation(PAGE, 5))).toBeNull();
  });

  it('joins the article that fits best, then the next, each once; not when the text is with another by then', () => {
    const s = situation(PAGE, 5);
    const first = joinBest(s);
    expect(changed(s, first)).toEqual({ 5: 'a1 body' });
    const history = startHistory(PAGE.issue, { ...PAGE.proposal, review: after(s, first) });
    const moved = { ...s, history, review: history.review, state: { ...s.state, ...first?.set } };
    const second = joinBest(moved);
    expect(second?.set?.lastTarget).toBe('a3');
    const third = startHistory(PAGE.issue, { ...PAGE.proposal, review: after(moved, second) });
    expect(
      joinBest({ ...moved, history: third, review: third.review, state: { ...s.state, ...second?.set } }),
    ).toBeNull();
    // Undone: from the best on.
    expect(joinBest({ ...s, state: { ...s.state, ...first?.set } })?.set?.lastTarget).toBe('a1');
    expect(joinBest({ ...s, selection: null })).toBeNull();
  });

  it('joins anew when more is selected from the same place on', () => {
    const s = situation(PAGE, 5);
    const first = joinBest(s);
    const history = startHistory(PAGE.issue, { ...PAGE.proposal, review: after(s, first) });
    const more = situation(PAGE, 5, 6, first?.set);
    const second = joinBest({ ...more, history, review: history.review, state: { ...more.state, history } });
    expect(second?.set?.lastTarget).toBe('a1');
  });

  it('ranks by evidence, then by nearness, without the owner', () => {
    expect(receiversOf(situation(PAGE, 5)).map(({ article }) => article)).toEqual(['a1', 'a3']);
    const from = situation(PAGE, 5).selection?.span.from ?? 0;
    const weighed = {
      ...PAGE,
      proposal: { ...PAGE.proposal, candidates: { [from]: [{ article: 'a3', score: 0.4 }] } },
    };
    expect(receiversOf(situation(weighed, 5)).map(({ article }) => article)).toEqual(['a3', 'a1']);
  });
});

describe('roles', () => {
  it('keeps the article', () => {
    const s = situation(PAGE, 5);
    expect(changed(s, asRole(s, 'kicker'))).toEqual({ 5: 'a2 kicker' });
    expect(asRole(s, 'body')).toBeNull();
  });

  it('brings outside text into the article that fits it best', () => {
    const s = situation(PAGE, 1);
    expect(changed(s, asRole(s, 'kicker'))).toEqual({ 1: 'a1 kicker' });
  });

  it('brings outside text into the article that is selected with it, whatever fits its beginning', () => {
    const mixed = page(`
      a1 body      本报讯 近日，记者在全
      -  furniture 第二版
      a1 body      市妇女工作会上获悉。
      a2 body      本报讯 市医院成立。
    `);
    const candidates = { 0: [{ article: 'a2', score: 0.9 }] };
    const s = situation({ ...mixed, proposal: { ...mixed.proposal, candidates } }, 1, 3);
    expect(ownersByLine(mixed, after(s, asRole(s, 'body')))).toEqual(['a1 body', 'a1 body', 'a1 body', 'a2 body']);
  });

  it('brings a byline from outside and its credits into one article', () => {
    const lone = page(`
      a1 body      本报讯 近日，记者在全
      -  furniture 第二版
      -  furniture （记者 李红）
      a2 body      本报讯 市医院成立。
    `);
    const run = situation(lone, 2).selection?.span.from ?? 0;
    const candidates = { [run]: [{ article: 'a2', score: 0.9 }] };
    const shown = { ...situation({ ...lone, proposal: { ...lone.proposal, candidates } }, 3), article: 'a1' };
    const act = asRole(shown, 'byline');
    const review = after(shown, act);
    expect(ownersByLine(lone, review)[2]).toBe('a2 byline');
    expect(findArticle(review, 'a2')?.credits).toHaveLength(1);
    expect(act?.done).toEqual({ key: 'done.roleIn', values: { count: 1, role: 'byline', article: 2 } });
  });

  it('reads the credits of a byline', () => {
    const s = situation(PAGE, 8);
    const review = after(s, asRole(s, 'byline'));
    expect(findArticle(review, 'a3')?.credits.map(({ role, name }) => [role, name])).toEqual([
      ['记者', '冯海砚'],
      ['通讯员', '李小明'],
    ]);
    expect(ownersByLine(PAGE, review)[7]).toBe('a3 byline');
  });

  it('takes a part of a line as a credit only; the text stays', () => {
    const base = situation(PAGE, 8);
    const from = PAGE.issue.text.indexOf('冯海砚');
    const span = { from, to: from + 3 };
    const s = {
      ...base,
      selection: { span, unit: 'character' as const, spans: [span], anchor: span, head: span },
    };
    const review = after(s, asRole(s, 'byline'));
    expect(findArticle(review, 'a3')?.credits).toEqual([{ role: '作者', name: '冯海砚', span }]);
    expect(ownersByLine(PAGE, review)).toEqual(BEFORE);
  });

  it('puts text outside, and the same again', () => {
    const s = situation(PAGE, 5, 7);
    expect(changed(s, asOutside(s, 'ad'))).toEqual({ 5: '- ad', 6: '- ad', 7: '- ad' });
    const again = situation(PAGE, 9, 9, { lastOutside: 'jump' });
    expect(changed(again, asOutsideAgain(again))).toEqual({ 9: '- jump' });
    expect(asOutside(situation(PAGE, 1), 'furniture')).toBeNull();
  });

  it('puts text outside as before, else as its nearest neighbour there', () => {
    const s = situation(PAGE, 9);
    expect(changed(s, asOutsideAlike(s))).toEqual({ 9: '- furniture' });
    const jump = situation(PAGE, 9, 9, { lastOutside: 'jump' });
    expect(changed(jump, asOutsideAlike(jump))).toEqual({ 9: '- jump' });
    expect(asOutsideAlike({ ...s, selection: null })).toBeNull();
  });
});

describe('new article', () => {
  it('splits at a single line within the article', () => {
    const s = situation(PAGE, 4);
    expect(changed(s, newArticle(s))).toEqual({ 4: 'a-newnewne body' });
  });

  it('is made of the selected lines, with their roles', () => {
    const s = situation(PAGE, 6, 7);
    expect(changed(s, newArticle(s))).toEqual({ 6: 'a-newnewne body', 7: 'a-newnewne headline' });
  });

  it('is made of a line outside', () => {
    const s = situation(PAGE, 1);
    expect(changed(s, newArticle(s))).toEqual({ 1: 'a-newnewne body' });
  });
});

describe('boundaries', () => {
  it('starts the article here: what it had above goes to whoever stands above', () => {
    const s = situation(PAGE, 6);
    expect(changed(s, startsHere(s))).toEqual({ 5: 'a1 body' });
    expect(startsHere(situation(PAGE, 5))).toBeNull();
  });

  it('starts the next one here', () => {
    const s = situation(PAGE, 4);
    expect(changed(s, nextStartsHere(s))).toEqual({ 4: 'a2 body' });
    const outside = situation(PAGE, 1);
    expect(changed(outside, startsHere(outside))).toEqual({ 1: 'a1 headline' });
    expect(nextStartsHere(situation(PAGE, 9))).toBeNull();
  });

  it('nudges the nearer end by one line, and back', () => {
    const start = situation(PAGE, 5);
    expect(changed(start, nudge(start, 1, 'line'))).toEqual({ 5: 'a1 body' });
    expect(changed(start, nudge(start, -1, 'line'))).toEqual({ 4: 'a2 body' });
    const end = situation(PAGE, 6);
    expect(changed(end, nudge(end, 1, 'line'))).toEqual({ 7: 'a2 body' });
    expect(changed(end, nudge(end, -1, 'line'))).toEqual({ 6: 'a2 headline' });
  });

  it('nudges it by a paragraph, or the whole run where it has one', () => {
    const paragraphs = page(`
      a1 body    ¶ 本报讯 近日，记者在全
      a1 body      市妇女工作会上获悉。
      a1 body    ¶ 围绕学习宣传贯彻，持
      a1 body      续强化思想。
      a2 body    ¶ 本报讯 今年，我市各级
      a2 body      统一思想。
    `);
    const s = situation(paragraphs, 5);
    expect(ownersByLine(paragraphs, after(s, nudge(s, -1, 'block')))).toEqual([
      ...Array<string>(2).fill('a1 body'),
      ...Array<string>(4).fill('a2 body'),
    ]);
    expect(ownersByLine(paragraphs, after(s, nudge(s, 1, 'block')))).toEqual(Array<string>(6).fill('a1 body'));
  });

  it('merges with the next or previous; the earlier article stays', () => {
    const s = situation(PAGE, 5);
    expect(after(s, mergeWith(s, 1)).articles.map(({ id }) => id)).toEqual(['a1', 'a2']);
    expect(after(s, mergeWith(s, -1)).articles.map(({ id }) => id)).toEqual(['a1', 'a3']);
    expect(mergeWith(situation(PAGE, 9), 1)).toBeNull();
  });
});

describe('paragraphs', () => {
  it('toggles a break at the line', () => {
    const s = situation(PAGE, 4);
    const review = after(s, toggleParagraph(s));
    expect(review.breaks).toEqual([s.selection?.span.from]);
    const again = situation({ ...PAGE, review, proposal: { ...PAGE.proposal, review } }, 4);
    expect(after(again, toggleParagraph(again)).breaks).toEqual([]);
  });

  it('does not apply in heads or outside', () => {
    expect(toggleParagraph(situation(PAGE, 2))).toBeNull();
    expect(toggleParagraph(situation(PAGE, 1))).toBeNull();
  });

  it('sets an article anew by short last lines, blank lines, indents, or not at all', () => {
    const text = page(`
      a1 body ¶ 　　会议指出，要坚持以人民为中心的发展思想，
      a1 body   把各项工作落到实处，为全市发展作出新的贡献
      a1 body   和努力。
      a1 body
      a1 body   　　会议要求，各级各部门要加强组织领导，细化
      a1 body   工作措施。
    `);
    const breaks = (way: 'indent' | 'shortLine' | 'blankLine' | 'none') => {
      const s = situation(text, 1);
      const act = reparagraph(s, way);
      return act ? after(s, act).breaks.length : s.review.breaks.length;
    };
    expect([breaks('indent'), breaks('shortLine'), breaks('blankLine'), breaks('none')]).toEqual([2, 2, 2, 1]);
  });
});

const doubt = (id: string, line: number, more: Partial<Doubt> = {}): Doubt => {
  const span = situation(PAGE, line).selection?.span ?? { from: 0, to: 0 };
  const base = { id, kind: 'boundary' as const, span, articles: ['a2'], why: { key: 'opener' }, confidence: 0.5 };
  return { ...base, other: [], evidence: [], ...more };
};
const DOUBTS = [
  doubt('late', 8, { articles: ['a3'], why: { key: 'byline' } }),
  doubt('early', 5, {
    other: [{ kind: 'merge', article: 'a2', into: 'a1' }],
  }),
  doubt('middle', 6),
];
const DOUBTED = { ...PAGE, proposal: { ...PAGE.proposal, doubts: DOUBTS } };

describe('doubts', () => {
  it('come by place, from where the selection is, and begin again', () => {
    expect(openDoubts(situation(DOUBTED, 1).state).map(({ id }) => id)).toEqual(['early', 'middle', 'late']);
    expect(nextDoubt(situation(DOUBTED, 2), 1)?.set?.doubt).toBe('early');
    expect(nextDoubt(situation(DOUBTED, 6), 1)?.set?.doubt).toBe('middle');
    expect(nextDoubt(situation(DOUBTED, 6, 6, { doubt: 'middle' }), 1)?.set?.doubt).toBe('late');
    expect(nextDoubt(situation(DOUBTED, 8, 8, { doubt: 'late' }), 1)?.set?.doubt).toBe('early');
    expect(nextDoubt(situation(DOUBTED, 5, 5, { doubt: 'early' }), -1)?.set?.doubt).toBe('late');
    expect(nextDoubt(situation(PAGE, 1), 1)).toBeNull();
  });

  it('are accepted one by one or all alike, and the next is shown', () => {
    const s = situation(DOUBTED, 5, 5, { doubt: 'early' });
    expect(after(s, acceptDoubt(s)).doubtsSettled).toEqual({ early: 'accepted' });
    expect(acceptDoubt(s)?.set?.doubt).toBe('middle');
    expect(after(s, acceptAlike(s)).doubtsSettled).toEqual({ early: 'accepted', middle: 'accepted' });
    expect(acceptAlike(s)?.set?.doubt).toBe('late');
    expect(acceptDoubt(situation(DOUBTED, 5))).toBeNull();
  });

  it('take the other reading where there is one', () => {
    const s = situation(DOUBTED, 5, 5, { doubt: 'early' });
    const review = after(s, takeOther(s));
    expect(review.articles.map(({ id }) => id)).toEqual(['a1', 'a3']);
    expect(review.doubtsSettled).toEqual({ early: 'other' });
    expect(takeOther(situation(DOUBTED, 6, 6, { doubt: 'middle' }))).toBeNull();
  });
});

describe('articles', () => {
  it('are settled with their open doubts passed over; the next unsettled is shown', () => {
    const s = situation(DOUBTED, 5);
    const review = after(s, settleArticle(s));
    expect(findArticle(review, 'a2')?.state).toBe('settled');
    expect(review.doubtsSettled).toEqual({ early: 'passed over', middle: 'passed over' });
    expect(settleArticle(s)?.show).toBe('a3');
  });

  it('without open doubts are settled with the issue', () => {
    const s = situation(DOUBTED, 5);
    expect(after(s, settleIssue(s)).articles.map(({ state }) => state)).toEqual(['settled', 'proposed', 'proposed']);
    expect(settleIssue(s)?.done?.values).toEqual({ count: 1, left: 2 });
  });

  it('move in the order of export', () => {
    const s = situation(PAGE, 5);
    expect(after(s, moveArticle(s, -1)).articles.map(({ id }) => id)).toEqual(['a2', 'a1', 'a3']);
    expect(after(s, moveArticle(s, 1)).articles.map(({ id }) => id)).toEqual(['a1', 'a3', 'a2']);
    expect(moveArticle(situation(PAGE, 3), -1)).toBeNull();
    expect(nextArticle(s, 1)?.show).toBe('a3');
    expect(nextArticle(situation(PAGE, 9), 1)).toBeNull();
  });

  it('are looked at piece by piece', () => {
    const page2 = page(`
      a1 body      第一部分。
      a2 body      别的稿件。
      a1 body      第二部分。
      a1 headline  标题
    `);
    const lineOfPiece = (line: number, direction: 1 | -1) => {
      const span = otherPiece(situation(page2, line), direction)?.select?.span;
      return span && page2.issue.text.slice(span.from, span.to);
    };
    expect([lineOfPiece(4, 1), lineOfPiece(1, 1), lineOfPiece(3, 1)]).toEqual(['第一部分。', '第二部分。', '标题']);
    expect(lineOfPiece(4, -1)).toBe('第二部分。');
    expect(otherPiece(situation(page2, 2), 1)).toBeNull();
  });

  it('are edited at the selected place', () => {
    const s = situation(PAGE, 6);
    expect(editHere(s)?.set?.caretRequest).toEqual({ article: 'a2', at: { raw: s.selection?.span.from } });
  });
});
