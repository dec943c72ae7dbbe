/**
 * Articles that the file already has, in the place of page reading: each line is whose the file says it is, what
 * the file names nowhere is furniture. Paragraphs, credits and the rest are found as always.
 *
 *     ARTICLE ┬ HEADING  Town council                    →  a1 headline
 *             └ BODY     The council met on Monday …     →  a1 body
 */
import type { Given, GivenOutside, GivenRun } from '../../shared/model/given.ts';
import { lowerBound, type Span } from '../../shared/model/position.ts';
import type { Evidence } from '../../shared/proposal.ts';
import type { LineOwner } from './assign.ts';
import type { SetLine } from './lines/lines.ts';

/** What the file says of its lines: the evidence that stands in `--explain` and under "Why?". */
export const givenEvidence = ({ articles, outside }: Given): readonly Evidence[] =>
  [...articles.flat(), ...outside].map(({ from, to }) => ({
    stage: 'finish',
    rule: 'given',
    span: { from, to },
    weight: 1,
  }));

interface Owned extends Span {
  readonly owner: LineOwner;
}

/** The owner of each line. */
export function givenOwners(lines: readonly SetLine[], { articles, outside }: Given): readonly LineOwner[] {
  const owned: Owned[] = [...articles.flatMap(ownedBy), ...outside.map(outsideOwned)].sort((a, b) => a.from - b.from);
  const starts = owned.map(({ from }) => from);
  return lines.map((line) => {
    const run = owned[lowerBound(starts, line.from + 1) - 1];
    return run && line.from < run.to ? run.owner : NOWHERE;
  });
}

const NOWHERE: LineOwner = { article: -1, role: 'furniture', order: 0 };

const ownedBy = (runs: readonly GivenRun[], article: number): readonly Owned[] =>
  runs.map(({ from, to, role }, order) => ({ from, to, owner: { article, role, order } }));

const outsideOwned = ({ from, to, role }: GivenOutside): Owned => ({
  from,
  to,
  owner: { article: -1, role, order: 0 },
});
