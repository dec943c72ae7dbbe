/**
 * The reading: what a field of an article says, computed from the three layers, with the source of each character.
 *
 *     raw      …扎实开展清廉家庭建设系列活动，引          spent Thurs-
 *              导党员干部家属吹好廉政风…                 day in Ottawa
 *     reading  …系列活动，引导党员干部…                  spent Thursday in Ottawa
 *
 * A reading is a list of *units* in order; every unit says where it stands in the reading (`at`) and in the raw text.
 * Units of one printed line within one run form a *cell*: corrections never reach over a cell's edge.
 */
import { isBlankAt, skipBlanks, trimBlanks } from '../model/blank.ts';
import { firstCorrectionAt, homeOf } from '../model/corrections.ts';
import { lineAt } from '../model/lines.ts';
import { lowerBound, type Offset, type Span } from '../model/position.ts';
import type { Article, Correction, Issue, Piece, Review, RunPiece } from '../model/review.ts';
import type { ArticleRole } from '../model/roles.ts';
import { joinsWithoutSpace } from '../model/scripts.ts';
import { has } from '../model/sorted.ts';

/** The fields of an article as the editor sees them. The body holds the roles `body` and `dateline`. */
export const FIELDS = ['kicker', 'headline', 'subhead', 'lede', 'body', 'caption'] as const;
export type Field = (typeof FIELDS)[number];

/** At the end of a correction at a line's end: no space joins the next line. Never shown. */
export const NO_JOIN = '\u2060';

interface UnitBase {
  /** Where the unit's text begins in the reading. */
  readonly at: number;
  readonly text: string;
  /** Number of the cell, counted over the reading. */
  readonly cell: number;
}
export type Unit =
  /** Raw text as it is; `text` is the raw text of the span. */
  | (UnitBase & { readonly kind: 'raw'; readonly span: Span })
  /** Second and further blanks in a row: not shown. */
  | (UnitBase & { readonly kind: 'hidden'; readonly span: Span })
  | (UnitBase & { readonly kind: 'correction'; readonly correction: Correction })
  | (UnitBase & { readonly kind: 'supplement'; readonly id: string; readonly role: ArticleRole })
  /** Two printed lines run on: a space or nothing. Belongs to the cell before it. */
  | (UnitBase & { readonly kind: 'join' })
  /** A paragraph begins: `\n`. `start` is its first character in the raw text, null beside a supplement. */
  | (UnitBase & { readonly kind: 'break'; readonly start: Offset | null });

export interface Reading {
  readonly field: Field;
  /** Paragraphs joined by `\n`. */
  readonly text: string;
  readonly units: readonly Unit[];
}

const rolesOf = (field: Field): readonly string[] => (field === 'body' ? ['body', 'dateline'] : [field]);

/** In kicker, headline and subhead printed lines are joined by a space; elsewhere as running text is. */
export const isTitle = (field: Field) => field === 'kicker' || field === 'headline' || field === 'subhead';

export const piecesOf = (article: Article, field: Field): readonly Piece[] => {
  const roles = rolesOf(field);
  return article.pieces.filter((piece) => roles.includes(piece.role));
};

/** What the field says. `raw`: as it stands in the raw text, without corrections. */
export function readField(issue: Issue, review: Review, article: Article, field: Field, raw = false): Reading {
  const builder = new Builder(issue, raw ? { ...review, corrections: [] } : review, field);
  for (const piece of piecesOf(article, field)) builder.piece(piece);
  return { field, text: builder.text, units: builder.units };
}

/** A part of a run by itself, as if nothing stood before it: whole lines of it. */
export function readRun(issue: Issue, review: Review, field: Field, { from, to }: Span): Omit<Reading, 'field'> {
  const builder = new Builder(issue, review, field);
  builder.piece({ kind: 'run', from, to, role: 'body' });
  return builder;
}

/** A headline for display; null when the article has none. */
export function titleOf(issue: Issue, review: Review, article: Article): string | null {
  const text = readField(issue, review, article, 'headline').text.trim();
  return text === '' ? null : text;
}

class Builder {
  text = '';
  readonly units: Unit[] = [];
  readonly #issue: Issue;
  readonly #review: Review;
  readonly #field: Field;
  #cell = -1;
  /** End (trimmed) of the last cell of raw text, where the next may run on; null after a supplement and at the start. */
  #lineEnd: Offset | null = null;
  #mayJoin = true;

  constructor(issue: Issue, review: Review, field: Field) {
    this.#issue = issue;
    this.#review = review;
    this.#field = field;
  }

  piece(piece: Piece): void {
    if (piece.kind === 'supplement') {
      this.#seam(null, true);
      this.#cell++;
      this.#add({ kind: 'supplement', text: piece.text, id: piece.id, role: piece.role });
      this.#lineEnd = null;
      return;
    }
    const { joins } = this.#review;
    let isFirst = true;
    for (const line of linesOf(this.#issue, piece)) {
      for (const part of splitAtBreaks(this.#issue.text, this.#review.breaks, line)) {
        const cell = cellOf(this.#issue.text, this.#review.corrections, part);
        if (!cell) continue;
        const first = skipBlanks(this.#issue.text, part.from, part.to);
        const isBreak = isFirst ? !has(joins, piece.from) : first < part.to && has(this.#review.breaks, first);
        this.#seam(first < part.to ? first : cell.from, isBreak);
        isFirst = false;
        this.#line(cell, part);
      }
    }
  }

  /** What stands between what was read and the text at `start`. */
  #seam(start: Offset | null, isBreak: boolean): void {
    if (this.#cell < 0) return;
    if (isTitle(this.#field)) this.#add({ kind: 'join', text: this.#mayJoin ? ' ' : '' });
    else if (isBreak || start === null || this.#lineEnd === null)
      this.#add({ kind: 'break', text: '\n', start: this.#lineEnd === null ? null : start });
    else {
      const isSpace = this.#mayJoin && !joinsWithoutSpace(this.#issue.text, this.#lineEnd, start);
      this.#add({ kind: 'join', text: isSpace ? ' ' : '' });
    }
    this.#mayJoin = true;
  }

  /** The text of one printed line (or of a part of it between two breaks), corrections in their places. */
  #line(cell: Span, part: Span): void {
    this.#cell++;
    const { corrections } = this.#review;
    let at = cell.from;
    for (let i = firstCorrectionAt(corrections, part.from); i < corrections.length; i++) {
      const correction = corrections[i] as Correction; // i is in range
      if (correction.span.from > part.to) break;
      if (!belongsTo(correction, part)) continue;
      this.#raw(at, correction.span.from, cell.from);
      this.#correction(correction);
      at = correction.span.to;
    }
    this.#raw(at, cell.to, cell.from);
    this.#lineEnd = trimBlanks(this.#issue.text, cell.to, cell.from);
  }

  #correction(correction: Correction): void {
    const isLast = correction.text.endsWith(NO_JOIN);
    this.#mayJoin = !isLast;
    this.#add({ kind: 'correction', text: isLast ? correction.text.slice(0, -1) : correction.text, correction });
  }

  /** Raw text; of several blanks in a row the first shows, whatever was typed between them. */
  #raw(from: Offset, to: Offset, cellStart: Offset): void {
    const { text } = this.#issue;
    if (from < to) this.#mayJoin = true;
    let start = from;
    while (start < to) {
      let end = start;
      while (end < to && !(end > cellStart && isBlankAt(text, end) && isBlankAt(text, end - 1))) end++;
      if (start < end) this.#add({ kind: 'raw', text: text.slice(start, end), span: { from: start, to: end } });
      const shown = end < to ? skipBlanks(text, end, to) : to;
      if (end < shown) this.#add({ kind: 'hidden', text: '', span: { from: end, to: shown } });
      start = shown;
    }
  }

  #add(unit: DistributiveOmit<Unit, 'at' | 'cell'>): void {
    this.units.push({ ...unit, at: this.text.length, cell: Math.max(this.#cell, 0) });
    this.text += unit.text;
  }
}

type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;

/** The parts of a run that stand on one line each, line ends included. */
function* linesOf({ lines }: Issue, run: RunPiece): Generator<Span> {
  let number = lineAt(lines, run.from);
  let from = run.from;
  while (from < run.to) {
    const next = lines.starts[number++];
    const to = next === undefined ? run.to : Math.min(next, run.to);
    yield { from, to };
    from = to;
  }
}

/** The text of (a part of) a line without the blanks around it, but with all that corrections add; null when there is none. */
function cellOf(text: string, corrections: readonly Correction[], line: Span): Span | null {
  const end = text.charCodeAt(line.to - 1) === 10 ? line.to - 1 : line.to;
  const first = skipBlanks(text, line.from, end);
  let cell = first < end ? { from: first, to: trimBlanks(text, end, first) } : null;
  for (let i = firstCorrectionAt(corrections, line.from); i < corrections.length; i++) {
    const correction = corrections[i] as Correction; // i is in range
    if (correction.span.from > line.to) break;
    if (!belongsTo(correction, line)) continue;
    const { from, to } = correction.span;
    const within = { from: Math.min(from, end), to: Math.min(to, end) };
    cell = cell ? { from: Math.min(cell.from, within.from), to: Math.max(cell.to, within.to) } : within;
  }
  return cell;
}

const belongsTo = (correction: Correction, line: Span): boolean => {
  const home = homeOf(correction.span, correction.side);
  return line.from <= home && home < line.to;
};

/** The parts of a line that breaks inside it cut it into: a break at its first character cuts nothing off. */
function* splitAtBreaks(text: string, breaks: readonly Offset[], line: Span): Generator<Span> {
  let from = line.from;
  const first = skipBlanks(text, line.from, line.to);
  for (let i = lowerBound(breaks, first + 1); i < breaks.length && (breaks[i] as number) < line.to; i++) {
    const at = breaks[i] as number; // i is in range
    yield { from, to: at };
    from = at;
  }
  yield { from, to: line.to };
}
