/** Runs a batch: hands out issues to several threads, takes down how each ended, can be paused, and resumed later. */
import { join } from 'node:path';
import type { BatchFailure, BatchState, BatchStatus } from '../../../shared/contract/archive.ts';
import { DeskError, type Problem, problemOf } from '../../../shared/contract/contract.ts';
import { type DeliveryReport, MANIFEST_NAME } from '../../../shared/contract/delivery.ts';
import type { Claim } from '../../delivery/deliver.ts';
import type { FileChange } from '../../delivery/manifest.ts';
import { type Files, realFiles } from '../../desk/files.ts';
import { type Processes, realProcesses } from '../../desk/processes.ts';
import { archiveFolder } from '../keeper.ts';
import { Delivering, profileOf } from './delivering.ts';
import type { Hand } from './hands.ts';
import { isAtWork, type Job, type JobWriter, jobIds, makeJob, type ReadJob, readJob, writeJob } from './job.ts';
import { keptFiles } from './kept.ts';
import type { BatchWork, TaskResult } from './task.ts';

export interface BatchPorts {
  readonly files?: Files;
  readonly processes?: Processes;
  readonly root: string;
  readonly dataFolder: string;
  /** Threads at once. */
  readonly jobs: number;
  createHand(work: BatchWork): Hand;
  /** Told after each issue, with its path. */
  readonly changed?: (status: BatchStatus, path: string | null) => void;
}

export interface Batch {
  readonly id: string;
  status(): BatchStatus;
  /** Issues that are being done are finished; then the batch rests until it is resumed. */
  pause(): void;
  /** It is never resumed. */
  cancel(): void;
  /** Of an export that rests: each file against the delivery before. */
  readonly changes: readonly FileChange[];
  /** Resolves when it rests or has ended. Never rejects. */
  readonly rested: Promise<BatchStatus>;
}

/** Failures that a status names; all are in the job's journal. */
const FAILURES_SHOWN = 200;
/** An issue of which a thread dies is tried once more. */
const ATTEMPTS = 2;

const jobsFolder = ({ dataFolder, root }: Pick<BatchPorts, 'dataFolder' | 'root'>): string =>
  join(archiveFolder(dataFolder, root), 'jobs');

/** Begins a batch. Rejects with a `DeskError` when nothing can be written down. */
export async function startBatch(ports: BatchPorts, job: Job): Promise<Batch> {
  const { files = realFiles, root, dataFolder } = ports;
  const kept = job.kind === 'export' && job.out !== null ? await keptFiles({ files, root, dataFolder }, job.out) : [];
  const id = await makeJob(files, jobsFolder(ports), { ...job, ...(kept.length > 0 && { kept }) }, new Date());
  return resumeBatch(ports, id);
}

/** Goes on with a batch where it was left. `retry`: what failed is tried again. */
export async function resumeBatch(ports: BatchPorts, id: string, { retry = false } = {}): Promise<Batch> {
  const { files = realFiles, processes = realProcesses } = ports;
  const writer = await writeJob({ files, processes, now: () => new Date() }, jobsFolder(ports), id);
  // Read under the lock: until now another process may have written.
  const read = await readJob(files, jobsFolder(ports), id);
  if (!read) {
    await writer.close(null);
    throw new DeskError({ key: 'no such file' });
  }
  const kept = retry ? { ...read, results: withoutFailures(read.results) } : read;
  try {
    return new Run(ports, kept, writer, await Delivering.open(files, ports.root, kept));
  } catch (error) {
    await writer.close(null);
    throw error;
  }
}

const withoutFailures = (results: ReadJob['results']): ReadJob['results'] =>
  new Map([...results].filter(([, result]) => 'outcome' in result));

/** The batches of an archive, the latest first. */
export async function listBatches(
  ports: Pick<BatchPorts, 'files' | 'processes' | 'root' | 'dataFolder'>,
): Promise<BatchStatus[]> {
  const { files = realFiles, processes = realProcesses } = ports;
  const folder = jobsFolder(ports);
  const statuses: BatchStatus[] = [];
  for (const id of await jobIds(files, folder)) {
    const read = await readJob(files, folder, id);
    if (!read) continue;
    const state = read.ended ?? ((await isAtWork({ files, processes }, folder, id)) ? 'running' : 'paused');
    statuses.push(new Tally(read.results).status(read, state, null, read.report));
  }
  return statuses;
}

class Run implements Batch {
  readonly id: string;
  readonly rested: Promise<BatchStatus>;
  readonly #ports: BatchPorts;
  readonly #read: ReadJob;
  readonly #writer: JobWriter;
  readonly #tally: Tally;
  readonly #delivering: Delivering | null;
  readonly #waiting: string[];
  readonly #began = performance.now();
  #doneNow = 0;
  #report: DeliveryReport | null = null;
  changes: readonly FileChange[] = [];
  #state: BatchState = 'running';

  constructor(ports: BatchPorts, read: ReadJob, writer: JobWriter, delivering: Delivering | null) {
    this.id = read.id;
    this.#ports = ports;
    this.#read = read;
    this.#writer = writer;
    this.#tally = new Tally(read.results);
    this.#delivering = delivering;
    // Taken from the end: reversed.
    this.#waiting = read.job.paths.filter((path) => !this.#tally.has(path)).toReversed();
    this.rested = this.#run();
  }

  status(): BatchStatus {
    return this.#tally.status(this.#read, this.#state, this.#secondsLeft(), this.#report);
  }

  pause(): void {
    if (this.#state === 'running') this.#state = 'paused';
  }

  cancel(): void {
    this.#state = 'cancelled';
  }

  async #run(): Promise<BatchStatus> {
    const { kind, out, person, isDry = false, paper = 'own' } = this.#read.job;
    const { root, dataFolder, jobs } = this.#ports;
    const work: BatchWork = { kind, profile: profileOf(this.#read.job), out, isDry, person, paper, root, dataFolder };
    const many = Math.max(1, Math.min(jobs, this.#waiting.length));
    await Promise.all(Array.from({ length: many }, () => this.#handWorks(this.#ports.createHand(work))));
    const isDone = this.#state === 'running' || (this.#state === 'paused' && this.#waiting.length === 0);
    if (isDone) this.#state = 'done';
    await this.#closeDelivery(isDone);
    const ended = this.#state === 'done' || this.#state === 'cancelled' ? this.#state : null;
    await this.#writer.close(ended, this.#report).catch(() => undefined);
    this.#ports.changed?.(this.status(), null);
    return this.status();
  }

  /** A manifest that can't be written leaves the batch to be resumed. */
  async #closeDelivery(isDone: boolean): Promise<void> {
    try {
      const closing = await this.#delivering?.close(isDone);
      if (!closing) return;
      this.#report = closing.report;
      this.changes = closing.changes;
    } catch (error) {
      this.#state = 'paused';
      this.#tally.fail(MANIFEST_NAME, problemOf(error));
    }
  }

  async #handWorks(hand: Hand): Promise<void> {
    try {
      while (this.#state === 'running') {
        const path = this.#waiting.pop();
        if (path === undefined) break;
        const result = await tried(hand, path, this.#delivering?.claim ?? noNames);
        await this.#writer.record(path, result);
        this.#tally.add(path, result);
        this.#delivering?.add(path, result);
        this.#doneNow++;
        this.#ports.changed?.(this.status(), path);
      }
    } catch {
      // What was done can't be written down: a batch that would forget it goes no further.
      this.#state = 'paused';
    } finally {
      await hand.close();
    }
  }

  #secondsLeft(): number | null {
    if (this.#doneNow === 0 || this.#state !== 'running') return null;
    const seconds = (performance.now() - this.#began) / 1000;
    const left = this.#read.job.paths.length - this.#tally.done;
    return Math.round((seconds / this.#doneNow) * left);
  }
}

/** Batches that write no files want no names. */
const noNames: Claim = () => Promise.reject(new Error('not an export'));

async function tried(hand: Hand, path: string, claim: Claim): Promise<TaskResult> {
  for (let tries = 1; ; tries++) {
    try {
      return await hand.work(path, claim);
    } catch (error) {
      if (tries >= ATTEMPTS)
        return { problems: [error instanceof DeskError ? problemOf(error) : { key: 'worker died' }] };
    }
  }
}

/** What has come out so far; counted as it comes, for a batch may be of a hundred thousand issues. */
class Tally {
  #already = 0;
  #failed = 0;
  readonly #done = new Set<string>();
  readonly #failures: BatchFailure[] = [];

  constructor(results: Iterable<readonly [string, TaskResult]>) {
    for (const [path, result] of results) this.add(path, result);
  }

  get done(): number {
    return this.#done.size;
  }

  has(path: string): boolean {
    return this.#done.has(path);
  }

  add(path: string, result: TaskResult): void {
    this.#done.add(path);
    if ('outcome' in result) {
      if (result.outcome === 'already') this.#already++;
      return;
    }
    this.#failed++;
    for (const problem of result.problems) this.fail(path, problem);
  }

  /** Something else than an issue that could not be done is told of in the same list. */
  fail(path: string, problem: Problem): void {
    if (this.#failures.length < FAILURES_SHOWN) this.#failures.push({ path, problem });
  }

  status(
    { id, job }: ReadJob,
    state: BatchState,
    secondsLeft: number | null,
    report: DeliveryReport | null,
  ): BatchStatus {
    const { kind, out, paths, isDry = false } = job;
    const counts = { of: paths.length, done: this.done, already: this.#already, failed: this.#failed };
    const profile = profileOf(job)?.name ?? null;
    return { id, kind, state, ...counts, secondsLeft, failures: [...this.#failures], out, profile, isDry, report };
  }
}
