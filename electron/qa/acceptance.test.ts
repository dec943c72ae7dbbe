import { describe, expect, it } from 'vitest';
import { judged, LIMITS, planFor, upperBound } from './acceptance.ts';

describe('ISO 2859-1, single sampling, normal inspection, level II', () => {
  // Rows of table 2-A as printed.
  it.each([
    [1000, 1, 'J', 80, 2],
    [1000, 0.15, 'J', 80, 0],
    [1000, 0.65, 'J', 80, 1],
    [500, 1, 'H', 50, 1],
    [500, 2.5, 'H', 50, 3],
    [500, 10, 'H', 50, 10],
    [3000, 1, 'K', 125, 3],
    [10_000, 1, 'L', 200, 5],
    [10_000, 4, 'L', 200, 14],
    [35_000, 0.4, 'M', 315, 3],
    [100, 6.5, 'F', 20, 3],
    [20, 2.5, 'C', 5, 0],
  ] as const)(
    'a batch of %d at %d %% is looked at by letter %s: %d articles, %d may be wrong',
    (batch, limit, letter, size, accept) => {
      expect(planFor(batch, limit)).toMatchObject({ letter, size, accept });
    },
  );

  it('follows the arrows to another sample size', () => {
    // J at 0.25: arrow up to H, 50 and 0. J at 0.40: arrow down to K, 125 and 1.
    expect(planFor(1000, 0.25)).toMatchObject({ letter: 'H', size: 50, accept: 0 });
    expect(planFor(1000, 0.4)).toMatchObject({ letter: 'K', size: 125, accept: 1 });
    // A at 1.0: down to E, 13 and 0: more than the batch, so all of it.
    expect(planFor(5, 1)).toMatchObject({ letter: 'E', size: 5, accept: 0, whole: true });
  });

  it('has a plan for every batch and limit, and never asks for more than there is', () => {
    for (const limit of LIMITS)
      for (const batch of [1, 2, 8, 9, 50, 281, 1201, 35_001, 500_001, 10_000_000]) {
        const plan = planFor(batch, limit);
        expect(plan.size).toBeGreaterThan(0);
        expect(plan.size).toBeLessThanOrEqual(batch);
        expect(plan.accept).toBeGreaterThanOrEqual(0);
        expect(plan.accept).toBeLessThan(plan.size);
      }
  });
});

describe('a judged sample', () => {
  it('passes up to the acceptance number', () => {
    const plan = planFor(1000, 1);
    expect(judged(plan, 2).passed).toBe(true);
    expect(judged(plan, 3).passed).toBe(false);
  });

  it('bounds the share of wrong articles: none of n means less than about 3/n', () => {
    expect(upperBound(0, 100)).toBeCloseTo(1 - 0.05 ** (1 / 100), 8);
    expect(upperBound(0, 300)).toBeLessThan(3 / 300);
    // Clopper and Pearson, one-sided 95 %: 2 of 80.
    expect(upperBound(2, 80)).toBeCloseTo(0.0767, 3);
    expect(upperBound(5, 5)).toBe(1);
  });
});
