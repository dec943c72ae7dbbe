/**
 * The figures of a batch with their 95 % confidence intervals. Articles of one issue are not independent of each other,
 * so intervals are found by drawing whole issues again and again (cluster bootstrap, Efron 1979), seeded.
 */
import { randomFrom } from './random.ts';
import { f1, type IssueScore } from './score.ts';

export const FIGURES = [
  'exactArticles',
  'bcubed',
  'headLines',
  'headText',
  'bylineExact',
  'bylineF1',
  'roles',
  'effortPerArticle',
  'untouched',
] as const;
export type FigureName = (typeof FIGURES)[number];

export interface Figure {
  /** Null where nothing of the batch is asked for it. */
  readonly value: number | null;
  /** 95 % of the draws lie between these; null with fewer than two issues. */
  readonly interval: readonly [low: number, high: number] | null;
}

export type Figures = { readonly [name in FigureName]: Figure };

const DRAWS = 1000;
const TAIL = 0.025;

export function figuresOf(scores: readonly IssueScore[], seed: number): Figures {
  const values = valuesOf(scores);
  const draws = scores.length < 2 ? [] : drawsOf(scores, seed);
  const figure = (name: FigureName): Figure => ({ value: values[name], interval: intervalOf(draws, name) });
  return Object.fromEntries(FIGURES.map((name) => [name, figure(name)])) as Figures; // every name is there
}

type Values = { readonly [name in FigureName]: number | null };

function drawsOf(scores: readonly IssueScore[], seed: number): readonly Values[] {
  const random = randomFrom(seed);
  const drawn = () => scores[Math.floor(random() * scores.length)] as IssueScore; // within the list
  return Array.from({ length: DRAWS }, () => valuesOf(scores.map(drawn)));
}

function intervalOf(draws: readonly Values[], name: FigureName): Figure['interval'] {
  const values = draws.flatMap((draw) => draw[name] ?? []).sort((a, b) => a - b);
  const [low, high] = [values[Math.floor(values.length * TAIL)], values[Math.ceil(values.length * (1 - TAIL)) - 1]];
  return low === undefined || high === undefined ? null : [low, high];
}

function valuesOf(scores: readonly IssueScore[]): Values {
  const articles = scores.flatMap((score) => score.articles);
  const sum = (of: (score: IssueScore) => number) => scores.reduce((all, score) => all + of(score), 0);
  const share = (answers: readonly (boolean | null)[]) => {
    const asked = answers.filter((answer) => answer !== null);
    return ratio(asked.filter((answer) => answer).length, asked.length);
  };
  const right = sum(({ names }) => names.right);
  return {
    exactArticles: share(articles.map(({ exact }) => exact)),
    bcubed: ratio(
      sum(({ bcubed }) => (Number.isFinite(bcubed) ? bcubed : 0)),
      scores.length,
    ),
    headLines: share(articles.map(({ headLines }) => headLines)),
    headText: share(articles.map(({ headText }) => headText)),
    bylineExact: share(articles.map(({ bylines }) => bylines)),
    bylineF1: byF1(
      right,
      sum(({ names }) => names.found),
      sum(({ names }) => names.wanted),
    ),
    roles: ratio(
      sum(({ roles }) => roles.right),
      sum(({ roles }) => roles.lines),
    ),
    effortPerArticle: ratio(
      sum(({ effort }) => effort),
      articles.length,
    ),
    untouched: ratio(scores.filter(({ effort }) => effort === 0).length, scores.length),
  };
}

const ratio = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);
const byF1 = (right: number, found: number, wanted: number): number | null =>
  wanted === 0 ? null : f1(found === 0 ? 0 : right / found, right / wanted);
