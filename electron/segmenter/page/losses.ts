/**
 * What the second-best reading costs: for each unit how much worth the page loses by the cheapest move that the search
 * tried and dropped and that would have begun, ended or headed it otherwise. A small loss is a close decision.
 */
import type { PageReading } from './judge.ts';
import type { State } from './moves.ts';

/** The loss where no move was tried: the models left no doubt. */
const NO_LOSS = 12;

/** By index of the unit. */
export interface Losses {
  /** Of a text unit: that another text, or none, goes before it. */
  readonly start: Float32Array;
  /** Of a text unit: that another text, or none, follows it. */
  readonly end: Float32Array;
  /** Of a head unit: that another text is under it. */
  readonly head: Float32Array;
}

const copyOf = ({ next, before, cut, head, stands }: State): State => ({
  next: next.slice(),
  before: before.slice(),
  cut: cut.slice(),
  head: head.slice(),
  stands: stands.slice(),
});

/** Collects the losses of one pass of the search. */
export class LossBook {
  readonly losses: Losses;
  #best: PageReading;
  #state: State;
  /** `textsOfHeads` of the best reading, and of the one that is looked at. */
  #texts: Int32Array;
  #others: Int32Array;

  constructor(best: PageReading, state: State) {
    const of = (): Float32Array => new Float32Array(state.next.length).fill(NO_LOSS);
    this.losses = { start: of(), end: of(), head: of() };
    this.#best = best;
    this.#state = copyOf(state);
    this.#texts = textsOfHeads(best, new Int32Array(state.next.length));
    this.#others = new Int32Array(state.next.length);
  }

  /** A better reading was found: what follows is compared with it. */
  better(best: PageReading, state: State): void {
    this.#best = best;
    this.#state = copyOf(state);
    this.#texts = textsOfHeads(best, this.#texts);
  }

  /** A reading that was tried and is worth less. */
  dropped(tried: PageReading, state: State): void {
    const loss = Math.max(0, this.#best.worth - tried.worth);
    const was = this.#state;
    const { start, end, head } = this.losses;
    for (let u = 0; u < state.next.length; u++) {
      const turned = state.head[u] !== was.head[u] || state.stands[u] !== was.stands[u];
      if (turned || state.before[u] !== was.before[u]) lower(start, u, loss);
      if (turned || state.next[u] !== was.next[u]) lower(end, u, loss);
      if (turned || state.cut[u] !== was.cut[u]) lower(head, u, loss);
    }
    const texts = textsOfHeads(tried, this.#others);
    for (let u = 0; u < texts.length; u++)
      if (this.#texts[u] !== NO_HEAD && this.#texts[u] !== texts[u]) lower(head, u, loss);
  }
}

function lower(losses: Float32Array, u: number, loss: number): void {
  if (loss < (losses[u] as number)) losses[u] = loss;
}

/** Where no head begins with the unit. */
const NO_HEAD = -2;

/** For the first unit of each head the first unit of its text, -1: none; written to `texts`, by index of the unit. */
function textsOfHeads({ heads, chains, chainOfHead }: PageReading, texts: Int32Array): Int32Array {
  texts.fill(NO_HEAD);
  heads.forEach((head, h) => {
    texts[head.index] = chains[chainOfHead[h] as number]?.units[0]?.index ?? -1;
  });
  return texts;
}
