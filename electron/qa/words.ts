/** A report in words: for the terminal and the page. */

import type { Figure, FigureName } from '../../shared/score/figures.ts';
import type { ReportArticle } from './articles.ts';
import type { Acceptance, ComparedIssue, Comparison, Report } from './report.ts';
import type { ScriptRun } from './scripts.ts';

export const FIGURE_WORDS: { readonly [name in FigureName]: string } = {
  exactArticles: 'articles with exactly the right lines',
  bcubed: 'lines grouped into articles (B-cubed F1)',
  headLines: 'headlines with exactly the right lines',
  headText: 'headlines that read as printed',
  bylineExact: 'articles with all bylines right',
  bylineF1: 'names of bylines (F1)',
  roles: 'lines in the right group of roles',
  effortPerArticle: 'gestures that an article still needs',
  untouched: 'issues that need no gesture',
};

const rounded = (value: number): string => value.toFixed(3);

export function figureInWords({ value, interval }: Figure): string {
  if (value === null) return '–';
  return interval ? `${rounded(value)} (${rounded(interval[0])} to ${rounded(interval[1])})` : rounded(value);
}

export const linesInWords = ({ lines }: ReportArticle): string =>
  lines.map(([first, last]) => (first === last ? `${first}` : `${first}–${last}`)).join(', ');

/** The line (1-based) that an article begins at; absent when it has none of its own (parts of lines only). */
export const firstLineOf = ({ lines }: ReportArticle): number | undefined => lines[0]?.[0];

/** `全市妇女工作会召开 [1–32] · 冯海砚`. */
export function articleInWords(article: ReportArticle): string {
  const { headline, lines, bylines } = article;
  const head = headline === undefined ? [] : [headline ?? '(no headline)'];
  const where = lines.length > 0 ? `[${linesInWords(article)}]` : '[parts of lines]';
  const names = bylines.length > 0 ? [`· ${bylines.join(', ')}`] : [];
  return [...head, where, ...names].join(' ');
}

/** What the sampling says, as sentences. */
export function acceptanceInWords({ batch, plan, sample, judgement }: Acceptance): readonly string[] {
  if (batch === 0) return ['No article of the batch is settled: there is nothing to sample.'];
  const what = plan.whole
    ? `All ${batch} settled articles are to be looked at (limit ${plan.limit} %).`
    : `Of ${batch} settled articles ${plan.size} are looked at (ISO 2859-1, level II, letter ${plan.letter}, limit ${plan.limit} %).`;
  const rule = `The batch passes with at most ${plan.accept} wrong.`;
  if (!judgement) {
    const open = sample.filter(({ right }) => right === null).length;
    return [what, rule, `${open} of the sample are not judged yet.`];
  }
  const share = `With 95 % confidence at most ${(judgement.atMost * 100).toFixed(1)} % of the articles are wrong.`;
  return [what, rule, `${judgement.wrong} are wrong: the batch ${judgement.passed ? 'passes' : 'fails'}.`, share];
}

/** The summary that `galley qa` prints. */
export function summaryOf(report: Report): string {
  const { issues, failed, figures, scripts, acceptance, against } = report;
  const reviewed = issues.filter((issue) => issue.reviewed).length;
  const lines = [`${issues.length} issues, ${reviewed} of them reviewed; ${failed.length} could not be read.`];
  for (const { name, why } of failed) lines.push(`  ${name}: ${why}`);
  if (figures)
    // The names are those of the figures.
    for (const [name, figure] of Object.entries(figures))
      lines.push(`  ${FIGURE_WORDS[name as FigureName].padEnd(44)} ${figureInWords(figure)}`);
  if (scripts.length > 0) lines.push(...scriptsInWords(scripts));
  if (acceptance) lines.push(...acceptanceInWords(acceptance));
  if (against) lines.push(...changesInWords(against));
  return `${lines.join('\n')}\n`;
}

function scriptsInWords(scripts: readonly ScriptRun[]): readonly string[] {
  const failed = scripts.filter(({ passed }) => !passed);
  return [
    `${scripts.length} scripts were run; ${failed.length} failed.`,
    ...failed.map(({ script, issue, why }) => `  ${script} on ${issue}: ${(why ?? '').split('\n').join('\n    ')}`),
  ];
}

/** Whether anything differs in the issue. */
export const isTouched = ({ changes }: ComparedIssue): boolean =>
  changes.gained.length + changes.lost.length + changes.changed.length > 0;

/** What differs from the earlier report, in one sentence. */
export function comparisonInWords({ galley, made, issues, only }: Comparison): string {
  const sum = (of: 'gained' | 'lost' | 'changed') => issues.reduce((all, { changes }) => all + changes[of].length, 0);
  const counts = `${sum('gained')} articles gained, ${sum('lost')} lost, ${sum('changed')} changed, in ${issues.filter(isTouched).length} of ${issues.length} issues`;
  const alone = [
    ...(only.before.length > 0 ? [`only there: ${only.before.join(', ')}`] : []),
    ...(only.now.length > 0 ? [`only here: ${only.now.join(', ')}`] : []),
  ];
  return `Against the report of ${made} by Galley ${galley}: ${[counts, ...alone].join('; ')}.`;
}

function changesInWords(against: Comparison): readonly string[] {
  const touched = against.issues.filter(isTouched);
  return [
    comparisonInWords(against),
    ...touched.flatMap(({ name, changes }) => [
      `  ${name}`,
      ...changes.gained.map((article) => `    + ${articleInWords(article)}`),
      ...changes.lost.map((article) => `    − ${articleInWords(article)}`),
      ...changes.changed.map((pair) => `    ~ ${articleInWords(pair.before)} → ${articleInWords(pair.after)}`),
    ]),
  ];
}
