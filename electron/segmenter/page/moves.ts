/** The state of a page's search and the moves that change one decision of it. */
import type { HeadContext } from './head-features.ts';
import type { Pair } from './link-features.ts';
import type { Unit } from './units.ts';

/** Links less likely than this (log-odds) are not tried, more likely ones than its opposite not doubted. */
const TRIED = 2;
/** Head seams with log-odds within this of even are tried both ways. */
const TRIED_SEAMS = 4;

export interface State {
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

export function endOf(state: State, unit: number): number {
  let end = unit;
  while ((state.next[end] as number) >= 0) end = state.next[end] as number;
  return end;
}

export function join(state: State, a: number, b: number): void {
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
export function* togglesOf(problem: PageProblem, state: State): Generator<() => (() => void) | null> {
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
