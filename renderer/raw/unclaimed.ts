import type { Issue, Review } from '../../shared/model/review.ts';

/** The text before anything is known of it, so that it can be read while the segmenter works: no article, no owner. */
export const unclaimed = ({ text }: Issue): Review => ({
  length: text.length,
  articles: [],
  outside: [],
  breaks: [],
  joins: [],
  corrections: [],
  doubtsSettled: {},
  masthead: {},
  notes: [],
  returned: false,
});
