/** `galley qa DIR`: looks over a batch, and writes what it found as a page, JSON and JUnit XML. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { randomFrom } from '../../shared/score/random.ts';
import { writingProblem } from '../desk/problems.ts';
import { LIMITS, type Limit, planFor } from '../qa/acceptance.ts';
import { type Failed, type GoldSource, issuesIn, lookAt, type QaIssue } from '../qa/batch.ts';
import { htmlOf } from '../qa/html.ts';
import { junitOf } from '../qa/junit.ts';
import { HOSTS } from '../qa/playwright.ts';
import { readEarlierReport, readReport } from '../qa/read-report.ts';
import {
  type Acceptance,
  acceptanceOf,
  comparedWith,
  type EarlierReport,
  type Report,
  reportOf,
} from '../qa/report.ts';
import { type SampledArticle, sampleArticles, sampleIssues, settledArticles } from '../qa/sample.ts';
import { type Evidence, runScripts } from '../qa/scripts.ts';
import { WAYS, type Way } from '../qa/ways.ts';
import { summaryOf } from '../qa/words.ts';
import { oneOf, readArguments } from './arguments.ts';
import { type Command, Complaint, type Io, print, Usage } from './io.ts';
import { filesNamed } from './patterns.ts';
import { problemSentence } from './sentences.ts';
import { VERSION } from './version.ts';

const options = {
  gold: { type: 'string' },
  reader: { type: 'string' },
  script: { type: 'string', multiple: true },
  recorded: { type: 'boolean' },
  host: { type: 'string' },
  sample: { type: 'string' },
  by: { type: 'string' },
  limit: { type: 'string' },
  verdicts: { type: 'string' },
  against: { type: 'string' },
  seed: { type: 'string' },
  out: { type: 'string' },
} as const;
type Values = ReturnType<typeof readArguments<typeof options>>['values'];

export const command: Command = {
  async run(args, io) {
    const { values, files } = readArguments(args, options);
    const [name] = files;
    if (name === undefined || files.length > 1) throw new Usage('Name one folder, or one report.');
    const pages = pagesFor(values.out ?? 'galley-qa.html', [name, values.against, values.verdicts], io);
    const earlier = values.against === undefined ? null : await readAgainst(values.against, io);
    await toBeWritten(pages, () => mkdir(dirname(pages.html), { recursive: true }));
    const made = /\.json$/i.test(name)
      ? { report: await readMade(name, earlier, io), evidence: [] }
      : await looksOver(resolve(io.folder, name), values, io);
    const report = earlier ? comparedWith(made.report, earlier) : made.report;
    await toBeWritten(pages, () => write(pages, report, made.evidence));
    await print(io, summaryOf(report));
    const { failed, scripts, acceptance } = report;
    const isGood = failed.length === 0 && scripts.every(({ passed }) => passed);
    return isGood && acceptance?.judgement?.passed !== false ? 0 : 1;
  },
};

interface Made {
  readonly report: Report;
  /** Of each script run, in the order of the report's. */
  readonly evidence: readonly Evidence[];
}

async function looksOver(folder: string, values: Values, io: Io): Promise<Made> {
  const seed = whole('--seed', values.seed ?? '1', 0);
  const way = oneOf<Way>('--by', values.by, WAYS) ?? 'random';
  const count = values.sample === undefined ? null : whole('--sample', values.sample, 1);
  const limit = values.limit === undefined ? null : limitOf(values.limit);
  const host = oneOf('--host', values.host, HOSTS);
  const verdicts = values.verdicts === undefined ? new Map() : await readVerdicts(values.verdicts, io);
  const goldFrom: GoldSource = values.reader
    ? { kind: 'second reader', folder: resolve(io.folder, values.reader) }
    : { kind: 'gold', folder: values.gold ? resolve(io.folder, values.gold) : folder };
  const random = randomFrom(seed);
  const { issues: all, failed } = await looked(folder, goldFrom, io);
  const chosen = count === null ? all : sampleIssues(all, count, way, random);
  const scripts = await filesNamed(values.script ?? [], 'There is no such script.', io);
  const scripted = await runScripts(chosen, { folder, scripts, recorded: values.recorded === true, host }, io);
  const report = reportOf({
    galley: VERSION,
    folder: basename(folder),
    seed,
    made: new Date().toISOString(),
    goldFrom: goldFrom.kind,
    issues: scripted.issues,
    failed,
    scripts: scripted.runs,
    acceptance: limit === null ? null : acceptance(withScripted(all, scripted.issues), limit, verdicts, random),
  });
  return { report, evidence: scripted.evidence };
}

/** The batch, its issues as the scripts left them. */
const withScripted = (all: readonly QaIssue[], scripted: readonly QaIssue[]): readonly QaIssue[] =>
  all.map((issue) => scripted.find(({ name }) => name === issue.name) ?? issue);

function whole(option: string, value: string, least: number): number {
  if (!/^\d{1,9}$/.test(value) || Number(value) < least) throw new Usage(`${option} is a number from ${least}.`);
  return Number(value);
}

function limitOf(value: string): Limit {
  const limit = LIMITS.find((one) => one === Number(value));
  if (limit === undefined) throw new Usage(`--limit is one of ${LIMITS.join(', ')}.`);
  return limit;
}

async function looked(folder: string, goldFrom: GoldSource, io: Io) {
  const names = await issuesIn(folder).catch(() => {
    throw new Complaint('There is no such folder, or it cannot be read.', folder);
  });
  const issues: QaIssue[] = [];
  const failed: Failed[] = [];
  for (const name of names) {
    const found = await lookAt(folder, name, goldFrom, io);
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
  const text = await textOf(file, io);
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

const readAgainst = async (file: string, io: Io): Promise<EarlierReport> =>
  readEarlierReport(await textOf(file, io)) ?? noReport(file);

/** A report instead of a folder: it is there to be compared. */
async function readMade(file: string, earlier: EarlierReport | null, io: Io): Promise<Report> {
  if (!earlier) throw new Usage('Name the report to compare with: --against REPORT.');
  return readReport(await textOf(file, io)) ?? noReport(file);
}

function noReport(file: string): never {
  throw new Complaint('This is no report of galley qa (its .json file).', file);
}

const textOf = (file: string, io: Io): Promise<string> =>
  readFile(resolve(io.folder, file), 'utf8').catch(() => {
    throw new Complaint('There is no such file.', file);
  });

/** The files that a report is written to; absolute paths. */
interface Pages {
  readonly html: string;
  readonly json: string;
  readonly xml: string;
}

/** `read`: what the report is made from, which it must not replace. */
function pagesFor(out: string, read: readonly (string | undefined)[], io: Io): Pages {
  const html = resolve(io.folder, out);
  const base = html.replace(/\.html?$/i, '');
  const pages = { html, json: `${base}.json`, xml: `${base}.xml` };
  const taken = read.find((file) => file !== undefined && Object.values(pages).includes(resolve(io.folder, file)));
  if (taken !== undefined)
    throw new Usage(`The report would take the place of ${taken}; name another file: --out FILE.`);
  return pages;
}

async function toBeWritten({ html }: Pages, work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    throw new Complaint(problemSentence(writingProblem(error)), html);
  }
}

async function write({ html, json, xml }: Pages, report: Report, evidence: readonly Evidence[]): Promise<void> {
  await writeFile(html, htmlOf(report, evidence));
  await writeFile(json, `${JSON.stringify(report, null, 1)}\n`);
  await writeFile(xml, junitOf(report));
}
