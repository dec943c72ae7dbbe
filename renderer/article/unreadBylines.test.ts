import { expect, test } from 'vitest';
import type { Article } from '../../shared/model/review.ts';
import { page } from '../testing/page.ts';
import { unreadBylines } from './unreadBylines.ts';

const { issue, review } = page(`
  a1 headline  春天
  a1 byline    本报特约
  a1 byline      撰稿
  a1 body      天气好。
`);
const article = review.articles[0] as Article; // the page has one

test('a byline without a credit is shown as printed', () => {
  const from = issue.text.indexOf('本报');
  expect(unreadBylines(issue, article)).toEqual([
    { role: '', name: '本报特约 撰稿', span: { from, to: issue.text.indexOf('撰稿') + 2 } },
  ]);
});

test('one in which a credit was found is not', () => {
  const from = issue.text.indexOf('撰稿');
  const credits = [{ role: '作者', name: '撰稿', span: { from, to: from + 2 } }];
  expect(unreadBylines(issue, { ...article, credits })).toEqual([]);
});

test('a credit elsewhere does not count', () => {
  const credits = [{ role: '作者', name: '春天', span: { from: 0, to: 2 } }];
  expect(unreadBylines(issue, { ...article, credits })).toHaveLength(1);
});
