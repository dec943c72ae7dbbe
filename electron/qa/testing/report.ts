/** A report with everything that one can hold, of issues whose names and headlines are hostile. */
import { FIGURES, type Figures } from '../../../shared/score/figures.ts';
import type { ReportArticle } from '../articles.ts';
import { comparedWith, REPORT_SCHEMA, type Report, type ReportIssue } from '../report.ts';
import type { Evidence } from '../scripts.ts';

export const article = (headline: string | null, first: number, last: number, ...bylines: string[]): ReportArticle => ({
  headline,
  lines: [[first, last]],
  bylines,
});

/** Ends elements, attributes, comments and sections; holds what XML has no place for, and half a character. */
export const HOSTILE = '</title></td>"\'><script>alert(1)</script><!-- ]]> &amp; \u0000\u001b[31m\ud800\ufffe\n\t--!>';

export const issue = (name: string, more: Partial<ReportIssue> = {}): ReportIssue => ({
  name,
  reviewed: true,
  openDoubts: 0,
  proposedArticles: [article('one', 1, 9)],
  articles: [article('one', 1, 5), article('two', 6, 9)],
  goldArticles: [article('one', 1, 4), article('two', 5, 9)],
  exact: 0,
  wanted: 2,
  effort: 1,
  ...more,
});

const FIGURE = { value: 0.5, interval: [0.25, 0.75] } as const;
const figures = Object.fromEntries(FIGURES.map((name) => [name, FIGURE])) as Figures; // every name is there

/** Two issues with gold, the second needs nothing; nothing else was asked for. */
export const PLAIN: Report = {
  schema: REPORT_SCHEMA,
  galley: '0.3.0',
  folder: 'batch',
  seed: 1,
  made: '2026-11-25T08:00:00.000Z',
  goldFrom: 'gold',
  issues: [issue('a.txt'), issue('b.txt', { effort: 0 })],
  failed: [],
  figures: null,
  scripts: [],
  acceptance: null,
  against: null,
};

const hostile = issue(`${HOSTILE}.txt`, {
  articles: [article(HOSTILE, 1, 5, HOSTILE), article(null, 6, 9)],
  goldArticles: [{ lines: [[1, 4]], bylines: [HOSTILE] }, article(HOSTILE, 5, 9)],
});

/** All that a report can hold, with `HOSTILE` wherever text is. */
export const WHOLE: Report = comparedWith(
  {
    ...PLAIN,
    folder: HOSTILE,
    goldFrom: 'second reader',
    issues: [hostile, ...PLAIN.issues],
    failed: [{ name: HOSTILE, why: HOSTILE }],
    figures,
    scripts: [
      { script: 'good.review.ts', issue: 'a.txt', passed: true, seconds: 3, why: null, steps: [] },
      {
        script: `${HOSTILE}.review.ts`,
        issue: `${HOSTILE}.txt`,
        passed: false,
        seconds: 2,
        why: HOSTILE,
        steps: [
          { title: 'open a.txt', failed: false },
          { title: HOSTILE, failed: true },
        ],
      },
    ],
    acceptance: {
      batch: 3,
      plan: { letter: 'A', size: 2, accept: 0, limit: 6.5, whole: false },
      sample: [
        { issue: HOSTILE, number: 1, headline: HOSTILE, stratum: 'doubts passed over', right: false },
        { issue: 'a.txt', number: 2, headline: null, stratum: 'settled after work', right: true },
      ],
      judgement: { passed: false, wrong: 1, atMost: 0.97 },
    },
  },
  {
    galley: '0.2.9',
    made: HOSTILE,
    figures,
    issues: [
      { name: `${HOSTILE}.txt`, articles: [article(HOSTILE, 1, 4), article('lost', 10, 12)] },
      { name: 'b.txt', articles: [article('one', 1, 5), article('two', 6, 9)] },
      { name: HOSTILE, articles: [] },
    ],
    isCoarse: false,
  },
);

export const EVIDENCE: readonly Evidence[] = [
  { picture: null, trace: null },
  { picture: 'iVBORw0KGgo=', trace: 'UEsDBA==' },
];
