/** Hits in one field of the article, as marks over its text. */
import { runsOf } from '../../shared/model/owners.ts';
import { overlaps } from '../../shared/model/position.ts';
import type { Article } from '../../shared/model/review.ts';
import { readingAt } from '../../shared/reading/places.ts';
import { piecesOf, type Reading } from '../../shared/reading/reading.ts';
import type { Mark } from '../article/marks.ts';
import type { Find } from './find.ts';

const NONE: readonly Mark[] = [];

/** The hits in what `reading` says, in order. None while the search for its present state is on its way. */
export function fieldHits({ isOpen, found, at }: Find, article: Article, reading: Reading): readonly Mark[] {
  if (!isOpen || !found || found.hits.length === 0) return NONE;
  const marks: Mark[] = [];
  const mark = (i: number, from: number, to: number) => {
    if (to > from) marks.push({ kind: i === at ? 'found-now' : 'found', from, to });
  };
  const number = found.sources.findIndex(
    (source) => source.kind === 'field' && source.article === article.id && source.field === reading.field,
  );
  const source = found.sources[number];
  const isRaw = found.sources[0]?.kind === 'raw';
  const runs = isRaw ? runsOf({ ...article, pieces: piecesOf(article, reading.field) }) : [];
  found.hits.forEach((hit, i) => {
    if (isRaw && runs.some((run) => overlaps(run, hit)))
      mark(i, readingAt(reading, hit.from), readingAt(reading, hit.to - 1) + 1);
    else if (!isRaw && hit.text === number && source?.text === reading.text) mark(i, hit.from, hit.to);
  });
  return marks;
}
