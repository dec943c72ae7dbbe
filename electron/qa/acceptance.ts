/**
 * Acceptance sampling by attributes: how many articles of a batch to look at, and how many of them may be wrong.
 * Source: ISO 2859-1:1999, table 1 (code letters, general inspection level II) and table 2-A (single sampling plans for
 * normal inspection). The unit is the article.
 */

/** Largest batch of each code letter, level II. */
const LEVEL_II: readonly (readonly [letter: string, largest: number])[] = [
  ['A', 8],
  ['B', 15],
  ['C', 25],
  ['D', 50],
  ['E', 90],
  ['F', 150],
  ['G', 280],
  ['H', 500],
  ['J', 1200],
  ['K', 3200],
  ['L', 10_000],
  ['M', 35_000],
  ['N', 150_000],
  ['P', 500_000],
  ['Q', Number.POSITIVE_INFINITY],
];

/** Sample size of each code letter. */
const SIZES: readonly (readonly [letter: string, size: number])[] = [
  ['A', 2],
  ['B', 3],
  ['C', 5],
  ['D', 8],
  ['E', 13],
  ['F', 20],
  ['G', 32],
  ['H', 50],
  ['J', 80],
  ['K', 125],
  ['L', 200],
  ['M', 315],
  ['N', 500],
  ['P', 800],
  ['Q', 1250],
  ['R', 2000],
];

/** The acceptance quality limits of the table, in percent of articles that are wrong. */
export const LIMITS = [0.01, 0.015, 0.025, 0.04, 0.065, 0.1, 0.15, 0.25, 0.4, 0.65, 1, 1.5, 2.5, 4, 6.5, 10] as const;
export type Limit = (typeof LIMITS)[number];

/**
 * Acceptance numbers along the diagonals of table 2-A. Down a row the limit where 0 is accepted moves one column to the
 * left; from there to the right: 0, an arrow up, an arrow down, then 1, 2, 3, 5, 7, 10, 14, 21, and arrows up.
 */
const DIAGONAL = [0, 'up', 'down', 1, 2, 3, 5, 7, 10, 14, 21] as const;
/** Column where row A accepts 0: the limit 6.5. */
const FIRST_ZERO = 14;

export interface Plan {
  readonly letter: string;
  /** Articles to look at; all of them when the batch is not larger. */
  readonly size: number;
  /** The batch passes with at most so many wrong articles. */
  readonly accept: number;
  readonly limit: Limit;
  /** Every article is to be looked at. */
  readonly whole: boolean;
}

/** The single sampling plan for a batch of `articles` at this limit. */
export function planFor(articles: number, limit: Limit): Plan {
  const letter = LEVEL_II.find(([, largest]) => articles <= largest)?.[0] ?? 'Q';
  const column = LIMITS.indexOf(limit);
  let row = SIZES.findIndex(([name]) => name === letter);
  for (;;) {
    const accept = acceptance(row, column);
    if (typeof accept === 'number') return plan(row, accept, articles, limit);
    row += accept === 'up' ? -1 : 1;
  }
}

function acceptance(row: number, column: number): number | 'up' | 'down' {
  const at = column - (FIRST_ZERO - row);
  if (at < 0) return 'down';
  return DIAGONAL[at] ?? 'up';
}

function plan(row: number, accept: number, articles: number, limit: Limit): Plan {
  const [letter, size] = SIZES[Math.min(row, SIZES.length - 1)] ?? ['R', 2000];
  return { letter, size: Math.min(size, articles), accept, limit, whole: size >= articles };
}

export interface Judgement {
  readonly passed: boolean;
  readonly wrong: number;
  /** The one-sided 95 % upper bound of the share of wrong articles in the batch (Clopper and Pearson 1934). */
  readonly atMost: number;
}

/** Pass or fail of a sample with `wrong` wrong articles. */
export const judged = (plan: Plan, wrong: number): Judgement => ({
  passed: wrong <= plan.accept,
  wrong,
  atMost: plan.whole && plan.size > 0 ? wrong / plan.size : upperBound(wrong, plan.size),
});

/** The share p at which so few wrong ones in a sample of n come up in 5 % of the cases: binomial, by bisection. */
export function upperBound(wrong: number, n: number): number {
  if (n === 0 || wrong >= n) return 1;
  let [low, high] = [0, 1];
  for (let i = 0; i < 60; i++) {
    const p = (low + high) / 2;
    if (chanceOfAtMost(wrong, n, p) > 0.05) low = p;
    else high = p;
  }
  return (low + high) / 2;
}

function chanceOfAtMost(wrong: number, n: number, p: number): number {
  let term = n * Math.log1p(-p);
  let sum = Math.exp(term);
  for (let k = 1; k <= wrong; k++) {
    term += Math.log(((n - k + 1) / k) * (p / (1 - p)));
    sum += Math.exp(term);
  }
  return sum;
}
