import { describe, expect, it } from 'vitest';
import { lineNumberIn } from './jump.ts';

describe('a line number', () => {
  it.each([
    ['57', 57],
    [' 57 ', 57],
    ['５７', 57],
    [':57', 57],
    ['#3', 3],
    ['0057', 57],
  ])('is read from %j', (typed, number) => expect(lineNumberIn(typed)).toBe(number));

  it.each(['', '0', '-3', '1.5', '57a', 'line 57', '五十七', '1e3', '1234567890', '5 7'])(
    'is not read from %j',
    (typed) => expect(lineNumberIn(typed)).toBeNull(),
  );
});
