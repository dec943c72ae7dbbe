/** What a QA run found: the one value that the HTML page, the JSON and the JUnit file are written from. */

import { type Figures, figuresOf } from '../../shared/score/figures.ts';
import type { Gold } from '../../shared/score/gold.ts';
import { type Judgement, judged, type Plan } from './acceptance.ts';
import type { Failed, QaIssue } from './batch.ts';
import { type Changes, changesBetween, type ReportArticle, reportArticles } from './changes.ts';
import type { SampledArticle } from './sample.ts';

export const REPORT_SCHEMA = 'galley-qa/1';

export interface ReportIssue {
  readonly name: string;
  readonly reviewed: boolean;
  readonly openDoubts: number;
  readonly proposedArticles: readonly ReportArticle[];
  /** Of the review; of the proposal where there is none. */
  readonly articles: readonly ReportArticle[];
  readonly goldArticles: readonly ReportArticle[] | null;
  /** Null without gold. */
  readonly exact: number | null;
  readonly wanted: number | null;
  readonly effort: number | null;
}

export interface Acceptance {
  readonly batch: number;
  readonly plan: Plan;
  readonly sample: readonly SampledArticle[];
  /** Null while an article of the sample is not judged. */
  readonly judgement: Judgement | null;
}

export interface Report {
  readonly schema: typeof REPORT_SCHEMA;
  readonly galley: string;
  readonly folder: string;
  readonly seed: number;
  /** ISO time. */
  readonly made: string;
  readonly issues: readonly ReportIssue[];
  readonly failed: readonly Failed[];
  /** Null without gold. */
  readonly figures: Figures | null;
  readonly acceptance: Acceptance | null;
  /** By issue: how its articles differ from those of the report it was compared with. */
  readonly against: readonly { readonly name: string; readonly changes: Changes }[] | null;
}

export interface ReportInput {
  readonly galley: string;
  readonly folder: string;
  readonly seed: number;
  readonly made: string;
  readonly issues: readonly QaIssue[];
  readonly failed: readonly Failed[];
  readonly acceptance: Acceptance | null;
  readonly against: Report | null;
}

export function reportOf(input: ReportInput): Report {
  const { issues, against, seed } = input;
  const rows = issues.map(reportIssue);
  const scores = issues.flatMap(({ score }) => score ?? []);
  return {
    schema: REPORT_SCHEMA,
    galley: input.galley,
    folder: input.folder,
    seed,
    made: input.made,
    issues: rows,
    failed: input.failed,
    figures: scores.length > 0 ? figuresOf(scores, seed) : null,
    acceptance: input.acceptance,
    against:
      against &&
      rows.map((row) => ({ name: row.name, changes: changesBetween(before(against, row.name), row.articles) })),
  };
}

const before = (report: Report, name: string): readonly ReportArticle[] =>
  report.issues.find((issue) => issue.name === name)?.articles ?? [];

function reportIssue({ name, proposed, reviewed, gold, score, openDoubts }: QaIssue): ReportIssue {
  return {
    name,
    reviewed: reviewed !== null,
    openDoubts,
    proposedArticles: reportArticles(proposed),
    articles: reportArticles(reviewed ?? proposed),
    goldArticles: gold && goldArticles(gold),
    exact: score?.articles.filter(({ exact }) => exact).length ?? null,
    wanted: score?.articles.length ?? null,
    effort: score?.effort ?? null,
  };
}

function goldArticles({ lines, articles }: Gold): readonly ReportArticle[] {
  const byArticle = new Map<string, [number, number][]>();
  for (const [line, { article }] of [...lines].sort(([a], [b]) => a - b)) {
    if (article === null) continue;
    const ranges = byArticle.get(article) ?? [];
    const last = ranges.at(-1);
    if (last && last[1] === line - 1) last[1] = line;
    else ranges.push([line, line]);
    byArticle.set(article, ranges);
  }
  return [...byArticle].map(([id, ranges]) => ({
    headline: articles?.get(id)?.headline ?? null,
    lines: ranges,
    bylines: (articles?.get(id)?.bylines ?? []).map(({ name }) => name),
  }));
}

/** The sample's judgement: null while one of its articles is not judged. */
export function acceptanceOf(batch: number, plan: Plan, sample: readonly SampledArticle[]): Acceptance {
  const isJudged = sample.length > 0 && sample.every(({ right }) => right !== null);
  const wrong = sample.filter(({ right }) => right === false).length;
  return { batch, plan, sample, judgement: isJudged ? judged(plan, wrong) : null };
}
