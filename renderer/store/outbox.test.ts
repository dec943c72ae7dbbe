import { describe, expect, it } from 'vitest';
import { DeskError, type Problem } from '../../shared/contract/contract.ts';
import type { Change } from '../../shared/journal/entry.ts';
import { advance, type History, startHistory } from '../../shared/journal/history.ts';
import { page } from '../testing/page.ts';
import { createOutbox, type OutboxPorts, type Saving, type Unsaved } from './outbox.ts';

const PAGE = page(`
  a1 body 一
  a1 body 二
  a2 body 三
`);
const START = startHistory(PAGE.issue, PAGE.proposal);
const change = (state: 'settled' | 'in review'): Change => ({
  group: 1,
  edit: { kind: 'setState', article: 'a1', state },
});

/** Changes that follow one another, and the states they lead to. */
function steps(count: number): readonly Unsaved[] {
  const made: Unsaved[] = [];
  let history: History = START;
  for (let i = 0; i < count; i++) {
    const next = change(i % 2 === 0 ? 'settled' : 'in review');
    const advanced = advance(history, next);
    if (!advanced.ok) throw new Error(advanced.why);
    history = advanced.history;
    made.push({ change: next, after: history });
  }
  return made;
}

const digestOf = (history: History) => `digest of ${history.seq}`;
const rest = () => new Promise((resolve) => setTimeout(resolve, 0));

/** An outbox whose sends answer as told, one after the other; `undefined`: acknowledged. */
function outbox(answers: (Problem | undefined)[] = [], more: Partial<OutboxPorts> = {}) {
  const sent: { first: number; count: number }[] = [];
  const told: Saving[] = [];
  const back: number[] = [];
  const drifted: (readonly Unsaved[])[] = [];
  const box = createOutbox(START, {
    async send(first, changes) {
      sent.push({ first, count: changes.length });
      await rest();
      const problem = answers.shift();
      if (problem) throw new DeskError(problem);
      const seq = first + changes.length - 1;
      return { seq, digest: `digest of ${seq}` };
    },
    retry: async () => ({ seq: 0 }),
    digestOf,
    changed: (saving) => told.push(saving),
    rolledBack: (history) => back.push(history.seq),
    drifted: (_problem, unsaved) => drifted.push(unsaved),
    ...more,
  });
  const settle = async () => {
    for (let i = 0; i < 20; i++) await rest();
  };
  return { box, sent, told, back, drifted, settle, last: () => told.at(-1) };
}

describe('the outbox', () => {
  it('sends one call at a time, what waits together, and ends saved', async () => {
    const { box, sent, settle, last } = outbox();
    const [one, ...others] = steps(5);
    if (one) box.push([one]);
    for (const other of others) box.push([other]);
    await settle();
    expect(sent).toEqual([
      { first: 1, count: 1 },
      { first: 2, count: 4 },
    ]);
    expect(last()).toEqual({ state: 'saved', seq: 5, owed: 0, problem: null });
  });

  it('does not send again what the desk holds in memory after a full disk', async () => {
    const { box, sent, settle, last } = outbox([{ key: 'disk full' }], { retry: async () => ({ seq: 2 }) });
    box.push(steps(2));
    await settle();
    expect(last()).toMatchObject({ state: 'failed', seq: 0, owed: 2, problem: { key: 'disk full' } });
    await box.retry();
    await settle();
    expect(sent).toEqual([{ first: 1, count: 2 }]);
    expect(last()).toEqual({ state: 'saved', seq: 2, owed: 0, problem: null });
  });

  it('goes on with later changes while earlier ones are owed', async () => {
    const { box, sent, settle, last } = outbox([{ key: 'disk full' }]);
    const made = steps(3);
    box.push(made.slice(0, 2));
    await settle();
    box.push(made.slice(2));
    await settle();
    expect(sent).toEqual([
      { first: 1, count: 2 },
      { first: 3, count: 1 },
    ]);
    expect(last()).toMatchObject({ state: 'saved', seq: 3 });
  });

  it('sends again what the desk may not have got', async () => {
    const { box, sent, settle, last } = outbox([{ key: 'host gone' }]);
    box.push(steps(2));
    await settle();
    expect(last()).toMatchObject({ state: 'failed', owed: 2 });
    await box.retry();
    await settle();
    expect(sent).toEqual([
      { first: 1, count: 2 },
      { first: 1, count: 2 },
    ]);
    expect(last()).toMatchObject({ state: 'saved', seq: 2 });
  });

  it('goes back to what is acknowledged when a change is refused', async () => {
    const { box, back, settle, last } = outbox([undefined, { key: 'refused' }]);
    const made = steps(2);
    box.push(made.slice(0, 1));
    await settle();
    box.push(made.slice(1));
    await settle();
    expect(back).toEqual([1]);
    expect(last()).toEqual({ state: 'saved', seq: 1, owed: 0, problem: null });
  });

  it('gives up when the digests differ, and hands over what is not acknowledged', async () => {
    const { box, drifted, settle } = outbox([], { digestOf: () => 'another' });
    const made = steps(3);
    box.push(made.slice(0, 1));
    box.push(made.slice(1));
    await settle();
    expect(drifted.map((unsaved) => unsaved.map(({ after }) => after.seq))).toEqual([[2, 3]]);
  });

  it('hands over what is not acknowledged when another has taken the review over', async () => {
    const { box, drifted, back, settle } = outbox([undefined, { key: 'read only review' }]);
    const [one, two, three] = steps(3);
    if (one) box.push([one]);
    await settle();
    for (const other of [two, three]) if (other) box.push([other]);
    await settle();
    expect(drifted).toEqual([[two, three]]);
    expect(back).toEqual([]);
  });

  it('takes note of what the desk saved and failed to save by itself', async () => {
    const { box, settle, last } = outbox([{ key: 'not writable' }]);
    box.push(steps(2));
    await settle();
    box.failed({ key: 'folder gone' });
    expect(last()?.problem?.key).toBe('folder gone');
    box.saved(1);
    expect(last()).toMatchObject({ state: 'failed', seq: 1, owed: 1 });
    box.saved(2);
    expect(last()).toMatchObject({ state: 'saved', seq: 2, owed: 0 });
  });

  it('says nothing after it is closed', async () => {
    const { box, told, settle } = outbox();
    box.push(steps(1));
    box.close();
    const count = told.length;
    await settle();
    box.saved(1);
    box.failed({ key: 'disk full' });
    expect(told).toHaveLength(count);
  });
});
