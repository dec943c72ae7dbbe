/** What is marked in a field's text: corrections, lost glyphs, incomplete names, text that the editor supplied. */

import type { Span } from '../../shared/model/position.ts';
import type { Article, Correction } from '../../shared/model/review.ts';
import { MACHINE } from '../../shared/model/review.ts';
import type { Doubt } from '../../shared/proposal.ts';
import { originAt, readingAt } from '../../shared/reading/places.ts';
import type { Reading, Unit } from '../../shared/reading/reading.ts';

export const MARK_KINDS = [
  'machine',
  'correction',
  'deletion',
  'missing',
  'incomplete',
  'supplied',
  'suggestion',
  'found',
  'found-now',
] as const;
export type MarkKind = (typeof MARK_KINDS)[number];

/** A marked range of the reading, `[from, to)`, never empty and never over a paragraph's end. */
export interface Mark {
  readonly kind: MarkKind;
  readonly from: number;
  readonly to: number;
  /** What reads otherwise than the raw text. */
  readonly correction?: Correction;
  /** What may read otherwise: nobody has said so yet. */
  readonly suggestion?: Doubt;
}

/** A character that fonts and encodings lost: U+FFFD, or of a private use area. */
const LOST = /[\uFFFD\uE000-\uF8FF]|[\u{F0000}-\u{FFFFD}\u{100000}-\u{10FFFD}]/gu;

/**
 * All marks of the reading, by place; where two begin at one place, the wider first. `suggestions`: open doubts about
 * characters of the article.
 */
export function marksOf(reading: Reading, article: Article, suggestions: readonly Doubt[] = []): readonly Mark[] {
  const special = reading.units.filter(({ kind }) => kind === 'correction' || kind === 'supplement');
  const marks = [
    ...special.flatMap((unit) => unitMarks(reading.text, unit)),
    ...[...reading.text.matchAll(LOST)].map(({ index, 0: glyph }): Mark => {
      return { kind: 'missing', from: index, to: index + glyph.length };
    }),
    ...article.credits.flatMap((credit) => incompleteName(reading, credit)),
    ...suggestions.flatMap((doubt) => suggestedMark(reading, doubt)),
  ];
  return marks.sort((a, b) => a.from - b.from || b.to - a.to);
}

function unitMarks(text: string, unit: Unit): Mark[] {
  if (unit.kind === 'supplement') return byParagraph(text, unit.at, unit.at + unit.text.length, 'supplied');
  if (unit.kind !== 'correction') return [];
  const { correction } = unit;
  const to = unit.at + unit.text.length;
  const isMachine = correction.by === MACHINE;
  if (unit.text.trim() === '') return besideNothing(text, unit.at, to, correction);
  return byParagraph(text, unit.at, to, isMachine ? 'machine' : 'correction').map((mark) => ({ ...mark, correction }));
}

/** Text that was taken away leaves nothing to mark: the character before it, or after it, carries the mark. */
function besideNothing(text: string, from: number, to: number, correction: Correction): Mark[] {
  const before = from - (isLow(text, from - 1) ? 2 : 1);
  if (before >= 0 && text[before] !== '\n') return [{ kind: 'deletion', from: before, to: from, correction }];
  const after = to + (isLow(text, to + 1) ? 2 : 1);
  return to < text.length && text[to] !== '\n' ? [{ kind: 'deletion', from: to, to: after, correction }] : [];
}

const isLow = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff;
};

/** The range without the paragraph ends in it. */
function byParagraph(text: string, from: number, to: number, kind: MarkKind): Mark[] {
  const marks: Mark[] = [];
  for (let start = from; start < to; ) {
    const end = text.indexOf('\n', start);
    const stop = end < 0 || end > to ? to : end;
    if (stop > start) marks.push({ kind, from: start, to: stop });
    start = stop + 1;
  }
  return marks;
}

function incompleteName(reading: Reading, { incomplete, span }: Article['credits'][number]): Mark[] {
  const place = incomplete && span ? placeOf(reading, span) : null;
  return place ? [{ kind: 'incomplete', ...place }] : [];
}

function suggestedMark(reading: Reading, suggestion: Doubt): Mark[] {
  const place = placeOf(reading, suggestion.span);
  return place ? [{ kind: 'suggestion', ...place, suggestion }] : [];
}

/** Where the reading says what stands at a span of the raw text; null when it does not, or says something else. */
function placeOf(reading: Reading, span: Span): Span | null {
  const from = readingAt(reading, span.from);
  if (originAt(reading, from) !== span.from) return null;
  const to = readingAt(reading, span.to - 1) + 1;
  return to > from ? { from, to } : null;
}

/** The mark that a pointer or caret at index `at` means: the narrowest there, a correction before others. */
export function markAt(marks: readonly Mark[], at: number): Mark | null {
  let found: Mark | null = null;
  for (const mark of marks) {
    if (mark.from > at) break;
    if (at > mark.to) continue;
    if (
      !found ||
      rank(mark) > rank(found) ||
      (rank(mark) === rank(found) && mark.to - mark.from < found.to - found.from)
    )
      found = mark;
  }
  return found;
}
const rank = (mark: Mark): number => (mark.correction || mark.suggestion ? 1 : 0);
