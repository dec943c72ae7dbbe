/** The two readings of a doubt as lines with their owners, both ends in view. Pure. */
import type { Edit } from '../../shared/edits/edit.ts';
import { advance, type History } from '../../shared/journal/history.ts';
import { lineAt, lineText } from '../../shared/model/lines.ts';
import { ownerAt, ownersOf } from '../../shared/model/owners.ts';
import type { Span } from '../../shared/model/position.ts';
import type { ArticleId, Issue, Review } from '../../shared/model/review.ts';
import type { Role } from '../../shared/model/roles.ts';

interface ReadingLine {
  readonly line: number;
  readonly text: string;
  readonly article: ArticleId | null;
  readonly role: Role;
  /** In the span of the doubt; the others are its neighbours. */
  readonly isInside: boolean;
}

/** Lines that are left out between two shown ones. */
interface Gap {
  readonly left: number;
}

export type Reading = readonly (ReadingLine | Gap)[];

/** Lines shown at either end of a long doubt. */
const AT_EACH_END = 2;

/** Numbers of the non-blank lines of the span, with one neighbour before and after. */
function lineNumbers(issue: Issue, span: Span): readonly number[] {
  const { text, lines } = issue;
  const first = lineAt(lines, span.from);
  const last = lineAt(lines, Math.max(span.to - 1, span.from));
  const isPrinted = (number: number) => lineText(text, lines, number) !== null;
  let before = first - 1;
  while (before >= 1 && !isPrinted(before)) before--;
  let after = last + 1;
  while (after <= lines.count && !isPrinted(after)) after++;
  const numbers = before >= 1 ? [before] : [];
  for (let number = first; number <= last; number++) if (isPrinted(number)) numbers.push(number);
  if (after <= lines.count) numbers.push(after);
  return numbers;
}

/** What a review makes of the doubt's lines. */
export function readingOf(issue: Issue, review: Review, span: Span): Reading {
  const numbers = lineNumbers(issue, span);
  const shown = AT_EACH_END + 1;
  const reading: (ReadingLine | Gap)[] = [];
  numbers.forEach((number, i) => {
    const isMiddle = i >= shown && i < numbers.length - shown;
    if (isMiddle) {
      if (i === shown) reading.push({ left: numbers.length - 2 * shown });
      return;
    }
    const line = lineText(issue.text, issue.lines, number);
    const run = line && ownerAt(ownersOf(review), Math.max(line.from, Math.min(span.from, line.to - 1)));
    if (!line || !run) return;
    const isInside = line.to > span.from && line.from < Math.max(span.to, span.from + 1);
    const text = issue.text.slice(line.from, line.to);
    reading.push({ line: number, text, article: run.article, role: run.role, isInside });
  });
  return reading;
}

/** The review after the other reading's edits; null when they do not apply any more. */
export function otherReview(history: History, edits: readonly Edit[]): Review | null {
  let now = history;
  for (const edit of edits) {
    const advanced = advance(now, { group: 0, edit });
    if (!advanced.ok) return null;
    now = advanced.history;
  }
  return now.review;
}
