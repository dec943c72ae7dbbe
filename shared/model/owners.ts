/** Who owns what, by place: the assignment as one sorted list of runs. */
import { lowerBound, type Offset, type Span } from './position.ts';
import type { Article, ArticleId, Review, RunPiece } from './review.ts';
import type { Role } from './roles.ts';

/** A run with its owner; `article` is null outside. */
export interface OwnedRun extends Span {
  readonly article: ArticleId | null;
  readonly role: Role;
}

export interface Owners {
  /** All runs of the review, sorted; they tile the text. */
  readonly runs: readonly OwnedRun[];
  /** `starts[i]` is `runs[i].from`. */
  readonly starts: Float64Array;
}

/** By the list of articles: paragraphs, corrections and doubts change no owner. */
const known = new WeakMap<Review['articles'], { readonly outside: Review['outside']; readonly owners: Owners }>();

/** The review's runs by place. Computed once for a state of the review; cost grows with the runs, not the text. */
export function ownersOf(review: Review): Owners {
  const before = known.get(review.articles);
  if (before?.outside === review.outside) return before.owners;
  const runs: OwnedRun[] = review.outside.map(({ from, to, role }) => ({ from, to, role, article: null }));
  for (const article of review.articles) {
    for (const { from, to, role } of runsOf(article)) runs.push({ from, to, role, article: article.id });
  }
  runs.sort((a, b) => a.from - b.from);
  const owners = { runs, starts: Float64Array.from(runs, (run) => run.from) };
  known.set(review.articles, { outside: review.outside, owners });
  return owners;
}

/** The run that holds the character at `at`; undefined beyond the text. */
export function ownerAt(owners: Owners, at: Offset): OwnedRun | undefined {
  return owners.runs[lowerBound(owners.starts, at + 1) - 1];
}

/** The runs that share a character with the span, in order. */
export function ownersIn(owners: Owners, span: Span): readonly OwnedRun[] {
  const first = Math.max(lowerBound(owners.starts, span.from + 1) - 1, 0);
  return owners.runs.slice(first, lowerBound(owners.starts, span.to));
}

/** The article's runs in its reading order. */
export const runsOf = (article: Article): readonly RunPiece[] => article.pieces.filter((p) => p.kind === 'run');

export const findArticle = (review: Review, id: ArticleId): Article | undefined =>
  review.articles.find((article) => article.id === id);

/** The first place of the article in the text; Infinity when it holds only supplements. */
export const firstPlace = (article: Article): Offset =>
  runsOf(article).reduce((least, run) => Math.min(least, run.from), Infinity);

/** Whether the article has a headline, printed or supplied. */
export const hasHeadline = (article: Article): boolean => article.pieces.some((piece) => piece.role === 'headline');
