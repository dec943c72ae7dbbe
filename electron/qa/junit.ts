/** A report for continuous integration: JUnit XML, an issue a suite, an article of the gold (or the issue) a case. */

import { attribute } from '../export/xml-text.ts';
import type { Report, ReportIssue } from './report.ts';
import { linesInWords } from './words.ts';

export function junitOf({ issues, failed, scripts, acceptance }: Report): string {
  const suites = [
    ...issues.map(suiteOf),
    ...failed.map(({ name, why }) => suite(name, [testCase(name, 'can be read', why)])),
    ...(scripts.length > 0
      ? [
          suite(
            'scripts',
            scripts.map(({ script, issue, why }) => testCase(issue, `${script} on ${issue}`, why)),
          ),
        ]
      : []),
    ...(acceptance?.judgement
      ? [
          suite('acceptance', [
            testCase(
              'acceptance',
              'the batch passes',
              acceptance.judgement.passed ? null : `${acceptance.judgement.wrong} articles are wrong`,
            ),
          ]),
        ]
      : []),
  ];
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="galley qa">\n${suites.join('\n')}\n</testsuites>\n`;
}

function suiteOf(issue: ReportIssue): string {
  if (!issue.goldArticles)
    return suite(issue.name, [testCase(issue.name, 'every character is in one article or outside', null)]);
  const own = new Set(issue.articles.map(linesInWords));
  return suite(
    issue.name,
    issue.goldArticles.map((article) => {
      const lines = linesInWords(article);
      const name = `${article.headline ?? 'no headline'} (lines ${lines})`;
      return testCase(issue.name, name, own.has(lines) ? null : 'no article has exactly these lines');
    }),
  );
}

interface Case {
  readonly xml: string;
  readonly failed: boolean;
}

const testCase = (issue: string, name: string, why: string | null): Case => ({
  xml: `    <testcase classname="${attribute(issue)}" name="${attribute(name)}"${why === null ? '/>' : `><failure message="${attribute(why)}"/></testcase>`}`,
  failed: why !== null,
});

function suite(name: string, cases: readonly Case[]): string {
  const failures = cases.filter(({ failed }) => failed).length;
  const head = `  <testsuite name="${attribute(name)}" tests="${cases.length}" failures="${failures}">`;
  return [head, ...cases.map(({ xml }) => xml), '  </testsuite>'].join('\n');
}
