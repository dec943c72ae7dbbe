import { describe, expect, it } from 'vitest';
import type { Layout } from '../../shared/model/layout.ts';
import { offsetAtPoint, outlinesOn, pageAt, pageCount, pictureOf, ZOOMS, zoomBy } from './view.ts';

const TEXT = 'one\ntwo\n\fthree\n\f';

const LAYOUT: Layout = {
  pages: [
    { from: 0, to: 8, width: 200, height: 400, unit: 'pixel' },
    { from: 9, to: 15, width: 0, height: 0, unit: 'pixel' },
  ],
  lines: [
    { from: 0, to: 3, page: 0, box: { x: 20, y: 40, width: 60, height: 10 }, words: [] },
    { from: 4, to: 7, page: 0, box: { x: 20, y: 60, width: 60, height: 10 }, words: [] },
    { from: 9, to: 14, page: 1, box: { x: 1, y: 1, width: 1, height: 1 }, words: [] },
  ],
};

describe('the facsimile', () => {
  it('turns to the page of a character', () => {
    expect([0, 7, 8, 9, 15, 16].map((at) => pageAt(TEXT, at))).toEqual([0, 0, 1, 1, 2, 2]);
    expect(pageCount(TEXT)).toBe(3);
    expect(pageCount('')).toBe(1);
  });

  it('outlines what is selected, in parts of the page', () => {
    expect(outlinesOn(LAYOUT, [{ from: 4, to: 7 }], 0)).toEqual([{ left: 0.1, top: 0.15, width: 0.3, height: 0.025 }]);
    expect(outlinesOn(LAYOUT, [{ from: 0, to: 7 }], 0)).toHaveLength(2);
    expect(outlinesOn(LAYOUT, [{ from: 0, to: 7 }], 1)).toEqual([]);
    expect(outlinesOn(LAYOUT, [{ from: 9, to: 14 }], 1)).toEqual([]);
  });

  it('knows the line at a point, and that there is none', () => {
    expect(offsetAtPoint(LAYOUT, 0, 0.2, 0.16)).toBe(4);
    expect(offsetAtPoint(LAYOUT, 0, 0.9, 0.9)).toBeNull();
    expect(offsetAtPoint(LAYOUT, 5, 0, 0)).toBeNull();
  });

  it('zooms in steps, to the last', () => {
    expect(zoomBy(1, 1)).toBe(1.5);
    expect(zoomBy(1, -1)).toBe(0.75);
    expect(zoomBy(ZOOMS[0], -1)).toBe(ZOOMS[0]);
    expect(zoomBy(6, 1)).toBe(6);
  });

  it('takes the page of the one PDF, or the image of the page', () => {
    const shown = { unshown: [], layoutUrl: null, canChoose: false };
    const pdf = { url: '/p', kind: 'pdf' as const };
    const image = { url: '/i', kind: 'image' as const };
    expect(pictureOf({ ...shown, pictures: [pdf] }, 4)).toEqual({ ...pdf, number: 5 });
    expect(pictureOf({ ...shown, pictures: [image, null] }, 0)).toEqual({ ...image, number: 1 });
    expect(pictureOf({ ...shown, pictures: [image, null] }, 1)).toBeNull();
    expect(pictureOf({ ...shown, pictures: [image] }, 3)).toBeNull();
    expect(pictureOf({ ...shown, pictures: [] }, 0)).toBeNull();
  });
});
