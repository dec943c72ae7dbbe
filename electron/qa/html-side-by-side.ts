/** Readings of an issue side by side: what an earlier report had, proposed, reviewed, gold; an article a row. */
import type { ReportArticle } from './articles.ts';
import { isSame, partnersOf } from './changes.ts';
import { type Cell, escaped, table } from './html-parts.ts';
import type { Report, ReportIssue } from './report.ts';
import { articleInWords, firstLineOf, isTouched, linesInWords } from './words.ts';

/** How many issues are shown for what they still need, worst first. */
const WORST = 10;

/** By its place in the report: an id has no room for blanks, a name may have them. */
export const issueAnchor = ({ issues }: Report, name: string): string =>
  `issue-${issues.findIndex((issue) => issue.name === name) + 1}`;

/**
 * Where an article stands among those of this report or of the earlier one; `issue`: the anchor of its issue. No line is
 * the first of two; those that are parts of lines are told apart by their number among such.
 */
export function articleAnchor(
  issue: string,
  of: 'before' | 'now',
  article: ReportArticle,
  among: readonly ReportArticle[],
): string {
  const line = firstLineOf(article);
  if (line !== undefined) return `${issue}-${of}-${line}`;
  const parts = among.filter((one) => firstLineOf(one) === undefined);
  const own = parts.indexOf(article);
  // An article of a change that was read from a file is another object with the same words.
  return `${issue}-${of}-part-${(own >= 0 ? own : parts.findIndex((one) => isSame(one, article))) + 1}`;
}

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
  /** Links go to its articles. */
  readonly of?: 'before' | 'now';
  /** Whether it is as it is called, and has these lines, by what is right in the last column. */
  readonly agrees?: (article: ReportArticle, right: ReportArticle) => boolean;
}

function columnsOf({ against }: Report, issue: ReportIssue): readonly Column[] {
  const before = against?.issues.find((one) => one.name === issue.name && isTouched(one))?.before;
  const now: Column = { head: issue.reviewed ? 'reviewed' : before ? 'now' : 'proposed', articles: issue.articles };
  return [
    ...(before ? [{ head: 'before', articles: before, of: 'before' } as const] : []),
    ...(issue.reviewed ? [{ head: 'proposed', articles: issue.proposedArticles }] : []),
    { ...now, of: 'now' },
    ...(issue.goldArticles ? [{ head: 'gold', articles: issue.goldArticles, agrees: agreesWithGold }] : []),
  ];
}

/** What the gold does not say can't be wrong. */
const agreesWithGold = (article: ReportArticle, gold: ReportArticle): boolean =>
  linesInWords(article) === linesInWords(gold) &&
  (!gold.headline || squash(article.headline ?? '') === squash(gold.headline)) &&
  (gold.bylines.length === 0 || gold.bylines.map(squash).join() === article.bylines.map(squash).join());

/** As printed, white space aside. */
const squash = (text: string): string => text.normalize('NFC').replace(/\s+/gu, '');

/** Articles that stand for one another are in one row; those that the last column has otherwise or not are marked. */
export function sideBySide(report: Report, issue: ReportIssue): string {
  const columns = columnsOf(report, issue);
  const agrees = columns.at(-1)?.agrees ?? isSame;
  const anchor = issueAnchor(report, issue.name);
  const rows = rowsOf(columns).map((row) =>
    columns.map(({ of, articles }, i): Cell => {
      const [article, right] = [row[i], row[columns.length - 1]];
      if (!article) return '';
      const state = right && (article === right || agrees(article, right)) ? 'same' : 'differs';
      const markup = `<span class="${state}">${escaped(articleInWords(article))}</span>`;
      return of ? { id: articleAnchor(anchor, of, article, articles), markup } : markup;
    }),
  );
  const heads = columns.map(({ head }) => head);
  return `<h2 id="${anchor}">${escaped(issue.name)}</h2>\n${table(heads, rows)}\n`;
}

/** An article for each column that has one. */
type Row = readonly (ReportArticle | undefined)[];

/** From the last column to the first, each article beside the one that it stands for. */
function rowsOf(columns: readonly Column[]): readonly Row[] {
  const rows = columns.reduceRight<readonly Row[]>((made, { articles }, column) => {
    const faces = made.map(faceOf);
    const partners = partnersOf(faces, articles);
    const taken = new Set(partners.values());
    const alone = articles.filter((_, i) => !taken.has(i));
    const joined = made.map((row, i) => withCell(row, column, articles[partners.get(i) ?? -1]));
    return [...joined, ...alone.map((article) => withCell([], column, article))];
  }, []);
  const place = (row: Row) => firstLineOf(faceOf(row)) ?? Number.MAX_SAFE_INTEGER;
  return rows.toSorted((a, b) => place(a) - place(b));
}

const NOTHING: ReportArticle = { lines: [], bylines: [] };

/** The article that the row is of: that of its last column. */
const faceOf = (row: Row): ReportArticle => row.findLast((article) => article !== undefined) ?? NOTHING;

const withCell = (row: Row, column: number, article: ReportArticle | undefined): Row =>
  Array.from({ length: Math.max(row.length, column + 1) }, (_, i) => (i === column ? article : row[i]));
