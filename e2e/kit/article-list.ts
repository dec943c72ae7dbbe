/** The article cards, in reading order. */
import type { Locator, Page } from '@playwright/test';

export interface Card {
  /** For the kit’s own use: scripts name places. */
  readonly id: string;
  /** What the card says, in one line. */
  readonly text: string;
}

export class ArticleList {
  readonly region: Locator;
  readonly cards: Locator;
  constructor(page: Page) {
    this.region = page.locator('[data-pane="articles"]');
    this.cards = this.region.locator('[data-article]');
  }

  async all(): Promise<readonly Card[]> {
    return this.cards.evaluateAll((cards) =>
      cards.map((card) => ({
        id: card.getAttribute('data-article') ?? '',
        text: (card.textContent ?? '').replace(/\s+/g, ' ').trim(),
      })),
    );
  }

  async ids(): Promise<readonly string[]> {
    return (await this.all()).map((card) => card.id);
  }

  /** The headlines as the cards show them, in reading order. */
  async titles(): Promise<readonly { readonly id: string; readonly title: string }[]> {
    return this.cards.evaluateAll((cards) =>
      cards.map((card) => ({
        id: card.getAttribute('data-article') ?? '',
        title: (card.querySelector('.card-title')?.textContent ?? '').trim(),
      })),
    );
  }

  card(id: string): Locator {
    return this.region.locator(`[data-article="${id}"]`);
  }

  /** The first card that shows this text; an error in words when none does. */
  async containing(text: string): Promise<Card> {
    const all = await this.all();
    const found = all.find((card) => card.text.includes(text));
    if (!found)
      throw new Error(`no article's card says “${text}”; there are: ${all.map((card) => card.text).join(' | ')}`);
    return found;
  }

  async select(id: string): Promise<void> {
    await this.card(id).click();
  }
}
