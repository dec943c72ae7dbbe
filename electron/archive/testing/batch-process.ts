/**
 * A batch in a process of its own, with real threads, to be killed: `batch-process.ts ROOT DATA [PATH …]` begins a batch
 * over the paths, without paths it resumes the one that was left. Prints a line for each issue done.
 */
import { createHand } from '../batch/hands.ts';
import { type BatchPorts, listBatches, resumeBatch, startBatch } from '../batch/run.ts';

const [root = '', dataFolder = '', ...paths] = process.argv.slice(2);
const ports: BatchPorts = {
  root,
  dataFolder,
  jobs: 2,
  createHand: (work) => createHand(new URL('../batch/worker.ts', import.meta.url), work),
  changed: (_status, path) => {
    if (path !== null) process.stdout.write(`done ${path}\n`);
  },
};

const [left] = await listBatches(ports);
const batch =
  paths.length > 0
    ? await startBatch(ports, { kind: 'segment', format: null, out: null, person: '', paths })
    : await resumeBatch(ports, left?.id ?? '');
await batch.rested;
