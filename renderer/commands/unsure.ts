/**
 * Places that may belong to another article, doubts or not: where one of the segmenter's candidates comes near the owner.
 * They are the picker's own figures, so that what is gone to can be seen there. Pure.
 */
import { skipBlanks } from '../../shared/model/blank.ts';
import { findArticle, ownerAt, ownersOf } from '../../shared/model/owners.ts';
import type { Offset } from '../../shared/model/position.ts';
import type { ArticleId } from '../../shared/model/review.ts';
import { isFolded } from '../raw/view.ts';
import type { Act, Situation } from './command.ts';
import { numberOf } from './parts.ts';
import { type Direction, selectLineAt } from './selection.ts';

/** A rival is near from this part of the owner's score on: of 0.1, 0.3 and 1 the least keys (docs/effort.md). */
const NEAR = 0.3;

interface Unsure {
  /** Where the text begins to show. */
  readonly at: Offset;
  /** The article that it fits best beside its own. */
  readonly rival: ArticleId;
}

/** By place. What an editor gave to somebody else, settled or folded away is not asked again. */
function unsurePlaces({ issue, review, history, state }: Situation): readonly Unsure[] {
  const { review: proposed, candidates } = history.proposal;
  const owners = ownersOf(review);
  const before = ownersOf(proposed);
  const folding = { blank: false, outside: state.foldOutside, only: state.only };
  return Object.entries(candidates).flatMap(([from, fits]): readonly Unsure[] => {
    const run = ownerAt(owners, Number(from));
    if (!run || run.article !== ownerAt(before, Number(from))?.article || isFolded(run, folding)) return [];
    const own = run.article === null ? undefined : findArticle(review, run.article);
    if (own?.state === 'settled') return [];
    const mine = fits.find(({ article }) => article === own?.id)?.score ?? 0;
    const rivals = fits.filter(({ article }) => article !== own?.id && findArticle(review, article));
    const [best] = rivals.toSorted((a, b) => b.score - a.score);
    return best && best.score > mine * NEAR ? [{ at: skipBlanks(issue.text, Number(from)), rival: best.article }] : [];
  });
}

/** The next (1) or previous (-1) such place from the selection on; at the end it begins again. */
export function toUnsure(situation: Situation, direction: Direction): Act {
  const places = unsurePlaces(situation).toSorted((a, b) => a.at - b.at);
  const at = situation.selection?.head.from ?? -1;
  const next =
    direction > 0
      ? (places.find((place) => place.at > at) ?? places[0])
      : (places.findLast((place) => place.at < at) ?? places.at(-1));
  const line = next && selectLineAt(situation, next.at);
  if (!next || !line) return { done: { key: 'done.noUnsure' } };
  const article = numberOf(situation.review, next.rival);
  return { select: line, done: { key: 'done.unsure', values: { article } } };
}
