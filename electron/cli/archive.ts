/** `galley archive ACT DIR`: what the archive window's batches do, from the command line, safe beside the window. */

import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { ALL_ISSUES, ARCHIVE_COLUMNS, type BatchKind, type BatchStatus } from '../../shared/contract/archive.ts';
import { DeskError } from '../../shared/contract/contract.ts';
import type { ExportProfile } from '../../shared/contract/profile.ts';
import type { WordList } from '../../shared/words/list.ts';
import { createHand } from '../archive/batch/hands.ts';
import type { Job } from '../archive/batch/job.ts';
import { type Batch, type BatchPorts, listBatches, resumeBatch, startBatch } from '../archive/batch/run.ts';
import { Keeper } from '../archive/keeper.ts';
import { scanArchive } from '../archive/scan.ts';
import { tableCsv } from '../archive/table-csv.ts';
import { realFiles } from '../desk/files.ts';
import { counted } from '../export/statement.ts';
import { findBuild } from '../host/build.ts';
import { folderOf } from './archive-folder.ts';
import { oneOf, readArguments } from './arguments.ts';
import { dataFolderOf } from './data-folder.ts';
import { type Command, complain, type ExitCode, type Io, print, shownName, Usage } from './io.ts';
import { learnPapers, readPaperProfile } from './paper-profile.ts';
import { profileOf, reportSentence } from './profiles.ts';
import { problemSentence } from './sentences.ts';

const ACTS = ['status', 'segment', 'repropose', 'validate', 'export', 'learn'] as const;

const options = {
  jobs: { type: 'string' },
  format: { type: 'string' },
  out: { type: 'string' },
  person: { type: 'string' },
  retry: { type: 'boolean' },
  fresh: { type: 'boolean' },
  json: { type: 'boolean' },
  csv: { type: 'boolean' },
  profile: { type: 'string' },
  'profile-paper': { type: 'string' },
  'no-paper-profile': { type: 'boolean' },
  paper: { type: 'string' },
  'dry-run': { type: 'boolean' },
} as const;

interface Asked {
  readonly act: (typeof ACTS)[number];
  /** The archive's real path. */
  readonly root: string;
  readonly data: string;
  readonly jobs: number;
  /** Of an export. */
  readonly profile: ExportProfile | null;
  readonly isDry: boolean;
  readonly csv: boolean;
  /** Proposals: with the profile of each issue's newspaper, without any, or with this one. */
  readonly papers: 'own' | 'none' | WordList;
  /** The newspaper that is learned of; all where none is named. */
  readonly paper: string | undefined;
  readonly out: string | null;
  readonly person: string;
  readonly retry: boolean;
  readonly fresh: boolean;
  readonly json: boolean;
}

const MOST_JOBS = 64;

async function readAsked(args: readonly string[], io: Io): Promise<Asked> {
  const { values, files } = readArguments(args, options, { mayBeNone: true });
  const [name, folder, ...more] = files;
  const act = oneOf('The act', name, ACTS);
  if (act === undefined) throw new Usage(`Say what to do: ${ACTS.join(', ')}.`);
  if (folder === undefined || more.length > 0) throw new Usage('Name one folder.');
  const jobs = values.jobs === undefined ? availableParallelism() : Number(values.jobs);
  if (!Number.isInteger(jobs) || jobs < 1 || jobs > MOST_JOBS)
    throw new Usage(`--jobs is a number from 1 to ${MOST_JOBS}.`);
  const root = await folderOf(folder, io);
  const profile = act === 'export' ? await profileOf(values, root) : null;
  if (act === 'export' && values.out === undefined) throw new Usage('Say the folder to write to: --out DIR.');
  return {
    act,
    root,
    data: dataFolderOf(io),
    jobs,
    profile,
    isDry: (act === 'export' && values['dry-run']) ?? false,
    csv: values.csv ?? false,
    papers: await papersOf(values, io),
    paper: values.paper,
    out: act === 'export' && values.out !== undefined ? resolve(io.folder, values.out) : null,
    person: values.person ?? '',
    retry: values.retry ?? false,
    fresh: values.fresh ?? false,
    json: values.json ?? false,
  };
}

export const command: Command = {
  async run(args, io) {
    const asked = await readAsked(args, io);
    if (asked.act === 'status') return status(asked, io);
    if (asked.act === 'learn') return learned(asked, io);
    return batch(asked, asked.act, io);
  },
};

async function papersOf(
  values: { readonly 'profile-paper'?: string | undefined; readonly 'no-paper-profile'?: boolean | undefined },
  io: Io,
): Promise<Asked['papers']> {
  if (values['no-paper-profile']) return 'none';
  const file = values['profile-paper'];
  return file === undefined ? 'own' : readPaperProfile(file, io);
}

async function learned({ root, data, paper }: Asked, io: Io): Promise<ExitCode> {
  for (const profile of await learnPapers(root, data, paper)) await print(io, `${JSON.stringify(profile)}\n`);
  return 0;
}

async function status({ root, data, json, csv }: Asked, io: Io): Promise<ExitCode> {
  const keeper = await Keeper.open({ root, dataFolder: data });
  try {
    await keeper.refresh();
    if (csv) {
      for await (const rows of tableCsv((from, count) => keeper.rows(ALL_ISSUES, from, count), ARCHIVE_COLUMNS))
        await print(io, rows);
      return 0;
    }
    const progress = keeper.progress();
    const { issues } = keeper.rows(ALL_ISSUES, 0, 1);
    const batches = await listBatches({ root, dataFolder: data });
    if (json) {
      await print(io, `${JSON.stringify({ ...progress, batches })}\n`);
      return 0;
    }
    const states = progress.states.map(({ state, issues: n }) => `  ${state.padEnd(12)} ${n}`);
    const left = batches
      .filter(({ state }) => state === 'paused' || state === 'running')
      .map(({ kind, state, done, of }) => `  ${kind}: ${state}, ${done} of ${of}`);
    const lines = [
      [counted(issues, 'issue'), counted(progress.articles, 'article'), counted(progress.doubts, 'open doubt')].join(
        ', ',
      ),
      ...states,
      ...(left.length > 0 ? ['batches', ...left] : []),
    ];
    await print(io, `${lines.join('\n')}\n`);
    return 0;
  } finally {
    await keeper.close();
  }
}

async function batch(asked: Asked, kind: BatchKind, io: Io): Promise<ExitCode> {
  const worker = new URL('batch.js', findBuild().worker);
  const ports: BatchPorts = {
    root: asked.root,
    dataFolder: asked.data,
    jobs: asked.jobs,
    createHand: (work) => createHand(worker, work),
  };
  const running = await begin(ports, asked, kind);
  let stopped = false;
  void io.stopped().then(() => {
    stopped = true;
    running.pause();
  });
  const ended = await running.rested;
  for (const { path, problem } of ended.failures) complain(io, path, problemSentence(problem));
  if (ended.failed > ended.failures.length) complain(io, asked.act, 'More failed; these are the first.');
  if (ended.state === 'paused' && !stopped) throw new DeskError({ key: 'disk full' });
  if (asked.isDry && !asked.json)
    for (const { file, change } of running.changes) await print(io, `${change}\t${shownName(file)}\n`);
  await print(io, asked.json ? `${JSON.stringify(ended)}\n` : `${summaryOf(ended)}\n`);
  return ended.state === 'done' && ended.failed === 0 ? 0 : 1;
}

/** The batch that was interrupted, if it is the same; else a new one over all issues. */
async function begin(ports: BatchPorts, asked: Asked, kind: BatchKind): Promise<Batch> {
  const { profile, out, person, retry, fresh, isDry, papers } = asked;
  const left = fresh
    ? []
    : (await listBatches(ports)).filter(
        (one) =>
          one.state === 'paused' &&
          one.kind === kind &&
          one.out === out &&
          one.profile === (profile?.name ?? null) &&
          one.isDry === isDry,
      );
  const [latest] = left;
  if (latest) return resumeBatch(ports, latest.id, { retry });
  const job: Job = { kind, format: null, profile, isDry, out, person, paper: papers, paths: await allPaths(ports) };
  return startBatch(ports, job);
}

async function allPaths({ root, dataFolder: data }: BatchPorts): Promise<string[]> {
  const paths: string[] = [];
  for await (const { found } of scanArchive({ files: realFiles, root, dataFolder: data }))
    paths.push(...found.issues.map(({ path }) => path));
  return paths;
}

function summaryOf({ kind, of, done, already, failed, state, out, isDry, report }: BatchStatus): string {
  const parts = [
    `${done} of ${counted(of, 'issue')}`,
    ...(already > 0 ? [`${already} had been done before`] : []),
    ...(failed > 0 ? [`${failed} failed`] : []),
    ...(state === 'paused' ? ['interrupted: the same command goes on'] : []),
    ...(out === null || isDry ? [] : [`in ${shownName(join(out))}`]),
  ];
  const told = report ? `\n${reportSentence(report, isDry)}` : '';
  return `${kind}: ${parts.join(', ')}${told}`;
}
