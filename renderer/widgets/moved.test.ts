import { expect, it } from 'vitest';
import { moved } from './moved.ts';

it.each([
  [0, 1, 'bac'],
  [2, 0, 'cab'],
  [0, 2, 'bca'],
  [1, 1, 'abc'],
  // Where there is no such place nothing moves.
  [0, -1, 'abc'],
  [2, 3, 'abc'],
  [3, 0, 'abc'],
  [-1, 0, 'abc'],
])('from %i to %i', (from, to, after) => {
  expect(moved([...'abc'], from, to).join('')).toBe(after);
});
