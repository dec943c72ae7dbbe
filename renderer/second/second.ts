/** The second reader in the window: beginning a blind reading, comparing one with the review that is open. */
import { type Problem, problemOf } from '../../shared/contract/contract.ts';
import type { Desk } from '../store/desk.ts';
import { replay } from '../store/opening.ts';
import { problemKey } from '../store/state.ts';
import { allDoubts } from '../words/doubts.ts';

async function trying(desk: Desk, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const problem: Problem = problemOf(error);
    desk.say('problem', { key: problemKey(problem), ...(problem.values && { values: problem.values }) });
    if (problem.key === 'no person') desk.set({ askPerson: true });
  }
}

/** Opens the person's own reading of the issue, from the proposal on. */
export const beginSecond = (desk: Desk): Promise<void> =>
  trying(desk, async () => {
    const { host, file, issues } = desk.store.getState();
    if (!host || !file) return;
    const row = await host.call('second.begin', { file: file.file });
    desk.set({ issues: [row, ...issues.filter((one) => one.file !== row.file)], panel: null });
    await desk.openIssue(row.file);
  });

/** Compares with a second reader; without a name with the one who worked last. */
export const compareSecond = (desk: Desk, name?: string): Promise<void> =>
  trying(desk, async () => {
    const { host, file } = desk.store.getState();
    if (!host || !file) return;
    const readers = await host.call('second.readers', { file: file.file });
    const last = readers.toSorted((a, b) => (a.at ?? '').localeCompare(b.at ?? '')).at(-1);
    const reader = name ?? last?.reader;
    if (reader === undefined) return desk.say('refused', { key: 'refused.no second reader' });
    const read = await host.call('second.read', { file: file.file, reader });
    const { history, issue, words, file: now } = desk.store.getState();
    if (!history || !issue || now?.file !== file.file) return;
    const second = { reader, readers, review: replay(issue, read).history.review };
    desk.set({ second, panel: 'second', doubts: allDoubts(history, words, second) });
  });

/** No longer compares; what was settled stays so. */
export function endSecond(desk: Desk): void {
  const { history, words, pane } = desk.store.getState();
  desk.set({
    second: null,
    panel: null,
    focusRequest: { pane },
    ...(history && { doubts: allDoubts(history, words, null) }),
  });
}
