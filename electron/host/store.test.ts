import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openStore } from './store.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'galley-store-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('what is set is there at the next start', () => {
  openStore(folder).set('settings', { theme: 'dark', keys: { 'review.undo': 'Mod-Z' } });
  expect(openStore(folder).get('settings')).toEqual({ theme: 'dark', keys: { 'review.undo': 'Mod-Z' } });
});

test('the folder is made when it is missing', () => {
  const deeper = join(folder, 'not', 'yet');
  openStore(deeper).set('a', 1);
  expect(openStore(deeper).get('a')).toBe(1);
});

test('a dot in a key is part of its name', () => {
  const store = openStore(folder);
  store.set('a.b', 1);
  expect(store.get('a')).toBeUndefined();
  expect(openStore(folder).get('a.b')).toBe(1);
});

test.each(['{"theme": "da', '', 'not json', '\0\0\0\0'])(
  'a damaged file (%j) is set aside and the start goes on',
  (damaged) => {
    writeFileSync(join(folder, 'config.json'), damaged);
    const store = openStore(folder);
    expect(store.get('theme')).toBeUndefined();
    store.set('theme', 'light');
    const aside = readdirSync(folder).find((name) => name.includes('damaged'));
    expect(readFileSync(join(folder, aside ?? ''), 'utf8')).toBe(damaged);
    expect(openStore(folder).get('theme')).toBe('light');
  },
);

test('a fault that is no damage is told, and nothing is renamed', () => {
  writeFileSync(join(folder, 'file'), ''); // where a folder would have to be
  expect(() => openStore(join(folder, 'file'))).toThrow();
  expect(readdirSync(folder)).toEqual(['file']);
});
