/** The learned parts of the page reading, as `npm run fit` makes them. */
import type { Forest } from '../learned/trees.ts';
import type { PageForests } from './judge.ts';

export interface Models extends PageForests {
  /** What is this line? */
  readonly roles: Forest;
  /** Which roles follow one another (`roles/turns.ts`). */
  readonly turns: readonly number[];
  /** Does another article begin between these two lines of text / of heads? */
  readonly textCut: Forest;
  readonly headCut: Forest;
  /** Does this text unit go on in that one? */
  readonly link: Forest;
  /** Kicker, headline, subhead or lede? */
  readonly fields: Forest;
  /** Is this place (start, end, head of an article) right? */
  readonly trust: Forest;
}

/** Models of the two kinds of text that papers come in (`experts.ts`). */
export interface Experts {
  readonly press: Models;
  readonly scans: Models;
}
