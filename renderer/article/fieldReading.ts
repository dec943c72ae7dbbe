/** What the fields of the open review say, read once for a state of the review. */
import { findArticle } from '../../shared/model/owners.ts';
import type { Article, ArticleId, Issue, Review } from '../../shared/model/review.ts';
import { type ReadBefore, readAgain } from '../../shared/reading/again.ts';
import { type Field, type Reading, readField } from '../../shared/reading/reading.ts';
import type { DeskState } from '../store/index.ts';

const known = new WeakMap<Review, Map<string, Reading>>();
/** The last reading of each field, from which the next is made. */
const last = new WeakMap<Issue, Map<string, ReadBefore>>();

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
  const had = readings.get(key);
  if (had) return had;
  const { review } = history;
  const lasts = last.get(issue) ?? new Map<string, ReadBefore>();
  last.set(issue, lasts);
  const before = lasts.get(key);
  const made = before ? readAgain(issue, before, review, article, field) : readField(issue, review, article, field);
  // Another value for another state of the review, also where it says the same: who follows it is told of the state.
  const reading = made === before?.reading ? { ...made } : made;
  readings.set(key, reading);
  lasts.set(key, { review, article, reading });
  return reading;
}
