import { describe, expect, it } from 'vitest';
import { countNonBlank } from '../../shared/model/blank.ts';
import { findArticle, ownersOf } from '../../shared/model/owners.ts';
import { page } from '../testing/page.ts';
import { factsOf, nonBlankIn, passes, tallyOf } from './facts.ts';

const { issue, review } = page(`
  a1 body    ¶ 本报讯 近日，记者在全
  a1 body
  a1 body      市妇女工作会上获悉。
  a1 body    ¶ 会议要求。
  -  furniture 第二版
  -  ad        出售 煤炭
  a1 headline  全市妇女工作会
  a1 headline  召开
  a2 headline  市医院成立
  a3 body      没有标题的稿件
`);
const facts = (id: string) => {
  const article = findArticle(review, id);
  if (!article) throw new Error(id);
  return { article, ...factsOf(issue, review, article) };
};

describe('facts', () => {
  it('count lines, paragraphs and parts, and read the headline', () => {
    const { title, lines, paragraphs, parts } = facts('a1');
    expect({ title, lines, paragraphs, parts }).toMatchObject({ lines: 5, paragraphs: 2, parts: 2 });
    expect(title?.replaceAll(' ', '')).toBe('全市妇女工作会召开');
  });

  it('tell heads without bodies and bodies without heads', () => {
    const filters = (id: string) =>
      (['noHeadline', 'bodyOnly', 'headOnly', 'severalParts', 'doubts', 'unsettled'] as const).filter((filter) => {
        const { article, ...all } = facts(id);
        return passes(filter, all, article, id === 'a3');
      });
    expect(filters('a1')).toEqual(['severalParts', 'unsettled']);
    expect(filters('a2')).toEqual(['headOnly', 'unsettled']);
    expect(filters('a3')).toEqual(['noHeadline', 'bodyOnly', 'doubts', 'unsettled']);
    expect(facts('a3').firstWords).toBe('没有标题的稿件');
  });
});

describe('the tally', () => {
  it('counts every character once', () => {
    const { total, inArticles, outside, byRole, lost } = tallyOf(issue, ownersOf(review));
    expect(total).toBe(countNonBlank(issue.text));
    expect(inArticles + outside).toBe(total);
    expect(byRole).toEqual({ furniture: 3, ad: 4 });
    expect(lost).toBe(0);
  });

  it('finds what has no owner', () => {
    const broken = { ...review, outside: review.outside.slice(1) };
    expect(tallyOf(issue, ownersOf(broken)).lost).toBe(3);
  });

  it('counts parts of lines', () => {
    expect(nonBlankIn(issue, { from: 2, to: 6 })).toBe(countNonBlank(issue.text, 2, 6));
  });
});
