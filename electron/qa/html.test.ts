import { describe, expect, it } from 'vitest';
import { htmlOf } from './html.ts';
import { junitOf } from './junit.ts';
import { REPORT_SCHEMA, type Report, type ReportIssue } from './report.ts';
import { summaryOf } from './words.ts';

const article = (headline: string, first: number, last: number) => ({
  headline,
  lines: [[first, last]] as const,
  bylines: [],
});

const issue = (name: string, effort: number): ReportIssue => ({
  name,
  reviewed: true,
  openDoubts: 0,
  proposedArticles: [article('one', 1, 9)],
  articles: [article('one', 1, 5), article('two', 6, 9)],
  goldArticles: [article('one', 1, 4), article('two', 5, 9)],
  exact: 0,
  wanted: 2,
  effort,
});

const REPORT: Report = {
  schema: REPORT_SCHEMA,
  galley: '0.3.0',
  folder: 'batch',
  seed: 1,
  made: '2026-11-25T08:00:00.000Z',
  goldFrom: 'gold',
  issues: [issue('a.txt', 1), issue('b.txt', 0)],
  failed: [],
  figures: null,
  scripts: [
    { script: 'good.review.ts', issue: 'a.txt', passed: true, seconds: 3, why: null, steps: [] },
    {
      script: 'bad.review.ts',
      issue: '<b>.txt',
      passed: false,
      seconds: 2,
      why: 'article 3 has no headline to move <script>',
      steps: [
        { title: 'open b.txt', failed: false },
        { title: 'article 3 is headed “x”', failed: true },
      ],
    },
  ],
  acceptance: null,
  against: null,
};
const EVIDENCE = [
  { picture: null, trace: null },
  { picture: 'iVBORw0KGgo=', trace: 'UEsDBA==' },
];

describe('the page of a report', () => {
  const page = htmlOf(REPORT, EVIDENCE);

  it('shows a failed script with its words, its steps, the window and a trace, and loads nothing from outside', () => {
    expect(page).toContain('article 3 has no headline to move &lt;script&gt;');
    expect(page).toContain('<li class="failed">article 3 is headed “x”</li>');
    expect(page).toContain('src="data:image/png;base64,iVBORw0KGgo="');
    expect(page).toContain('href="data:application/zip;base64,UEsDBA=="');
    expect(page).not.toMatch(/(?:src|href)="(?!data:|#)/);
    expect(page).not.toContain('<script');
  });

  it('sets the worst side by side, and links to no issue that is not shown', () => {
    expect(page).toContain('<th scope="col">proposed</th><th scope="col">reviewed</th><th scope="col">gold</th>');
    const links = [...page.matchAll(/href="#([^"]+)"/g)].map(([, id]) => decodeURIComponent(id ?? ''));
    for (const id of links) expect(page).toContain(`id="${id}"`);
    expect(page).not.toContain('id="issue-b.txt"');
  });

  it('is JUnit too, a script a case, and words for the terminal', () => {
    expect(junitOf(REPORT)).toContain('<testsuite name="scripts" tests="2" failures="1">');
    expect(summaryOf(REPORT)).toContain('2 scripts were run; 1 failed.\n  bad.review.ts on <b>.txt: article 3 has no');
  });
});
