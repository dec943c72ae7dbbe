/**
 * The archive's window as a person works in it: `archive.select({ paper: '…' }).export('tei')`. Every act is done by mouse
 * and keys, waits for the desk's answer, and says in words what can't be.
 */
import { expect, type Locator, type Page, test } from '@playwright/test';
import type { ArchiveColumn, ArchiveGroup } from '../../shared/contract/archive.ts';
import { ArchiveFilters, type WantedIssues } from './archive-filters.ts';
import { ArchiveSelection } from './archive-selection.ts';
import { labelsIn, type WindowLabel } from './labels.ts';
import { CannotBe } from './words.ts';

/** A folder of issues may take some time to be read on a slow machine. */
const READING_MS = 60_000;
/** At most how many screens of the table are looked through for an issue. */
const MOST_SCREENS = 2_000;

export class ArchiveWindow {
  /** The window. */
  readonly page: Page;
  /** Where the archive lies: the scratch copy. */
  readonly folder: string;
  /** The table of issues. */
  readonly table: Locator;
  /** What a search found. */
  readonly hits: Locator;
  /** The batches: how far they are, what failed. */
  readonly batches: Locator;
  readonly #label: (key: WindowLabel) => string;

  constructor(page: Page, lang: 'en' | 'zh', folder: string) {
    this.page = page;
    this.folder = folder;
    this.#label = labelsIn(lang);
    this.table = page.getByRole('grid', { name: this.#label('archive.table') });
    this.hits = page.getByRole('listbox', { name: this.#label('archive.hitList') });
    this.batches = page.getByRole('region', { name: this.#label('archive.batches') });
  }

  /** A control of the window by what it is called, in the window's language. */
  control(role: 'combobox' | 'textbox' | 'searchbox' | 'checkbox' | 'button' | 'tab', label: WindowLabel): Locator {
    return this.page.getByRole(role, { name: this.#label(label), exact: true });
  }

  /** The row of an issue, by its file's name; there when it is in sight. */
  row(name: string): Locator {
    return this.table.locator('tbody tr').filter({ has: this.page.locator(`[data-column="name"]`, { hasText: name }) });
  }

  /** What the table says of an issue in a column. */
  cell(name: string, column: ArchiveColumn): Locator {
    return this.row(name).locator(`[data-column="${column}"]`);
  }

  /** Names of the rows in sight, in their order. */
  async names(): Promise<readonly string[]> {
    const rows = this.table.locator('tbody tr');
    const places = await rows.evaluateAll((all) =>
      all.map((row) => ({
        index: Number(row.getAttribute('aria-rowindex')),
        name: row.querySelector('[data-column="name"]')?.textContent ?? row.textContent ?? '',
      })),
    );
    return places.sort((a, b) => a.index - b.index).map(({ name }) => name);
  }

  /** Waits until the table has so many issues. */
  hasIssues(count: number): Promise<void> {
    return test.step(`the table has ${count} issues`, () =>
      expect(this.table).toHaveAttribute('aria-rowcount', String(count + 1), { timeout: READING_MS }));
  }

  /** Waits until the folder is read to its end; it must hold an issue. */
  isRead(): Promise<void> {
    return test.step('the archive is read', async () => {
      await expect(this.table.locator('tbody tr').first(), 'the archive holds an issue').toBeVisible({
        timeout: READING_MS,
      });
      await expect(this.page.locator('.archive-reading')).toHaveCount(0, { timeout: READING_MS });
      await this.answered();
    });
  }

  /** The table says what the desk has answered last. */
  async answered(): Promise<void> {
    await expect(this.table, 'the table is up to date').toHaveAttribute('aria-busy', 'false', { timeout: READING_MS });
  }

  /** Opens an issue of the archive, by its file's name; the desk shows it. */
  open(name: string): Promise<void> {
    return test.step(`open ${name} from the archive`, async () => {
      await (await this.find(name)).getByRole('button').first().click();
      await expect(this.page.locator('[data-pane="raw"]'), `${name} is open`).toBeVisible({ timeout: READING_MS });
    });
  }

  /** The key that goes between archive and issue. */
  toggle(): Promise<void> {
    return test.step('between archive and issue', () => this.page.keyboard.press('F4'));
  }

  /** Shows only such issues. */
  filter(wanted: WantedIssues): Promise<void> {
    return new ArchiveFilters(this).set(wanted);
  }

  /** Puts the rows together by this, or no longer. */
  groupBy(group: ArchiveGroup | null): Promise<void> {
    return test.step(group ? `grouped by ${group}` : 'not grouped', async () => {
      await this.control('combobox', 'archive.groupBy').selectOption(group ?? '');
      await this.answered();
    });
  }

  /** Issues to act on: all that are wanted, or those of these file names. */
  select(wanted: WantedIssues | readonly string[]): ArchiveSelection {
    return new ArchiveSelection(this, wanted);
  }

  /** All issues. */
  all(): ArchiveSelection {
    return this.select({});
  }

  /** Looks for words in the archive's articles; `hits` are what is found. */
  search(typed: string): Promise<void> {
    return test.step(`search ${typed}`, async () => {
      await this.control('tab', 'archive.panel.search').click();
      await this.page.locator('.archive-search input').fill(typed);
      await this.page.keyboard.press('Enter');
    });
  }

  /** The issue's row, scrolled to from the top. */
  async find(name: string): Promise<Locator> {
    await this.answered();
    const row = this.row(name);
    if ((await row.count()) > 0) return row.first();
    await this.table.focus();
    await this.page.keyboard.press('Home');
    for (let screen = 0; screen < MOST_SCREENS; screen++) {
      await this.answered();
      if ((await row.count()) > 0) return row.first();
      const before = await this.#cursor();
      await this.page.keyboard.press('PageDown');
      if ((await this.#cursor()) === before) break;
    }
    throw new CannotBe(`the table has no issue ${name}; it shows ${(await this.names()).join(', ') || 'none'}`);
  }

  #cursor(): Promise<string | null> {
    return this.table.getAttribute('aria-activedescendant');
  }
}
