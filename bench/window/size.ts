/**
 * npm run bench:window-size [-- LINES]: the window at 1, 4 and 16 times a size. Issues of LINES lines (62,500 unless told:
 * 16 times are a million) with an article every 100 lines, whose review is there already; one line of so many characters;
 * reviews of 10,000, 40,000 and 160,000 edits. For each: processor time of the page's thread until it is ready, the
 * longest time that the page did not answer, memory of the page, and from a key (an edit, the next article) to its frame.
 * Needs a build and a Chromium.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import { startHost } from '../../e2e/kit/host.ts';
import { CHROMIUM_FLAGS, chromiumPath } from '../../e2e/kit/programs.ts';
import { summary } from './scroll.ts';

const LINES = Number(process.argv[2] ?? 62_500);
const EDITS = 10_000;
const TIMES = [1, 4, 16] as const;
const LINE = '本报讯 昨日下午，全市春季造林现场会在城北召开。\n';
const LINES_OF_ARTICLE = 100;
const PRESSES = 8;
/** A process of its own: the desk's code is not the kit's to import. */
const LAY = join(import.meta.dirname, '../size/lay-review.ts');
const VIEWPORT = { width: 1440, height: 900 };
const scratch = mkdtempSync(join(tmpdir(), 'galley-size-'));

interface Measured {
  /** Of the page's main thread until the review is shown, in ms. */
  readonly thread: number;
  /** The longest task while opening, in ms: so long it did not answer. */
  readonly blocked: number;
  readonly megabytes: number;
  /** From the key to after its frame, in ms; median. */
  readonly edit: number;
  readonly next: number;
}

async function measure(
  browser: Browser,
  name: string,
  text: string,
  spanOfArticle: number,
  edits: number,
): Promise<Measured> {
  const folder = join(scratch, name);
  mkdirSync(folder);
  const file = join(folder, 'issue.txt');
  writeFileSync(file, text);
  execFileSync(process.execPath, [LAY, file, String(spanOfArticle), String(edits)]);
  const host = await startHost(join(folder, 'data'), [file]);
  const page = await browser.newPage({ viewport: VIEWPORT });
  try {
    const cdp = await page.context().newCDPSession(page);
    await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
    await page.addInitScript(() => {
      const tasks: number[] = [];
      Object.assign(window, { longTasks: tasks });
      new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) tasks.push(duration);
      }).observe({ type: 'longtask', buffered: true });
    });
    await page.goto(`${host.url}&lang=en`);
    await page.waitForSelector('[data-pane="articles"] [data-article]', { timeout: 600_000 });
    await page.waitForTimeout(500);
    const { metrics } = await cdp.send('Performance.getMetrics');
    const metric = (wanted: string) => metrics.find((one) => one.name === wanted)?.value ?? 0;
    const tasks = await page.evaluate(() => (window as unknown as { longTasks: number[] }).longTasks); // set above
    // The second line where there is one: an article's first begins a paragraph whatever is pressed.
    await page
      .locator('.raw [data-line]')
      .nth(text.indexOf('\n') < text.length - 1 ? 1 : 0)
      .click();
    await page.waitForTimeout(500);
    return {
      thread: metric('TaskDuration') * 1000,
      blocked: Math.max(0, ...tasks),
      megabytes: metric('JSHeapUsedSize') / 2 ** 20,
      edit: await pressing(page, { key: 'p', code: 'KeyP' }),
      next: await pressing(page, { key: 'F9', code: 'F9' }),
    };
  } finally {
    await page.close();
    await host.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Presses a key again and again; the median from each to after its frame. */
async function pressing(page: Page, key: { readonly key: string; readonly code: string }): Promise<number> {
  const times = await page.evaluate(
    async ([init, presses]) => {
      const next = () => new Promise<number>((done) => requestAnimationFrame(done));
      const times: number[] = [];
      for (let i = 0; i < presses; i++) {
        await next();
        const before = performance.now();
        const event = new KeyboardEvent('keydown', { ...init, bubbles: true, cancelable: true });
        (document.activeElement ?? document.body).dispatchEvent(event);
        await next();
        await new Promise((done) => setTimeout(done)); // after the frame's paint
        times.push(performance.now() - before);
        await new Promise((done) => setTimeout(done, 200));
      }
      return times;
    },
    [key, PRESSES] as const,
  );
  return summary(times).p50;
}

type Job = readonly [size: number, text: string, spanOfArticle: number, edits: number];

async function table(browser: Browser, title: string, unit: string, jobs: readonly Job[]): Promise<void> {
  console.log(`\n${title}: ${jobs.map(([size]) => size.toLocaleString('en')).join(' · ')} ${unit}`);
  const columns: Measured[] = [];
  for (const [i, [, text, span, edits]] of jobs.entries())
    columns.push(await measure(browser, `${unit}-${i}`, text, span, edits));
  const line = (name: string, value: (one: Measured) => number, of: string) =>
    console.log(`  ${name.padEnd(22)} ${columns.map((one) => `${value(one).toFixed(0)} ${of}`).join(' · ')}`);
  line('thread until ready', ({ thread }) => thread, 'ms');
  line('longest not answering', ({ blocked }) => blocked, 'ms');
  line('memory of the page', ({ megabytes }) => megabytes, 'MiB');
  line('an edit to its frame', ({ edit }) => edit, 'ms');
  line('next article', ({ next }) => next, 'ms');
}

const browser = await chromium.launch({ executablePath: chromiumPath(), args: [...CHROMIUM_FLAGS] });
try {
  const span = LINE.length * LINES_OF_ARTICLE;
  const lines = TIMES.map((n): Job => [n * LINES, LINE.repeat(n * LINES), span, 3]);
  await table(browser, `Lines, an article every ${LINES_OF_ARTICLE}`, 'lines', lines);
  const long = TIMES.map((n): Job => [n * LINES, `${'报'.repeat(n * LINES)}\n`, n * LINES + 1, 0]);
  await table(browser, 'One line', 'characters', long);
  const journals = TIMES.map((n): Job => [n * EDITS, LINE.repeat(2000), span, n * EDITS]);
  await table(browser, 'Reviews of 2,000 lines', 'edits', journals);
} finally {
  await browser.close();
  rmSync(scratch, { recursive: true, force: true });
}
