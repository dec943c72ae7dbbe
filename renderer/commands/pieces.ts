/** The parts of one article's text, in its reading order, and moving them there. */
import { findArticle, ownerAt, ownersOf } from '../../shared/model/owners.ts';
import type { Article, ArticleId, Piece } from '../../shared/model/review.ts';
import { isHeadRole } from '../../shared/model/roles.ts';
import type { Act, Situation } from './command.ts';
import { numberOf, subject } from './parts.ts';
import type { Direction } from './selection.ts';

/** A piece of text with its place among the article's pieces. */
export interface TextPart {
  readonly index: number;
  readonly piece: Piece;
}

/** The article's text pieces in reading order; heads have a fixed order and are not among them. */
export const textPartsOf = (article: Article): readonly TextPart[] =>
  article.pieces.flatMap((piece, index) => (isHeadRole(piece.role) ? [] : [{ index, piece }]));

/** Moves the part (place among the text parts, from 0) so that it is read at place `to`. */
export function movePart(situation: Situation, id: ArticleId, from: number, to: number): Act | null {
  const article = findArticle(situation.review, id);
  const parts = article ? textPartsOf(article) : [];
  const [moved, target] = [parts[from], parts[to]];
  if (!moved || !target || from === to) return null;
  return {
    edits: [{ kind: 'movePiece', article: id, from: moved.index, to: target.index + (to > from ? 1 : 0) }],
    done: { key: 'done.movePart', values: { article: numberOf(situation.review, id), place: to + 1 } },
  };
}

/** The selected part is read one place later (1) or earlier (-1). */
export function movePartBy(situation: Situation, direction: Direction): Act | null {
  const { review, selection } = situation;
  const id = subject(situation);
  const article = id === null ? undefined : findArticle(review, id);
  const run = selection ? ownerAt(ownersOf(review), selection.head.from) : undefined;
  if (!article || !run) return null;
  const from = textPartsOf(article).findIndex(({ piece }) => piece.kind === 'run' && piece.from === run.from);
  return from < 0 ? null : movePart(situation, article.id, from, from + direction);
}
