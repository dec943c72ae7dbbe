/** The archive's window: its table, search and batches, as a person sees them. */
import { type Locator, type Page, test } from '@playwright/test';
import { expect } from './matchers.ts';

/** A folder of issues may take some time to be read on a slow machine. */
const READING_MS = 60_000;

const WORDS = {
  en: { table: 'Issues of the archive', hits: 'Places found', batches: 'Batches', act: 'What to do', search: 'Search' },
  zh: { table: '档案中的各期', hits: '检索结果', batches: '批处理', act: '要做什么', search: '检索' },
} as const;

export class ArchiveWindow {
  readonly page: Page;
  readonly table: Locator;
  readonly hits: Locator;
  readonly batches: Locator;
  readonly #words: (typeof WORDS)['en' | 'zh'];

  constructor(page: Page, lang: 'en' | 'zh') {
    this.page = page;
    this.#words = WORDS[lang];
    this.table = page.getByRole('grid', { name: this.#words.table });
    this.hits = page.getByRole('listbox', { name: this.#words.hits });
    this.batches = page.getByRole('region', { name: this.#words.batches });
  }

  /** The row of an issue, by its file's name. */
  row(name: string): Locator {
    return this.table.locator('tbody tr').filter({ has: this.page.locator(`[data-column="name"]`, { hasText: name }) });
  }

  /** What the table says of an issue in a column. */
  cell(name: string, column: string): Locator {
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
    return expect(this.table).toHaveAttribute('aria-rowcount', String(count + 1), { timeout: READING_MS });
  }

  open(name: string): Promise<void> {
    return test.step(`open ${name} from the archive`, () => this.row(name).getByRole('button').first().click());
  }

  /** The key that goes between archive and issue. */
  toggle(): Promise<void> {
    return this.page.keyboard.press('F4');
  }

  search(typed: string): Promise<void> {
    return test.step(`search ${typed}`, async () => {
      await this.page.getByRole('tab', { name: this.#words.search }).click();
      await this.page.locator('.archive-search input').fill(typed);
      await this.page.keyboard.press('Enter');
    });
  }

  /** Starts a batch over what is selected, or over all, and waits until it is done. */
  batch(kind: 'segment' | 'repropose' | 'validate' | 'export'): Promise<void> {
    return test.step(`batch: ${kind}`, async () => {
      await this.page.getByRole('combobox', { name: this.#words.act }).selectOption(kind);
      await this.page.locator('.archive-acts .main').click();
      const line = this.batches.locator(`[data-batch="${kind}"]`).first();
      await expect(line).toHaveAttribute('data-state', 'done', { timeout: READING_MS });
    });
  }
}
