/**
 * Export profiles: what one receiver gets of an archive, and how. Kept with the archive, so that everybody delivers the
 * same to the same receiver.
 */
import { z } from 'zod';
import { EXPORT_FIELDS } from '../document/document.ts';
import { ENCODINGS } from '../model/source.ts';
import { EXPORT_FORMATS, type ExportFormat } from './formats.ts';

/** What a file's name can be made of: `{paper}/{date}/{article} {headline}`. A `/` makes a folder. */
export const PLACEHOLDERS = [
  /** The folder of the issue below its archive, the name of its file without the ending. */
  'folder',
  'file',
  'paper',
  /** The day as 2013-08-19 where it can be told, else the date as printed. */
  'date',
  'edition',
  /** The pages as the masthead says them. */
  'page',
  /** The article's place in the issue, its id, and what it says of itself; empty in a file of a whole issue. */
  'article',
  'id',
  'headline',
  'byline',
  'section',
  'state',
  /** The first of the SHA-256 of the source, 8 digits. */
  'sha',
] as const;
export type Placeholder = (typeof PLACEHOLDERS)[number];

const HOLDERS = /\{([^{}]*)\}/g;

/** The names in braces that mean nothing; empty when the pattern is sound. */
export const unknownHolders = (pattern: string): readonly string[] =>
  [...pattern.matchAll(HOLDERS)].flatMap(([, name = '']) => (PLACEHOLDERS.some((one) => one === name) ? [] : [name]));

/** The pattern with each placeholder replaced. */
export const filled = (pattern: string, value: (holder: Placeholder) => string): string =>
  pattern.replace(HOLDERS, (all, name: string) => {
    const holder = PLACEHOLDERS.find((one) => one === name);
    return holder === undefined ? all : value(holder);
  });

export const exportProfileSchema = z.strictObject({
  name: z.string().trim().min(1).max(60),
  format: z.enum(EXPORT_FORMATS),
  /** Which articles go. */
  articles: z.enum(['all', 'settled']),
  /** Which fields of them. */
  fields: z.array(z.enum(EXPORT_FIELDS)).min(1).max(EXPORT_FIELDS.length),
  /** What a file holds. */
  per: z.enum(['issue', 'article']),
  /** Of the file's name, without its ending; empty: the issue's own name. */
  pattern: z
    .string()
    .max(300)
    .refine((pattern) => unknownHolders(pattern).length === 0, 'no such placeholder'),
  /** For plain text, Markdown and CSV; all other formats are UTF-8 or say themselves what they are. */
  encoding: z.enum(ENCODINGS),
  lineEnd: z.enum(['lf', 'crlf']),
});
export type ExportProfile = z.infer<typeof exportProfileSchema>;

export const exportProfilesSchema = z.strictObject({ profiles: z.array(exportProfileSchema).max(100) });
export type ExportProfiles = z.infer<typeof exportProfilesSchema>;

/** Formats whose bytes can be chosen. */
export const ENCODABLE: ReadonlySet<ExportFormat> = new Set(['text', 'markdown', 'csv']);

/** Everything of every article, a file an issue under the issue's own name: what an export is without a profile. */
export const plainProfile = (format: ExportFormat): ExportProfile => ({
  name: format,
  format,
  articles: 'all',
  fields: [...EXPORT_FIELDS],
  per: 'issue',
  pattern: '',
  encoding: 'utf-8',
  lineEnd: 'lf',
});
