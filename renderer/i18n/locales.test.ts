import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import en from '../../resources/locales/en.json';
import zh from '../../resources/locales/zh.json';
import { EXPORT_FORMATS, PROBLEM_KEYS } from '../../shared/contract/contract.ts';
import { editSchema } from '../../shared/edits/edit.ts';
import { ARTICLE_ROLES, OUTSIDE_ROLES } from '../../shared/model/roles.ts';
import { GROUPS } from '../commands/command.ts';
import { COMMANDS } from '../commands/table.ts';
import { FILTERS, PANES } from '../store/state.ts';
import { languageFor } from './i18n.ts';
import { sentenceOf } from './words.ts';

type Tree = { readonly [name: string]: string | Tree };

/** All sentences by path; `_one` and `_other` are forms of one key. */
function sentences(tree: Tree, path = ''): readonly (readonly [string, string])[] {
  return Object.entries(tree).flatMap(([name, value]) => {
    const key = path ? `${path}.${name}` : name;
    return typeof value === 'string' ? [[key, value] as const] : sentences(value, key);
  });
}
const PLURAL = /_(?:zero|one|two|few|many|other)$/;
const keysOf = (tree: Tree) => new Set(sentences(tree).map(([key]) => key.replace(PLURAL, '')));
const EN = keysOf(en);

describe('the locales', () => {
  it('have the same keys', () => {
    expect([...keysOf(zh)].sort()).toEqual([...EN].sort());
  });

  it('have no empty sentence', () => {
    for (const [key, words] of [...sentences(en), ...sentences(zh)]) expect(words.trim(), key).not.toBe('');
  });

  it('fill the same values in both languages', () => {
    const values = (words: string) => new Set([...words.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name));
    const chinese = new Map(sentences(zh).map(([key, words]) => [key.replace(PLURAL, ''), values(words)]));
    const missing = sentences(en).flatMap(([key, words]) => {
      const own = chinese.get(key.replace(PLURAL, ''));
      return [...values(words)].filter((name) => name !== 'count' && !own?.has(name)).map((name) => `${key}: ${name}`);
    });
    // A Chinese sentence may leave out where in the line an undone act was.
    expect(missing).toEqual([]);
  });

  it('have words for every row of the tables', () => {
    const kinds = editSchema.options.map((option) => option.shape.kind.value);
    const wanted = [
      ...COMMANDS.map(({ id }) => `command.${id}`),
      ...GROUPS.map((group) => `group.${group}`),
      ...PANES.map((pane) => `pane.${pane}`),
      ...FILTERS.map((filter) => `filter.${filter}`),
      ...[...ARTICLE_ROLES, ...OUTSIDE_ROLES].map((role) => `role.${role}`),
      ...PROBLEM_KEYS.map((key) => `problem.${key}`),
      ...EXPORT_FORMATS.map((format) => `format.${format}`),
      ...kinds.map((kind) => `act.${kind}`),
    ];
    expect(wanted.filter((key) => !EN.has(key))).toEqual([]);
  });

  it('have words for every key that the code names', () => {
    const root = join(import.meta.dirname, '..');
    const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
      (name) => /\.tsx?$/.test(name) && !/\.test\.|testing/.test(name),
    );
    const missing = files.flatMap((name) => {
      const code = readFileSync(join(root, name), 'utf8');
      const named = [
        ...code.matchAll(/\bt\(\s*'([^']+)'/g),
        ...code.matchAll(/\bkey: '([a-zA-Z]+\.[^']+)'/g),
        ...code.matchAll(/\bannounce: '([^']+)'/g),
      ];
      return named.flatMap(([, key = '']) => (EN.has(key) ? [] : [`${name}: ${key}`]));
    });
    expect(missing).toEqual([]);
  });
});

describe('the language', () => {
  it('is that of the address, then of the settings, then of the system', () => {
    expect(languageFor('zh', 'en', ['en-US'])).toBe('zh');
    expect(languageFor(null, 'zh', ['en-US'])).toBe('zh');
    expect(languageFor(null, 'auto', ['fr-FR', 'zh-TW', 'en'])).toBe('zh');
    expect(languageFor(null, 'auto', ['fr-FR'])).toBe('en');
    expect(languageFor('xx', 'auto', [])).toBe('en');
  });
});

describe('sentences', () => {
  it('take the words of values that are keys', () => {
    const t = (key: string | readonly string[], values = {}) => `${key}${JSON.stringify(values)}`;
    expect(sentenceOf(t, { key: 'done.role', values: { role: 'ad', lines: 2 } })).toBe(
      'done.role{"role":"role.ad{}","lines":2}',
    );
  });
});
