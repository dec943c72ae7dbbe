/** Playwright's `test` with a desk: closed at first, opened by `desk.open(issue)`, gone with its scratch folder after. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base } from '@playwright/test';
import { AppBrowser } from './app-browser.ts';
import { defaultHost, type HostKind } from './app-window.ts';
import type { ArchiveWindow } from './archive.ts';
import { Desk } from './desk.ts';
import { samplesFolder } from './issues.ts';

/** What can be chosen for tests: `test.use({ theme: 'dark' })`. */
export interface KitOptions {
  /** Which host serves the desk; Electron where its binary is. */
  readonly host: HostKind;
  /** Language of the window. */
  readonly lang: 'en' | 'zh';
  /** Theme of the window. */
  readonly theme: 'light' | 'dark';
  /** The folder of issues that the scratch archive is a copy of; the samples that ship with Galley unless said otherwise. */
  readonly archiveOf: string | URL;
}

/** What a test of the kit is given: `test('…', async ({ desk }) => …)`. */
export interface KitFixtures {
  /** The archive's window over a scratch copy of `archiveOf`, read to its end. */
  readonly archive: ArchiveWindow;
  /** An empty folder of this test's own. */
  readonly scratch: string;
  /** The desk, closed at first: `desk.open(issue)` opens it. */
  readonly desk: Desk;
}

interface WorkerFixtures {
  /** What the windows on the Node host are pages of. */
  readonly appBrowser: AppBrowser;
}

/** Playwright's `test` with a desk. */
export const test = base.extend<KitOptions & KitFixtures, WorkerFixtures>({
  appBrowser: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from a destructured argument
    async ({}, use) => {
      const browser = new AppBrowser();
      await use(browser);
      await browser.close();
    },
    { scope: 'worker' },
  ],
  host: [defaultHost(), { option: true }],
  lang: ['en', { option: true }],
  theme: ['light', { option: true }],
  archiveOf: [samplesFolder, { option: true }],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from a destructured argument
  scratch: async ({}, use) => {
    // `galley qa` looks at what a script left.
    const kept = process.env.GALLEY_SCRATCH;
    if (kept) mkdirSync(kept, { recursive: true });
    const folder = mkdtempSync(join(kept ?? tmpdir(), 'galley-e2e-'));
    await use(folder);
    if (!kept) rmSync(folder, { recursive: true, force: true });
  },
  desk: async ({ scratch, host, lang, theme, appBrowser }, use, info) => {
    const desk = new Desk({ scratch, host, lang, theme, browser: appBrowser }, info);
    await use(desk);
    await desk.close();
  },
  archive: async ({ desk, archiveOf }, use) => {
    const archive = await desk.openArchive(archiveOf);
    await archive.isRead();
    await use(archive);
  },
});
