/** Issues of the archive that something is done with: `archive.select({ state: 'settled' }).export('tei')`. */
import { expect, test } from '@playwright/test';
import type { BatchKind } from '../../shared/contract/archive.ts';
import type { ExportFormat } from '../../shared/contract/contract.ts';
import type { ArchiveWindow } from './archive.ts';
import { ArchiveFilters, type WantedIssues, wantedInWords } from './archive-filters.ts';
import { CannotBe } from './words.ts';

/** A batch over many issues takes its time. */
const BATCH_MS = 600_000;

/** What came of a batch. */
export interface BatchOutcome {
  /** Issues that it went over, those that failed among them. */
  readonly issues: number;
  /** A sentence for each issue that failed: `empty.txt: …`, in the window's language. At most as many as the window names. */
  readonly failures: readonly string[];
  /** The folder that was exported to; null for other batches. */
  readonly folder: string | null;
}

/** Issues of the archive that something is done with; they are selected in the table when it is done. */
export class ArchiveSelection {
  readonly #archive: ArchiveWindow;
  readonly #wanted: WantedIssues | readonly string[];
  constructor(archive: ArchiveWindow, wanted: WantedIssues | readonly string[]) {
    this.#archive = archive;
    this.#wanted = wanted;
  }

  toString(): string {
    return isNames(this.#wanted) ? this.#wanted.join(', ') : wantedInWords(this.#wanted);
  }

  /** Selects them in the table, and says how many they are. Throws when there is none. */
  select(): Promise<number> {
    return test.step(`select ${this}`, async () => {
      if (isNames(this.#wanted)) await this.#selectNames(this.#wanted);
      else await this.#selectAll(this.#wanted);
      return this.#count();
    });
  }

  /** Proposes articles where nobody did yet. */
  segment(): Promise<BatchOutcome> {
    return this.#batch('segment');
  }

  /** Proposes anew what an older version of Galley proposed and nobody has settled. */
  proposeAnew(): Promise<BatchOutcome> {
    return this.#batch('repropose');
  }

  /** Proves each review. */
  validate(): Promise<BatchOutcome> {
    return this.#batch('validate');
  }

  /** Writes the articles; `folder` of the outcome says where. */
  export(format: ExportFormat): Promise<BatchOutcome> {
    return this.#batch('export', format);
  }

  /** They are this person's; '': nobody's. */
  assignTo(person: string): Promise<void> {
    return test.step(`assign ${this} to ${person || 'nobody'}`, async () => {
      await this.select();
      const box = this.#archive.control('textbox', 'archive.assignTo');
      await box.fill(person);
      await box.press('Enter');
      const cells = this.#archive.table.locator('tr[aria-selected="true"] [data-column="assigned"]');
      await expect(cells.filter({ hasNotText: person }), `all are ${person || 'nobody'}’s`).toHaveCount(0);
    });
  }

  async #selectAll(wanted: WantedIssues): Promise<void> {
    await new ArchiveFilters(this.#archive).set(wanted);
    await this.#archive.table.focus();
    await this.#archive.page.keyboard.press('ControlOrMeta+a');
  }

  async #selectNames(names: readonly string[]): Promise<void> {
    await new ArchiveFilters(this.#archive).set({});
    for (const [i, name] of names.entries()) {
      const row = await this.#archive.find(name);
      // The checkbox adds to the selection; the first click on the row makes it the only one.
      if (i === 0) await row.click();
      else await row.getByRole('checkbox').check();
    }
  }

  async #count(): Promise<number> {
    const selected = this.#archive.page.locator('.archive-chosen');
    const count = Number(/\d+/.exec((await selected.textContent()) ?? '')?.[0] ?? 0);
    if (count === 0) throw new CannotBe(`no issue of the archive fits: ${this}`);
    return count;
  }

  /** What is delivered how is asked in a dialog. */
  async #exportAs(format: ExportFormat): Promise<void> {
    const dialog = this.#archive.page.getByRole('dialog');
    await dialog.getByRole('combobox').selectOption(format);
    await dialog.locator('.buttons .main').click();
  }

  #batch(kind: BatchKind, format?: ExportFormat): Promise<BatchOutcome> {
    return test.step(`${format ? `export as ${format}` : kind}: ${this}`, async () => {
      await this.select();
      const lines = this.#archive.batches.locator(`[data-batch="${kind}"]`);
      const before = await lines.evaluateAll((all) => all.map((line) => line.id));
      await this.#archive.control('combobox', 'archive.act').selectOption(kind);
      await this.#archive.page.locator('.archive-acts .main').click();
      if (format) await this.#exportAs(format);
      const old = before.map((id) => `:not([id="${id}"])`).join('');
      const line = this.#archive.batches.locator(`[data-batch="${kind}"]${old}`).first();
      await expect(line, 'the batch is done').toHaveAttribute('data-state', 'done', { timeout: BATCH_MS });
      if (format) await this.#archive.page.keyboard.press('Escape');
      return {
        issues: Number(await line.locator('progress').getAttribute('value')),
        failures: await line.locator('.failures li').allTextContents(),
        folder: format ? await line.locator('.path').textContent() : null,
      };
    });
  }
}

const isNames = (wanted: WantedIssues | readonly string[]): wanted is readonly string[] => Array.isArray(wanted);
