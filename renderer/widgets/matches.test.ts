import { describe, expect, it } from 'vitest';
import { matches } from './matches.ts';

describe('what is typed into a picker', () => {
  it('finds all its words, in any order and case', () => {
    expect(matches('3 全市妇女工作会召开 记者 冯海砚', '妇女')).toBe(true);
    expect(matches('Merge with the next Boundaries', 'next MERGE')).toBe(true);
    expect(matches('Merge with the next', '')).toBe(true);
  });

  it('finds nothing when one word is not there', () => {
    expect(matches('Merge with the next', 'merge previous')).toBe(false);
  });

  it('takes signs as they are', () => {
    expect(matches('Why?', '?')).toBe(true);
    expect(matches('Why', '.*')).toBe(false);
  });
});
