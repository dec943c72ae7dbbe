/** Typing through an input method, as the system's would come: composition events, then the text. Chromium only (CDP). */
import type { CDPSession, Page } from '@playwright/test';

export class InputMethod {
  readonly #page: Page;
  #session: Promise<CDPSession> | null = null;
  constructor(page: Page) {
    this.#page = page;
  }

  /** Types the letters one by one into a composition, as Pinyin shows them, and leaves it open. */
  async compose(letters: string): Promise<void> {
    const cdp = await this.#cdp();
    for (let n = 1; n <= letters.length; n++) {
      const text = letters.slice(0, n);
      await cdp.send('Input.imeSetComposition', { text, selectionStart: n, selectionEnd: n });
    }
  }

  /** The choice from the candidates: it takes the composition's place. */
  async commit(text: string): Promise<void> {
    await (await this.#cdp()).send('Input.insertText', { text });
  }

  /** Escape in the candidate window: what was composed goes. */
  async cancel(): Promise<void> {
    await (await this.#cdp()).send('Input.imeSetComposition', { text: '', selectionStart: 0, selectionEnd: 0 });
  }

  /** `type('nihao', '你好')`. */
  async type(letters: string, text: string): Promise<void> {
    await this.compose(letters);
    await this.commit(text);
  }

  #cdp(): Promise<CDPSession> {
    this.#session ??= this.#page.context().newCDPSession(this.#page);
    return this.#session;
  }
}
