/** Both ways from the window to the desk pass the same tests: every call, error and event, and the desk's death. */
import { afterEach, describe, expect, test, vi } from 'vitest';
import { WebSocket } from 'ws';
import { listen } from '../../electron/host/listen.ts';
import { emitToWindows, serveCalls } from '../../electron/shell/ipc.ts';
import { MENU } from '../../electron/shell/menu.ts';
import * as electron from '../../electron/shell/testing/electron.ts';
import { DeskError, EVENTS, type Events, type Host } from '../../shared/contract/contract.ts';
import type { Bridge, Emit } from '../../shared/contract/wire.ts';
import { CALL_NAMES, createStandIn, SAMPLE_ARGS, type StandIn } from '../../shared/testing/stand-in-desk.ts';
import { commandOf } from '../commands/table.ts';
import { bridgeHost } from './bridge.ts';
import { socketHost } from './socket.ts';

vi.mock('electron', async () => {
  const { module } = await import('../../electron/shell/testing/electron.ts');
  return { ...module, default: module };
});

interface Wire {
  readonly host: Host;
  readonly emit: Emit;
  /** The desk's process ends, without a word. */
  readonly die: () => Promise<void>;
}

/** A browser's part: goes in by the address, keeps the cookie, opens the socket. */
async function socketWire({ service }: StandIn): Promise<Wire> {
  const desk = await listen({ service, dataAt: async () => null, root: '/nowhere' });
  const entered = await fetch(desk.url, { redirect: 'manual' });
  const { origin, host } = new URL(desk.url);
  const cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? '';
  const socket = new WebSocket(`ws://${host}/desk`, { headers: { cookie }, origin });
  const wire: Wire = { host: socketHost(socket), emit: desk.emit, die: () => desk.close() };
  cleanUps.push(async () => {
    socket.terminate();
    await desk.close().catch(() => undefined); // a test may have closed it
  });
  return wire;
}

async function ipcWire({ service }: StandIn): Promise<Wire> {
  electron.resetElectron();
  vi.resetModules();
  await import('../../electron/shell/preload.ts');
  new electron.BrowserWindow();
  serveCalls(service);
  return {
    host: bridgeHost(electron.mainWorld.galley as Bridge),
    emit: emitToWindows,
    async die() {
      electron.renderer.dead = true;
      electron.renderer.emit('galley:event', {}, { event: 'host.gone', data: {} });
    },
  };
}

const cleanUps: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0)) await cleanUp();
});

const failure = (promise: Promise<unknown>) =>
  promise.then(
    () => null,
    (error: unknown) => (error instanceof DeskError ? error.problem : error),
  );

const SAMPLE_EVENTS: { readonly [K in keyof Events]: Events[K] } = {
  'issue.progress': { file: 'f-1', done: 0.25 },
  'review.failed': { file: 'f-1', seq: 3, owed: 2, problem: { key: 'disk full', values: { when: '10:42' } } },
  'review.saved': { file: 'f-1', seq: 5 },
  'issue.changedOnDisk': { file: 'f-1', how: 'gone' },
  'review.followed': { file: 'f-1', entries: [{ seq: 1, at: '2026-11-25T00:00:00Z', by: '编辑', undo: [1] }] },
  'menu.command': { command: 'review.undo' },
  'issues.opened': { issues: [] },
  'archive.changed': { name: '吕梁', folder: '/吕梁', issues: 3, reading: { done: 1, of: 3 }, notice: null },
  'batch.changed': {
    id: 'b-1',
    kind: 'segment',
    state: 'running',
    of: 3,
    done: 1,
    already: 0,
    failed: 1,
    secondsLeft: 4,
    failures: [{ path: 'a.txt', problem: { key: 'empty' } }],
    out: null,
    profile: null,
    isDry: false,
    report: null,
  },
  'host.gone': {},
};

describe.each([
  ['WebSocket', socketWire],
  ['Electron IPC', ipcWire],
])('the desk over %s', (_name, connect) => {
  test.each(CALL_NAMES)('%s: arguments and result arrive as they were', async (name) => {
    const desk = createStandIn();
    const { host } = await connect(desk);
    const result = { seq: 7, nested: [null, { 字: '\u{20BB7}', empty: '' }], digest: 'd', zero: 0, no: false };
    desk.respond = () => result;
    await expect(host.call(name, SAMPLE_ARGS[name] as never)).resolves.toEqual(result);
    expect(desk.asked).toEqual([{ name, args: SAMPLE_ARGS[name] }]);
  });

  test('a call without a result gives null', async () => {
    const desk = createStandIn();
    const { host } = await connect(desk);
    desk.respond = () => undefined;
    await expect(host.call('issue.close', { file: 'f-1' })).resolves.toBeNull();
  });

  test('replies find their calls, in whatever order they come', async () => {
    const desk = createStandIn();
    const { host } = await connect(desk);
    let release = () => {};
    const later = new Promise<void>((resolve) => {
      release = resolve;
    });
    desk.respond = async (name) => {
      if (name === 'issue.review') await later;
      return name;
    };
    const order: unknown[] = [];
    const note = (value: unknown) => void order.push(value);
    const slow = host.call('issue.review', { file: 'f-1' }).then(note);
    const quick = host.call('issues.list', {}).then(note);
    await quick;
    release();
    await slow;
    expect(order).toEqual(['issues.list', 'issue.review']);
  });

  test('calls reach the desk in the order they were made', async () => {
    const desk = createStandIn();
    const { host } = await connect(desk);
    desk.respond = () => null;
    const firsts = Array.from({ length: 200 }, (_, i) => i + 1);
    await Promise.all(
      firsts.map((first) => host.call('review.append', { file: 'f-1', first, changes: [{ undo: [1] }] })),
    );
    expect(desk.asked.map(({ args }) => (args as { first: number }).first)).toEqual(firsts);
  });

  test("the desk's problem arrives whole, an unexpected error as internal", async () => {
    const desk = createStandIn();
    const { host } = await connect(desk);
    const problem = { key: 'disk full', values: { saved: '10:42', owed: 3 }, detail: 'ENOSPC' } as const;
    desk.respond = () => {
      throw new DeskError(problem);
    };
    expect(await failure(host.call('issues.list', {}))).toEqual(problem);
    desk.respond = () => {
      throw new TypeError('x is not a function');
    };
    expect(await failure(host.call('issues.list', {}))).toEqual({ key: 'internal', detail: 'x is not a function' });
  });

  test.each([
    ['no such call', 'issue.delete', {}],
    ['an inherited name', 'constructor', {}],
    ['another inherited name', '__proto__', {}],
    ['a missing argument', 'issue.open', {}],
    ['an argument too many', 'issues.list', { path: '/etc/passwd' }],
    ['a path for a file id', 'issue.open', { file: '../../etc/passwd' }],
    ['no arguments at all', 'app.info', null],
    [
      'an edit of no kind',
      'review.append',
      { file: 'f', first: 1, changes: [{ group: 1, edit: { kind: 'restore' } }] },
    ],
  ])('%s is refused at the border', async (_what, name, args) => {
    const desk = createStandIn();
    const { host } = await connect(desk);
    expect(await failure(host.call(name as never, args as never))).toMatchObject({ key: 'bad request' });
    expect(desk.asked).toEqual([]);
  });

  test.each(EVENTS.filter((name) => name !== 'host.gone'))(
    'event %s arrives once, until its listener leaves',
    async (name) => {
      const desk = createStandIn();
      const { host, emit } = await connect(desk);
      await host.call('issues.list', {}); // the wire is up
      const heard: unknown[] = [];
      const leave = host.on(name, (data) => heard.push(data));
      const other = vi.fn();
      host.on(name === 'review.saved' ? 'issue.progress' : 'review.saved', other);
      emit(name, SAMPLE_EVENTS[name]);
      await vi.waitFor(() => expect(heard).toEqual([SAMPLE_EVENTS[name]]));
      leave();
      emit(name, SAMPLE_EVENTS[name]);
      await host.call('issues.list', {});
      expect(heard).toHaveLength(1);
      expect(other).not.toHaveBeenCalled();
    },
  );

  test('when the desk dies, pending and later calls fail at once, and the event says so once', async () => {
    const desk = createStandIn();
    const { host, die } = await connect(desk);
    await host.call('issues.list', {});
    desk.respond = () => new Promise(() => {});
    const gone = vi.fn();
    host.on('host.gone', gone);
    const pending = [host.call('issue.review', { file: 'f-1' }), host.call('app.info', {})].map(failure);
    await die();
    expect(await Promise.all(pending)).toEqual([{ key: 'host gone' }, { key: 'host gone' }]);
    expect(await failure(host.call('issues.list', {}))).toEqual({ key: 'host gone' });
    expect(gone).toHaveBeenCalledTimes(1);
  });
});

test.each(
  MENU.flatMap(({ items }) =>
    items.flatMap((item) => (typeof item === 'object' && 'command' in item ? [item.command] : [])),
  ),
)("the native menu's %s is a command of the window", (command) => {
  expect(commandOf(command)).toBeDefined();
});
