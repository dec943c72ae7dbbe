/** Readings of an issue side by side: proposed, reviewed, gold, and what an earlier report had; an article a row. */
import type { ReportArticle } from './changes.ts';
import { escaped, table } from './html-parts.ts';
import type { Report, ReportIssue } from './report.ts';
import { articleInWords, firstLineOf, isTouched, linesInWords } from './words.ts';

/** How many issues are shown for what they still need, worst first. */
const WORST = 10;

export const issueAnchor = (issue: string): string => `issue-${issue}`;
export const lineAnchor = (issue: string, line: number): string => `${issueAnchor(issue)}-${line}`;

const need = ({ effort, wanted }: ReportIssue): number => (effort ?? 0) / Math.max(1, wanted ?? 1);

/**
 * The issues that are shown: the worst, or where there is no gold those whose review is not the proposal; then those in
 * which something differs from the earlier report.
 */
export function sideBySideIssues({ issues, against }: Report): readonly ReportIssue[] {
  const scored = issues.filter(({ effort }) => effort !== null && effort > 0).toSorted((a, b) => need(b) - need(a));
  const corrected = issues.filter(
    ({ effort, articles, proposedArticles }) =>
      effort === null && JSON.stringify(articles) !== JSON.stringify(proposedArticles),
  );
  const worst = [...scored, ...corrected].slice(0, WORST);
  const touched = new Set((against?.issues ?? []).filter(isTouched).map(({ name }) => name));
  return [...worst, ...issues.filter((issue) => touched.has(issue.name) && !worst.includes(issue))];
}

interface Column {
  readonly head: string;
  readonly articles: readonly ReportArticle[];
}

/** Articles that begin at the same line stand in one row; what the last column has not is marked. */
export function sideBySide({ against }: Report, issue: ReportIssue): string {
  const before = against?.issues.find((one) => one.name === issue.name && isTouched(one))?.before;
  const columns: readonly Column[] = [
    ...(before ? [{ head: 'before', articles: before }] : []),
    ...(before && !issue.reviewed ? [] : [{ head: 'proposed', articles: issue.proposedArticles }]),
    ...(issue.reviewed || before ? [{ head: issue.reviewed ? 'reviewed' : 'now', articles: issue.articles }] : []),
    ...(issue.goldArticles ? [{ head: 'gold', articles: issue.goldArticles }] : []),
  ];
  const right = new Set((columns.at(-1)?.articles ?? []).map(linesInWords));
  const starts = [...new Set(columns.flatMap(({ articles }) => articles.map(firstLineOf)))].sort((a, b) => a - b);
  const rows = starts.map((start) => ({
    id: lineAnchor(issue.name, start),
    cells: columns.map(({ articles }) => {
      const article = articles.find((one) => firstLineOf(one) === start);
      return article ? cell(article, right) : '';
    }),
  }));
  const heads = columns.map(({ head }) => head);
  return `<h2 id="${escaped(issueAnchor(issue.name))}">${escaped(issue.name)}</h2>\n${table(heads, rows)}\n`;
}

const cell = (article: ReportArticle, right: ReadonlySet<string>): string =>
  `<span class="${right.has(linesInWords(article)) ? 'same' : 'differs'}">${escaped(articleInWords(article))}</span>`;
