/** Where two states of a review differ: undo and redo show the place they changed. */
import type { History } from '../../shared/journal/history.ts';
import { lineText } from '../../shared/model/lines.ts';
import { findArticle, firstPlace, type OwnedRun, ownerAt, ownersOf } from '../../shared/model/owners.ts';
import type { Offset, Span } from '../../shared/model/position.ts';
import type { Article, ArticleId, Issue, Review } from '../../shared/model/review.ts';

/** The states on both sides of changes. */
export interface BothSides {
  readonly before: History;
  readonly after: History;
}

const isSameRun = (a: OwnedRun | undefined, b: OwnedRun | undefined): boolean =>
  a === b || (!!a && !!b && a.from === b.from && a.to === b.to && a.role === b.role && a.article === b.article);

const isSameOwner = (a: OwnedRun | undefined, b: OwnedRun | undefined): boolean =>
  !!a && !!b && a.role === b.role && a.article === b.article;

/** The span over which the owners differ; null when every character has the same owner in both. */
function changedOwners(before: Review, after: Review): Span | null {
  if (before.articles === after.articles && before.outside === after.outside) return null;
  const a = ownersOf(before).runs;
  const b = ownersOf(after).runs;
  let head = 0;
  while (head < a.length && head < b.length && isSameRun(a[head], b[head])) head++;
  if (head === a.length && head === b.length) return null;
  let tail = 0;
  while (
    tail < a.length - head &&
    tail < b.length - head &&
    isSameRun(a[a.length - 1 - tail], b[b.length - 1 - tail])
  ) {
    tail++;
  }
  const [first, other] = [a[head], b[head]];
  const [last, otherLast] = [a[a.length - 1 - tail], b[b.length - 1 - tail]];
  // A run that only ends or begins elsewhere has changed there, not at its other end.
  const from = isSameOwner(first, other)
    ? Math.min(first?.to ?? 0, other?.to ?? 0)
    : Math.min(first?.from ?? before.length, other?.from ?? before.length);
  const to = isSameOwner(last, otherLast)
    ? Math.max(last?.from ?? from, otherLast?.from ?? from)
    : Math.max(last?.to ?? from, otherLast?.to ?? from);
  return { from, to: Math.max(from, to) };
}

/** The first offset that stands in one of two sorted lists only. */
function changedOffset(a: readonly Offset[], b: readonly Offset[]): Offset | null {
  if (a === b) return null;
  let i = 0;
  while (i < a.length && a[i] === b[i]) i++;
  if (i === a.length && i === b.length) return null;
  return Math.min(a[i] ?? Infinity, b[i] ?? Infinity);
}

function changedCorrection(before: Review, after: Review): Offset | null {
  if (before.corrections === after.corrections) return null;
  const known = new Set(before.corrections);
  const left = new Set(after.corrections);
  const added = after.corrections.find((correction) => !known.has(correction));
  const removed = before.corrections.find((correction) => !left.has(correction));
  if (!added && !removed) return null;
  return Math.min(added?.span.from ?? Infinity, removed?.span.from ?? Infinity);
}

/** The article that is new or another in `after`; null when none is. */
export function changedArticle(before: Review, after: Review): Article | null {
  if (before.articles === after.articles) return null;
  const known = new Set(before.articles);
  return after.articles.find((article) => !known.has(article)) ?? null;
}

/** The place in the raw text where the two states differ first; null when they differ nowhere that has a place. */
export function changedPlace(before: Review, after: Review): Span | null {
  const owners = changedOwners(before, after);
  if (owners) return owners;
  const at =
    changedCorrection(before, after) ??
    changedOffset(before.breaks, after.breaks) ??
    changedOffset(before.joins, after.joins);
  if (at !== null) return { from: at, to: at };
  const article = changedArticle(before, after);
  const first = article ? firstPlace(article) : Infinity;
  return Number.isFinite(first) ? { from: first, to: first } : null;
}

/** The article to show in `after`: the same, or what stands at its place when it is gone. */
export function articleToShow(review: Review, shown: ArticleId | null, at: Offset | null): ArticleId | null {
  if (shown !== null && findArticle(review, shown)) return shown;
  const owner = at === null ? undefined : ownerAt(ownersOf(review), at);
  return owner?.article ?? review.articles[0]?.id ?? null;
}

/** The text of the first non-blank line at or after `at`; null when only blanks follow. */
export function lineFrom(issue: Issue, line: number): Span | null {
  for (let number = line; number <= issue.lines.count; number++) {
    const text = lineText(issue.text, issue.lines, number);
    if (text) return text;
  }
  return null;
}
