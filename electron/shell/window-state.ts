/** Where the window was, so that it is there again. Measures are Electron's device-independent pixels. */
import type { BrowserWindow, Rectangle } from 'electron';
import { z } from 'zod';
import type { SettingsPort } from '../desk/settings.ts';

const KEY = 'window';
/** A window is written this long after its last move, since a move is hundreds of events and each write the whole file. */
const SETTLED_MS = 500;
/** So much of a window's title must be on a screen for a hand to reach it. */
const REACHABLE = { width: 100, height: 40 };

export const MIN_SIZE = { width: 900, height: 600 };
const FIRST_SIZE = { width: 1440, height: 900 };

const stateSchema = z.object({
  bounds: z.object({ x: z.int(), y: z.int(), width: z.int().min(1), height: z.int().min(1) }),
  maximized: z.boolean(),
});

export interface WindowState {
  /** Without a place when it was never moved, or when the screen it was on is gone: the system centres it. */
  readonly bounds: { readonly width: number; readonly height: number } & Partial<Rectangle>;
  readonly maximized: boolean;
}

/** What was remembered, as far as it makes sense on these screens. */
export function restoreState(saved: unknown, workAreas: readonly Rectangle[]): WindowState {
  const parsed = stateSchema.safeParse(saved);
  if (!parsed.success) return { bounds: FIRST_SIZE, maximized: false };
  const { bounds, maximized } = parsed.data;
  const size = {
    width: Math.max(bounds.width, MIN_SIZE.width),
    height: Math.max(bounds.height, MIN_SIZE.height),
  };
  return { bounds: workAreas.some((area) => isReachable(bounds, area)) ? { ...bounds, ...size } : size, maximized };
}

function isReachable(bounds: Rectangle, area: Rectangle): boolean {
  const width = Math.min(bounds.x + bounds.width, area.x + area.width) - Math.max(bounds.x, area.x);
  const titleIsIn = bounds.y >= area.y && bounds.y + REACHABLE.height <= area.y + area.height;
  return width >= REACHABLE.width && titleIsIn;
}

export const readState = (store: SettingsPort, workAreas: readonly Rectangle[]): WindowState =>
  restoreState(store.get(KEY), workAreas);

/** Writes the window's place after it has settled, and at once when it closes. */
export function rememberState(window: BrowserWindow, store: SettingsPort): void {
  let timer: NodeJS.Timeout | null = null;
  const write = () => {
    if (timer) clearTimeout(timer);
    timer = null;
    store.set(KEY, { bounds: window.getNormalBounds(), maximized: window.isMaximized() });
  };
  const later = () => {
    if (timer) clearTimeout(timer);
    timer = setTimeout(write, SETTLED_MS);
  };
  window.on('resize', later);
  window.on('move', later);
  window.on('maximize', later);
  window.on('unmaximize', later);
  window.on('close', write);
}
