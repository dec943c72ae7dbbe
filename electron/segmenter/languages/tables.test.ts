import { describe, expect, it } from 'vitest';
import type { PageTable } from './page-table.ts';
import { countSmallWords } from './tables.ts';

function counted(text: string): { readonly [language: string]: number } {
  const counts = new Map<PageTable, number>();
  countSmallWords(text, counts);
  return Object.fromEntries([...counts].map(([{ language }, count]) => [language, count]));
}

describe('the small words of a text', () => {
  it.each([
    ['The council voted THE harbour shall', 'en', 2],
    ['le conseil, dans les crédits', 'fr', 2],
    ['und', 'de', 1],
    ['(und)und—und', 'de', 3],
    // A letter of two units is a letter, a sign of two parts words.
    ['the𐐀 the😀the', 'en', 2],
  ])('%s has some of %s: %i', (text, language, count) => expect(counted(text)[language]).toBe(count));

  it.each(['', '全市妇女工作会', 'undund thethe', 'Thé', '1977'])('%s has none', (text) =>
    expect(counted(text)).toEqual({}),
  );
});
