/**
 * Searching in a worker. A regular expression can take longer than the world lasts, `(a+)+$` for one; the worker that
 * runs it is then ended, and the window never waits.
 */
import { type Matches, matchesIn } from '../../shared/find/matches.ts';
import type { Query } from '../../shared/find/pattern.ts';

export interface Ask {
  readonly texts: readonly string[];
  readonly query: Query;
  readonly replacement: string;
  readonly most: number;
}

/**
 * What a search comes to; `null`: another was asked for before it was done. `no thread`: an expression can't be searched
 * for without one, since nothing could end it.
 */
export type Answer = Matches | 'too slow' | 'no thread' | null;

/** What the thread is told: the texts only where they are not those of the time before, which may be millions of characters. */
export type Told = Omit<Ask, 'texts'> & { readonly texts: Ask['texts'] | null };

/** What the thread says: that it begins with what it was asked, and what it found. */
export type Said = 'begun' | Matches;

/** A thread, as much of `Worker` as is used here. */
export interface Thread {
  postMessage(told: Told): void;
  terminate(): void;
  onmessage: ((event: { readonly data: Said }) => void) | null;
  onerror: ((event: { preventDefault(): void }) => void) | null;
}

/** Milliseconds that a search may take once it has begun: 200,000 lines take a tenth of it. */
const PATIENCE = 4000;
/** Milliseconds until a thread that says nothing is taken for lost: its file is gone, or something holds it back. */
const LOADING = 10_000;

/** Plain text is found without a thread too: that takes no longer than the text is long. */
const withoutThread = ({ texts, query, replacement, most }: Ask): Answer =>
  query.isRegExp ? 'no thread' : matchesIn(texts, query, replacement, most);

/**
 * One search at a time; a new one ends the one before it. Where the thread can't be had, plain text is searched for here
 * from then on; for an expression it is tried again each time.
 */
export function createSearch(
  start: () => Thread,
  patience = PATIENCE,
  loading = LOADING,
): (ask: Ask) => Promise<Answer> {
  let thread: Thread | null = null;
  /** What the thread has. */
  let known: Ask['texts'] | null = null;
  /** Ends the search that is under way. */
  let drop: (() => void) | null = null;
  let isLost = false;

  const started = (): Thread | null => {
    try {
      return start();
    } catch {
      return null; // a window without workers
    }
  };

  const askThread = (own: Thread, ask: Ask): Promise<Answer> =>
    new Promise((resolve) => {
      const done = (answer: Answer, isOver: boolean) => {
        clearTimeout(timer);
        drop = null;
        own.onmessage = null;
        own.onerror = null;
        if (isOver) {
          own.terminate();
          thread = null;
          known = null;
        }
        resolve(answer);
      };
      const lose = () => {
        isLost = true;
        done(withoutThread(ask), true);
      };
      let timer = setTimeout(lose, loading);
      drop = () => done(null, true);
      own.onmessage = ({ data }) => {
        // A thread that is only being started is not slow: on a busy machine that takes its time.
        if (data !== 'begun') return done(data, false);
        clearTimeout(timer);
        isLost = false;
        timer = setTimeout(() => done('too slow', true), patience);
      };
      own.onerror = (event) => {
        event.preventDefault();
        lose();
      };
      const isKnown = known !== null && isSame(known, ask.texts);
      known = ask.texts;
      own.postMessage({ ...ask, texts: isKnown ? null : ask.texts });
    });

  return async (ask) => {
    drop?.();
    if (isLost && !ask.query.isRegExp) return withoutThread(ask);
    thread ??= started();
    if (thread) return askThread(thread, ask);
    isLost = true;
    return withoutThread(ask);
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
