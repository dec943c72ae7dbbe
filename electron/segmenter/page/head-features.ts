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

/** How much of each head's weight each text has. `known` remembers chains that were asked before. */
export function wordScores(
  context: HeadContext,
  heads: readonly Unit[],
  chains: readonly Chain[],
  known: Map<string, number> = new Map(),
): WordScores {
  const covered = new Float32Array(heads.length * chains.length);
  const lead = new Float32Array(heads.length * chains.length);
  const weight = context.sheet.cohesion.weight;
  chains.forEach((chain, c) => {
    const name = chain.units.map((unit) => unit.from).join();
    heads.forEach((head, h) => {
      const key = `${head.from}-${head.to}:${name}`;
      let value = known.get(key);
      if (value === undefined) {
        value = coverage(head.bag, chain.bag, weight);
        known.set(key, value);
        known.set(`${key}!`, coverage(head.bag, (chain.units[0] as Unit).lead, weight));
      }
      covered[h * chains.length + c] = value;
      lead[h * chains.length + c] = known.get(`${key}!`) ?? 0;
    });
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
  const rows = new Float32Array(heads.length * chains.length * F).fill(ABSENT);
  const layout = layoutOf(context.units, heads, chains);
  const best = bestsOf(words.covered, heads.length, chains.length);
  const weights = heads.map((head) => weightOf(head.bag, context.sheet.cohesion.weight));
  const ofChain = chains.map((chain) => chainFacts(context, chain));
  const habits = habitsOf(words.covered, heads, chains, layout);
  heads.forEach((head, h) => {
    const ofHead = headFacts(context, head, h, layout);
    chains.forEach((chain, c) => {
      const at = h * chains.length + c;
      const own = words.covered[at] as number;
      const row = at * F;
      write(rows, row, ofHead);
      write(rows, row, ofChain[c] as Facts);
      write(rows, row, placeFacts(context, head, h, chain, c, layout));
      write(rows, row, habit(habits, h, orderOf(layout, head, chain)));
      write(rows, row, {
        covered: own,
        'head odds': head.open ? Math.max(-6, Math.min(6, head.headOdds)) : 7,
        'covered by lead': words.lead[at] as number,
        'rank of text': rankIn(words.covered, h * chains.length, 1, chains.length, own),
        'rank of head': rankIn(words.covered, c, chains.length, heads.length, own),
        'margin of text': own - rival(best.ofHead, h, own),
        'margin of head': own - rival(best.ofChain, c, own),
        'shared weight': Math.min(60, own * (weights[h] as number)),
        'head terms': Math.min(30, head.bag.size),
      });
    });
  });
  return rows;
}

/** Answers by the names of features. */
type Facts = { readonly [feature: string]: number };

const PLACE = new Map(HEAD_FEATURES.map((name, f) => [name, f]));

/** Writes answers to the row that begins at `row`. */
function write(rows: Float32Array, row: number, facts: Facts): void {
  for (const name in facts) rows[row + (PLACE.get(name) as number)] = facts[name] as number;
}

/** Where a text stands from a head: 0 the next text after it, 1 the one after that, -1 the last before it. */
const orderOf = (layout: Layout, head: Unit, chain: Chain): number =>
  Math.max(-6, Math.min(6, (layout.topsBefore[chain.top.index] as number) - (layout.topsBefore[head.index] as number)));

/** A head whose words leave little doubt, and where its text stands. */
interface Habit {
  readonly head: number;
  readonly order: number;
}

/** How much more of a head a text must have than any other to show the page's habit. */
const SURE_MARGIN = 0.2;

/** What the heads that are sure by their words say of the order that the page keeps. */
function habitsOf(covered: Float32Array, heads: readonly Unit[], chains: readonly Chain[], layout: Layout): Habit[] {
  return heads.flatMap((head, h) => {
    let best = -1;
    let second = 0;
    for (let c = 0; c < chains.length; c++) {
      const value = covered[h * chains.length + c] as number;
      const most = best < 0 ? 0 : (covered[h * chains.length + best] as number);
      if (value > most) {
        second = most;
        best = c;
      } else if (value > second) second = value;
    }
    if (best < 0 || head.bag.size < 3 || (covered[h * chains.length + best] as number) - second < SURE_MARGIN)
      return [];
    return [{ head: h, order: orderOf(layout, head, chains[best] as Chain) }];
  });
}

/** How this order agrees with that of the sure heads, the head itself left out. */
function habit(habits: readonly Habit[], h: number, order: number): { [feature: string]: number } {
  const others = habits.filter((other) => other.head !== h);
  const same = others.filter((other) => other.order === order).length;
  const side = others.filter((other) => other.order >= 0 === order >= 0).length;
  return {
    'sure heads': Math.min(10, others.length),
    'habit of order': others.length > 0 ? same / others.length : ABSENT,
    'habit of side': others.length > 0 ? side / others.length : ABSENT,
  };
}

function weightOf(bag: Bag, weight: Float32Array): number {
  let sum = 0;
  for (const term of bag.terms) sum += weight[term] as number;
  return sum;
}

function rankIn(values: Float32Array, from: number, step: number, count: number, own: number): number {
  let rank = 0;
  for (let k = 0; k < count; k++) if ((values[from + k * step] as number) > own) rank++;
  return Math.min(rank, 8);
}

/** The two highest scores of each head and of each text. */
function bestsOf(covered: Float32Array, heads: number, chains: number) {
  const ofHead = Array.from({ length: heads }, () => [0, 0] as [number, number]);
  const ofChain = Array.from({ length: chains }, () => [0, 0] as [number, number]);
  for (let h = 0; h < heads; h++)
    for (let c = 0; c < chains; c++) {
      const value = covered[h * chains + c] as number;
      keep(ofHead[h] as [number, number], value);
      keep(ofChain[c] as [number, number], value);
    }
  return { ofHead, ofChain };
}

function keep(best: [number, number], value: number): void {
  if (value > best[0]) {
    best[1] = best[0];
    best[0] = value;
  } else if (value > best[1]) best[1] = value;
}

const rival = (bests: readonly (readonly [number, number])[], i: number, own: number): number => {
  const [first, second] = bests[i] ?? [0, 0];
  return own >= first ? second : first;
};

interface Layout {
  /** Chain that owns each unit; -1 for heads and outside. */
  readonly chainOfUnit: Int32Array;
  /** Chain tops before each unit. */
  readonly topsBefore: Int32Array;
  readonly headsBefore: Int32Array;
  /** For each head: its place in its row of heads (nothing but heads and outside between), and the row's length. */
  readonly place: Int32Array;
  readonly group: Int32Array;
  /** For each head: unit index at which the row of texts before its row begins, and at which the one after ends. */
  readonly textsFrom: Int32Array;
  readonly groupFrom: Int32Array;
  readonly groupTo: Int32Array;
  readonly textsTo: Int32Array;
  readonly page: { [feature: string]: number };
}

function layoutOf(units: readonly Unit[], heads: readonly Unit[], chains: readonly Chain[]): Layout {
  const n = units.length;
  const chainOfUnit = new Int32Array(n).fill(-1);
  const isTop = new Uint8Array(n);
  chains.forEach((chain, c) => {
    for (const unit of chain.units) chainOfUnit[unit.index] = c;
    isTop[chain.top.index] = 1;
  });
  const topsBefore = new Int32Array(n + 1);
  const headsBefore = new Int32Array(n + 1);
  units.forEach((unit, i) => {
    topsBefore[i + 1] = (topsBefore[i] as number) + (isTop[i] as number);
    headsBefore[i + 1] = (headsBefore[i] as number) + (unit.kind === 'head' ? 1 : 0);
  });
  const size = heads.length;
  const place = new Int32Array(size);
  const group = new Int32Array(size);
  const groupFrom = new Int32Array(size);
  const groupTo = new Int32Array(size);
  const textsFrom = new Int32Array(size);
  const textsTo = new Int32Array(size);
  for (let h = 0; h < size; ) {
    let end = h + 1;
    while (end < size && noText(units, (heads[end - 1] as Unit).index, (heads[end] as Unit).index)) end++;
    const from = (heads[h] as Unit).index;
    const to = (heads[end - 1] as Unit).index + 1;
    const before = (heads[h - 1] as Unit | undefined)?.index ?? -1;
    const after = (heads[end] as Unit | undefined)?.index ?? n;
    for (let k = h; k < end; k++) {
      place[k] = k - h;
      group[k] = end - h;
      groupFrom[k] = from;
      groupTo[k] = to;
      textsFrom[k] = before + 1;
      textsTo[k] = after;
    }
    h = end;
  }
  const inner = units.filter((unit) => unit.kind !== 'out');
  let groups = 0;
  for (let h = 0; h < size; h++) if (place[h] === 0) groups++;
  return {
    chainOfUnit,
    topsBefore,
    headsBefore,
    place,
    group,
    textsFrom,
    textsTo,
    groupFrom,
    groupTo,
    page: {
      'page begins head': yes(inner[0]?.kind === 'head'),
      'page ends head': yes(inner.at(-1)?.kind === 'head'),
      'heads/texts': Math.min(3, size / Math.max(1, chains.length)),
      'groups/heads': groups / Math.max(1, size),
    },
  };
}

function noText(units: readonly Unit[], from: number, to: number): boolean {
  for (let i = from + 1; i < to; i++) if (units[i]?.kind === 'text') return false;
  return true;
}

function headFacts(context: HeadContext, head: Unit, h: number, layout: Layout): { [feature: string]: number } {
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
    cjk: yes(sheet.lines[head.from]?.cjk ?? false),
  };
}

function chainFacts(context: HeadContext, chain: Chain): { [feature: string]: number } {
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
  return {
    'text lines': Math.min(60, lines),
    'text opener': sheet.traits[first.from]?.signs.opener?.weight ?? 0,
    'text byline first': oddsOf(odds, first.from, 'byline'),
    'text caption': caption / Math.max(1, lines),
    'text closer': sheet.traits[last.to - 1]?.signs.closer?.weight ?? 0,
    'text bullet': sheet.traits[first.from]?.signs.bullet?.weight ?? 0,
    'text units': Math.min(6, chain.units.length),
    'text begins after head': yes(context.units[first.index - 1]?.kind === 'head'),
    'text ends before head': yes(context.units[last.index + 1]?.kind === 'head'),
  };
}

function placeFacts(
  context: HeadContext,
  head: Unit,
  h: number,
  chain: Chain,
  c: number,
  layout: Layout,
): { [feature: string]: number } {
  const { units } = context;
  const first = chain.units[0] as Unit;
  const last = chain.units.at(-1) as Unit;
  const before = (unit: Unit): number => layout.topsBefore[unit.index] as number;
  const at = head.index;
  const nearest = at < first.index ? first.index : Math.min(at, last.index);
  const [low, high] = at < nearest ? [at, nearest] : [nearest, at];
  const tops = before(chain.top) - (layout.topsBefore[at] as number);
  const groupFrom = layout.groupFrom[h] as number;
  const groupTo = layout.groupTo[h] as number;
  const firstBefore = layout.topsBefore[layout.textsFrom[h] as number] as number;
  const countBefore = (layout.topsBefore[groupFrom] as number) - firstBefore;
  const firstAfter = layout.topsBefore[groupTo] as number;
  const countAfter = (layout.topsBefore[layout.textsTo[h] as number] as number) - firstAfter;
  const place = layout.place[h] as number;
  const group = layout.group[h] as number;
  const inBefore = before(chain.top) - firstBefore;
  const inAfter = before(chain.top) - firstAfter;
  const nextText = textAt(units, layout, at, 1);
  const lastText = textAt(units, layout, at, -1);
  return {
    'texts before': tops < 0 ? Math.min(8, -tops) : 0,
    'texts after': tops >= 0 ? Math.min(8, tops + 1) : 0,
    'heads between': Math.min(
      8,
      Math.max(0, (layout.headsBefore[high] as number) - (layout.headsBefore[low + 1] as number)),
    ),
    'lines apart': Math.min(150, at < first.index ? first.from - head.to : at > last.index ? head.from - last.to : 0),
    'just before': yes(nextText === first.index),
    'just after': yes(lastText === last.index),
    'touches unit before': yes(lastText >= 0 && layout.chainOfUnit[lastText] === c),
    'touches unit after': yes(nextText >= 0 && layout.chainOfUnit[nextText] === c),
    inside: yes(at > chain.top.index && at < chain.bottom.index),
    'after top': yes(at > chain.top.index),
    'same place in texts before':
      inBefore < 0 || inBefore >= countBefore ? ABSENT : Math.min(4, Math.abs(place - inBefore)),
    'same place in texts after': inAfter < 0 || inAfter >= countAfter ? ABSENT : Math.min(4, Math.abs(place - inAfter)),
    'texts in group before': Math.min(10, countBefore) - Math.min(10, group),
    'texts in group after': Math.min(10, countAfter) - Math.min(10, group),
    'head before another text': yes(nextText >= 0 && layout.chainOfUnit[nextText] !== c),
    'head after another text': yes(lastText >= 0 && layout.chainOfUnit[lastText] !== c),
  };
}

/** Index of the text unit next to the head at `at` in direction `step`, other heads and outside passed over; -1: none. */
function textAt(units: readonly Unit[], layout: Layout, at: number, step: 1 | -1): number {
  for (let i = at + step; i >= 0 && i < units.length; i += step) {
    if (units[i]?.kind === 'text') return layout.chainOfUnit[i] === -1 ? -1 : i;
    if (units[i]?.kind === 'head') return -1;
  }
  return -1;
}
