/** How far two readers agree: the figures of the score sheet, the second reader's reading taken for the gold. */
import { buildDocument } from '../document/build.ts';
import type { Issue, Review } from '../model/review.ts';
import type { Source } from '../model/source.ts';
import { type Figures, figuresOf } from '../score/figures.ts';
import { goldOf, readingOf } from '../score/gold.ts';
import { scoreOf } from '../score/score.ts';

/** It stands in no figure. */
const NOWHERE: Source = { name: '', sha256: '', encoding: 'utf-8', bom: false, lineEnd: 'lf' };

/** The figures for one issue; intervals need more than one. */
export function agreementOf(issue: Issue, mine: Review, theirs: Review): Figures {
  const documentOf = (review: Review) => buildDocument({ issue, review, doubts: [], source: NOWHERE, sha256: '' });
  return figuresOf([scoreOf(goldOf(documentOf(theirs)), readingOf(documentOf(mine)))], 0);
}
