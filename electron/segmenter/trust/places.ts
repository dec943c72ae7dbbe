/**
 * The places of a proposal that can be right or wrong: where an article's text starts, where it ends, and that a head is
 * its. What the page reading knows of each is put into a row, from which `trust.ts` tells how likely it is right.
 */
import type { Sheet } from '../lines/sheet.ts';
import type { Chain } from '../page/head-features.ts';
import { type HeadFate, headFates } from '../page/owners.ts';
import type { IssueReading, WindowReading } from '../page/read.ts';
import type { Unit } from '../page/units.ts';
import { type Kind, kindOdds, oddsOf, type RoleOdds } from '../roles/roles.ts';
import { type Bag, coverage } from '../words/bags.ts';

type PlaceKind = 'start' | 'end' | 'head';

export interface Place {
  readonly kind: PlaceKind;
  /** Number of the article, as its lines' owners have it. */
  readonly article: number;
  /** The unit whose first line (start), last line (end) or all of which (head) it is about. */
  readonly unit: Unit;
  /** The window, and the chain of text; -1 for a head without one. */
  readonly window: number;
  readonly chain: number;
  /** `TRUST_FEATURES` of it. */
  readonly row: Float32Array;
}

/** What is asked of a place. */
export const TRUST_FEATURES: readonly string[] = [
  'start',
  'end',
  'head',
  'cjk',
  'page sureness',
  'page heads/texts',
  'page heads apart',
  'page close',
  'lines',
  'units',
  'caption',
  'headless',
  'head odds',
  'margin of text',
  'margin of head',
  'least link',
  'loss of start',
  'loss of end',
  'loss of head',
  'cut at edge',
  'likeliest link over edge',
  'link over edge',
  'neighbour',
  'sure of line',
  'sure of neighbour',
  'sign',
  'ends stop',
  'begins small',
  'width',
  'head lines',
  'heads in row',
  'lines apart',
  'inner cut near edge',
  'least sure near edge',
  'text beyond edge',
  'caption at edge',
  'byline at edge',
  'open beyond edge',
  'edge in text',
  'beyond in text',
  'head in text',
  'head in next best',
  'text in row',
];

const LIMIT = 9;
const limited = (x: number): number => Math.max(-LIMIT, Math.min(LIMIT, x));

/** All places of the issue. */
export function placesOf(reading: IssueReading): Place[] {
  const follows = new Map(reading.jumps.map((jump) => [jump.to, jump.from]));
  const left = new Set(reading.jumps.map((jump) => jump.from));
  return reading.windows.flatMap((window, w) => {
    const page = new PageFacts(reading.sheet, reading.odds, window);
    const own = (article: number): number => follows.get(article) ?? article;
    const fates = headFates(window.reading, window.firstArticle);
    const edges = window.reading.chains.flatMap((chain, c): Place[] => {
      const article = window.firstArticle + c;
      const at = { article: own(article), window: w, chain: c };
      const first = chain.units[0] as Unit;
      const last = chain.units.at(-1) as Unit;
      return [
        ...(follows.has(article) ? [] : [{ ...at, kind: 'start' as const, unit: first, row: page.edge(c, 'start') }]),
        ...(left.has(article) ? [] : [{ ...at, kind: 'end' as const, unit: last, row: page.edge(c, 'end') }]),
      ];
    });
    const heads = fates.flatMap((fate, h): Place[] => {
      if (fate.crosshead) return [];
      const c = fate.article - window.firstArticle;
      const chain = c < window.reading.chains.length ? c : -1;
      return [
        { kind: 'head', article: own(fate.article), unit: fate.head, window: w, chain, row: page.head(fate, h, chain) },
      ];
    });
    return [...edges, ...heads];
  });
}

type Facts = { readonly [feature: string]: number };

/** Facts of one page, made once, and the rows of its places. */
class PageFacts {
  readonly #sheet: Sheet;
  readonly #odds: RoleOdds;
  readonly #window: WindowReading;
  readonly #page: Facts;
  readonly #headOfChain = new Map<number, number>();
  readonly #into = new Map<number, number>();
  readonly #outOf = new Map<number, number>();
  readonly #pair = new Map<string, number>();

  constructor(sheet: Sheet, odds: RoleOdds, window: WindowReading) {
    this.#sheet = sheet;
    this.#odds = odds;
    this.#window = window;
    const { problem, linkOdds, reading } = window;
    problem.pairs.forEach(({ a, b }, p) => {
      const odd = linkOdds[p] as number;
      this.#pair.set(`${a.index}-${b.index}`, odd);
      this.#into.set(b.index, Math.max(this.#into.get(b.index) ?? -LIMIT, odd));
      this.#outOf.set(a.index, Math.max(this.#outOf.get(a.index) ?? -LIMIT, odd));
    });
    reading.chainOfHead.forEach((c, h) => {
      if (c >= 0) this.#headOfChain.set(c, h);
    });
    this.#page = pageFacts(sheet, odds, window);
  }

  /** The row of the start or the end of text `c`. */
  edge(c: number, kind: 'start' | 'end'): Float32Array {
    const { reading } = this.#window;
    const chain = reading.chains[c] as (typeof reading.chains)[number];
    const unit = (kind === 'start' ? chain.units[0] : chain.units.at(-1)) as Unit;
    const line = kind === 'start' ? unit.from : unit.to - 1;
    const beside = kind === 'start' ? line - 1 : line + 1;
    const neighbour = reading.units[unit.index + (kind === 'start' ? -1 : 1)];
    const [a, b] = kind === 'start' ? [neighbour, unit] : [unit, neighbour];
    const signs = this.#sheet.traits[line]?.signs ?? {};
    return rowOf({
      ...this.#page,
      ...this.#text(c),
      ...this.#line(line, unit.kind),
      [kind]: 1,
      'cut at edge': b?.seam ? limited(b.cut) : LIMIT,
      'likeliest link over edge': limited((kind === 'start' ? this.#into : this.#outOf).get(unit.index) ?? -LIMIT),
      'link over edge': limited(this.#pair.get(`${a?.index}-${b?.index}`) ?? -LIMIT),
      neighbour: kindNumber(neighbour?.kind),
      'sure of neighbour': neighbour ? kindOdds(this.#odds, beside, neighbour.kind) : 1,
      ...this.#around(c, line, kind === 'start' ? 1 : -1),
      sign:
        kind === 'start'
          ? Math.max(signs.opener?.weight ?? 0, (signs.softOpener?.weight ?? 0) / 2)
          : Math.max(signs.closer?.weight ?? 0, signs.photo?.weight ?? 0),
    });
  }

  /** The row of head `h`, of text `c` or of none (-1). */
  head({ head }: HeadFate, h: number, c: number): Float32Array {
    const { reading } = this.#window;
    let sure = 1;
    for (let i = head.from; i < head.to; i++) sure = Math.min(sure, kindOdds(this.#odds, i, 'head'));
    const after = reading.units[head.index + 1];
    const text = reading.chains[c];
    return rowOf({
      ...this.#page,
      ...(text ? this.#text(c, h) : {}),
      ...this.#line(head.from, 'head'),
      head: 1,
      'sure of line': sure,
      'loss of head': this.#window.reading.losses.head[head.index] as number,
      'cut at edge': head.seam ? limited(head.cut) : LIMIT,
      'likeliest link over edge': after?.kind === 'head' && after.seam ? limited(after.cut) : LIMIT,
      neighbour: kindNumber(reading.units[head.index - 1]?.kind),
      'head lines': Math.min(8, head.to - head.from),
      'heads in row': headsInRow(reading.units, head),
      'lines apart': text ? Math.min(100, Math.abs((text.units[0] as Unit).from - head.to)) : -1,
    });
  }

  /** What stands on both sides of the edge of text `c` at `line`; the text goes on in direction `step`. */
  #around(c: number, line: number, step: 1 | -1): Facts {
    const { problem, reading } = this.#window;
    const { window, cuts } = problem;
    const chain = reading.chains[c] as (typeof reading.chains)[number];
    const unit = (step > 0 ? chain.units[0] : chain.units.at(-1)) as Unit;
    let cut = -LIMIT;
    let sure = 1;
    for (let n = 0; n < EDGE; n++) {
      const i = line + step * n;
      if (!holds(unit, i)) break;
      if (n < 3) sure = Math.min(sure, kindOdds(this.#odds, i, 'text'));
      const seam = step > 0 ? i + 1 : i;
      if (holds(unit, seam) && holds(unit, seam - 1)) cut = Math.max(cut, cuts[seam] as number);
    }
    let text = 0;
    for (let n = 1; n <= 2; n++) {
      const i = line - step * n;
      if (i >= window.from && i < window.to) text = Math.max(text, kindOdds(this.#odds, i, 'text'));
    }
    const beyond = textBeyond(reading.units, unit, -step);
    const traits = this.#sheet.traits[beyond === undefined ? -1 : step > 0 ? beyond.to - 1 : beyond.from];
    const { terms, weight, tally } = this.#sheet.cohesion;
    const share = (from: number, to: number): number => {
      tally.countLists(terms, Math.max(window.from, from), Math.min(window.to, to));
      return coverage(tally.bag(), this.#without(c, from, to), weight);
    };
    const near = step > 0 ? [line, Math.min(unit.to, line + 4)] : [Math.max(unit.from, line - 3), line + 1];
    const out = beyond && (step > 0 ? [beyond.to - 4, beyond.to] : [beyond.from, beyond.from + 4]);
    return {
      'inner cut near edge': limited(cut),
      'least sure near edge': sure,
      'text beyond edge': text,
      'caption at edge': oddsOf(this.#odds, line, 'caption'),
      'byline at edge': oddsOf(this.#odds, line, 'byline'),
      'open beyond edge': traits
        ? step > 0
          ? traits.ending === 'stop'
            ? 0
            : 1
          : traits.beginning === 'small'
            ? 1
            : 0
        : -1,
      'edge in text': share(near[0] as number, near[1] as number),
      'beyond in text': out ? share(out[0] as number, out[1] as number) : ABSENT,
      'text in row': Math.min(8, textsInRow(reading.units, unit)),
    };
  }

  /** The terms of text `c` without those lines. */
  #without(c: number, from: number, to: number): Bag {
    const { terms, otherTally } = this.#sheet.cohesion;
    const own: (readonly number[])[] = [];
    for (const unit of this.#window.reading.chains[c]?.units ?? [])
      for (let i = unit.from; i < unit.to; i++) if (i < from || i >= to) own.push(terms[i] as readonly number[]);
    otherTally.countLists(own, 0, own.length);
    return otherTally.bag();
  }

  #line(line: number, kind: Kind): Facts {
    const traits = this.#sheet.traits[line];
    return {
      cjk: this.#sheet.lines[line]?.cjk ? 1 : 0,
      'sure of line': kindOdds(this.#odds, line, kind),
      'ends stop': traits?.ending === 'stop' ? 1 : 0,
      'begins small': traits?.beginning === 'small' ? 1 : 0,
      width: Math.min(
        2,
        (this.#sheet.lines[line]?.width ?? 0) / Math.max(1, this.#sheet.measures.before[line] as number),
      ),
    };
  }

  /** Facts of text `c`; `h`: a head that is said to be its. */
  #text(c: number, h = this.#headOfChain.get(c)): Facts {
    const { reading } = this.#window;
    const { units } = reading.chains[c] as (typeof reading.chains)[number];
    const lines = units.reduce((sum, unit) => sum + unit.to - unit.from, 0);
    let caption = 0;
    let least = LIMIT;
    units.forEach((unit, k) => {
      for (let i = unit.from; i < unit.to; i++) caption += oddsOf(this.#odds, i, 'caption') / lines;
      const before = units[k - 1];
      if (before) least = Math.min(least, this.#pair.get(`${before.index}-${unit.index}`) ?? -LIMIT);
    });
    return {
      lines: Math.min(60, lines),
      units: Math.min(8, units.length),
      caption,
      headless: reading.alone[c] as number,
      'least link': limited(least),
      'loss of start': reading.losses.start[(units[0] as Unit).index] as number,
      'loss of end': reading.losses.end[(units.at(-1) as Unit).index] as number,
      ...(h === undefined ? {} : this.#match(h, c)),
    };
  }

  /** How well head `h` and text `c` match, and how much better than others. */
  #match(h: number, c: number): Facts {
    const { reading } = this.#window;
    const chains = reading.chains.length;
    const own = reading.headOdds[h * chains + c] as number;
    const bag = (reading.heads[h] as Unit).bag;
    const { weight } = this.#sheet.cohesion;
    let covered = 0;
    let text = -LIMIT;
    let head = -LIMIT;
    for (let d = 0; d < chains; d++)
      if (d !== c) covered = Math.max(covered, coverage(bag, (reading.chains[d] as Chain).bag, weight));
    for (let d = 0; d < chains; d++) if (d !== c) text = Math.max(text, reading.headOdds[h * chains + d] as number);
    for (let g = 0; g < reading.heads.length; g++)
      if (g !== h) head = Math.max(head, reading.headOdds[g * chains + c] as number);
    return {
      'head in text': coverage(bag, (reading.chains[c] as Chain).bag, weight),
      'head in next best': covered,
      'head odds': limited(own),
      'margin of text': limited(own - text),
      'margin of head': limited(own - head),
      'loss of head': reading.losses.head[(reading.heads[h] as Unit).index] as number,
    };
  }
}

/** Lines at a text's edge that are looked at. */
const EDGE = 8;

const holds = (unit: Unit, i: number): boolean => i >= unit.from && i < unit.to;

/** The nearest text unit in direction `step`. */
function textBeyond(units: readonly Unit[], unit: Unit, step: number): Unit | undefined {
  let at = unit.index + step;
  while (units[at] && units[at]?.kind !== 'text') at += step;
  return units[at];
}

/** Text units that stand in a row with this one, nothing between them. */
function textsInRow(units: readonly Unit[], unit: Unit): number {
  let n = 1;
  for (let i = unit.index - 1; units[i]?.kind === 'text'; i--) n++;
  for (let i = unit.index + 1; units[i]?.kind === 'text'; i++) n++;
  return n;
}

/** Losses below this are close. */
const CLOSE = 1;

function pageFacts(sheet: Sheet, odds: RoleOdds, { problem, reading }: WindowReading): Facts {
  let sure = 0;
  let lines = 0;
  for (const unit of problem.units)
    for (let i = unit.from; i < unit.to; i++) {
      sure += kindOdds(odds, i, unit.kind);
      lines++;
    }
  const apart = reading.chainOfHead.filter((c) => c < 0).length;
  const close = reading.chains.filter(
    ({ units }) =>
      (reading.losses.start[(units[0] as Unit).index] as number) < CLOSE ||
      (reading.losses.end[(units.at(-1) as Unit).index] as number) < CLOSE,
  ).length;
  return {
    cjk: sheet.lines[problem.window.from]?.cjk ? 1 : 0,
    'page sureness': sure / Math.max(1, lines),
    'page heads/texts': Math.min(3, reading.heads.length / Math.max(1, reading.chains.length)),
    'page heads apart': apart / Math.max(1, reading.heads.length),
    'page close': close / Math.max(1, reading.chains.length),
  };
}

const kindNumber = (kind: Kind | undefined): number =>
  kind === undefined ? -1 : kind === 'text' ? 0 : kind === 'head' ? 1 : 2;

function headsInRow(units: readonly Unit[], head: Unit): number {
  let n = 1;
  for (let i = head.index - 1; units[i]?.kind === 'head'; i--) n++;
  for (let i = head.index + 1; units[i]?.kind === 'head'; i++) n++;
  return Math.min(10, n);
}

/** Where a fact does not apply. */
const ABSENT = -LIMIT - 1;

const COLUMNS = new Map(TRUST_FEATURES.map((name, f) => [name, f]));

function rowOf(facts: Facts): Float32Array {
  const row = new Float32Array(TRUST_FEATURES.length).fill(ABSENT);
  row[0] = row[1] = row[2] = 0;
  for (const name in facts) {
    const f = COLUMNS.get(name);
    if (f === undefined) throw new RangeError(`no feature ${name}`);
    row[f] = facts[name] as number;
  }
  return row;
}
