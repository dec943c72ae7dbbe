/** docs/security.md says which test asserts each item: each is there and names its item, and the item that is a matter of source is kept. */
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

  test.each(rows)('$item: $test', ({ test: named }) => {
    expect(named).toMatch(/\.(test|spec)\.(ts|mjs)$/);
    expect(existsSync(join(ROOT, named)), named).toBe(true);
  });

  test.each(rows.filter(({ item }) => /^\d+$/.test(item)))('$item is named in $test', ({ item, test: named }) => {
    const title = new RegExp(`(test|describe)(\\.each\\([^\\n]*\\))?\\(\\s*['"\`](\\d+, )*${item}(, \\d+)*: `);
    // Titles of tests that run over a table stand after the table.
    const inTable = new RegExp(`\\)\\(\\s*['"\`](\\d+, )*${item}(, \\d+)*: `);
    const source = readFileSync(join(ROOT, named), 'utf8');
    expect(title.test(source) || inTable.test(source)).toBe(true);
  });

  test('what only the binary can show is written for each item that says so', () => {
    const spec = readFileSync(join(ROOT, 'e2e/electron.spec.ts'), 'utf8');
    const named = [...spec.matchAll(/^test\('([\d, ]+): /gm)].flatMap(([, items = '']) => items.split(', '));
    const said = /With the binary \(`e2e\/electron\.spec\.ts`\): ([\d, ]+)\./.exec(PAGE)?.[1]?.split(', ') ?? [];
    expect(new Set(named)).toEqual(new Set(said));
    expect(said.length).toBeGreaterThan(10);
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
