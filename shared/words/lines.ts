/**
 * Lines that a newspaper prints again and again: its column titles and running heads, as its settled issues show them.
 * They stand in the paper's word list beside its names, so that one file holds all that was learned of a paper.
 */
import { lineAt, lineText } from '../model/lines.ts';
import type { Issue, OutsideRun, Review } from '../model/review.ts';
import type { Word, WordList } from './list.ts';

/** Seen in so many settled issues, a line is taken for the paper's; or put in by a person (count 0). */
const SURE = 2;
/** UTF-16 units of a line that is kept at most: longer ones are no titles. */
const LONGEST = 60;
/** Letters that a line must have: numbers and rules stand on every page of every paper. */
const LETTERS = 2;

const DIGITS = /[\p{Nd}oOlI]*\p{Nd}[\p{Nd}oOlI]*/gu;
/** Numbers of pages and days: 第三版, 八月十九日, 星期一. */
const CHINESE_NUMBERS = /[〇一二三四五六七八九十]+(?=[版期号年月日])|(?<=星期)[一二三四五六日天]/gu;

/** The line as it stands in a list: numbers, which change from issue to issue, are `#`. */
const listed = (line: string): string =>
  line.normalize('NFKC').replace(DIGITS, '#').replace(CHINESE_NUMBERS, '#').replace(/\s+/gu, ' ').trim();

/** Blanks and letter case are lost and won in scans. */
const keyOf = (line: string): string => listed(line).replace(/\s+/gu, '').toLowerCase();

const isTelling = (line: string): boolean => line.length <= LONGEST && (line.match(/\p{L}/gu)?.length ?? 0) >= LETTERS;

export type KnownRole = 'section' | 'furniture';

/** The column titles and running heads of an issue that is settled; none of one that is not. */
export function linesIn(issue: Issue, review: Review): readonly Word[] {
  const isSettled = review.articles.length > 0 && review.articles.every(({ state }) => state === 'settled');
  if (!isSettled) return [];
  const found = new Map<string, Word>();
  for (const run of review.outside) {
    if (run.role !== 'section' && run.role !== 'furniture') continue;
    for (const line of linesOf(issue, run)) {
      const text = listed(line);
      if (isTelling(text)) found.set(`${run.role} ${keyOf(line)}`, { text, kind: run.role, count: 1 });
    }
  }
  return [...found.values()];
}

/** The lines that the run holds wholly. */
function linesOf(issue: Issue, { from, to }: OutsideRun): readonly string[] {
  const lines: string[] = [];
  for (let number = lineAt(issue.lines, from); number <= issue.lines.count; number++) {
    if ((issue.lines.starts[number - 1] ?? to) >= to) break;
    const span = lineText(issue.text, issue.lines, number);
    if (span && span.from >= from && span.to <= to) lines.push(issue.text.slice(span.from, span.to));
  }
  return lines;
}

/** Tells a line that the paper is known for; null for every other. */
export function knownLines({ words }: Pick<WordList, 'words'>): (line: string) => KnownRole | null {
  const known = new Map<string, { readonly role: KnownRole; readonly count: number }>();
  for (const { text, kind, count } of words) {
    if (kind !== 'section' && kind !== 'furniture') continue;
    if (count !== 0 && count < SURE) continue;
    const key = keyOf(text);
    const before = known.get(key);
    // One line as both: what it was more often, and what a person says before all.
    const rank = count === 0 ? Number.POSITIVE_INFINITY : count;
    if (!before || before.count < rank) known.set(key, { role: kind, count: rank });
  }
  if (known.size === 0) return () => null;
  return (line) => (line.length <= LONGEST ? (known.get(keyOf(line))?.role ?? null) : null);
}

/** Whether the list knows any line of its paper. */
export const knowsLines = ({ words }: Pick<WordList, 'words'>): boolean =>
  words.some(({ kind, count }) => (kind === 'section' || kind === 'furniture') && (count === 0 || count >= SURE));
