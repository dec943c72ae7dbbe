/** What an export says, as one text: formats that are zips are opened, their files put one after the other by name. */
import { strFromU8, unzipSync } from 'fflate';
import { EXPORT_FORMATS, type ExportFormat } from '../../../shared/contract/contract.ts';

const ZIPS: ReadonlySet<ExportFormat> = new Set(['docx', 'xlsx', 'mets', 'page', 'epub', 'nitf']);

export const isZip = (format: ExportFormat): boolean => ZIPS.has(format);

/** Formats that are one text. */
export const TEXT_FORMATS = EXPORT_FORMATS.filter((format) => !ZIPS.has(format));

/** Throws when a text is not UTF-8. */
export function opened(bytes: Uint8Array, format: ExportFormat): string {
  if (!ZIPS.has(format)) return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  const files = unzipSync(bytes);
  return Object.keys(files)
    .sort()
    .map((name) => strFromU8(files[name] ?? new Uint8Array()))
    .join('\n');
}
