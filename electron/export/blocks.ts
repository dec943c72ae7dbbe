/**
 * An issue as blocks of lines, for formats of pages (ALTO, PAGE). Where the places of the text are known, a block is what
 * stands together on one page, its lines are the printed ones as corrected, in their boxes; else a block is a field or
 * paragraph as it reads, and there is one page.
 */
import type { DocumentArticle, DocumentCorrection, GalleyDocument, SpanPair } from '../../shared/document/document.ts';
import { isBlankText, skipBlanks, trimBlanks } from '../../shared/model/blank.ts';
import { around, type Box, type Layout, type LengthUnit, linesIn } from '../../shared/model/layout.ts';
import { overlaps, type Span } from '../../shared/model/position.ts';
import { NO_JOIN } from '../../shared/reading/reading.ts';
import { printedOf } from './printed.ts';

/** The raw text and where it stands: what a document alone does not have. */
export interface Scan {
  readonly text: string;
  readonly layout: Layout;
}

export interface BlockWord {
  readonly text: string;
  readonly box: Box | null;
}

export interface BlockLine {
  /** Without a hyphen that only cuts a word in two. */
  readonly words: readonly BlockWord[];
  readonly box: Box | null;
  /** The hyphen at its end, and the word whole, where the next line goes on with it. */
  readonly cut?: { readonly hyphen: string; readonly whole: string };
}

/** A block under an id of its own. */
export interface Block {
  readonly id: string;
  readonly role: string;
  /** Index of the article; null: outside. */
  readonly article: number | null;
  /** Index of the page. */
  readonly page: number;
  readonly lines: readonly BlockLine[];
}

export interface BlockPage {
  /** 0: not known. */
  readonly width: number;
  readonly height: number;
  readonly unit: LengthUnit;
  readonly image: string | null;
}

export interface Blocks {
  readonly pages: readonly BlockPage[];
  readonly blocks: readonly Block[];
}

type Draft = Omit<Block, 'id'>;

/** The blocks in reading order, then those outside of articles. */
export function blocksOf(document: GalleyDocument, printed?: Scan): Blocks {
  // Pictures of pages alone place no text.
  const scan = printed && printed.layout.lines.length > 0 ? printed : undefined;
  const drafts = scan ? placedBlocks(document, scan) : readBlocks(document);
  const blocks = drafts.filter(({ lines }) => lines.length > 0).map((block, i) => ({ id: `TB${i + 1}`, ...block }));
  const pages = scan?.layout.pages.map(({ width, height, unit, image }) => ({
    width,
    height,
    unit,
    image: image ?? null,
  }));
  return { pages: pages ?? [{ width: 0, height: 0, unit: 'pixel', image: null }], blocks };
}

function readBlocks(document: GalleyDocument): readonly Draft[] {
  const inArticles = document.articles.flatMap((article, i) =>
    printedOf(article).map(({ role, text }) => ({ role, article: i, page: 0, lines: linesOf(text) })),
  );
  const outside = document.furniture.map(({ role, text }) => ({ role, article: null, page: 0, lines: linesOf(text) }));
  return [...inArticles, ...outside];
}

const linesOf = (text: string): readonly BlockLine[] =>
  text
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() !== '')
    .map((line) => ({ words: [{ text: line, box: null }], box: null }));

function placedBlocks(document: GalleyDocument, scan: Scan): readonly Draft[] {
  const inArticles = document.articles.flatMap((article, i) =>
    stretchesOf(article).flatMap(({ role, spans, supplied }) => {
      if (supplied !== undefined) return [{ role, article: i, page: pageOf(scan, article), lines: linesOf(supplied) }];
      return onPages(scan, spans, article.corrections).map((part) => ({ role, article: i, ...part }));
    }),
  );
  const outside = document.furniture.flatMap(({ role, spans }) =>
    onPages(scan, spans, []).map((part) => ({ role, article: null, ...part })),
  );
  return [...inArticles, ...outside];
}

interface Stretch {
  readonly role: string;
  readonly spans: readonly SpanPair[];
  readonly supplied?: string;
}

/** Head and bylines by their parts, running text by its paragraphs. */
function stretchesOf({ parts, paragraphs }: DocumentArticle): readonly Stretch[] {
  const isText = (role: string) => role === 'body' || role === 'caption' || role === 'dateline';
  return [
    ...parts.filter(({ role, supplied }) => !isText(role) || supplied !== undefined),
    ...paragraphs.map(({ role, spans }) => ({ role: role === 'caption' ? 'caption' : 'body', spans })),
  ];
}

/** The page of an article's first text. */
function pageOf({ layout }: Scan, { parts }: DocumentArticle): number {
  const first = parts.find(({ spans }) => spans.length > 0)?.spans[0];
  return first ? (linesIn(layout, { from: first[0], to: first[1] })[0]?.page ?? 0) : 0;
}

/** The lines of the spans, page by page. */
function onPages(
  scan: Scan,
  spans: readonly SpanPair[],
  corrections: readonly DocumentCorrection[],
): readonly { readonly page: number; readonly lines: readonly BlockLine[] }[] {
  const parts: { page: number; lines: BlockLine[] }[] = [];
  const pieces = spans.flatMap(([from, to]) => piecesOf(scan.text, from, to));
  const lines = pieces.map((piece, i) => lineOf(scan, piece, pieces[i + 1], corrections));
  for (const { page, line } of lines) {
    const last = parts.at(-1);
    // What has no place of its own stands with what came before.
    if (last && (page === null || page === last.page)) last.lines.push(line);
    else parts.push({ page: page ?? 0, lines: [line] });
  }
  return parts;
}

/** The printed lines of a span, without the blanks around them. */
function piecesOf(text: string, from: number, to: number): readonly Span[] {
  const pieces: Span[] = [];
  for (let at = from; at < to; ) {
    const end = text.indexOf('\n', at);
    const next = end < 0 || end >= to ? to : end + 1;
    const first = skipBlanks(text, at, next);
    if (first < next) pieces.push({ from: first, to: trimBlanks(text, next, first) });
    at = next;
  }
  return pieces;
}

const HYPHENS = /^[-‐‑¬=⸗\u00ad]$/u;

function lineOf(
  { text, layout }: Scan,
  piece: Span,
  next: Span | undefined,
  corrections: readonly DocumentCorrection[],
): { readonly page: number | null; readonly line: BlockLine } {
  const [printed] = linesIn(layout, piece);
  const inside = corrections.filter(({ span: [from, to] }) => piece.from <= from && to <= piece.to);
  const cut = inside.find(
    ({ span: [, to], raw, text: read }) => to === piece.to && isBlankText(read) && HYPHENS.test(raw),
  );
  const reading = (span: Span) => readingOf(text, span, corrections);
  const whole = reading({ from: piece.from, to: cut ? cut.span[0] : piece.to });
  const placed = printed?.words.filter((word) => overlaps(word, piece)) ?? [];
  const words = whole.split(/\s+/).filter((word) => !isBlankText(word));
  const isEach = placed.length === words.length;
  const isLine = printed && printed.from >= piece.from && printed.to <= piece.to;
  const box = isLine ? printed.box : (around(placed.map((word) => word.box)) ?? printed?.box ?? null);
  const first = next && reading(next).split(/\s+/)[0];
  return {
    page: printed?.page ?? null,
    line: {
      words: isEach ? words.map((word, i) => ({ text: word, box: placed[i]?.box ?? null })) : [{ text: whole, box }],
      box,
      ...(cut && first !== undefined && { cut: { hyphen: cut.raw, whole: `${words.at(-1) ?? ''}${first}` } }),
    },
  };
}

/** A span as it reads: with the corrections in it. */
function readingOf(text: string, span: Span, corrections: readonly DocumentCorrection[]): string {
  let reading = '';
  let at = span.from;
  for (const {
    span: [from, to],
    text: corrected,
  } of corrections) {
    if (from < at || to > span.to) continue;
    reading += text.slice(at, from) + corrected;
    at = to;
  }
  // A line that shall run on without a blank ends in a word joiner, which is no print.
  const whole = reading + text.slice(at, span.to);
  return (whole.endsWith(NO_JOIN) ? whole.slice(0, -1) : whole).trim();
}
