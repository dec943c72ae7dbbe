/**
 * Segmenting, and reading files that are no plain text, in a worker thread: cancellable at any moment, and when the
 * worker dies the work is tried once more in a new one. Jobs go one after another, so that two issues do not fight for the memory.
 */
import { Worker } from 'node:worker_threads';
import { DeskError } from '../../shared/contract/contract.ts';
import type { Span } from '../../shared/model/position.ts';
import type { Evidence, Proposal } from '../../shared/proposal.ts';
import type { ImportHints } from '../import/import.ts';
import type { Answer, IssueJob, Request } from './messages.ts';
import type { ImportFile } from './source.ts';

interface SegmentHooks {
  /** Part done, 0 to 1. */
  readonly progress?: (done: number) => void;
  readonly signal?: AbortSignal;
}

/** Calls reject with a `DeskError`: `cancelled`, `worker died`, or `internal` when the segmenter threw. */
export interface Segmenting {
  segment(job: IssueJob, hooks?: SegmentHooks): Promise<Proposal>;
  explain(job: IssueJob, span: Span): Promise<readonly Evidence[]>;
  /** Reads a file that is no plain text. Also rejects with what is wrong with the file. */
  importFile: ImportFile;
  close(): Promise<void>;
}

type Ask =
  | { readonly kind: 'segment'; readonly job: IssueJob }
  | { readonly kind: 'explain'; readonly job: IssueJob; readonly span: Span }
  | { readonly kind: 'import'; readonly bytes: Uint8Array; readonly hints: ImportHints };

/** A worker that dies of a text is given it once more; who dies twice of it dies of it. */
const ATTEMPTS = 2;

/** `workerUrl`: the built `worker.ts`. The thread starts with the first job. */
export function createSegmenting(workerUrl: URL): Segmenting {
  let worker: Worker | null = null;
  let line: Promise<unknown> = Promise.resolve();
  let isClosed = false;
  let lastId = 0;

  const start = (): Worker => {
    worker ??= new Worker(workerUrl, { name: 'segmenter' });
    worker.unref();
    return worker;
  };

  const stop = async () => {
    const stopped = worker;
    worker = null;
    await stopped?.terminate();
  };

  /** One attempt: null when the worker died of it. */
  const attempt = (ask: Ask, hooks: SegmentHooks): Promise<Answer | null> => {
    const running = start();
    const id = ++lastId;
    return new Promise((resolve, reject) => {
      const end = (settle: () => void) => {
        running.off('message', hear).off('error', died).off('exit', died);
        hooks.signal?.removeEventListener('abort', cancel);
        running.unref();
        settle();
      };
      const hear = (answer: Answer) => {
        if (answer.id !== id) return;
        if (answer.kind === 'progress') hooks.progress?.(answer.done);
        else end(() => resolve(answer));
      };
      const died = () => {
        if (worker === running) worker = null;
        end(() => resolve(null));
      };
      const cancel = () => {
        end(() => reject(cancelled()));
        void stop();
      };
      running.on('message', hear).on('error', died).on('exit', died);
      hooks.signal?.addEventListener('abort', cancel);
      running.ref(); // a process waits for its work
      const request: Request = { id, ...ask };
      running.postMessage(request);
    });
  };

  const perform = async (ask: Ask, hooks: SegmentHooks): Promise<Answer> => {
    for (let tries = 0; tries < ATTEMPTS; tries++) {
      if (hooks.signal?.aborted || isClosed) throw cancelled();
      const answer = await attempt(ask, hooks);
      if (answer?.kind === 'refused') throw new DeskError(answer.problem);
      if (answer?.kind === 'failed') throw new DeskError({ key: 'internal', detail: answer.message });
      if (answer) return answer;
    }
    throw new DeskError({ key: isClosed ? 'cancelled' : 'worker died' });
  };

  const inLine = (ask: Ask, hooks: SegmentHooks): Promise<Answer> => {
    const done = line.then(() => perform(ask, hooks));
    line = done.catch(() => undefined);
    return done;
  };

  return {
    async segment(job, hooks = {}) {
      const answer = await inLine({ kind: 'segment', job }, hooks);
      return answer.kind === 'proposal' ? answer.proposal : unexpected();
    },
    async explain(job, span) {
      const answer = await inLine({ kind: 'explain', job, span }, {});
      return answer.kind === 'evidence' ? answer.evidence : unexpected();
    },
    async importFile(bytes, hints) {
      const answer = await inLine({ kind: 'import', bytes, hints }, {});
      return answer.kind === 'imported' ? answer.imported : unexpected();
    },
    async close() {
      isClosed = true;
      await stop();
    },
  };
}

const cancelled = () => new DeskError({ key: 'cancelled' });

function unexpected(): never {
  throw new DeskError({ key: 'internal', detail: 'the worker answered another question' });
}
