/**
 * What is kept of a batch, so that it goes on after a crash where it was: a folder of its own under the archive's
 * folder in the data folder, with segments like a review's journal, each written by one run:
 *
 *     journal.0001   { job } · { path, outcome } · { path, problems } ·       killed
 *     journal.0002   { path, outcome } · … · { ended: 'done' }
 *
 * An issue whose record was lost with the process is done again, and finds that it had been done.
 */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import { BATCH_KINDS } from '../../../shared/contract/archive.ts';
import { DeskError, EXPORT_FORMATS, PROBLEM_KEYS, type Problem } from '../../../shared/contract/contract.ts';
import { type DeliveryReport, deliveredFileSchema, deliveryReportSchema } from '../../../shared/contract/delivery.ts';
import { exportProfileSchema } from '../../../shared/contract/profile.ts';
import { wordListSchema } from '../../../shared/words/list.ts';
import { makeFolders } from '../../desk/atomic.ts';
import type { Files, NewFile } from '../../desk/files.ts';
import { segmentName, segmentNumber } from '../../desk/journal-format.ts';
import { acquireLock, type Lock, type LockPorts, lockHolder } from '../../desk/lock.ts';
import { writingProblem } from '../../desk/problems.ts';
import { decodeRecord, encodeRecord } from '../../desk/record.ts';
import type { TaskResult } from './task.ts';

const jobSchema = z.object({
  kind: z.enum(BATCH_KINDS),
  format: z.enum(EXPORT_FORMATS).nullable(),
  out: z.string().nullable(),
  person: z.string(),
  /** What is exported how; in a job of before there were profiles, its format. */
  profile: exportProfileSchema.nullable().optional(),
  /** Proposals: with the profile of each issue's newspaper, without any, or with this one. */
  paper: z.union([z.enum(['own', 'none']), wordListSchema]).optional(),
  /** Nothing is written: only what would be is told. */
  isDry: z.boolean().optional(),
  /** Paths below the archive. */
  paths: z.array(z.string()),
  /** Files of the archive that an export must not write over: those that were there when it began. */
  kept: z.array(z.string()).optional(),
});
export type Job = z.infer<typeof jobSchema>;

const problemSchema = z.object({
  key: z.enum(PROBLEM_KEYS),
  values: z.record(z.string(), z.union([z.string(), z.number()])).exactOptional(),
  detail: z.string().exactOptional(),
}) satisfies z.ZodType<Problem>;
const delivered = z.array(deliveredFileSchema).exactOptional();
const recordSchema = z.union([
  z.object({ job: jobSchema }),
  z.object({ path: z.string(), outcome: z.enum(['done', 'already']), delivered }),
  z.object({ path: z.string(), problems: z.array(problemSchema), delivered }),
  z.object({ ended: z.enum(['done', 'cancelled']), report: deliveryReportSchema.exactOptional() }),
]);

export interface ReadJob {
  readonly id: string;
  readonly job: Job;
  /** How each issue ended, by path. */
  readonly results: ReadonlyMap<string, TaskResult>;
  readonly ended: 'done' | 'cancelled' | null;
  /** Of a delivery that has ended: what was new in it. */
  readonly report: DeliveryReport | null;
}

/** Writes a new job; nothing is done yet. */
export async function makeJob(files: Files, folder: string, job: Job, now: Date): Promise<string> {
  const id = `${now.toISOString().replace(/[-:.]/g, '')}-${randomUUID().slice(0, 8)}`;
  try {
    await makeFolders(files, join(folder, id));
    const file = await files.createNew(join(folder, id, segmentName(1)));
    await file.write(encodeRecord({ job }));
    await file.sync();
    await file.close();
    return id;
  } catch (error) {
    throw new DeskError(writingProblem(error), { cause: error });
  }
}

/** The job; null when there is none that can be read. */
export async function readJob(files: Files, folder: string, id: string): Promise<ReadJob | null> {
  const names = await files.list(join(folder, id)).catch(() => []);
  const segments = names.filter((name) => segmentNumber(name) !== null).toSorted();
  let job: Job | null = null;
  let ended: ReadJob['ended'] = null;
  let report: DeliveryReport | null = null;
  const results = new Map<string, TaskResult>();
  for (const name of segments) {
    const bytes = await files.read(join(folder, id, name));
    for (let read = decodeRecord(bytes, 0); read; read = decodeRecord(bytes, read.next)) {
      const record = recordSchema.safeParse(read.value).data;
      if (!record) break;
      if ('job' in record) job = record.job;
      else if ('ended' in record) ({ ended, report = null } = record);
      else {
        const { path, ...result } = record;
        results.set(path, result);
      }
    }
  }
  return job && { id, job, results, ended, report };
}

/** Ids of the jobs, the latest first. */
export async function jobIds(files: Files, folder: string): Promise<readonly string[]> {
  const names = await files.list(folder).catch(() => []);
  return names
    .filter((name) => /^\d{8}T\d{9}Z-/.test(name))
    .toSorted()
    .toReversed();
}

/** Whether a process works on it. */
export const isAtWork = async (ports: Omit<LockPorts, 'now'>, folder: string, id: string): Promise<boolean> =>
  (await lockHolder(ports, join(folder, id)).catch(() => null)) !== null;

/** Takes down how issues end. */
export interface JobWriter {
  record(path: string, result: TaskResult): Promise<void>;
  /** Ends this run: for good, or (null) to be resumed. */
  close(ended: ReadJob['ended'], report?: DeliveryReport | null): Promise<void>;
}

/** Results between two calls of sync: a power cut may make so many be looked at again. */
const SYNC_EVERY = 64;

/** Takes the job over for this process. Rejects with `read only review` when another one works on it. */
export async function writeJob(ports: LockPorts, folder: string, id: string): Promise<JobWriter> {
  const { files } = ports;
  const here = join(folder, id);
  const locked = await acquireLock(ports, here);
  if (locked.kind === 'held') throw new DeskError({ key: 'read only review', values: { host: locked.by.host } });
  const numbers = (await files.list(here)).map((name) => segmentNumber(name) ?? 0);
  const file = await files.createNew(join(here, segmentName(Math.max(0, ...numbers) + 1)));
  return writerOf(file, locked.lock);
}

function writerOf(file: NewFile, lock: Lock): JobWriter {
  let line: Promise<void> = Promise.resolve();
  let written = 0;
  const write = (record: unknown): Promise<void> => {
    line = line.then(async () => {
      await file.write(encodeRecord(record));
      if (++written % SYNC_EVERY === 0) await file.sync();
    });
    return line;
  };
  return {
    record: (path, result) => write({ path, ...result }),
    async close(ended, report = null) {
      try {
        if (ended) await write({ ended, ...(report && { report }) });
        await line;
        await file.sync();
      } finally {
        await file.close();
        await lock.release();
      }
    },
  };
}
