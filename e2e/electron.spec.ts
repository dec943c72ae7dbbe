/**
 * What only Electron's own binary can show of its security checklist: the numbers are those of docs/security.md. Where
 * the binary is not installed these are not run, and counted as such.
 */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { copyIssue, expect, sample, test } from './kit/index.ts';
import { electronPath, root } from './kit/programs.ts';

const binary = electronPath() ?? '';
/** What `npm run package` leaves beside the installers on Linux (electron-builder.yml). */
const packed = join(root, 'release/linux-unpacked/galley');
test.skip(binary === '', "not run: Electron's binary is not installed (npm start tries to get it)");

let app: ElectronApplication;
let page: Page;
const requested: string[] = [];

test.beforeEach(async ({ scratch }) => {
  app = await _electron.launch({
    executablePath: binary,
    args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), root, copyIssue(sample(), scratch)],
    env: { ...process.env, GALLEY_DATA: join(scratch, 'data') } as Record<string, string>,
  });
  page = await app.firstWindow();
  page.on('request', (request) => requested.push(request.url()));
  await page.reload();
  await expect(page.locator('[data-busy="false"]')).toBeVisible();
});
test.afterEach(() => app.close());

test('1, 18: the page and all it asks for are of our own scheme', async () => {
  expect(page.url()).toMatch(/^app:\/\/galley\//);
  expect(requested.length).toBeGreaterThan(1);
  for (const url of requested) expect(url).toMatch(/^(app:\/\/galley\/|data:)/);
  const statuses = await page.evaluate(async () => {
    const paths = ['/../package.json', '/%2e%2e/package.json', '/..%2fpackage.json'];
    return Promise.all(paths.map(async (path) => (await fetch(path)).status));
  });
  expect(statuses).toEqual([404, 404, 404]);
});

test('2, 3, 20: the page has our two functions, and nothing of Node or Electron', async () => {
  const has = await page.evaluate(() => ({
    bridge: Object.keys((window as unknown as { galley: object }).galley).sort(),
    foreign: ['require', 'process', 'module', 'Buffer', 'global', 'ipcRenderer', 'electron'].filter((n) => n in window),
  }));
  expect(has).toEqual({ bridge: ['call', 'on'], foreign: [] });
});

test('4: the page runs in a sandbox', async () => {
  test.skip(process.getuid?.() === 0, 'Chromium refuses its sandbox to root, so there is none to see');
  const sandboxed = await app.evaluate(({ app: electron }) =>
    electron.getAppMetrics().flatMap(({ type, sandboxed: is }) => (type === 'Tab' ? [is] : [])),
  );
  expect(sandboxed).toEqual([true]);
});

test('5: camera, place, notices and clipboard are denied', async () => {
  const asked = await page.evaluate(async () => {
    const said = (promise: Promise<unknown>) => promise.then(String, (error: Error) => error.name);
    return [
      await said(navigator.mediaDevices.getUserMedia({ video: true })),
      await said(new Promise((yes, no) => navigator.geolocation.getCurrentPosition(yes, () => no(new Error())))),
      await said(Notification.requestPermission()),
      await said(navigator.clipboard.readText()),
    ];
  });
  expect(asked).toEqual(['NotAllowedError', 'Error', 'denied', 'NotAllowedError']);
});

test('6, 7, 8: nothing inline, no eval, no other origin', async () => {
  const ran = await page.evaluate(async () => {
    const script = document.createElement('script');
    script.textContent = 'window.wasRun = true';
    document.body.append(script);
    const evaluated = (() => {
      try {
        return Function('return 1')() === 1;
      } catch {
        return false;
      }
    })();
    const sent = await fetch('https://example.invalid/').then(
      () => true,
      () => false,
    );
    return { inline: 'wasRun' in window, evaluated, sent };
  });
  expect(ran).toEqual({ inline: false, evaluated: false, sent: false });
});

test('11, 12, 13, 14: it stays where it is, opens nothing and embeds nothing', async () => {
  const before = page.url();
  const opened = await page.evaluate(() => {
    const link = document.createElement('a');
    link.href = 'https://example.invalid/';
    document.body.append(link);
    link.click();
    window.location.href = 'file:///etc/passwd';
    document.body.append(document.createElement('webview'));
    return window.open('https://example.invalid/') !== null;
  });
  expect(opened).toBe(false);
  await page.waitForTimeout(500);
  expect(page.url()).toBe(before);
  expect(app.windows()).toHaveLength(1);
  expect(await app.evaluate(({ webContents }) => webContents.getAllWebContents().map((one) => one.getType()))).toEqual([
    'window',
  ]);
});

test('15: nothing is opened in another program', async () => {
  await app.evaluate(({ shell }) => {
    const counter = globalThis as unknown as { outside: number };
    counter.outside = 0;
    shell.openExternal = async () => void counter.outside++;
    shell.openPath = async () => `${counter.outside++}`;
  });
  await page.evaluate(() => window.open('mailto:a@example.invalid'));
  await page.waitForTimeout(200);
  expect(await app.evaluate(() => (globalThis as unknown as { outside: number }).outside)).toBe(0);
});

test('19: the packed program runs no Node by environment or argument', async () => {
  test.skip(!existsSync(packed), 'no packed program for Linux is in release/ (npm run package makes it)');
  const options = { encoding: 'utf8' as const, timeout: 20_000, env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' } };
  const run = () => execFileSync(packed, ['-e', 'console.log("node runs")', '--version'], options);
  let said = '';
  try {
    said = run();
  } catch (error) {
    said = String(error);
  }
  expect(said).not.toContain('node runs');
});

test('2: the window comes back by itself when its page dies', async () => {
  const [contents] = await app.evaluate(({ webContents }) => webContents.getAllWebContents().map(({ id }) => id));
  await app.evaluate(({ webContents }, id) => webContents.fromId(id ?? 0)?.forcefullyCrashRenderer(), contents);
  await expect
    .poll(() => app.evaluate(({ webContents }) => webContents.getAllWebContents()[0]?.isCrashed()))
    .toBe(false);
});
