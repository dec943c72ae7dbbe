import { describe, expect, it, vi } from 'vitest';
import type { Host } from '../../shared/contract/contract.ts';
import type { Edit } from '../../shared/edits/edit.ts';
import { digestOf } from '../../shared/journal/digest.ts';
import type { Entry } from '../../shared/journal/entry.ts';
import { advance } from '../../shared/journal/history.ts';
import { linesSpan } from '../../shared/model/lines.ts';
import { findArticle, ownerAt, ownersOf } from '../../shared/model/owners.ts';
import { settled, standIn } from '../testing/host.ts';
import { page } from '../testing/page.ts';
import { createDesk } from './desk.ts';

const PAGE = page(`
  a1 body      本报讯 近日，记者在全
  a1 body      市妇女工作会上获悉。
  a1 headline  全市妇女工作会召开
  a2 body      本报讯 市医院成立。
  a2 body      各界人士到场祝贺。
  a2 headline  市医院成立
`);

const line = (number: number) => linesSpan(PAGE.issue.lines, number, number);
const give = (number: number, article: string): Edit => ({
  kind: 'assign',
  span: line(number),
  to: { article, role: 'body' },
});

async function opened() {
  const far = standIn(PAGE);
  const desk = createDesk();
  await desk.connect(far.host);
  await settled();
  const review = () => {
    const { history } = desk.store.getState();
    if (!history) throw new Error('nothing is open');
    return history.review;
  };
  return { far, desk, review, state: desk.store.getState };
}

describe('opening', () => {
  it('shows the first article of what was asked for and selects its first line', async () => {
    const { state } = await opened();
    expect(state().phase).toBe('ready');
    expect(state().article).toBe('a1');
    expect(state().selection?.unit).toBe('line');
    expect(state().issue?.text).toBe(PAGE.issue.text);
  });

  it.each([
    { isSample: true, phase: 'ready', dialog: null },
    { isSample: false, phase: 'start', dialog: { kind: 'issues' } },
  ])('of several issues shows the first if they are the samples, else asks: $isSample', async (expected) => {
    const { isSample, phase, dialog } = expected;
    const far = standIn(PAGE);
    const info = await far.host.call('app.info', {});
    const [row] = info.opened;
    const several = { ...info, isSample, opened: row ? [row, { ...row, name: 'other.txt' }] : [] };
    const desk = createDesk();
    // The table of calls pairs names with results; TypeScript can't follow the pair.
    const call: Host['call'] = (name, args) =>
      name === 'app.info' ? Promise.resolve(several as never) : far.host.call(name, args);
    await desk.connect({ ...far.host, call });
    await settled();
    expect(desk.store.getState()).toMatchObject({ phase, dialog });
  });

  it('says why an issue could not be opened', async () => {
    const far = standIn(PAGE);
    const other = createDesk();
    await other.connect({
      ...far.host,
      call: (name, args) => (name === 'issue.open' ? Promise.reject(new Error('no disk')) : far.host.call(name, args)),
    });
    expect(other.store.getState().phase).toBe('failed');
    expect(other.store.getState().problem?.key).toBe('internal');
  });
});

describe('a long journal', () => {
  const LONG = 50;
  const entries: readonly Entry[] = Array.from({ length: LONG }, (_, i) => ({
    seq: i + 1,
    at: '2026-11-25T00:00:00.000Z',
    by: 'Li',
    group: i,
    edit: { kind: 'setMasthead', field: 'pages', value: `${i}` },
  }));

  /** A desk that has so many edits to replay, each of which takes it a whole second; `begun` when it has them. */
  async function openingLong() {
    let seconds = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => 1000 * seconds++);
    const far = standIn(PAGE);
    const after = entries.reduce((history, entry) => {
      const advanced = advance(history, entry);
      if (!advanced.ok) throw new Error(advanced.why);
      return advanced.history;
    }, far.history());
    const snapshot = { proposal: PAGE.proposal, entries, seq: LONG, readOnly: null, notices: [] };
    const desk = createDesk();
    const begun = Promise.withResolvers<void>();
    const call: Host['call'] = async (name, args) => {
      if (name !== 'issue.review' && name !== 'issue.cancel') return far.host.call(name, args);
      if (name === 'issue.review') begun.resolve();
      // The contract says what these calls give.
      return (name === 'issue.review' ? { ...snapshot, digest: digestOf(after.review) } : null) as never;
    };
    return { desk, connected: desk.connect({ ...far.host, call }), begun: begun.promise, after };
  }

  it('is replayed whole, and other work comes in between', async () => {
    const { desk, connected, begun, after } = await openingLong();
    const ready: boolean[] = [];
    await begun;
    const timer = setInterval(() => ready.push(desk.store.getState().phase === 'ready'), 1);
    await connected;
    clearInterval(timer);
    expect(ready).toContain(false);
    expect(desk.store.getState()).toMatchObject({ phase: 'ready', history: { seq: LONG } });
    expect(digestOf(desk.store.getState().history?.review ?? PAGE.review)).toBe(digestOf(after.review));
  });

  it('is given up when that is asked for', async () => {
    const { desk, connected, begun } = await openingLong();
    await begun;
    await desk.cancel();
    await connected;
    expect(desk.store.getState()).toMatchObject({ phase: 'failed', problem: { key: 'cancelled' }, history: null });
  });
});

it('an opening that is given up late does not take the next one with it', async () => {
  const far = standIn(PAGE);
  const desk = createDesk();
  const gates = { opened: Promise.withResolvers<void>(), review: Promise.withResolvers<void>() };
  const cancelled = Promise.withResolvers<void>();
  let opens = 0;
  const call: Host['call'] = async (name, args) => {
    if (name === 'issue.open' && ++opens === 1) await gates.opened.promise;
    if (name === 'issue.review') await gates.review.promise;
    if (name !== 'issue.cancel') return far.host.call(name, args);
    await cancelled.promise;
    return null as never; // as the contract says of this call
  };
  void desk.connect({ ...far.host, call });
  await settled();
  const cancelling = desk.cancel();
  const next = desk.openIssue('f1');
  await settled();
  cancelled.resolve();
  await cancelling;
  gates.review.resolve();
  await next;
  expect(desk.store.getState()).toMatchObject({ phase: 'ready', problem: null });
});

describe('editing', () => {
  it('shows an edit at once and says saved when it is on disk', async () => {
    const { far, desk, review, state } = await opened();
    far.hold();
    expect(desk.edit([give(4, 'a1')])).toBe(true);
    expect(ownerAt(ownersOf(review()), line(4).from)?.article).toBe('a1');
    expect(state().saving.state).toBe('saving');
    far.release();
    await settled();
    expect(state().saving).toMatchObject({ state: 'saved', seq: 1, owed: 0 });
    expect(far.entries()).toHaveLength(1);
  });

  it('keeps one call under way and sends what came meanwhile together, in order', async () => {
    const { far, desk, review } = await opened();
    far.hold();
    for (const number of [4, 5, 2]) desk.edit([give(number, number === 2 ? 'a2' : 'a1')]);
    far.release();
    await settled();
    const appends = far.calls.filter((call) => call.name === 'review.append');
    expect(appends.map(({ args }) => (args as { changes: unknown[] }).changes.length)).toEqual([1, 2]);
    expect(far.history().review).toEqual(review());
  });

  it('makes all edits of a gesture or none', async () => {
    const { desk, review, state } = await opened();
    const before = review();
    expect(desk.edit([give(4, 'a1'), { kind: 'merge', article: 'a9', into: 'a1' }])).toBe(false);
    expect(review()).toBe(before);
    expect(state().message).toMatchObject({ tone: 'refused', key: 'refused.no such article' });
  });

  it('goes back to what is on disk when the desk refuses, and says so', async () => {
    const { far, desk, review, state } = await opened();
    const before = review();
    far.failNext({ key: 'refused' });
    desk.edit([give(4, 'a1')]);
    await settled();
    expect(review()).toBe(before);
    expect(state().message).toMatchObject({ tone: 'problem', key: 'problem.refused' });
    desk.edit([give(5, 'a1')]);
    await settled();
    expect(far.history().review).toEqual(review());
    expect(state().saving).toMatchObject({ state: 'saved', seq: 1 });
  });

  it('keeps what could not be written, and saves it on retry', async () => {
    const { far, desk, review, state } = await opened();
    far.failNext({ key: 'internal' });
    desk.edit([give(4, 'a1')]);
    await settled();
    expect(state().saving).toMatchObject({ state: 'failed', owed: 1, problem: { key: 'internal' } });
    expect(ownerAt(ownersOf(review()), line(4).from)?.article).toBe('a1');
    await desk.retry();
    await settled();
    expect(state().saving).toMatchObject({ state: 'saved', seq: 1, owed: 0 });
    expect(far.history().review).toEqual(review());
  });

  it("takes the desk's review when the two have drifted apart, and says so", async () => {
    const { far, desk, review, state } = await opened();
    far.drift({ group: 1, edit: give(2, 'a2') });
    desk.edit([give(4, 'a1')]);
    await settled();
    expect(far.history().review).toEqual(review());
    expect(state().message?.key).toBe('problem.out of step');
  });

  it('shows what stands in its place when the shown article is merged away', async () => {
    const { desk, state } = await opened();
    desk.showArticle('a2');
    desk.edit([{ kind: 'merge', article: 'a2', into: 'a1' }]);
    expect(state().article).toBe('a1');
  });
});

describe('undo', () => {
  it('takes back a gesture, shows the place and names the act', async () => {
    const { desk, review, state } = await opened();
    const before = review();
    desk.edit([give(4, 'a1'), give(5, 'a1')]);
    desk.undo();
    expect(review()).toEqual(before);
    expect(state().message).toMatchObject({ key: 'done.undo', values: { act: 'act.assign', line: 4 } });
    expect(state().selection?.span.from).toBe(line(4).from);
    desk.redo();
    expect(ownerAt(ownersOf(review()), line(5).from)?.article).toBe('a1');
  });

  it('says that there is nothing to take back', async () => {
    const { desk, state } = await opened();
    desk.undo();
    expect(state().message).toMatchObject({ tone: 'refused', key: 'refused.nothing to undo' });
  });

  it('takes back gestures one by one, each group apart', async () => {
    const { desk, review } = await opened();
    const group = desk.newGroup();
    desk.edit([give(4, 'a1')], { group });
    desk.edit([give(5, 'a1')], { group });
    desk.edit([{ kind: 'setState', article: 'a1', state: 'settled' }]);
    desk.undo();
    expect(findArticle(review(), 'a1')?.state).toBe('in review');
    desk.undo();
    expect(review()).toEqual(PAGE.review);
  });
});

describe('the journal', () => {
  const numbers = ({ state }: Pick<Awaited<ReturnType<typeof opened>>, 'state'>) =>
    state().entries.map(({ seq, by }) => [seq, by]);

  it('grows with each change, by whom the settings say', async () => {
    const here = await opened();
    here.desk.edit([give(3, 'a2'), give(6, 'a1')]);
    here.desk.undo();
    expect(numbers(here)).toEqual([
      [1, 'Li'],
      [2, 'Li'],
      [3, 'Li'],
    ]);
    expect(here.state().entries.every(({ at }) => !Number.isNaN(Date.parse(at)))).toBe(true);
  });

  it('loses what the desk refused', async () => {
    const here = await opened();
    here.desk.edit([give(3, 'a2')]);
    await settled();
    here.far.failNext({ key: 'refused' });
    here.desk.edit([give(6, 'a1')]);
    expect(numbers(here)).toHaveLength(2);
    await settled();
    expect(numbers(here)).toEqual([[1, 'Li']]);
  });

  it('takes the entries of another process with their names', async () => {
    const here = await opened();
    const entry = { group: 0, edit: give(3, 'a2'), seq: 1, at: '2026-11-25T08:00:00.000Z', by: '王' };
    here.far.emit('review.followed', { file: 'f1', entries: [entry] });
    expect(here.state().entries).toEqual([entry]);
  });

  it('leads back to any point and on again with one sentence, by the records that undo and redo make', async () => {
    const { desk, far, review, state } = await opened();
    const proposed = review();
    desk.edit([give(3, 'a2')]);
    desk.edit([give(6, 'a1')]);
    const worked = review();
    desk.goTo(0);
    expect(review()).toEqual(proposed);
    expect(state().message).toMatchObject({ key: 'done.wentBack', values: { count: 2, line: 3 } });
    desk.goTo(2);
    expect(review()).toEqual(worked);
    expect(state().message).toMatchObject({ key: 'done.wentOn', values: { count: 2 } });
    await settled();
    expect(far.entries().slice(2)).toMatchObject([{ undo: [2] }, { undo: [1] }, { redo: [1] }, { redo: [2] }]);
  });

  it('does not lead to where the review is, nor to what was replaced', async () => {
    const { desk, state } = await opened();
    desk.edit([give(3, 'a2')]);
    desk.goTo(1);
    expect(state().message).toMatchObject({ tone: 'refused', key: 'refused.already there' });
    desk.undo();
    desk.edit([give(6, 'a1')]);
    desk.goTo(1);
    expect(state().message).toMatchObject({ tone: 'refused', key: 'refused.no way there' });
    expect(state().history?.seq).toBe(3);
  });
});
