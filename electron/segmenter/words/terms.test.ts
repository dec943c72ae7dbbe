import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Terms } from './terms.ts';

/** The terms of a line of a fresh issue: numbers in the order in which they first come. */
const termsOf = (text: string) => new Terms().of(text);

describe('the terms of a line', () => {
  it.each([
    ['a pair for each two Chinese characters', '妇女工作会', [0, 1, 2, 3]],
    ['the same pair again', '妇女妇女', [0, 1, 0]],
    ['none over a mark', '妇女，工作', [0, 1]],
    ['none of one character', '妇', []],
    ['inflected words as one', 'government Governments governed', [0, 0, 0]],
    ['no short words', 'of to in the', [0]],
    ['numbers, however short', '7 1,987.50 7.', [0, 1, 0]],
    ['words with marks', 'café cafe\u0301 cafe', [0, 1, 2]],
    ['a letter before characters as one word', 'A股市场 A股市场', [0, 0]],
    ['pairs over digits never', '3月30日', [0, 1]],
    ['characters of two units', '𠀀𠀁', [0, 1, 2]],
  ])('are %s: %s', (_, text, terms) => expect(termsOf(text)).toEqual(terms));

  /** As an expression tells words. */
  const PART =
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]+|[\p{L}\p{M}]+|\d[\d.,]*\d|\d/gu;

  it('are those of the parts that an expression finds, whatever the text', () => {
    const character = fc.constantFrom(...'妇女々〇ァ가aBéß\u0301ο1２9.,、 -—𠀀😀\ud800\n');
    fc.assert(
      fc.property(fc.string({ unit: character }), (text) => {
        const [whole, parts] = [new Terms(), new Terms()];
        expect(whole.of(text)).toEqual((text.match(PART) ?? []).flatMap((part) => parts.of(part)));
        expect(whole.size).toBe(parts.size);
      }),
    );
  });
});
