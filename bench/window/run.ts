/**
 * npm run bench:window [-- LINES]: the raw pane on a long text, beside CodeMirror 6 on the same text in the same browser.
 *
 * Prints, as ratios to CodeMirror's and in milliseconds: time from navigation to the first text painted, frame times
 * while scrolling 90 px and 5,000 px a frame; and for Galley alone the time from a key to the frame that shows the edit,
 * with the whole issue open. Needs a build (`npm run build`) and a Chromium. Software rendering: compare the ratios.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import { build } from 'vite';
import { startHost } from '../../e2e/kit/host.ts';
import { CHROMIUM_FLAGS, chromiumPath } from '../../e2e/kit/programs.ts';
import { type Frames, measureScroll, summary } from './scroll.ts';
import { longIssue } from './text.ts';

const LINES = Number(process.argv[2] ?? 200_000);
const FRAMES = 120;
const STEPS = [90, 5000] as const;
const scratch = mkdtempSync(join(tmpdir(), 'galley-bench-'));
const text = longIssue(LINES);

interface Measured {
  /** Milliseconds from navigation to the first frame with text. */
  readonly opened: number;
  readonly scrolled: readonly Frames[];
}

async function codeMirror(browser: Browser): Promise<Measured> {
  const out = join(scratch, 'codemirror');
  await build({
    root: resolve(import.meta.dirname, 'codemirror'),
    configFile: false,
    base: './',
    logLevel: 'error',
    build: { outDir: out },
  });
  const types: Record<string, string> = { html: 'text/html', js: 'text/javascript', txt: 'text/plain; charset=utf-8' };
  const server = createServer((request, response) => {
    const name = request.url === '/' ? '/index.html' : (request.url ?? '/');
    response.setHeader('content-type', types[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream');
    if (name === '/favicon.ico') response.writeHead(404).end();
    else response.end(name === '/text.txt' ? text : readFileSync(join(out, name)));
  }).listen(0, '127.0.0.1');
  await new Promise((done) => server.once('listening', done));
  const { port } = server.address() as AddressInfo; // it listens on a port
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  const started = performance.now();
  await page.goto(`http://127.0.0.1:${port}/`);
  await page.waitForSelector('.cm-line');
  const opened = performance.now() - started;
  const scrolled = await scroll(page, '.cm-scroller');
  await page.close();
  server.close();
  return { opened, scrolled };
}

async function galley(browser: Browser): Promise<Measured & { readonly ready: number; readonly edits: Frames }> {
  const file = join(scratch, 'long-issue.txt');
  writeFileSync(file, text);
  mkdirSync(join(scratch, 'data'));
  const host = await startHost(join(scratch, 'data'), [file]);
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  const started = performance.now();
  await page.goto(`${host.url}&lang=en`);
  await page.waitForSelector('[data-line]');
  const opened = performance.now() - started;
  await page.waitForSelector('[data-pane="articles"] [data-article]', { timeout: 600_000 });
  const ready = performance.now() - started;
  const scrolled = await scroll(page, '.raw');
  const edits = await editing(page);
  await page.close();
  await host.stop();
  return { opened, scrolled, ready, edits };
}

async function scroll(page: Page, selector: string): Promise<readonly Frames[]> {
  const frames: Frames[] = [];
  for (const step of STEPS) frames.push(await measureScroll(page, selector, step, FRAMES));
  return frames;
}

/** From a key that makes an edit (a paragraph begins here, or no more) to the second frame after it. */
async function editing(page: Page): Promise<Frames> {
  const raw = page.locator('.raw');
  await raw.evaluate((pane) => {
    pane.scrollTop = pane.scrollHeight / 2;
  });
  await page.waitForTimeout(500);
  await page.locator('[data-line][data-role="body"]:not([data-starts])').nth(8).click();
  const times = await page.evaluate(async () => {
    const next = () => new Promise<number>((done) => requestAnimationFrame(done));
    const times: number[] = [];
    for (let i = 0; i < 20; i++) {
      await next();
      const before = performance.now();
      document.activeElement?.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'p', code: 'KeyP', bubbles: true, cancelable: true }),
      );
      await next();
      await new Promise((done) => setTimeout(done)); // after the frame's paint
      times.push(performance.now() - before);
    }
    return times;
  });
  // The first acknowledgement comes when the opening record, with the whole proposal, is on the disk.
  await page.locator('[role="status"][data-seq]:not([data-seq="0"])').waitFor({ timeout: 60_000 });
  return summary(times);
}

const ms = (value: number) => `${value.toFixed(0)} ms`;
const frames = ({ p50, p95, max }: Frames) => `p50 ${ms(p50)}, p95 ${ms(p95)}, max ${ms(max)}`;

async function main() {
  const browser = await chromium.launch({ executablePath: chromiumPath(), args: [...CHROMIUM_FLAGS] });
  try {
    const other = await codeMirror(browser);
    const own = await galley(browser);
    console.log(`${LINES.toLocaleString('en')} lines, ${text.length.toLocaleString('en')} characters`);
    console.log(
      `first text     ${(own.opened / other.opened).toFixed(2)} of CodeMirror's  (${ms(own.opened)}; ${ms(other.opened)})`,
    );
    STEPS.forEach((step, i) => {
      const [a, b] = [own.scrolled[i], other.scrolled[i]];
      if (!a || !b) return;
      console.log(
        `scroll ${String(step).padEnd(5)} px p95 ${(a.p95 / b.p95).toFixed(2)} of CodeMirror's  (${frames(a)}; ${frames(b)})`,
      );
    });
    console.log(`proposal shown after ${ms(own.ready)}`);
    console.log(`key to frame   ${frames(own.edits)}`);
  } finally {
    await browser.close();
    rmSync(scratch, { recursive: true, force: true });
  }
}

await main();
