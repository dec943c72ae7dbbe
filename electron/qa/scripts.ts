/** Review scripts in a QA run: how each went on each issue, the review that it left, and what is to be seen of a failure. */
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { z } from 'zod';
import type { Io } from '../cli/io.ts';
import { findReviewed, type Reviewed } from '../cli/reviewed.ts';
import { type QaIssue, withReview } from './batch.ts';
import { type RunFolder, runQuietly, type ScriptHost } from './playwright.ts';

export interface ScriptRun {
  readonly script: string;
  readonly issue: string;
  readonly passed: boolean;
  readonly seconds: number;
  /** What was expected and not found, in the words of the kit; null when it passed. */
  readonly why: string | null;
  /** What was done, in order; a step that failed says so. */
  readonly steps: readonly { readonly title: string; readonly failed: boolean }[];
}

/** What the page shows of a failure: bytes in base64; null where there are none. */
export interface Evidence {
  /** PNG: the window when it failed. */
  readonly picture: string | null;
  /** A trace for Playwright's viewer, zipped. */
  readonly trace: string | null;
}

interface Scripted {
  readonly run: ScriptRun;
  readonly evidence: Evidence;
  /** The review that the script left; null when it changed nothing. */
  readonly reviewed: Reviewed | null;
}

/** Which scripts are run on the issues of a folder. */
export interface ScriptPlan {
  /** Absolute path. */
  readonly folder: string;
  /** Run on every issue; absolute paths. */
  readonly scripts: readonly string[];
  /** `NAME.review.ts` is run where it lies beside an issue. */
  readonly recorded: boolean;
  readonly host: ScriptHost | undefined;
}

/** What came of the scripts: the issues with the reviews that they left, each run and what is to be seen of it. */
export interface ScriptedIssues {
  readonly issues: readonly QaIssue[];
  readonly runs: readonly ScriptRun[];
  readonly evidence: readonly Evidence[];
}

/** Runs the scripts one after the other. Rejects with `Complaint` where there is no Playwright. */
export async function runScripts(issues: readonly QaIssue[], plan: ScriptPlan, io: Io): Promise<ScriptedIssues> {
  const runs: ScriptRun[] = [];
  const evidence: Evidence[] = [];
  const after: QaIssue[] = [];
  for (const issue of issues) {
    const path = join(plan.folder, issue.name);
    let now = issue;
    for (const script of scriptsFor(path, plan)) {
      const found = await scripted(script, path, plan.host, io);
      runs.push(found.run);
      evidence.push(found.evidence);
      if (found.reviewed) now = withReview(now, found.reviewed);
    }
    after.push(now);
  }
  return { issues: after, runs, evidence };
}

function scriptsFor(issue: string, { scripts, recorded }: ScriptPlan): readonly string[] {
  const beside = `${issue.replace(/\.[^.]*$/, '')}.review.ts`;
  return recorded && existsSync(beside) ? [...scripts, beside] : scripts;
}

const step = z.object({ title: z.string(), error: z.unknown().optional() });
const result = z.object({
  status: z.string(),
  duration: z.number(),
  errors: z.array(z.object({ message: z.string().optional() })).default([]),
  steps: z.array(step).default([]),
  attachments: z.array(z.object({ name: z.string(), path: z.string().optional() })).default([]),
});
type Result = z.infer<typeof result>;
const suite = z.object({
  specs: z.array(z.object({ tests: z.array(z.object({ results: z.array(result) })) })).default([]),
  get suites() {
    return z.array(suite).default([]);
  },
});
/** What of Playwright's JSON report is read. */
const reportSchema = z.object({
  suites: z.array(suite).default([]),
  errors: z.array(z.object({ message: z.string().optional() })).default([]),
});

/** Runs a script on a scratch copy of the issue. */
async function scripted(script: string, issue: string, host: ScriptHost | undefined, io: Io): Promise<Scripted> {
  const quiet: Io = { ...io, env: { ...io.env, FORCE_COLOR: '0', NO_COLOR: '1' } };
  return runQuietly({ scripts: [script], issue, ...(host && { host }) }, quiet, async (left, said) => {
    const { suites, errors } = reportSchema.parse(JSON.parse(await readFile(left.report, 'utf8').catch(() => '{}')));
    const results = suites.flatMap(resultsOf);
    const faults = [...errors, ...results.flatMap((one) => one.errors)].flatMap(({ message }) => message ?? []);
    const passed = results.length > 0 && results.every(({ status }) => status === 'passed') && errors.length === 0;
    const run: ScriptRun = {
      script: basename(script),
      issue: basename(issue),
      passed,
      seconds: results.reduce((sum, { duration }) => sum + duration, 0) / 1000,
      why: passed ? null : plain(faults[0] ?? said) || 'it did not run',
      steps: results.flatMap(({ steps }) => steps.map(({ title, error }) => ({ title, failed: error !== undefined }))),
    };
    return { run, evidence: await evidenceOf(results, passed), reviewed: await reviewLeft(left, issue, io) };
  });
}

const resultsOf = ({ specs, suites }: z.infer<typeof suite>): readonly Result[] => [
  ...specs.flatMap(({ tests }) => tests.flatMap(({ results }) => results.slice(-1))),
  ...suites.flatMap(resultsOf),
];

/** The message without the colours of a terminal. */
const plain = (message: string): string =>
  message
    // biome-ignore lint/suspicious/noControlCharactersInRegex: colours of a terminal begin with one
    .replace(/\u001b\[[\d;]*m/g, '')
    .trim();

async function evidenceOf(results: readonly Result[], passed: boolean): Promise<Evidence> {
  if (passed) return { picture: null, trace: null };
  const attached = results.flatMap(({ attachments }) => attachments);
  const bytes = async (name: string) => {
    const path = attached.find((one) => one.name === name)?.path;
    return path === undefined ? null : readFile(path, 'base64').catch(() => null);
  };
  return { picture: await bytes('screenshot'), trace: await bytes('trace') };
}

/** The review of the test's scratch copy. */
async function reviewLeft({ scratch }: RunFolder, issue: string, io: Io): Promise<Reviewed | null> {
  const [test] = await readdir(scratch).catch(() => []);
  if (test === undefined) return null;
  const copy = join(scratch, test, 'issues', basename(issue));
  const bytes = await readFile(copy).catch(() => null);
  return bytes && findReviewed(copy, bytes, { ...io, env: { ...io.env, GALLEY_DATA: join(scratch, test, 'data') } });
}
