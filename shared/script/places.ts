/** How a recorded review names places: by lines of the raw text and by numbers, never by ids. */
import { isBlankText } from '../model/blank.ts';
import { lineAt, lineText } from '../model/lines.ts';
import { findArticle, ownerAt, ownersOf, runsOf } from '../model/owners.ts';
import type { Span } from '../model/position.ts';
import type { ArticleId, Issue, Review, RunPiece } from '../model/review.ts';
import { isHeadRole } from '../model/roles.ts';
import { literal } from './code.ts';

const isText = ({ role }: RunPiece): boolean => !isHeadRole(role);

/**
 * `desk.articleAt({ line: 1 })`: by the first line whose text it owns from the start, of its body if it has one (heads
 * are what a review moves about); else by its number.
 */
export function articlePlace(issue: Issue, review: Review, id: ArticleId): string {
  const article = findArticle(review, id);
  const owners = ownersOf(review);
  const runs = article ? runsOf(article) : [];
  for (const run of [...runs.filter(isText), ...runs]) {
    const line = firstLine(issue, run);
    const text = line === null ? null : lineText(issue.text, issue.lines, line);
    if (text && ownerAt(owners, text.from)?.article === id) return `desk.articleAt({ line: ${line} })`;
  }
  return `desk.articleNumber(${review.articles.findIndex((one) => one.id === id) + 1})`;
}

/** The first line (1-based) of the span that has text; null when all is blank. */
export function firstLine(issue: Issue, span: Span): number | null {
  for (let at = span.from; at < span.to; at++)
    if (!isBlankText(issue.text.slice(at, at + 1))) return lineAt(issue.lines, at);
  return null;
}

function lastLine(issue: Issue, span: Span): number | null {
  for (let at = span.to - 1; at >= span.from; at--)
    if (!isBlankText(issue.text.slice(at, at + 1))) return lineAt(issue.lines, at);
  return null;
}

/**
 * `desk.lines(12, 15)`, `desk.line(12)`, or for text within a line `desk.line(12).part('…')`. Null when the span is
 * blank, or begins or ends within a line and goes over several.
 */
export function linesPlace(issue: Issue, span: Span): string | null {
  const [first, last] = [firstLine(issue, span), lastLine(issue, span)];
  if (first === null || last === null) return null;
  const [above, below] = [lineText(issue.text, issue.lines, first), lineText(issue.text, issue.lines, last)];
  if (!above || !below) return null;
  if (span.from <= above.from && span.to >= below.to)
    return first === last ? `desk.line(${first})` : `desk.lines(${first}, ${last})`;
  if (first !== last) return null;
  const from = Math.max(span.from, above.from);
  const part = issue.text.slice(from, Math.min(span.to, above.to)).trim();
  const before = issue.text.slice(above.from, from);
  const occurrence = before.split(part).length;
  return `desk.line(${first}).part(${literal(part)}${occurrence > 1 ? `, ${occurrence}` : ''})`;
}
