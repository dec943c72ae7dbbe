/** A report as one page that needs nothing else: no script, no address, no font or picture from outside. */
import type { FigureName } from '../../shared/score/figures.ts';
import type { ReportArticle } from './articles.ts';
import { escaped, linkTo, paragraph, section, table } from './html-parts.ts';
import { scriptSections } from './html-scripts.ts';
import { articleAnchor, issueAnchor, sideBySide, sideBySideIssues } from './html-side-by-side.ts';
import type { Report } from './report.ts';
import type { Evidence } from './scripts.ts';
import { acceptanceInWords, articleInWords, comparisonInWords, FIGURE_WORDS, figureInWords } from './words.ts';

const STYLE = `
:root { color-scheme: light dark; font: 16px/1.6 system-ui, "Noto Sans CJK SC", sans-serif; }
body { margin: 0 auto; max-width: 75rem; padding: 1.5rem; }
table { border-collapse: collapse; width: 100%; }
th, td { border-bottom: 1px solid color-mix(in srgb, currentColor 25%, transparent); padding: .3rem .6rem; text-align: start; vertical-align: top; }
td:target { background: color-mix(in srgb, Highlight 25%, transparent); }
pre { overflow-x: auto; white-space: pre-wrap; }
img { border: 1px solid color-mix(in srgb, currentColor 25%, transparent); max-width: 100%; }
.same { opacity: .75; }
.differs::before { content: "≠ "; font-weight: bold; }
.failed::before { content: "✗ "; font-weight: bold; }
h2 { margin-top: 2.5rem; }
`;

/** `evidence`: of each script run, in the order of the report's. */
export function htmlOf(report: Report, evidence: readonly Evidence[] = []): string {
  const title = `Galley QA: ${report.folder}`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8"/>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:"/>
<meta name="viewport" content="width=device-width"/>
<title>${escaped(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<h1>${escaped(title)}</h1>
<p>Made ${escaped(report.made)} by Galley ${escaped(report.galley)}; seed ${report.seed}.</p>
${figures(report)}${acceptance(report)}${against(report)}${issueTable(report)}${scriptSections(report.scripts, evidence)}${sideBySideIssues(
  report,
)
  .map((issue) => sideBySide(report, issue))
  .join('')}</body>
</html>
`;
}

function figures({ figures, issues, goldFrom, against }: Report): string {
  if (!figures) return section('Figures', paragraph('There is no gold for these issues, so nothing is scored.'));
  const before = against?.figures;
  const rows = Object.entries(figures).map(([name, figure]) => [
    escaped(FIGURE_WORDS[name as FigureName]), // the names are those of the figures
    escaped(figureInWords(figure)),
    ...(before ? [escaped(figureInWords(before[name as FigureName]))] : []),
  ]);
  const scored = issues.filter(({ wanted }) => wanted !== null).length;
  const how = `Over ${scored} issues with ${goldFrom === 'gold' ? 'gold' : 'the documents of a second reader'}; in brackets the 95 % interval (whole issues drawn 1,000 times).`;
  return section('Figures', table(['figure', 'value', ...(before ? ['before'] : [])], rows), paragraph(how));
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

/** Each change with links to its articles in the issue's side by side. */
function against(report: Report): string {
  const { against } = report;
  if (!against) return '';
  const rows = against.issues.flatMap(({ name, before, changes }) => {
    const anchor = issueAnchor(report, name);
    const now = report.issues.find((issue) => issue.name === name)?.articles ?? [];
    const see = (of: 'before' | 'now', article: ReportArticle) =>
      linkTo(articleAnchor(anchor, of, article, of === 'before' ? before : now), articleInWords(article));
    return [
      ...changes.gained.map((article) => [escaped(name), 'gained', '', see('now', article)]),
      ...changes.lost.map((article) => [escaped(name), 'lost', see('before', article), '']),
      ...changes.changed.map((pair) => [escaped(name), 'changed', see('before', pair.before), see('now', pair.after)]),
    ];
  });
  const body = rows.length > 0 ? table(['issue', 'what', 'before', 'now'], rows) : paragraph('No article differs.');
  return section('Against the other report', paragraph(comparisonInWords(against)), body);
}

function issueTable(report: Report): string {
  const shown = new Set(sideBySideIssues(report).map(({ name }) => name));
  const rows = report.issues.map((issue) => [
    shown.has(issue.name) ? linkTo(issueAnchor(report, issue.name), issue.name) : escaped(issue.name),
    issue.reviewed ? 'reviewed' : 'proposed',
    String(issue.articles.length),
    issue.exact === null ? '–' : `${issue.exact} of ${issue.wanted}`,
    issue.effort === null ? '–' : String(issue.effort),
    String(issue.openDoubts),
  ]);
  const lost = report.failed.map(({ name, why }) => [escaped(name), escaped(why), '', '', '', '']);
  const heads = ['issue', 'state', 'articles', 'exact', 'gestures', 'open doubts'];
  return section('Issues', table(heads, [...rows, ...lost]));
}
