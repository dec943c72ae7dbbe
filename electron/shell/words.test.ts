import { describe, expect, test } from 'vitest';
import { languageOf, wordsFrom } from './words.ts';

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

describe('the language', () => {
  test.each([
    ['zh', ['en-US'], 'zh'],
    ['en', ['zh-CN'], 'en'],
    ['auto', ['zh-Hans-CN', 'en'], 'zh'],
    ['auto', ['fr-FR', 'zh_TW', 'en'], 'zh'],
    ['auto', ['en-GB', 'zh'], 'en'],
    ['auto', ['fr', 'de'], 'en'],
    ['auto', [], 'en'],
    ['', ['zho'], 'en'],
  ] as const)('set to %j on a system of %j', (setting, system, language) => {
    expect(languageOf(setting, system)).toBe(language);
  });
});
