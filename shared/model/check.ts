/** The laws of a review, checked: conservation holds by them. */
import { isBlankAt } from './blank.ts';
import { compareCorrections, homeOf } from './corrections.ts';
import { type OwnedRun, ownerAt, ownersOf } from './owners.ts';
import type { Issue, Review } from './review.ts';
import { headRank } from './roles.ts';

/** Every law that the review breaks, in words; empty when it breaks none. */
export function checkReview(issue: Issue, review: Review): string[] {
  return [
    ...checkRuns(issue, review),
    ...checkArticles(review),
    ...checkParagraphs(issue, review),
    ...checkCorrections(issue, review),
    ...checkNotes(review),
  ];
}

function checkRuns({ text }: Issue, review: Review): string[] {
  const broken: string[] = [];
  if (review.length !== text.length) broken.push(`length is ${review.length}, the text has ${text.length}`);
  let at = 0;
  for (const run of ownersOf(review).runs) {
    if (run.from < at) broken.push(`${name(run)} overlaps the run before it`);
    if (run.from > at) broken.push(`nobody owns [${at}, ${run.from})`);
    if (run.to <= run.from) broken.push(`${name(run)} is empty`);
    if (run.from > 0 && isBlankAt(text, run.from)) broken.push(`${name(run)} begins with a blank`);
    at = Math.max(at, run.to);
  }
  if (at !== text.length) broken.push(`the runs end at ${at}, the text at ${text.length}`);
  return broken;
}

const name = (run: OwnedRun) => `${run.role} [${run.from}, ${run.to}) of ${run.article ?? 'nobody'}`;

function checkArticles(review: Review): string[] {
  const broken: string[] = [];
  const ids = new Set<string>();
  for (const { id, pieces } of review.articles) {
    if (ids.has(id)) broken.push(`two articles ${id}`);
    ids.add(id);
    if (pieces.length === 0) broken.push(`article ${id} is empty`);
    const supplements = pieces.flatMap((piece) => (piece.kind === 'supplement' ? [piece.id] : []));
    if (new Set(supplements).size < supplements.length) broken.push(`article ${id}: two supplements of one id`);
    pieces.forEach((piece, i) => {
      const before = pieces[i - 1];
      if (!before) return;
      if (headRank(before.role) > headRank(piece.role))
        broken.push(`article ${id}: ${piece.role} after ${before.role}`);
      const touches =
        before.kind === 'run' && piece.kind === 'run' && before.to === piece.from && before.role === piece.role;
      if (touches) broken.push(`article ${id}: two ${piece.role} runs that touch at ${piece.from}`);
    });
  }
  for (const run of review.outside) {
    for (const id of run.of ?? [])
      if (!ids.has(id)) broken.push(`${run.role} at ${run.from} names ${id}, which is gone`);
  }
  return broken;
}

function checkParagraphs({ text }: Issue, review: Review): string[] {
  const broken: string[] = [];
  for (const [layer, list] of [
    ['breaks', review.breaks],
    ['joins', review.joins],
  ] as const) {
    list.forEach((at, i) => {
      if (i > 0 && at <= (list[i - 1] as number)) broken.push(`${layer} are not sorted at ${at}`); // i > 0
      if (at >= text.length || isBlankAt(text, at)) broken.push(`${layer}: no character at ${at}`);
    });
  }
  const breaks = new Set(review.breaks);
  const starts = new Set(ownersOf(review).runs.map((run) => run.from));
  for (const at of review.joins) {
    if (breaks.has(at)) broken.push(`${at} is both a break and a join`);
    if (!starts.has(at)) broken.push(`join at ${at}, where no run begins`);
  }
  return broken;
}

function checkCorrections({ text }: Issue, review: Review): string[] {
  const broken: string[] = [];
  const owners = ownersOf(review);
  review.corrections.forEach((c, i) => {
    const before = review.corrections[i - 1];
    const { from, to } = c.span;
    const raw = text.slice(from, to);
    if (raw.includes('\n')) broken.push(`correction at ${from} contains a line end`);
    if (raw === c.text) broken.push(`correction at ${from} changes nothing`);
    if (from < to && (ownerAt(owners, from)?.to ?? 0) < to) broken.push(`correction at ${from} lies in two runs`);
    if (review.breaks.some((at) => from < at && at < to))
      broken.push(`a paragraph begins inside the correction at ${from}`);
    if (from === to && c.side === undefined) broken.push(`insertion at ${from} has no side`);
    if (!ownerAt(owners, Math.max(homeOf(c.span, c.side), 0))) broken.push(`correction at ${from} is outside the text`);
    if (before && (compareCorrections(before, c) >= 0 || before.span.to > from))
      broken.push(`corrections meet at ${from}`);
  });
  return broken;
}

function checkNotes({ notes, length }: Review): string[] {
  const broken = notes.flatMap(({ id, span }) =>
    span.from <= span.to && span.to <= length ? [] : [`note ${id} is outside the text`],
  );
  if (new Set(notes.map(({ id }) => id)).size < notes.length) broken.push('two notes of one id');
  return broken;
}
