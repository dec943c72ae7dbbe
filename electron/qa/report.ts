/** What a QA run found: the one value that the HTML page, the JSON and the JUnit file are written from. */

import { type Figures, figuresOf } from '../../shared/score/figures.ts';
import { type Judgement, judged, type Plan } from './acceptance.ts';
import { coarse, goldArticles, type ReportArticle, reportArticles } from './articles.ts';
import type { Failed, QaIssue } from './batch.ts';
import { type Changes, changesBetween } from './changes.ts';
import type { SampledArticle } from './sample.ts';
import type { ScriptRun } from './scripts.ts';

export const REPORT_SCHEMA = 'galley-qa/2';

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

/** What an earlier report says of an issue that this one is about too, and what differs. */
export interface ComparedIssue {
  readonly name: string;
  /** The articles of the earlier report. */
  readonly before: readonly ReportArticle[];
  readonly changes: Changes;
}

/** How a report differs from an earlier one, over the issues that both are about. */
export interface Comparison {
  /** Of the earlier report: the version of Galley, the time, the figures. */
  readonly galley: string;
  readonly made: string;
  readonly figures: Figures | null;
  readonly issues: readonly ComparedIssue[];
  /** Issues that only one of the two is about. */
  readonly only: { readonly before: readonly string[]; readonly now: readonly string[] };
}

export interface Report {
  readonly schema: typeof REPORT_SCHEMA;
  readonly galley: string;
  readonly folder: string;
  readonly seed: number;
  /** ISO time. */
  readonly made: string;
  /** What stands for the gold: files of the archive, or the documents of a second reader. */
  readonly goldFrom: 'gold' | 'second reader';
  readonly issues: readonly ReportIssue[];
  readonly failed: readonly Failed[];
  /** Null without gold. */
  readonly figures: Figures | null;
  readonly scripts: readonly ScriptRun[];
  readonly acceptance: Acceptance | null;
  readonly against: Comparison | null;
}

/** What of an earlier report is compared. */
export type EarlierReport = Pick<Report, 'galley' | 'made' | 'figures'> & {
  readonly issues: readonly Pick<ReportIssue, 'name' | 'articles'>[];
  /** Of 0.2: its articles are compared as `coarse` ones. */
  readonly isCoarse: boolean;
};

export interface ReportInput
  extends Pick<Report, 'galley' | 'folder' | 'seed' | 'made' | 'goldFrom' | 'failed' | 'scripts' | 'acceptance'> {
  readonly issues: readonly QaIssue[];
}

export function reportOf({ issues, ...input }: ReportInput): Report {
  const scores = issues.flatMap(({ score }) => score ?? []);
  return {
    schema: REPORT_SCHEMA,
    ...input,
    issues: issues.map(reportIssue),
    figures: scores.length > 0 ? figuresOf(scores, input.seed) : null,
    against: null,
  };
}

/** The report with what differs from an earlier one. */
export function comparedWith(report: Report, earlier: EarlierReport): Report {
  const earlierArticles = new Map(earlier.issues.map(({ name, articles }) => [name, articles]));
  const now = new Set(report.issues.map(({ name }) => name));
  const { galley, made, figures, isCoarse } = earlier;
  return {
    ...report,
    against: {
      galley,
      made,
      figures,
      issues: report.issues.flatMap(({ name, articles }) => {
        const old = earlierArticles.get(name);
        if (!old) return [];
        const [before, now] = isCoarse ? [coarse(old), coarse(articles)] : [old, articles];
        return [{ name, before, changes: changesBetween(before, now) }];
      }),
      only: {
        before: [...earlierArticles.keys()].filter((name) => !now.has(name)),
        now: [...now].filter((name) => !earlierArticles.has(name)),
      },
    },
  };
}

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

/** The sample's judgement: null while one of its articles is not judged. */
export function acceptanceOf(batch: number, plan: Plan, sample: readonly SampledArticle[]): Acceptance {
  const isJudged = sample.length > 0 && sample.every(({ right }) => right !== null);
  const wrong = sample.filter(({ right }) => right === false).length;
  return { batch, plan, sample, judgement: isJudged ? judged(plan, wrong) : null };
}
