/** A thread of a batch: gets the path of an issue, answers how it ended (`hands.ts`). */
import { parentPort, workerData } from 'node:worker_threads';
import type { Claim } from '../../delivery/deliver.ts';
import type { GivenName } from '../../delivery/name-book.ts';
import type { FromWorker, ToWorker } from './hands.ts';
import { type BatchWork, perform } from './task.ts';

const work = workerData as BatchWork; // given by `createHand`
const tell = (message: FromWorker) => parentPort?.postMessage(message);

/** An issue's files are named one after the other. */
let waiting: ((given: GivenName) => void) | null = null;
const claim: Claim = (claimed) =>
  new Promise((resolve) => {
    waiting = resolve;
    tell({ claimed });
  });

parentPort?.on('message', (message: ToWorker) => {
  if ('given' in message) waiting?.(message.given);
  else void perform(work, message.path, claim).then((result) => tell({ result }));
});
