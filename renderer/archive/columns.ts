/** The table's columns: widths in CSS pixels, and what a cell says. Heads are `archive.column.*` in the locales. */
import { columnVisibilityFeature, createColumnHelper, rowSortingFeature, tableFeatures } from '@tanstack/react-table';
import {
  ARCHIVE_COLUMNS,
  type ArchiveColumn,
  type ArchiveIssue,
  type ArchiveRow,
} from '../../shared/contract/archive.ts';
import { sentenceOf, type Translate } from '../i18n/words.ts';
import { problemKey } from '../store/state.ts';

/** Sorting and filtering are the desk's: the table is told of them only. */
export const features = tableFeatures({ rowSortingFeature, columnVisibilityFeature });

export const WIDTHS: { readonly [column in ArchiveColumn]: number } = {
  title: 200,
  name: 220,
  folder: 160,
  date: 150,
  pages: 64,
  articles: 72,
  doubts: 72,
  notes: 72,
  edits: 72,
  minutes: 80,
  state: 104,
  assigned: 112,
  exported: 168,
  source: 96,
  lock: 150,
  edited: 168,
  edition: 110,
  editors: 130,
  bytes: 84,
};

export const FIGURES: ReadonlySet<ArchiveColumn> = new Set([
  'pages',
  'articles',
  'doubts',
  'notes',
  'edits',
  'minutes',
  'bytes',
]);

const helper = createColumnHelper<typeof features, ArchiveRow>();
export const columns = helper.columns(
  ARCHIVE_COLUMNS.map((id) =>
    helper.accessor((row) => (row.kind === 'issue' ? row[id as 'name'] : ''), { id, header: id }),
  ),
);

const KILO = 1024;

/** Times as the window's language writes them. */
function timeText(iso: string): string {
  const time = new Date(iso);
  if (Number.isNaN(time.getTime())) return iso;
  return time.toLocaleString(document.documentElement.lang, { dateStyle: 'short', timeStyle: 'short' });
}

/** How long ago, in the largest unit that fits. */
function agoText(iso: string, now: Date): string {
  const minutes = Math.max(0, Math.round((now.getTime() - Date.parse(iso)) / 60_000));
  const format = new Intl.RelativeTimeFormat(document.documentElement.lang, { numeric: 'auto' });
  if (minutes < 60) return format.format(-minutes, 'minute');
  if (minutes < 48 * 60) return format.format(-Math.round(minutes / 60), 'hour');
  return format.format(-Math.round(minutes / 60 / 24), 'day');
}

export function cellText(t: Translate, issue: ArchiveIssue, column: ArchiveColumn): string {
  switch (column) {
    case 'state':
      return t(`archive.state.${issue.state}`);
    case 'source':
      return issue.source === 'ok' ? '' : t(`archive.source.${issue.source}`);
    case 'articles':
    case 'doubts':
      return issue[column] === null ? '' : String(issue[column]);
    case 'notes':
    case 'edits':
    case 'minutes':
      return issue.articles === null ? '' : String(issue[column]);
    case 'exported':
      if (!issue.exported) return '';
      return timeText(issue.exported.at) + (issue.exported.isOld ? ` ${t('archive.changedSince')}` : '');
    case 'edited':
      return issue.edited === null ? '' : timeText(issue.edited);
    case 'lock':
      return issue.lock === null
        ? ''
        : t('archive.lockedBy', { host: issue.lock.host, ago: agoText(issue.edited ?? issue.lock.since, new Date()) });
    case 'bytes':
      return t('issues.kilobytes', { size: Math.max(1, Math.round(issue.bytes / KILO)) });
    case 'pages':
      return issue.pages === 0 ? '' : String(issue.pages);
    default:
      return issue[column];
  }
}

/** What should be known of the row: why it can't be read. */
export const rowNote = (t: Translate, { problem }: ArchiveIssue): string | undefined =>
  problem ? sentenceOf(t, { key: problemKey(problem), values: problem.values ?? {} }) : undefined;
