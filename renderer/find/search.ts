/**
 * Searching in a worker. A regular expression can take longer than the world lasts, `(a+)+$` for one; the worker that
 * runs it is then ended, and the window never waits.
 */
import type { Matches } from '../../shared/find/matches.ts';
import type { Query } from '../../shared/find/pattern.ts';

export interface Ask {
  readonly texts: readonly string[];
  readonly query: Query;
  readonly replacement: string;
  readonly most: number;
}

/** What a search comes to; `null`: another was asked for before it was done. */
export type Answer = Matches | 'too slow' | null;

/** What the thread is told: the texts only where they are not those of the time before, which may be millions of characters. */
export type Told = Omit<Ask, 'texts'> & { readonly texts: Ask['texts'] | null };

/** What the thread says: that it begins with what it was asked, and what it found. */
export type Said = 'begun' | Matches;

/** A thread, as much of `Worker` as is used here. */
export interface Thread {
  postMessage(told: Told): void;
  terminate(): void;
  onmessage: ((event: { readonly data: Said }) => void) | null;
}

/** Milliseconds that a search may take once it has begun: 200,000 lines take a tenth of it. */
const PATIENCE = 4000;

/** One search at a time; a new one ends the one before it. */
export function createSearch(start: () => Thread, patience = PATIENCE): (ask: Ask) => Promise<Answer> {
  let thread: Thread | null = null;
  /** What the thread has. */
  let known: Ask['texts'] | null = null;
  /** Ends the search that is under way. */
  let drop: (() => void) | null = null;
  return (ask) => {
    drop?.();
    return new Promise((resolve) => {
      thread ??= start();
      const own = thread;
      let timer: ReturnType<typeof setTimeout> | undefined;
      const done = (answer: Answer, isOver: boolean) => {
        clearTimeout(timer);
        drop = null;
        own.onmessage = null;
        if (isOver) {
          own.terminate();
          thread = null;
          known = null;
        }
        resolve(answer);
      };
      drop = () => done(null, true);
      own.onmessage = ({ data }) => {
        // A thread that is only being started is not slow: on a busy machine that takes its time.
        if (data === 'begun') timer = setTimeout(() => done('too slow', true), patience);
        else done(data, false);
      };
      const isKnown = known !== null && isSame(known, ask.texts);
      known = ask.texts;
      own.postMessage({ ...ask, texts: isKnown ? null : ask.texts });
    });
  };
}

/** Texts that did not change are the same strings: they are told apart without being read. */
const isSame = (a: Ask['texts'], b: Ask['texts']): boolean =>
  a.length === b.length && a.every((text, i) => text === b[i]);

/** The window's own search. */
export const search = createSearch(() => {
  const worker = new Worker(new URL('./search.worker.ts', import.meta.url), { type: 'module' });
  return worker as unknown as Thread; // `Worker.onmessage` is written for any data; it only gets what is said
});
