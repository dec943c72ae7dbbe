/**
 * The text layer of a PDF, with places in points. The order is that of the file's own drawing, which programs that set
 * newspapers write frame by frame; lines, words and blocks are put together from where the pieces stand. pdf.js reads the
 * file in this thread: nothing is drawn, no script of the file runs, nothing is fetched.
 */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { around, type Box } from '../../shared/model/layout.ts';
import { joinsWithoutSpace } from '../../shared/model/scripts.ts';
import type { SetBlock, SetPage, SetWord } from './pages.ts';
import { refusal } from './refusal.ts';

const KIND = 'PDF';
/** More pages than any issue has. */
const MOST_PAGES = 2000;

export const isPdf = (bytes: Uint8Array): boolean => Buffer.from(bytes.subarray(0, 5)).toString('latin1') === '%PDF-';

type PdfJs = typeof import('pdfjs-dist/legacy/build/pdf.mjs');
let loaded: Promise<PdfJs> | undefined;

/**
 * pdf.js, with its other half in this very thread. While it loads it looks for a canvas, which text does not need, and
 * complains on the console that there is none.
 */
function pdfJs(): Promise<PdfJs> {
  loaded ??= (async () => {
    const { warn } = console;
    console.warn = () => undefined;
    if (!('withResolvers' in Promise)) Object.assign(Promise, { withResolvers });
    try {
      Object.assign(globalThis, { pdfjsWorker: await import('pdfjs-dist/legacy/build/pdf.worker.mjs') });
      return await import('pdfjs-dist/legacy/build/pdf.mjs');
    } finally {
      console.warn = warn;
    }
  })();
  return loaded;
}

/** What pdf.js takes for granted and Node 20 has not yet. */
function withResolvers<T>() {
  let resolve: (value: T | PromiseLike<T>) => void = () => undefined;
  let reject: (reason?: unknown) => void = () => undefined;
  const promise = new Promise<T>((resolving, rejecting) => {
    [resolve, reject] = [resolving, rejecting];
  });
  return { promise, resolve, reject };
}

/** The tables of CJK encodings that came with pdf.js: beside the bundle, or in the package. */
function characterMaps(): string {
  const built = ['./cmaps/', '../cmaps/'].map((path) => fileURLToPath(new URL(path, import.meta.url)));
  const there = built.find((path) => existsSync(path));
  return there ?? `${join(dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json')), 'cmaps')}/`;
}

/** The pages of a PDF. Rejects with a `DeskError` `encrypted` or `unsafe file`, or with an error of pdf.js. */
export async function readPdf(bytes: Uint8Array): Promise<readonly SetPage[]> {
  const { getDocument, PasswordException, VerbosityLevel } = await pdfJs();
  const task = getDocument({
    data: new Uint8Array(bytes), // a copy: pdf.js takes it for itself
    cMapUrl: characterMaps(),
    verbosity: VerbosityLevel.ERRORS,
    disableFontFace: true,
    useSystemFonts: false,
    useWasm: false,
    isOffscreenCanvasSupported: false,
    maxImageSize: 0,
  });
  try {
    const document = await task.promise;
    if (document.numPages > MOST_PAGES) throw refusal('unsafe file', KIND, `${document.numPages} pages`);
    const pages: SetPage[] = [];
    for (let number = 1; number <= document.numPages; number++) pages.push(await readPage(document, number));
    return pages;
  } catch (error) {
    throw error instanceof PasswordException ? refusal('encrypted', KIND) : error;
  } finally {
    await task.destroy();
  }
}

type PdfDocument = Awaited<ReturnType<PdfJs['getDocument']>['promise']>;

async function readPage(document: PdfDocument, number: number): Promise<SetPage> {
  const page = await document.getPage(number);
  const viewport = page.getViewport({ scale: 1 });
  const { items, styles } = await page.getTextContent();
  const pieces = items.flatMap((item) => {
    if (!('str' in item)) return [];
    const { ascent = 0, descent = 0 } = styles[item.fontName] ?? {};
    return [pieceOf(item, viewport.transform, { ascent, descent })];
  });
  page.cleanup();
  return { width: viewport.width, height: viewport.height, unit: 'point', blocks: blocksOf(linesOf(pieces)) };
}

/** What pdf.js says of a piece of text. `transform` takes the letter's square to the page. */
export interface TextItem {
  readonly str: string;
  readonly dir: string;
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
  readonly hasEOL: boolean;
}

type Point = readonly [x: number, y: number];

/** A piece of text on the page. Lengths in points; `along` and `across` are measured in its own direction. */
export interface Piece {
  readonly text: string;
  readonly endsLine: boolean;
  /** Unit vector of its direction. */
  readonly direction: Point;
  readonly size: number;
  readonly along: number;
  readonly across: number;
  readonly length: number;
  readonly box: Box;
}

/** A broken number of the file is none: no place on a page is NaN or without end. */
const finite = (x: number): number => (Number.isFinite(x) ? x : 0);

/** Where a font says nothing of its letters' heights, in em. */
const USUAL = { ascent: 0.8, descent: -0.2 };

export function pieceOf(
  item: TextItem,
  toPage: readonly number[],
  font: { readonly ascent: number; readonly descent: number },
): Piece {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = product(toPage, item.transform).map(finite);
  const size = Math.hypot(c, d) || 1;
  const down: Point = [-c / size, -d / size];
  const isVertical = item.dir === 'ttb';
  const width = Math.hypot(a, b) || 1;
  const direction: Point = isVertical ? down : [a / width, b / width];
  const length = finite(isVertical ? item.height : item.width);
  const beside: Point = isVertical ? [-down[1], down[0]] : down;
  const { ascent, descent } = font.ascent > 0 && Number.isFinite(font.ascent + font.descent) ? font : USUAL;
  const [before, after] = isVertical ? [-size / 2, size / 2] : [-ascent * size, -Math.min(descent, 0) * size];
  const corner = (forward: number, side: number): Box => ({
    x: e + direction[0] * forward + beside[0] * side,
    y: f + direction[1] * forward + beside[1] * side,
    width: 0,
    height: 0,
  });
  const box = around([corner(0, before), corner(0, after), corner(length, before), corner(length, after)]);
  return {
    text: item.str,
    endsLine: item.hasEOL,
    direction,
    size,
    along: e * direction[0] + f * direction[1],
    across: e * beside[0] + f * beside[1],
    length,
    box: box ?? corner(0, 0),
  };
}

function product(m: readonly number[], n: readonly number[]): readonly number[] {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = m;
  const [g = 1, h = 0, i = 0, j = 1, k = 0, l = 0] = n;
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

export interface Line {
  readonly pieces: Piece[];
  readonly box: Box;
  readonly size: number;
}

/** A piece further off is of another line, ems: the gutter between two columns. */
const GUTTER = 2;
/** A piece that begins this far before the line's end overprints it or begins anew. */
const BACK = 1;
/** Off the line by this much of its size: superscripts still are on it. */
const OFF_LINE = 0.6;

/** Pieces to lines, in the order in which they came. */
export function linesOf(pieces: readonly Piece[]): readonly Line[] {
  const lines: Piece[][] = [];
  let isOpen = false;
  for (const piece of pieces) {
    const line = lines.at(-1);
    const last = line?.at(-1);
    if (isOpen && line && last && (piece.text === '' || runsOn(last, piece))) line.push(piece);
    else if (piece.text.trim() !== '') lines.push([piece]);
    else continue;
    isOpen = !piece.endsLine;
  }
  return lines.map((line) => {
    const first = line[0];
    const box = around(line.filter(({ text }) => text.trim() !== '').map((piece) => piece.box));
    return { pieces: line, box: box ?? { x: 0, y: 0, width: 0, height: 0 }, size: first?.size ?? 1 };
  });
}

function runsOn(last: Piece, next: Piece): boolean {
  const turned = last.direction[0] * next.direction[0] + last.direction[1] * next.direction[1];
  if (turned < 0.99) return false;
  const size = Math.max(last.size, next.size);
  const gap = next.along - (last.along + last.length);
  return Math.abs(next.across - last.across) <= OFF_LINE * size && gap <= GUTTER * size && gap >= -BACK * size;
}

/** Lines of one block stand within this many sizes of each other, and are of about one size. */
const LEADING = 2;
const SAME_SIZE = 1.25;

/** Lines to blocks: those that stand one under the other, of one size, close to each other. */
function blocksOf(lines: readonly Line[]): readonly SetBlock[] {
  const blocks: Line[][] = [];
  for (const line of lines) {
    const block = blocks.at(-1);
    const last = block?.at(-1);
    if (block && last && goesOn(last, line)) block.push(line);
    else blocks.push([line]);
  }
  return blocks.map((block) => ({
    ids: [],
    lines: block.map(({ pieces, box }) => ({ words: wordsOf(pieces), box })),
  }));
}

function goesOn(last: Line, next: Line): boolean {
  const ratio = Math.max(last.size, next.size) / Math.min(last.size, next.size);
  const [a, b] = [last.pieces[0]?.direction, next.pieces[0]?.direction];
  if (ratio > SAME_SIZE || !a || !b || a[0] * b[0] + a[1] * b[1] < 0.99) return false;
  const isUpright = Math.abs(a[0]) > Math.abs(a[1]);
  const [l, n] = [last.box, next.box];
  // Columns of vertical text go from right to left.
  const distance = isUpright ? n.y - l.y : l.x - n.x;
  const beside = isUpright
    ? Math.min(l.x + l.width, n.x + n.width) - Math.max(l.x, n.x)
    : Math.min(l.y + l.height, n.y + n.height) - Math.max(l.y, n.y);
  return distance > 0 && distance <= LEADING * last.size && beside > 0;
}

/** Blanks of less than this, in em, are between letters, not between words. */
const WORD_GAP = 0.25;

/** The words of a line: pieces cut at their blanks, and put together where none stands between them. */
function wordsOf(pieces: readonly Piece[]): readonly SetWord[] {
  const words: { text: string; boxes: Box[]; isGlued: boolean }[] = [];
  let last: Piece | null = null;
  let isApart = true;
  for (const piece of pieces) {
    if (last && piece.text !== '' && isGap(last, piece)) isApart = true;
    for (const { text, from } of partsOf(piece.text)) {
      if (text.trim() === '') {
        isApart = true;
        continue;
      }
      const box = boxWithin(piece, from, text.length);
      const word = words.at(-1);
      if (word && !isApart) {
        word.text += text;
        word.boxes.push(box);
      } else words.push({ text, boxes: [box], isGlued: !isApart });
      isApart = false;
    }
    if (piece.text !== '') last = piece;
  }
  return words.map(({ text, boxes, isGlued }) => ({ text, box: around(boxes), isGlued }));
}

function isGap(last: Piece, next: Piece): boolean {
  const gap = next.along - (last.along + last.length);
  const isWide = gap > WORD_GAP * Math.max(last.size, next.size);
  return isWide && !joinsWithoutSpace(last.text + next.text, last.text.length, last.text.length);
}

const partsOf = (text: string) =>
  [...text.matchAll(/\s+|\S+/g)].map(({ 0: part, index }) => ({ text: part, from: index }));

/** The part of a piece's box that some of its letters take: letters are taken to be equally wide. */
function boxWithin({ text, box, direction }: Piece, from: number, length: number): Box {
  const [start, part] = [from / text.length, length / text.length];
  if (Math.abs(direction[0]) >= Math.abs(direction[1])) {
    const at = direction[0] >= 0 ? start : 1 - start - part;
    return { ...box, x: box.x + at * box.width, width: part * box.width };
  }
  const at = direction[1] >= 0 ? start : 1 - start - part;
  return { ...box, y: box.y + at * box.height, height: part * box.height };
}
