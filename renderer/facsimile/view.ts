/** What the facsimile shows: which page, what is outlined on it, how large. Pure. */
import type { Facsimile } from '../../shared/contract/issue.ts';
import { type Layout, offsetAt, placesOf } from '../../shared/model/layout.ts';
import type { Offset, Span } from '../../shared/model/position.ts';

/** The page (from 0) on which a character stands: form feeds part pages, each before the first character of the next. */
export function pageAt(text: string, at: Offset): number {
  let page = 0;
  for (let feed = text.indexOf('\f'); feed >= 0 && feed <= at; feed = text.indexOf('\f', feed + 1)) page++;
  return page;
}

/** How many pages the text has. */
export const pageCount = (text: string): number => pageAt(text, text.length) + 1;

/** A place on a page, in parts of its width and height. */
export interface Outline {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** What of the spans stands on the page, a box a line; nothing where the page's size is not known. */
export function outlinesOn(layout: Layout, spans: readonly Span[], page: number): readonly Outline[] {
  const { width = 0, height = 0 } = layout.pages[page] ?? {};
  if (width <= 0 || height <= 0) return [];
  return spans
    .flatMap((span) => placesOf(layout, span))
    .filter((place) => place.page === page)
    .map(({ box }) => ({
      left: box.x / width,
      top: box.y / height,
      width: box.width / width,
      height: box.height / height,
    }));
}

/** The character that is printed at a point of the page, given in parts of its width and height. */
export function offsetAtPoint(layout: Layout, page: number, x: number, y: number): Offset | null {
  const { width = 0, height = 0 } = layout.pages[page] ?? {};
  return offsetAt(layout, page, x * width, y * height);
}

/** Parts of the pane's width that a page may take. */
export const ZOOMS = [0.5, 0.75, 1, 1.5, 2, 3, 4, 6] as const;
export const WHOLE_WIDTH = 1;

/** The next larger or smaller zoom; the same at the end. */
export function zoomBy(zoom: number, direction: 1 | -1): number {
  const others = ZOOMS.filter((one) => (direction > 0 ? one > zoom : one < zoom));
  return (direction > 0 ? others[0] : others.at(-1)) ?? zoom;
}

/** The picture of a page, and which page of the file it is (from 1) where one PDF has them all. */
export function pictureOf({ pictures }: Facsimile, page: number) {
  const [first] = pictures;
  if (pictures.length === 1 && first?.kind === 'pdf') return { ...first, number: page + 1 };
  const picture = pictures[page];
  return picture ? { ...picture, number: 1 } : null;
}
