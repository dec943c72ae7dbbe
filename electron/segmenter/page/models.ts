/** The learned parts of the page reading, as `npm run fit` makes them. */
import type { Forest } from '../learned/trees.ts';
import type { PageForests } from './judge.ts';

export interface Models extends PageForests {
  /** What is this line? */
  readonly roles: Forest;
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
