/** Taking runs out of articles and putting them in: the work under every assignment. */

import { overlaps, type Span } from '../model/position.ts';
import type { Article, Credit, Dateline, Issue, OutsideRun, Piece, Review, RunPiece } from '../model/review.ts';
import { headRank, isParagraphRole, isSameField } from '../model/roles.ts';
import { endsSentence } from '../model/sentence.ts';
import { has, withOffset, withoutOffset, withoutRange } from '../model/sorted.ts';

/** A review whose runs do not tile the text for a moment: `span` has no owner. */
export interface Carved {
  readonly review: Review;
  readonly credits: readonly Credit[];
  readonly dateline: Dateline | null;
}

/** Takes the span from whoever owns it. Articles left with nothing are gone; what remains of a paragraph stays whole. */
export function carve(issue: Issue, review: Review, span: Span): Carved {
  const credits: Credit[] = [];
  let dateline: Dateline | null = null;
  let { breaks } = review;
  let joins = withoutRange(review.joins, span.from, span.to);
  const articles: Article[] = [];
  for (const article of review.articles) {
    if (!article.pieces.some((piece) => piece.kind === 'run' && overlaps(piece, span))) {
      articles.push(article);
      continue;
    }
    const pieces: Piece[] = [];
    for (const piece of article.pieces) {
      if (piece.kind === 'supplement' || !overlaps(piece, span)) {
        pieces.push(piece);
        continue;
      }
      if (piece.from < span.from) pieces.push({ ...piece, to: span.from });
      if (span.to < piece.to) {
        const rest = { ...piece, from: span.to };
        if (isJoined(issue, review, pieces, rest, piece.from < span.from)) joins = withOffset(joins, rest.from);
        pieces.push(rest);
      }
    }
    const moved = article.credits.filter((credit) => credit.span && overlaps(credit.span, span));
    credits.push(...moved);
    const takesDateline = article.dateline && overlaps(article.dateline.span, span);
    if (takesDateline) dateline = article.dateline;
    if (pieces.length > 0) {
      const whole = coalesce(pieces, { breaks, joins });
      ({ breaks, joins } = whole);
      articles.push({
        ...article,
        state: 'in review',
        pieces: whole.pieces,
        credits: moved.length > 0 ? article.credits.filter((credit) => !moved.includes(credit)) : article.credits,
        dateline: takesDateline ? null : article.dateline,
      });
    }
  }
  const outside = carveOutside(review.outside, span);
  return { review: withoutGoneArticles({ ...review, articles, outside, breaks, joins }), credits, dateline };
}

/** Whether what is left of a piece after a cut runs on from the text piece before it. */
function isJoined(
  issue: Issue,
  review: Review,
  before: readonly Piece[],
  rest: RunPiece,
  fromItsMiddle: boolean,
): boolean {
  if (!isParagraphRole(rest.role) || has(review.breaks, rest.from)) return false;
  return (
    fromItsMiddle ||
    runsOn(
      issue,
      before.findLast((piece) => isSameField(piece.role, rest.role)),
      rest,
    )
  );
}

/** Whether `piece`, which is no paragraph's start, runs on from `before` over a column, page or jump. */
function runsOn(issue: Issue, before: Piece | undefined, piece: RunPiece): boolean {
  if (before?.kind !== 'run') return false;
  return before.to === piece.from || !endsSentence(issue.text, before);
}

function carveOutside(outside: readonly OutsideRun[], span: Span): readonly OutsideRun[] {
  if (!outside.some((run) => overlaps(run, span))) return outside;
  return outside.flatMap((run) => {
    if (!overlaps(run, span)) return [run];
    const left = run.from < span.from ? [{ ...run, to: span.from }] : [];
    const right = span.to < run.to ? [{ ...run, from: span.to }] : [];
    return [...left, ...right];
  });
}

/** Sections name the articles under them; names of articles that are gone are dropped. */
function withoutGoneArticles(review: Review): Review {
  const ids = new Set(review.articles.map((article) => article.id));
  if (!review.outside.some((run) => run.of?.some((id) => !ids.has(id)))) return review;
  const outside = review.outside.map((run) => {
    if (!run.of?.some((id) => !ids.has(id))) return run;
    const { of, ...rest } = run;
    const left = of.filter((id) => ids.has(id));
    return left.length > 0 ? { ...rest, of: left } : rest;
  });
  return { ...review, outside };
}

/** Puts runs that nobody owns outside, touching runs of one role and author made one. */
export function putOutside(outside: readonly OutsideRun[], run: OutsideRun): readonly OutsideRun[] {
  const sorted = [...outside, run].sort((a, b) => a.from - b.from);
  const merged: OutsideRun[] = [];
  for (const next of sorted) {
    const last = merged.at(-1);
    const touches = last && (last === run || next === run || last.to === run.to) && last.to === next.from;
    if (touches && last.role === next.role && last.by === next.by && !last.of && !next.of) {
      merged[merged.length - 1] = { ...last, to: next.to };
    } else merged.push(next);
  }
  return merged;
}

/** Puts a run that nobody owns into the article: heads in their fixed order, the rest by its place in the text. */
export function putRun(issue: Issue, review: Review, article: Article, run: RunPiece): Review {
  const rank = headRank(run.role);
  const first = article.pieces.findIndex((piece) => headRank(piece.role) >= rank);
  const start = first < 0 ? article.pieces.length : first;
  const after = article.pieces.findIndex((piece) => headRank(piece.role) > rank);
  const end = after < 0 ? article.pieces.length : after;
  let at = start;
  let nearest = -1;
  for (let i = start; i < end; i++) {
    const piece = article.pieces[i];
    if (piece?.kind === 'run' && piece.from < run.from && piece.from > nearest) {
      nearest = piece.from;
      at = i + 1;
    }
  }
  const pieces = article.pieces.toSpliced(at, 0, run);
  return settlePieces(issue, review, { ...article, pieces }, [run, pieces[at + 1]]);
}

/**
 * The review with the article's new list of pieces: seams at the starts of `changed` pieces decided anew, runs of one
 * role that touch made one.
 */
export function settlePieces(
  issue: Issue,
  review: Review,
  article: Article,
  changed: readonly (Piece | undefined)[],
): Review {
  let { breaks, joins } = review;
  for (const piece of changed) {
    if (piece?.kind !== 'run' || !isParagraphRole(piece.role)) continue;
    const before = article.pieces
      .slice(0, article.pieces.indexOf(piece))
      .findLast((p) => isSameField(p.role, piece.role));
    const joined = !has(breaks, piece.from) && runsOn(issue, before, piece);
    joins = joined ? withOffset(joins, piece.from) : withoutOffset(joins, piece.from);
  }
  const whole = coalesce(article.pieces, { breaks, joins });
  return withArticle({ ...review, breaks: whole.breaks, joins: whole.joins }, { ...article, pieces: whole.pieces });
}

/** Runs of one role that touch made one; a seam that was a paragraph's end is a break in the middle of a run now. */
function coalesce(list: readonly Piece[], layers: Pick<Review, 'breaks' | 'joins'>) {
  let { breaks, joins } = layers;
  const pieces: Piece[] = [];
  for (const piece of list) {
    const last = pieces.at(-1);
    const touches = last?.kind === 'run' && piece.kind === 'run' && last.role === piece.role && last.to === piece.from;
    if (!touches) {
      pieces.push(piece);
      continue;
    }
    if (isParagraphRole(piece.role) && !has(joins, piece.from)) breaks = withOffset(breaks, piece.from);
    joins = withoutOffset(joins, piece.from);
    pieces[pieces.length - 1] = { ...last, to: piece.to };
  }
  return { pieces, breaks, joins };
}

export const withArticle = (review: Review, article: Article): Review => ({
  ...review,
  articles: review.articles.map((other) => (other.id === article.id ? article : other)),
});

/** An edit on an article puts it in review. */
export const touched = (article: Article): Article =>
  article.state === 'in review' ? article : { ...article, state: 'in review' };
