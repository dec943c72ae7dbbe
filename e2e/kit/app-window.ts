/** A window on a desk: an app window of Chromium over the Node host, or Electron's own. */
import { join } from 'node:path';
import { _electron, chromium, type Page } from '@playwright/test';
import { startHost } from './host.ts';
import { CHROMIUM_FLAGS, chromiumPath, electronPath, root } from './programs.ts';

export type HostKind = 'node' | 'electron';

export interface WindowOptions {
  /** Scratch folder for settings, reviews and the browser's profile; kept between two openings. */
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

export const openWindow = (options: WindowOptions): Promise<AppWindow> =>
  options.host === 'electron' ? openElectron(options) : openChromium(options);

const VIEWPORT = { width: 1440, height: 900 };

async function openChromium({ data, files, lang, theme }: WindowOptions): Promise<AppWindow> {
  const host = await startHost(data, files);
  const url = new URL(`${host.url}&lang=${lang}`);
  const context = await chromium.launchPersistentContext(join(data, 'profile'), {
    executablePath: chromiumPath(),
    headless: !process.env.GALLEY_HEADED,
    chromiumSandbox: false,
    args: [...CHROMIUM_FLAGS, `--app=${url}`],
    viewport: VIEWPORT,
    locale: 'zh-CN',
    colorScheme: theme,
  });
  const page = context.pages()[0] ?? (await context.waitForEvent('page'));
  // The address works once, so it is the app window that goes there, not a second page.
  await page.waitForURL(`${url.origin}/**`);
  return {
    page,
    kind: 'node',
    kill: () => host.kill(),
    async close() {
      await context.close();
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
    async kill() {
      app.process().kill('SIGKILL');
    },
    close: () => app.close(),
  };
}
