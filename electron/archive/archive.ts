/** The desk's way to an archive that is open: questions to the thread that keeps its index. */
import { Worker } from 'node:worker_threads';
import { DeskError } from '../../shared/contract/contract.ts';
import type { ArchivePlace, KeeperArgs, KeeperCall, KeeperResult, Question, Reply } from './messages.ts';

export interface Archive {
  readonly root: string;
  /** Rejects with a `DeskError`; `worker died` when the thread is gone. */
  ask<K extends KeeperCall>(call: K, ...args: KeeperArgs<K>): Promise<KeeperResult<K>>;
  close(): Promise<void>;
}

interface Pending {
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: DeskError) => void;
}

/** `workerUrl`: the built `archive/worker.ts`. `changed`: the index is another now, or how far it is. */
export function openArchive(workerUrl: URL, place: ArchivePlace, changed: () => void): Archive {
  const worker = new Worker(workerUrl, { name: 'archive', workerData: place });
  const pending = new Map<number, Pending>();
  let lastId = 0;
  let isGone = false;

  worker.on('message', (reply: Reply) => {
    if ('changed' in reply) return changed();
    const asked = pending.get(reply.id);
    pending.delete(reply.id);
    if (reply.ok) asked?.resolve(reply.result);
    else asked?.reject(new DeskError(reply.problem));
    if (pending.size === 0) worker.unref();
  });
  const lose = () => {
    isGone = true;
    for (const { reject } of pending.values()) reject(new DeskError({ key: 'worker died' }));
    pending.clear();
  };
  worker.on('error', lose).on('exit', lose);
  worker.unref();

  const send = (question: Omit<Question, 'id'>): Promise<unknown> => {
    if (isGone) return Promise.reject(new DeskError({ key: 'worker died' }));
    const id = ++lastId;
    worker.ref(); // a process waits for its answers
    return new Promise((resolve, reject) => {
      pending.set(id, { resolve, reject });
      worker.postMessage({ ...question, id });
    });
  };

  return {
    root: place.root,
    // The thread answers with what that method of the keeper gives.
    ask: <K extends KeeperCall>(call: K, ...args: KeeperArgs<K>) =>
      send({ call, args } as Omit<Question, 'id'>) as Promise<KeeperResult<K>>,
    async close() {
      await send({ call: 'close', args: [] }).catch(() => undefined);
      await worker.terminate();
    },
  };
}
