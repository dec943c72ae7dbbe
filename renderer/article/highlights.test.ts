import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { HIGHLIGHT_NAMES } from './highlights.ts';

test('the style sheet draws every kind of mark, and no other', () => {
  const css = readFileSync(new URL('./article.css', import.meta.url), 'utf8');
  const drawn = [...css.matchAll(/::highlight\(([^)]+)\)/g)].map(([, name]) => name);
  expect(drawn.sort()).toEqual([...HIGHLIGHT_NAMES].sort());
});
