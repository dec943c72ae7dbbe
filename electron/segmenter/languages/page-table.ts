/** What we know of a language's newspapers, as rows. `page.ts` of each language is a table of them. */
import type { LanguageId } from './names.ts';

/** What a matching line is a sign of. */
export const SIGNS = [
  /** A text begins here: 本报讯, LONDON, March 9 — */
  'opener',
  /** A text may begin here: 近日， */
  'softOpener',
  /** A text ends here: a signature in brackets. */
  'closer',
  /** A line that is a byline and nothing else. */
  'byline',
  /** The photographer's line, which ends a caption. */
  'photo',
  /** A caption begins: 图为 */
  'caption',
  /** Page header or footer, editors' line. */
  'furniture',
  /** A column title. */
  'section',
  /** Advertisement or notice. */
  'ad',
  'jump',
  /** An item of a list of briefs. */
  'bullet',
  /** A head's usual beginning: —— before a subhead. */
  'head',
] as const;
export type Sign = (typeof SIGNS)[number];

/** One thing we know. `weight` 1 is certain, 0.3 a hint. Order of rows does not matter: the heaviest match counts. */
interface PageRow {
  readonly id: string;
  readonly sign: Sign;
  readonly pattern: RegExp;
  readonly weight: number;
  /** A real or typical line that matches. */
  readonly line: string;
}

export interface PageTable {
  readonly language: LanguageId;
  /** Frequent small words, by which the language of a passage is told; empty where the script tells. */
  readonly common: readonly string[];
  readonly rows: readonly PageRow[];
}

/** For each sign the heaviest matching row of a line. */
export type SignsOf = { readonly [sign in Sign]?: PageRow };

/** The signs of one line by one table. */
export function signsOf(text: string, table: PageTable): SignsOf {
  const found: { [sign in Sign]?: PageRow } = {};
  for (const row of table.rows) {
    const known = found[row.sign];
    if ((known === undefined || known.weight < row.weight) && row.pattern.test(text)) found[row.sign] = row;
  }
  return found;
}
