/** Paragraphs: one break toggled, or an article's set anew by what the page shows. */
import type { Edit } from '../../shared/edits/edit.ts';
import { countNonBlank, isBlankCode, skipBlanks } from '../../shared/model/blank.ts';
import { lineAt, lineSpan, lineText } from '../../shared/model/lines.ts';
import { findArticle, ownerAt, ownersOf, runsOf } from '../../shared/model/owners.ts';
import type { Offset, Span } from '../../shared/model/position.ts';
import type { Article, Review } from '../../shared/model/review.ts';
import { isParagraphRole } from '../../shared/model/roles.ts';
import { endsSentence } from '../../shared/model/sentence.ts';
import { has } from '../../shared/model/sorted.ts';
import { advanceOf, HALF_AND_FULL } from '../raw/advance.ts';
import type { Act, Situation } from './command.ts';
import { numberOf, subject } from './parts.ts';
import { lineOf, type Paper } from './units.ts';

/** Whether a paragraph begins at `at`, which is the first printed character of a piece or of a line in it. */
function startsParagraph(review: Review, pieceStart: Offset, at: Offset): boolean {
  return at === pieceStart ? !has(review.joins, at) : has(review.breaks, at);
}

const toggleAt = (review: Review, pieceStart: Offset, at: Offset): Edit =>
  startsParagraph(review, pieceStart, at) ? { kind: 'joinParagraphs', at } : { kind: 'breakParagraph', at };

/** A paragraph starts here, or does no longer. Null in heads and outside. */
export function toggleParagraph(situation: Situation): Act | null {
  const { issue, review, selection } = situation;
  if (!selection) return null;
  const at =
    selection.unit === 'character' || selection.unit === 'segment'
      ? selection.span.from
      : (lineOf(situation, selection.span.from)?.from ?? selection.span.from);
  const run = ownerAt(ownersOf(review), at);
  if (!run?.article || !isParagraphRole(run.role)) return null;
  const edit = toggleAt(review, skipBlanks(issue.text, run.from), at);
  const key = edit.kind === 'breakParagraph' ? 'done.break' : 'done.join';
  return { edits: [edit], done: { key, values: { line: lineAt(issue.lines, at) } } };
}

/** What the page shows a paragraph by. */
export const WAYS = ['indent', 'shortLine', 'blankLine', 'none'] as const;
export type Way = (typeof WAYS)[number];

interface BodyLine extends Span {
  /** Blank columns before the text, in em, and the width of the text. */
  readonly indent: number;
  readonly width: number;
  readonly afterBlank: boolean;
}

/** From this indent on, in em, a line stands back: one ideograph; two are usual, the extraction may halve them. */
const INDENT = 1;
/** A paragraph's last line is shorter than the measure by at least this, in em. */
const SHORT = 2;

const widthOf = (text: string, { from, to }: Span): number => {
  let width = 0;
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i);
    width += code > 0x20 || !isBlankCode(code) ? advanceOf(code, HALF_AND_FULL) : HALF_AND_FULL.latin;
  }
  return width;
};

function bodyLines({ issue }: Paper, piece: Span): readonly BodyLine[] {
  const { text, lines } = issue;
  const found: BodyLine[] = [];
  const last = lineAt(lines, Math.max(piece.to - 1, piece.from));
  let afterBlank = false;
  for (let n = lineAt(lines, skipBlanks(text, piece.from, piece.to)); n <= last; n++) {
    const line = lineText(text, lines, n);
    const from = Math.max(line?.from ?? piece.to, piece.from);
    const to = Math.min(line?.to ?? piece.to, piece.to);
    if (line && from < to) {
      const indent = widthOf(text, { from: lineSpan(lines, n).from, to: line.from });
      found.push({ from, to, indent, width: widthOf(text, { from, to }), afterBlank });
      afterBlank = false;
    } else if (!line) afterBlank = true;
  }
  return found;
}

/** The measure of the lines in em: the width that a tenth of them reach or pass. */
function measureOf(lines: readonly BodyLine[]): number {
  const widths = lines.map((line) => line.indent + line.width).sort((a, b) => b - a);
  return widths[Math.floor(widths.length / 10)] ?? 0;
}

function opensBy(way: Way, text: string, line: BodyLine, before: BodyLine, margin: number, measure: number): boolean {
  switch (way) {
    case 'indent':
      return line.indent - margin >= INDENT && before.indent - margin < line.indent - margin + INDENT;
    case 'shortLine':
      return before.indent + before.width <= measure - SHORT && endsSentence(text, before);
    case 'blankLine':
      return line.afterBlank;
    case 'none':
      return false;
  }
}

/** All paragraphs of the article that is shown set anew. */
export function reparagraph(situation: Situation, way: Way): Act | null {
  const { review } = situation;
  const id = subject(situation);
  const article = id === null ? undefined : findArticle(review, id);
  if (!article) return null;
  const edits = paragraphEdits(situation, article, way);
  if (edits.length === 0) return null;
  return { edits, done: { key: 'done.reparagraph', values: { article: numberOf(review, article.id) } } };
}

function paragraphEdits(paper: Paper, article: Article, way: Way): readonly Edit[] {
  const { issue, review } = paper;
  const pieces = runsOf(article).filter(
    (piece) => isParagraphRole(piece.role) && countNonBlank(issue.text, piece.from, piece.to),
  );
  const all = pieces.flatMap((piece) => bodyLines(paper, piece));
  const measure = measureOf(all);
  const margin = all.reduce((least, line) => Math.min(least, line.indent), Number.POSITIVE_INFINITY);
  return pieces.flatMap((piece) => {
    const lines = bodyLines(paper, piece);
    return lines.slice(1).flatMap((line, i) => {
      const before = lines[i];
      if (!before) return [];
      const opens = opensBy(way, issue.text, line, before, margin, measure);
      return opens === has(review.breaks, line.from) ? [] : [toggleAt(review, piece.from, line.from)];
    });
  });
}
