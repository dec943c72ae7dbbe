/**
 * What the segmenter proposes: a review that nobody has touched, the doubts about it, and for each doubt the other
 * reading as edits. The journal's opening record holds it, so that opening a review never segments again.
 */
import type { Edit } from './edits/edit.ts';
import type { DoubtKind, Evidence } from './evidence.ts';
import type { Given } from './model/given.ts';
import type { Span } from './model/position.ts';
import type { ArticleId, Review } from './model/review.ts';
import type { WordList } from './words/list.ts';

export type { DoubtKind, Evidence, Stage } from './evidence.ts';

/** A place where the second-best reading is close. `id` is `stage:rule@from-to`. */
export interface Doubt {
  readonly id: string;
  readonly kind: DoubtKind;
  readonly span: Span;
  /** The articles it is about, the proposed one first. */
  readonly articles: readonly ArticleId[];
  /** Key in the locales under `doubt.*`, with values for its sentence. */
  readonly why: { readonly key: string; readonly values?: { readonly [name: string]: string | number } };
  /** Probability (0–1) that the proposed reading is right. */
  readonly confidence: number;
  /** The other reading, as edits on the proposal; empty when there is none to offer. */
  readonly other: readonly Edit[];
  readonly evidence: readonly Evidence[];
  /** The second reader who sees it so; none: the segmenter or a word list doubts. */
  readonly reader?: string;
}

/** A ranked candidate: how well a block of text fits an article. */
export interface Candidate {
  readonly article: ArticleId;
  readonly score: number;
}

export interface Proposal {
  /** Version of the segmenter that made it. */
  readonly segmenter: string;
  /** Only proposed articles, no settled doubt, machine corrections only. */
  readonly review: Review;
  readonly doubts: readonly Doubt[];
  /** For runs whose owner was a choice: the articles that fit, best first. Keyed by the run's start. */
  readonly candidates: { readonly [from: number]: readonly Candidate[] };
}

/** What the segmenter gives back. `evidence` is for `--explain` and the window's "Why?"; it is not kept in journals. */
export interface Segmentation {
  readonly proposal: Proposal;
  readonly evidence: readonly Evidence[];
}

export interface SegmentOptions {
  /** Called now and then with the part done (0–1). Throw from it to cancel. */
  readonly progress?: (done: number) => void;
  /** The file's name, a hint for the masthead only. */
  readonly name?: string;
  /** Articles that the file itself has: they are proposed as they are. */
  readonly given?: Given;
  /** What settled issues of the newspaper taught. */
  readonly paper?: WordList;
}
