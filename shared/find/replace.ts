/**
 * From hits to edits. A hit of the raw text becomes one correction; a hit of a reading becomes what typing over it would
 * become: corrections, one for each printed line that it touches, or a supplement that reads otherwise.
 *
 * Law: the reading after the edits is the reading before with the hits replaced (see `reading/splice.ts` for blanks at a
 * paragraph's edge). Hits are taken from the last to the first, so that those still to come keep their places.
 */
import { apply } from '../edits/apply.ts';
import type { Edit } from '../edits/edit.ts';
import { findArticle } from '../model/owners.ts';
import type { Issue, Review } from '../model/review.ts';
import { readField } from '../reading/reading.ts';
import { spliceEdits } from '../reading/splice.ts';
import type { Match } from './matches.ts';
import type { Source } from './sources.ts';

export interface Replacement {
  /** In the order in which they have to be made. */
  readonly edits: readonly Edit[];
  /** Hits that are replaced. */
  readonly count: number;
  /** Hits that the model refuses, or that read as wanted already: they stay as they are. */
  readonly refused: number;
}

export interface ReplaceOptions {
  /** Id of a new supplement. */
  readonly newId: () => string;
  /** Who stands in the corrections. */
  readonly by?: string;
}

/** The edits that replace `hits` (in order of place, as they were found in `sources`). */
export function replaceEdits(
  issue: Issue,
  review: Review,
  sources: readonly Source[],
  hits: readonly Match[],
  options: ReplaceOptions,
): Replacement {
  const edits: Edit[] = [];
  let now = review;
  let count = 0;
  let before: Match | null = null;
  for (const hit of hits.toReversed()) {
    const source = sources[hit.text];
    if (!source) continue;
    const isFresh = before?.text === hit.text && isTied(source, hit, before);
    const own = editsOf(issue, now, isFresh ? reread(issue, now, source) : source, hit, options);
    const made = own.length > 0 ? applied(issue, now, own) : null;
    before = hit;
    if (!made) continue;
    now = made;
    count++;
    edits.push(...own);
  }
  return { edits, count, refused: hits.length - count };
}

function editsOf(
  issue: Issue,
  review: Review,
  source: Source,
  hit: Match,
  { newId, by }: ReplaceOptions,
): readonly Edit[] {
  const { from, to, instead } = hit;
  if (source.kind === 'raw') {
    return [{ kind: 'correct', span: { from, to }, text: instead, ...(by === undefined ? {} : { by }) }];
  }
  const splice = { at: from, del: to - from, ins: instead };
  return spliceEdits(issue, review, source.article, source.field, splice, newId, by, source.reading);
}

/** The source as it reads now: what two hits share was changed with the one, so the other needs a new reading. */
function reread(issue: Issue, review: Review, source: Source): Source {
  const article = source.kind === 'field' ? findArticle(review, source.article) : undefined;
  if (source.kind === 'raw' || !article) return source;
  const reading = readField(issue, review, article, source.field);
  return { ...source, reading, text: reading.text };
}

/** Whether two hits (`next` stands after `hit`) touch, or take parts of one correction or supplement. */
const isTied = (source: Source, hit: Match, next: Match): boolean =>
  next.from <= hit.to ||
  (source.kind === 'field' &&
    source.reading.units.some(
      ({ kind, at, text }) =>
        (kind === 'correction' || kind === 'supplement') && at < hit.to && at + text.length > next.from,
    ));

/** The review after all of the edits; null when one is refused. */
function applied(issue: Issue, review: Review, edits: readonly Edit[]): Review | null {
  let now = review;
  for (const edit of edits) {
    const made = apply(issue, now, edit);
    if (!made.ok) return null;
    now = made.review;
  }
  return now;
}
