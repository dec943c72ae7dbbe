/**
 * What the stages hand on to one another. Each stage is a pure function in its own file:
 *
 *     text ─columns→ ─lines→ ─roles→ ─seams→ ─units→ ─links→ ─page→ ─finish→ proposal
 *
 * `columns` … `page` decide who owns what (`Assigned`); `finish` turns that into a review with paragraphs, credits,
 * datelines and corrections, and says what it doubts. Each stage: docs/segmenter.md.
 */
import type { Issue, OutsideRun, RunPiece } from '../../shared/model/review.ts';
import type { Doubt, Evidence } from '../../shared/proposal.ts';

/** An article as the page reading leaves it: runs with roles, in reading order, heads first. */
export interface AssignedArticle {
  readonly id: string;
  readonly pieces: readonly RunPiece[];
}

/** The page reading: every character owned, articles in reading order. */
export interface Assigned {
  readonly issue: Issue;
  readonly articles: readonly AssignedArticle[];
  readonly outside: readonly OutsideRun[];
  readonly doubts: readonly Doubt[];
  readonly evidence: readonly Evidence[];
}
