/** Colours of articles: eight hues in turn, by the number of the article. The number always stands beside the colour. */
import type { ArticleId, Review } from '../../shared/model/review.ts';

export const HUES = 8;

const known = new WeakMap<Review['articles'], ReadonlyMap<ArticleId, number>>();

/** Number (from 1) of each article in export order. */
export function numbersOf(review: Review): ReadonlyMap<ArticleId, number> {
  const before = known.get(review.articles);
  if (before) return before;
  const numbers = new Map(review.articles.map((article, i) => [article.id, i + 1]));
  known.set(review.articles, numbers);
  return numbers;
}

/** The hue (0 to 7) of an article's number; null outside of articles. */
export const hueOf = (number: number | undefined): number | null => (number === undefined ? null : (number - 1) % HUES);
