import { expect, test } from 'vitest';
import { languageOf } from './language.ts';

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
