/**
 * What is asked of a head and a text: is this the head of that? Words that both use say most; then the order, which
 * every page keeps in its own way:
 *
 *     head body head body        each head before its text
 *     body head body head        each head after its text
 *     body body head head        two texts, then their two heads in the same order
 */
import type { Sheet } from '../lines/sheet.ts';
import { ABSENT } from '../roles/features.ts';
import { oddsOf, type RoleOdds } from '../roles/roles.ts';
import { type Bag, coverage, mergedBag } from '../words/bags.ts';
import { Habits } from './habits.ts';
import { type Layout, layoutOf, textAt } from './layout.ts';
import type { Unit } from './units.ts';

/** Text units of one article in reading order. Also bags, made once. */
export interface Chain {
  readonly units: readonly Unit[];
  readonly bag: Bag;
  /** The unit that stands first in the text. */
  readonly top: Unit;
  readonly bottom: Unit;
}

export interface HeadContext {
  readonly sheet: Sheet;
  readonly odds: RoleOdds;
  readonly units: readonly Unit[];
}

export function chainOf(units: readonly Unit[]): Chain {
  const first = units[0] as Unit;
  let top = first;
  let bottom = first;
  for (const unit of units) {
    if (unit.index < top.index) top = unit;
    if (unit.index > bottom.index) bottom = unit;
  }
  const bag = units.length > 1 ? mergedBag(units.map((unit) => unit.bag)) : first.bag;
  return { units, bag, top, bottom };
}

export const HEAD_FEATURES: readonly string[] = [
  'covered',
  'covered by lead',
  'rank of text',
  'rank of head',
  'margin of text',
  'margin of head',
  'shared weight',
  'head lines',
  'head terms',
  'head width/page',
  'head dash',
  'head section-like',
  'text lines',
  'text opener',
  'text byline first',
  'text caption',
  'text closer',
  'text bullet',
  'text units',
  'texts before',
  'texts after',
  'heads between',
  'lines apart',
  'just before',
  'just after',
  'touches unit before',
  'touches unit after',
  'inside',
  'after top',
  'place in heads',
  'place in heads from end',
  'heads in group',
  'same place in texts before',
  'same place in texts after',
  'texts in group before',
  'texts in group after',
  'page begins head',
  'page ends head',
  'heads/texts',
  'groups/heads',
  'text begins after head',
  'text ends before head',
  'head before another text',
  'head after another text',
  'cjk',
  'sure heads',
  'habit of order',
  'habit of side',
  'head odds',
];

const yes = (is: boolean): number => (is ? 1 : 0);

/** Lexical scores of all pairs, `scores[h * chains + c]`. */
export interface WordScores {
  readonly covered: Float32Array;
  readonly lead: Float32Array;
}

/** Scores of pairs that were asked before; chains and heads are known by identity. */
export type KnownWords = Map<Chain, Map<Unit, { readonly covered: number; readonly lead: number }>>;

/** How much of each head's weight each text has. `known` remembers pairs that were asked before. */
export function wordScores(
  context: HeadContext,
  heads: readonly Unit[],
  chains: readonly Chain[],
  known: KnownWords = new Map(),
): WordScores {
  const covered = new Float32Array(heads.length * chains.length);
  const lead = new Float32Array(heads.length * chains.length);
  const weight = context.sheet.cohesion.weight;
  chains.forEach((chain, c) => {
    let ofChain = known.get(chain);
    if (!ofChain) {
      ofChain = new Map();
      known.set(chain, ofChain);
    }
    for (let h = 0; h < heads.length; h++) {
      const head = heads[h] as Unit;
      let value = ofChain.get(head);
      if (!value) {
        value = {
          covered: coverage(head.bag, chain.bag, weight),
          lead: coverage(head.bag, (chain.units[0] as Unit).lead, weight),
        };
        ofChain.set(head, value);
      }
      covered[h * chains.length + c] = value.covered;
      lead[h * chains.length + c] = value.lead;
    }
  });
  return { covered, lead };
}

/** One row for each pair: `rows[(h * chains + c) * features]`. */
export function headRows(
  context: HeadContext,
  heads: readonly Unit[],
  chains: readonly Chain[],
  words: WordScores,
): Float32Array {
  const F = HEAD_FEATURES.length;
  const rows = new Float32Array(heads.length * chains.length * F);
  const layout = layoutOf(context.units, heads, chains);
  const { covered } = words;
  const bestOfHead = heads.map((_, h) => highest(covered, h * chains.length, 1, chains.length));
  const bestOfChain = chains.map((_, c) => highest(covered, c, chains.length, heads.length));
  const ofChain = chains.map((chain) => chainFacts(context, chain));
  const habits = new Habits(covered, heads, chains, (head, chain) => orderOf(layout, head, chain));
  const headRow = new Float32Array(F);
  heads.forEach((head, h) => {
    headRow.fill(ABSENT);
    const place = placeOf(context, head, h, layout);
    write(headRow, headFacts(context, h, place, layout));
    const weight = weightOf(head.bag, context.sheet.cohesion.weight);
    for (let c = 0; c < chains.length; c++) {
      const chain = chains[c] as Chain;
      const row = (h * chains.length + c) * F;
      const own = covered[h * chains.length + c] as number;
      rows.set(headRow, row);
      const facts = ofChain[c] as readonly number[];
      for (let k = 0; k < CHAIN_COLUMNS.length; k++) rows[row + (CHAIN_COLUMNS[k] as number)] = facts[k] as number;
      writePlace(rows, row, place, chain, c, layout);
      writeHabit(rows, row, habits, h, orderOf(layout, head, chain));
      rows[row + AT.covered] = own;
      rows[row + AT.lead] = words.lead[h * chains.length + c] as number;
      rows[row + AT.rankOfText] = rankIn(bestOfHead[h] as Float32Array, own);
      rows[row + AT.rankOfHead] = rankIn(bestOfChain[c] as Float32Array, own);
      rows[row + AT.marginOfText] = own - rival(bestOfHead[h] as Float32Array, own);
      rows[row + AT.marginOfHead] = own - rival(bestOfChain[c] as Float32Array, own);
      rows[row + AT.sharedWeight] = Math.min(60, own * weight);
    }
  });
  return rows;
}

/** Answers by the names of features. */
type Facts = { readonly [feature: string]: number };

const PLACE = new Map(HEAD_FEATURES.map((name, f) => [name, f]));

/** The column of a feature. */
function column(name: string): number {
  const place = PLACE.get(name);
  if (place === undefined) throw new RangeError(`no feature ${name}`);
  return place;
}

/** Columns that are written once a pair. */
const AT = {
  covered: column('covered'),
  lead: column('covered by lead'),
  rankOfText: column('rank of text'),
  rankOfHead: column('rank of head'),
  marginOfText: column('margin of text'),
  marginOfHead: column('margin of head'),
  sharedWeight: column('shared weight'),
  sureHeads: column('sure heads'),
  habitOfOrder: column('habit of order'),
  habitOfSide: column('habit of side'),
  textsBefore: column('texts before'),
  textsAfter: column('texts after'),
  headsBetween: column('heads between'),
  linesApart: column('lines apart'),
  justBefore: column('just before'),
  justAfter: column('just after'),
  touchesBefore: column('touches unit before'),
  touchesAfter: column('touches unit after'),
  inside: column('inside'),
  afterTop: column('after top'),
  sameBefore: column('same place in texts before'),
  sameAfter: column('same place in texts after'),
  beforeAnother: column('head before another text'),
  afterAnother: column('head after another text'),
} as const;

/** Writes answers to a row. */
function write(row: Float32Array, facts: Facts): void {
  for (const name in facts) row[column(name)] = facts[name] as number;
}

/** Where a text stands from a head: 0 the next text after it, 1 the one after that, -1 the last before it. */
const orderOf = (layout: Layout, head: Unit, chain: Chain): number =>
  Math.max(-6, Math.min(6, (layout.topsBefore[chain.top.index] as number) - (layout.topsBefore[head.index] as number)));

function weightOf(bag: Bag, weight: Float32Array): number {
  let sum = 0;
  for (const term of bag.terms) sum += weight[term] as number;
  return sum;
}

/** Values that are kept of each head's and each text's scores: as many as ranks are told apart. */
const RANKS = 9;

/** The highest of `count` values from `from` on, `step` apart, falling; zeros behind them. */
function highest(values: Float32Array, from: number, step: number, count: number): Float32Array {
  const best = new Float32Array(RANKS);
  for (let k = 0; k < count; k++) {
    const value = values[from + k * step] as number;
    if (value <= (best[RANKS - 1] as number)) continue;
    let at = RANKS - 1;
    for (; at > 0 && (best[at - 1] as number) < value; at--) best[at] = best[at - 1] as number;
    best[at] = value;
  }
  return best;
}

/** How many of the values are higher, at most 8. */
function rankIn(best: Float32Array, own: number): number {
  let rank = 0;
  while (rank < 8 && (best[rank] as number) > own) rank++;
  return rank;
}

/** The highest value beside the own. */
const rival = (best: Float32Array, own: number): number => (own >= (best[0] as number) ? best[1] : best[0]) as number;

function headFacts(context: HeadContext, h: number, { head, countBefore, countAfter }: Place, layout: Layout): Facts {
  const { sheet, odds } = context;
  let widest = 0;
  let dash = 0;
  let section = 0;
  for (let i = head.from; i < head.to; i++) {
    widest = Math.max(widest, sheet.lines[i]?.width ?? 0);
    dash = Math.max(dash, sheet.traits[i]?.signs.head?.weight ?? 0);
    section += oddsOf(odds, i, 'section') / (head.to - head.from);
  }
  const place = layout.place[h] as number;
  const group = layout.group[h] as number;
  return {
    ...layout.page,
    'head lines': Math.min(8, head.to - head.from),
    'head width/page': Math.min(3, widest / Math.max(1, sheet.usualWidth[head.from] as number)),
    'head dash': dash,
    'head section-like': section,
    'place in heads': Math.min(8, place),
    'place in heads from end': Math.min(8, group - 1 - place),
    'heads in group': Math.min(10, group),
    'texts in group before': Math.min(10, countBefore) - Math.min(10, group),
    'texts in group after': Math.min(10, countAfter) - Math.min(10, group),
    'head terms': Math.min(30, head.bag.size),
    'head odds': head.open ? Math.max(-6, Math.min(6, head.headOdds)) : 7,
    cjk: yes(sheet.lines[head.from]?.cjk ?? false),
  };
}

const CHAIN_COLUMNS = [
  'text lines',
  'text opener',
  'text byline first',
  'text caption',
  'text closer',
  'text bullet',
  'text units',
  'text begins after head',
  'text ends before head',
].map(column);

/** Answers in the order of `CHAIN_COLUMNS`. */
function chainFacts(context: HeadContext, chain: Chain): readonly number[] {
  const { sheet, odds } = context;
  const first = chain.units[0] as Unit;
  const last = chain.units.at(-1) as Unit;
  let lines = 0;
  let caption = 0;
  for (const unit of chain.units)
    for (let i = unit.from; i < unit.to; i++) {
      lines++;
      caption += oddsOf(odds, i, 'caption');
    }
  return [
    Math.min(60, lines),
    sheet.traits[first.from]?.signs.opener?.weight ?? 0,
    oddsOf(odds, first.from, 'byline'),
    caption / Math.max(1, lines),
    sheet.traits[last.to - 1]?.signs.closer?.weight ?? 0,
    sheet.traits[first.from]?.signs.bullet?.weight ?? 0,
    Math.min(6, chain.units.length),
    yes(context.units[first.index - 1]?.kind === 'head'),
    yes(context.units[last.index + 1]?.kind === 'head'),
  ];
}

/** What is the same for a head whatever the text. */
interface Place {
  readonly head: Unit;
  /** Its place in its row of heads. */
  readonly place: number;
  /** Texts before the row of texts before it, and the texts in that row; the same for the row after it. */
  readonly firstBefore: number;
  readonly countBefore: number;
  readonly firstAfter: number;
  readonly countAfter: number;
  /** Index of the text unit next to it; -1: none. */
  readonly nextText: number;
  readonly lastText: number;
}

function placeOf({ units }: HeadContext, head: Unit, h: number, layout: Layout): Place {
  const tops = layout.topsBefore;
  const firstBefore = tops[layout.textsFrom[h] as number] as number;
  const firstAfter = tops[layout.groupTo[h] as number] as number;
  return {
    head,
    place: layout.place[h] as number,
    firstBefore,
    countBefore: (tops[layout.groupFrom[h] as number] as number) - firstBefore,
    firstAfter,
    countAfter: (tops[layout.textsTo[h] as number] as number) - firstAfter,
    nextText: textAt(units, layout, head.index, 1),
    lastText: textAt(units, layout, head.index, -1),
  };
}

function writePlace(rows: Float32Array, row: number, own: Place, chain: Chain, c: number, layout: Layout): void {
  const { head, place, nextText, lastText } = own;
  const first = chain.units[0] as Unit;
  const last = chain.units.at(-1) as Unit;
  const at = head.index;
  const nearest = at < first.index ? first.index : Math.min(at, last.index);
  const low = Math.min(at, nearest);
  const high = Math.max(at, nearest);
  const topsBefore = layout.topsBefore[chain.top.index] as number;
  const tops = topsBefore - (layout.topsBefore[at] as number);
  const between = (layout.headsBefore[high] as number) - (layout.headsBefore[low + 1] as number);
  rows[row + AT.textsBefore] = tops < 0 ? Math.min(8, -tops) : 0;
  rows[row + AT.textsAfter] = tops >= 0 ? Math.min(8, tops + 1) : 0;
  rows[row + AT.headsBetween] = Math.min(8, Math.max(0, between));
  rows[row + AT.linesApart] = Math.min(
    150,
    at < first.index ? first.from - head.to : at > last.index ? head.from - last.to : 0,
  );
  rows[row + AT.justBefore] = yes(nextText === first.index);
  rows[row + AT.justAfter] = yes(lastText === last.index);
  rows[row + AT.touchesBefore] = yes(lastText >= 0 && layout.chainOfUnit[lastText] === c);
  rows[row + AT.touchesAfter] = yes(nextText >= 0 && layout.chainOfUnit[nextText] === c);
  rows[row + AT.inside] = yes(at > chain.top.index && at < chain.bottom.index);
  rows[row + AT.afterTop] = yes(at > chain.top.index);
  rows[row + AT.sameBefore] = placeApart(place, topsBefore - own.firstBefore, own.countBefore);
  rows[row + AT.sameAfter] = placeApart(place, topsBefore - own.firstAfter, own.countAfter);
  rows[row + AT.beforeAnother] = yes(nextText >= 0 && layout.chainOfUnit[nextText] !== c);
  rows[row + AT.afterAnother] = yes(lastText >= 0 && layout.chainOfUnit[lastText] !== c);
}

/** How far the text's place in a row of texts is from the head's in its row of heads, up to 4. */
const placeApart = (place: number, inRow: number, count: number): number =>
  inRow < 0 || inRow >= count ? ABSENT : Math.min(4, Math.abs(place - inRow));

/** How this order agrees with that of the sure heads, the head itself left out. */
function writeHabit(rows: Float32Array, row: number, habits: Habits, h: number, order: number): void {
  const others = habits.others(h);
  rows[row + AT.sureHeads] = Math.min(10, others);
  rows[row + AT.habitOfOrder] = others > 0 ? habits.sameOrder(h, order) / others : ABSENT;
  rows[row + AT.habitOfSide] = others > 0 ? habits.sameSide(h, order) / others : ABSENT;
}
