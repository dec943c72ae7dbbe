import { describe, expect, it } from 'vitest';
import type { Features } from './features.ts';
import { styleOf } from './style.ts';

const INSIDE: Features = {
  end: 0,
  room: 0,
  nextRoom: 0,
  indent: 0,
  spread: false,
  blank: false,
  gap: false,
  runsOn: false,
  carriesOn: false,
  list: false,
  cjk: false,
};
/** The last line of a paragraph is short. */
const END: Features = { ...INSIDE, end: 1, room: 5 };
const withGap = (seam: Features): Features => ({ ...seam, blank: true, gap: true });
const seams = (...counted: readonly (readonly [number, Features])[]) =>
  counted.flatMap(([count, seam]) => Array.from({ length: count }, () => seam));

describe('how an issue shows its paragraphs', () => {
  it('by blank lines, where most paragraphs end at one', () =>
    expect(styleOf(seams([60, INSIDE], [18, withGap(END)], [2, END])).gaps).toBe(true));

  it('not by the few blank lines that extraction left in text that has none elsewhere', () =>
    expect(styleOf(seams([60, INSIDE], [12, withGap(END)], [40, END])).gaps).toBe(false));

  it('not by blank lines in mid-sentence', () =>
    expect(styleOf(seams([60, INSIDE], [30, withGap(INSIDE)], [10, withGap(END)])).gaps).toBe(false));

  it('by indents, where most lines behind a paragraph’s end have one', () => {
    const indented = { ...END, indent: 2 };
    expect(styleOf(seams([60, INSIDE], [8, indented], [2, END])).indents).toBe(true);
    expect(styleOf(seams([60, INSIDE], [2, indented], [8, END])).indents).toBe(false);
    expect(styleOf(seams([60, INSIDE], [3, indented])).indents).toBe(false);
  });
});
