/**
 * The article pane alone in a real browser, over a desk in memory: what no window of the whole desk lets a test see
 * (the review's own words after each key) is here at hand. Built by Vite once a worker.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, chromium, expect, type Locator, type Page } from '@playwright/test';
import react from '@vitejs/plugin-react';
import { build, preview } from 'vite';
import type { Edit } from '../../shared/edits/edit.ts';
import { InputMethod } from '../kit/input-method.ts';
import { CHROMIUM_FLAGS, chromiumPath, root } from '../kit/programs.ts';

/** Fields as the review says them; the body's paragraphs joined by LF. */
export type Says = Readonly<Record<'kicker' | 'headline' | 'subhead' | 'lede' | 'body' | 'caption', string>>;
export type FieldName = 'Kicker' | 'Headline' | 'Subhead' | 'Lede' | 'Caption' | 'Body';

/** What the page offers under `window.harness` (renderer/article/testing/harness.tsx). */
interface InPage {
  open(drawing: string, machine?: readonly Edit[]): Promise<void>;
  says(): Says;
  broken(): readonly string[];
  raw(): string;
  edit(edits: readonly Edit[]): boolean;
  undo(): void;
  redo(): void;
  show(article: string): void;
  request(article: string, at: { readonly raw: number } | { readonly field: 'headline' }): void;
  select(from: number, to: number): void;
  selected(): string | null;
  setReadOnly(isReadOnly: boolean): void;
  pane(): string;
}
declare global {
  interface Window {
    harness: InPage;
  }
}

/** Keys by which the browser moves the caret. */
const MOVES = /(?:Arrow(?:Left|Right|Up|Down)|Home|End)$/;

export class Pane {
  readonly page: Page;
  readonly ime: InputMethod;
  constructor(page: Page) {
    this.page = page;
    this.ime = new InputMethod(page);
  }

  field(name: FieldName): Locator {
    return this.page.getByRole('textbox', { name, exact: true });
  }

  open(drawing: string, machine: readonly Edit[] = []): Promise<void> {
    return this.page.evaluate(([d, m]) => window.harness.open(d, m), [drawing, machine] as const);
  }
  says(): Promise<Says> {
    return this.page.evaluate(() => window.harness.says());
  }
  raw(): Promise<string> {
    return this.page.evaluate(() => window.harness.raw());
  }
  undo(): Promise<void> {
    return this.page.evaluate(() => window.harness.undo());
  }
  redo(): Promise<void> {
    return this.page.evaluate(() => window.harness.redo());
  }
  show(article: string): Promise<void> {
    return this.page.evaluate((id) => window.harness.show(id), article);
  }
  edit(edits: readonly Edit[]): Promise<boolean> {
    return this.page.evaluate((e) => window.harness.edit(e), edits);
  }
  selected(): Promise<string | null> {
    return this.page.evaluate(() => window.harness.selected());
  }

  /** The field's paragraphs on the screen, joined by LF. */
  shown(name: FieldName): Promise<string> {
    return this.field(name).evaluate((box) => [...box.children].map((p) => p.textContent).join('\n'));
  }

  /** Keys, one after the other. The editor hears of a caret that the browser moved a little later. */
  async press(...keys: readonly string[]): Promise<void> {
    let isMoved = false;
    for (const key of keys) {
      const isMove = MOVES.test(key);
      if (isMoved && !isMove) await this.rest();
      await this.page.keyboard.press(key);
      isMoved = isMove;
    }
  }

  /** The person pauses: so many milliseconds go by on the page's clock, which else stands still. */
  pause(milliseconds: number): Promise<void> {
    return this.page.evaluate((passed) => {
      const then = Date.now() + passed;
      Date.now = () => then;
    }, milliseconds);
  }

  /** Puts the caret into a field where `‸` stands in `place`, a part of its text that occurs once in a paragraph. */
  async caret(name: FieldName, place: string): Promise<void> {
    const at = place.indexOf('‸');
    await this.field(name).focus();
    await this.field(name).evaluate(
      (box, [text, offset]) => {
        const paragraph = [...box.children].find((p) => p.textContent?.includes(text));
        const node = paragraph && document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT).nextNode();
        if (!node) throw new Error(`no “${text}” in this field`);
        document.getSelection()?.collapse(node, (paragraph.textContent ?? '').indexOf(text) + offset);
      },
      [place.replace('‸', ''), at] as const,
    );
    await this.rest();
  }

  /** Two frames: selection changes and what follows from them are done. */
  rest(): Promise<void> {
    return this.page.evaluate(
      () => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))),
    );
  }

  /** What is shown is what the review says, in all fields, and the review keeps its laws. */
  async expectAgreement(): Promise<Says> {
    await this.rest();
    const says = await this.says();
    for (const name of ['Kicker', 'Headline', 'Subhead', 'Lede', 'Body', 'Caption'] as const) {
      expect(await this.shown(name), `${name} on the screen`).toBe(says[name.toLowerCase() as keyof Says]); // the names are the keys, capitalised
    }
    expect(await this.page.evaluate(() => window.harness.broken())).toEqual([]);
    return says;
  }
}

interface Fixtures {
  readonly pane: Pane;
}
interface WorkerFixtures {
  /** Address of the page. */
  readonly address: string;
  /** One page a worker, on which each test opens its own issue: a page for each would cost more than the test. */
  readonly opened: Page;
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  address: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from this pattern
    async ({}, use) => {
      const outDir = mkdtempSync(join(tmpdir(), 'galley-article-'));
      const config = { root: join(root, 'renderer'), configFile: false, logLevel: 'error', base: './' } as const;
      const input = join(root, 'renderer/article/testing/harness.html');
      await build({
        ...config,
        plugins: [react()],
        build: { outDir, target: 'chrome140', minify: false, rolldownOptions: { input } },
      });
      const server = await preview({ ...config, build: { outDir }, preview: { host: '127.0.0.1', port: 0 } });
      await use(`${server.resolvedUrls?.local[0]}article/testing/harness.html`);
      await server.close();
      rmSync(outDir, { recursive: true, force: true });
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  opened: [
    async ({ address }, use) => {
      const browser = await chromium.launch({
        executablePath: chromiumPath(),
        chromiumSandbox: false,
        args: [...CHROMIUM_FLAGS],
      });
      const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
      const page = await context.newPage();
      await page.goto(address);
      await page.waitForFunction(() => 'harness' in window);
      await use(page);
      await browser.close();
    },
    { scope: 'worker' },
  ],
  pane: async ({ opened }, use) => {
    await opened.setViewportSize({ width: 900, height: 900 });
    const pane = new Pane(opened);
    // However slow the machine, keys come without a pause between them.
    await pane.pause(60_000);
    const faults: string[] = [];
    const note = (error: Error) => faults.push(error.message);
    opened.on('pageerror', note);
    await use(pane);
    opened.off('pageerror', note);
    expect(faults).toEqual([]);
  },
});

export { expect } from '@playwright/test';
