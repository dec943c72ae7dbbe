import { describe, expect, it } from 'vitest';
import { LONGEST, scaleOf, scrollFor, topOf, topToShow, windowAt } from './scrolling.ts';

describe('scrolling', () => {
  it('is pixel for pixel in lists that are not too long', () => {
    const scale = scaleOf(200_000, 24, 800);
    expect([scale.shown, topOf(scale, 12_345), scrollFor(scale, 12_345)]).toEqual([4_800_000, 12_345, 12_345]);
  });

  it('reaches both ends of a list of 50 million rows, and every row between', () => {
    const scale = scaleOf(50_000_000, 24, 800);
    expect(scale.shown).toBe(LONGEST);
    expect(topOf(scale, 0)).toBe(0);
    expect(topOf(scale, LONGEST - 800)).toBe(50_000_000 * 24 - 800);
    expect(topOf(scale, scrollFor(scale, 1_000_000_000))).toBeCloseTo(1_000_000_000, 3);
  });

  it('does not scroll past the ends', () => {
    const scale = scaleOf(100, 24, 800);
    expect(scrollFor(scale, -50)).toBe(0);
    expect(scrollFor(scale, 99_999)).toBe(1600);
    expect(scrollFor(scaleOf(3, 24, 800), 10)).toBe(0);
  });

  it('draws more than is visible, in steps', () => {
    const at = (top: number) => windowAt(top, 240, 24, 1000);
    expect(at(2400)).toEqual({ first: 92, end: 120 });
    expect(at(2430)).toEqual(at(2405));
    expect(at(0)).toEqual({ first: 0, end: 28 });
    expect(at(23_900)).toEqual({ first: 972, end: 1000 });
    expect(windowAt(0, 240, 24, 7)).toEqual({ first: 0, end: 7 });
    for (let top = 0; top <= 1000 * 24 - 240; top += 37) {
      const { first, end } = at(top);
      expect(first * 24).toBeLessThanOrEqual(top);
      expect(end * 24).toBeGreaterThanOrEqual(top + 240);
    }
  });

  it('moves just far enough for a near row, to the middle for a far one, not at all for a visible one', () => {
    expect(topToShow(240, 480, 24, 14, 14)).toBe(240);
    expect(topToShow(240, 480, 24, 29, 29)).toBe(288);
    expect(topToShow(240, 480, 24, 10, 10)).toBe(192);
    expect(topToShow(0, 480, 24, 500, 500)).toBe(500 * 24 + 12 - 240);
    expect(topToShow(0, 480, 24, 100, 200)).toBe(98 * 24);
  });
});
