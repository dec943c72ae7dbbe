/** The raw text beside the articles: rows of one height, drawn as far as they are seen. Never editable. */
import {
  type ClipboardEvent,
  type RefObject,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { flushSync } from 'react-dom';
import { overlaps, type Span } from '../../shared/model/position.ts';
import type { Issue, Review } from '../../shared/model/review.ts';
import { runById } from '../commands/dispatch.ts';
import { openDoubts } from '../commands/doubts.ts';
import { selectLineAt } from '../commands/selection.ts';
import { drawRawHits, rawHits } from '../find/rawHits.ts';
import { useWords } from '../i18n/words.ts';
import { openByPlace } from '../notes/about.ts';
import { desk, useDesk } from '../store/index.ts';
import type { Selection } from '../store/state.ts';
import { copied } from './copied.ts';
import { type Ghost, ghostWords } from './ghosts.ts';
import { hueOf, numbersOf } from './hues.ts';
import { lookOf } from './look.ts';
import { RawRow, rowId } from './RawRow.tsx';
import { rowAt, rowSpan } from './rows.ts';
import { scaleOf, scrollFor, topOf, topToShow, type Window, windowAt, windowSize } from './scrolling.ts';
import { unclaimed } from './unclaimed.ts';
import { useDrag } from './useDrag.ts';
import { usePointer } from './usePointer.ts';
import { useRows } from './useRows.ts';
import { indexOf, itemAt, type View, viewOf } from './view.ts';

/** Height of a row in font sizes. */
const ROW_HEIGHT = 1.5;

export function RawPane() {
  const issue = useDesk((state) => state.issue);
  const known = useDesk((state) => state.history?.review ?? null);
  const review = useMemo(() => known ?? (issue && unclaimed(issue)), [known, issue]);
  const { t } = useWords();
  if (!issue || !review) return <p className="nothing">{t('raw.nothing')}</p>;
  return <RawText issue={issue} review={review} />;
}

function RawText({ issue, review }: { readonly issue: Issue; readonly review: Review }) {
  const { t } = useWords();
  const scroller = useRef<HTMLDivElement>(null);
  const ruler = useRef<HTMLSpanElement>(null);
  const fontSize = useDesk((state) => state.settings.fontSize);
  const foldBlank = useDesk((state) => state.settings.foldBlank);
  const foldOutside = useDesk((state) => state.foldOutside);
  const only = useDesk((state) => state.only);
  const selection = useDesk((state) => state.selection);
  const kept = useDesk((state) => state.kept);
  const doubtId = useDesk((state) => state.doubt);
  const doubts = useDesk((state) => state.doubts);
  const history = useDesk((state) => state.history);
  const rows = useRows(issue, ruler, fontSize);
  const view = useMemo(
    () => viewOf(rows, review, { blank: foldBlank, outside: foldOutside, only }),
    [rows, review, foldBlank, foldOutside, only],
  );
  const open = openDoubts({ doubts, history });
  const notes = openByPlace(review);
  const rowHeight = Math.round(fontSize * ROW_HEIGHT);
  const { drawn, slots, offset, shown, onScroll } = useScrolling(scroller, view, rowHeight, selection);
  const drag = useDrag(rows, scroller);
  const pointer = usePointer(rows, { issue, review }, drag);
  const target = drag.drag?.to ?? null;
  const headRow = selection ? rowAt(rows, selection.head.from) : -1;

  const onCopy = (event: ClipboardEvent) => {
    const spans = [...kept, ...(selection?.spans ?? [])].sort((a, b) => a.from - b.from);
    const text = copied(issue, spans, desk.store.getState().settings.copyLines);
    if (!text) return;
    event.clipboardData.setData('text/plain', text);
    event.preventDefault();
  };

  const find = useDesk((state) => state.find);
  const hits = useMemo(() => (find.isOpen ? rawHits(issue, find) : []), [issue, find]);
  // Rows keep their elements while others scroll into them, so hits are drawn anew with them.
  useLayoutEffect(() => (scroller.current ? drawRawHits(scroller.current, hits) : undefined));

  const items = [];
  for (let place = drawn.first; place < drawn.end; place++) {
    const item = itemAt(view, place);
    if ('ghost' in item)
      items.push(
        <GhostRow
          key={`g${item.ghost.article}${item.ghost.before}`}
          ghost={item.ghost}
          issue={issue}
          review={review}
        />,
      );
    else {
      const span = rowSpan(rows, item.row);
      const doubt = firstIn(open, span.from, span.to);
      items.push(
        <RawRow
          key={`r${place % slots}`}
          rows={rows}
          row={item.row}
          look={lookOf(rows, item.row, review)}
          place={place}
          count={view.count}
          review={review}
          isSelected={isSelected(selection, kept, span, rows.blank[item.row] === 1)}
          isHead={item.row === headRow}
          selected={charactersIn(selection, span)}
          doubt={doubt}
          isDoubtShown={doubt !== null && doubt.id === doubtId}
          note={firstIn(notes, span.from, span.to)}
          t={t}
        />,
      );
    }
  }

  return (
    <div
      ref={scroller}
      className="raw"
      data-dragging={drag.drag?.kind}
      role="listbox"
      aria-label={t('raw.label')}
      aria-multiselectable="true"
      aria-activedescendant={headRow >= 0 ? rowId(headRow) : undefined}
      tabIndex={0}
      onScroll={onScroll}
      onCopy={onCopy}
      onDoubleClick={() => runById(desk, 'text.edit')}
      {...pointer}
    >
      <div className="row ruler" aria-hidden="true">
        <span className="number" />
        <span className="band" />
        <span className="text" ref={ruler} />
      </div>
      <div className="whole" role="presentation" style={{ height: shown }}>
        <div className="drawn" role="presentation" style={{ transform: `translateY(${offset}px)` }}>
          {items}
          {target !== null && (
            <div
              className="drop-line"
              data-drop={drag.drag?.kind}
              style={{ top: (indexOf(view, target) - drawn.first) * rowHeight, height: rowHeight }}
            />
          )}
        </div>
      </div>
    </div>
  );
}

/** The first doubt or note that begins in `[from, to]`; they are sorted by place. */
function firstIn<T extends { readonly span: Span }>(open: readonly T[], from: number, to: number): T | null {
  let low = 0;
  let high = open.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((open[middle]?.span.from ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  const first = open[low];
  return first && first.span.from <= to ? first : null;
}

function isSelected(selection: Selection | null, kept: readonly Span[], span: Span, isBlank: boolean): boolean {
  if (!isBlank && kept.some((one) => overlaps(one, span))) return true;
  if (!selection || isBlank || selection.unit === 'character' || selection.unit === 'segment') return false;
  return selection.spans.some((one) => overlaps(one, span));
}

/** Selected characters in the row; null where whole lines are selected or none of these. The same value while it lasts. */
function charactersIn(selection: Selection | null, span: { from: number; to: number }) {
  if (!selection || (selection.unit !== 'character' && selection.unit !== 'segment')) return null;
  return overlaps(selection.span, span) ? selection.span : null;
}

interface Scrolling {
  readonly drawn: Window;
  /** How many elements serve the rows in turn. */
  readonly slots: number;
  /** Where the drawn rows begin in the scrolled element, and its height, in px. */
  readonly offset: number;
  readonly shown: number;
  onScroll(): void;
}

/** Which rows are drawn; keeps the selection in view and the text in place when rows come and go above it. */
function useScrolling(
  scroller: RefObject<HTMLDivElement | null>,
  view: View,
  rowHeight: number,
  selection: Selection | null,
): Scrolling {
  const [position, setPosition] = useState({ top: 0, scrollTop: 0, viewport: 800 });
  const scale = scaleOf(view.count, rowHeight, position.viewport);
  const drawn = windowAt(position.top, position.viewport, rowHeight, view.count);
  const place = useRef({ view, rowHeight, top: 0 });

  const read = useCallback(() => {
    const element = scroller.current;
    if (!element) return;
    const { scrollTop, clientHeight: viewport } = element;
    const { view, rowHeight } = place.current;
    const scale = scaleOf(view.count, rowHeight, viewport);
    const top = topOf(scale, scrollTop);
    place.current.top = top;
    setPosition((before) => {
      const now = windowAt(top, viewport, rowHeight, view.count);
      const then = windowAt(before.top, before.viewport, rowHeight, view.count);
      const isSame = now.first === then.first && now.end === then.end && scale.shown === scale.whole;
      return isSame ? before : { top, scrollTop, viewport };
    });
  }, [scroller]);

  const scrollTo = useCallback(
    (top: number) => {
      const element = scroller.current;
      if (!element) return;
      const { view, rowHeight } = place.current;
      element.scrollTop = scrollFor(scaleOf(view.count, rowHeight, element.clientHeight), top);
      read();
    },
    [scroller, read],
  );

  // Rows came or went (an edit, folding, another width): what stood at the top, or the selection if seen, stays there.
  useLayoutEffect(() => {
    const before = place.current;
    const { top } = before;
    place.current = { view, rowHeight, top };
    if (before.view === view && before.rowHeight === rowHeight) return;
    const viewport = scroller.current?.clientHeight ?? 0;
    const at = anchorOf(before.view, before.rowHeight, top, viewport, desk.store.getState().selection);
    scrollTo(indexOf(view, at.offset) * rowHeight - at.below);
  }, [view, rowHeight, scroller, scrollTo]);

  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const observer = new ResizeObserver(read);
    observer.observe(element);
    return () => observer.disconnect();
  }, [scroller, read]);

  // The selection moved: bring it into view.
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!selection || !element) return;
    const { view, rowHeight, top } = place.current;
    const isLines = selection.unit !== 'article' && selection.unit !== 'page' && selection.unit !== 'run';
    const first = indexOf(view, isLines ? selection.span.from : selection.head.from);
    const last = indexOf(view, isLines ? Math.max(selection.span.to - 1, selection.span.from) : selection.head.from);
    const head = indexOf(view, selection.head.from);
    const fits = (last - first + 5) * rowHeight <= element.clientHeight;
    const wanted = topToShow(top, element.clientHeight, rowHeight, fits ? first : head, fits ? last : head);
    if (wanted !== top) scrollTo(wanted);
  }, [selection, scroller, scrollTo]);

  const isScaled = scale.shown < scale.whole;
  const offset = drawn.first * rowHeight - (isScaled ? position.top - position.scrollTop : 0);
  const slots = windowSize(position.viewport, rowHeight);
  // In the same frame as the scrolling, so that a long jump shows text and no gap.
  const onScroll = useCallback(() => flushSync(read), [read]);
  return { drawn, slots, offset, shown: scale.shown, onScroll };
}

/** What shall stay where it is: the selection's head when it is seen, else the row at the top. */
function anchorOf(view: View, rowHeight: number, top: number, viewport: number, selection: Selection | null) {
  if (selection) {
    const y = indexOf(view, selection.head.from) * rowHeight;
    if (y >= top && y < top + viewport) return { offset: selection.head.from, below: y - top };
  }
  const index = Math.floor(top / rowHeight);
  const item = view.count > 0 ? itemAt(view, Math.min(index, view.count - 1)) : { row: 0 };
  const offset = 'row' in item ? (view.rows.starts[item.row] ?? 0) : item.ghost.before;
  return { offset, below: index * rowHeight - top };
}

interface GhostRowProps {
  readonly ghost: Ghost;
  readonly issue: Issue;
  readonly review: Review;
}

function GhostRow({ ghost, issue, review }: GhostRowProps) {
  const { t } = useWords();
  const number = numbersOf(review).get(ghost.article);
  const jump = () => {
    const line = selectLineAt({ issue, review }, ghost.to);
    if (line) desk.select(line);
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the key is G, a command of the table
    // biome-ignore lint/a11y/useFocusableInteractive: the listbox has the focus
    <div
      className="row ghost"
      role="option"
      aria-selected="false"
      data-ghost={ghost.kind}
      data-hue={hueOf(number) ?? undefined}
      onClick={jump}
    >
      <span className="number" aria-hidden="true">
        {ghost.kind === 'head' ? '⇠' : '⇢'}
      </span>
      <span className="band">{number}</span>
      <span className="text">{t(`raw.ghost.${ghost.kind}`, ghostWords(issue, ghost))}</span>
    </div>
  );
}
