import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Rising } from './rising.ts';

it('numbers stand in rising order, whatever came before they were cleared', () => {
  const rising = new Rising();
  fc.assert(
    fc.property(fc.array(fc.double({ noNaN: true }), { maxLength: 80 }), (numbers) => {
      rising.clear();
      for (const number of numbers) rising.add(number);
      const sorted = [...numbers].sort((a, b) => a - b);
      expect(rising.size).toBe(numbers.length);
      expect(sorted.map((_, rank) => rising.at(rank) === sorted[rank])).toEqual(sorted.map(() => true));
      expect([rising.at(-1), rising.at(numbers.length)]).toEqual([0, 0]);
    }),
  );
});
