/** The save state in the issue bar: what is on the disk. */
import { expect, type Locator, type Page } from '@playwright/test';

export type SaveState = 'saved' | 'saving' | 'failed';

export class SaveStatus {
  readonly locator: Locator;
  constructor(page: Page) {
    this.locator = page.locator('[role="status"][data-state]');
  }

  async state(): Promise<SaveState> {
    return (await this.locator.getAttribute('data-state')) as SaveState;
  }

  /** Number of the last change that is on the disk; 0 when nothing was changed. */
  async seq(): Promise<number> {
    return Number(await this.locator.getAttribute('data-seq'));
  }

  /** Waits until everything is on the disk, and gives the number of the last change. */
  async saved(): Promise<number> {
    await expect(this.locator, 'the review is saved').toHaveAttribute('data-state', 'saved');
    return this.seq();
  }

  /** Waits until a change after `seq` is on the disk. */
  async savedAfter(seq: number): Promise<number> {
    await expect
      .poll(async () => ((await this.state()) === 'saved' ? this.seq() : seq), {
        message: `a change after number ${seq} is saved`,
      })
      .toBeGreaterThan(seq);
    return this.saved();
  }
}
