/** A new proposal over a review: settled articles stay, and what was corrected or supplied in them. */

import { checkReview } from '../model/check.ts';
import { compareCorrections } from '../model/corrections.ts';
import { findArticle, ownersIn, ownersOf, runsOf } from '../model/owners.ts';
import { contains, overlaps } from '../model/position.ts';
import type { ArticleId, Correction, Issue, Review } from '../model/review.ts';
import { MACHINE } from '../model/review.ts';
import type { Candidate, Doubt, Proposal } from '../proposal.ts';
import type { Edit, Refusal } from './edit.ts';
import { carve } from './pieces.ts';

/** The review after the proposal is taken; a refusal when it does not fit this text. */
export function propose(issue: Issue, review: Review, proposal: Proposal): Review | Refusal {
  if (!isValid(issue, proposal)) return 'not a valid proposal';
  const fresh = renumber(proposal, review).review;
  const settled = review.articles.filter((article) => article.state === 'settled');
  const runs = settled.flatMap(runsOf);
  const rest = runs.reduce((r, run) => carve(issue, r, run).review, fresh);
  const untouched = rest.articles.map((article) => ({
    ...article,
    state: findArticle(fresh, article.id)?.state ?? article.state,
  }));
  const inSettled = (at: number) => runs.some((run) => run.from <= at && at < run.to);
  const keep = (from: readonly number[], to: readonly number[]) =>
    [...from.filter((at) => !inSettled(at)), ...to.filter(inSettled)].sort((a, b) => a - b);
  const next: Review = {
    ...rest,
    articles: [...settled, ...untouched].sort((a, b) => place(a.pieces) - place(b.pieces)),
    breaks: keep(rest.breaks, review.breaks),
    joins: keep(rest.joins, review.joins),
    doubtsSettled: review.doubtsSettled,
    masthead: { ...fresh.masthead, ...review.masthead },
    notes: review.notes,
    returned: review.returned,
  };
  return { ...next, corrections: keepCorrections(review, next) };
}

const place = (pieces: Review['articles'][number]['pieces']) =>
  pieces.reduce(
    (least, piece) => (piece.kind === 'run' ? Math.min(least, piece.from) : least),
    Number.POSITIVE_INFINITY,
  );

function isValid(issue: Issue, proposal: Proposal): boolean {
  try {
    return checkReview(issue, { ...proposal.review, notes: [], returned: false }).length === 0;
  } catch {
    return false; // not even shaped like a review: it came from outside
  }
}

/** People's corrections, and the proposal's where they do not meet; none that a new boundary cuts. */
function keepCorrections(review: Review, next: Review): readonly Correction[] {
  const owners = ownersOf(next);
  const own = review.corrections.filter((c) => c.by !== MACHINE && ownersIn(owners, c.span).length <= 1);
  const machine = next.corrections.filter((c) => !own.some((o) => meets(o, c)));
  return [...own, ...machine].sort(compareCorrections);
}

const meets = (a: Correction, b: Correction) =>
  overlaps(a.span, b.span) || contains(a.span, b.span) || contains(b.span, a.span);

/** The proposal with ids that no article of the review has. */
export function renumber(proposal: Proposal, review: Review): Proposal {
  const taken = review.articles.filter((article) => article.state === 'settled').map((article) => article.id);
  const highest = taken.reduce((max, id) => Math.max(max, Number(/^a(\d+)$/.exec(id)?.[1] ?? 0)), 0);
  if (highest === 0) return proposal;
  const renamed = (id: ArticleId): ArticleId => {
    const number = /^a(\d+)$/.exec(id)?.[1];
    return number === undefined ? id : `a${highest + Number(number)}`;
  };
  return {
    ...proposal,
    review: {
      ...proposal.review,
      articles: proposal.review.articles.map((article) => ({ ...article, id: renamed(article.id) })),
      outside: proposal.review.outside.map((run) => (run.of ? { ...run, of: run.of.map(renamed) } : run)),
    },
    doubts: proposal.doubts.map((doubt) => renameDoubt(doubt, renamed)),
    candidates: Object.fromEntries(
      Object.entries(proposal.candidates).map(([from, list]) => [
        from,
        list.map((c): Candidate => ({ ...c, article: renamed(c.article) })),
      ]),
    ),
  };
}

const renameDoubt = (doubt: Doubt, renamed: (id: ArticleId) => ArticleId): Doubt => ({
  ...doubt,
  articles: doubt.articles.map(renamed),
  other: doubt.other.map((edit) => renameEdit(edit, renamed)),
});

function renameEdit(edit: Edit, renamed: (id: ArticleId) => ArticleId): Edit {
  if (edit.kind === 'assign' && 'article' in edit.to)
    return { ...edit, to: { ...edit.to, article: renamed(edit.to.article) } };
  if (edit.kind === 'merge') return { ...edit, article: renamed(edit.article), into: renamed(edit.into) };
  return 'article' in edit ? { ...edit, article: renamed(edit.article) } : edit;
}
