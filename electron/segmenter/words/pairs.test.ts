import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Pairs } from './pairs.ts';

describe('numbers of pairs', () => {
  it('are those that were given last, however many there are', () => {
    const unit = fc.integer({ min: 0, max: 0xffff });
    const few = fc.integer({ min: 0x4e00, max: 0x4e30 });
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.oneof(unit, few), fc.oneof(unit, few)), { maxLength: 3000 }), (given) => {
        const pairs = new Pairs();
        const map = new Map<string, number>();
        given.forEach(([a, b], k) => {
          expect(pairs.get(a, b)).toBe(map.get(`${a} ${b}`) ?? 0);
          pairs.set(a, b, k + 1);
          map.set(`${a} ${b}`, k + 1);
        });
        for (const [a, b] of given) expect(pairs.get(a, b)).toBe(map.get(`${a} ${b}`));
      }),
      { numRuns: 30 },
    );
  });

  it('tell a pair from the same the other way round, and from none', () => {
    const pairs = new Pairs();
    pairs.set(0, 0, 1);
    pairs.set(0x4e00, 0x4e8c, 2);
    expect([pairs.get(0, 0), pairs.get(0x4e00, 0x4e8c), pairs.get(0x4e8c, 0x4e00)]).toEqual([1, 2, 0]);
  });

  it('count', () => {
    const pairs = new Pairs();
    for (let k = 0; k < 7; k++) pairs.count(70_000, k % 2);
    expect([pairs.get(70_000, 0), pairs.get(70_000, 1), pairs.get(70_000, 2)]).toEqual([4, 3, 0]);
  });

  it('of 5000 pairs are all kept', () => {
    const pairs = new Pairs();
    for (let k = 0; k < 5000; k++) pairs.set(k % 71, k, k + 1);
    expect(Array.from({ length: 5000 }, (_, k) => pairs.get(k % 71, k))).toEqual(
      Array.from({ length: 5000 }, (_, k) => k + 1),
    );
  });
});
