/** The acts of finding: looking, going from hit to hit, replacing. */

import type { Match } from '../../shared/find/matches.ts';
import { type Replacement, replaceEdits } from '../../shared/find/replace.ts';
import { type Pair, seriesOf } from '../../shared/find/series.ts';
import { sourcesOf } from '../../shared/find/sources.ts';
import { findArticle, ownerAt, ownersOf } from '../../shared/model/owners.ts';
import type { Issue, Review } from '../../shared/model/review.ts';
import { readingOf } from '../article/fieldReading.ts';
import type { Desk } from '../store/desk.ts';
import { newId } from '../store/ids.ts';
import type { DeskState } from '../store/state.ts';
import {
  type Find,
  type FindProblem,
  type Found,
  hitKey,
  MOST_HITS,
  NOTHING_FOUND,
  spansOf,
  wantedHits,
} from './find.ts';
import { type Answer, search } from './search.ts';

/** Changes a part of what is known of finding. */
export const setFind = (desk: Desk, part: Partial<Find>): void =>
  desk.set({ find: { ...desk.store.getState().find, ...part } });

/** Looks for the query in the review as it is now. */
export async function look(desk: Desk): Promise<void> {
  const state = desk.store.getState();
  const { issue, history, find } = state;
  if (!issue || !history) return;
  if (find.series) return lookForSeries(desk, issue, history.review, find.series);
  const { review } = history;
  const { query, where, replacement } = find;
  const sources = sourcesOf(issue, review, where, (article, field) => readingOf(state, article.id, field));
  const texts = sources.map(({ text }) => text);
  const answer =
    query.text === ''
      ? ({ ok: true, hits: [], isCut: false } as const)
      : await search({ texts, query, replacement, most: MOST_HITS });
  const now = desk.store.getState();
  // Another query, another state of the review: its own search is on its way.
  if (answer === null || now.history?.review !== review || now.find.query !== query || now.find.where !== where) return;
  const { hits, isCut } = typeof answer !== 'string' && answer.ok ? answer : { hits: [], isCut: false };
  const problem = problemOf(answer);
  const found: Found = { review, sources, hits, isCut, problem };
  setFind(desk, { found, at: placeIn(now, found) });
}

/** Why there are no hits to show; null where that is what there is. */
function problemOf(answer: Exclude<Answer, null>): FindProblem | null {
  if (answer === 'too slow') return { key: 'find.tooSlow' };
  if (answer === 'no thread') return { key: 'find.noThread' };
  return answer.ok ? null : { key: 'find.notRegExp', detail: answer.detail };
}

/** Finds the places of a series at once: it looks for plain text only. */
function lookForSeries(desk: Desk, issue: Issue, review: Review, pair: Pair): void {
  const { hits, isCut } = seriesOf(issue, review, pair, MOST_HITS);
  const found: Found = { review, sources: sourcesOf(issue, review, 'raw'), hits, isCut, problem: null };
  setFind(desk, { found, at: Math.min(desk.store.getState().find.at, hits.length - 1) });
}

/** Opens the panel with all places like a correction; those in like context are checked. */
export function openSeries(desk: Desk, pair: Pair): void {
  const { issue, history } = desk.store.getState();
  if (!issue || !history) return;
  const { hits, like } = seriesOf(issue, history.review, pair, MOST_HITS);
  // In the raw text a hit's name is its place (`hitKey`).
  const left = new Set(hits.filter((hit) => !like.has(hit)).map(({ from }) => `${from}`));
  setFind(desk, { ...NOTHING_FOUND, isOpen: true, series: pair, left, focus: null });
  lookForSeries(desk, issue, history.review, pair);
}

/** The hit to show: the same as before, else the next from what is selected: in its run, its article, the text. */
function placeIn({ find, issue, history, selection, article }: DeskState, found: Found): number {
  if (found.hits.length === 0 || !issue || !history) return -1;
  if (find.at >= 0) return Math.min(find.at, found.hits.length - 1);
  const from = selection?.head.from ?? 0;
  const run = ownerAt(ownersOf(history.review), from);
  const places = found.hits.map((hit) => spansOf(issue, found, hit)[0]?.from ?? -1);
  const isHere = (hit: Match) => {
    const source = found.sources[hit.text];
    return source?.kind === 'field' && source.article === article;
  };
  const candidates = [
    places.findIndex((at) => at >= from && run !== undefined && at < run.to),
    found.hits.findIndex(isHere),
    places.findIndex((at) => at >= from),
  ];
  return candidates.find((at) => at >= 0) ?? 0;
}

/** Shows the hit in the raw text and in its article. */
export function showHit(desk: Desk, at: number): void {
  const { find, issue, history } = desk.store.getState();
  const hit = find.found?.hits[at];
  if (!find.found || !hit || !issue || !history) return;
  setFind(desk, { at });
  const spans = spansOf(issue, find.found, hit);
  const [first, last] = [spans[0], spans.at(-1)];
  if (first && last) {
    desk.select({ span: { from: first.from, to: last.to }, unit: 'character', spans, anchor: first, head: first });
  }
  const source = find.found.sources[hit.text];
  if (source?.kind === 'field' && findArticle(history.review, source.article)) desk.set({ article: source.article });
}

/** To the hit after (1) or before (-1) the shown one; after the last comes the first. */
export function stepHit(desk: Desk, step: 1 | -1): void {
  const { at, found } = desk.store.getState().find;
  const count = found?.hits.length ?? 0;
  if (count > 0) showHit(desk, (at + step + count) % count);
}

/** Marks a hit to be replaced, or to be left. */
export function toggleHit(desk: Desk, hit: Match): void {
  const { find, issue } = desk.store.getState();
  if (!find.found || !issue) return;
  const key = hitKey(issue, find.found, hit);
  const left = new Set(find.left);
  if (!left.delete(key)) left.add(key);
  setFind(desk, { left });
}

/** Replaces the shown hit; what comes after it is shown next. */
export function replaceOne(desk: Desk): void {
  const { find } = desk.store.getState();
  const hit = find.found?.hits[find.at];
  if (hit) replace(desk, [hit]);
}

/** Replaces all hits that are not left out, as one step of undo. */
export function replaceAll(desk: Desk): void {
  const { find, issue } = desk.store.getState();
  if (issue) replace(desk, wantedHits(issue, find));
}

function replace(desk: Desk, hits: readonly Match[]): void {
  const { find, issue, history, settings } = desk.store.getState();
  const { found } = find;
  // Hits of a review that has changed since would be misplaced; the new ones are on their way.
  if (!found || !issue || found.review !== history?.review) return;
  const by = settings.person === '' ? {} : { by: settings.person };
  const made = replaceEdits(issue, found.review, found.sources, hits, { newId, ...by });
  if (made.count === 0) desk.say('refused', { key: 'find.nothingReplaced' });
  else desk.edit(made.edits, { announce: sentence(made) });
}

const sentence = ({ count, refused }: Replacement) =>
  refused > 0 ? { key: 'find.replacedSome', values: { count, refused } } : { key: 'find.replaced', values: { count } };
