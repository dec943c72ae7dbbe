/** The thread that keeps one archive's index (`keeper.ts`), so that neither window nor journals wait for SQLite. */
import { parentPort, workerData } from 'node:worker_threads';
import { problemOf } from '../../shared/contract/contract.ts';
import { Keeper } from './keeper.ts';
import type { ArchivePlace, Question, Reply } from './messages.ts';

const tell = (reply: Reply) => parentPort?.postMessage(reply);
const opening = Keeper.open({ ...(workerData as ArchivePlace), changed: () => tell({ changed: true }) });

async function answer({ id, call, args }: Question): Promise<void> {
  try {
    const keeper = await opening;
    // The desk's side pairs names and arguments (`archive.ts`); TypeScript can't follow the pair through the port.
    const result = await (keeper[call] as (...args: unknown[]) => unknown).apply(keeper, [...args]);
    tell({ id, ok: true, result: result ?? null });
    if (call === 'close') parentPort?.close();
  } catch (error) {
    tell({ id, ok: false, problem: problemOf(error) });
  }
}

parentPort?.on('message', (question: Question) => void answer(question));
