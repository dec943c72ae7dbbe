/** Articles that an imported file already has (the logical map of a METS): who owns which of its text. */
import type { Span } from './position.ts';
import type { ArticleRole, OutsideRole } from './roles.ts';

export interface GivenRun extends Span {
  readonly role: ArticleRole;
}

export interface GivenOutside extends Span {
  readonly role: OutsideRole;
}

/** Spans are of whole lines, no two overlap. What no span covers is furniture. */
export interface Given {
  /** Each in its reading order. */
  readonly articles: readonly (readonly GivenRun[])[];
  readonly outside: readonly GivenOutside[];
}
