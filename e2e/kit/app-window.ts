/** A window on a desk: a page of Chromium over the Node host, or Electron's own. */
import { _electron, type Page } from '@playwright/test';
import type { AppBrowser } from './app-browser.ts';
import { startHost } from './host.ts';
import { electronPath, root } from './programs.ts';

export type HostKind = 'node' | 'electron';

export interface WindowOptions {
  /** Scratch folder for settings and reviews; kept between two openings. */
  readonly data: string;
  readonly files: readonly string[];
  /** Language of the window; landmarks have their English names in English only. */
  readonly lang: 'en' | 'zh';
  readonly theme: 'light' | 'dark';
  readonly host: HostKind;
}

export interface AppWindow {
  readonly page: Page;
  readonly kind: HostKind;
  /** The desk's process. */
  readonly pid: number;
  /** Window and desk end as a person quits them. */
  close(): Promise<void>;
  /** The desk's process is killed (SIGKILL); the window is left to notice. */
  kill(): Promise<void>;
}

/** Electron where its binary is, unless `$GALLEY_HOST` says otherwise. */
export const defaultHost = (): HostKind => {
  if (process.env.GALLEY_HOST === 'node' || process.env.GALLEY_HOST === 'electron') return process.env.GALLEY_HOST;
  return electronPath() ? 'electron' : 'node';
};

/** Opens the files in a window; on the Node host it is one of the browser's. */
export const openWindow = (options: WindowOptions, browser: AppBrowser): Promise<AppWindow> =>
  options.host === 'electron' ? openElectron(options) : openInBrowser(options, browser);

export const VIEWPORT = { width: 1440, height: 900 };

async function openInBrowser({ data, files, lang, theme }: WindowOptions, browser: AppBrowser): Promise<AppWindow> {
  const host = await startHost(data, files);
  const page = await browser.show(`${host.url}&lang=${lang}`, theme);
  return {
    page,
    kind: 'node',
    pid: host.pid,
    kill: () => host.kill(),
    async close() {
      await browser.leave(page);
      await host.stop();
    },
  };
}

async function openElectron({ data, files, lang, theme }: WindowOptions): Promise<AppWindow> {
  const executablePath = electronPath();
  if (!executablePath) throw new Error('Electron has no binary here; set GALLEY_HOST=node.');
  const app = await _electron.launch({
    executablePath,
    args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), root, ...files],
    env: { ...process.env, GALLEY_DATA: data } as Record<string, string>,
    colorScheme: theme,
    locale: 'zh-CN',
  });
  const page = await app.firstWindow();
  await page.setViewportSize(VIEWPORT);
  await page.goto(`app://galley/?lang=${lang}`);
  return {
    page,
    kind: 'electron',
    pid: app.process().pid ?? 0,
    async kill() {
      app.process().kill('SIGKILL');
    },
    close: () => app.close(),
  };
}
