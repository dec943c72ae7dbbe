import { describe, expect, test } from 'vitest';
import { isEquivalent, paragraphAt, withoutEmptyParagraphs } from './leniency.ts';

describe('isEquivalent', () => {
  test.each([
    ['一\n二', '一\n二'],
    ['一\n\n二', '一\n二'],
    ['一\n二\n', '一\n二'],
    ['\n一', '一'],
    ['one ', 'one'],
    ['one\n two', 'one\ntwo'],
    ['\n', ''],
  ])('%j is as good as %j', (a, b) => expect(isEquivalent(a, b)).toBe(true));

  test.each([
    ['一\n二', '一二'],
    ['a  b', 'a b'],
    ['ab', 'a b'],
    ['一\n二', '二\n一'],
    ['', '一'],
  ])('%j is not %j', (a, b) => expect(isEquivalent(a, b)).toBe(false));
});

describe('withoutEmptyParagraphs', () => {
  test.each([
    // ‸ is the caret
    ['一‸\n二', '一‸\n二'],
    ['一\n‸\n二', '一\n‸二'],
    ['一\n\n二‸', '一\n二‸'],
    ['\n\n一‸', '一‸'],
    ['一\n‸', '一‸'],
    ['‸\n', '‸'],
    ['一\n字‸\n\n二', '一\n字‸\n二'],
  ])('%j gives %j', (before, after) => {
    const caret = before.indexOf('‸');
    const { text, caret: at } = withoutEmptyParagraphs(before.replace('‸', ''), caret);
    expect(`${text.slice(0, at)}‸${text.slice(at)}`).toBe(after);
  });
});

test('paragraphAt counts paragraph ends before the index', () => {
  expect([0, 1, 2, 3].map((at) => paragraphAt('a\nb', at))).toEqual([0, 0, 1, 1]);
});
