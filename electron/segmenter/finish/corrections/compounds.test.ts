import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { vocabularyOf } from './compounds.ts';

const counted = (text: string) => {
  const { words, compounds } = vocabularyOf(text);
  return { words: Object.fromEntries(words), compounds: Object.fromEntries(compounds) };
};

describe('the words of a text', () => {
  it('are counted in small letters, compounds apart', () =>
    expect(counted('The oil-dependent the Oil- and-or,to')).toEqual({
      words: { the: 2, oil: 1 },
      compounds: { 'oil-dependent': 1, 'and-or': 1 },
    }));

  it.each(['', 'of to', '1977', 'a—b', '-', '--', 'é'])('are none of three letters in %j', (text) =>
    expect(counted(text)).toEqual({ words: {}, compounds: {} }),
  );

  /** As an expression tells words. */
  const WORD = /\p{L}+(?:-\p{L}+)*/gu;

  it('are those that an expression finds, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'abÉ妇𠀀😀\ud800-- ’1\u0301') }), (text) => {
        const words = (text.match(WORD) ?? []).filter((word) => word.length >= 3);
        const { words: plain, compounds } = vocabularyOf(text);
        expect([...plain.values(), ...compounds.values()].reduce((sum, n) => sum + n, 0)).toBe(words.length);
        for (const word of words) expect((word.includes('-') ? compounds : plain).has(word.toLowerCase())).toBe(true);
      }),
    );
  });
});
