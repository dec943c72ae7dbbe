/** The desk's window. */
import { BrowserWindow, screen } from 'electron';
import type { SettingsPort } from '../desk/settings.ts';
import { createRateLimit } from '../host/rate.ts';
import { type Log, NO_LOG } from '../log/log.ts';
import { PAGE_URL, webPreferences } from './security.ts';
import { MIN_SIZE, readState, rememberState } from './window-state.ts';

export interface WindowOptions {
  /** Path of the built preload script. */
  readonly preload: string;
  readonly store: SettingsPort;
  readonly log?: Log;
}

/** A page that dies is loaded again, but not for ever: three times at once, then once a minute. */
const RELOADS = { burst: 3, perSecond: 1 / 60 };

/** Opens the window; it is shown when it has something to show. */
export function openWindow({ preload, store, log = NO_LOG }: WindowOptions): BrowserWindow {
  const { bounds, maximized } = readState(
    store,
    screen.getAllDisplays().map((display) => display.workArea),
  );
  const window = new BrowserWindow({
    ...bounds,
    minWidth: MIN_SIZE.width,
    minHeight: MIN_SIZE.height,
    title: 'Galley',
    show: false,
    webPreferences: webPreferences(preload),
  });
  if (maximized) window.maximize();
  window.once('ready-to-show', () => window.show());
  rememberState(window, store);
  const mayReload = createRateLimit(RELOADS);
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    log.note({ what: 'page gone', reason });
    if (reason !== 'clean-exit' && mayReload()) window.webContents.reload();
  });
  void window.loadURL(PAGE_URL);
  return window;
}

/** Brings the window to the front: a second start of Galley is the first one asked for again. */
export function bringForward(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
