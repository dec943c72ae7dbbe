/** The least that makes a review of an assignment: each piece one paragraph, no credits. Until `finish/` lands. */
import { skipBlanks } from '../../shared/model/blank.ts';
import type { Review } from '../../shared/model/review.ts';
import { isParagraphRole } from '../../shared/model/roles.ts';
import type { Doubt, Evidence } from '../../shared/proposal.ts';
import type { Assigned } from './stages.ts';

export function finishAll(assigned: Assigned): {
  review: Review;
  doubts: readonly Doubt[];
  evidence: readonly Evidence[];
} {
  const breaks: number[] = [];
  for (const { pieces } of assigned.articles)
    for (const piece of pieces)
      if (isParagraphRole(piece.role)) breaks.push(skipBlanks(assigned.issue.text, piece.from));
  breaks.sort((a, b) => a - b);
  const review: Review = {
    length: assigned.issue.text.length,
    articles: assigned.articles.map(({ id, pieces }) => ({
      id,
      state: 'proposed',
      pieces,
      credits: [],
      dateline: null,
    })),
    outside: assigned.outside,
    breaks,
    joins: [],
    corrections: [],
    doubtsSettled: {},
    masthead: {},
  };
  return { review, doubts: assigned.doubts, evidence: assigned.evidence };
}
