/** A view of the table as a question to the index: which issues, in which order, under which heads. */
import type { ArchiveColumn, ArchiveFilter, ArchiveGroup, ArchiveView } from '../../shared/contract/archive.ts';
import { lastDayOf } from './search-query.ts';
import type { SqlValue } from './sqlite.ts';

export interface Where {
  /** A condition over `issues`. */
  readonly sql: string;
  readonly values: readonly SqlValue[];
}

/** `%`, `_` and the escape itself mean themselves. */
const likeOf = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`;

const marks = (values: readonly unknown[]): string => values.map(() => '?').join(', ');

export function whereOf(filter: ArchiveFilter): Where {
  const parts: string[] = [];
  const values: SqlValue[] = [];
  const add = (sql: string, ...more: readonly SqlValue[]) => {
    parts.push(sql);
    values.push(...more);
  };
  for (const word of filter.text?.toLowerCase().split(/\s+/).filter(Boolean) ?? [])
    add("haystack || ' ' || lower(assigned) LIKE ? ESCAPE '\\'", likeOf(word));
  if (filter.states) add(`state IN (${marks(filter.states)})`, ...filter.states);
  if (filter.sources) add(`source IN (${marks(filter.sources)})`, ...filter.sources);
  if (filter.assigned !== undefined) add('assigned = ?', filter.assigned);
  if (filter.paper !== undefined) add('paper = ?', filter.paper);
  if (filter.from !== undefined) add('day >= ?', filter.from);
  if (filter.to !== undefined) add("day <> '' AND day <= ?", lastDayOf(filter.to));
  if (filter.doubts) add('doubts > 0');
  return { sql: parts.length > 0 ? parts.join(' AND ') : '1', values };
}

/** What a column is sorted by. Text in the order of its characters, letters' case apart. */
const SORTED_BY: { readonly [column in ArchiveColumn]: string } = {
  title: "CASE paper WHEN '' THEN name ELSE paper END COLLATE NOCASE",
  name: 'name COLLATE NOCASE',
  folder: 'folder COLLATE NOCASE',
  date: 'day',
  pages: 'pages',
  articles: 'articles',
  doubts: 'doubts',
  notes: 'notes',
  edits: 'edits',
  minutes: 'seconds',
  state:
    "CASE state WHEN 'unread' THEN 0 WHEN 'proposed' THEN 1 WHEN 'in review' THEN 2 WHEN 'returned' THEN 3 WHEN 'settled' THEN 4 ELSE 5 END",
  assigned: 'assigned COLLATE NOCASE',
  exported: 'exportedAt',
  source: "CASE source WHEN 'ok' THEN 0 WHEN 'replaced' THEN 1 ELSE 2 END",
  lock: 'lockSince',
  edited: 'edited',
  edition: 'edition COLLATE NOCASE',
  editors: 'editors COLLATE NOCASE',
  bytes: 'bytes',
};

export const GROUPED_BY: { readonly [group in ArchiveGroup]: string } = {
  paper: 'paper',
  year: 'substr(day, 1, 4)',
  folder: 'folder',
  state: 'state',
  assigned: 'assigned',
  source: 'source',
};

/** Rows of equal rank stand in the order of their paths, so that the order is one and the same each time. */
export function orderOf({ sort, group }: Pick<ArchiveView, 'sort' | 'group'>): string {
  const parts = sort.map(({ column, down }) => `${SORTED_BY[column]} ${down ? 'DESC' : 'ASC'}`);
  return [...(group ? [GROUPED_BY[group]] : []), ...parts, 'path'].join(', ');
}
