/**
 * A report as one page that needs nothing else: no script, no address, no font from outside. Newspaper text stands in it
 * as text.
 */

import type { FigureName } from '../../shared/score/figures.ts';
import type { ReportArticle } from './changes.ts';
import type { Report, ReportIssue } from './report.ts';
import { acceptanceInWords, articleInWords, FIGURE_WORDS, figureInWords, linesInWords } from './words.ts';

/** How many issues are shown side by side, worst first. */
const WORST = 10;

const STYLE = `
:root { color-scheme: light dark; font: 16px/1.6 system-ui, "Noto Sans CJK SC", sans-serif; }
body { margin: 0 auto; max-width: 75rem; padding: 1.5rem; }
table { border-collapse: collapse; width: 100%; }
th, td { border-bottom: 1px solid color-mix(in srgb, currentColor 25%, transparent); padding: .3rem .6rem; text-align: start; vertical-align: top; }
td.number { font-variant-numeric: tabular-nums; white-space: nowrap; }
.same { opacity: .75; }
.differs::before { content: "≠ "; font-weight: bold; }
h2 { margin-top: 2.5rem; }
`;

export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

export function htmlOf(report: Report): string {
  const title = `Galley QA: ${report.folder}`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">
<title>${escaped(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<h1>${escaped(title)}</h1>
<p>Made ${escaped(report.made)} by Galley ${escaped(report.galley)}; seed ${report.seed}.</p>
${figures(report)}${acceptance(report)}${against(report)}${issueTable(report)}${worst(report)}</body>
</html>
`;
}

const section = (title: string, ...body: readonly string[]): string =>
  `<h2>${escaped(title)}</h2>\n${body.join('\n')}\n`;
const paragraph = (text: string): string => `<p>${escaped(text)}</p>`;

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const head = heads.map((text) => `<th scope="col">${escaped(text)}</th>`).join('');
  const body = rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('\n');
  return `<table><thead><tr>${head}</tr></thead><tbody>\n${body}\n</tbody></table>`;
}

function figures({ figures, issues }: Report): string {
  if (!figures) return section('Figures', paragraph('There is no gold for these issues, so nothing is scored.'));
  const rows = Object.entries(figures).map(([name, figure]) => [
    escaped(FIGURE_WORDS[name as FigureName]), // the names are those of the figures
    escaped(figureInWords(figure)),
  ]);
  const scored = issues.filter(({ wanted }) => wanted !== null).length;
  const how = `Over ${scored} issues with gold; in brackets the 95 % interval (whole issues drawn 1,000 times).`;
  return section('Figures', table(['figure', 'value'], rows), paragraph(how));
}

function acceptance({ acceptance }: Report): string {
  if (!acceptance) return '';
  const rows = acceptance.sample.map(({ issue, number, headline, stratum, right }) => [
    escaped(issue),
    String(number),
    escaped(headline ?? '(no headline)'),
    escaped(stratum),
    right === null ? 'to be judged' : right ? 'right' : 'wrong',
  ]);
  return section(
    'Acceptance sampling',
    ...acceptanceInWords(acceptance).map(paragraph),
    table(['issue', 'article', 'headline', 'drawn from', 'judged'], rows),
  );
}

function against({ against }: Report): string {
  if (!against) return '';
  const rows = against.flatMap(({ name, changes }) => [
    ...changes.gained.map((article) => [escaped(name), 'gained', '', escaped(articleInWords(article))]),
    ...changes.lost.map((article) => [escaped(name), 'lost', escaped(articleInWords(article)), '']),
    ...changes.changed.map((pair) => [
      escaped(name),
      'changed',
      escaped(articleInWords(pair.before)),
      escaped(articleInWords(pair.after)),
    ]),
  ]);
  const body = rows.length > 0 ? table(['issue', 'what', 'before', 'now'], rows) : paragraph('No article differs.');
  return section('Against the other report', body);
}

function issueTable({ issues, failed }: Report): string {
  const rows = issues.map((issue) => [
    `<a href="#${anchor(issue)}">${escaped(issue.name)}</a>`,
    issue.reviewed ? 'reviewed' : 'proposed',
    String(issue.articles.length),
    issue.exact === null ? '–' : `${issue.exact} of ${issue.wanted}`,
    issue.effort === null ? '–' : String(issue.effort),
    String(issue.openDoubts),
  ]);
  const lost = failed.map(({ name, why }) => [escaped(name), escaped(why), '', '', '', '']);
  return section(
    'Issues',
    table(['issue', 'state', 'articles', 'exact', 'gestures', 'open doubts'], [...rows, ...lost]),
  );
}

const anchor = ({ name }: ReportIssue): string => `issue-${encodeURIComponent(name)}`;
const need = ({ effort, wanted }: ReportIssue): number => (effort ?? 0) / Math.max(1, wanted ?? 1);

function worst({ issues }: Report): string {
  const scored = issues.filter(({ effort }) => effort !== null && effort > 0).toSorted((a, b) => need(b) - need(a));
  return scored.slice(0, WORST).map(sideBySide).join('');
}

/** Proposed, reviewed and gold of one issue, an article a row by its first line. */
function sideBySide(issue: ReportIssue): string {
  const { proposedArticles, articles, goldArticles } = issue;
  const readings = [proposedArticles, ...(issue.reviewed ? [articles] : []), goldArticles ?? []];
  const heads = ['proposed', ...(issue.reviewed ? ['reviewed'] : []), 'gold'];
  const gold = new Set((goldArticles ?? []).map(linesInWords));
  const rows = aligned(readings).map((row) => row.map((article) => (article ? cell(article, gold) : '')));
  return `<h2 id="${anchor(issue)}">${escaped(issue.name)}</h2>\n${table(heads, rows)}\n`;
}

const cell = (article: ReportArticle, gold: ReadonlySet<string>): string =>
  `<span class="${gold.has(linesInWords(article)) ? 'same' : 'differs'}">${escaped(articleInWords(article))}</span>`;

/** Articles that begin at the same line stand in one row. */
function aligned(readings: readonly (readonly ReportArticle[])[]): readonly (readonly (ReportArticle | undefined)[])[] {
  const firstLine = (article: ReportArticle) => article.lines[0]?.[0] ?? 0;
  const starts = [...new Set(readings.flat().map(firstLine))].sort((a, b) => a - b);
  return starts.map((start) => readings.map((reading) => reading.find((article) => firstLine(article) === start)));
}
