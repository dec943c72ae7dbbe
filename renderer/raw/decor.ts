/** A row's text cut where its look changes: other owners, corrections, credits, lost glyphs, selected characters. */

import { skipBlanks, trimBlanks } from '../../shared/model/blank.ts';
import { correctionsIn } from '../../shared/model/corrections.ts';
import { type OwnedRun, ownersIn, ownersOf } from '../../shared/model/owners.ts';
import { type Offset, overlaps, type Span } from '../../shared/model/position.ts';
import type { ArticleId, Correction, Credit, Review } from '../../shared/model/review.ts';

/** A stretch of a row that looks alike. */
export interface Stroke {
  readonly from: Offset;
  readonly text: string;
  /** The article (null: outside) where a line has several owners; undefined where it has one. */
  readonly owner?: ArticleId | null;
  /** What the text reads instead. */
  readonly corrected?: Correction;
  readonly credit?: true;
  /** A glyph that the scan lost. */
  readonly lost?: true;
  readonly selected?: true;
}

/** U+FFFD and private use: glyphs that nobody can read. */
const LOST = /[\ufffd\ue000-\uf8ff]/gu;
/** Control characters, and marks that turn the direction of what follows: shown as pictures of one unit each. */
const CONTROL = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu;
/** The picture of what has none of its own. */
const UNSEEN = '\u2426';

function pictureOf(control: string): string {
  const code = control.charCodeAt(0);
  if (control === '\t') return control;
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  return code === 0x7f ? '\u2421' : UNSEEN;
}

/** The text as shown: control characters visible, half of a surrogate pair as U+FFFD. */
export const shownText = (text: string): string => text.replace(CONTROL, pictureOf).toWellFormed();

export interface Look {
  readonly review: Review;
  readonly credits: readonly Credit[];
  /** Selected characters; null when whole lines are selected. */
  readonly selected: Span | null;
}

/** The strokes of the row `span` of `text`. */
export function strokesOf(text: string, span: Span, { review, credits, selected }: Look): readonly Stroke[] {
  const corrections = correctionsIn(review.corrections, span);
  // Blanks belong to the run before them: only printed text makes a second owner.
  const runs = ownersIn(ownersOf(review), printedPart(text, span));
  const lost = [...text.slice(span.from, span.to).matchAll(LOST)].map(({ index, 0: glyph }) => ({
    from: span.from + index,
    to: span.from + index + glyph.length,
  }));
  const creditSpans = credits.flatMap((credit) => (credit.span && overlaps(credit.span, span) ? [credit.span] : []));
  const marks: readonly Span[] = [
    ...corrections.map((correction) => correction.span),
    ...(runs.length > 1 ? runs : []),
    ...lost,
    ...creditSpans,
    ...(selected ? [selected] : []),
  ];
  const cuts = new Set([span.from, span.to]);
  for (const mark of marks) {
    if (mark.from > span.from && mark.from < span.to) cuts.add(mark.from);
    if (mark.to > span.from && mark.to < span.to) cuts.add(mark.to);
  }
  const sorted = [...cuts].sort((a, b) => a - b);
  const strokes: Stroke[] = [];
  sorted.forEach((from, i) => {
    strokes.push(...insertionsAt(corrections, from));
    const to = sorted[i + 1];
    if (to === undefined) return;
    const part = { from, to };
    const run = runs.length > 1 ? ownerOf(runs, from) : undefined;
    const corrected = corrections.find((correction) => overlaps(correction.span, part));
    strokes.push({
      from,
      text: shownText(text.slice(from, to)),
      ...(run ? { owner: run.article } : {}),
      ...(corrected ? { corrected } : {}),
      ...(creditSpans.some((credit) => overlaps(credit, part)) ? { credit: true as const } : {}),
      ...(lost.some((glyph) => overlaps(glyph, part)) ? { lost: true as const } : {}),
      ...(selected && overlaps(selected, part) ? { selected: true as const } : {}),
    });
  });
  return strokes;
}

function printedPart(text: string, { from, to }: Span): Span {
  const first = skipBlanks(text, from, to);
  return first === to ? { from, to: from } : { from: first, to: trimBlanks(text, to, first) };
}

const ownerOf = (runs: readonly OwnedRun[], at: Offset) => runs.find((run) => run.from <= at && at < run.to);

const insertionsAt = (corrections: readonly Correction[], at: Offset): readonly Stroke[] =>
  corrections
    .filter(({ span }) => span.from === at && span.to === at)
    .map((corrected) => ({ from: at, text: '', corrected }));
