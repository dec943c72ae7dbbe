/**
 * JSON: the document itself, whole (resources/schemas/galley-1.schema.json). Keys stand in one order wherever the
 * document came from, so that two exports differ only where the articles do.
 */
import type { GalleyDocument } from '../../shared/document/document.ts';

/** The order of keys; those of no fixed name (values of a doubt) follow by code unit. */
export const KEY_ORDER = [
  // what it is
  ...[
    'schema',
    'index',
    'of',
    'id',
    'kind',
    'state',
    'stage',
    'rule',
    'role',
    'class',
    'by',
    'at',
    'name',
    'incomplete',
  ],
  // where it comes from, how it is conserved
  ...[
    'source',
    'masthead',
    'partial',
    'breaks',
    'nonBlank',
    'inArticles',
    'outside',
    'byRule',
    'byEditor',
    'sha256',
    'encoding',
    'bom',
  ],
  ...['lineEnd', 'importer', 'version', 'paper', 'date', 'edition', 'pages', 'editors'],
  // what it says
  ...['section', 'kicker', 'headline', 'subhead', 'lede', 'bylines', 'dateline', 'text', 'raw', 'supplied', 'answer'],
  // where it stands
  ...['span', 'lines', 'spans', 'from', 'to', 'weight', 'parts', 'paragraphs', 'corrections'],
  ...['articles', 'article', 'fields', 'jump', 'ad', 'unreadable', 'furniture'],
  ...[
    'doubts',
    'why',
    'values',
    'confidence',
    'settled',
    'unsettled',
    'openDoubts',
    'leftOut',
    'notes',
    'returned',
    'conservation',
    'evidence',
  ],
] as const;

const RANK: ReadonlyMap<string, number> = new Map(KEY_ORDER.map((key, i) => [key, i]));
const rankOf = (key: string): number => RANK.get(key) ?? KEY_ORDER.length;
const byRank = (a: string, b: string): number => rankOf(a) - rankOf(b) || (a < b ? -1 : 1);

/**
 * Characters that JSON lets stand but that break what reads JSON: separators that line readers cut at (Python's
 * `splitlines`), controls that a terminal obeys, and bidi controls that make the file show in another order than it has.
 */
const UNSAFE = /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;
const escapeUnsafe = (char: string): string => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;
const text = (value: string): string => JSON.stringify(value).replace(UNSAFE, escapeUnsafe);

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json | undefined };

/** Keys that have a value, in their order. */
const entriesOf = (value: { readonly [key: string]: Json | undefined }): readonly (readonly [string, Json])[] =>
  Object.keys(value)
    .sort(byRank)
    .flatMap((key) => {
      const item = value[key];
      return item === undefined ? [] : [[key, item] as const];
    });

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);

/** Spans and line ranges: lists of nothing but numbers, at any depth. They are set on one line. */
const isNumeric = (value: Json): boolean => (isList(value) ? value.every(isNumeric) : typeof value === 'number');

function compact(value: Json, gap: '' | ' '): string {
  if (typeof value === 'string') return text(value);
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (isList(value)) return `[${value.map((item) => compact(item, gap)).join(`,${gap}`)}]`;
  return `{${entriesOf(value)
    .map(([key, item]) => `${text(key)}:${gap}${compact(item, gap)}`)
    .join(`,${gap}`)}}`;
}

function pretty(value: Json, indent: string): string {
  if (value === null || typeof value !== 'object' || isNumeric(value)) return compact(value, ' ');
  const inner = `${indent}  `;
  const rows = isList(value)
    ? value.map((item) => pretty(item, inner))
    : entriesOf(value).map(([key, item]) => `${text(key)}: ${pretty(item, inner)}`);
  const [open, close] = isList(value) ? '[]' : '{}';
  return rows.length === 0 ? `${open}${close}` : `${open}\n${inner}${rows.join(`,\n${inner}`)}\n${indent}${close}`;
}

/** `value` as JSON on one line, without a line end; no character in it that any reader takes for one. */
export const jsonLine = (value: object): string =>
  // Documents are plain JSON values by their types; an interface has no index signature to say so.
  compact(value as Json, '');

/** The document, indented. Ends in LF. */
export const toJson = (document: GalleyDocument): string => `${pretty(document as unknown as Json, '')}\n`;
