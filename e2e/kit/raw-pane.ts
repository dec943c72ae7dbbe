/** The raw text: lines by their number, scrolled to as a person does. */
import { expect, type Locator, type Page, test } from '@playwright/test';

/** A wheel's turn that a pane of text takes for sure, and at most how many of them reach the end of a page. */
const MOST_TURNS = 400;

export class RawPane {
  readonly region: Locator;
  readonly #page: Page;
  constructor(page: Page) {
    this.#page = page;
    this.region = page.locator('[data-pane="raw"]');
  }

  /** The line's row, whether it is drawn or not. Numbers are those of the file, from 1. */
  row(line: number): Locator {
    return this.region.locator(`[data-line="${line}"]`);
  }

  /** Scrolls to the line and gives its row. */
  line(line: number): Promise<Locator> {
    return test.step(`line ${line}`, () => this.#scrollTo(line), { box: true });
  }

  /** What the line's first row reads. */
  async text(line: number): Promise<string> {
    return ((await (await this.line(line)).locator('[data-text]').first().textContent()) ?? '').trim();
  }

  /** Role of a line and the articles that own text of it (`[]`: outside). */
  async owner(line: number): Promise<{ readonly articles: readonly string[]; readonly role: string }> {
    const row = await this.line(line);
    const [articles, role] = await Promise.all([row.getAttribute('data-article'), row.getAttribute('data-role')]);
    return { articles: (articles ?? '').split(' ').filter(Boolean), role: role ?? '' };
  }

  /** Selects the lines from `first` to `last` with the mouse: a click, and a click with Shift. */
  selectLines(first: number, last = first): Promise<void> {
    return test.step(`select lines ${first} to ${last}`, async () => {
      await click(await this.line(first));
      if (last !== first) await click(await this.line(last), ['Shift']);
    });
  }

  async #scrollTo(line: number): Promise<Locator> {
    const row = this.row(line);
    for (let turn = 0; turn < MOST_TURNS; turn++) {
      if ((await row.count()) > 0) {
        await row.first().scrollIntoViewIfNeeded();
        return row.first();
      }
      if (!(await this.#turnTowards(line))) break;
    }
    throw new Error(`line ${line} is not in the raw pane: the issue is shorter, or the line is folded away`);
  }

  /** One turn of the wheel; false when there is nothing to turn to, or the line would be between two that are drawn. */
  async #turnTowards(line: number): Promise<boolean> {
    const rows = await this.region.locator('[data-line]').evaluateAll((all) =>
      all.map((row) => ({
        line: Number(row.getAttribute('data-line')),
        height: row.getBoundingClientRect().height,
      })),
    );
    // Rows keep their elements while the text scrolls under them: their order in the page is not that of the lines.
    const drawn = rows.sort((a, b) => a.line - b.line);
    const [first, last] = [drawn.at(0), drawn.at(-1)];
    if (!first || !last) {
      await expect(this.region.locator('[data-line]').first()).toBeAttached();
      return true;
    }
    // Drawn since it was last looked for: the caller looks again.
    if (drawn.some((row) => row.line === line)) return true;
    if (line > first.line && line < last.line) return false;
    const height = drawn.reduce((sum, row) => sum + row.height, 0) / (last.line - first.line + 1);
    const middle = (first.line + last.line) / 2;
    await this.region.hover();
    await this.#page.mouse.wheel(0, (line - middle) * height);
    // Rows are drawn in the next frame.
    await this.#page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    return true;
  }
}

/** Clicks where the text begins: a row's middle may be blank, its left edge the bands'. */
async function click(row: Locator, modifiers: ('Shift' | 'ControlOrMeta')[] = []): Promise<void> {
  const text = row.locator('[data-text]');
  const target = (await text.count()) > 0 ? text.first() : row;
  await target.click({ modifiers, position: { x: 8, y: 6 } });
}
