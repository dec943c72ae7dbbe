import { expect, test } from 'vitest';
import { createRateLimit } from './rate.ts';

test('a burst passes, then as many as the rate refills', () => {
  let now = 0;
  const may = createRateLimit({ burst: 5, perSecond: 10 }, () => now);
  const passed = (tries: number) => Array.from({ length: tries }, may).filter(Boolean).length;
  expect(passed(20)).toBe(5);
  now = 250;
  expect(passed(20)).toBe(2);
  now = 1_000_000;
  expect(passed(20)).toBe(5); // what was not used does not pile up
});

test('a second of less than one gives nothing early', () => {
  let now = 0;
  const may = createRateLimit({ burst: 1, perSecond: 1 }, () => now);
  expect(may()).toBe(true);
  now = 999;
  expect(may()).toBe(false);
  now = 1001;
  expect(may()).toBe(true);
});
