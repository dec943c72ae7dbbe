/** The tables of all languages, and which one a passage of lines is read with. Adding a language is adding a row here. */
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
const COMMON = LATIN.map((table) => new Set(table.common));

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
  const counts = LATIN.map(() => 0);
  for (const line of lines) {
    if (line.cjk) continue;
    for (const word of line.text.toLowerCase().split(/[^\p{L}]+/u)) {
      COMMON.forEach((common, i) => {
        if (common.has(word)) counts[i] = (counts[i] ?? 0) + 1;
      });
    }
  }
  const best = Math.max(...counts);
  return best > 0 ? LATIN[counts.indexOf(best)] : undefined;
}
