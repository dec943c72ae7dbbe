import { expect, it } from 'vitest';
import { choiceOf, countOf, EVERYTHING, isSelected, NOTHING, only, toggled, withMore } from './selection.ts';

it('selects some, or all less some', () => {
  const some = withMore(toggled(only([1, 2]), 1), [5]);
  expect([1, 2, 5].map((id) => isSelected(some, id))).toEqual([false, true, true]);
  expect(countOf(some, 100)).toBe(2);
  const most = toggled(EVERYTHING, 7);
  expect([7, 8].map((id) => isSelected(most, id))).toEqual([false, true]);
  expect(countOf(most, 100)).toBe(99);
  expect(countOf(withMore(most, [7]), 100)).toBe(100);
});

it('tells the desk what is chosen; nothing selected means the whole view', () => {
  expect(choiceOf(only([3]), { doubts: true })).toEqual({ issues: [3] });
  expect(choiceOf(NOTHING, { doubts: true })).toEqual({ filter: { doubts: true }, except: [] });
  expect(choiceOf(toggled(EVERYTHING, 7), {})).toEqual({ filter: {}, except: [7] });
});
