/**
 * From hits to edits. A hit of the raw text becomes one correction; a hit of a reading becomes what typing over it would
 * become: corrections, one for each printed line that it touches, or a supplement that reads otherwise.
 *
 * Law: the reading after the edits is the reading before with the hits replaced (see `reading/splice.ts` for blanks at a
 * paragraph's edge). Hits are taken from the last to the first, so that those still to come keep their places.
 */
import { apply } from '../edits/apply.ts';
import { examine } from '../edits/corrections.ts';
import type { Edit } from '../edits/edit.ts';
import { findArticle } from '../model/owners.ts';
import type { Issue, Review } from '../model/review.ts';
import { readField, type Unit } from '../reading/reading.ts';
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
  const made = new Making(issue, review, options.by);
  let count = 0;
  let before: Match | null = null;
  for (const hit of hits.toReversed()) {
    const source = sources[hit.text];
    if (!source) continue;
    const isFresh = before?.text === hit.text && isTied(source, hit, before);
    const own = editsOf(issue, made.review, isFresh ? reread(issue, made.now(), source) : source, hit, options);
    before = hit;
    if (own.length > 0 && made.add(own)) count++;
  }
  return { edits: made.all(), count, refused: hits.length - count };
}

type Correct = Extract<Edit, { kind: 'correct' }>;
const isCorrect = (edit: Edit): edit is Correct => edit.kind === 'correct';

/** The edits so far. Corrections wait and are made in one go: one by one each would copy all before it. */
class Making {
  readonly #issue: Issue;
  readonly #by: { readonly by?: string };
  readonly #edits: Edit[] = [];
  /** From the last to the first, none touching another. */
  #waiting: Correct[] = [];
  /** Without what waits. */
  review: Review;

  constructor(issue: Issue, review: Review, by: string | undefined) {
    this.#issue = issue;
    this.review = review;
    this.#by = by === undefined ? {} : { by };
  }

  /** The review with all edits made. */
  now(): Review {
    const [only] = this.#waiting;
    if (!only) return this.review;
    const corrections = this.#waiting.toReversed().map(({ kind: _, by: __, ...one }) => one);
    const edits: readonly Edit[] =
      this.#waiting.length === 1 ? [only] : [{ kind: 'correctAll', corrections, ...this.#by }];
    this.#waiting = [];
    this.#make(edits);
    return this.review;
  }

  all(): readonly Edit[] {
    this.now();
    return this.#edits;
  }

  /** Takes the edits of a hit; returns whether they can be made. */
  add(edits: readonly Edit[]): boolean {
    if (!edits.every(isCorrect)) {
      this.now();
      return this.#make(edits);
    }
    const sorted = edits.toSorted((a, b) => b.span.from - a.span.from);
    const next = this.#waiting.at(-1);
    const list = next ? [next, ...sorted] : sorted;
    const touches = list.some(({ span }, i) => i > 0 && span.to >= (list[i - 1] as Correct).span.from); // i > 0
    if (touches) {
      this.now();
      return this.#make(edits);
    }
    if (sorted.some((edit) => typeof examine(this.#issue, this.review, edit) === 'string')) return false;
    this.#waiting.push(...sorted);
    return true;
  }

  #make(edits: readonly Edit[]): boolean {
    const made = applied(this.#issue, this.review, edits);
    if (!made) return false;
    this.review = made;
    this.#edits.push(...edits);
    return true;
  }
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
function isTied(source: Source, hit: Match, next: Match): boolean {
  if (next.from <= hit.to) return true;
  if (source.kind !== 'field') return false;
  const unit = lastBefore(source.reading.units, hit.to);
  const isWhole = unit?.kind === 'correction' || unit?.kind === 'supplement';
  return isWhole && unit.at + unit.text.length > next.from;
}

/** The last unit that begins before `at`; only it can reach over what follows. They are in order. */
function lastBefore(units: readonly Unit[], at: number): Unit | undefined {
  let low = 0;
  let high = units.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((units[middle] as Unit).at < at)
      low = middle + 1; // in range by the loop's bounds
    else high = middle;
  }
  return units[low - 1];
}

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
