/** Where the caret goes when the reading changes under it. */
import { originAt, readingAt } from '../../shared/reading/places.ts';
import type { Reading } from '../../shared/reading/reading.ts';

/** The index in `after` of the raw character that `before` has at `at`; null when either reading lacks it. */
function sameCharacter(before: Reading, after: Reading, at: number): number | null {
  const origin = at < 0 ? null : originAt(before, at);
  if (origin === null) return null;
  const found = readingAt(after, origin);
  return originAt(after, found) === origin ? found : null;
}

/**
 * Where a caret at `at` of `before` stands in `after`, by the raw characters around it: after the one before it, else
 * before the one after it; null when both are gone from the reading (typed text, another article's now).
 */
export function follow(before: Reading, after: Reading, at: number): number | null {
  const left = sameCharacter(before, after, at - 1);
  return left === null ? sameCharacter(before, after, at) : left + 1;
}
