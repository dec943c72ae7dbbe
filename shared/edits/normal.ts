/** Spans as edits take them: blanks follow the run before them, and no boundary cuts a character or a correction. */
import { skipBlanks, trimBlanks } from '../model/blank.ts';
import { firstCorrectionAt, isInsertion } from '../model/corrections.ts';
import type { Offset, Span } from '../model/position.ts';
import type { Correction, Issue, Review } from '../model/review.ts';
import { insideCharacter } from '../model/scripts.ts';
import type { Refusal } from './edit.ts';

/**
 * The span that an edit on `span` takes: from its first non-blank character (0 when only blanks stand before it) up to
 * the next non-blank character after it. A refusal when it holds nothing or would cut something.
 */
export function normalSpan(issue: Issue, review: Review, span: Span): Span | Refusal {
  const { text } = issue;
  if (span.to > text.length) return 'span is outside the text';
  const first = skipBlanks(text, span.from, span.to);
  if (first >= span.to) return 'span is blank';
  const from = trimBlanks(text, first) === 0 ? 0 : first;
  const to = skipBlanks(text, trimBlanks(text, span.to, first));
  return cutRefusal(issue, review, from) ?? cutRefusal(issue, review, to) ?? { from, to };
}

/** Why no boundary can be at `at`; undefined when one can. */
export function cutRefusal(issue: Issue, review: Review, at: Offset): Refusal | undefined {
  if (insideCharacter(issue.text, at)) return 'cuts a character';
  const before = review.corrections[lastBefore(review.corrections, at)];
  return before && before.span.from < at && at < before.span.to ? 'cuts a correction' : undefined;
}

/** Index of the last correction that starts before `at`; -1 when there is none. Corrections do not overlap. */
function lastBefore(corrections: readonly Correction[], at: Offset): number {
  let i = firstCorrectionAt(corrections, at) - 1;
  while (i >= 0 && isInsertion((corrections[i] as Correction).span)) i--; // i is in range
  return i;
}

export const isRefusal = <T extends object>(value: T | Refusal): value is Refusal => typeof value === 'string';
