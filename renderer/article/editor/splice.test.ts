import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applySplice, carry, insidePair, rebase, spliceOf } from './splice.ts';

describe('spliceOf', () => {
  test('equal texts have none', () => expect(spliceOf('吕梁', '吕梁')).toBeNull());

  test.each([
    ['typed at the end', '吕梁', '吕梁市', 3, { at: 2, del: 0, ins: '市' }],
    ['typed at the start', '梁', '吕梁', 1, { at: 0, del: 0, ins: '吕' }],
    ['deleted', 'abc', 'ac', 1, { at: 1, del: 1, ins: '' }],
    ['replaced', 'abc', 'aXc', 2, { at: 1, del: 1, ins: 'X' }],
    ['all deleted', 'abc', '', 0, { at: 0, del: 3, ins: '' }],
    ['a paragraph end', 'ab', 'a\nb', 2, { at: 1, del: 0, ins: '\n' }],
    ['a paragraph end taken away', 'a\nb', 'ab', 1, { at: 1, del: 1, ins: '' }],
  ])('%s', (_, before, after, caret, splice) => expect(spliceOf(before, after, caret)).toEqual(splice));

  test('among equal letters the caret says where', () => {
    expect(spliceOf('aaaa', 'aaaaa', 1)).toEqual({ at: 0, del: 0, ins: 'a' });
    expect(spliceOf('aaaa', 'aaaaa', 3)).toEqual({ at: 2, del: 0, ins: 'a' });
    expect(spliceOf('aaaa', 'aaa', 2)).toEqual({ at: 2, del: 1, ins: '' });
  });

  test('a change far from the caret is still minimal', () => {
    expect(spliceOf('x middle end', 'y middle end', 12)).toEqual({ at: 0, del: 1, ins: 'y' });
    expect(spliceOf('start middle x', 'start middle y', 0)).toEqual({ at: 13, del: 1, ins: 'y' });
  });

  test('a surrogate pair is never cut', () => {
    // 𠮷 is d842 dfb7, 𠮸 is d842 dfb8: they share their first half; 𡮷 (d846 dfb7) shares the second.
    expect(spliceOf('a𠮷b', 'a𠮸b', 3)).toEqual({ at: 1, del: 2, ins: '𠮸' });
    expect(spliceOf('a𠮷b', 'a𡮷b', 3)).toEqual({ at: 1, del: 2, ins: '𡮷' });
    expect(spliceOf('𠮷𠮷', '𠮷', 2)).toEqual({ at: 2, del: 2, ins: '' });
    expect(spliceOf('𠮷𠮷', '𠮷', 0)).toEqual({ at: 0, del: 2, ins: '' });
  });
});

/** Few letters, so that repeats and shared halves of pairs are common. */
const text = fc
  .array(fc.constantFrom('a', 'b', '吕', '\n', '𠮷', '𠮸', '𡮷'), { maxLength: 12 })
  .map((s) => s.join(''));
const cuts = (s: string): number[] => [...Array(s.length + 1).keys()].filter((i) => !insidePair(s, i));
const spliceIn = (s: string) =>
  fc
    .tuple(fc.constantFrom(...cuts(s)), fc.constantFrom(...cuts(s)), text)
    .map(([a, b, ins]) => ({ at: Math.min(a, b), del: Math.abs(a - b), ins }));

describe('laws', () => {
  test('the splice makes the one text from the other and cuts no pair', () => {
    fc.assert(
      fc.property(text, text, fc.nat(24), (before, after, caret) => {
        const splice = spliceOf(before, after, Math.min(caret, after.length));
        if (splice === null) return before === after;
        expect(applySplice(before, splice)).toBe(after);
        expect(insidePair(before, splice.at)).toBe(false);
        expect(insidePair(before, splice.at + splice.del)).toBe(false);
        expect(insidePair(after, splice.at + splice.ins.length)).toBe(false);
        return true;
      }),
    );
  });

  test('typing is found where it was typed', () => {
    fc.assert(
      fc.property(
        text.chain((s) => fc.tuple(fc.constant(s), fc.constantFrom(...cuts(s)), text)),
        ([before, at, ins]) => {
          fc.pre(ins !== '');
          const after = applySplice(before, { at, del: 0, ins });
          const found = spliceOf(before, after, at + ins.length);
          expect(found?.del).toBe(0);
          expect(found?.at).toBe(at);
        },
      ),
    );
  });

  test('an index outside the splice keeps its character', () => {
    fc.assert(
      fc.property(
        text.chain((s) => fc.tuple(fc.constant(s), spliceIn(s))),
        ([before, splice]) => {
          const after = applySplice(before, splice);
          for (let i = 0; i < splice.at; i++) expect(after[carry(i, splice)]).toBe(before[i]);
          for (let i = splice.at + splice.del; i < before.length; i++)
            expect(after[i - splice.del + splice.ins.length]).toBe(before[i]);
          expect(carry(before.length, splice)).toBe(
            splice.at === before.length && splice.del === 0 ? before.length : after.length,
          );
        },
      ),
    );
  });

  test('rebased splices stay within the text and keep what was typed', () => {
    fc.assert(
      fc.property(
        text.chain((s) => fc.tuple(fc.constant(s), spliceIn(s), spliceIn(s))),
        ([before, mine, theirs]) => {
          const theirText = applySplice(before, theirs);
          const moved = rebase(mine, theirs);
          expect(moved.at).toBeGreaterThanOrEqual(0);
          expect(moved.at + moved.del).toBeLessThanOrEqual(theirText.length);
          expect(applySplice(theirText, moved)).toContain(mine.ins);
        },
      ),
    );
  });
});
