/**
 * npm run bench:window [-- LINES]: Galley's panes beside CodeMirror 6 on the same text in the same browser.
 *
 * Prints ratios to CodeMirror's, with the milliseconds: for the raw pane on LINES lines (200,000) the first text painted,
 * frames while scrolling 90 and 5,000 px each, the jump to the end, a search from its last letter to the hit on the
 * screen; for the article, in the whole window, a key to the frame that shows its letter, at 20,000 and 100,000
 * characters. Needs a build (`npm run build`) and a Chromium. Software rendering: compare the ratios.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import { startHost } from '../../e2e/kit/host.ts';
import { CHROMIUM_FLAGS, chromiumPath } from '../../e2e/kit/programs.ts';
import { type Served, serveCodeMirror } from './codemirror.ts';
import { type Frames, measureScroll, summary } from './scroll.ts';
import { longArticle, longIssue } from './text.ts';
import { measureAct, measureTyping } from './typing.ts';

const LINES = Number(process.argv[2] ?? 200_000);
const FRAMES = 120;
const STEPS = [90, 5000] as const;
const LENGTHS = [20_000, 100_000] as const;
const KEYS = 25;
const TIMES = 5;
const VIEWPORT = { width: 1440, height: 900 };
const scratch = mkdtempSync(join(tmpdir(), 'galley-bench-'));
const text = longIssue(LINES);
/** Stands once, near the end: the last article's number. */
const WANTED = /工作\d+(?!\d)/gu[Symbol.match](text)?.at(-1) ?? '工作';

interface Measured {
  /** Milliseconds from navigation to the first frame with text. */
  readonly opened: number;
  readonly scrolled: readonly Frames[];
  readonly jumped: Frames;
  readonly searched: Frames;
}

const median = async (act: () => Promise<number>): Promise<Frames> => {
  const times: number[] = [];
  for (let i = 0; i < TIMES; i++) times.push(await act());
  return summary(times);
};

async function codeMirror(browser: Browser, served: Served): Promise<Measured> {
  served.show(text);
  const page = await browser.newPage({ viewport: VIEWPORT });
  const started = performance.now();
  await page.goto(served.url);
  await page.waitForSelector('.cm-line');
  const opened = performance.now() - started;
  const scrolled = await scroll(page, '.cm-scroller');
  const last = lastLine();
  const isShown = (words: string) =>
    `document.querySelector('.cm-content').textContent.includes(${JSON.stringify(words)})`;
  const toTop = () => page.evaluate(() => document.querySelector('.cm-scroller')?.scrollTo(0, 0));
  const jumped = await median(async () => {
    await toTop();
    return measureAct(page, 'window.bench.jumpToEnd()', isShown(last));
  });
  const searched = await median(async () => {
    await toTop();
    return measureAct(page, `window.bench.search(${JSON.stringify(WANTED)})`, isShown(WANTED));
  });
  await page.close();
  return { opened, scrolled, jumped, searched };
}

const lastLine = (): string => text.trimEnd().split('\n').at(-1)?.trim() ?? '';

async function galley(browser: Browser): Promise<Measured & { readonly ready: number; readonly edits: Frames }> {
  const { page, started, stop } = await openGalley(browser, 'long-issue.txt', text);
  await page.waitForSelector('[data-line]');
  const opened = performance.now() - started;
  await page.waitForSelector('[data-pane="articles"] [data-article]', { timeout: 600_000 });
  const ready = performance.now() - started;
  const scrolled = await scroll(page, '.raw');
  const edits = await editing(page);
  const isShown = (words: string) => `document.querySelector('.raw').textContent.includes(${JSON.stringify(words)})`;
  // By the desk's own command, as CodeMirror's by its own.
  const key = (name: string) =>
    `document.querySelector('.raw').dispatchEvent(new KeyboardEvent('keydown', { key: '${name}', code: '${name}', bubbles: true, cancelable: true }))`;
  await page.locator('.raw').focus();
  const jumped = await median(async () => {
    await page.evaluate(key('Home'));
    return measureAct(page, key('End'), isShown(lastLine()));
  });
  await page.keyboard.press('ControlOrMeta+f');
  await page.getByRole('combobox', { name: 'Where to look' }).selectOption('raw');
  const searched = await median(async () => {
    await page.getByRole('textbox', { name: 'Find', exact: true }).fill('');
    await page.waitForTimeout(400);
    return measureAct(
      page,
      `(() => { const input = document.querySelector('.find input[type="text"]');
        Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(input, ${JSON.stringify(WANTED)});
        input.dispatchEvent(new Event('input', { bubbles: true })); })()`,
      `document.querySelector('.find-hit mark')?.textContent === ${JSON.stringify(WANTED)}`,
    );
  });
  await page.close();
  await stop();
  return { opened, scrolled, jumped, searched, ready, edits };
}

async function openGalley(browser: Browser, name: string, content: string) {
  const file = join(scratch, name);
  writeFileSync(file, content);
  const data = join(scratch, `data-${name}`);
  mkdirSync(data);
  const host = await startHost(data, [file]);
  const page = await browser.newPage({ viewport: VIEWPORT });
  const started = performance.now();
  await page.goto(`${host.url}&lang=en`);
  return { page, started, stop: () => host.stop() };
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

/** A key to its picture: CodeMirror's time and Galley's, in the middle of one article of so many characters. */
async function typing(browser: Browser, served: Served, characters: number): Promise<readonly [Frames, Frames]> {
  const article = longArticle(characters);
  served.show(article);
  const other = await browser.newPage({ viewport: VIEWPORT });
  await other.goto(`${served.url}?edit`);
  await other.waitForSelector('.cm-line');
  await other.evaluate('window.bench.edit()');
  const theirs = await measureTyping(other, KEYS);
  await other.close();
  const { page, stop } = await openGalley(browser, `article-${characters}.txt`, article);
  await page.waitForSelector('[data-pane="articles"] [data-article]', { timeout: 60_000 });
  await asOneArticle(page, characters);
  const ours = await measureTyping(page, KEYS);
  await page.close();
  await stop();
  return [theirs, ours];
}

/** All of the issue's body text is made one article, and the caret put into its middle. */
async function asOneArticle(page: Page, characters: number): Promise<void> {
  await page.locator('[data-line="2"]').click();
  for (let grown = 0; grown < 6; grown++) await page.keyboard.press('Space');
  await page.keyboard.press('n');
  const body = page.getByRole('textbox', { name: 'Body', exact: true });
  await page.waitForFunction(
    (least) => (document.querySelector('[data-field="body"] .field-text')?.textContent?.length ?? 0) > least,
    characters * 0.8,
  );
  await body.evaluate((box) => {
    const paragraph = box.children[Math.floor(box.children.length / 2)];
    paragraph?.scrollIntoView({ block: 'center' });
    const node = paragraph && document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT).nextNode();
    (box as HTMLElement).focus();
    if (node) document.getSelection()?.collapse(node, 10);
  });
  await page.waitForTimeout(1000);
}

const ms = (value: number) => `${value.toFixed(0)} ms`;
const frames = ({ p50, p95, max }: Frames) => `p50 ${ms(p50)}, p95 ${ms(p95)}, max ${ms(max)}`;
const ratio = (name: string, own: number, other: number, details: string) =>
  console.log(`${name.padEnd(22)} ${(own / other).toFixed(2)} of CodeMirror's  (${details})`);

async function main() {
  const browser = await chromium.launch({ executablePath: chromiumPath(), args: [...CHROMIUM_FLAGS] });
  const served = await serveCodeMirror(join(scratch, 'codemirror'));
  try {
    for (const characters of LENGTHS) {
      const [theirs, ours] = await typing(browser, served, characters);
      ratio(`key, ${characters} chars`, ours.p50, theirs.p50, `${frames(ours)}; ${frames(theirs)}`);
    }
    const other = await codeMirror(browser, served);
    const own = await galley(browser);
    console.log(`${LINES.toLocaleString('en')} lines, ${text.length.toLocaleString('en')} characters`);
    ratio('first text', own.opened, other.opened, `${ms(own.opened)}; ${ms(other.opened)}`);
    STEPS.forEach((step, i) => {
      const [a, b] = [own.scrolled[i], other.scrolled[i]];
      if (a && b) ratio(`scroll ${step} px, p95`, a.p95, b.p95, `${frames(a)}; ${frames(b)}`);
    });
    ratio('jump to the end', own.jumped.p50, other.jumped.p50, `${frames(own.jumped)}; ${frames(other.jumped)}`);
    ratio('search', own.searched.p50, other.searched.p50, `${frames(own.searched)}; ${frames(other.searched)}`);
    console.log(`proposal shown after ${ms(own.ready)}`);
    console.log(`key to frame, raw pane ${frames(own.edits)}`);
  } finally {
    served.close();
    await browser.close();
    rmSync(scratch, { recursive: true, force: true });
  }
}

await main();
