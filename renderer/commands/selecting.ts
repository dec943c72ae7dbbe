/** Commands that move the selection in the raw pane (desk.md, "The unit of selection"). */
import { skipBlanks, trimBlanks } from '../../shared/model/blank.ts';
import { type OwnedRun, ownerAt, ownersOf } from '../../shared/model/owners.ts';
import { contains, lowerBound, overlaps, type Span } from '../../shared/model/position.ts';
import { isFolded } from '../raw/view.ts';
import type { Act, Command, Situation } from './command.ts';
import { linesIn } from './parts.ts';
import {
  grow,
  type IsFolded,
  moveInLine,
  moveLines,
  moveToEnd,
  selectLineAt,
  selectRange,
  shrink,
} from './selection.ts';
import { lineOf } from './units.ts';
import { toUnsure } from './unsure.ts';

/** Lines that PageUp and PageDown move over. */
const PAGE_LINES = 20;

/** Lines that the raw pane hides: ads and furniture, or all but one article. Blank lines are passed over anyway. */
function foldedIn({ review, state }: Situation): IsFolded {
  const { foldOutside, only } = state;
  if (!foldOutside && only === null) return () => false;
  const owners = ownersOf(review);
  return (line) => {
    const run = ownerAt(owners, line.from);
    return run !== undefined && isFolded(run, { blank: false, outside: foldOutside, only });
  };
}

const selected = (selection: Act['select'] | null): Act | null => (selection ? { select: selection } : null);

/** The selection, or the first line when there is none yet. */
const start = (situation: Situation) => situation.selection ?? selectLineAt(situation, 0);

const lines = (situation: Situation, steps: number, extend: boolean): Act | null => {
  const selection = start(situation);
  return selected(selection && moveLines(situation, selection, steps, { extend, isFolded: foldedIn(situation) }));
};

const toEnd = (situation: Situation, direction: 1 | -1, extend: boolean): Act | null => {
  const selection = start(situation);
  return selected(selection && moveToEnd(situation, selection, direction, extend));
};

const inLine = (situation: Situation, direction: 1 | -1, extend: boolean): Act | null => {
  const selection = start(situation);
  return selected(selection && moveInLine(situation, selection, direction, extend));
};

/** Sets the selection aside for the next act; selected already, it is taken out again. */
function keep(situation: Situation): Act | null {
  const { selection, state } = situation;
  if (!selection) return null;
  const isKept = (span: Span) => state.kept.some((one) => contains(one, span));
  const { spans } = selection;
  const others = state.kept.filter((one) => !spans.some((span) => overlaps(one, span)));
  const kept = spans.every(isKept) ? others : [...others, ...spans].sort((a, b) => a.from - b.from);
  return { set: { kept }, done: { key: 'done.keep', values: { count: linesIn(situation, kept) } } };
}

const anyRun = (): boolean => true;
/** Headlines and their like, bylines, captions: what stands between the texts. */
const isPiece = ({ article, role }: OwnedRun): boolean => article !== null && role !== 'body';

/** The first line of the next (1) or this and then the previous (-1) run of those that is not folded away. */
function toRun(situation: Situation, direction: 1 | -1, isWanted: (run: OwnedRun) => boolean = anyRun): Act | null {
  const selection = start(situation);
  if (!selection) return null;
  const { runs } = ownersOf(situation.review);
  const { foldOutside, only } = situation.state;
  const starts = runs
    .filter((run) => isWanted(run) && !isFolded(run, { blank: false, outside: foldOutside, only }))
    .map((run) => skipBlanks(situation.issue.text, run.from, run.to));
  const at = selection.head.from;
  const next = direction > 0 ? starts.find((from) => from > at) : starts.findLast((from) => from < at);
  return next === undefined ? null : selected(selectLineAt(situation, next));
}

/** From the anchor over the rest of the run that the head stands in; at its end over the next that is not folded, too. */
function extendOverRun(situation: Situation, direction: 1 | -1): Act | null {
  const selection = start(situation);
  if (!selection) return null;
  const { issue, review, state } = situation;
  const { text } = issue;
  const { runs, starts } = ownersOf(review);
  const { from, to } = selection.head;
  const edgeOf = (run: Span) =>
    direction > 0
      ? lineOf(situation, Math.max(trimBlanks(text, run.to, run.from) - 1, run.from))
      : lineOf(situation, skipBlanks(text, run.from, run.to));
  for (let i = lowerBound(starts, from + 1) - 1; ; i += direction) {
    const run = runs[i];
    if (!run) return null;
    if (isFolded(run, { blank: false, outside: state.foldOutside, only: state.only })) continue;
    const edge = edgeOf(run);
    if (edge && (direction > 0 ? edge.from > from : edge.to < to))
      return selected(selectRange(lineOf(situation, selection.anchor.from) ?? edge, edge, 'line'));
  }
}

const row = (id: string, key: string, act: Command['act'], where: Command['where'] = 'raw'): Command => ({
  id: `select.${id}`,
  keys: [key],
  where,
  group: 'select',
  act,
});

export const selecting: readonly Command[] = [
  row('down', 'ArrowDown', (s) => lines(s, 1, false)),
  row('up', 'ArrowUp', (s) => lines(s, -1, false)),
  row('extendDown', 'Shift-ArrowDown', (s) => lines(s, 1, true)),
  row('extendUp', 'Shift-ArrowUp', (s) => lines(s, -1, true)),
  row('pageDown', 'PageDown', (s) => lines(s, PAGE_LINES, false)),
  row('pageUp', 'PageUp', (s) => lines(s, -PAGE_LINES, false)),
  row('extendPageDown', 'Shift-PageDown', (s) => lines(s, PAGE_LINES, true)),
  row('extendPageUp', 'Shift-PageUp', (s) => lines(s, -PAGE_LINES, true)),
  row('first', 'Home', (s) => toEnd(s, -1, false)),
  row('last', 'End', (s) => toEnd(s, 1, false)),
  row('extendFirst', 'Shift-Home', (s) => toEnd(s, -1, true)),
  row('extendLast', 'Shift-End', (s) => toEnd(s, 1, true)),
  row('nextRun', 'Mod-ArrowDown', (s) => toRun(s, 1)),
  row('previousRun', 'Mod-ArrowUp', (s) => toRun(s, -1)),
  row('nextHead', 'Mod-ArrowRight', (s) => toRun(s, 1, isPiece)),
  row('previousHead', 'Mod-ArrowLeft', (s) => toRun(s, -1, isPiece)),
  row('nextUnsure', '.', (s) => toUnsure(s, 1), 'letters'),
  row('previousUnsure', ',', (s) => toUnsure(s, -1), 'letters'),
  row('extendRunDown', 'Mod-Shift-ArrowDown', (s) => extendOverRun(s, 1)),
  row('extendRunUp', 'Mod-Shift-ArrowUp', (s) => extendOverRun(s, -1)),
  row('keep', 'i', keep),
  row('grow', 'Space', (s) => selected(s.selection && grow(s, s.selection))),
  row('shrink', 'Shift-Space', (s) => selected(s.selection && shrink(s, s.selection))),
  row('right', 'ArrowRight', (s) => inLine(s, 1, false)),
  row('left', 'ArrowLeft', (s) => inLine(s, -1, false)),
  row('extendRight', 'Shift-ArrowRight', (s) => inLine(s, 1, true)),
  row('extendLeft', 'Shift-ArrowLeft', (s) => inLine(s, -1, true)),
];
