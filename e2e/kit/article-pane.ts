/** The article: its head fields and body, each a text box, and its credits. */
import { expect, type Locator, type Page } from '@playwright/test';

/** The names of the text boxes in an English window. */
export type FieldName = 'Kicker' | 'Headline' | 'Subhead' | 'Lede' | 'Caption' | 'Body';

/** Buttons in the languages of the window. */
const ADD_CREDIT = /Add byline|添加署名/;
const REMOVE_CREDIT = /^(?:Remove|删除|移除)/;

export class ArticlePane {
  readonly region: Locator;
  readonly #page: Page;
  constructor(page: Page) {
    this.#page = page;
    this.region = page.locator('[data-pane="article"]');
  }

  field(name: FieldName): Locator {
    // By the field, not by its label: that is in the window's language.
    return this.region.locator(`[data-field="${name.toLowerCase()}"]`).getByRole('textbox');
  }

  /** Text of a field as it is read; paragraphs of the body joined by LF. Empty when the article has none. */
  async text(name: FieldName): Promise<string> {
    const field = this.field(name);
    if ((await field.count()) === 0) return '';
    return field.evaluate((box) => {
      const paragraphs = box.querySelectorAll(':scope > p');
      const texts = paragraphs.length > 0 ? [...paragraphs].map((p) => p.textContent ?? '') : [box.textContent ?? ''];
      return texts.join('\n');
    });
  }

  /**
   * Puts the caret into the field: behind the `nth` place where `after` stands, else at the end. By mouse and arrow
   * keys a person would take longer to the same effect.
   */
  async placeCaret(name: FieldName, after?: string, nth = 1): Promise<void> {
    const field = this.field(name);
    await field.click();
    if (after === undefined) {
      await this.#page.keyboard.press('ControlOrMeta+End');
      return;
    }
    await field.evaluate(
      (box, [wanted, count]) => {
        let left = count;
        const walker = document.createTreeWalker(box, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const text = node.textContent ?? '';
          for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1))
            if (--left === 0) return void document.getSelection()?.collapse(node, at + wanted.length);
        }
        throw new Error(`“${wanted}” does not stand in this field`);
      },
      [after, nth] as const,
    );
    // The editor takes the selection over when the browser says that it changed.
    await this.#page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  }

  /** Selects the first place where `text` stands, within one text node. */
  async select(name: FieldName, text: string): Promise<void> {
    await this.placeCaret(name, text);
    for (const _character of text) await this.#page.keyboard.press('Shift+ArrowLeft');
  }

  /** The credits, as their chips read. */
  async credits(): Promise<readonly string[]> {
    const chips = this.region.locator('[data-credit]');
    return chips.evaluateAll((all) => all.map((chip) => (chip.textContent ?? '').replace(/\s+/g, ' ').trim()));
  }

  /** Changes the credit whose chip reads `chip` (role and name), or adds one when `chip` is null; Enter saves. */
  async setCredit(chip: string | null, credit: { readonly role?: string; readonly name: string }): Promise<void> {
    if (chip === null) await this.region.getByRole('button', { name: ADD_CREDIT }).click();
    else await this.region.locator('[data-credit]', { hasText: chip }).click();
    const form = this.region.getByRole('form');
    const [role, name] = [form.getByRole('combobox'), form.getByRole('textbox')];
    if (credit.role !== undefined) await role.fill(credit.role);
    await name.fill(credit.name);
    await name.press('Enter');
  }

  async removeCredit(chip: string): Promise<void> {
    const item = this.region
      .getByRole('listitem')
      .filter({ has: this.#page.locator('[data-credit]', { hasText: chip }) });
    await item.getByRole('button', { name: REMOVE_CREDIT }).click();
  }

  /** The keyboard writes into this field. */
  async expectFocus(name: FieldName): Promise<void> {
    await expect(this.field(name), `the caret is in the ${name.toLowerCase()}`).toBeFocused();
  }

  async expectText(name: FieldName, text: string): Promise<void> {
    await expect.poll(() => this.text(name), { message: `${name} reads` }).toBe(text);
  }
}
