/** From the notation of `shared/testing/page.ts` to what page reading hands over; and finished reviews in words. */
import { readField } from '../../../../shared/reading/reading.ts';
import { type Page, page } from '../../../../shared/testing/page.ts';
import type { Assigned } from '../../stages.ts';
import { type Finished, type FinishOptions, finish } from '../finish.ts';

/** The assignment of a page, without its paragraphs. */
export function assignedOf({ issue, review }: Page): Assigned {
  const articles = review.articles.map(({ id, pieces }) => ({ id, pieces: pieces.filter((p) => p.kind === 'run') }));
  return { issue, articles, outside: review.outside, doubts: [], evidence: [] };
}

/** A page in notation, finished. */
export function finished(notation: string, options: FinishOptions = {}): Finished & Pick<Page, 'issue'> {
  const drawn = page(notation);
  return { ...finish(assignedOf(drawn), options), issue: drawn.issue };
}

/** The paragraphs of the article's body as they read. */
export function paragraphs(
  { issue, review }: Pick<Finished, 'review'> & Pick<Page, 'issue'>,
  id = 'a1',
): readonly string[] {
  const article = review.articles.find((a) => a.id === id);
  return article ? readField(issue, review, article, 'body').text.split('\n') : [];
}
