/**
 * What a drag in the raw pane makes: a boundary put on another line, a run given to another article. The keys for the
 * same edits are Alt ↑ ↓ (a line at a time) and A.
 */
import { skipBlanks } from '../../shared/model/blank.ts';
import { lineAt } from '../../shared/model/lines.ts';
import { type OwnedRun, ownerAt, ownersOf } from '../../shared/model/owners.ts';
import { lowerBound, type Offset } from '../../shared/model/position.ts';
import { isHeadRole } from '../../shared/model/roles.ts';
import type { Act, Situation } from './command.ts';
import { assignParts, type Part, targetOf } from './parts.ts';
import { giveTo } from './roles.ts';
import { selectSpan } from './selection.ts';
import { trimmed } from './units.ts';

/**
 * The boundary before the run that begins at `boundary` is put before `to`, the first printed character of a line. What
 * lies between goes to the run at the other side, in its role, as nudging line by line would have it.
 */
export function dragBoundary(situation: Situation, boundary: Offset, to: Offset): Act | null {
  const { issue, review } = situation;
  const { runs, starts } = ownersOf(review);
  const index = lowerBound(starts, boundary);
  const [upper, lower] = [runs[index - 1], runs[index]];
  if (!upper || lower?.from !== boundary || to === boundary) return null;
  const taker = to > boundary ? upper : lower;
  const [from, end] = to > boundary ? [boundary, to] : [to, boundary];
  const parts = runs
    .filter((run) => run.from < end && from < run.to)
    .map((run): Part => ({ from: Math.max(run.from, from), to: Math.min(run.to, end), run }));
  const edits = assignParts(parts, () => targetOf(taker));
  if (edits.length === 0) return null;
  return { edits, done: { key: 'done.boundary', values: { line: lineAt(issue.lines, skipBlanks(issue.text, to)) } } };
}

/** The run at `at`; of a head all that stands together: kicker, headline and subhead move as one. */
function draggedText({ review }: Situation, at: Offset): readonly OwnedRun[] {
  const { runs, starts } = ownersOf(review);
  const index = lowerBound(starts, at + 1) - 1;
  const run = runs[index];
  if (!run) return [];
  const belongs = (other: OwnedRun | undefined) =>
    other !== undefined && other.article === run.article && isHeadRole(run.role) && isHeadRole(other.role);
  let [first, last] = [index, index];
  while (belongs(runs[first - 1])) first--;
  while (belongs(runs[last + 1])) last++;
  return runs.slice(first, last + 1);
}

/** The run (or whole head) at `at` is linked to the article that owns the text at `to`. */
export function dragLink(situation: Situation, at: Offset, to: Offset): Act | null {
  const target = ownerAt(ownersOf(situation.review), to)?.article ?? null;
  const spans = draggedText(situation, at).map((run) => trimmed(situation, run));
  const [first] = spans;
  const last = spans.at(-1);
  if (target === null || !first || !last) return null;
  const selection = { ...selectSpan({ from: first.from, to: last.to }, 'run'), spans };
  const state = { ...situation.state, kept: [] };
  return giveTo({ ...situation, state, selection }, target);
}
