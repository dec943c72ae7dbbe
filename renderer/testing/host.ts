/** A desk in memory for tests of the window: one issue, a journal that can be made to fail. */
import {
  type CallArgs,
  type CallName,
  type CallResult,
  DeskError,
  type EventName,
  type Events,
  type Host,
  type Problem,
} from '../../shared/contract/contract.ts';
import type { IssueRow, ReviewSnapshot } from '../../shared/contract/issue.ts';
import { DEFAULT_SETTINGS } from '../../shared/contract/settings.ts';
import { digestOf } from '../../shared/journal/digest.ts';
import type { Change, Entry } from '../../shared/journal/entry.ts';
import { advance, type History, startHistory } from '../../shared/journal/history.ts';
import type { Page } from './page.ts';

export const ROW: IssueRow = {
  file: 'f1',
  name: 'page.txt',
  folder: 'issues',
  bytes: 100,
  changed: '2026-11-25T00:00:00.000Z',
  reviewed: false,
};

export interface StandIn {
  readonly host: Host;
  /** All calls so far, in order. */
  readonly calls: { readonly name: CallName; readonly args: unknown }[];
  /** The review as the desk has it. */
  history(): History;
  entries(): readonly Entry[];
  /** The next append rejects with this. */
  failNext(problem: Problem): void;
  /** Appends wait until `release` is called. */
  hold(): void;
  release(): void;
  emit<K extends EventName>(name: K, event: Events[K]): void;
  /** Changes the desk's own review behind the window's back. */
  drift(change: Change): void;
}

export function standIn({ issue, proposal }: Page): StandIn {
  let history = startHistory(issue, proposal);
  let entries: Entry[] = [];
  let failure: Problem | null = null;
  let gate: Promise<void> = Promise.resolve();
  let open = () => {};
  const calls: { name: CallName; args: unknown }[] = [];
  const listeners = new Map<EventName, Set<(event: never) => void>>();

  const take = (change: Change) => {
    const advanced = advance(history, change);
    if (!advanced.ok) throw new DeskError({ key: 'refused', detail: advanced.why });
    history = advanced.history;
    entries = [...entries, { ...change, seq: history.seq, at: '2026-11-25T00:00:00.000Z', by: 'Li' }];
  };

  const append = async ({ first, changes }: CallArgs<'review.append'>) => {
    await gate;
    if (failure) {
      const problem = failure;
      failure = null;
      throw new DeskError(problem);
    }
    if (first !== history.seq + 1) throw new DeskError({ key: 'out of step' });
    for (const change of changes) take(change as Change);
    return { seq: history.seq, digest: digestOf(history.review) };
  };

  const snapshot = (): ReviewSnapshot => ({
    proposal,
    entries,
    seq: history.seq,
    digest: digestOf(history.review),
    readOnly: null,
    notices: [],
  });

  const answers: { [K in CallName]?: (args: CallArgs<K>) => unknown } = {
    'app.info': () => ({
      version: '0',
      host: 'node',
      locales: ['en'],
      settings: { ...DEFAULT_SETTINGS, person: 'Li' },
      opened: [ROW],
      isSample: false,
      archive: null,
      canPickFolder: false,
    }),
    'issues.list': () => [ROW],
    'words.get': ({ paper }) => ({ format: 1, paper, words: [] }),
    'words.learn': ({ paper, words }) => ({ format: 1, paper, words }),
    'settings.set': (part) => ({ ...DEFAULT_SETTINGS, ...part }),
    'issue.open': () => ({
      file: ROW.file,
      source: { name: ROW.name, sha256: '', encoding: 'utf-8', bom: false, lineEnd: 'lf' },
      textUrl: `data:text/plain;charset=utf-8,${encodeURIComponent(issue.text)}`,
      length: issue.text.length,
      encodings: ['utf-8'],
    }),
    'issue.review': snapshot,
    'review.append': append,
    'review.retry': () => ({ seq: history.seq }),
  };

  return {
    calls,
    host: {
      async call<K extends CallName>(name: K, args: CallArgs<K>): Promise<CallResult<K>> {
        calls.push({ name, args });
        const answer = answers[name];
        if (!answer) throw new DeskError({ key: 'bad request', detail: name });
        // The table pairs names with arguments and results; TypeScript can't follow the pair.
        return (await answer(args as never)) as CallResult<K>;
      },
      on(name, listener) {
        const all = listeners.get(name) ?? new Set();
        listeners.set(name, all.add(listener));
        return () => all.delete(listener);
      },
    },
    history: () => history,
    entries: () => entries,
    failNext: (problem) => {
      failure = problem;
    },
    hold: () => {
      gate = new Promise((resolve) => {
        open = resolve;
      });
    },
    release: () => open(),
    emit: (name, event) => {
      for (const listener of listeners.get(name) ?? []) listener(event as never);
    },
    drift: take,
  };
}

/** Lets all that is under way come to rest. */
export const settled = () => new Promise((resolve) => setTimeout(resolve, 5));
