/** A report in words: for the terminal and the page. */

import type { Figure, FigureName } from '../../shared/score/figures.ts';
import type { ReportArticle } from './changes.ts';
import type { Acceptance, Report } from './report.ts';

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

export const articleInWords = (article: ReportArticle): string =>
  `${article.headline ?? '(no headline)'} [${linesInWords(article)}]`;

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
  const { issues, failed, figures, acceptance, against } = report;
  const reviewed = issues.filter((issue) => issue.reviewed).length;
  const lines = [`${issues.length} issues, ${reviewed} of them reviewed; ${failed.length} could not be read.`];
  for (const { name, why } of failed) lines.push(`  ${name}: ${why}`);
  if (figures)
    // The names are those of the figures.
    for (const [name, figure] of Object.entries(figures))
      lines.push(`  ${FIGURE_WORDS[name as FigureName].padEnd(44)} ${figureInWords(figure)}`);
  if (acceptance) lines.push(...acceptanceInWords(acceptance));
  if (against) lines.push(...changesInWords(against));
  return `${lines.join('\n')}\n`;
}

function changesInWords(against: NonNullable<Report['against']>): readonly string[] {
  const sum = (of: 'gained' | 'lost' | 'changed') => against.reduce((all, { changes }) => all + changes[of].length, 0);
  const touched = against.filter(
    ({ changes }) => changes.gained.length + changes.lost.length + changes.changed.length > 0,
  );
  return [
    `Against the other report: ${sum('gained')} articles gained, ${sum('lost')} lost, ${sum('changed')} changed, in ${touched.length} issues.`,
    ...touched.flatMap(({ name, changes }) => [
      `  ${name}`,
      ...changes.gained.map((article) => `    + ${articleInWords(article)}`),
      ...changes.lost.map((article) => `    − ${articleInWords(article)}`),
      ...changes.changed.map((pair) => `    ~ ${articleInWords(pair.before)} → ${articleInWords(pair.after)}`),
    ]),
  ];
}
