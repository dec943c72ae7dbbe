/** The words around a hit, read from the issue and its review as they are now: the index keeps no text. */
import { join } from 'node:path';
import { issueOf } from '../../shared/model/issue.ts';
import { findArticle } from '../../shared/model/owners.ts';
import type { Issue, Review } from '../../shared/model/review.ts';
import { FIELDS, type Reading, readField, titleOf, type Unit } from '../../shared/reading/reading.ts';
import type { Files } from '../desk/files.ts';
import { replay } from '../desk/replay.ts';
import { loadSource } from '../desk/source.ts';
import type { SearchQuery } from './search-query.ts';
import { foldForHits } from './words.ts';

export interface Placed {
  readonly headline: string;
  readonly byline: string;
  readonly words: string;
  readonly marks: readonly (readonly [number, number])[];
  readonly at: number | null;
}

/** UTF-16 units shown before and after the first hit. */
const BEFORE = 24;
const AFTER = 90;
/** Marks in one line of hits. */
const MOST_MARKS = 20;

export interface ReadReview {
  readonly issue: Issue;
  readonly review: Review | null;
}

/** The issue at a path below the archive, and its review. Rejects with a `DeskError` when it can't be read. */
export async function readReview(files: Files, dataFolder: string, root: string, path: string): Promise<ReadReview> {
  const { decoded, content } = await loadSource(files, dataFolder, join(root, path));
  const issue = issueOf(decoded.text);
  return { issue, review: content && replay(issue, content.opening.proposal, content.entries).review };
}

/** Finds what was asked for in an article, or in the raw text where `article` is null. */
export function placeHit({ issue, review }: ReadReview, article: string | null, query: SearchQuery): Placed {
  const needles = query.terms.filter(({ not }) => !not).map(({ text }) => foldForHits(text.replace(/\*$/, '')).text);
  const found = article === null || !review ? undefined : findArticle(review, article);
  if (!found || !review) return { headline: '', byline: '', ...inText(issue.text, needles, (at) => at) };
  const readings = FIELDS.map((field) => readField(issue, review, found, field));
  const hit = readings.find((reading) => marksIn(reading.text, needles).length > 0);
  const shown = hit ?? readings.find((reading) => reading.text !== '');
  const first = found.pieces.find((piece) => piece.kind === 'run');
  const start = first?.kind === 'run' ? first.from : null;
  const byline = found.credits.map(({ name }) => name).join(', ');
  const headline = titleOf(issue, review, found) ?? '';
  if (!shown) return { headline, byline, words: '', marks: [], at: start };
  return { headline, byline, ...inText(shown.text, needles, (at) => rawPlaceOf(shown, at) ?? start) };
}

function inText(text: string, needles: readonly string[], placeOf: (at: number) => number | null) {
  const marks = marksIn(text, needles);
  const at = marks[0]?.[0] ?? 0;
  const from = startOf(text, Math.max(0, at - BEFORE));
  const to = startOf(text, Math.min(text.length, Math.max(at, from) + AFTER));
  return {
    words: text.slice(from, to).replace(/[\s\u3000]/gu, ' '),
    marks: marks
      .filter(([a, b]) => a >= from && b <= to)
      .slice(0, MOST_MARKS)
      .map(([a, b]) => [a - from, b - from] as const),
    at: placeOf(at),
  };
}

/** Never between the halves of a character. */
const startOf = (text: string, at: number): number => (/[\udc00-\udfff]/.test(text.charAt(at)) ? at - 1 : at);

/** Where the needles stand, sorted; those that overlap are one. */
function marksIn(text: string, needles: readonly string[]): readonly (readonly [number, number])[] {
  const folded = foldForHits(text);
  const marks: [number, number][] = [];
  for (const needle of needles) {
    if (needle === '') continue;
    for (let at = folded.text.indexOf(needle); at >= 0; at = folded.text.indexOf(needle, at + needle.length)) {
      const last = folded.places[at + needle.length - 1] ?? 0;
      marks.push([folded.places[at] ?? 0, last + String.fromCodePoint(text.codePointAt(last) ?? 0).length]);
    }
  }
  marks.sort((a, b) => a[0] - b[0]);
  const apart: [number, number][] = [];
  for (const mark of marks) {
    const before = apart.at(-1);
    if (before && mark[0] <= before[1]) before[1] = Math.max(before[1], mark[1]);
    else apart.push(mark);
  }
  return apart;
}

/** The place in the raw text of a place in a reading; null in text that the raw lacks. */
function rawPlaceOf({ units }: Reading, at: number): number | null {
  const unit = units.findLast((one: Unit) => one.at <= at && one.text !== '');
  if (unit?.kind === 'raw') return unit.span.from + (at - unit.at);
  if (unit?.kind === 'correction') return unit.correction.span.from;
  return null;
}
