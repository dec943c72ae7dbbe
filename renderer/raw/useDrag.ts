/**
 * Dragging on the bands of the raw pane: the upper edge of a run's first row moves the boundary, the rest of a band
 * links its run (a whole head as one) to the article that it is dropped on. Esc cancels.
 */
import { type PointerEvent, type RefObject, useEffect, useRef, useState } from 'react';
import { skipBlanks } from '../../shared/model/blank.ts';
import { lineSpan } from '../../shared/model/lines.ts';
import { ownerAt, ownersOf } from '../../shared/model/owners.ts';
import type { Offset } from '../../shared/model/position.ts';
import { type Act, perform, situationOf } from '../commands/command.ts';
import { dragBoundary, dragLink } from '../commands/drag.ts';
import { newId } from '../store/ids.ts';
import { desk } from '../store/index.ts';
import type { Rows } from './rows.ts';

/** Height of the edge of a band that holds the boundary, as a share of the row. */
const EDGE = 0.4;
/** Within so many pixels of the pane's ends a drag scrolls it, by so many pixels a move. */
const NEAR_END = 28;
const SCROLL_STEP = 24;

interface Drag {
  readonly kind: 'boundary' | 'link';
  /** Start of the run whose boundary it is, or the place whose run is dragged. */
  readonly from: Offset;
  /** The line's first character that it would be dropped at; null: nowhere yet. */
  readonly to: Offset | null;
}

/** What the drag would do if it were dropped now. */
function actOf(drag: Drag): Act | null {
  const situation = situationOf(desk.store.getState(), newId);
  if (!situation || drag.to === null) return null;
  return drag.kind === 'boundary'
    ? dragBoundary(situation, drag.from, drag.to)
    : dragLink(situation, drag.from, drag.to);
}

export interface DragHandlers {
  /** The drag that is under way, for the line that shows its target. */
  readonly drag: Drag | null;
  /** Each tells whether the event belongs to a drag. */
  down(event: PointerEvent<HTMLElement>): boolean;
  move(event: PointerEvent<HTMLElement>): boolean;
  up(): boolean;
}

export function useDrag(rows: Rows, scroller: RefObject<HTMLElement | null>): DragHandlers {
  const [drag, setDrag] = useState<Drag | null>(null);
  // Handlers of one gesture come faster than renders.
  const current = useRef<Drag | null>(null);
  const set = (next: Drag | null) => {
    current.current = next;
    setDrag(next);
  };

  const isDragging = drag !== null;
  useEffect(() => {
    if (!isDragging) return;
    const cancel = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      current.current = null;
      setDrag(null);
    };
    window.addEventListener('keydown', cancel, true);
    return () => window.removeEventListener('keydown', cancel, true);
  }, [isDragging]);

  return {
    drag,
    down(event) {
      const { target } = event;
      const { history, issue, readOnly } = desk.store.getState();
      if (event.button !== 0 || readOnly || !history || !issue || !(target instanceof Element)) return false;
      const row = target.closest('.band')?.closest<HTMLElement>('[data-row]');
      const at = row && firstPrinted(rows, Number(row.dataset.row));
      if (!row || at === null || at === undefined) return false;
      const run = ownerAt(ownersOf(history.review), at);
      if (!run) return false;
      const { top, height } = row.getBoundingClientRect();
      const isEdge = row.dataset.starts !== undefined && event.clientY - top < height * EDGE && run.from > 0;
      set(isEdge ? { kind: 'boundary', from: run.from, to: null } : { kind: 'link', from: at, to: null });
      event.currentTarget.setPointerCapture(event.pointerId);
      event.preventDefault();
      scroller.current?.focus();
      return true;
    },
    move(event) {
      const { current: now } = current;
      if (!now) return false;
      scrollNearEnds(scroller.current, event.clientY);
      const row = document.elementFromPoint(event.clientX, event.clientY)?.closest<HTMLElement>('[data-row]');
      const to = row ? firstPrinted(rows, Number(row.dataset.row)) : null;
      if (to !== null && to !== now.to) set({ ...now, to });
      return true;
    },
    up() {
      const { current: now } = current;
      if (!now) return false;
      set(null);
      const act = actOf(now);
      if (act) perform(desk, act);
      return true;
    },
  };
}

/** The first printed character of the row's line; null on a blank line. */
function firstPrinted(rows: Rows, row: number): Offset | null {
  const { issue } = rows;
  const { from, to } = lineSpan(issue.lines, rows.lines[row] ?? 1);
  const at = skipBlanks(issue.text, from, to);
  return at < to ? at : null;
}

function scrollNearEnds(element: HTMLElement | null, y: number): void {
  if (!element) return;
  const { top, bottom } = element.getBoundingClientRect();
  if (y < top + NEAR_END) element.scrollTop -= SCROLL_STEP;
  else if (y > bottom - NEAR_END) element.scrollTop += SCROLL_STEP;
}
