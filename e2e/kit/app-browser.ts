/**
 * The Chromium of a test worker, with a window that has no address bar. Its page goes from one test's desk to the next's:
 * each host has a port of its own, so nothing is kept between them but what the browser has learned of fonts and code,
 * which is most of what opening a window costs.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from '@playwright/test';
import { VIEWPORT } from './app-window.ts';
import { CHROMIUM_FLAGS, chromiumPath } from './programs.ts';

const NOWHERE = 'about:blank';

export class AppBrowser {
  readonly #profile = mkdtempSync(join(tmpdir(), 'galley-profile-'));
  #context: BrowserContext | null = null;
  /** The page that no desk uses. */
  #free: Page | null = null;

  /** A page at this address, in this theme. */
  async show(address: string, theme: 'light' | 'dark'): Promise<Page> {
    const page = await this.#page(theme);
    await page.goto(address);
    return page;
  }

  /** The desk of this page is about to end. */
  async leave(page: Page): Promise<void> {
    if (page.isClosed()) return;
    if (this.#free) return page.close();
    await page.goto(NOWHERE);
    await this.#context?.clearCookies();
    this.#free = page;
  }

  async close(): Promise<void> {
    await this.#context?.close();
    rmSync(this.#profile, { recursive: true, force: true });
  }

  async #page(theme: 'light' | 'dark'): Promise<Page> {
    this.#context ??= await this.#launch();
    const page = this.#free ?? (await this.#context.newPage());
    this.#free = null;
    await page.emulateMedia({ colorScheme: theme, reducedMotion: null });
    await page.setViewportSize(VIEWPORT);
    return page;
  }

  async #launch(): Promise<BrowserContext> {
    const context = await chromium.launchPersistentContext(this.#profile, {
      executablePath: chromiumPath(),
      headless: !process.env.GALLEY_HEADED,
      chromiumSandbox: false,
      args: [...CHROMIUM_FLAGS, `--app=${NOWHERE}`],
      viewport: VIEWPORT,
      locale: 'zh-CN',
    });
    this.#free = context.pages()[0] ?? null;
    return context;
  }
}
