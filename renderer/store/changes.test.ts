import { describe, expect, it } from 'vitest';
import type { Edit } from '../../shared/edits/edit.ts';
import { advance, startHistory } from '../../shared/journal/history.ts';
import { lineAt, linesSpan } from '../../shared/model/lines.ts';
import { page } from '../testing/page.ts';
import { articleToShow, changedArticle, changedPlace } from './changes.ts';

const PAGE = page(`
  a1 headline  全市妇女工作会召开
  a1 body    ¶ 本报讯 近日，记者在全
  a1 body      市妇女工作会上获悉。
  a2 body      本报讯 市医院成立。
`);
const { issue, review } = PAGE;
const line = (number: number) => linesSpan(issue.lines, number, number);
const after = (edit: Edit) => {
  const advanced = advance(startHistory(issue, PAGE.proposal), { group: 1, edit });
  if (!advanced.ok) throw new Error(advanced.why);
  return advanced.history.review;
};
const lineOf = (edit: Edit) => {
  const place = changedPlace(review, after(edit));
  return place && lineAt(issue.lines, place.from);
};

describe('the place of a change', () => {
  it('is where owners, breaks, corrections or credits differ first', () => {
    expect(lineOf({ kind: 'assign', span: line(3), to: { article: 'a2', role: 'body' } })).toBe(3);
    expect(lineOf({ kind: 'breakParagraph', at: line(3).from })).toBe(3);
    const comma = issue.text.indexOf('，');
    expect(lineOf({ kind: 'correct', span: { from: comma, to: comma + 1 }, text: '、', by: 'Li' })).toBe(2);
    expect(lineOf({ kind: 'addCredit', article: 'a2', credit: { role: '记者', name: '李' } })).toBe(4);
  });

  it('is none where nothing has a place', () => {
    expect(changedPlace(review, review)).toBeNull();
    expect(lineOf({ kind: 'setMasthead', field: 'paper', value: '吕梁日报' })).toBeNull();
  });

  it('is the same from either side', () => {
    const other = after({ kind: 'merge', article: 'a2', into: 'a1' });
    expect(changedPlace(review, other)).toEqual(changedPlace(other, review));
  });
});

describe('the article to show', () => {
  it('is the one that changed, and stays while it is there', () => {
    const other = after({ kind: 'setState', article: 'a2', state: 'settled' });
    expect(changedArticle(review, other)?.id).toBe('a2');
    expect(changedArticle(review, review)).toBeNull();
    expect(articleToShow(other, 'a1', 0)).toBe('a1');
  });

  it('is what stands at the place when it is gone, else the first', () => {
    const other = after({ kind: 'merge', article: 'a2', into: 'a1' });
    expect(articleToShow(other, 'a2', line(4).from)).toBe('a1');
    expect(articleToShow(other, 'a2', null)).toBe('a1');
    expect(articleToShow({ ...other, articles: [] }, 'a2', null)).toBeNull();
  });
});
