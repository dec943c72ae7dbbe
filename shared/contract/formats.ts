/** The formats that articles can be exported in. */

export const EXPORT_FORMATS = [
  'json',
  'jsonl',
  'markdown',
  'text',
  'html',
  'csv',
  'xlsx',
  'tei',
  'pairs',
  'docx',
  'mets',
  'page',
  'epub',
  'ninjs',
  'nitf',
  'newsml',
] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];
