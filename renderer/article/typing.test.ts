import { expect, test } from 'vitest';
import { type SpliceKind, typingGroups } from './typing.ts';

function typist() {
  let group = 0;
  let seq = 0;
  const groups = typingGroups(() => ++group);
  return {
    types: (key: string, now: number, kind?: SpliceKind) => {
      const found = groups.groupFor(key, seq, now, kind);
      groups.made(++seq);
      return found;
    },
    somethingElse: () => {
      seq++;
    },
  };
}

test('letters without a pause are one step', () => {
  const { types } = typist();
  expect([types('body', 0), types('body', 900), types('body', 1800)]).toEqual([1, 1, 1]);
});

test('a pause begins a new step', () => {
  const { types } = typist();
  expect([types('body', 0), types('body', 1000)]).toEqual([1, 2]);
});

test('another field begins a new step, and so does coming back', () => {
  const { types } = typist();
  expect([types('headline', 0), types('body', 10), types('headline', 20)]).toEqual([1, 2, 3]);
});

test('an edit or an undo in between begins a new step', () => {
  const { types, somethingElse } = typist();
  expect(types('body', 0)).toBe(1);
  somethingElse();
  expect(types('body', 10)).toBe(2);
});

test('what is pasted stands alone, before and after', () => {
  const { types } = typist();
  expect([types('body', 0), types('body', 10, 'pasted'), types('body', 20)]).toEqual([1, 2, 3]);
});

test('what is deleted at one stroke begins a step; letters typed in its place belong to it', () => {
  const { types } = typist();
  expect([types('body', 0), types('body', 10, 'deletion'), types('body', 20)]).toEqual([1, 2, 2]);
});
