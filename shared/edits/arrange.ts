/** The order of an article's pieces as a whole: what moving them one by one can't reach, since touching runs are one. */
import { isBlankAt } from '../model/blank.ts';
import { findArticle, runsOf } from '../model/owners.ts';
import { contains } from '../model/position.ts';
import type { Article, Issue, Piece, Review } from '../model/review.ts';
import { headRank } from '../model/roles.ts';
import type { Edit, Refusal } from './edit.ts';
import { cutRefusal } from './normal.ts';
import { settlePieces, touched } from './pieces.ts';

type Arrange = Extract<Edit, { kind: 'arrange' }>;

/** Puts all that the article has into this order. A run may come in several parts, each with the run's role. */
export function arrange(issue: Issue, review: Review, edit: Arrange): Review | Refusal {
  const article = findArticle(review, edit.article);
  if (!article) return 'no such article';
  const pieces = edit.parts.flatMap((part) => pieceOf(article, part) ?? []);
  if (pieces.length < edit.parts.length || !isWhole(article, pieces)) return 'no such piece';
  const isInOrder = pieces.every((piece, i) => headRank(pieces[i - 1]?.role ?? 'kicker') <= headRank(piece.role));
  if (!isInOrder) return 'would break the fixed order of heads';
  const starts = new Set(runsOf(article).map(({ from }) => from));
  for (const piece of pieces) {
    if (piece.kind === 'supplement' || starts.has(piece.from)) continue;
    const refusal = isBlankAt(issue.text, piece.from) ? 'no such piece' : cutRefusal(issue, review, piece.from);
    if (refusal) return refusal;
  }
  if (pieces.every((piece, i) => keyOf(piece) === keyOf(article.pieces[i]))) return 'nothing to change';
  return settlePieces(issue, review, { ...touched(article), pieces }, seams(article, pieces));
}

const keyOf = (piece: Piece | undefined): string =>
  piece === undefined ? '' : piece.kind === 'run' ? `${piece.from} ${piece.to}` : `supplement ${piece.id}`;

function pieceOf({ pieces }: Article, part: Arrange['parts'][number]): Piece | undefined {
  if ('supplement' in part) return pieces.find((piece) => piece.kind === 'supplement' && piece.id === part.supplement);
  if (part.from >= part.to) return undefined;
  const run = pieces.find((piece) => piece.kind === 'run' && contains(piece, part));
  return run && { ...run, ...part };
}

/** Whether they are all that the article has, nothing twice. */
function isWhole(article: Article, pieces: readonly Piece[]): boolean {
  const sizeOf = (list: readonly Piece[]) =>
    list.reduce((size, piece) => size + (piece.kind === 'run' ? piece.to - piece.from : 0), 0);
  const runs = pieces.filter((piece) => piece.kind === 'run').sort((a, b) => a.from - b.from);
  const isApart = runs.every((run, i) => i === 0 || (runs[i - 1]?.to ?? 0) <= run.from);
  const supplements = pieces.flatMap((piece) => (piece.kind === 'supplement' ? [piece.id] : []));
  const wanted = article.pieces.filter(({ kind }) => kind === 'supplement').length;
  return (
    isApart &&
    sizeOf(runs) === sizeOf(article.pieces) &&
    supplements.length === wanted &&
    new Set(supplements).size === wanted
  );
}

/** The pieces that follow on another one than before: whether a paragraph begins there is decided anew. */
function seams(article: Article, pieces: readonly Piece[]): readonly Piece[] {
  const endOf = (piece: Piece | undefined) => (piece?.kind === 'run' ? String(piece.to) : keyOf(piece));
  const before = new Map(
    article.pieces.flatMap((piece, i) => (piece.kind === 'run' ? [[piece.from, endOf(article.pieces[i - 1])]] : [])),
  );
  return pieces.filter((piece, i) => piece.kind === 'run' && before.get(piece.from) !== endOf(pieces[i - 1]));
}
