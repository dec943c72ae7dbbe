/**
 * Reading a field again after an edit. A key in a long body corrects one line: only that line and its neighbours are
 * read, the rest is taken over. Law: the same units as `readField` gives.
 */
import { lineAt } from '../model/lines.ts';
import type { Offset, Span } from '../model/position.ts';
import type { Article, Correction, Issue, Piece, Review, RunPiece } from '../model/review.ts';
import { type Field, piecesOf, type Reading, readField, readRun, type Unit } from './reading.ts';

/** A field as it was read, and in which state. */
export interface ReadBefore {
  readonly review: Review;
  readonly article: Article;
  readonly reading: Reading;
}

/** What the field says now. */
export function readAgain(issue: Issue, before: ReadBefore, review: Review, article: Article, field: Field): Reading {
  return reread(issue, before, review, article, field) ?? readField(issue, review, article, field);
}

/** The reading by what changed; null where more than corrections within a run's inner lines did. */
function reread(issue: Issue, before: ReadBefore, review: Review, article: Article, field: Field): Reading | null {
  const { reading } = before;
  if (review.breaks !== before.review.breaks || review.joins !== before.review.joins) return null;
  const pieces = piecesOf(article, field);
  if (!isSamePieces(pieces, piecesOf(before.article, field))) return null;
  const changed = changedSpan(before.review.corrections, review.corrections);
  if (!changed || !pieces.some((piece) => piece.kind === 'run' && touches(piece, changed))) return reading;
  const part = partAround(issue, reading.units, pieces, changed);
  return part && replaced(issue, review, reading, part);
}

const isSamePieces = (a: readonly Piece[], b: readonly Piece[]): boolean =>
  a.length === b.length &&
  a.every((piece, i) => {
    const other = b[i];
    return (
      piece === other ||
      (piece.kind === 'run' && other?.kind === 'run' && piece.from === other.from && piece.to === other.to)
    );
  });

/** The raw text over which two sorted lists of corrections differ; null when they are equal. */
function changedSpan(a: readonly Correction[], b: readonly Correction[]): Span | null {
  if (a === b) return null;
  const shorter = Math.min(a.length, b.length);
  let head = 0;
  while (head < shorter && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < shorter - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  const others = [...a.slice(head, a.length - tail), ...b.slice(head, b.length - tail)];
  if (others.length === 0) return null;
  return {
    from: Math.min(...others.map(({ span }) => span.from)),
    to: Math.max(...others.map(({ span }) => span.to)),
  };
}

/** Whether they share a character or touch: an insertion belongs to the character before or after it. */
const touches = (a: Span, b: Span): boolean => a.from <= b.to && b.from <= a.to;

/** Units that are read again: `[first, end)` of the reading's, which are the cells of `lines`, from cell `cell` on. */
interface Part {
  readonly lines: Span;
  readonly first: number;
  readonly end: number;
  readonly cell: number;
  readonly cells: number;
}

/**
 * The changed cells with a whole line on both sides, from which they take and to which they give their joins. Looks for
 * the first of them through all units, for the rest around it only.
 */
function partAround(issue: Issue, units: readonly Unit[], pieces: readonly Piece[], changed: Span): Part | null {
  const isTouched = (unit: Unit | undefined) => {
    const span = unit && spanOf(unit);
    return span != null && touches(span, changed);
  };
  const firstAt = units.findIndex(isTouched);
  const first = units[firstAt];
  if (!first) return null;
  let lastAt = firstAt;
  for (let i = firstAt + 1; i < units.length; i++) {
    if (isTouched(units[i])) lastAt = i;
    else if (units[i]?.kind === 'raw') break;
  }
  const last = units[lastAt] ?? first;
  const before = rawBefore(units, firstAt, first.cell - 1);
  const after = rawAfter(units, lastAt, last.cell + 1);
  if (!before || !after || before.from > changed.from || after.from < changed.to) return null;
  const run = pieces.find(
    (piece): piece is RunPiece => piece.kind === 'run' && piece.from <= before.from && after.to <= piece.to,
  );
  if (!run) return null;
  const lines = wholeLines(issue, run, before.from, after.to);
  const [from, to] = cellsIn(units, firstAt, lines);
  const cells = [units[from]?.cell, units[to - 1]?.cell] as const;
  if (cells[0] === undefined || cells[1] === undefined) return null;
  return { lines, first: from, end: to, cell: cells[0], cells: cells[1] - cells[0] + 1 };
}

/**
 * The units `[from, to)` around unit `at` that stand in the lines; one that stands there. A line may hold several cells,
 * where paragraphs begin inside it. The join behind the last cell is not among them, and stays.
 */
function cellsIn(units: readonly Unit[], at: number, lines: Span): readonly [from: number, to: number] {
  const isOutside = (unit: Unit | undefined) => {
    const span = unit && spanOf(unit);
    return span != null && (span.from < lines.from || lines.to < span.to);
  };
  let from = at;
  let to = at + 1;
  for (let i = at; i >= 0 && !isOutside(units[i]); i--) if (units[i] && spanOf(units[i] as Unit)) from = i; // it is there
  for (let i = at; i < units.length && !isOutside(units[i]); i++) if (spanOf(units[i] as Unit)) to = i + 1; // in range
  return [from, to];
}

const spanOf = (unit: Unit): Span | null =>
  unit.kind === 'raw' || unit.kind === 'hidden' ? unit.span : unit.kind === 'correction' ? unit.correction.span : null;

/** The raw text of the first unit of a cell that has some, looked for from unit `at` on backwards. */
function rawBefore(units: readonly Unit[], at: number, cell: number): Span | null {
  let found: Span | null = null;
  for (let i = at; i >= 0; i--) {
    const unit = units[i];
    if (!unit || unit.cell < cell) break;
    if (unit.cell === cell && unit.kind === 'raw') found = unit.span;
  }
  return found;
}

/** The same, forwards. */
function rawAfter(units: readonly Unit[], at: number, cell: number): Span | null {
  for (let i = at; i < units.length; i++) {
    const unit = units[i];
    if (!unit || unit.cell > cell) break;
    if (unit.cell === cell && unit.kind === 'raw') return unit.span;
  }
  return null;
}

/** The run's lines that hold `from` and `to`, whole. */
function wholeLines({ lines }: Issue, run: RunPiece, from: Offset, to: Offset): Span {
  const start = lines.starts[lineAt(lines, from) - 1] ?? run.from;
  const end = lines.starts[lineAt(lines, Math.max(to - 1, from))] ?? run.to;
  return { from: Math.max(start, run.from), to: Math.min(end, run.to) };
}

function replaced(issue: Issue, review: Review, reading: Reading, part: Part): Reading | null {
  const { units, text } = reading;
  const made = readRun(issue, review, reading.field, part.lines);
  if ((made.units.at(-1)?.cell ?? -1) !== part.cells - 1) return null;
  const at = units[part.first]?.at ?? 0;
  const end = units[part.end]?.at ?? text.length;
  const shift = at + made.text.length - end;
  return {
    field: reading.field,
    text: text.slice(0, at) + made.text + text.slice(end),
    units: [
      ...units.slice(0, part.first),
      ...made.units.map((unit) => ({ ...unit, at: unit.at + at, cell: unit.cell + part.cell })),
      ...(shift === 0 ? units.slice(part.end) : units.slice(part.end).map((unit) => movedBy(unit, shift))),
    ],
  };
}

/** The unit, so much further on. Written out: a key in a long body moves thousands, and copying by spread takes ten times as long. */
function movedBy(unit: Unit, shift: number): Unit {
  const { text, cell } = unit;
  const at = unit.at + shift;
  switch (unit.kind) {
    case 'raw':
      return { at, text, cell, kind: 'raw', span: unit.span };
    case 'hidden':
      return { at, text, cell, kind: 'hidden', span: unit.span };
    case 'correction':
      return { at, text, cell, kind: 'correction', correction: unit.correction };
    case 'supplement':
      return { at, text, cell, kind: 'supplement', id: unit.id, role: unit.role };
    case 'join':
      return { at, text, cell, kind: 'join' };
    case 'break':
      return { at, text, cell, kind: 'break', start: unit.start };
  }
}
