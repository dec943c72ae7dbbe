/** The archive's table as CSV, for spreadsheets: safe against formulas, with a byte order mark for Excel. */
import type { ArchiveColumn, ArchiveIssue, ArchiveWindow } from '../../shared/contract/archive.ts';
import { csvCell } from '../export/csv.ts';

const BOM = '\ufeff';
/** Rows that are asked for at once. */
const AT_ONCE = 500;

/** The table piece by piece, its head first. `rows`: a window of the view, which has no groups. */
export async function* tableCsv(
  rows: (from: number, count: number) => ArchiveWindow | Promise<ArchiveWindow>,
  columns: readonly ArchiveColumn[],
): AsyncGenerator<string> {
  const all: readonly (ArchiveColumn | 'path')[] = ['path', ...columns];
  yield `${BOM}${lineOf(all)}`;
  for (let from = 0, total = 1; from < total; from += AT_ONCE) {
    const window = await rows(from, AT_ONCE);
    total = window.total;
    const issues = window.rows.filter((row) => row.kind === 'issue');
    yield issues.map((issue) => lineOf(all.map((column) => cellOf(issue, column)))).join('');
  }
}

const lineOf = (cells: readonly string[]): string => `${cells.map(csvCell).join(',')}\n`;

/** Figures and ISO times as they are, so that a program can read them. */
function cellOf(issue: ArchiveIssue, column: ArchiveColumn | 'path'): string {
  switch (column) {
    case 'path':
      return issue.folder === '' ? issue.name : `${issue.folder}/${issue.name}`;
    case 'exported':
      return issue.exported ? `${issue.exported.at}${issue.exported.isOld ? ' (changed since)' : ''}` : '';
    case 'lock':
      return issue.lock?.host ?? '';
    default:
      return `${issue[column] ?? ''}`;
  }
}
