import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkReview } from '../model/check.ts';
import { findArticle } from '../model/owners.ts';
import type { Span } from '../model/position.ts';
import type { Review } from '../model/review.ts';
import { readField } from '../reading/reading.ts';
import { arbitraryDraws, arbitraryPage, editFrom } from '../testing/arbitrary.ts';
import { page } from '../testing/page.ts';
import { apply } from './apply.ts';
import type { Edit } from './edit.ts';

const { issue, review } = page(`
  a1 body      本报讯 （记者 冯海砚） 近日，记者在全|市妇女工作会上获悉。|¶围绕学习宣传贯彻，持|续强化思想。
  a2 body      本报讯 今年，我市各级人社部门|统一思想。
  a1 headline  全市妇女工作会召开
  -  section   新闻专递
`);
const at = (words: string) => issue.text.indexOf(words);
const spanOf = (words: string) => ({ from: at(words), to: at(words) + words.length });

function done(edit: Edit, on: Review = review): Review {
  const applied = apply(issue, on, edit);
  if (!applied.ok) throw new Error(applied.why);
  expect(checkReview(issue, applied.review)).toEqual([]);
  return applied.review;
}
const refusal = (edit: Edit, on: Review = review) => {
  const applied = apply(issue, on, edit);
  return applied.ok ? null : applied.why;
};
const body = (on: Review, id: string) => {
  const article = findArticle(on, id);
  return article ? readField(issue, on, article, 'body').text : null;
};

describe('the order of all that an article has', () => {
  const [title, { from: start, to: end }] = (findArticle(review, 'a1')?.pieces ?? [])
    .filter((piece) => piece.kind === 'run')
    .map(({ from, to }) => ({ from, to })) as [Span, Span]; // a headline and a body
  const middle = at('围绕');
  const parts = (...list: readonly { readonly from: number; readonly to: number }[]): Edit => ({
    kind: 'arrange',
    article: 'a1',
    parts: [title, ...list],
  });

  test('a run comes in parts; put back it is one again', () => {
    const turned = done(parts({ from: middle, to: end }, { from: start, to: middle }));
    expect(body(turned, 'a1')).toBe(
      '围绕学习宣传贯彻，持续强化思想。\n本报讯 （记者 冯海砚） 近日，记者在全市妇女工作会上获悉。',
    );
    const back = done(parts({ from: start, to: middle }, { from: middle, to: end }), turned);
    expect([back.articles[0]?.pieces, back.breaks, back.joins]).toEqual([
      review.articles[0]?.pieces,
      review.breaks,
      review.joins,
    ]);
  });

  test('is refused where something is missing, comes twice, is nobody’s, begins with a blank, or heads are not first', () => {
    const whole = { from: start, to: end };
    expect(refusal(parts({ from: middle, to: end }))).toBe('no such piece');
    expect(refusal(parts(whole, { from: middle, to: end }))).toBe('no such piece');
    expect(refusal(parts({ from: start, to: end + 1 }))).toBe('no such piece');
    expect(refusal(parts({ from: start, to: start }, whole))).toBe('no such piece');
    expect(refusal(parts({ from: start, to: middle - 1 }, { from: middle - 1, to: end }))).toBe('no such piece');
    expect(refusal(parts(whole))).toBe('nothing to change');
    expect(refusal({ kind: 'arrange', article: 'a1', parts: [whole, title] })).toBe(
      'would break the fixed order of heads',
    );
    expect(refusal({ kind: 'arrange', article: 'a9', parts: [whole] })).toBe('no such article');
  });
});

describe('an article of nothing but supplied text', () => {
  const supply: Edit = { kind: 'supply', article: 'a-aaaaaaaa', role: 'headline', id: 's', text: '补题', isNew: true };

  test('is made, the last; not where there is one, nor without being called new', () => {
    const made = done(supply);
    expect(made.articles.at(-1)).toMatchObject({ id: 'a-aaaaaaaa', state: 'in review' });
    expect(refusal(supply, made)).toBe('article exists');
    expect(refusal({ kind: 'supply', article: 'a-bbbbbbbb', role: 'headline', id: 's', text: '补题' })).toBe(
      'no such article',
    );
  });
});

describe('giving text to another article', () => {
  test('lines taken from the middle of a paragraph leave it whole', () => {
    const after = done({ kind: 'assign', span: spanOf('市妇女工作会上获悉。'), to: { article: 'a2', role: 'body' } });
    expect(body(after, 'a1')).toBe('本报讯 （记者 冯海砚） 近日，记者在全\n围绕学习宣传贯彻，持续强化思想。');
    expect(body(after, 'a2')).toBe('市妇女工作会上获悉。\n本报讯 今年，我市各级人社部门统一思想。');
  });

  test('a line given away and taken back leaves everything as it was', () => {
    const away = done({ kind: 'assign', span: spanOf('续强化思想。'), to: { article: 'a2', role: 'body' } });
    const back = done({ kind: 'assign', span: spanOf('续强化思想。'), to: { article: 'a1', role: 'body' } }, away);
    expect(body(back, 'a1')).toBe(body(review, 'a1'));
    expect(back.breaks).toEqual(review.breaks);
    expect(back.joins).toEqual([]);
  });

  test('a headline is linked to another article', () => {
    const after = done({ kind: 'assign', span: spanOf('全市妇女工作会召开'), to: { article: 'a2', role: 'headline' } });
    expect(findArticle(after, 'a2')?.pieces.map((p) => p.role)).toEqual(['headline', 'body']);
    expect(findArticle(after, 'a1')?.pieces.map((p) => p.role)).toEqual(['body']);
  });

  test('an article that gives away all it has is gone', () => {
    const after = done({
      kind: 'assign',
      span: spanOf('本报讯 今年，我市各级人社部门\n统一思想。'),
      to: { outside: 'ad' },
    });
    expect(after.articles.map((a) => a.id)).toEqual(['a1']);
    expect(after.outside).toMatchObject([{ role: 'ad', by: 'editor' }, { role: 'section' }]);
  });

  test('a credit goes with the text that it stands in', () => {
    const named = done({
      kind: 'addCredit',
      article: 'a1',
      credit: { role: '记者', name: '冯海砚', span: spanOf('冯海砚') },
    });
    const after = done(
      { kind: 'assign', span: spanOf('本报讯 （记者 冯海砚） 近日，记者在全'), to: { article: 'a2', role: 'body' } },
      named,
    );
    expect(findArticle(after, 'a1')?.credits).toEqual([]);
    expect(findArticle(after, 'a2')?.credits).toMatchObject([{ name: '冯海砚' }]);
  });

  test('is refused where it says nothing', () => {
    expect(refusal({ kind: 'assign', span: { from: 0, to: 0 }, to: { article: 'a2', role: 'body' } })).toBe(
      'span is blank',
    );
    expect(refusal({ kind: 'assign', span: spanOf('统一思想。'), to: { article: 'a2', role: 'body' } })).toBe(
      'nothing to change',
    );
    expect(refusal({ kind: 'assign', span: spanOf('统一思想。'), to: { article: 'a9', role: 'body' } })).toBe(
      'no such article',
    );
    expect(refusal({ kind: 'assign', span: { from: 0, to: 9999 }, to: { outside: 'ad' } })).toBe(
      'span is outside the text',
    );
  });

  test('a boundary in a line that would cut a correction is refused', () => {
    const corrected = done({ kind: 'correct', span: spanOf('人社部门'), text: '民政局' });
    const within = { from: at('人社部门') + 1, to: at('统一思想。') + 5 };
    expect(refusal({ kind: 'assign', span: within, to: { article: 'a1', role: 'body' } }, corrected)).toBe(
      'cuts a correction',
    );
  });
});

describe('splitting and merging', () => {
  const split: Edit = { kind: 'split', article: 'a1', at: at('围绕学习'), newId: 'a-22222222' };

  test('the new article stands after the old one and has the rest of the text', () => {
    const after = done(split);
    expect(after.articles.map((a) => a.id)).toEqual(['a1', 'a-22222222', 'a2']);
    expect(body(after, 'a-22222222')).toBe('围绕学习宣传贯彻，持续强化思想。');
    expect(findArticle(after, 'a1')?.pieces.map((p) => p.role)).toEqual(['headline', 'body']);
  });

  test('merging again gives the same text', () => {
    const after = done({ kind: 'merge', article: 'a-22222222', into: 'a1' }, done(split));
    expect(body(after, 'a1')).toBe(body(review, 'a1'));
  });

  test('a second headline becomes a crosshead before its text', () => {
    const headed = done({ kind: 'supply', article: 'a2', role: 'headline', id: 's1', text: '人社部门专项行动' });
    const after = done({ kind: 'merge', article: 'a2', into: 'a1' }, headed);
    expect(findArticle(after, 'a1')?.pieces.filter((p) => p.role === 'headline')).toHaveLength(1);
    expect(body(after, 'a1')).toContain('持续强化思想。\n人社部门专项行动\n本报讯 今年');
  });

  test('there is nothing to split at the very start', () => {
    const only = done({ kind: 'assign', span: spanOf('全市妇女工作会召开'), to: { article: 'a2', role: 'headline' } });
    expect(refusal({ ...split, at: 0 } as Edit, only)).toBe('nothing to split');
  });
});

describe('corrections', () => {
  test('are kept minimal', () => {
    const after = done({ kind: 'correct', span: spanOf('人社部门'), text: '人力社部门' });
    expect(after.corrections).toEqual([
      { span: { from: at('社部门'), to: at('社部门') }, side: 'before', text: '力', by: 'editor' },
    ]);
  });

  test('of the same place replace one another', () => {
    const first = done({ kind: 'correct', span: spanOf('社'), text: '杜' });
    const second = done({ kind: 'correct', span: spanOf('社'), text: '社' }, first);
    expect(second.corrections).toEqual([]);
  });

  test('never contain a line end, never half of a pair', () => {
    expect(refusal({ kind: 'correct', span: spanOf('持\n续'), text: '持续' })).toBe('contains a line end');
    const pair = page('a1 body 𠮷野家开业');
    const applied = apply(pair.issue, pair.review, { kind: 'correct', span: { from: 0, to: 1 }, text: 'x' });
    expect(applied).toMatchObject({ ok: false, why: 'cuts a character' });
  });
});

describe('laws', () => {
  test('apply then inverse gives the same review; every state keeps the laws', () => {
    fc.assert(
      fc.property(arbitraryPage, arbitraryDraws, ({ issue, review }, draws) => {
        expect(checkReview(issue, review)).toEqual([]);
        let current = review;
        draws.forEach((draw, serial) => {
          const applied = apply(issue, current, editFrom(issue, current, draw, serial));
          if (!applied.ok) return;
          expect(checkReview(issue, applied.review)).toEqual([]);
          const back = apply(issue, applied.review, applied.inverse);
          expect(back.ok && back.review).toEqual(current);
          current = applied.review;
        });
      }),
      { numRuns: 2000 },
    );
  });
});
