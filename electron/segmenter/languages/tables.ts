/** The tables of all languages, and which one a passage of lines is read with. Adding a language is adding a row here. */
import { characterClass } from '../../../shared/model/characters.ts';
import type { SetLine } from '../lines/lines.ts';
import { de } from './de/page.ts';
import { en } from './en/page.ts';
import { es } from './es/page.ts';
import { fr } from './fr/page.ts';
import { nl } from './nl/page.ts';
import type { PageTable } from './page-table.ts';
import { zh } from './zh/page.ts';

export const TABLES: readonly PageTable[] = [zh, en, de, fr, nl, es];

const LATIN = TABLES.filter((table) => table.common.length > 0);

/** The tables among whose frequent small words each of them is. */
const BY_WORD = new Map<string, PageTable[]>();
for (const table of LATIN)
  for (const word of new Set(table.common)) BY_WORD.set(word, [...(BY_WORD.get(word) ?? []), table]);
const LONGEST_WORD = Math.max(...[...BY_WORD.keys()].map((word) => word.length));
const isLetter = characterClass(/\p{L}/u);

/** Adds to `counts` how many words of the text are among each table's frequent small words. */
export function countSmallWords(text: string, counts: Map<PageTable, number>): void {
  const small = text.toLowerCase();
  for (let i = 0, from = 0; i <= small.length; i++) {
    const end = i;
    const code = small.codePointAt(i) ?? 0;
    if (code > 0xffff) i++;
    if (isLetter(code)) continue;
    if (end > from && end - from <= LONGEST_WORD)
      for (const table of BY_WORD.get(small.slice(from, end)) ?? []) counts.set(table, (counts.get(table) ?? 0) + 1);
    from = i + 1;
  }
}

/** Lines of one passage: long enough to tell the language by its small words, short enough for issues in two languages. */
const PASSAGE_LINES = 30;

/** The table for each line. CJK lines are told by their script, others by the small words of the passage they stand in. */
export function tablesOf(lines: readonly SetLine[]): readonly PageTable[] {
  const result: PageTable[] = [];
  let before: PageTable = en;
  for (let start = 0; start < lines.length; start += PASSAGE_LINES) {
    const passage = lines.slice(start, start + PASSAGE_LINES);
    before = latinTable(passage) ?? before;
    for (const line of passage) result.push(line.cjk ? zh : before);
  }
  return result;
}

function latinTable(lines: readonly SetLine[]): PageTable | undefined {
  const counts = new Map<PageTable, number>();
  for (const line of lines) if (!line.cjk) countSmallWords(line.text, counts);
  const best = Math.max(0, ...counts.values());
  return best > 0 ? LATIN.find((table) => counts.get(table) === best) : undefined;
}
