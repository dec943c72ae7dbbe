import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { SettingsPort } from '../desk/settings.ts';
import { BrowserWindow, resetElectron, screen } from './testing/electron.ts';
import { bringForward, openWindow } from './window.ts';
import { restoreState } from './window-state.ts';

vi.mock('electron', async () => {
  const { module } = await import('./testing/electron.ts');
  return { ...module, default: module };
});

const memoryStore = (values: Record<string, unknown> = {}): SettingsPort & { values: Record<string, unknown> } => ({
  values,
  get: (key) => values[key],
  set: (key, value) => {
    values[key] = value;
  },
});
const SCREEN = [{ x: 0, y: 0, width: 1920, height: 1080 }];
const lastWindow = () => BrowserWindow.all[BrowserWindow.all.length - 1] as BrowserWindow;

beforeEach(() => {
  resetElectron();
  vi.useFakeTimers();
});
afterEach(() => vi.useRealTimers());

describe('the window', () => {
  test('loads our page with our preload, unseen until it has something to show', () => {
    openWindow({ preload: '/app/preload.cjs', store: memoryStore() });
    const window = lastWindow();
    expect(window.webContents.url).toBe('app://galley/');
    expect(window.options.show).toBe(false);
    expect(window.options.webPreferences).toMatchObject({ preload: '/app/preload.cjs', sandbox: true });
    expect(window.shown).toBe(false);
    window.emit('ready-to-show');
    expect(window.shown).toBe(true);
  });

  test('comes back where it was', () => {
    const bounds = { x: 200, y: 100, width: 1200, height: 800 };
    openWindow({ preload: '', store: memoryStore({ window: { bounds, maximized: true } }) });
    expect(lastWindow().options).toMatchObject(bounds);
    expect(lastWindow().maximized).toBe(true);
  });

  test('is remembered once it has settled, not at each move', () => {
    const store = memoryStore();
    const set = vi.spyOn(store, 'set');
    openWindow({ preload: '', store });
    for (let i = 0; i < 100; i++) {
      lastWindow().emit('move');
      vi.advanceTimersByTime(10);
    }
    expect(set).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1000);
    expect(set).toHaveBeenCalledTimes(1);
    expect(store.values.window).toEqual({ bounds: { x: 10, y: 20, width: 1000, height: 700 }, maximized: false });
  });

  test('is remembered when it closes in mid-move, and never after', () => {
    const store = memoryStore();
    const set = vi.spyOn(store, 'set');
    openWindow({ preload: '', store });
    lastWindow().emit('resize');
    lastWindow().emit('close');
    vi.advanceTimersByTime(5000);
    expect(set).toHaveBeenCalledTimes(1);
  });

  test('loads again when its page dies, but not for ever', () => {
    openWindow({ preload: '', store: memoryStore() });
    const { webContents } = lastWindow();
    for (let i = 0; i < 10; i++) webContents.emit('render-process-gone', {}, { reason: 'oom' });
    expect(webContents.reloads).toBe(3);
  });

  test('does not load again when its page ends as asked', () => {
    openWindow({ preload: '', store: memoryStore() });
    lastWindow().webContents.emit('render-process-gone', {}, { reason: 'clean-exit' });
    expect(lastWindow().webContents.reloads).toBe(0);
  });

  test('comes forward from the task bar', () => {
    const window = openWindow({ preload: '', store: memoryStore() });
    lastWindow().minimized = true;
    bringForward(window);
    expect([lastWindow().minimized, lastWindow().shown, lastWindow().focused]).toEqual([false, true, 1]);
  });
});

describe('a remembered place', () => {
  const saved = (bounds: object) => ({ bounds: { x: 0, y: 0, width: 1000, height: 700, ...bounds }, maximized: false });

  test.each([
    ['on the screen', saved({ x: 50, y: 60 }), { x: 50, y: 60, width: 1000, height: 700 }],
    ['mostly off the side, a hand reaches it', saved({ x: 1800 }), { x: 1800, y: 0, width: 1000, height: 700 }],
    ['on a screen that is gone', saved({ x: 3000 }), { width: 1000, height: 700 }],
    ['with its title above the screen', saved({ y: -300 }), { width: 1000, height: 700 }],
    ['with its title below the screen', saved({ y: 1079 }), { width: 1000, height: 700 }],
    ['too small', saved({ width: 10, height: 10, x: 500 }), { width: 900, height: 600 }],
    ['nothing', undefined, { width: 1440, height: 900 }],
    ['nonsense', { bounds: { x: 'left' } }, { width: 1440, height: 900 }],
    ['not a number', saved({ x: Number.NaN }), { width: 1440, height: 900 }],
  ])('%s', (_what, state, bounds) => {
    expect(restoreState(state, SCREEN).bounds).toEqual(bounds);
  });

  test('may be on the second screen', () => {
    const second = { x: -1920, y: 0, width: 1920, height: 1080 };
    expect(restoreState(saved({ x: -900 }), [...SCREEN, second]).bounds).toMatchObject({ x: -900 });
    expect(screen.getAllDisplays()).toHaveLength(1);
  });
});
