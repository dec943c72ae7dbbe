/** Where articles begin and end: start here, nudge, merge. All but `merge` are `assign` edits. */
import { skipBlanks } from '../../shared/model/blank.ts';
import { lineAt, lineText } from '../../shared/model/lines.ts';
import { type OwnedRun, ownersOf } from '../../shared/model/owners.ts';
import { lowerBound, type Offset, type Span } from '../../shared/model/position.ts';
import type { Act, Situation } from './command.ts';
import { assign, assignParts, isSameTarget, numberOf, type Part, subject, type Target, targetOf } from './parts.ts';
import type { Direction } from './selection.ts';

/** Neighbouring runs of one owner: indices of the first and last, inclusive. */
interface Stretch {
  readonly first: number;
  readonly last: number;
}

const sameOwner = (a: OwnedRun | undefined, b: OwnedRun | undefined): boolean =>
  a !== undefined && b !== undefined && a.article === b.article && (a.article !== null || a.role === b.role);

function stretchAt(runs: readonly OwnedRun[], index: number): Stretch {
  let first = index;
  let last = index;
  while (sameOwner(runs[first - 1], runs[index])) first--;
  while (sameOwner(runs[last + 1], runs[index])) last++;
  return { first, last };
}

const runIndexAt = (starts: ArrayLike<number>, at: Offset): number => lowerBound(starts, at + 1) - 1;

/** The owner beside a boundary, for text that comes to it: an article's text keeps its own role. */
const comingTo = (neighbour: OwnedRun, run: OwnedRun): Target =>
  neighbour.article !== null && run.article !== null
    ? { ...targetOf(run), article: neighbour.article, role: targetRole(run) }
    : targetOf(neighbour);

const targetRole = (run: OwnedRun) => {
  const target = targetOf(run);
  return 'article' in target ? target.role : 'body';
};

/** Edits that give `[from, to)` to the neighbour. */
function move(runs: readonly OwnedRun[], from: Offset, to: Offset, neighbour: OwnedRun) {
  const parts: Part[] = runs
    .filter((run) => run.from < to && from < run.to)
    .map((run) => ({ from: Math.max(run.from, from), to: Math.min(run.to, to), run }));
  return assignParts(parts, ({ run }) => comingTo(neighbour, run));
}

/**
 * The article starts here: what its stretch of text holds before the selection goes to whoever stands before it. Outside
 * of articles: the next one starts here.
 */
export function startsHere(situation: Situation): Act | null {
  const { issue, review, selection } = situation;
  if (!selection) return null;
  const { runs, starts } = ownersOf(review);
  const at = selection.span.from;
  const index = runIndexAt(starts, at);
  const run = runs[index];
  if (!run) return null;
  if (run.article === null) return nextStartsHere(situation);
  const stretch = stretchAt(runs, index);
  const start = runs[stretch.first]?.from ?? 0;
  const before = runs[stretch.first - 1];
  if (!before || skipBlanks(issue.text, start) >= at) return null;
  return boundaryAct(situation, move(runs, start, at, before), at);
}

/** The next one starts here: the rest of this stretch of text goes to whoever stands after it. */
export function nextStartsHere(situation: Situation): Act | null {
  const { review, selection } = situation;
  if (!selection) return null;
  const { runs, starts } = ownersOf(review);
  const at = selection.span.from;
  const stretch = stretchAt(runs, runIndexAt(starts, at));
  const end = runs[stretch.last]?.to ?? review.length;
  const after = runs[stretch.last + 1];
  if (!after) return null;
  return boundaryAct(situation, move(runs, at, end, after), at);
}

function boundaryAct(situation: Situation, edits: Act['edits'], at: Offset): Act | null {
  if (!edits || edits.length === 0) return null;
  return { edits, done: { key: 'done.boundary', values: { line: lineAt(situation.issue.lines, at) } } };
}

/** The first or last non-blank line of a run, the part of it that the run holds. */
function edgeLine({ issue }: Situation, run: Span, edge: 'first' | 'last'): Span | null {
  const step = edge === 'first' ? 1 : -1;
  const firstNumber = lineAt(issue.lines, skipBlanks(issue.text, run.from, run.to));
  const lastNumber = lineAt(issue.lines, Math.max(run.to - 1, run.from));
  for (let n = edge === 'first' ? firstNumber : lastNumber; n >= firstNumber && n <= lastNumber; n += step) {
    const line = lineText(issue.text, issue.lines, n);
    const part = line && { from: Math.max(line.from, run.from), to: Math.min(line.to, run.to) };
    if (part && part.from < part.to) return part;
  }
  return null;
}

/** The first or last paragraph of a run. */
function edgeBlock({ issue, review }: Situation, run: Span, edge: 'first' | 'last'): Span {
  const inner = review.breaks.filter((at) => skipBlanks(issue.text, run.from, run.to) < at && at < run.to);
  return edge === 'first' ? { from: run.from, to: inner[0] ?? run.to } : { from: inner.at(-1) ?? run.from, to: run.to };
}

/** Moves the nearer end of the run at the selection by one non-blank line or one paragraph, down (1) or up (-1). */
export function nudge(situation: Situation, direction: Direction, by: 'line' | 'block'): Act | null {
  const { issue, review, selection } = situation;
  if (!selection) return null;
  const { runs, starts } = ownersOf(review);
  const at = selection.head.from;
  const index = runIndexAt(starts, at);
  const run = runs[index];
  if (!run) return null;
  const before = runs[index - 1];
  const after = runs[index + 1];
  const line = lineAt(issue.lines, at);
  const toStart = before ? line - lineAt(issue.lines, skipBlanks(issue.text, run.from)) : Infinity;
  const toEnd = after ? lineAt(issue.lines, edgeLine(situation, run, 'last')?.from ?? run.to) - line : Infinity;
  const atStart = toStart <= toEnd;
  const upper = atStart ? before : run;
  const lower = atStart ? run : after;
  if (!upper || !lower) return null;
  const [giver, taker] = direction > 0 ? [lower, upper] : [upper, lower];
  const moved = (by === 'line' ? edgeLine : edgeBlock)(situation, giver, direction > 0 ? 'first' : 'last');
  if (!moved || isSameTarget(giver, targetOf(taker))) return null;
  return {
    edits: [assign(moved, targetOf(taker))],
    done: { key: 'done.nudge', values: { line: lineAt(issue.lines, moved.from) } },
  };
}

/** Makes the article and the next (1) or previous (-1) one article; the earlier one stays. */
export function mergeWith(situation: Situation, direction: Direction): Act | null {
  const { review } = situation;
  const id = subject(situation);
  const i = review.articles.findIndex((article) => article.id === id);
  const upper = review.articles[direction > 0 ? i : i - 1];
  const lower = review.articles[direction > 0 ? i + 1 : i];
  if (i < 0 || !upper || !lower) return null;
  return {
    edits: [{ kind: 'merge', article: lower.id, into: upper.id }],
    set: { article: upper.id },
    done: { key: 'done.merge', values: { article: numberOf(review, lower.id), into: numberOf(review, upper.id) } },
  };
}
