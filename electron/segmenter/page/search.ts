/**
 * Bodies and heads settled together. A reading of the page says which text unit follows which, and which head units are
 * one head; its worth is what the links, the cuts and the best assignment of heads to texts are worth. The search begins
 * with the likeliest links and toggles one decision after another as long as the page gets better.
 *
 * So a body that runs on without an opener is found because its head is elsewhere and no head is left for the rest; and
 * five lines of heads fall into two heads because two bodies want one each.
 */
import { type Forest, logistic, scoreRow } from '../learned/trees.ts';
import { mergedBag } from '../words/bags.ts';
import { ALONE_FEATURES, aloneRow } from './alone-features.ts';
import { assign } from './assignment.ts';
import { type Chain, chainOf, HEAD_FEATURES, type HeadContext, headRows, wordScores } from './head-features.ts';
import type { Pair } from './link-features.ts';
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

/** Links less likely than this (log-odds) are not tried, more likely ones than its opposite not doubted. */
const TRIED = 2;
/** Head seams with log-odds within this of even are tried both ways. */
const TRIED_SEAMS = 4;
const PASSES = 3;
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

interface State {
  readonly next: Int32Array;
  readonly before: Int32Array;
  /** For each head seam (index of the unit after it): whether it is cut. */
  readonly cut: Uint8Array;
  /** For each unit: whether it is read as a head. */
  readonly head: Uint8Array;
  /** For each satellite: whether it stands alone. */
  readonly stands: Uint8Array;
}

export interface PageProblem {
  readonly context: HeadContext;
  readonly units: readonly Unit[];
  readonly pairs: readonly Pair[];
  /** Log-odds of each pair. */
  readonly odds: Float32Array;
}

export function settle(
  problem: PageProblem,
  forests: PageForests,
  tick: () => void = () => {},
  balance: Balance = BALANCE,
): PageReading {
  const state = likeliest(problem);
  const judge = new Judge(problem, forests, balance);
  let best = judge.reading(state);
  for (let pass = 0; pass < PASSES; pass++) {
    let better = false;
    for (const toggle of togglesOf(problem, state)) {
      tick();
      const undo = toggle();
      if (!undo) continue;
      const tried = judge.reading(state);
      if (tried.worth > best.worth + 1e-6) {
        best = tried;
        better = true;
      } else undo();
    }
    if (!better) break;
  }
  return best;
}

/** The chains, captions and heads that the search begins with; stages after the links are fitted on them. */
export function likeliestChains(problem: PageProblem): {
  readonly chains: Chain[];
  readonly captions: readonly Unit[];
  readonly heads: Unit[];
} {
  const state = likeliest(problem);
  const captions = problem.units.filter((unit) => unit.satellite);
  const chains = problem.units
    .filter((unit) => unit.kind === 'text' && !unit.satellite && state.before[unit.index] === -1)
    .map((unit) => {
      const list = [unit];
      for (let n = state.next[unit.index] as number; n >= 0; n = state.next[n] as number)
        list.push(problem.units[n] as Unit);
      return chainOf(list);
    });
  return { chains, captions, heads: problem.units.filter((unit) => unit.kind === 'head') };
}

/** The links with positive log-odds, likeliest first, each unit with one before and one after at most; no circles. */
function likeliest({ units, pairs, odds }: PageProblem): State {
  const state: State = {
    next: new Int32Array(units.length).fill(-1),
    before: new Int32Array(units.length).fill(-1),
    cut: new Uint8Array(units.length),
    head: Uint8Array.from(units, (unit) => (unit.kind === 'head' ? 1 : 0)),
    stands: new Uint8Array(units.length),
  };
  if (!units.some((unit) => unit.kind === 'text' && !unit.satellite)) state.stands.fill(1);
  const order = [...pairs.keys()].filter((p) => {
    const { a, b } = pairs[p] as Pair;
    return (odds[p] as number) > 0 && a.kind === 'text' && b.kind === 'text';
  });
  order.sort((p, q) => (odds[q] as number) - (odds[p] as number) || p - q);
  for (const p of order) {
    const { a, b } = pairs[p] as Pair;
    if (state.next[a.index] === -1 && state.before[b.index] === -1 && endOf(state, b.index) !== a.index)
      join(state, a.index, b.index);
  }
  for (const unit of units) if (unit.kind === 'head' && unit.seam && unit.cut > 0) state.cut[unit.index] = 1;
  return state;
}

function endOf(state: State, unit: number): number {
  let end = unit;
  while ((state.next[end] as number) >= 0) end = state.next[end] as number;
  return end;
}

function join(state: State, a: number, b: number): void {
  state.next[a] = b;
  state.before[b] = a;
}

function part(state: State, a: number): number {
  const b = state.next[a] as number;
  if (b >= 0) {
    state.next[a] = -1;
    state.before[b] = -1;
  }
  return b;
}

/** Tries of one decision each; a toggle changes the state and returns how to undo it, null when there is nothing to try. */
function* togglesOf(problem: PageProblem, state: State): Generator<() => (() => void) | null> {
  const { pairs, odds, units } = problem;
  for (let p = 0; p < pairs.length; p++) {
    const odd = odds[p] as number;
    const { a, b } = pairs[p] as Pair;
    if (state.head[a.index] || state.head[b.index]) continue;
    if (state.next[a.index] === b.index) {
      if (odd < TRIED)
        yield () => {
          part(state, a.index);
          return () => join(state, a.index, b.index);
        };
    } else if (odd > -TRIED) yield () => link(state, a.index, b.index);
  }
  for (const unit of units) if (unit.open) yield () => flip(problem, state, unit);
  for (const unit of units)
    if (unit.satellite)
      yield () => {
        state.stands[unit.index] = 1 - (state.stands[unit.index] as number);
        return () => {
          state.stands[unit.index] = 1 - (state.stands[unit.index] as number);
        };
      };
  for (const unit of units)
    if (unit.kind === 'head' && unit.seam && Math.abs(unit.cut) < TRIED_SEAMS)
      yield () => {
        const was = state.cut[unit.index] as number;
        state.cut[unit.index] = 1 - was;
        return () => {
          state.cut[unit.index] = was;
        };
      };
}

/** Reads an open unit the other way: out of its chain as a head, or as text into the chain of the likeliest neighbour. */
function flip({ units, pairs, odds }: PageProblem, state: State, unit: Unit): (() => void) | null {
  const next = state.next.slice();
  const before = state.before.slice();
  const undo = (): void => {
    state.next.set(next);
    state.before.set(before);
    state.head[unit.index] = 1 - (state.head[unit.index] as number);
  };
  if (state.head[unit.index]) {
    state.head[unit.index] = 0;
    let best = -1;
    for (let p = 0; p < pairs.length; p++) {
      const { a, b } = pairs[p] as Pair;
      if (b !== unit || state.head[a.index] || (odds[p] as number) < -TRIED) continue;
      if (best < 0 || (odds[p] as number) > (odds[best] as number)) best = p;
    }
    if (best >= 0) {
      const a = (pairs[best] as Pair).a.index;
      const after = part(state, a);
      join(state, a, unit.index);
      if (after >= 0) join(state, unit.index, after);
    } else {
      const after = units
        .slice(unit.index + 1, unit.index + 4)
        .find((other) => !state.head[other.index] && other.kind !== 'out');
      if (after && state.before[after.index] === -1) join(state, unit.index, after.index);
    }
  } else {
    const a = state.before[unit.index] as number;
    const b = part(state, unit.index);
    if (a >= 0) part(state, a);
    if (a >= 0 && b >= 0) join(state, a, b);
    state.head[unit.index] = 1;
  }
  return undo;
}

/** Puts `b` and what follows it after `a`; what followed `a` stands alone then. */
function link(state: State, a: number, b: number): (() => void) | null {
  const next = state.next.slice();
  const before = state.before.slice();
  part(state, a);
  const parent = state.before[b] as number;
  if (parent >= 0) part(state, parent);
  const undo = (): void => {
    state.next.set(next);
    state.before.set(before);
  };
  if (endOf(state, b) === a) {
    undo();
    return null;
  }
  join(state, a, b);
  return undo;
}

/** Log-odds that each caption belongs to each chain, `[s * chains + c]`. */
export function captionOdds(
  context: HeadContext,
  captions: readonly Unit[],
  chains: readonly Chain[],
  forest: Forest,
  known: Map<string, number> = new Map(),
): Float32Array {
  const odds = new Float32Array(captions.length * chains.length);
  if (odds.length === 0) return odds;
  const rows = headRows(context, captions, chains, wordScores(context, captions, chains, known));
  for (let n = 0; n < odds.length; n++) scoreRow(forest, rows, n * HEAD_FEATURES.length, odds, n);
  return odds;
}

class Judge {
  readonly #problem: PageProblem;
  readonly #forests: PageForests;
  readonly #balance: Balance;
  readonly #known = new Map<string, number>();
  readonly #oddsOfPair = new Map<number, number>();
  readonly #heads = new Map<string, Unit>();

  constructor(problem: PageProblem, forests: PageForests, balance: Balance) {
    this.#problem = problem;
    this.#forests = forests;
    this.#balance = balance;
    problem.pairs.forEach(({ a, b }, p) => {
      this.#oddsOfPair.set(a.index * problem.units.length + b.index, problem.odds[p] as number);
    });
  }

  reading(state: State): PageReading {
    const balance = this.#balance;
    const units = this.#asRead(state);
    const context = { ...this.#problem.context, units };
    const chains: Chain[] = [];
    let worth = 0;
    for (const unit of units)
      if (unit.open) worth += (balance.role * (unit.kind === 'head' ? 1 : -1) * unit.headOdds) / 2;
    const captions: Unit[] = [];
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
      chains.push(chainOf(list));
    }
    const heads: Unit[] = [];
    for (const unit of units) {
      if (unit.kind !== 'head') continue;
      if (unit.seam && state.cut[unit.index]) worth += balance.cut * unit.cut;
      const last = heads.at(-1);
      if (unit.seam && !state.cut[unit.index] && last) heads[heads.length - 1] = this.#joined(last, unit);
      else heads.push(unit);
    }
    const chainOfCaption = this.#chainsOfCaptions(context, captions, chains);
    worth += balance.caption * chainOfCaption.odds;
    const alone = new Float64Array(chains.length);
    const row = new Float32Array(ALONE_FEATURES.length);
    const out = new Float32Array(1);
    chains.forEach((chain, c) => {
      aloneRow(context, chain, heads.length, chains.length, row);
      scoreRow(this.#forests.alone, row, 0, out, 0);
      alone[c] = logistic(out[0] as number);
      worth += balance.alone * Math.log(Math.max(1e-4, alone[c] as number));
    });
    const rows = headRows(context, heads, chains, wordScores(context, heads, chains, this.#known));
    const headOdds = new Float64Array(heads.length * chains.length);
    const gain = new Float64Array(heads.length * chains.length);
    for (let n = 0; n < headOdds.length; n++) {
      scoreRow(this.#forests.head, rows, n * HEAD_FEATURES.length, out, 0);
      const p = alone[n % chains.length] as number;
      headOdds[n] = out[0] as number;
      gain[n] =
        balance.head * ((out[0] as number) + balance.headBias) +
        balance.alone * (Math.log(Math.max(1e-4, 1 - p)) - Math.log(Math.max(1e-4, p)));
    }
    const chainOfHead = assign(gain, heads.length, chains.length);
    chainOfHead.forEach((c, h) => {
      if (c >= 0) worth += gain[h * chains.length + c] as number;
    });
    return {
      units,
      chains,
      heads,
      chainOfHead,
      captions,
      chainOfCaption: chainOfCaption.chain,
      headOdds,
      alone,
      worth,
    };
  }

  /** The likeliest chain of each caption; the sum of their log-odds. */
  #chainsOfCaptions(context: HeadContext, captions: readonly Unit[], chains: readonly Chain[]) {
    const chain = new Int32Array(captions.length).fill(-1);
    const odds = captionOdds(context, captions, chains, this.#forests.caption, this.#known);
    let sum = 0;
    captions.forEach((_, s) => {
      let most = NO_TEXT;
      for (let c = 0; c < chains.length; c++) {
        const value = odds[s * chains.length + c] as number;
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
    let unit = this.#heads.get(key);
    if (!unit) {
      const bag = mergedBag([a.bag, b.bag]);
      unit = { ...a, to: b.to, bag, lead: bag };
      this.#heads.set(key, unit);
    }
    return unit;
  }
}
