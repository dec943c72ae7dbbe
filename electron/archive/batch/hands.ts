/** The threads of a batch: each does one issue at a time. */
import { Worker } from 'node:worker_threads';
import type { BatchWork, TaskResult } from './task.ts';

/** One that works. `work` rejects only when the worker died of the issue. */
export interface Hand {
  work(path: string): Promise<TaskResult>;
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
    work(path) {
      const running = start();
      return new Promise((resolve, reject) => {
        const end = () => running.off('message', hear).off('error', died).off('exit', died);
        const hear = (result: TaskResult) => {
          end();
          resolve(result);
        };
        const died = () => {
          end();
          worker = null;
          reject(new Error('the worker died'));
        };
        running.on('message', hear).on('error', died).on('exit', died);
        running.postMessage(path);
      });
    },
    async close() {
      await worker?.terminate();
    },
  };
}
