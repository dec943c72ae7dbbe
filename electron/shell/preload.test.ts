/** 20: what the page gets is the bridge, and nothing of Electron. */
import { expect, test, vi } from 'vitest';
import type { Bridge } from '../../shared/contract/wire.ts';
import { CALL_CHANNEL, EVENT_CHANNEL } from './channels.ts';
import { ipcMain, mainWorld, renderer } from './testing/electron.ts';
import './preload.ts'; // runs once, as in a page

vi.mock('electron', async () => {
  const { module } = await import('./testing/electron.ts');
  return { ...module, default: module };
});

const bridge = () => mainWorld.galley as Bridge;

test('20: one name, two functions', () => {
  expect(Object.keys(mainWorld)).toEqual(['galley']);
  expect(Object.entries(bridge()).map(([name, value]) => [name, typeof value])).toEqual([
    ['call', 'function'],
    ['on', 'function'],
  ]);
});

test('a call goes over the one channel, whatever its name says', async () => {
  const heard: unknown[] = [];
  ipcMain.handle(CALL_CHANNEL, (_event, ...args) => heard.push(args));
  await bridge().call('app.info', {});
  await bridge().call('electron-store-get-data', null);
  expect(heard).toEqual([
    ['app.info', {}],
    ['electron-store-get-data', null],
  ]);
});

test('a listener gets the message and no event object, until it leaves', () => {
  const heard: unknown[][] = [];
  const leave = bridge().on((...args: unknown[]) => heard.push(args));
  const message = { event: 'review.saved', data: { file: 'f', seq: 1 } };
  renderer.emit(EVENT_CHANNEL, { sender: 'an event object' }, message);
  renderer.emit('another channel', {}, message);
  leave();
  renderer.emit(EVENT_CHANNEL, {}, message);
  expect(heard).toEqual([[message]]);
  expect(renderer.listenerCount(EVENT_CHANNEL)).toBe(0);
});
