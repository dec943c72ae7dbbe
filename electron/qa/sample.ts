/** Which issues and articles of a batch are looked at. The same seed draws the same sample. */

import { shuffled } from '../../shared/score/random.ts';
import { reportArticles } from './articles.ts';
import type { QaIssue } from './batch.ts';
import { changesBetween } from './changes.ts';
import type { Way } from './ways.ts';

/** So many issues of the batch: at random, most open doubts first, or alike from each paper or year. */
export function sampleIssues(
  issues: readonly QaIssue[],
  count: number,
  way: Way,
  random: () => number,
): readonly QaIssue[] {
  if (way === 'doubtful') return issues.toSorted((a, b) => doubtsPerArticle(b) - doubtsPerArticle(a)).slice(0, count);
  if (way === 'random') return shuffled(issues, random).slice(0, count);
  const strata = strataOf(issues, (issue) => stratumOf(issue, way));
  return dealt(
    [...strata.values()].map((stratum) => shuffled(stratum, random)),
    count,
  );
}

const documentOf = ({ reviewed, proposed }: QaIssue) => reviewed ?? proposed;
const doubtsPerArticle = (issue: QaIssue) => issue.openDoubts / Math.max(1, documentOf(issue).articles.length);

function stratumOf(issue: QaIssue, way: 'paper' | 'date'): string {
  const { masthead } = documentOf(issue);
  return way === 'paper' ? (masthead.paper ?? '') : (masthead.date ?? '').slice(0, 4);
}

function strataOf<T>(list: readonly T[], keyOf: (one: T) => string): ReadonlyMap<string, readonly T[]> {
  const strata = new Map<string, T[]>();
  for (const one of list) strata.set(keyOf(one), [...(strata.get(keyOf(one)) ?? []), one]);
  return strata;
}

/** One from each list in turn. */
function dealt<T>(lists: readonly (readonly T[])[], count: number): readonly T[] {
  const found: T[] = [];
  for (let round = 0; found.length < count; round++) {
    const row = lists.flatMap((list) => list.slice(round, round + 1));
    if (row.length === 0) break;
    found.push(...row.slice(0, count - found.length));
  }
  return found;
}

/** Why an article is drawn: those settled over open doubts are looked at first. */
const STRATA = ['doubts passed over', 'settled without a touch', 'settled after work'] as const;
type Stratum = (typeof STRATA)[number];

export interface SampledArticle {
  readonly issue: string;
  /** Its number in reading order, from 1. */
  readonly number: number;
  readonly headline: string | null;
  readonly stratum: Stratum;
  /** Right or wrong by the gold; null where there is none for the issue. */
  readonly right: boolean | null;
}

/** All settled articles of the batch, by stratum. */
export function settledArticles(issues: readonly QaIssue[]): readonly SampledArticle[] {
  return issues.flatMap((issue) => {
    const { reviewed, history } = issue;
    if (!reviewed || !history) return [];
    const passed = passedOver(issue);
    const changes = changesBetween(reportArticles(issue.proposed), reportArticles(reviewed));
    const touched = new Set(
      [...changes.gained, ...changes.changed.map(({ after }) => after)].map((one) => JSON.stringify(one)),
    );
    const shown = reportArticles(reviewed);
    return reviewed.articles.flatMap((article, i): readonly SampledArticle[] => {
      if (article.state !== 'settled') return [];
      const stratum = passed.has(article.id)
        ? 'doubts passed over'
        : touched.has(JSON.stringify(shown[i]))
          ? 'settled after work'
          : 'settled without a touch';
      return [
        {
          issue: issue.name,
          number: i + 1,
          headline: article.headline,
          stratum,
          right: rightByGold(issue, article.id),
        },
      ];
    });
  });
}

function passedOver({ history }: QaIssue): ReadonlySet<string> {
  if (!history) return new Set();
  const settled = history.review.doubtsSettled;
  return new Set(
    history.proposal.doubts.filter(({ id }) => settled[id] === 'passed over').flatMap(({ articles }) => articles),
  );
}

/** Wrong: its lines, head or bylines are not those of the gold. */
function rightByGold({ score }: QaIssue, id: string): boolean | null {
  if (!score) return null;
  const verdict = score.articles.find((article) => article.id === id);
  return verdict?.exact === true && verdict.headLines !== false && verdict.bylines !== false;
}

/** A sample of so many articles: half of it from those whose doubts were passed over, as far as there are. */
export function sampleArticles(
  articles: readonly SampledArticle[],
  size: number,
  random: () => number,
): readonly SampledArticle[] {
  const drawn = shuffled(articles, random);
  const first = drawn.filter(({ stratum }) => stratum === 'doubts passed over').slice(0, Math.ceil(size / 2));
  const rest = drawn.filter((article) => !first.includes(article)).slice(0, size - first.length);
  return [...first, ...rest];
}
