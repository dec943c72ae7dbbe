/**
 * Lines of the raw text, pointed at by their numbers, and what can be said of them: `desk.lines(12, 15).role('headline')`.
 * Every act selects the lines with the mouse and presses the key that a person would, and waits until it is on the disk.
 */
import { type Locator, test } from '@playwright/test';
import type { ArticleRole, OutsideRole } from '../../shared/model/roles.ts';
import type { ArticleHandle } from './article.ts';
import type { Desk } from './desk.ts';
import { CannotBe, linesInWords } from './words.ts';

/** The key of each role (docs/qa.md); text given to no article has its key after X. */
const ROLE_KEYS: { readonly [role in Exclude<ArticleRole, 'dateline'>]: string } = {
  headline: 'h',
  kicker: 'k',
  subhead: 'u',
  lede: 'l',
  byline: 'b',
  caption: 'c',
  body: 't',
};
const OUTSIDE_KEYS: { readonly [role in OutsideRole]: string } = {
  section: 's',
  furniture: 'f',
  jump: 'j',
  ad: 'a',
  unreadable: 'u',
};

export type LineRole = keyof typeof ROLE_KEYS;

/** Who owns a line: the articles of its text in order (by id), and its role. */
export interface LineOwner {
  readonly articles: readonly string[];
  readonly role: string;
}

export class Lines {
  readonly #desk: Desk;
  readonly first: number;
  readonly last: number;
  constructor(desk: Desk, first: number, last: number) {
    if (last < first) throw new CannotBe(`lines ${first} to ${last}: the last comes before the first`);
    this.#desk = desk;
    this.first = first;
    this.last = last;
  }

  /** As messages and steps call them. */
  toString(): string {
    return linesInWords(this.first, this.last);
  }

  /** The first line's row in the raw pane, scrolled to. */
  row(): Promise<Locator> {
    return this.#desk.raw.line(this.first);
  }

  /** What the first line reads in the raw text. */
  text(): Promise<string> {
    return this.#desk.raw.text(this.first);
  }

  /** Who owns the first line. */
  owner(): Promise<LineOwner> {
    return this.#desk.raw.owner(this.first);
  }

  select(): Promise<void> {
    return this.#desk.raw.selectLines(this.first, this.last);
  }

  /** The lines have this role in their article; text from outside comes into the article that is shown. */
  role(role: LineRole): Promise<void> {
    return this.#act(`${this} is ${role}`, ROLE_KEYS[role]);
  }

  /** The lines are of no article: a column title, furniture, a jump line, an advertisement, unreadable. */
  outside(role: OutsideRole): Promise<void> {
    return this.#act(`${this} is outside: ${role}`, 'x', OUTSIDE_KEYS[role]);
  }

  /** The lines belong to that article; each keeps its role, text from outside becomes body. */
  giveTo(article: ArticleHandle): Promise<void> {
    return test.step(`give ${this} to ${article}`, async () => {
      const id = await article.id();
      await this.select();
      await this.#desk.give(id);
    });
  }

  /** A new article of these lines; of a single line on within an article, what stands from there on. */
  newArticle(): Promise<ArticleHandle> {
    return test.step(`new article from ${this}`, async () => {
      await this.select();
      await this.#changes('n');
      return this.#desk.articleAt({ line: this.first });
    });
  }

  /** A paragraph starts at the first line, or no longer does. */
  toggleParagraph(): Promise<void> {
    return this.#act(`${this} starts a paragraph, or no longer`, 'p');
  }

  #act(what: string, ...keys: readonly string[]): Promise<void> {
    return test.step(what, async () => {
      await this.select();
      await this.#changes(...keys);
    });
  }

  async #changes(...keys: readonly string[]): Promise<void> {
    const refusal = await this.#desk.actOrRefusal(...keys);
    if (refusal !== null) throw new CannotBe(`${this}: the desk refused (${refusal})`);
  }
}
