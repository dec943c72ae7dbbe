import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byCharacter, characterClass, firstCode, lastCode } from './characters.ts';

const LETTER = /\p{L}/u;

describe('a class of characters', () => {
  it('is what its expression says, at the first and at the second time', () => {
    const isLetter = characterClass(LETTER);
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        for (const character of text) {
          const code = character.codePointAt(0) ?? 0;
          expect([isLetter(code), isLetter(code)]).toEqual([LETTER.test(character), LETTER.test(character)]);
        }
      }),
    );
  });

  it.each([
    ['𠀀', 0x20000, true],
    ['😀', 0x1f600, false],
    ['half a pair', 0xd840, false],
    ['the last unit', 0xffff, false],
    ['nothing', 0, false],
  ])('knows %s', (_, code, expected) => expect(characterClass(LETTER)(code)).toBe(expected));
});

it('an answer of 0 and one of 254 are kept as they are', () => {
  let asked = 0;
  const answer = byCharacter((character) => {
    asked++;
    return character === 'a' ? 0 : 254;
  });
  expect([0x61, 0x62, 0x61, 0x62].map(answer)).toEqual([0, 254, 0, 254]);
  expect(asked).toBe(2);
});

describe('the code points at the ends of a text', () => {
  it.each([
    ['', 0, 0],
    ['ab', 0x61, 0x62],
    ['𠀀', 0x20000, 0x20000],
    ['a😀', 0x61, 0x1f600],
    ['\udc00', 0xdc00, 0xdc00],
    ['a\udc00', 0x61, 0xdc00],
    ['\ud840', 0xd840, 0xd840],
    ['\ud840a', 0xd840, 0x61],
  ])('of %j', (text, first, last) => expect([firstCode(text), lastCode(text)]).toEqual([first, last]));
});
