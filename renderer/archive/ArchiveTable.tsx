/** The table of issues. Only the rows in sight are drawn and known; the desk has the order of all. */
import { useTable } from '@tanstack/react-table';
import { useVirtualizer, type VirtualItem } from '@tanstack/react-virtual';
import { type KeyboardEvent, type MouseEvent, useEffect, useRef } from 'react';
import {
  ARCHIVE_COLUMNS,
  type ArchiveColumn,
  type ArchiveRow,
  type ArchiveView,
} from '../../shared/contract/archive.ts';
import { useWords } from '../i18n/words.ts';
import { IS_MAC } from '../widgets/useKeyNames.ts';
import { cellText, columns, FIGURES, features, rowNote, WIDTHS } from './columns.ts';
import { archive, useArchive } from './index.ts';
import { isSelected } from './selection.ts';
import { PAGE, rowAt } from './state.ts';

/** CSS pixels; as in archive.css. */
const ROW = 30;
const SPARE = 12;

const isColumn = (id: string): id is ArchiveColumn => (ARCHIVE_COLUMNS as readonly string[]).includes(id);

export function ArchiveTable() {
  const { t } = useWords();
  const scroller = useRef<HTMLTableElement>(null);
  const total = useArchive((state) => state.total);
  const view = useArchive((state) => state.view);
  const shown = useArchive((state) => state.columns);
  const cursor = useArchive((state) => state.cursor);
  const isAsking = useArchive((state) => state.pages.size === 0);
  const list = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: SPARE,
    scrollPaddingStart: ROW,
    initialOffset: () => archive.store.getState().scrolled,
  });
  const items = list.getVirtualItems();
  const [first, last] = [items[0]?.index ?? 0, items.at(-1)?.index ?? PAGE];
  useNeed(first, last, view, () => scroller.current?.scrollTo({ top: 0 }));
  useEffect(() => scroller.current?.focus({ preventScroll: true }), []);
  const table = useTable({
    features,
    columns,
    data: NO_ROWS,
    manualSorting: true,
    sortDescFirst: false,
    state: {
      sorting: view.sort.map(({ column, down }) => ({ id: column, desc: down })),
      columnVisibility: Object.fromEntries(ARCHIVE_COLUMNS.map((id) => [id, shown.includes(id)])),
    },
    onSortingChange: (change) => {
      const before = archive.store.getState().view.sort.map(({ column, down }) => ({ id: column, desc: down }));
      const after = typeof change === 'function' ? change(before) : change;
      archive.setView({
        sort: after.flatMap(({ id, desc }) => (isColumn(id) ? [{ column: id, down: desc }] : [])).slice(0, 4),
      });
    },
  });
  const widths = shown.map((id) => `minmax(${WIDTHS[id]}px, ${id === 'title' || id === 'name' ? '2fr' : '1fr'})`);
  const template = `28px ${widths.join(' ')}`;
  const go = (row: number, how: 'one' | 'extend' | 'keep') => {
    archive.move(row, how);
    list.scrollToIndex(archive.store.getState().cursor);
  };
  return (
    <>
      <table
        ref={scroller}
        className="archive-table"
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid is what a table is called whose rows the keys select
        role="grid"
        tabIndex={0}
        aria-label={t('archive.table')}
        aria-multiselectable
        aria-busy={isAsking}
        aria-rowcount={total + 1}
        aria-activedescendant={total > 0 ? `archive-row-${cursor}` : undefined}
        onKeyDown={(event) => onKeyDown(event, screenOf(scroller.current), go)}
        onScroll={(event) => archive.set({ scrolled: event.currentTarget.scrollTop })}
      >
        <thead className="archive-columns">
          <tr className="archive-row" style={{ gridTemplateColumns: template }}>
            <th aria-label={t('archive.selected')} />
            {table.getHeaderGroups()[0]?.headers.map((header) => {
              const sorted = header.column.getIsSorted();
              return (
                <th
                  key={header.id}
                  className={isColumn(header.id) && FIGURES.has(header.id) ? 'figure' : ''}
                  aria-sort={sorted === 'asc' ? 'ascending' : sorted === 'desc' ? 'descending' : 'none'}
                >
                  <button
                    type="button"
                    className="plain"
                    onClick={(event) => header.column.toggleSorting(undefined, event.shiftKey)}
                  >
                    {t(`archive.column.${header.id}`)} {sorted === 'asc' ? '▲' : sorted === 'desc' ? '▼' : ''}
                  </button>
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody className="archive-rows" style={{ height: list.getTotalSize() }}>
          {items.map((item) => (
            <Row key={item.key} item={item} shown={shown} template={template} />
          ))}
        </tbody>
      </table>
      {total === 0 && <p className="nothing">{t('archive.nothing')}</p>}
    </>
  );
}

/** Rows that fit into sight, for the page keys. */
const screenOf = (scroller: HTMLElement | null): number =>
  Math.max(1, Math.floor((scroller?.clientHeight ?? ROW) / ROW) - 1);

/** Asks for the rows in sight, and again when the view is another; that begins at its top. */
function useNeed(first: number, last: number, view: ArchiveView, toTop: () => void): void {
  const shown = useRef(view);
  const goTop = useRef(toTop);
  useEffect(() => {
    if (shown.current !== view && archive.store.getState().scrolled === 0) goTop.current();
    shown.current = view;
    archive.need(first, last);
  }, [first, last, view]);
}

/** The rows are drawn from the window's pages; the table keeps columns, sorting and visibility. */
const NO_ROWS: ArchiveRow[] = [];

function onKeyDown(
  event: KeyboardEvent,
  screen: number,
  go: (row: number, how: 'one' | 'extend' | 'keep') => void,
): void {
  const { cursor, total } = archive.store.getState();
  if (event.nativeEvent.isComposing || event.target !== event.currentTarget || event.altKey) return;
  const mod = IS_MAC ? event.metaKey : event.ctrlKey;
  const how = event.shiftKey ? 'extend' : mod ? 'keep' : 'one';
  const steps: { readonly [key: string]: number } = {
    ArrowDown: cursor + 1,
    ArrowUp: cursor - 1,
    PageDown: cursor + screen,
    PageUp: cursor - screen,
    Home: 0,
    End: total - 1,
  };
  const step = steps[event.key];
  if (step !== undefined) go(step, how);
  else if (event.key === ' ') archive.toggle(cursor);
  else if (event.key === 'Enter') act(cursor);
  else if (mod && event.key.toLowerCase() === 'a') archive.selectAll();
  else if (event.key === 'Escape') archive.selectNone();
  else if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') fold(cursor, event.key === 'ArrowLeft');
  else return;
  event.preventDefault();
}

function act(row: number): void {
  const found = rowAt(archive.store.getState(), row);
  if (found?.kind === 'group') archive.fold(row);
  else void archive.open(row);
}

function fold(row: number, isFolding: boolean): void {
  const found = rowAt(archive.store.getState(), row);
  if (found?.kind === 'group' && found.isFolded !== isFolding) archive.fold(row);
}

interface RowProps {
  readonly item: VirtualItem;
  readonly shown: readonly ArchiveColumn[];
  readonly template: string;
}

function Row({ item, shown, template }: RowProps) {
  const { index } = item;
  const row = useArchive((state) => rowAt(state, index));
  const isCurrent = useArchive((state) => state.cursor === index);
  const isChosen = useArchive((state) => row?.kind === 'issue' && isSelected(state.selected, row.id));
  const onClick = (event: MouseEvent) => {
    const mod = IS_MAC ? event.metaKey : event.ctrlKey;
    if (event.shiftKey) archive.move(index, 'extend');
    else if (mod) archive.toggle(index);
    else archive.move(index);
  };
  const place = { transform: `translateY(${item.start}px)`, gridTemplateColumns: template };
  if (row?.kind === 'group') return <GroupRow row={row} index={index} isCurrent={isCurrent} />;
  return (
    <tr
      id={`archive-row-${index}`}
      className="archive-row"
      aria-rowindex={index + 2}
      aria-selected={isChosen}
      data-current={isCurrent || undefined}
      data-state={row?.state}
      style={place}
      onClick={onClick}
      onDoubleClick={() => act(index)}
    >
      {row && <Cells row={row} index={index} shown={shown} isChosen={isChosen} />}
    </tr>
  );
}

function GroupRow(props: {
  readonly row: Extract<ArchiveRow, { kind: 'group' }>;
  readonly index: number;
  readonly isCurrent: boolean;
}) {
  const { row, index, isCurrent } = props;
  const { t } = useWords();
  const group = useArchive((state) => state.view.group);
  const isNamed = (group === 'state' || group === 'source') && row.value !== '';
  const name = isNamed ? t(`archive.${group}.${row.value}`) : row.value || t('archive.unnamed');
  return (
    <tr
      id={`archive-row-${index}`}
      className="archive-row archive-group"
      aria-rowindex={index + 2}
      data-current={isCurrent || undefined}
      style={{ transform: `translateY(${index * ROW}px)` }}
    >
      <td>
        <button type="button" className="plain" aria-expanded={!row.isFolded} onClick={() => archive.fold(index)}>
          {row.isFolded ? '▸' : '▾'} <span dir="auto">{name}</span>
        </button>
        <span className="quiet">{t('archive.issues', { count: row.count })}</span>
      </td>
    </tr>
  );
}

function Cells(props: {
  readonly row: Extract<ArchiveRow, { kind: 'issue' }>;
  readonly index: number;
  readonly shown: readonly ArchiveColumn[];
  readonly isChosen: boolean;
}) {
  const { row, index, shown, isChosen } = props;
  const { t } = useWords();
  const note = rowNote(t, row);
  return (
    <>
      <td>
        <input
          type="checkbox"
          tabIndex={-1}
          checked={isChosen}
          aria-label={t('archive.select', { name: row.name })}
          onClick={(event) => event.stopPropagation()}
          onChange={() => archive.toggle(index)}
        />
      </td>
      {shown.map((column) => (
        <td
          key={column}
          dir={FIGURES.has(column) ? undefined : 'auto'}
          className={FIGURES.has(column) ? 'figure' : ''}
          data-column={column}
          title={column === 'state' ? note : undefined}
        >
          {column === shown[0] ? (
            <button
              type="button"
              className="link"
              tabIndex={-1}
              onClick={(event) => {
                event.stopPropagation();
                void archive.open(index);
              }}
            >
              {cellText(t, row, column)}
            </button>
          ) : (
            cellText(t, row, column)
          )}
        </td>
      ))}
    </>
  );
}
