/**
 * From one splice of a reading (what an editor typed) to edits: minimal corrections, one for each printed line that it
 * touches; paragraphs broken or joined; supplements changed.
 *
 * Law: the reading after the edits is the reading before with the splice made; but where a paragraph end alone was
 * taken away, the lines are joined as printed lines are, and blanks at a paragraph's edge are not kept.
 */
import type { Edit } from '../edits/edit.ts';
import { skipBlanks } from '../model/blank.ts';
import { homeOf, isInsertion } from '../model/corrections.ts';
import { findArticle } from '../model/owners.ts';
import { contains, type Offset, type Span } from '../model/position.ts';
import type { ArticleId, Correction, Issue, Review, Side } from '../model/review.ts';
import { has } from '../model/sorted.ts';
import { type Field, isTitle, NO_JOIN, type Reading, readField, type Unit } from './reading.ts';

/** At `at` of the reading `del` UTF-16 units go and `ins` comes. */
export interface Splice {
  readonly at: number;
  readonly del: number;
  readonly ins: string;
}

/**
 * The edits that make the splice. `newId` gives the id of a new supplement; `by` stands in the corrections.
 * Empty when the splice has no meaning in the model (an empty paragraph). `known`: the field's reading in this review,
 * where the caller has it; reading a long body costs more than all the rest.
 */
export function spliceEdits(
  issue: Issue,
  review: Review,
  id: ArticleId,
  field: Field,
  typed: Splice,
  newId: () => string,
  by?: string,
  known?: Reading,
): Edit[] {
  const article = findArticle(review, id);
  if (!article) return [];
  // A title is one line, however many lines it was printed in.
  const splice = isTitle(field) ? { ...typed, ins: typed.ins.replace(/\n+/g, ' ') } : typed;
  const reading = known ?? readField(issue, review, article, field);
  if (reading.text.slice(splice.at, splice.at + splice.del) === splice.ins) return [];
  if (reading.units.length === 0) {
    return splice.ins.trim() === ''
      ? []
      : [{ kind: 'supply', article: id, role: field, id: newId(), text: splice.ins }];
  }
  if (splice.ins === '\n' && splice.del === 0) {
    const broken = breakAt(issue, review, reading, splice.at);
    if (broken) return broken === 'nothing' ? [] : [broken];
  }
  return new Splicer(issue, reading, splice, id, by).edits();
}

/** Enter: a paragraph begins at the next raw character; null where the place is not raw text. */
function breakAt(issue: Issue, review: Review, reading: Reading, at: number): Edit | 'nothing' | null {
  const i = reading.units.findIndex((unit) => unit.at + unit.text.length > at);
  const unit = reading.units[i];
  if (!unit || unit.kind === 'break') return 'nothing'; // at a paragraph's end: it would be empty
  const before = reading.units[i - 1];
  if (at === 0 || (unit.at === at && before?.kind === 'break')) return 'nothing';
  const place = unit.kind === 'raw' ? rawPlace(issue, unit.span.from + (at - unit.at), unit.span.to) : null;
  if (place !== null) return breakEdit(review, place);
  if (unit.kind === 'supplement' || unit.kind === 'correction') return null;
  const next = reading.units.slice(i).find((u) => u.kind === 'raw' && skipBlanks(issue.text, u.span.from) < u.span.to);
  return next?.kind === 'raw' ? breakEdit(review, skipBlanks(issue.text, next.span.from)) : 'nothing';
}

const breakEdit = (review: Review, at: Offset): Edit | 'nothing' =>
  has(review.breaks, at) ? 'nothing' : { kind: 'breakParagraph', at };

const rawPlace = (issue: Issue, from: Offset, to: Offset): Offset | null => {
  const at = skipBlanks(issue.text, from, to);
  return at < to ? at : null;
};

/** What a splice does to one cell: the units from `first` to `last` are touched. */
interface Touched {
  units: Unit[];
  from: number;
  to: number;
}

class Splicer {
  readonly #issue: Issue;
  readonly #reading: Reading;
  /** The units of the cells that the splice touches. */
  readonly #units: readonly Unit[];
  readonly #splice: Splice;
  readonly #article: ArticleId;
  readonly #by: { readonly by?: string };

  constructor(issue: Issue, reading: Reading, splice: Splice, article: ArticleId, by: string | undefined) {
    this.#issue = issue;
    this.#reading = reading;
    this.#units = unitsAt(reading.units, splice.at, splice.at + splice.del);
    this.#splice = splice;
    this.#article = article;
    this.#by = by === undefined ? {} : { by };
  }

  edits(): Edit[] {
    const { at, del, ins } = this.#splice;
    const end = at + del;
    const cells = this.#cellsIn(at, end);
    const receiver = this.#receiver(cells, at, end);
    const joins = this.#joinedParagraphs(at, end);
    const isBackspace = del === 1 && ins === '' && joins.length === 1;
    const edits: Edit[] = [];
    for (const cell of cells) {
      const text = cell === receiver ? ins : '';
      const losesJoin = !isBackspace && this.#losesJoin(cell, at, end);
      edits.push(...this.#editCell(cell, text, losesJoin));
    }
    return [...joins, ...edits];
  }

  /** The cells that the range touches, each with the part of the range within it. */
  #cellsIn(at: number, end: number): Touched[] {
    const cells: Touched[] = [];
    for (const unit of this.#units) {
      if (unit.kind === 'break') continue;
      const last = cells.at(-1);
      if (last && last.units[0]?.cell === unit.cell) last.units.push(unit);
      else cells.push({ units: [unit], from: 0, to: 0 });
    }
    return cells.flatMap((cell) => {
      const content = contentOf(cell);
      const [start, stop] = [content[0]?.at ?? 0, endOf(content.at(-1))];
      const joinEnd = endOf(cell.units.at(-1));
      if (at > joinEnd || end < start) return [];
      return [
        { units: cell.units, from: Math.min(Math.max(at, start), stop), to: Math.min(Math.max(end, start), stop) },
      ];
    });
  }

  /** The cell that takes the inserted text: the first that loses characters, else the first that holds the place. */
  #receiver(cells: readonly Touched[], at: number, end: number): Touched | undefined {
    const holdsPlace = cells.find((cell) => cell.from === at);
    if (at === end) return holdsPlace ?? cells[0];
    return cells.find((cell) => cell.from === at && cell.to > cell.from) ?? holdsPlace ?? cells[0];
  }

  /** Whether the range takes the space (or nothing) with which the cell's line runs on, or its paragraph's end. */
  #losesJoin(cell: Touched, at: number, end: number): boolean {
    const stop = endOf(contentOf(cell).at(-1));
    if (at > stop || end <= stop) return false;
    const next = this.#units.find(
      (unit) => unit.at === stop && (unit.kind === 'join' || unit.kind === 'break') && unit.text !== '',
    );
    return next !== undefined && next.at >= at && endOf(next) <= end;
  }

  #joinedParagraphs(at: number, end: number): Edit[] {
    return this.#units.flatMap((unit): Edit[] =>
      unit.kind === 'break' && unit.start !== null && unit.at >= at && endOf(unit) <= end
        ? [{ kind: 'joinParagraphs', at: unit.start }]
        : [],
    );
  }

  #editCell(cell: Touched, ins: string, losesJoin: boolean): readonly Edit[] {
    const content = contentOf(cell);
    const supplement = content.find((unit) => unit.kind === 'supplement');
    if (supplement?.kind === 'supplement') return this.#editSupplement(supplement, cell, ins);
    if (cell.from === cell.to && ins === '' && !losesJoin) return [];
    const range = cell.from === cell.to ? insertionIn(content, cell.from) : rangeIn(content, cell);
    if (!range) return [];
    const keepsJoinAway = range.reachesEnd && (losesJoin || range.hadNoJoin);
    const isSame = this.#reading.text.slice(cell.from, cell.to) === ins;
    if (isSame && keepsJoinAway === (range.reachesEnd && range.hadNoJoin)) return [];
    return this.#corrected(content, range, range.prefix + ins + range.suffix + (keepsJoinAway ? NO_JOIN : ''));
  }

  /** The range reads `text`: one correction, after the reverts of what it takes in; less where that says it already. */
  #corrected(content: readonly Unit[], range: Range, text: string): readonly Edit[] {
    const { span, side } = range;
    const correct: Edit = { kind: 'correct', span, ...(side && span.from === span.to && { side }), text, ...this.#by };
    const reverts = range.reverts.map(revertOf);
    if (stands(content, range, text)) return reverts;
    if (reverts.length === 0) return [correct];
    const isRaw = text === this.#issue.text.slice(span.from, span.to) && !content.some((u) => belongsIn(u, span));
    return isRaw ? reverts : [...reverts, correct];
  }

  #editSupplement(unit: Unit & { kind: 'supplement' }, cell: Touched, ins: string): readonly Edit[] {
    const text = unit.text.slice(0, cell.from - unit.at) + ins + unit.text.slice(cell.to - unit.at);
    if (text === unit.text) return [];
    if (text.trim() === '') return [{ kind: 'removeSupplement', article: this.#article, id: unit.id }];
    return [{ kind: 'supply', article: this.#article, role: unit.role, id: unit.id, text }];
  }
}

/** The units of all cells that `[from, to]` of the reading touches, found without looking at the others. */
function unitsAt(units: readonly Unit[], from: number, to: number): readonly Unit[] {
  let first = firstIndex(units, (unit) => endOf(unit) >= from);
  let end = firstIndex(units, (unit) => unit.at > to);
  while (first > 0 && units[first - 1]?.cell === units[first]?.cell) first--;
  while (end > 0 && end < units.length && units[end]?.cell === units[end - 1]?.cell) end++;
  return units.slice(first, end);
}

/** Index of the first unit for which `is` holds; it holds for all after it. */
function firstIndex(units: readonly Unit[], is: (unit: Unit) => boolean): number {
  let low = 0;
  let high = units.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (is(units[middle] as Unit))
      high = middle; // in range by the loop's bounds
    else low = middle + 1;
  }
  return low;
}

interface Range {
  readonly span: Span;
  readonly side?: Side;
  readonly prefix: string;
  readonly suffix: string;
  /** Whether the correction will be the last thing in its cell. */
  readonly reachesEnd: boolean;
  readonly hadNoJoin: boolean;
  /** Insertions whose text is taken in, but whose character stands outside the span. */
  readonly reverts: readonly Correction[];
}

const revertOf = ({ span, side }: Correction): Edit => ({ kind: 'revert', span, ...(side && { side }) });

const hasNoJoin = (unit: Unit) => unit.kind === 'correction' && unit.correction.text.endsWith(NO_JOIN);

/** Where text goes in at `index` of a cell: into a correction that touches the place, else between raw characters. */
function insertionIn(content: readonly Unit[], index: number): Range | null {
  const touching = content.filter((unit) => unit.at <= index && index <= endOf(unit));
  const unit =
    touching.find((u) => u.kind === 'correction') ??
    touching.find((u) => u.kind === 'raw' && u.at < index) ??
    touching.find((u) => u.kind === 'raw');
  if (!unit) return null;
  const start = startIn(unit, index);
  const isLast = unit === content.at(-1);
  const atEnd = isLast && index === endOf(unit);
  if (unit.kind !== 'correction') {
    return {
      ...start,
      span: { from: start.offset, to: start.offset },
      suffix: '',
      reachesEnd: atEnd,
      hadNoJoin: false,
      reverts: [],
    };
  }
  const { span } = unit.correction;
  const place = content.indexOf(unit);
  const before = content.slice(0, place).filter((u) => belongsIn(u, span));
  const after = content.slice(place + 1).filter((u) => belongsIn(u, span));
  const last = after.at(-1) ?? unit;
  return {
    ...start,
    span,
    prefix: textOf(before) + start.prefix,
    suffix: unit.text.slice(index - unit.at) + textOf(after),
    reachesEnd: last === content.at(-1),
    hadNoJoin: hasNoJoin(last),
    reverts: [],
  };
}

/** Whether this very correction is made already. */
const stands = (content: readonly Unit[], { span, side }: Range, text: string): boolean =>
  content.some(
    (unit) =>
      unit.kind === 'correction' &&
      unit.correction.span.from === span.from &&
      unit.correction.span.to === span.to &&
      (span.from < span.to || unit.correction.side === side) &&
      unit.correction.text === text,
  );

const endOf = (unit: Unit | undefined) => (unit ? unit.at + unit.text.length : 0);

const contentOf = (cell: Touched): readonly Unit[] => cell.units.filter((unit) => unit.kind !== 'join');

/**
 * The raw span under a range that takes characters away. Corrections of which it takes a part are taken in whole, and
 * insertions that belong to a character in the span; what the range leaves of their text is `prefix` and `suffix`.
 */
function rangeIn(content: readonly Unit[], { from, to }: Touched): Range | null {
  const met = content.filter((unit) => takes(unit, from, to));
  const [first, last] = [met[0], met.at(-1)];
  if (!first || !last) return null;
  const start = startIn(first, from);
  const stop = stopIn(last, to, content);
  const span = { from: start.offset, to: stop.offset };
  const edges = content.filter((unit) => !met.includes(unit) && belongsIn(unit, span));
  const before = edges.filter((unit) => unit.at <= from && content.indexOf(unit) < content.indexOf(first));
  const after = edges.filter((unit) => !before.includes(unit));
  const inside = met.flatMap((unit) => (unit.kind === 'correction' && !belongsIn(unit, span) ? [unit.correction] : []));
  const end = content.indexOf(after.at(-1) ?? last) === content.length - 1;
  return {
    span,
    prefix: textOf(before) + start.prefix,
    suffix: stop.suffix + textOf(after),
    ...(start.side && { side: start.side }),
    reachesEnd: end,
    hadNoJoin: hasNoJoin(after.at(-1) ?? last),
    reverts: inside.filter((c) => isInsertion(c.span) && !(isInsertion(span) && c.side === start.side)),
  };
}

const textOf = (units: readonly Unit[]) => units.map((unit) => unit.text).join('');

/** Whether a new correction of the span would take the place of the unit's. */
function belongsIn(unit: Unit, span: Span): boolean {
  if (unit.kind !== 'correction' || !contains(span, unit.correction.span)) return false;
  const home = homeOf(unit.correction.span, unit.correction.side);
  return span.from <= home && home < span.to;
}

/** Whether the range takes characters of the unit; a correction without text (a deletion) is taken when it is touched. */
function takes(unit: Unit, from: number, to: number): boolean {
  if (unit.kind === 'hidden') return from < unit.at && unit.at <= to;
  if (unit.text === '') return from <= unit.at && unit.at <= to;
  return from < endOf(unit) && unit.at < to;
}

function startIn(unit: Unit, from: number): { offset: Offset; prefix: string; side?: Side } {
  if (unit.kind === 'correction') {
    const { span, side } = unit.correction;
    return { offset: span.from, prefix: unit.text.slice(0, Math.max(from - unit.at, 0)), ...(side && { side }) };
  }
  if (unit.kind !== 'raw' && unit.kind !== 'hidden') return { offset: 0, prefix: '' };
  const offset = unit.kind === 'raw' ? unit.span.from + Math.max(from - unit.at, 0) : unit.span.from;
  return { offset, prefix: '', side: offset > unit.span.from ? 'before' : 'after' };
}

function stopIn(unit: Unit, to: number, content: readonly Unit[]): { offset: Offset; suffix: string } {
  if (unit.kind === 'correction') {
    return { offset: unit.correction.span.to, suffix: unit.text.slice(Math.max(to - unit.at, 0)) };
  }
  if (unit.kind === 'hidden') return { offset: unit.span.to, suffix: '' };
  if (unit.kind !== 'raw') return { offset: 0, suffix: '' };
  const next = content[content.indexOf(unit) + 1];
  // The blanks that hid behind the last one taken go with it.
  if (to === endOf(unit) && next?.kind === 'hidden' && to > unit.at) return { offset: next.span.to, suffix: '' };
  return { offset: unit.span.from + Math.min(to - unit.at, unit.text.length), suffix: '' };
}
