/**
 * Articles that go on on another page. A jump line stands beside the text it is of, before or after it:
 *
 *     page 1   … 采购活动将在下半年           page 6   （上接第1版）
 *              （下转第6版）                            展开，预计年底前完成。
 *
 * The text beside an arrival goes on the text beside a departure on an earlier page, the one it shares most words with.
 */
import type { SetLine } from '../lines/lines.ts';
import type { Sheet } from '../lines/sheet.ts';
import { likeness } from '../words/bags.ts';
import type { Chain } from './head-features.ts';
import type { WindowReading } from './read.ts';

/** A text that another text continues: numbers of articles. */
export interface Jump {
  readonly from: number;
  readonly to: number;
}

/**
 * Where the jump lines don't name each other's page, texts that share less than this (cosine) are no article's two
 * parts: the other part may be missing.
 */
const LEAST_LIKENESS = 0.03;
/** Units between a jump line and its text at most: a head may stand between. */
const REACH = 2;

interface End {
  /** The jump line (index into the sheet); it is of one text. */
  readonly line: number;
  readonly window: number;
  /** Page of the issue, 0-based, and the number of the other page as the jump line has it; 0 when it has none. */
  readonly page: number;
  readonly other: number;
  readonly article: number;
  readonly chain: Chain;
}

export function jumpsOf(sheet: Sheet, windows: readonly WindowReading[]): Jump[] {
  const arrivals: End[] = [];
  const departures: End[] = [];
  windows.forEach((window, w) => {
    for (const unit of window.reading.units) {
      if (unit.kind !== 'out') continue;
      for (let i = unit.from; i < unit.to; i++) {
        const row = sheet.traits[i]?.signs.jump;
        if (!row || row.weight < 0.9) continue;
        const { page, text } = sheet.lines[i] as SetLine;
        const place = { line: i, window: w, page, other: numberIn(text) };
        (row.id.endsWith('jump-from') ? arrivals : departures).push(...textsBeside(window, place, unit.index));
      }
    }
  });
  const pairs = arrivals.flatMap((to) =>
    departures
      .filter((from) => from.window < to.window && agree(from, to))
      .map((from) => ({ from, to, alike: likeness(from.chain.bag, to.chain.bag, sheet.cohesion.weight) })),
  );
  pairs.sort((a, b) => b.alike - a.alike || a.to.article - b.to.article);
  const taken = new Set<number>();
  const used = new Set<number>();
  const jumps: Jump[] = [];
  for (const { from, to, alike } of pairs) {
    const named = from.other > 0 && to.other > 0;
    if ((!named && alike < LEAST_LIKENESS) || taken.has(from.article) || taken.has(to.article)) continue;
    if (used.has(from.line) || used.has(to.line)) continue;
    used.add(from.line).add(to.line);
    taken.add(from.article).add(to.article);
    jumps.push({ from: from.article, to: to.article });
  }
  return jumps;
}

const NUMERALS = '一二三四五六七八九十';

/** The page number in a jump line; 0 when there is none. */
function numberIn(text: string): number {
  const digits = /\d+/.exec(text)?.[0];
  if (digits) return Number(digits);
  const numeral = [...text].find((c) => NUMERALS.includes(c));
  return numeral ? NUMERALS.indexOf(numeral) + 1 : 0;
}

/** Whether the two jump lines may name each other's page: the numbers are as far apart as the pages. */
const agree = (from: End, to: End): boolean =>
  from.other === 0 || to.other === 0 || from.other - to.other === to.page - from.page;

/** The nearest text on each side of the unit at `index`. */
function textsBeside(
  { reading, firstArticle }: WindowReading,
  place: Omit<End, 'article' | 'chain'>,
  index: number,
): End[] {
  const ends: End[] = [];
  for (const step of [-1, 1])
    for (let n = 1; n <= REACH; n++) {
      const unit = reading.units[index + step * n];
      if (unit?.kind !== 'text') continue;
      const c = reading.chains.findIndex((chain) => chain.units.some((other) => other.index === unit.index));
      const chain = reading.chains[c];
      if (chain) ends.push({ ...place, article: firstArticle + c, chain });
      break;
    }
  return ends;
}
