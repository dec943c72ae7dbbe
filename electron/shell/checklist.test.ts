/** docs/security.md says which test asserts each item: each is there, and the item that is a matter of source is kept. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
const PAGE = readFileSync(join(ROOT, 'docs/security.md'), 'utf8');
const rows = PAGE.split('\n')
  .filter((line) => line.startsWith('| ') && !/^\| (-|#|item)/.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map((cells) => ({ item: cells[1] ?? '', test: cells.at(-2) ?? '' }));

describe('docs/security.md', () => {
  test("has Electron's 20 items", () => {
    expect(rows.map(({ item }) => Number(item)).filter((n) => !Number.isNaN(n))).toEqual(
      Array.from({ length: 20 }, (_, i) => i + 1),
    );
  });

  test.each(rows)('$item: $test', ({ item, test: named }) => {
    if (named === '*not run*') return expect(item).toBe('16');
    expect(named).toMatch(/\.(test|spec)\.ts$/);
    expect(existsSync(join(ROOT, named)), named).toBe(true);
  });

  test('items 1 to 20 are named in the tests of the shell that they are said to be in', () => {
    const inShell = rows.filter(({ item, test: named }) => Number(item) < 15 && named.startsWith('electron/shell/'));
    for (const { item, test: named } of inShell)
      expect(readFileSync(join(ROOT, named), 'utf8'), `${item} in ${named}`).toMatch(
        new RegExp(`['"\`](\\d+, )*${item}(, \\d+)*:`),
      );
  });
});

test('15: nothing is opened outside', () => {
  const sources = ['electron', 'renderer', 'shared'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /(?<!\.test)\.tsx?$/.test(name) && !name.includes('testing'))
      .map((name) => join(ROOT, folder, name)),
  );
  expect(sources.length).toBeGreaterThan(200);
  expect(sources.filter((path) => /openExternal|shell\.openPath|<webview/.test(readFileSync(path, 'utf8')))).toEqual(
    [],
  );
});
