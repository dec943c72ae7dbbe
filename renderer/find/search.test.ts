import { describe, expect, it } from 'vitest';
import { matchesIn } from '../../shared/find/matches.ts';
import { type Ask, createSearch, type Thread } from './search.ts';

const ask = (text: string, texts = ['aba']): Ask => ({
  texts,
  query: { text, isRegExp: false, matchCase: true, wholeWord: false },
  replacement: '',
  most: 10,
});

/** Threads that answer at once, or never when they are asked for `z`; `loading`: they begin only after so many ms. */
function threads(loading = 0) {
  const ended: number[] = [];
  /** For each ask, whether the texts came with it. */
  const told: boolean[] = [];
  let started = 0;
  const start = (): Thread => {
    const number = ++started;
    let known: readonly string[] = [];
    const thread: Thread = {
      onmessage: null,
      onerror: null,
      postMessage: ({ texts, query, replacement, most }) => {
        told.push(texts !== null);
        known = texts ?? known;
        const asked = known;
        setTimeout(() => {
          thread.onmessage?.({ data: 'begun' });
          if (query.text !== 'z') thread.onmessage?.({ data: matchesIn(asked, query, replacement, most) });
        }, loading);
      },
      terminate: () => ended.push(number),
    };
    return thread;
  };
  return { start, ended, told };
}

describe('a thread that never comes', () => {
  /** Fails as a file that is missing does (`error`), says nothing for ever, or can't even be made. */
  const broken = (how: 'fails' | 'is silent' | 'throws') => {
    let started = 0;
    const ended: number[] = [];
    const start = (): Thread => {
      started++;
      if (how === 'throws') throw new Error('no workers here');
      const thread: Thread = {
        onmessage: null,
        onerror: null,
        postMessage: () => {
          if (how === 'fails') setTimeout(() => thread.onerror?.({ preventDefault: () => undefined }));
        },
        terminate: () => ended.push(started),
      };
      return thread;
    };
    return { start, ended, count: () => started };
  };

  it.each(['fails', 'is silent', 'throws'] as const)('is done without where the text is plain: it %s', async (how) => {
    const { start, ended, count } = broken(how);
    const search = createSearch(start, 5, 5);
    expect(await search(ask('a'))).toMatchObject({ ok: true, hits: { length: 2 } });
    expect(await search(ask('b'))).toMatchObject({ ok: true, hits: { length: 1 } });
    expect(count(), 'it is not waited for again').toBe(1);
    expect(ended).toEqual(how === 'throws' ? [] : [1]);
  });

  it.each(['fails', 'is silent', 'throws'] as const)('is said where an expression is asked for: it %s', async (how) => {
    const { start, count } = broken(how);
    const search = createSearch(start, 5, 5);
    const pattern = { ...ask('a+'), query: { ...ask('a+').query, isRegExp: true } };
    expect(await search(pattern)).toBe('no thread');
    expect(await search(pattern)).toBe('no thread');
    expect(count(), 'it is tried again: it may come yet').toBe(2);
  });

  it('leaves no answer to a search that was dropped meanwhile', async () => {
    const search = createSearch(broken('is silent').start, 5, 5);
    const first = search(ask('a'));
    expect(await search(ask('b'))).toMatchObject({ hits: { length: 1 } });
    expect(await first).toBeNull();
  });
});

describe('a search', () => {
  it('answers, and keeps its thread for the next', async () => {
    const { start, ended } = threads();
    const search = createSearch(start);
    expect(await search(ask('a'))).toMatchObject({ ok: true, hits: { length: 2 } });
    expect(await search(ask('b'))).toMatchObject({ ok: true, hits: { length: 1 } });
    expect(ended).toEqual([]);
  });

  it('tells the texts once, again when they are others, and to each new thread', async () => {
    const { start, told } = threads();
    const search = createSearch(start, 5);
    expect(await search(ask('a'))).toMatchObject({ hits: { length: 2 } });
    expect(await search(ask('b'))).toMatchObject({ hits: { length: 1 } });
    expect(await search(ask('b', ['bbb']))).toMatchObject({ hits: { length: 3 } });
    expect(await search(ask('b', ['bbb', 'b']))).toMatchObject({ hits: { length: 4 } });
    expect(await search(ask('z', ['bbb', 'b']))).toBe('too slow');
    expect(await search(ask('b', ['bbb', 'b']))).toMatchObject({ hits: { length: 4 } });
    expect(told).toEqual([true, false, true, true, false, true]);
  });

  it('that waits for its thread to be started is not too slow', async () => {
    const { start, ended } = threads(50);
    expect(await createSearch(start, 5)(ask('a'))).toMatchObject({ ok: true });
    expect(ended).toEqual([]);
  });

  it('that takes too long is ended; the next has a new thread', async () => {
    const { start, ended } = threads();
    const search = createSearch(start, 5);
    expect(await search(ask('z'))).toBe('too slow');
    expect(ended).toEqual([1]);
    expect(await search(ask('a'))).toMatchObject({ ok: true });
  });

  it('gives way to a new one', async () => {
    const { start, ended } = threads();
    const search = createSearch(start);
    const first = search(ask('z'));
    expect(await search(ask('a'))).toMatchObject({ ok: true });
    expect(await first).toBeNull();
    expect(ended).toEqual([1]);
  });
});
