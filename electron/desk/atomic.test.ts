import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { expect, it } from 'vitest';

const THREADS = 3;

/** Writes its file, and goes no further than the temporary one until every thread has made its own. */
const THREAD = `
  const { workerData } = require('node:worker_threads');
  const { setTimeout } = require('node:timers/promises');
  void (async () => {
    const { writeAtomic } = await import(workerData.atomic);
    const { realFiles } = await import(workerData.files);
    const made = new Int32Array(workerData.made);
    const createNew = async (path) => {
      try {
        return await realFiles.createNew(path);
      } finally {
        Atomics.add(made, 0, 1);
        while (Atomics.load(made, 0) < workerData.threads) await setTimeout(5);
      }
    };
    await writeAtomic({ ...realFiles, createNew }, workerData.target, Buffer.from('x'));
  })();
`;

const write = (target: string, made: SharedArrayBuffer): Promise<void> =>
  new Promise((resolve, reject) => {
    const [atomic, files] = ['./atomic.ts', './files.ts'].map((name) => new URL(name, import.meta.url).href);
    const worker = new Worker(THREAD, { eval: true, workerData: { atomic, files, target, made, threads: THREADS } });
    worker.on('error', reject).on('exit', () => resolve());
  });

it('lets several threads of one process write into one folder at once', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'galley-atomic-'));
  try {
    const names = Array.from({ length: THREADS }, (_, i) => `file-${i}`);
    const made = new SharedArrayBuffer(4);
    await Promise.all(names.map((name) => write(join(folder, name), made)));
    expect((await readdir(folder)).sort()).toEqual(names);
  } finally {
    await rm(folder, { recursive: true });
  }
});
