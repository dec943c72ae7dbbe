import { describe, expect, it } from 'vitest';
import { furniturePrior } from './priors.ts';

describe('what rarely comes and is always so', () => {
  it.each([
    'Bridge......................................2C',
    'Boston ............... 77',
    'Deaths . . . . . . . 3B',
    '天气·······8版',
  ])('leaders are no text: %s', (text) => expect(furniturePrior(text)).toBeGreaterThan(2));

  it.each(['115', '1o6', '· 3 ·', '12 14'])('numbers alone are none: %s', (text) =>
    expect(furniturePrior(text)).toBeGreaterThan(0),
  );

  it.each([
    'He said: “Well ...”',
    '他说：“那就……”',
    'Philadelphia 83, Boston 77 after extra time',
    '2011年11月',
    'Oil',
    '1977 was a good year',
    'll',
  ])('this may be text: %s', (text) => expect(furniturePrior(text)).toBe(0));
});
