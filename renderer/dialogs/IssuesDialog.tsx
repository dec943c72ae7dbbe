/** The issues that are at hand, as a table: sorted by its heads, filtered by typing, opened by Enter. */
import {
  columnFilteringFeature,
  createColumnHelper,
  createFilteredRowModel,
  createSortedRowModel,
  filterFns,
  globalFilteringFeature,
  rowSortingFeature,
  sortFns,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import type { FileId, IssueRow, IssueStanding } from '../../shared/contract/issue.ts';
import { useWords } from '../i18n/words.ts';
import { desk, openIssue, useDesk } from '../store/index.ts';
import { closeDialog, Dialog } from '../widgets/Dialog.tsx';
import { askStandings } from './standings.ts';

const ROW_HEIGHT = 32;
const SPARE = 10;

const features = tableFeatures({
  rowSortingFeature,
  columnFilteringFeature,
  globalFilteringFeature,
  sortedRowModel: createSortedRowModel(),
  filteredRowModel: createFilteredRowModel(),
  sortFns,
  filterFns,
});
/** A row, and how far its review is once that is known. */
type ListedIssue = IssueRow & { readonly standing?: IssueStanding };

const helper = createColumnHelper<typeof features, ListedIssue>();

/** What waits for its editor comes first when sorted downwards. */
const rankOf = ({ reviewed, standing }: ListedIssue): number =>
  standing?.returned ? 3 : standing && standing.notes > 0 ? 2 : reviewed ? 1 : 0;

/** Heads are keys under `issues.*`. */
const columns = helper.columns([
  helper.accessor('name', { header: 'name' }),
  helper.accessor('folder', { header: 'folder' }),
  helper.accessor('bytes', { header: 'bytes' }),
  helper.accessor('changed', { header: 'changed' }),
  helper.accessor(rankOf, { id: 'state', header: 'state' }),
]);

const KILO = 1024;

const dateFormat = (lang: string) => new Intl.DateTimeFormat(lang, { dateStyle: 'medium', timeStyle: 'short' });

export function IssuesDialog() {
  const { t } = useWords();
  const canPick = useDesk((state) => state.app?.canPick ?? false);
  useEffect(() => void desk.listIssues(), []);
  return (
    <Dialog title={t('issues.title')} size="wide">
      <IssueTable />
      {canPick ? (
        <div className="buttons">
          <button type="button" onClick={() => void desk.pickIssues()}>
            {t('issues.pick')}
          </button>
        </div>
      ) : (
        <p className="quiet">{t('issues.howToPick')}</p>
      )}
    </Dialog>
  );
}

function IssueTable() {
  const { t } = useWords();
  const inView = useRef<readonly FileId[]>([]);
  const issues = useListedIssues(inView);
  const scroller = useRef<HTMLDivElement>(null);
  const [marked, setMarked] = useState(0);
  const table = useTable(
    {
      features,
      columns,
      data: issues as ListedIssue[], // the table never writes to its data
      getRowId: (row: ListedIssue) => row.file,
      initialState: { sorting: [{ id: 'name', desc: false }] },
    },
    (state) => ({ sorting: state.sorting, globalFilter: state.globalFilter }),
  );
  const { rows } = table.getRowModel();
  const list = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: SPARE,
  });
  const at = Math.min(marked, Math.max(rows.length - 1, 0));
  useEffect(() => {
    inView.current = list.getVirtualItems().flatMap(({ index }) => rows[index]?.original.file ?? []);
  });

  const mark = (i: number) => {
    const next = Math.max(0, Math.min(rows.length - 1, i));
    setMarked(next);
    list.scrollToIndex(next);
  };
  const open = (i: number) => {
    const row = rows[i];
    if (!row) return;
    closeDialog();
    void openIssue(row.original.file);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown') mark(at + 1);
    else if (event.key === 'ArrowUp') mark(at - 1);
    else if (event.key === 'Enter' && !(event.target instanceof HTMLButtonElement)) open(at);
    else return;
    event.preventDefault();
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: arrows and Enter work in the filter and in the table alike
    <div className="issues" onKeyDown={onKeyDown}>
      <input
        type="search"
        aria-label={t('issues.filter')}
        placeholder={t('issues.filter')}
        onChange={(event) => {
          table.setGlobalFilter(event.target.value);
          setMarked(0);
        }}
      />
      <div ref={scroller} className="issue-scroller">
        <table aria-rowcount={rows.length + 1}>
          <thead>
            <tr>
              {table.getHeaderGroups()[0]?.headers.map((header) => {
                const sorted = header.column.getIsSorted();
                const name = String(header.column.columnDef.header);
                return (
                  <th
                    key={header.id}
                    aria-sort={sorted === 'asc' ? 'ascending' : sorted === 'desc' ? 'descending' : 'none'}
                  >
                    <button type="button" className="plain" onClick={() => header.column.toggleSorting()}>
                      {t(`issues.${name}`)} {sorted === 'asc' ? '▲' : sorted === 'desc' ? '▼' : ''}
                    </button>
                  </th>
                );
              })}
            </tr>
          </thead>
          <tbody style={{ height: list.getTotalSize() }}>
            {list.getVirtualItems().map(({ index, start }) => {
              const row = rows[index];
              if (!row) return null;
              return (
                <tr
                  key={row.id}
                  aria-rowindex={index + 2}
                  aria-selected={index === at}
                  style={{ transform: `translateY(${start}px)`, height: ROW_HEIGHT }}
                  onClick={() => mark(index)}
                  onDoubleClick={() => open(index)}
                >
                  <IssueCells issue={row.original} open={() => open(index)} />
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      {rows.length === 0 && <p className="nothing">{t('issues.nothing')}</p>}
    </div>
  );
}

/** The issues of the list, and how far the review of each is; `inView` names those that are asked about first. */
function useListedIssues(inView: RefObject<readonly FileId[]>): readonly ListedIssue[] {
  const host = useDesk((state) => state.host);
  const issues = useDesk((state) => state.issues);
  const [standings, setStandings] = useState<ReadonlyMap<FileId, IssueStanding>>(new Map());
  useEffect(() => {
    let isGone = false;
    void askStandings({
      files: issues.flatMap(({ file, reviewed }) => (reviewed ? [file] : [])),
      inView: () => inView.current,
      // A review that can't be read says so when it is opened.
      ask: async (file) => (await host?.call('issue.standing', { file }).catch(() => null)) ?? null,
      show: setStandings,
      isOver: () => isGone,
      now: () => performance.now(),
    });
    return () => {
      isGone = true;
    };
  }, [host, issues, inView]);
  return useMemo(
    () =>
      issues.map((issue) => {
        const standing = standings.get(issue.file);
        return standing ? { ...issue, standing } : issue;
      }),
    [issues, standings],
  );
}

function IssueCells({ issue, open }: { readonly issue: ListedIssue; readonly open: () => void }) {
  const { t } = useWords();
  const changed = new Date(issue.changed);
  return (
    <>
      <td dir="auto">
        <button type="button" className="link" onClick={open}>
          {issue.name}
        </button>
        {issue.reader !== undefined && <span className="quiet"> {t('second.by', { reader: issue.reader })}</span>}
      </td>
      <td dir="auto" className="quiet">
        {issue.folder}
      </td>
      <td className="figure">{t('issues.kilobytes', { size: Math.max(1, Math.round(issue.bytes / KILO)) })}</td>
      <td>{Number.isNaN(changed.getTime()) ? '' : dateFormat(document.documentElement.lang).format(changed)}</td>
      <td className="issue-state">
        <StandingWords issue={issue} />
      </td>
    </>
  );
}

function StandingWords({ issue: { reviewed, standing } }: { readonly issue: ListedIssue }) {
  const { t } = useWords();
  if (!standing) return reviewed ? t('issues.reviewed') : '';
  const { notes, returned } = standing;
  return (
    <>
      {returned && (
        <span className="badge" data-state="returned">
          {t('bar.returned')}
        </span>
      )}
      <span className="quiet">{t('issues.settled', { settled: standing.settled, articles: standing.articles })}</span>
      {notes > 0 && <span>{t('bar.notes', { count: notes })}</span>}
    </>
  );
}
