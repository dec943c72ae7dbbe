import { describe, expect, test } from 'vitest';
import { wordsFrom } from './words.ts';

describe('words', () => {
  const zh = { menu: { file: '文件' }, command: { 'review.undo': '撤销' } };
  const en = { menu: { file: 'File', edit: 'Edit' }, command: { review: { undo: 'Undo' } }, 'a.b.c': 'flat' };
  const words = wordsFrom(zh, en);
  test.each([
    ['menu.file', '文件'],
    ['menu.edit', 'Edit'],
    ['command.review.undo', '撤销'],
    ['a.b.c', 'flat'],
    ['menu.none', 'menu.none'],
    ['menu', 'menu'], // a group is no sentence
    ['constructor', 'constructor'],
    ['menu.toString', 'menu.toString'],
  ])('%s', (path, sentence) => expect(words(path)).toBe(sentence));
});
