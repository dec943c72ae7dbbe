/** What a row looks like, as plain values: a row whose values are the same after an edit is not drawn again. */
import { skipBlanks } from '../../shared/model/blank.ts';
import { correctionsIn } from '../../shared/model/corrections.ts';
import { lineSpan, lineText } from '../../shared/model/lines.ts';
import { type OwnedRun, ownerAt, ownersIn, ownersOf } from '../../shared/model/owners.ts';
import type { Credit, Review } from '../../shared/model/review.ts';
import type { Role } from '../../shared/model/roles.ts';
import { numbersOf } from './hues.ts';
import { isFirstRow, type Rows, rowSpan } from './rows.ts';

export interface RowLook {
  /** Number (1-based) of the row's line, and whether the row is the first of it. */
  readonly line: number;
  readonly isFirst: boolean;
  readonly isBlank: boolean;
  /** Ids of all articles that own printed text of the line, and the roles, each once. */
  readonly articles: string;
  readonly roles: string;
  /** Role and article number (undefined: outside) of the row's first printed character. */
  readonly role: Role;
  readonly number: number | undefined;
  /** A run begins with this row. */
  readonly startsRun: boolean;
  /** A form feed stands in the line: a page begins. */
  readonly startsPage: boolean;
  readonly credits: readonly Credit[];
  /** Corrections and owners within the row, as a text that differs when they do. */
  readonly marks: string;
}

const NO_CREDITS: readonly Credit[] = [];
const FORM_FEED = '\f';

export function lookOf(rows: Rows, row: number, review: Review): RowLook {
  const { text, lines } = rows.issue;
  const owners = ownersOf(review);
  const span = rowSpan(rows, row);
  const line = rows.lines[row] ?? 1;
  const printed = lineText(text, lines, line);
  const own = ownerAt(owners, printed ? Math.max(span.from, printed.from) : span.from);
  const all = printed ? ownersIn(owners, printed) : own ? [own] : [];
  const numbers = numbersOf(review);
  const number = own?.article ? numbers.get(own.article) : undefined;
  const isFirst = isFirstRow(rows, row);
  return {
    line,
    isFirst,
    isBlank: printed === null,
    articles: distinct(all.flatMap((run) => (run.article ? [run.article] : []))),
    roles: distinct(all.map((run) => run.role)),
    role: own?.role ?? 'furniture',
    number,
    startsRun: isFirst && printed !== null && own !== undefined && skipBlanks(text, own.from) === printed.from,
    startsPage: isFirst && text.slice(span.from, Math.min(span.to, lineSpan(lines, line).to)).includes(FORM_FEED),
    credits: number === undefined ? NO_CREDITS : (review.articles[number - 1]?.credits ?? NO_CREDITS),
    marks: marksOf(rows, row, review, all),
  };
}

const distinct = (names: readonly string[]): string => [...new Set(names)].join(' ');

function marksOf(rows: Rows, row: number, review: Review, owners: readonly OwnedRun[]): string {
  const corrections = correctionsIn(review.corrections, rowSpan(rows, row));
  if (corrections.length === 0 && owners.length < 2) return '';
  const numbers = numbersOf(review);
  return JSON.stringify([corrections, owners.map(({ from, to, article }) => [from, to, numbers.get(article ?? '')])]);
}

/** Whether two looks are drawn alike. */
export const isSameLook = (a: RowLook, b: RowLook): boolean =>
  a.line === b.line &&
  a.isFirst === b.isFirst &&
  a.isBlank === b.isBlank &&
  a.articles === b.articles &&
  a.roles === b.roles &&
  a.role === b.role &&
  a.number === b.number &&
  a.startsRun === b.startsRun &&
  a.startsPage === b.startsPage &&
  a.credits === b.credits &&
  a.marks === b.marks;
