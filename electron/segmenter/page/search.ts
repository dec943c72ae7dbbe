/**
 * Bodies and heads settled together. A reading of the page says which text unit follows which, and which head units are
 * one head; its worth is what the links, the cuts and the best assignment of heads to texts are worth. The search begins
 * with the likeliest links and toggles one decision after another as long as the page gets better.
 *
 * So a body that runs on without an opener is found because its head is elsewhere and no head is left for the rest; and
 * five lines of heads fall into two heads because two bodies want one each.
 */

import { type Chain, chainOf } from './head-features.ts';
import { BALANCE, type Balance, Judge, type PageForests, type PageReading } from './judge.ts';
import type { Pair } from './link-features.ts';
import { LossBook, type Losses } from './losses.ts';
import { endOf, join, type PageProblem, type State, togglesOf } from './moves.ts';
import type { Unit } from './units.ts';

const PASSES = 3;

/** The best reading found, and what its rivals lose. */
export interface SettledPage extends PageReading {
  readonly losses: Losses;
}

export function settle(
  problem: PageProblem,
  forests: PageForests,
  tick: () => void = () => {},
  balance: Balance = BALANCE,
): SettledPage {
  const state = likeliest(problem);
  const judge = new Judge(problem, forests, balance);
  let best = judge.reading(state);
  let book = new LossBook(best, state);
  for (let pass = 0; pass < PASSES; pass++) {
    let better = false;
    book = new LossBook(best, state);
    for (const toggle of togglesOf(problem, state)) {
      tick();
      const undo = toggle();
      if (!undo) continue;
      const tried = judge.reading(state);
      if (tried.worth > best.worth + 1e-6) {
        best = tried;
        better = true;
        book.better(best, state);
      } else {
        book.dropped(tried, state);
        undo();
      }
    }
    if (!better) break;
  }
  return { ...best, losses: book.losses };
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
