/**
 * Two printed lines that the extraction ran together, with a paragraph's start inside:
 *
 *     明食品的又一次出手。昨日光明食品集团相关     19.5 em in a measure of 12
 *                       ^ 10 em from here: the measure less the indent
 */
import type { Offset } from '../../../../shared/model/position.ts';
import type { PrintedLine } from '../printed.ts';
import { cjkWidth, latinWidth, SPACE_EM } from '../type-width.ts';
import { measuresAt } from './features.ts';

/** A line so much wider than its measure is two. */
const TWO_LINES = 1.25;
/** Fewer lines near by do not tell the measure. */
const ENOUGH = 4;
/** A line so much wider is no two lines. */
const MORE = 2.2;
/** What a first line lacks of the measure. em */
const INDENT_FROM = 1.4;
const INDENT_TO = 3.2;
const STARTS = /[。！？][”’」』）]?(?=\S)/gu;
const LATIN_STARTS = /[.!?]["”’)]?\s+(?=["“‘(]?\p{Lu})/gu;

/** Offsets within line `i` where a paragraph begins; nearly always none. */
export function hiddenStarts(lines: readonly PrintedLine[], i: number): readonly Offset[] {
  const line = lines[i];
  const { before, after } = measuresAt(lines, i);
  const measure = Math.max(before, after);
  if (neighbours(lines, i) < ENOUGH) return [];
  if (!line || measure < 6 || line.width < measure * TWO_LINES || line.width > measure * MORE || line.spaced) return [];
  const pattern = line.cjk ? STARTS : LATIN_STARTS;
  for (const match of line.text.matchAll(pattern)) {
    const at = match.index + match[0].length;
    const rest = line.text.slice(at);
    if (line.cjk ? fitsChinese(rest, measure) : fitsWestern(rest, measure, lines[i + 1])) return [line.from + at];
  }
  return [];
}

const neighbours = (lines: readonly PrintedLine[], i: number): number =>
  lines.slice(Math.max(0, i - 4), i + 5).filter((line) => line.run === lines[i]?.run).length - 1;

function fitsChinese(rest: string, measure: number): boolean {
  const lack = measure - cjkWidth(rest);
  return lack >= INDENT_FROM && lack <= INDENT_TO;
}

/** The rest fills a line: it fits the measure, and the next word would not have fitted with an indent. */
function fitsWestern(rest: string, measure: number, next: PrintedLine | undefined): boolean {
  if (!next) return false;
  const lack = measure - latinWidth(rest);
  const word = /^\S+/u.exec(next.text)?.[0] ?? '';
  return lack >= 0 && lack < latinWidth(word) + SPACE_EM + 1.6;
}
