/** Hits of a search as a file: a table for a spreadsheet, or JSON. */
import type { ArchiveHit } from '../../shared/contract/archive.ts';

const COLUMNS = ['title', 'name', 'folder', 'date', 'article', 'headline', 'byline', 'words', 'at'] as const;

/** With a byte order mark, for Excel; lines end in CRLF (RFC 4180). */
export function hitsToCsv(hits: readonly ArchiveHit[]): string {
  const rows = hits.map((hit) => COLUMNS.map((column) => cell(String(hit[column] ?? ''))).join(','));
  return `\ufeff${[COLUMNS.join(','), ...rows].join('\r\n')}\r\n`;
}

/** A cell that a spreadsheet would take for a formula is quoted (OWASP). */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r\0]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export const hitsToJson = (typed: string, hits: readonly ArchiveHit[]): string =>
  `${JSON.stringify({ search: typed, hits }, null, 1)}\n`;
