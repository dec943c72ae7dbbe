/** A thread of a batch: gets the path of an issue, answers how it ended (`hands.ts`). */
import { parentPort, workerData } from 'node:worker_threads';
import { type BatchWork, perform } from './task.ts';

const work = workerData as BatchWork; // given by `createHand`

parentPort?.on('message', (path: string) => {
  void perform(work, path).then((result) => parentPort?.postMessage(result));
});
