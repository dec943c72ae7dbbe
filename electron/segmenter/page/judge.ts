/** What a reading of the page is worth: its links and cuts, its captions, and the best assignment of heads to texts. */

import { assign, type Gain } from '../../../shared/score/assignment.ts';
import { type Forest, logistic, scoreRow } from '../learned/trees.ts';
import { mergedBag } from '../words/bags.ts';
import { ALONE_FEATURES, aloneRow } from './alone-features.ts';
import {
  type Chain,
  chainOf,
  HEAD_FEATURES,
  type HeadContext,
  headRows,
  type KnownWords,
  wordScores,
} from './head-features.ts';
import type { PageProblem, State } from './moves.ts';
import { ScoreMemory, type Slots } from './score-memory.ts';
import type { Unit } from './units.ts';

export interface PageForests {
  /** Does this caption belong to that text? Asked with the features of heads. */
  readonly caption: Forest;
  readonly head: Forest;
  readonly alone: Forest;
}

/** How much each part counts, found by cross-validation (`npm run fit`). */
export interface Balance {
  readonly link: number;
  readonly cut: number;
  readonly head: number;
  /** Added to the log-odds of a head link: most heads have a text. */
  readonly headBias: number;
  readonly alone: number;
  readonly role: number;
  readonly caption: number;
}

export const BALANCE: Balance = { link: 1.4, cut: 1, caption: 1, head: 1, headBias: 0, alone: 0.3, role: 1 };

/** Log-odds of a cut beside a unit that was read the other way, where the model was not asked. */
const TURNED_SEAM = -1.5;
/** Log-odds of a caption that belongs to a text where there is none. */
const NO_TEXT = -20;

/** A settled page. */
export interface PageReading {
  /** The units of the problem, of the kinds they were read as. */
  readonly units: readonly Unit[];
  readonly chains: readonly Chain[];
  readonly heads: readonly Unit[];
  /** For each head the chain, or -1. */
  readonly chainOfHead: Int32Array;
  /** Captions that belong to a text, and the chain of each. Others are chains of their own. */
  readonly captions: readonly Unit[];
  readonly chainOfCaption: Int32Array;
  /** Log-odds of head and chain, `[h * chains + c]`. */
  readonly headOdds: Float64Array;
  /** Probability that each chain has no head. */
  readonly alone: Float64Array;
  readonly worth: number;
}

/** Log-odds that each caption belongs to each chain, `[s * chains + c]`. */
export function captionOdds(
  context: HeadContext,
  captions: readonly Unit[],
  chains: readonly Chain[],
  forest: Forest,
): Float32Array {
  const odds = new Float32Array(captions.length * chains.length);
  if (odds.length === 0) return odds;
  const rows = headRows(context, captions, chains, wordScores(context, captions, chains));
  for (let n = 0; n < odds.length; n++) scoreRow(forest, rows, n * HEAD_FEATURES.length, odds, n);
  return odds;
}

/** A chain that the search has met, with the scores of its pairs. */
interface KnownChain {
  readonly chain: Chain;
  readonly asHeads: Slots;
  readonly asCaptions: Slots;
  readonly alone: Slots;
}

/** The texts of a reading and which captions and heads it has, before they are matched. */
interface Parts {
  readonly chains: readonly KnownChain[];
  readonly captions: readonly Unit[];
  readonly heads: readonly Unit[];
  readonly worth: number;
}

/** Judges readings of one page. What readings have in common is worked out once. */
export class Judge {
  readonly #problem: PageProblem;
  readonly #balance: Balance;
  readonly #words: KnownWords = new Map();
  readonly #oddsOfPair = new Map<number, number>();
  readonly #joinedHeads = new Map<string, Unit>();
  readonly #chains = new Map<string, KnownChain>();
  /** Number of each head or caption that was met. */
  readonly #numbers = new Map<Unit, number>();
  readonly #headScores: ScoreMemory;
  readonly #captionScores: ScoreMemory;
  readonly #aloneScores: ScoreMemory;

  constructor(problem: PageProblem, forests: PageForests, balance: Balance) {
    this.#problem = problem;
    this.#balance = balance;
    this.#headScores = new ScoreMemory(forests.head);
    this.#captionScores = new ScoreMemory(forests.caption);
    this.#aloneScores = new ScoreMemory(forests.alone);
    problem.pairs.forEach(({ a, b }, p) => {
      this.#oddsOfPair.set(a.index * problem.units.length + b.index, problem.odds[p] as number);
    });
  }

  reading(state: State): PageReading {
    const units = this.#asRead(state);
    const context = { ...this.#problem.context, units };
    const parts = this.#parts(units, state);
    const chains = parts.chains.map((known) => known.chain);
    const captions = this.#chainsOfCaptions(context, parts, chains);
    const alone = this.#alone(context, parts);
    const heads = this.#chainsOfHeads(context, parts, chains, alone.odds);
    return {
      units,
      chains,
      heads: parts.heads,
      chainOfHead: heads.chain,
      captions: parts.captions,
      chainOfCaption: captions.chain,
      headOdds: heads.odds,
      alone: alone.odds,
      worth: parts.worth + this.#balance.caption * captions.odds + alone.worth + heads.worth,
    };
  }

  #parts(units: readonly Unit[], state: State): Parts {
    const balance = this.#balance;
    const chains: KnownChain[] = [];
    const captions: Unit[] = [];
    const heads: Unit[] = [];
    let worth = 0;
    for (const unit of units)
      if (unit.open) worth += (balance.role * (unit.kind === 'head' ? 1 : -1) * unit.headOdds) / 2;
    for (const unit of units) {
      if (unit.kind !== 'text' || (state.before[unit.index] as number) >= 0) continue;
      if (unit.satellite && !state.stands[unit.index]) {
        captions.push(unit);
        continue;
      }
      const list = [unit];
      for (let n = state.next[unit.index] as number; n >= 0; n = state.next[n] as number) {
        worth += balance.link * (this.#oddsOfPair.get((list.at(-1) as Unit).index * units.length + n) ?? -9);
        list.push(units[n] as Unit);
      }
      chains.push(this.#chain(list));
    }
    for (const unit of units) {
      if (unit.kind !== 'head') continue;
      if (unit.seam && state.cut[unit.index]) worth += balance.cut * unit.cut;
      const last = heads.at(-1);
      if (unit.seam && !state.cut[unit.index] && last) heads[heads.length - 1] = this.#joined(last, unit);
      else heads.push(unit);
    }
    return { chains, captions, heads, worth };
  }

  #chain(units: readonly Unit[]): KnownChain {
    const key = units.map((unit) => unit.index).join();
    let known = this.#chains.get(key);
    // A unit that was read the other way is another object.
    if (known?.chain.units.some((unit, k) => unit !== units[k])) known = undefined;
    if (!known) {
      known = { chain: chainOf(units), asHeads: [], asCaptions: [], alone: [] };
      this.#chains.set(key, known);
    }
    return known;
  }

  #number(unit: Unit): number {
    let number = this.#numbers.get(unit);
    if (number === undefined) {
      number = this.#numbers.size;
      this.#numbers.set(unit, number);
    }
    return number;
  }

  /** Probability that each text has no head. */
  #alone(context: HeadContext, { chains, heads }: Parts) {
    const odds = new Float64Array(chains.length);
    const row = new Float32Array(ALONE_FEATURES.length);
    let worth = 0;
    chains.forEach((known, c) => {
      aloneRow(context, known.chain, heads.length, chains.length, row);
      const p = logistic(this.#aloneScores.score(known.alone, 0, row, 0));
      odds[c] = p;
      worth += this.#balance.alone * Math.log(Math.max(1e-4, p));
    });
    return { odds, worth };
  }

  /** The best assignment of heads to texts. */
  #chainsOfHeads(context: HeadContext, parts: Parts, chains: readonly Chain[], alone: Float64Array) {
    const { heads } = parts;
    const balance = this.#balance;
    const odds = new Float64Array(heads.length * chains.length);
    const gains: Gain[] = [];
    const rows = headRows(context, heads, chains, wordScores(context, heads, chains, this.#words));
    const headless = alone.map((p) => balance.alone * (Math.log(Math.max(1e-4, 1 - p)) - Math.log(Math.max(1e-4, p))));
    heads.forEach((head, h) => {
      const number = this.#number(head);
      for (let c = 0; c < chains.length; c++) {
        const n = h * chains.length + c;
        const slots = (parts.chains[c] as KnownChain).asHeads;
        const score = this.#headScores.score(slots, number, rows, n * HEAD_FEATURES.length);
        odds[n] = score;
        const gain = balance.head * (score + balance.headBias) + (headless[c] as number);
        if (gain > 0) gains.push({ row: h, column: c, gain });
      }
    });
    const chain = assign(gains, heads.length, chains.length);
    const worth = gains.reduce((sum, { row, column, gain }) => (chain[row] === column ? sum + gain : sum), 0);
    return { chain, odds, worth };
  }

  /** The likeliest chain of each caption; the sum of their log-odds. */
  #chainsOfCaptions(context: HeadContext, { captions, chains: known }: Parts, chains: readonly Chain[]) {
    const chain = new Int32Array(captions.length).fill(-1);
    let sum = 0;
    if (captions.length === 0) return { chain, odds: sum };
    const rows = headRows(context, captions, chains, wordScores(context, captions, chains, this.#words));
    captions.forEach((unit, s) => {
      const number = this.#number(unit);
      let most = NO_TEXT;
      for (let c = 0; c < chains.length; c++) {
        const slots = (known[c] as KnownChain).asCaptions;
        const at = (s * chains.length + c) * HEAD_FEATURES.length;
        // A caption that stands alone is a photo story; another caption is another story.
        const isStory = (chains[c] as Chain).top.satellite;
        const value = isStory ? NO_TEXT : this.#captionScores.score(slots, number, rows, at);
        if (chain[s] === -1 || value > most) {
          most = value;
          chain[s] = c;
        }
      }
      sum += most;
    });
    return { chain, odds: sum };
  }

  /** The units with the kinds that the state gives them. */
  #asRead(state: State): readonly Unit[] {
    const { units } = this.#problem;
    if (units.every((unit) => unit.kind === 'out' || (unit.kind === 'head') === (state.head[unit.index] === 1)))
      return units;
    const result: Unit[] = [];
    for (const unit of units) {
      const kind = unit.kind === 'out' ? 'out' : state.head[unit.index] ? 'head' : 'text';
      const last = result.at(-1);
      const known = kind === unit.kind && (last?.kind ?? 'out') === (units[unit.index - 1]?.kind ?? 'out');
      const seam = kind !== 'out' && last?.kind === kind;
      result.push(known ? unit : { ...unit, kind, seam, cut: seam ? TURNED_SEAM : 0 });
    }
    return result;
  }

  #joined(a: Unit, b: Unit): Unit {
    const key = `${a.from}-${b.to}`;
    let unit = this.#joinedHeads.get(key);
    if (!unit) {
      const bag = mergedBag([a.bag, b.bag]);
      unit = { ...a, to: b.to, bag, lead: bag };
      this.#joinedHeads.set(key, unit);
    }
    return unit;
  }
}
