/**
 * Lines of the raw text, pointed at by their numbers, and what can be said of them: `desk.lines(12, 15).role('headline')`.
 * Every act selects the lines with the mouse and presses the key that a person would, and waits until it is on the disk.
 */
import { type Locator, test } from '@playwright/test';
import type { ArticleRole, OutsideRole } from '../../shared/model/roles.ts';
import type { ArticleHandle } from './article.ts';
import type { Desk } from './desk.ts';
import { type KitNote, writeNote } from './notes.ts';
import { CannotBe, linesInWords, quoted } from './words.ts';

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
  /** By id; empty: outside. */
  readonly articles: readonly string[];
  /** The role of the line in its article, or outside. */
  readonly role: string;
}

interface LinePart {
  readonly text: string;
  readonly nth: number;
}

/** Lines of the raw text by their numbers, from 1, or a part of one. */
export class Lines {
  readonly #desk: Desk;
  readonly first: number;
  readonly last: number;
  readonly #part: LinePart | null;
  constructor(desk: Desk, first: number, last: number, part: LinePart | null = null) {
    if (last < first) throw new CannotBe(`lines ${first} to ${last}: the last comes before the first`);
    this.#desk = desk;
    this.first = first;
    this.last = last;
    this.#part = part;
  }

  /** As messages and steps call them. */
  toString(): string {
    const lines = linesInWords(this.first, this.last);
    return this.#part ? `${quoted(this.#part.text)} in ${lines}` : lines;
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

  /** Selects them with the mouse; a part of a line by the arrow keys. */
  async select(): Promise<void> {
    await this.#desk.raw.selectLines(this.first, this.last);
    if (this.#part) await this.#selectPart(this.#part);
  }

  /** Text within the line; `nth`: which place, from 1, where it stands several times. */
  part(text: string, nth = 1): Lines {
    return new Lines(this.#desk, this.first, this.first, { text, nth });
  }

  /** From the selected line to its characters, and over the part, by the arrow keys. */
  async #selectPart({ text, nth }: LinePart): Promise<void> {
    const line = await this.#desk.lineText(this.first);
    let at = -1;
    for (let n = 0; n < nth; n++) at = line.indexOf(text, at + 1);
    if (at < 0) throw new CannotBe(`line ${this.first} has no ${quoted(text)}`);
    const characters = (piece: string) => [...piece].length;
    const indent = line.length - line.trimStart().length;
    await this.#desk.press('ArrowRight');
    for (let n = characters(line.slice(indent, at)); n > 0; n--) await this.#desk.press('ArrowRight');
    for (let n = characters(text) - 1; n > 0; n--) await this.#desk.press('Shift+ArrowRight');
  }

  /** The lines have this role in their article; text from outside comes into the article that fits it best. */
  role(role: LineRole): Promise<void> {
    return test.step(`${this} is ${role}`, async () => {
      if (!(await this.#isAlready(({ articles, role: own }) => articles.length === 1 && own === role)))
        await this.#select(ROLE_KEYS[role]);
    });
  }

  /** The lines are of no article: a column title, furniture, a jump line, an advertisement, unreadable. */
  outside(role: OutsideRole): Promise<void> {
    return test.step(`${this} is outside: ${role}`, async () => {
      if (!(await this.#isAlready(({ articles, role: own }) => articles.length === 0 && own === role)))
        await this.#select('x', OUTSIDE_KEYS[role]);
    });
  }

  /** The lines belong to that article; each keeps its role, text from outside becomes body. */
  giveTo(article: ArticleHandle): Promise<void> {
    return test.step(`give ${this} to ${article}`, async () => {
      const id = await article.id();
      if (await this.#isAlready(({ articles }) => articles.length === 1 && articles[0] === id)) return;
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

  /** A note for a colleague about these lines. */
  note(note: KitNote): Promise<void> {
    return test.step(`note on ${this}`, async () => {
      await this.select();
      await this.#desk.press('q');
      await writeNote(this.#desk, note);
    });
  }

  /** A paragraph starts at the first line, or no longer does. */
  toggleParagraph(): Promise<void> {
    return test.step(`${this} starts a paragraph, or no longer`, () => this.#select('p'));
  }

  /** Whether every line is so already: then there is nothing to do, as for a person. Parts of lines never count. */
  async #isAlready(so: (owner: LineOwner) => boolean): Promise<boolean> {
    if (this.#part) return false;
    const lines = await this.#desk.issueLines();
    if (this.last >= lines.length)
      throw new CannotBe(`line ${this.last} is not in this issue, which has ${lines.length - 1} lines`);
    for (let line = this.first; line <= this.last; line++)
      if ((lines[line] ?? '').trim() !== '' && !so(await this.#desk.raw.owner(line))) return false;
    return true;
  }

  async #select(...keys: readonly string[]): Promise<void> {
    await this.select();
    await this.#changes(...keys);
  }

  async #changes(...keys: readonly string[]): Promise<void> {
    const refusal = await this.#desk.actOrRefusal(...keys);
    if (refusal !== null) throw new CannotBe(`${this}: the desk refused (${refusal})`);
  }
}
