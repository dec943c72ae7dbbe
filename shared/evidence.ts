/** Why the segmenter decided as it did, and what it can be in doubt about. */
import type { Span } from './model/position.ts';

/** The stage of the segmenter that a piece of evidence comes from. */
export type Stage = 'lines' | 'blocks' | 'roles' | 'bodies' | 'heads' | 'finish';

/** One reason for a decision. Doubts, `--explain` and tests read the same list. */
export interface Evidence {
  readonly stage: Stage;
  /** Id of the rule or feature, as in its table: `zh/staff-report`. */
  readonly rule: string;
  readonly span: Span;
  /** For the decision (positive) or against it; log-odds where learned. */
  readonly weight: number;
}

export type DoubtKind = 'boundary' | 'head' | 'credit' | 'furniture' | 'paragraph' | 'character';
