/** Selecting with the mouse: a click takes a line, a drag lines, a drag within a line characters. */
import { type PointerEvent, useRef } from 'react';
import type { Offset } from '../../shared/model/position.ts';
import { runById } from '../commands/dispatch.ts';
import { selectLineAt, selectRange } from '../commands/selection.ts';
import { characterSpan, lineOf, type Paper } from '../commands/units.ts';
import { desk } from '../store/index.ts';
import type { Selection } from '../store/state.ts';
import { IS_MAC } from '../widgets/useKeyNames.ts';
import { type Rows, rowSpan } from './rows.ts';
import type { DragHandlers } from './useDrag.ts';

/** Pixels that a press may move and still be a click. */
const STILL = 4;

interface Press {
  readonly at: Offset;
  readonly row: number;
  readonly x: number;
  readonly y: number;
  readonly anchor: Selection;
}

/** The row under a point, and the place in the text. */
function placeAt(rows: Rows, x: number, y: number): { row: number; at: Offset } | null {
  const element = document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-row]');
  if (!element) return null;
  const row = Number(element.dataset.row);
  const caret = document.caretPositionFromPoint(x, y);
  const stroke = caret?.offsetNode.parentElement?.closest<HTMLElement>('[data-from]');
  const { from, to } = rowSpan(rows, row);
  const inRow = stroke && element.contains(stroke);
  const at = inRow && caret ? Number(stroke.dataset.from) + caret.offset : from;
  return { row, at: Math.max(from, Math.min(at, Math.max(to - 1, from))) };
}

export interface PointerHandlers {
  onPointerDown(event: PointerEvent<HTMLElement>): void;
  onPointerMove(event: PointerEvent<HTMLElement>): void;
  onPointerUp(event: PointerEvent<HTMLElement>): void;
}

export function usePointer(rows: Rows, paper: Paper, drag: DragHandlers): PointerHandlers {
  const press = useRef<Press | null>(null);

  const extend = (from: Selection, at: Offset) => {
    const line = selectLineAt(paper, at);
    const anchor = lineOf(paper, from.anchor.from);
    if (line && anchor) desk.select(selectRange(anchor, line.span, 'line'));
  };

  return {
    onPointerDown(event) {
      if (event.button !== 0 || drag.down(event)) return;
      const place = placeAt(rows, event.clientX, event.clientY);
      if (!place) return;
      const { selection } = desk.store.getState();
      if (event.shiftKey && selection) return extend(selection, place.at);
      const line = selectLineAt(paper, place.at);
      if (!line) return;
      // With Mod what was selected is set aside: several places are selected at once.
      if (selection && (IS_MAC ? event.metaKey : event.ctrlKey)) runById(desk, 'select.keep');
      desk.select(line);
      press.current = { ...place, x: event.clientX, y: event.clientY, anchor: line };
    },
    onPointerMove(event) {
      if (drag.move(event)) return;
      const { current } = press;
      if (!current || event.buttons !== 1) {
        press.current = null;
        return;
      }
      if (Math.hypot(event.clientX - current.x, event.clientY - current.y) < STILL) return;
      const place = placeAt(rows, event.clientX, event.clientY);
      if (!place) return;
      if (rows.lines[place.row] !== rows.lines[current.row]) extend(current.anchor, place.at);
      else desk.select(selectRange(characterSpan(paper, current.at), characterSpan(paper, place.at), 'character'));
    },
    onPointerUp() {
      if (drag.up()) return;
      press.current = null;
    },
  };
}
