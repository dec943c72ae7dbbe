import { describe, expect, test } from 'vitest';
import { apply } from '../../shared/edits/apply.ts';
import type { Edit } from '../../shared/edits/edit.ts';
import type { Review } from '../../shared/model/review.ts';
import { type Field, readField } from '../../shared/reading/reading.ts';
import { page } from '../testing/page.ts';
import { follow } from './follow.ts';
import { markAt, marksOf } from './marks.ts';

const { issue, review } = page(`
  a1 headline  吕梁\uFFFD报
  a1 body      本报讯 近日,记者在全
  a1 body      市妇女工作会上获悉。
  a1 body    ¶ 梁 说。
`);
const article = (r: Review) => r.articles[0] as Review['articles'][number]; // every case has one article

function after(...edits: readonly Edit[]): Review {
  return edits.reduce<Review>((state, edit) => {
    const applied = apply(issue, state, edit);
    if (!applied.ok) throw new Error(applied.why);
    return applied.review;
  }, review);
}

function marks(state: Review, field: Field) {
  const reading = readField(issue, state, article(state), field);
  return marksOf(reading, article(state)).map(({ kind, from, to }) => `${kind} ${reading.text.slice(from, to)}`);
}

const comma = issue.text.indexOf(',');

describe('marksOf', () => {
  test('plain text has none', () => expect(marks(review, 'body')).toEqual([]));

  test('a lost glyph', () => expect(marks(review, 'headline')).toEqual(['missing \uFFFD']));

  test('a glyph of a private use area, also beyond the first plane', () => {
    const state = after({ kind: 'supply', article: 'a1', role: 'kicker', id: 'a-aaaaaaaa', text: 'x\uE123y\u{F0001}' });
    expect(marks(state, 'kicker')).toEqual(['supplied x\uE123y\u{F0001}', 'missing \uE123', 'missing \u{F0001}']);
  });

  test('a correction, by machine or by hand', () => {
    const span = { from: comma, to: comma + 1 };
    expect(marks(after({ kind: 'correct', span, text: '，', by: 'machine' }), 'body')).toEqual(['machine ，']);
    expect(marks(after({ kind: 'correct', span, text: '，' }), 'body')).toEqual(['correction ，']);
  });

  test('what was taken away is marked at its neighbour', () => {
    const blank = issue.text.indexOf(' 近日');
    const state = after({ kind: 'correct', span: { from: blank, to: blank + 1 }, text: '', by: 'machine' });
    expect(marks(state, 'body')).toEqual(['deletion 讯']);
    const first = issue.text.indexOf('本');
    expect(marks(after({ kind: 'correct', span: { from: first, to: first + 1 }, text: '' }), 'body')).toEqual([
      'deletion 报',
    ]);
  });

  test('an incomplete name', () => {
    const from = issue.text.indexOf('梁 说');
    const state = after({
      kind: 'addCredit',
      article: 'a1',
      credit: { role: '作者', name: '梁', span: { from, to: from + 1 }, incomplete: true },
    });
    expect(marks(state, 'body')).toEqual(['incomplete 梁']);
    expect(marks(state, 'headline')).toEqual(['missing \uFFFD']);
  });
});

describe('markAt', () => {
  const outer = { kind: 'supplied', from: 0, to: 9 } as const;
  const inner = { kind: 'missing', from: 3, to: 4 } as const;
  test('takes the narrowest', () => {
    expect(markAt([outer, inner], 3)).toBe(inner);
    expect(markAt([outer, inner], 6)).toBe(outer);
    expect(markAt([outer, inner], 10)).toBeNull();
  });
});

describe('follow', () => {
  const read = (state: Review) => readField(issue, state, article(state), 'body');
  test('the caret stays after its character', () => {
    const state = after({ kind: 'correct', span: { from: comma, to: comma + 1 }, text: '，，，' });
    const before = read(review);
    const at = before.text.indexOf('工作');
    expect(read(state).text.slice(follow(before, read(state), at) ?? 0)).toMatch(/^工作/);
  });

  test('at the start it stays before its character', () => expect(follow(read(review), read(review), 0)).toBe(0));

  test('without its characters it is lost', () => {
    const line = issue.text.indexOf('梁 说');
    const state = after({ kind: 'assign', span: { from: line, to: issue.text.length }, to: { outside: 'ad' } });
    const before = read(review);
    expect(follow(before, read(state), before.text.indexOf('说'))).toBeNull();
  });
});
