/** How the selection moves, grows and shrinks (desk.md). Pure: a selection in, a selection out, null when it can't. */
import { lineAt, lineText } from '../../shared/model/lines.ts';
import type { Offset, Span } from '../../shared/model/position.ts';
import { type Selection, UNITS, type Unit } from '../store/state.ts';
import { characterSpan, lineOf, type Paper, segmentsOf, unitSpans } from './units.ts';

export type Direction = 1 | -1;

/** Whether a line is folded away; the selection passes over such lines. */
export type IsFolded = (line: Span) => boolean;
const nothingFolded: IsFolded = () => false;

const hull = (spans: readonly Span[]): Span => ({
  from: spans.reduce((least, span) => Math.min(least, span.from), Number.POSITIVE_INFINITY),
  to: spans.reduce((most, span) => Math.max(most, span.to), 0),
});

const sizeOf = (spans: readonly Span[]): number => spans.reduce((size, { from, to }) => size + to - from, 0);

/** One span selected as a unit. */
export const selectSpan = (span: Span, unit: Unit): Selection => ({
  span,
  unit,
  spans: [span],
  anchor: span,
  head: span,
});

/** From the anchor to the head, whichever comes first. */
export function selectRange(anchor: Span, head: Span, unit: Unit): Selection {
  const span = hull([anchor, head]);
  return { span, unit, spans: [span], anchor, head };
}

/** The line (1-based) that holds `at`; the next non-blank one when it is blank. */
export function selectLineAt(paper: Paper, at: Offset): Selection | null {
  const line = lineOf(paper, at) ?? nextLine(paper, lineAt(paper.issue.lines, at), 1, nothingFolded);
  return line && selectSpan(line, 'line');
}

/** The next non-blank line after line `number`, or before it. */
function nextLine(paper: Paper, number: number, direction: Direction, isFolded: IsFolded): Span | null {
  const { text, lines } = paper.issue;
  for (let i = number + direction; i >= 1 && i <= lines.count; i += direction) {
    const line = lineText(text, lines, i);
    if (line && !isFolded(line)) return line;
  }
  return null;
}

/**
 * `steps` non-blank lines up or down; with `extend` from the anchor. A larger selection is left at the end it moves
 * towards, so that ↓ after a block goes on below it.
 */
export function moveLines(
  paper: Paper,
  selection: Selection,
  steps: number,
  options: { readonly extend?: boolean; readonly isFolded?: IsFolded } = {},
): Selection | null {
  const { extend = false, isFolded = nothingFolded } = options;
  const direction: Direction = steps < 0 ? -1 : 1;
  const isWide = selection.unit !== 'line' && selection.unit !== 'segment' && selection.unit !== 'character';
  const leave = direction > 0 ? Math.max(selection.span.to - 1, selection.span.from) : selection.span.from;
  let line = lineOf(paper, isWide && !extend ? leave : selection.head.from);
  for (let i = 0; i < Math.abs(steps); i++) {
    const number = lineAt(paper.issue.lines, line?.from ?? selection.head.from);
    const next = nextLine(paper, number, direction, isFolded);
    if (!next) break;
    line = next;
  }
  if (!line) return null;
  if (extend) return selectRange(lineOf(paper, selection.anchor.from) ?? line, line, 'line');
  return selectSpan(line, 'line');
}

/** The first or last non-blank line of the issue. */
export function moveToEnd(paper: Paper, selection: Selection, direction: Direction, extend: boolean): Selection | null {
  const { lines } = paper.issue;
  const line = nextLine(paper, direction > 0 ? lines.count + 1 : 0, direction > 0 ? -1 : 1, nothingFolded);
  if (!line) return null;
  return extend ? selectRange(lineOf(paper, selection.anchor.from) ?? line, line, 'line') : selectSpan(line, 'line');
}

/**
 * Within the line: from the line to its first or last segment (its first or last character when it has one segment),
 * from segment to segment, from character to character. With `extend`, characters from the anchor.
 */
export function moveInLine(paper: Paper, selection: Selection, direction: Direction, extend = false): Selection | null {
  const line = lineOf(paper, selection.head.from);
  if (!line) return null;
  if (selection.unit === 'character') return moveCharacter(paper, selection, line, direction, extend);
  const segments = segmentsOf(paper, line);
  if (selection.unit === 'segment') {
    const i = segments.findIndex((segment) => segment.from === selection.head.from);
    const next = segments[i + direction];
    if (!next) return null;
    return extend ? selectRange(selection.anchor, next, 'segment') : selectSpan(next, 'segment');
  }
  const segment = segments.at(direction > 0 ? 0 : -1);
  if (segment && segments.length > 1) return selectSpan(segment, 'segment');
  return selectSpan(characterSpan(paper, direction > 0 ? line.from : line.to - 1), 'character');
}

function moveCharacter(
  paper: Paper,
  { anchor, head }: Selection,
  line: Span,
  direction: Direction,
  extend: boolean,
): Selection | null {
  const at = direction > 0 ? head.to : head.from - 1;
  if (at < line.from || at >= line.to) return null;
  const next = characterSpan(paper, at);
  return extend ? selectRange(anchor, next, 'character') : selectSpan(next, 'character');
}

/** The spans of a unit over everything from anchor to head. */
function spansOver(paper: Paper, selection: Selection, unit: Unit): readonly Span[] {
  const { anchor, head } = selection;
  if (unit === 'article' || anchor.from === head.from) return unitSpans(paper, unit, head.from);
  return [hull([...unitSpans(paper, unit, anchor.from), ...unitSpans(paper, unit, head.from)])];
}

/** The next larger unit that holds more than the selection: line → block → run → article → page. */
export function grow(paper: Paper, selection: Selection): Selection | null {
  const size = sizeOf(selection.spans);
  for (const unit of UNITS.slice(UNITS.indexOf(selection.unit) + 1)) {
    const spans = spansOver(paper, selection, unit);
    if (sizeOf(spans) > size) return { ...selection, span: hull(spans), unit, spans };
  }
  return null;
}

/** The next smaller unit, at the head of the selection, that holds less; several lines shrink to the one at the head. */
export function shrink(paper: Paper, selection: Selection): Selection | null {
  const size = sizeOf(selection.spans);
  for (let i = UNITS.indexOf(selection.unit); i >= 0; i--) {
    const unit = UNITS[i] ?? 'line';
    const spans = unitSpans(paper, unit, selection.head.from);
    if (sizeOf(spans) >= size) continue;
    const isInner = unit === 'line' || unit === 'segment' || unit === 'character';
    const span = hull(spans);
    return {
      span,
      unit,
      spans,
      ...(isInner ? { anchor: span, head: span } : { anchor: selection.head, head: selection.head }),
    };
  }
  return null;
}
