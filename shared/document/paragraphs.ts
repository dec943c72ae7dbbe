/** The paragraphs of an article, body and captions in reading order, with their places. */
import { lineAt } from '../model/lines.ts';
import type { Span } from '../model/position.ts';
import type { Article, Issue, Review } from '../model/review.ts';
import { type Field, type Reading, readField, type Unit } from '../reading/reading.ts';
import type { DocumentParagraph, SpanPair } from './document.ts';
import { rangesOf } from './lines.ts';

type IsBlank = (after: number, before: number) => boolean;

interface Placed {
  readonly paragraph: DocumentParagraph;
  /** Index of the piece in which it begins. */
  readonly piece: number;
}

export function paragraphsOf(issue: Issue, review: Review, article: Article, isBlank: IsBlank): DocumentParagraph[] {
  const placed = (['body', 'caption'] as const).flatMap((field) =>
    readParagraphs(issue, review, article, field, isBlank),
  );
  // A stable sort: paragraphs of one piece keep their order.
  return placed.sort((a, b) => a.piece - b.piece).map(({ paragraph }) => paragraph);
}

function readParagraphs(
  issue: Issue,
  review: Review,
  article: Article,
  field: Field & ('body' | 'caption'),
  isBlank: IsBlank,
): Placed[] {
  const reading = readField(issue, review, article, field);
  return splitUnits(reading).flatMap((units) => {
    const spans = spansOf(units);
    const text = units.map((unit) => unit.text).join('');
    const first = spans[0];
    const piece = article.pieces.findIndex((p) =>
      p.kind === 'run'
        ? first && p.from <= first.from && first.from < p.to
        : units.some((u) => u.kind === 'supplement' && u.id === p.id),
    );
    const role = article.pieces[piece]?.role;
    const paragraph: Omit<DocumentParagraph, 'text'> = {
      role: role === 'caption' || role === 'dateline' ? role : 'body',
      raw: rawOf(issue, units),
      lines: rangesOf([...new Set(spans.flatMap((span) => linesIn(issue, span)))], isBlank),
      spans: spans.map(({ from, to }): SpanPair => [from, to]),
    };
    // Paragraph ends that an editor typed into a correction or supplement are paragraphs of the text.
    const texts = text.split('\n').filter((part) => part.trim() !== '');
    return texts.map((part, i) => ({
      piece,
      paragraph: i === 0 ? { ...paragraph, text: part } : { ...paragraph, text: part, raw: '', lines: [], spans: [] },
    }));
  });
}

/** The units of each paragraph. */
function splitUnits(reading: Reading): Unit[][] {
  const paragraphs: Unit[][] = [];
  let current: Unit[] = [];
  for (const unit of reading.units) {
    if (unit.kind === 'break') {
      paragraphs.push(current);
      current = [];
    } else current.push(unit);
  }
  return [...paragraphs, current].filter((units) => units.length > 0);
}

/** The raw text under the units, touching spans made one. */
function spansOf(units: readonly Unit[]): Span[] {
  const spans: { from: number; to: number }[] = [];
  for (const unit of units) {
    const span =
      unit.kind === 'raw' || unit.kind === 'hidden'
        ? unit.span
        : unit.kind === 'correction'
          ? unit.correction.span
          : null;
    if (!span || span.from === span.to) continue;
    const last = spans.at(-1);
    if (last && last.to === span.from) last.to = span.to;
    else spans.push({ ...span });
  }
  return spans;
}

/** What the raw text says there: the joins as in the reading, corrections undone. */
function rawOf(issue: Issue, units: readonly Unit[]): string {
  return units
    .map((unit) => {
      if (unit.kind === 'correction') return issue.text.slice(unit.correction.span.from, unit.correction.span.to);
      return unit.kind === 'supplement' ? '' : unit.text;
    })
    .join('');
}

function linesIn(issue: Issue, span: Span): number[] {
  const first = lineAt(issue.lines, span.from);
  const last = lineAt(issue.lines, span.to - 1);
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}
