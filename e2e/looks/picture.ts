/**
 * Pictures of the window, small enough to be kept as text: the mean lightness of each field of a grid. They say where
 * there is text, how much of it, and on which ground; not what it says. What they were made with is kept too: other fonts
 * set other lines, so pictures are compared only with those of the same fonts.
 */
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';

/** Fields of a picture; at 1440 by 900 each is 30 pixels square. */
const COLUMNS = 48;
const ROWS = 30;

/** Lightness (0 black, 255 white) of the fields, a row a string, two digits (hexadecimal) a field. */
export type Picture = readonly string[];

/** The pictures of one look, as kept in FILE. */
export interface Pictures {
  /** How the fonts of the window are drawn: `fontsOf`. */
  readonly fonts: string;
  readonly views: { readonly [name: string]: Picture };
}

/** A field is another when its lightness differs by more than this: a hundredth of a field is one level of 2.5. */
const LEVELS = 16;
/** A picture is another when more than this share of its fields is: dates, versions and names of folders change a few. */
const SHARE = 0.02;

/** The fields that differ, by their numbers along the rows from 0. */
export function differing(one: Picture, other: Picture): readonly number[] {
  const [a, b] = [one.join(''), other.join('')];
  const at = (picture: string, i: number) => Number.parseInt(picture.slice(2 * i, 2 * i + 2), 16);
  return Array.from({ length: COLUMNS * ROWS }, (_, i) => i).filter((i) => !(Math.abs(at(a, i) - at(b, i)) <= LEVELS));
}

/** Whether so many fields are a change of the view. */
export const isChange = (fields: readonly number[]): boolean => fields.length > SHARE * COLUMNS * ROWS;

/** Null where none were kept yet. */
export function readPictures(file: string): Pictures | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Pictures; // written by this module's callers
  } catch {
    return null;
  }
}

/** The window as it is, as PNG. What blinks and moves is at its end. */
export const photograph = (page: Page): Promise<Buffer> => page.screenshot({ animations: 'disabled', caret: 'hide' });

/** The picture of a photograph; `page` does the arithmetic, and is not changed. */
export async function pictureOf(page: Page, png: Buffer): Promise<Picture> {
  const light = await page.evaluate(
    async ({ base64, columns, rows }) => {
      const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
      const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
      const { width, height } = image;
      const context = new OffscreenCanvas(width, height).getContext('2d');
      if (!context) throw new Error('there is no canvas');
      context.drawImage(image, 0, 0);
      const { data } = context.getImageData(0, 0, width, height);
      const sums = new Float64Array(columns * rows);
      const counts = new Float64Array(columns * rows);
      for (let at = 0; at < data.length; at += 4) {
        const [x, y] = [(at / 4) % width, Math.floor(at / 4 / width)];
        const field = Math.floor((y * rows) / height) * columns + Math.floor((x * columns) / width);
        // Rec. 709.
        const light = 0.2126 * (data[at] ?? 0) + 0.7152 * (data[at + 1] ?? 0) + 0.0722 * (data[at + 2] ?? 0);
        sums[field] = (sums[field] ?? 0) + light;
        counts[field] = (counts[field] ?? 0) + 1;
      }
      return [...sums].map((sum, i) => Math.round(sum / (counts[i] ?? 1)));
    },
    { base64: png.toString('base64'), columns: COLUMNS, rows: ROWS },
  );
  const digits = light.map((value) => value.toString(16).padStart(2, '0'));
  return Array.from({ length: ROWS }, (_, row) => digits.slice(row * COLUMNS, (row + 1) * COLUMNS).join(''));
}

/** Widths and ink of some letters in the fonts of the window. */
export const fontsOf = (page: Page): Promise<string> =>
  page
    .evaluate(() => {
      const [width, height] = [2000, 200];
      const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
      if (!context) throw new Error('there is no canvas');
      context.font = `100px ${getComputedStyle(document.body).fontFamily}`;
      return ['Galley 0123 mw', '清河日报，。'].map((text) => {
        context.clearRect(0, 0, width, height);
        context.fillText(text, 0, 150);
        const { data } = context.getImageData(0, 0, width, height);
        const ink = data.reduce((sum, value, i) => (i % 4 === 3 ? sum + value : sum), 0) / 255;
        return `${context.measureText(text).width.toFixed(0)} ${(ink / 100).toFixed(0)}`;
      });
    })
    .then((found) => found.join(', '));

/** A picture as a person looks at it, in PNG, the given fields marked. `page` paints it, and is not changed. */
export async function painted(page: Page, picture: Picture, marked: readonly number[]): Promise<Buffer> {
  const base64 = await page.evaluate(
    async ({ rows, marked, size }) => {
      const columns = (rows[0] ?? '').length / 2;
      const canvas = new OffscreenCanvas(columns * size, rows.length * size);
      const context = canvas.getContext('2d');
      if (!context) throw new Error('there is no canvas');
      rows.forEach((row, y) => {
        for (let x = 0; x < columns; x++) {
          const light = Number.parseInt(row.slice(2 * x, 2 * x + 2), 16);
          context.fillStyle = `rgb(${light} ${light} ${light})`;
          context.fillRect(x * size, y * size, size, size);
        }
      });
      context.strokeStyle = 'red';
      for (const field of marked)
        context.strokeRect((field % columns) * size + 1, Math.floor(field / columns) * size + 1, size - 2, size - 2);
      const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: 'image/png' })).arrayBuffer());
      return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
    },
    { rows: picture, marked, size: 20 },
  );
  return Buffer.from(base64, 'base64');
}
