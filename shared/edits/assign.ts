/** Edits that give text another owner: assign, create, split, merge, move. */

import { findArticle, firstPlace, hasHeadline, runsOf } from '../model/owners.ts';
import { contains, type Span } from '../model/position.ts';
import type { Article, Issue, OutsideRun, Piece, Review, RunPiece } from '../model/review.ts';
import { headRank, isHeadRole, type OutsideRole } from '../model/roles.ts';
import { withOffset, withoutOffset } from '../model/sorted.ts';
import type { Edit, Refusal } from './edit.ts';
import { isRefusal, normalSpan } from './normal.ts';
import { type Carved, carve, putOutside, putRun, settlePieces, touched, withArticle } from './pieces.ts';

type Of<K extends Edit['kind']> = Extract<Edit, { kind: K }>;
type Changed = Review | Refusal;

export function assign(issue: Issue, review: Review, edit: Of<'assign'>): Changed {
  const span = normalSpan(issue, review, edit.span);
  if (isRefusal(span)) return span;
  if ('outside' in edit.to) return assignOutside(issue, review, span, edit.to.outside);
  const { article, role } = edit.to;
  const target = findArticle(review, article);
  if (!target) return 'no such article';
  if (runsOf(target).some((run) => run.role === role && contains(run, span))) return 'nothing to change';
  const carved = carve(issue, review, span);
  // The span may have been all that the article held: it stays, in its place in the export order.
  const base = findArticle(carved.review, article) ? carved : { ...carved, review: keepPlace(review, carved, target) };
  return receive(issue, base, article, { kind: 'run', ...span, role });
}

/** Puts an article that lost its last run back, empty, where it was in the export order. */
function keepPlace(before: Review, carved: Carved, article: Article): Review {
  const after = carved.review;
  const at = before.articles.findIndex((other) => other.id === article.id);
  const left = new Set(after.articles.map((other) => other.id));
  const index = before.articles.slice(0, at).filter((other) => left.has(other.id)).length;
  const empty: Article = {
    ...article,
    pieces: [],
    credits: article.credits.filter((credit) => !carved.credits.includes(credit)),
    dateline: article.dateline === carved.dateline ? null : article.dateline,
  };
  return {
    ...after,
    articles: after.articles.toSpliced(index, 0, empty),
    outside: reviveSections(before, after, article.id),
  };
}

/** Sections that named the article name it again. */
const reviveSections = (before: Review, after: Review, id: string): readonly OutsideRun[] =>
  after.outside.map((run) => {
    const was = before.outside.find((other) => other.from === run.from && other.of?.includes(id));
    return was?.of ? { ...run, of: was.of.filter((a) => a === id || run.of?.includes(a)) } : run;
  });

/** The carved text, with the credits that stand in it, becomes the article's. */
function receive(issue: Issue, carved: Carved, id: string, run: RunPiece): Changed {
  const article = findArticle(carved.review, id);
  if (!article) return 'no such article';
  const whole: Article = {
    ...touched(article),
    credits: [...article.credits, ...carved.credits],
    dateline: article.dateline ?? carved.dateline,
  };
  return putRun(issue, carved.review, whole, run);
}

function assignOutside(issue: Issue, review: Review, span: Span, role: OutsideRole): Changed {
  if (review.outside.some((run) => run.role === role && run.by === 'editor' && contains(run, span)))
    return 'nothing to change';
  const { review: rest } = carve(issue, review, span);
  return { ...rest, outside: putOutside(rest.outside, { ...span, role, by: 'editor' }) };
}

export function create(issue: Issue, review: Review, edit: Of<'create'>): Changed {
  if (findArticle(review, edit.newId)) return 'article exists';
  const span = normalSpan(issue, review, edit.span);
  if (isRefusal(span)) return span;
  const carved = carve(issue, review, span);
  const article: Article = { id: edit.newId, state: 'in review', pieces: [], credits: [], dateline: null };
  const { articles } = carved.review;
  const next = articles.findIndex((other) => firstPlace(other) > span.from);
  const placed = articles.toSpliced(next < 0 ? articles.length : next, 0, article);
  return receive(issue, { ...carved, review: { ...carved.review, articles: placed } }, edit.newId, {
    kind: 'run',
    ...span,
    role: edit.role,
  });
}

export function split(issue: Issue, review: Review, edit: Of<'split'>): Changed {
  const article = findArticle(review, edit.article);
  if (!article) return 'no such article';
  if (findArticle(review, edit.newId)) return 'article exists';
  const index = article.pieces.findIndex(
    (piece) => piece.kind === 'run' && piece.from <= edit.at && edit.at < piece.to,
  );
  const piece = article.pieces[index];
  if (piece?.kind !== 'run') return 'nothing to split';
  const rest = normalSpan(issue, review, { from: edit.at, to: piece.to });
  if (isRefusal(rest)) return rest;
  const at = rest.from;
  const stays = article.pieces.slice(0, index);
  if (piece.from < at) stays.push({ ...piece, to: at });
  if (stays.length === 0) return 'nothing to split';
  const goes: Piece[] = [{ ...piece, from: at }, ...article.pieces.slice(index + 1)];
  const isGone = (span: Span | undefined) => !!span && goes.some((p) => p.kind === 'run' && contains(p, span));
  const dateline = article.dateline;
  const first: Article = {
    ...touched(article),
    pieces: stays,
    credits: article.credits.filter((credit) => !isGone(credit.span)),
    dateline: isGone(dateline?.span) ? null : dateline,
  };
  const second: Article = {
    id: edit.newId,
    state: 'in review',
    pieces: goes,
    credits: article.credits.filter((credit) => isGone(credit.span)),
    dateline: isGone(dateline?.span) ? dateline : null,
  };
  const position = review.articles.indexOf(article);
  return {
    ...review,
    articles: review.articles.toSpliced(position, 1, first, second),
    // Only an article's own pieces have seams: the new one begins with a paragraph, whatever stood here.
    joins: withoutOffset(review.joins, at),
  };
}

/**
 * `article` becomes part of `into`. Roles stay; where both have a headline, the second head is text of the body, a
 * crosshead before the text that it stood over.
 */
export function merge(issue: Issue, review: Review, edit: Of<'merge'>): Changed {
  const article = findArticle(review, edit.article);
  const into = findArticle(review, edit.into);
  if (!article || !into || article === into) return 'no such article';
  const isSecondHead = hasHeadline(article) && hasHeadline(into);
  const pieces = (isSecondHead ? article.pieces.map(asBody) : article.pieces).map((piece) => renamed(piece, into));
  const crossheads = isSecondHead ? article.pieces.filter((p) => p.kind === 'run' && isHeadRole(p.role)) : [];
  const heads = [...into.pieces, ...pieces]
    .filter((p) => isHeadRole(p.role))
    .sort((a, b) => headRank(a.role) - headRank(b.role));
  const own = into.pieces.filter((p) => !isHeadRole(p.role));
  const texts = pieces.filter((p) => !isHeadRole(p.role));
  const merged: Article = {
    ...touched(into),
    pieces: [...heads, ...inOrder(own, texts)],
    credits: [...into.credits, ...article.credits],
    dateline: into.dateline ?? article.dateline,
  };
  const base: Review = {
    ...review,
    ...withCrossheads(review, crossheads, article),
    articles: review.articles.filter((other) => other !== article),
    outside: review.outside.map((run) =>
      run.of?.includes(article.id)
        ? { ...run, of: [...new Set(run.of.map((id) => (id === article.id ? into.id : id)))] }
        : run,
    ),
  };
  return settlePieces(issue, base, merged, [texts[0], own[0]]);
}

const asBody = (piece: Piece): Piece => (isHeadRole(piece.role) ? { ...piece, role: 'body' } : piece);

/** A supplement's id is its own within an article. */
function renamed(piece: Piece, into: Article): Piece {
  if (piece.kind === 'run') return piece;
  const taken = new Set(into.pieces.map((other) => (other.kind === 'supplement' ? other.id : '')));
  let { id } = piece;
  while (taken.has(id)) id += "'";
  return { ...piece, id };
}

/** A crosshead is a paragraph, and so is what follows it. */
function withCrossheads(
  review: Review,
  crossheads: readonly Piece[],
  article: Article,
): Pick<Review, 'breaks' | 'joins'> {
  let { breaks, joins } = review;
  if (crossheads.length === 0) return { breaks, joins };
  const text = article.pieces.find((piece) => piece.kind === 'run' && !isHeadRole(piece.role));
  for (const piece of [...crossheads, text]) {
    if (piece?.kind !== 'run') continue;
    breaks = withOffset(breaks, piece.from);
    joins = withoutOffset(joins, piece.from);
  }
  return { breaks, joins };
}

/** Two lists of text pieces as one: one before the other where their places allow it, else each by its place. */
function inOrder(own: readonly Piece[], added: readonly Piece[]): readonly Piece[] {
  const places = (list: readonly Piece[]) => list.flatMap((p) => (p.kind === 'run' ? [p.from] : []));
  const [a, b] = [places(own), places(added)];
  if (Math.max(...b) < Math.min(...a)) return [...added, ...own];
  if (Math.max(...a) < Math.min(...b) || b.length === 0) return [...own, ...added];
  const list = [...own];
  for (const piece of added) {
    const after =
      piece.kind === 'run' ? list.findLastIndex((p) => p.kind === 'run' && p.from < piece.from) : list.length - 1;
    list.splice(after + 1, 0, piece);
  }
  return list;
}

export function movePiece(issue: Issue, review: Review, edit: Of<'movePiece'>): Changed {
  const article = findArticle(review, edit.article);
  if (!article) return 'no such article';
  const piece = article.pieces[edit.from];
  if (!piece || edit.to > article.pieces.length) return 'no such piece';
  if (edit.to === edit.from || edit.to === edit.from + 1) return 'nothing to change';
  const without = article.pieces.toSpliced(edit.from, 1);
  const pieces = without.toSpliced(edit.to > edit.from ? edit.to - 1 : edit.to, 0, piece);
  const isInOrder = pieces.every((p, i) => i === 0 || headRank((pieces[i - 1] as Piece).role) <= headRank(p.role)); // i > 0
  if (!isInOrder) return 'would break the fixed order of heads';
  const next = article.pieces[edit.from + 1];
  return settlePieces(issue, review, { ...touched(article), pieces }, [piece, next, pieces[pieces.indexOf(piece) + 1]]);
}

export function moveArticle(review: Review, edit: Of<'moveArticle'>): Changed {
  const article = findArticle(review, edit.article);
  if (!article || (edit.before !== null && !findArticle(review, edit.before))) return 'no such article';
  const others = review.articles.filter((other) => other !== article);
  const at = edit.before === null ? others.length : others.findIndex((other) => other.id === edit.before);
  if (edit.before === article.id || review.articles[at] === article) return 'nothing to change';
  return { ...review, articles: others.toSpliced(at, 0, article) };
}

export function supply(issue: Issue, review: Review, edit: Of<'supply'>): Changed {
  const article = findArticle(review, edit.article);
  const piece: Piece = { kind: 'supplement', id: edit.id, role: edit.role, text: edit.text };
  if (edit.isNew) return article ? 'article exists' : withNew(review, edit.article, piece);
  if (!article) return 'no such article';
  const at = article.pieces.findIndex((p) => p.kind === 'supplement' && p.id === edit.id);
  const old = article.pieces[at];
  if (old?.kind === 'supplement' && old.role === edit.role) {
    if (old.text === edit.text) return 'nothing to change';
    return withArticle(review, { ...touched(article), pieces: article.pieces.with(at, piece) });
  }
  const others = old ? article.pieces.toSpliced(at, 1) : article.pieces;
  const after = others.findIndex((p) => headRank(p.role) > headRank(edit.role));
  const pieces = others.toSpliced(after < 0 ? others.length : after, 0, piece);
  return settlePieces(issue, review, { ...touched(article), pieces }, [old ? article.pieces[at + 1] : undefined]);
}

const withNew = (review: Review, id: string, piece: Piece): Review => ({
  ...review,
  articles: [...review.articles, { id, state: 'in review', pieces: [piece], credits: [], dateline: null }],
});

export function removeSupplement(issue: Issue, review: Review, edit: Of<'removeSupplement'>): Changed {
  const article = findArticle(review, edit.article);
  if (!article) return 'no such article';
  const at = article.pieces.findIndex((p) => p.kind === 'supplement' && p.id === edit.id);
  if (at < 0) return 'no such supplement';
  const pieces = article.pieces.toSpliced(at, 1);
  if (pieces.length === 0) return withoutArticle(review, article);
  return settlePieces(issue, review, { ...touched(article), pieces }, [pieces[at]]);
}

/** An article that held nothing but a supplement is gone with it. */
const withoutArticle = (review: Review, article: Article): Review => ({
  ...review,
  articles: review.articles.filter((other) => other !== article),
});
