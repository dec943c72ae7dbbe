/**
 * The desk as a person at it: opens issues, points at lines by their number, presses keys, types. Every act that
 * changes the review waits until the change is on the disk.
 */
import { mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, type Locator, type Page, type TestInfo, test } from '@playwright/test';
import type { ExportFormat } from '../../shared/contract/contract.ts';
import type { GalleyDocument } from '../../shared/document/document.ts';
import type { AppBrowser } from './app-browser.ts';
import { type AppWindow, openWindow, type WindowOptions } from './app-window.ts';
import { ArchiveWindow } from './archive.ts';
import { ArticleHandle } from './article.ts';
import { ArticleList, type Card } from './article-list.ts';
import { ArticlePane } from './article-pane.ts';
import { Doubts } from './doubts.ts';
import { InputMethod } from './input-method.ts';
import { lineOfText, linesIn } from './issue-text.ts';
import { copyArchive, copyIssue } from './issues.ts';
import { Lines } from './lines.ts';
import { Notes } from './notes.ts';
import { RawPane } from './raw-pane.ts';
import { SaveStatus } from './save-state.ts';
import { CannotBe, quoted } from './words.ts';

/** How the landmarks are called in an English window; in others they are found by their `data-pane`. */
export const LANDMARKS = ['Raw text', 'Articles', 'Article', 'Doubts'] as const;

/** Opening segments the issue: seconds, or more on a machine that has much else to do. Against what hangs, no measure. */
const OPENING_MS = 120_000;

/** Buttons in the languages of the window. */
const EXPORT = /^(?:Export|导出)$/;
const CLOSE = /^(?:Close|关闭)$/;

export interface DeskOptions extends Omit<WindowOptions, 'files' | 'data'> {
  /** Scratch folder of the test: data, copies of issues. */
  readonly scratch: string;
  readonly browser: AppBrowser;
}

export class Desk {
  readonly #options: DeskOptions;
  readonly #info: TestInfo;
  #window: AppWindow | null = null;
  #issue: string | null = null;
  #archive: string | null = null;
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
  /** The pane of the raw text. */
  get raw(): RawPane {
    return new RawPane(this.page);
  }
  /** The desk's process, for tests that are in its way. */
  get pid(): number {
    if (!this.#window) throw new Error('no issue is open: call desk.open(…) first');
    return this.#window.pid;
  }
  /** The pane of the article cards. */
  get list(): ArticleList {
    return new ArticleList(this.page);
  }
  /** The pane with the fields of the article that is shown. */
  get editor(): ArticlePane {
    return new ArticlePane(this.page);
  }
  /** The doubts, one after the other. */
  get doubts(): Doubts {
    return new Doubts(this);
  }
  /** What the desk said last: what an act did, why one was refused, what went wrong. */
  get said(): Locator {
    return this.page.locator('[data-announcement]');
  }
  get notes(): Notes {
    return new Notes(this);
  }
  /** What is on the disk. */
  get status(): SaveStatus {
    return new SaveStatus(this.page);
  }
  /** An input method, for Chinese typed as an editor types it. */
  get inputMethod(): InputMethod {
    return new InputMethod(this.page);
  }

  /**
   * Opens a scratch copy of the issue and waits until its articles are there. `galley replay --issue FILE` has a script
   * open another one ($GALLEY_ISSUE).
   */
  open(source: string | URL): Promise<void> {
    const path = process.env.GALLEY_ISSUE ?? (source instanceof URL ? fileURLToPath(source) : source);
    return test.step(`open ${path}`, async () => {
      this.#issue = copyIssue(path, join(this.#options.scratch, 'issues'));
      await this.#openWindow();
    });
  }

  /** Opens a folder of issues as the archive: a scratch copy, unless it lies in the scratch folder already. */
  openArchive(source: string | URL): Promise<ArchiveWindow> {
    const path = source instanceof URL ? fileURLToPath(source) : source;
    return test.step(`open the archive ${path}`, async () => {
      await this.close();
      this.#archive = copyArchive(path, this.#options.scratch);
      await this.#open(this.#archive);
      return this.archive;
    });
  }

  /** The archive's window. Throws when none was opened. */
  get archive(): ArchiveWindow {
    if (!this.#archive) throw new Error('no archive is open: call desk.openArchive(…) first');
    return new ArchiveWindow(this.page, this.#options.lang, this.#archive);
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

  /** Window and desk end, as a person quits them. */
  async close(): Promise<void> {
    await this.#window?.close();
    this.#window = null;
  }

  /** The articles as their cards show them, in reading order. */
  async articles(): Promise<readonly Card[]> {
    return this.list.all();
  }

  /** A line of the raw text, by the number that stands beside it. */
  line(line: number): Lines {
    return new Lines(this, line, line);
  }

  /** Lines of the raw text, both included. */
  lines(first: number, last: number): Lines {
    return new Lines(this, first, last);
  }

  /** The article whose headline reads so, or holds this piece of it. */
  article(headline: string): ArticleHandle {
    return new ArticleHandle(this, `the article headed ${quoted(headline)}`, async () => {
      const titles = await this.list.titles();
      const found =
        titles.find(({ title }) => title === headline) ?? titles.find(({ title }) => title.includes(headline));
      if (found) return found.id;
      throw new CannotBe(
        `no article is headed ${quoted(headline)}; there are: ${titles.map(({ title }) => quoted(title)).join(', ')}`,
      );
    });
  }

  /** The article that owns this line of the raw text (the one of its first character where two share it). */
  articleAt(place: { readonly line: number }): ArticleHandle {
    return new ArticleHandle(this, `the article of line ${place.line}`, async () => {
      const [id] = (await this.raw.owner(place.line)).articles;
      if (id === undefined) throw new CannotBe(`line ${place.line} is of no article`);
      return id;
    });
  }

  /** The article in whose raw text this stands first; white space and line ends do not count. */
  articleContaining(text: string): ArticleHandle {
    return new ArticleHandle(this, `the article with ${quoted(text)}`, async () => {
      const line = lineOfText(await this.issueLines(), text);
      if (line === 0) throw new CannotBe(`${quoted(text)} does not stand in this issue`);
      return this.articleAt({ line }).id();
    });
  }

  /** The article with this number, in reading order from 1. */
  articleNumber(number: number): ArticleHandle {
    return new ArticleHandle(this, `article ${number}`, async () => {
      const ids = await this.list.ids();
      const id = ids[number - 1];
      if (id === undefined) throw new CannotBe(`there is no article ${number}; the issue has ${ids.length}`);
      return id;
    });
  }

  /** A line of the issue as it was opened. */
  async lineText(line: number): Promise<string> {
    return (await this.issueLines())[line] ?? '';
  }

  /** The lines of the issue as it was opened; `[1]` is line 1. */
  async issueLines(): Promise<readonly string[]> {
    return linesIn(this.issue, await this.page.locator('.encoding select').inputValue());
  }

  /** Selects lines of the raw text with the mouse, both included. */
  selectLines(first: number, last = first): Promise<void> {
    return this.raw.selectLines(first, last);
  }

  /** Presses keys, one after the other, as Playwright names them. */
  press(...keys: readonly string[]): Promise<void> {
    return test.step(`press ${keys.join(' ')}`, async () => {
      for (const key of keys) await this.page.keyboard.press(key);
    });
  }

  /** Waits until what was done is drawn. */
  async drawn(): Promise<void> {
    await this.page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  }

  /** The letters of the commands work in the raw pane: leaves the editor if the focus is there. */
  async focusRaw(): Promise<void> {
    await this.raw.region.evaluate((region) => {
      const inside = document.activeElement !== null && region.contains(document.activeElement);
      if (!inside) region.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
    });
  }

  /** Out of the text, back to the lines that it came from. */
  async leaveEditor(): Promise<void> {
    await this.press('Escape');
    await this.focusRaw();
  }

  /** Whether what the desk said last is why an act can't be done. */
  async isRefusal(): Promise<boolean> {
    return (await this.page.locator('.message').getAttribute('data-tone')) !== 'done';
  }

  /** Presses keys that should change the review; why the desk did not, or null when it did and it is on the disk. */
  actOrRefusal(...keys: readonly string[]): Promise<string | null> {
    return test.step(`press ${keys.join(' ')}`, async () => {
      const before = await this.status.saved();
      // A new message is a new element: what is marked now is old.
      await this.said.evaluate((region) => region.firstElementChild?.setAttribute('data-heard', ''));
      await this.press(...keys);
      const isSaid = async () => (await this.said.locator('span:not([data-heard])').count()) > 0;
      const isRefused = async () => (await isSaid()) && (await this.isRefusal());
      const answers = async () => (await this.status.seq()) > before || (await isRefused());
      await expect.poll(answers, { message: 'the desk answers' }).toBe(true);
      if (await isRefused()) return ((await this.said.textContent()) ?? '').trim();
      await this.status.savedAfter(before);
      return null;
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

  /** Runs a command of the palette, whatever the window's language. */
  command(id: string): Promise<void> {
    return test.step(`command ${id}`, async () => {
      await this.press('ControlOrMeta+k');
      const choice = this.page.getByRole('dialog').locator(`[role="option"][data-choice="${id}"]`);
      if ((await choice.getAttribute('aria-disabled')) !== null)
        throw new CannotBe(`the desk does not offer ${id} here`);
      await choice.click();
    });
  }

  /** Sets a field of the masthead: paper, date, edition, pages … */
  setMasthead(field: string, value: string): Promise<void> {
    return test.step(`the masthead's ${field} is ${quoted(value)}`, async () => {
      await this.command('issue.masthead');
      const dialog = this.page.getByRole('dialog');
      await this.change('keep', async () => {
        await dialog.locator(`input[name="${field}"]`).fill(value);
        await this.press('Enter');
      });
    });
  }

  /** The issue goes back to its editor, with the open notes. */
  async returnIssue(): Promise<void> {
    await this.change('return the issue', () => this.command('issue.return'));
  }

  /** The editor hands it in again. */
  async handIn(): Promise<void> {
    await this.change('hand in', () => this.command('issue.handIn'));
  }

  /** Presses keys that change the review. */
  act(...keys: readonly string[]): Promise<number> {
    return this.change(`press ${keys.join(' ')}`, () => this.press(...keys));
  }

  /** Takes the last act back; gives the number of the change. Throws when there is nothing to undo. */
  undo(): Promise<number> {
    return this.#step('undo', 'ControlOrMeta+z');
  }

  /** Does again what was undone last. */
  redo(): Promise<number> {
    return this.#step('redo', 'ControlOrMeta+Shift+z');
  }

  #step(what: string, key: string): Promise<number> {
    return test.step(what, async () => {
      const refusal = await this.actOrRefusal(key);
      if (refusal !== null) throw new CannotBe(`${what}: ${refusal}`);
      return this.status.seq();
    });
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
    await this.#open(this.issue);
    await this.settled();
  }

  async #open(file: string): Promise<void> {
    const { scratch, browser, ...options } = this.#options;
    this.#window = await openWindow({ ...options, data: join(scratch, 'data'), files: [file] }, browser);
  }
}
