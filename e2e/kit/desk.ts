/**
 * The desk as a person at it: opens issues, points at lines by their number, presses keys, types. Every act that
 * changes the review waits until the change is on the disk.
 */
import { mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, type Locator, type Page, type TestInfo, test } from '@playwright/test';
import type { ExportFormat } from '../../shared/contract/contract.ts';
import type { GalleyDocument } from '../../shared/document/document.ts';
import { type AppWindow, openWindow, type WindowOptions } from './app-window.ts';
import { ArticleList, type Card } from './article-list.ts';
import { ArticlePane } from './article-pane.ts';
import { InputMethod } from './input-method.ts';
import { copyIssue } from './issues.ts';
import { RawPane } from './raw-pane.ts';
import { SaveStatus } from './save-state.ts';

/** How the landmarks are called in an English window; in others they are found by their `data-pane`. */
export const LANDMARKS = ['Raw text', 'Articles', 'Article', 'Doubts'] as const;

/** Opening segments the issue, so it may take some seconds on a slow machine. */
const OPENING_MS = 30_000;

/** Buttons in the languages of the window. */
const EXPORT = /^(?:Export|导出)$/;
const CLOSE = /^(?:Close|关闭)$/;

export interface DeskOptions extends Omit<WindowOptions, 'files' | 'data'> {
  /** Scratch folder of the test: data, browser profile, copies of issues. */
  readonly scratch: string;
}

export class Desk {
  readonly #options: DeskOptions;
  readonly #info: TestInfo;
  #window: AppWindow | null = null;
  #issue: string | null = null;
  constructor(options: DeskOptions, info: TestInfo) {
    this.#options = options;
    this.#info = info;
  }

  /** The open window. Throws when nothing was opened. */
  get page(): Page {
    if (!this.#window) throw new Error('no issue is open: call desk.open(…) first');
    return this.#window.page;
  }
  /** Path of the scratch copy that is open. */
  get issue(): string {
    if (!this.#issue) throw new Error('no issue is open: call desk.open(…) first');
    return this.#issue;
  }
  get raw(): RawPane {
    return new RawPane(this.page);
  }
  get list(): ArticleList {
    return new ArticleList(this.page);
  }
  get article(): ArticlePane {
    return new ArticlePane(this.page);
  }
  get doubts(): Locator {
    return this.page.locator('[data-pane="doubts"]');
  }
  /** What the desk said last: what an act did, why one was refused, what went wrong. */
  get said(): Locator {
    return this.page.locator('[data-announcement]');
  }
  get status(): SaveStatus {
    return new SaveStatus(this.page);
  }
  get inputMethod(): InputMethod {
    return new InputMethod(this.page);
  }

  /** Opens a scratch copy of the issue and waits until its articles are there. */
  open(source: string): Promise<void> {
    return test.step(`open ${source}`, async () => {
      this.#issue = copyIssue(source, join(this.#options.scratch, 'issues'));
      await this.#openWindow();
    });
  }

  /** Opens the same copy again, as after a restart. */
  reopen(): Promise<void> {
    return test.step('open again', async () => {
      await this.close();
      await this.#openWindow();
    });
  }

  /** The desk's process is killed in the middle of whatever it does. */
  kill(): Promise<void> {
    return test.step('kill the desk', async () => this.#window?.kill());
  }

  async close(): Promise<void> {
    await this.#window?.close();
    this.#window = null;
  }

  async articles(): Promise<readonly Card[]> {
    return this.list.all();
  }

  line(line: number): Promise<Locator> {
    return this.raw.line(line);
  }

  selectLines(first: number, last = first): Promise<void> {
    return this.raw.selectLines(first, last);
  }

  /** Presses keys, one after the other, as Playwright names them. */
  press(...keys: readonly string[]): Promise<void> {
    return test.step(`press ${keys.join(' ')}`, async () => {
      for (const key of keys) await this.page.keyboard.press(key);
    });
  }

  /** Does what makes changes, and waits until they are on the disk; gives the last one's number. */
  change(what: string, act: () => Promise<unknown>): Promise<number> {
    return test.step(what, async () => {
      const before = await this.status.saved();
      await act();
      return this.status.savedAfter(before);
    });
  }

  /** Presses keys that change the review. */
  act(...keys: readonly string[]): Promise<number> {
    return this.change(`press ${keys.join(' ')}`, () => this.press(...keys));
  }

  undo(): Promise<number> {
    return this.act('ControlOrMeta+z');
  }

  redo(): Promise<number> {
    return this.act('ControlOrMeta+Shift+z');
  }

  /** Everything is on the disk. */
  async save(): Promise<number> {
    await this.press('ControlOrMeta+s');
    return this.status.saved();
  }

  /** Gives the selection to an article: in the picker, down to its number and Enter. */
  give(article: string): Promise<number> {
    return this.change(`give the selection to ${article}`, async () => {
      const number = (await this.list.ids()).indexOf(article) + 1;
      await this.press('a');
      const numbers = this.page.getByRole('dialog').getByRole('option').locator('.card-number');
      await expect(numbers.first()).toBeVisible();
      const at = (await numbers.allTextContents()).indexOf(String(number));
      if (at < 0) throw new Error(`the picker does not offer article ${number}`);
      for (let down = 0; down < at; down++) await this.page.keyboard.press('ArrowDown');
      await this.page.keyboard.press('Enter');
    });
  }

  /** Exports by the dialog, beside the issue, and gives the path of what was written. */
  exportAs(format: ExportFormat): Promise<string> {
    return test.step(`export as ${format}`, async () => {
      await this.press('ControlOrMeta+e');
      const dialog = this.page.getByRole('dialog');
      await dialog.getByRole('combobox').selectOption(format);
      await dialog.getByRole('button', { name: EXPORT }).click();
      const name = (await dialog.locator('[role="status"] + ul .path').first().textContent()) ?? '';
      await dialog.getByRole('button', { name: CLOSE }).last().click();
      return join(dirname(this.issue), name);
    });
  }

  /** The document that an export as JSON holds. */
  async document(): Promise<GalleyDocument> {
    return JSON.parse(readFileSync(await this.exportAs('json'), 'utf8')) as GalleyDocument;
  }

  /** A picture of the window or a part of it, in the test's results. */
  async shot(name: string, part?: Locator): Promise<string> {
    const path = join(process.env.GALLEY_SHOTS ?? this.#info.outputPath('shots'), `${name}.png`);
    mkdirSync(dirname(path), { recursive: true });
    await (part ? part.screenshot({ path }) : this.page.screenshot({ path }));
    await this.#info.attach(name, { path, contentType: 'image/png' });
    return path;
  }

  /** Waits until nothing is opened or segmented any more. */
  async settled(): Promise<void> {
    await expect(this.page.locator('[data-busy]').first()).toHaveAttribute('data-busy', 'false', {
      timeout: OPENING_MS,
    });
    await expect(this.list.cards.first(), 'the articles are there').toBeVisible({ timeout: OPENING_MS });
  }

  async #openWindow(): Promise<void> {
    const { scratch, ...options } = this.#options;
    this.#window = await openWindow({ ...options, data: join(scratch, 'data'), files: [this.issue] });
    await this.settled();
  }
}
