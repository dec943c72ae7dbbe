/** `galley qa DIR`: looks over a batch, and writes what it found as a page, JSON and JUnit XML. */
import { readFile, writeFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { randomFrom } from '../../shared/score/random.ts';
import { LIMITS, type Limit, planFor } from '../qa/acceptance.ts';
import { type Failed, issuesIn, lookAt, type QaIssue } from '../qa/batch.ts';
import { htmlOf } from '../qa/html.ts';
import { junitOf } from '../qa/junit.ts';
import { type Acceptance, acceptanceOf, REPORT_SCHEMA, type Report, reportOf } from '../qa/report.ts';
import { type SampledArticle, sampleArticles, sampleIssues, settledArticles, WAYS, type Way } from '../qa/sample.ts';
import { summaryOf } from '../qa/words.ts';
import { oneOf, readArguments } from './arguments.ts';
import { type Command, Complaint, type Io, print, Usage } from './io.ts';
import { VERSION } from './version.ts';

const help = `galley qa DIR [options]

Looks over the issues (.txt) of a folder: the review of each, or the proposal where
there is none. Where NAME.gold.tsv lies beside an issue, it is scored against it.

  --gold DIR       the gold files are there
  --sample N       look at N issues only …
  --by WAY         … ${WAYS.join(', ')} (default random)
  --limit PERCENT  acceptance sampling (ISO 2859-1) of the settled articles at this
                   quality limit: ${LIMITS.filter((limit) => limit >= 0.4).join(' ')}
  --verdicts FILE  what people found of the sample, a line each:
                   ISSUE <tab> ARTICLE NUMBER <tab> right|wrong
  --against REPORT what differs from an earlier report (its .json)
  --seed N         draws the same sample again (default 1)
  --out FILE       the page; FILE.json and FILE.xml (JUnit) are written beside it
                   (default galley-qa.html)

Exit codes: 0 done (and the batch passes), 1 an issue can't be read or the batch fails,
2 bad usage.
`;

const options = {
  gold: { type: 'string' },
  sample: { type: 'string' },
  by: { type: 'string' },
  limit: { type: 'string' },
  verdicts: { type: 'string' },
  against: { type: 'string' },
  seed: { type: 'string' },
  out: { type: 'string' },
} as const;

export const qaCommand: Command = {
  help,
  async run(args, io) {
    const { values, files } = readArguments(args, options);
    const [folder] = files;
    if (folder === undefined || files.length > 1) throw new Usage('Name one folder.');
    const seed = whole('--seed', values.seed ?? '1', 0);
    const at = resolve(io.folder, folder);
    const random = randomFrom(seed);
    const { issues, failed } = await looked(at, values.gold ? resolve(io.folder, values.gold) : at, io);
    const way = oneOf<Way>('--by', values.by, WAYS) ?? 'random';
    const chosen =
      values.sample === undefined ? issues : sampleIssues(issues, whole('--sample', values.sample, 1), way, random);
    const verdicts = values.verdicts === undefined ? new Map() : await readVerdicts(values.verdicts, io);
    const report = reportOf({
      galley: VERSION,
      folder: basename(at),
      seed,
      made: new Date().toISOString(),
      issues: chosen,
      failed,
      acceptance: values.limit === undefined ? null : acceptance(issues, limitOf(values.limit), verdicts, random),
      against: values.against === undefined ? null : await readReport(values.against, io),
    });
    await write(resolve(io.folder, values.out ?? 'galley-qa.html'), report);
    await print(io, summaryOf(report));
    return failed.length > 0 || report.acceptance?.judgement?.passed === false ? 1 : 0;
  },
};

function whole(option: string, value: string, least: number): number {
  if (!/^\d{1,9}$/.test(value) || Number(value) < least) throw new Usage(`${option} is a number from ${least}.`);
  return Number(value);
}

function limitOf(value: string): Limit {
  const limit = LIMITS.find((one) => one === Number(value));
  if (limit === undefined) throw new Usage(`--limit is one of ${LIMITS.join(', ')}.`);
  return limit;
}

async function looked(folder: string, gold: string, io: Io) {
  const names = await issuesIn(folder).catch(() => {
    throw new Complaint('There is no such folder, or it cannot be read.', folder);
  });
  const issues: QaIssue[] = [];
  const failed: Failed[] = [];
  for (const name of names) {
    const found = await lookAt(folder, name, gold, io);
    if ('why' in found) failed.push(found);
    else issues.push(found);
  }
  return { issues, failed };
}

function acceptance(
  issues: readonly QaIssue[],
  limit: Limit,
  verdicts: ReadonlyMap<string, boolean>,
  random: () => number,
): Acceptance {
  const settled = settledArticles(issues);
  const plan = planFor(Math.max(1, settled.length), limit);
  const sample = sampleArticles(settled, plan.size, random).map((article): SampledArticle => {
    const verdict = verdicts.get(keyOf(article.issue, article.number));
    return verdict === undefined ? article : { ...article, right: verdict };
  });
  return acceptanceOf(settled.length, plan, sample);
}

const keyOf = (issue: string, number: number): string => `${issue}\t${number}`;

async function readVerdicts(file: string, io: Io): Promise<ReadonlyMap<string, boolean>> {
  const text = await readFile(resolve(io.folder, file), 'utf8').catch(() => {
    throw new Complaint('There is no such file.', file);
  });
  const verdicts = new Map<string, boolean>();
  for (const [i, row] of text.split(/\r?\n/).entries()) {
    if (row.trim() === '') continue;
    const [issue = '', number = '', verdict = ''] = row.split('\t');
    if (!/^\d+$/.test(number) || !['right', 'wrong'].includes(verdict.trim()))
      throw new Complaint(`line ${i + 1} is not “issue, article number, right or wrong”.`, file);
    verdicts.set(keyOf(issue, Number(number)), verdict.trim() === 'right');
  }
  return verdicts;
}

async function readReport(file: string, io: Io): Promise<Report> {
  try {
    const report: unknown = JSON.parse(await readFile(resolve(io.folder, file), 'utf8'));
    // Written by this command; its schema name says so.
    if ((report as Partial<Report> | null)?.schema === REPORT_SCHEMA) return report as Report;
  } catch {
    // Told below, whatever it was.
  }
  throw new Complaint('This is no report of galley qa (its .json file).', file);
}

async function write(page: string, report: Report): Promise<void> {
  const base = page.replace(/\.html?$/i, '');
  await writeFile(page, htmlOf(report));
  await writeFile(`${base}.json`, `${JSON.stringify(report, null, 1)}\n`);
  await writeFile(`${base}.xml`, junitOf(report));
}
