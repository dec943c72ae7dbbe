/** What the fields of the open review say, read once for a state of the review. */
import { findArticle } from '../../shared/model/owners.ts';
import type { Article, ArticleId, Review } from '../../shared/model/review.ts';
import { type Field, type Reading, readField } from '../../shared/reading/reading.ts';
import type { DeskState } from '../store/index.ts';

const known = new WeakMap<Review, Map<string, Reading>>();

export const articleIn = (state: DeskState, id: ArticleId): Article | undefined =>
  state.history ? findArticle(state.history.review, id) : undefined;

/** The field's reading; an empty one when the article is gone. The same value for the same state of the review. */
export function readingOf(state: DeskState, id: ArticleId, field: Field): Reading {
  const { issue, history } = state;
  const article = articleIn(state, id);
  if (!issue || !history || !article) return { field, text: '', units: [] };
  const readings = known.get(history.review) ?? new Map<string, Reading>();
  known.set(history.review, readings);
  const key = `${id} ${field}`;
  const reading = readings.get(key) ?? readField(issue, history.review, article, field);
  readings.set(key, reading);
  return reading;
}
