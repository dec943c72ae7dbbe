import { beforeEach, describe, expect, test, vi } from 'vitest';
import { createStandIn } from '../../shared/testing/stand-in-desk.ts';
import { CALL_CHANNEL, EVENT_CHANNEL } from './channels.ts';
import { emitToWindows, serveCalls } from './ipc.ts';
import { BrowserWindow, frame, ipcMain, renderer, resetElectron } from './testing/electron.ts';

vi.mock('electron', async () => {
  const { module } = await import('./testing/electron.ts');
  return { ...module, default: module };
});

beforeEach(resetElectron);

describe('17: calls', () => {
  test.each([
    ['a frame in our page', { parent: { url: 'app://galley/' }, url: 'app://galley/' }],
    ['another page', { parent: null, url: 'https://evil.example/' }],
    ['another host of our scheme', { parent: null, url: 'app://evil/' }],
    ['a file', { parent: null, url: 'file:///tmp/page.html' }],
  ])('of %s reach no service', async (_who, sender) => {
    const { service, asked } = createStandIn();
    serveCalls(service);
    Object.assign(frame, sender);
    const reply = await renderer.invoke(CALL_CHANNEL, 'app.info', {});
    expect(reply).toEqual({ ok: false, problem: { key: 'bad request', detail: 'not our page' } });
    expect(asked).toEqual([]);
  });

  test('are the only thing that is handled', () => {
    serveCalls(createStandIn().service);
    expect([...ipcMain.handlers.keys()]).toEqual([CALL_CHANNEL]);
    expect(ipcMain.eventNames()).toEqual([]);
  });
});

test('events go to every window that is still there', () => {
  const [first, gone, third] = [new BrowserWindow(), new BrowserWindow(), new BrowserWindow()];
  gone.destroyed = true;
  emitToWindows('review.saved', { file: 'f', seq: 1 });
  const sent = { channel: EVENT_CHANNEL, message: { event: 'review.saved', data: { file: 'f', seq: 1 } } };
  expect(first.webContents.sent).toEqual([sent]);
  expect(third.webContents.sent).toEqual([sent]);
  expect(gone.webContents.sent).toEqual([]);
});
