/** The threads of a batch: each does one issue at a time, and asks for the names of the files that it writes. */
import { Worker } from 'node:worker_threads';
import type { Claim, ClaimedFile } from '../../delivery/deliver.ts';
import type { GivenName } from '../../delivery/name-book.ts';
import type { BatchWork, TaskResult } from './task.ts';

/** What a thread is told: the path of an issue, or the name that it asked for. */
export type ToWorker = { readonly path: string } | { readonly given: GivenName };
/** What it tells: how the issue ended, or that it wants a name. */
export type FromWorker = { readonly result: TaskResult } | { readonly claimed: ClaimedFile };

/** One that works. `work` rejects only when the worker died of the issue. */
export interface Hand {
  work(path: string, claim: Claim): Promise<TaskResult>;
  close(): Promise<void>;
}

/** `workerUrl`: the built `batch/worker.ts`. */
export function createHand(workerUrl: URL, work: BatchWork): Hand {
  let worker: Worker | null = null;
  const start = (): Worker => {
    worker ??= new Worker(workerUrl, { name: 'batch', workerData: work });
    return worker;
  };
  return {
    work(path, claim) {
      const running = start();
      const tell = (message: ToWorker) => running.postMessage(message);
      return new Promise((resolve, reject) => {
        const end = () => running.off('message', hear).off('error', died).off('exit', died);
        const hear = (message: FromWorker) => {
          if ('claimed' in message) return void claim(message.claimed).then((given) => tell({ given }), died);
          end();
          resolve(message.result);
        };
        const died = () => {
          end();
          worker = null;
          reject(new Error('the worker died'));
        };
        running.on('message', hear).on('error', died).on('exit', died);
        tell({ path });
      });
    },
    async close() {
      await worker?.terminate();
    },
  };
}
