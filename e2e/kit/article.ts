/**
 * An article of the review, found by what a reader sees (its headline, a line, a piece of its text), never by id:
 * `desk.articleAt({ line: 1 }).setHeadline('…')`. It is looked for anew at each act, so a script can go on after
 * articles were merged or moved. Every act is done as a person does it, and waits until it is on the disk.
 */
import { test } from '@playwright/test';
import type { FieldName } from './article-pane.ts';
import type { Desk } from './desk.ts';
import { type KitNote, writeNote } from './notes.ts';
import { CannotBe, quoted } from './words.ts';

/** Who wrote it: the role as it is written (记者, by, photo …), and the name. */
export interface KitCredit {
  /** As it is written: 记者, by, photo. */
  readonly role?: string;
  /** The name. */
  readonly name: string;
}

/** One change of a field's text: `replace` (may be empty) that stands right after `after` becomes `with`. */
export interface TextChange {
  /** Absent: the body. */
  readonly field?: FieldName;
  /** What stands before the place, enough of it to be found; absent: the field's beginning. */
  readonly after?: string;
  /** Which of the places where `after` stands, from 1; absent: the first. */
  readonly nth?: number;
  /** What is typed over; absent or empty: nothing. */
  readonly replace?: string;
  /** The new text; a line end (\n) starts a paragraph in the body. */
  readonly with: string;
}

/** An article, found anew at each act by what a reader sees of it. */
export class ArticleHandle {
  readonly #desk: Desk;
  readonly #words: string;
  readonly #find: () => Promise<string>;
  /** `words`: how it was pointed at; `find`: its id now, or an error in words. */
  constructor(desk: Desk, words: string, find: () => Promise<string>) {
    this.#desk = desk;
    this.#words = words;
    this.#find = find;
  }

  toString(): string {
    return this.#words;
  }

  /** Id of the article now; for the kit's own use, scripts name places. */
  id(): Promise<string> {
    return this.#find();
  }

  /** Its place in reading order, from 1. */
  async number(): Promise<number> {
    return (await this.#desk.list.ids()).indexOf(await this.#find()) + 1;
  }

  /** Shows it in the article pane, by its card. */
  show(): Promise<void> {
    return test.step(`show ${this}`, async () => {
      const id = await this.#find();
      const card = this.#desk.list.card(id);
      if ((await card.getAttribute('aria-selected')) !== 'true') await this.#desk.list.select(id);
    });
  }

  /** The text of a field as it reads; empty when the article has none. */
  async text(field: FieldName): Promise<string> {
    await this.show();
    return this.#desk.editor.text(field);
  }

  /** Its headline as it reads; empty when it has none. */
  headline(): Promise<string> {
    return this.text('Headline');
  }

  /** The credits as their chips read: role and name. */
  async credits(): Promise<readonly string[]> {
    await this.show();
    return this.#desk.editor.credits();
  }

  /** Its first line is now this one: what stood before it in the article goes to whoever stands before. */
  moveStart(place: { readonly line: number }): Promise<void> {
    return test.step(`${this} starts at line ${place.line}`, async () => {
      const id = await this.#find();
      const line = this.#desk.line(place.line);
      const owner = await line.owner();
      await line.select();
      // S: the article of this line starts here. Of a line before it: the next one starts here.
      const refusal = await this.#desk.actOrRefusal(owner.articles.includes(id) ? 's' : 'Shift+S');
      if (refusal !== null) throw new CannotBe(`${this} can't start at line ${place.line}: ${refusal}`);
      const { articles } = await line.owner();
      if (!articles.includes(id))
        throw new CannotBe(`${this} does not stand next to line ${place.line}: undo, and give it the lines instead`);
    });
  }

  /** Its headline reads so; supplied where the article has none. */
  setHeadline(headline: string): Promise<void> {
    return test.step(`${this} is headed ${quoted(headline)}`, async () => {
      await this.show();
      const field = this.#desk.editor.field('Headline');
      if ((await field.count()) === 0) return this.#supplyHeadline(headline);
      if ((await this.#desk.editor.text('Headline')) === headline) return;
      await this.#desk.change('type the headline', async () => {
        await field.click();
        await this.#desk.press('ControlOrMeta+a');
        await this.#desk.page.keyboard.insertText(headline);
      });
      await this.#desk.editor.expectText('Headline', headline);
      await this.#desk.leaveEditor();
    });
  }

  async #supplyHeadline(headline: string): Promise<void> {
    await this.#desk.list.select(await this.#find());
    await this.#desk.press('v');
    await this.#desk.editor.expectFocus('Headline');
    await this.#desk.change('type the headline', () => this.#desk.page.keyboard.insertText(headline));
    await this.#desk.editor.expectText('Headline', headline);
    await this.#desk.leaveEditor();
  }

  /** Corrects text of a field at the keyboard: the caret goes to the place, what is replaced is selected, then typed over. */
  type(change: TextChange): Promise<void> {
    const { field = 'Body', after, replace = '' } = change;
    return test.step(`${this}, ${field}: ${quoted(replace)} becomes ${quoted(change.with)}`, async () => {
      await this.show();
      const text = await this.#desk.editor.text(field);
      if (!text.includes(`${after ?? ''}${replace}`))
        throw new CannotBe(`the ${field.toLowerCase()} of ${this} has no ${quoted(`${after ?? ''}${replace}`)}`);
      await this.#desk.change('type', async () => {
        await this.#desk.editor.placeCaret(field, after, change.nth);
        if (after === undefined) await this.#desk.press('ControlOrMeta+Home');
        for (const _character of replace) await this.#desk.page.keyboard.press('Shift+ArrowRight');
        await this.#desk.drawn(); // the editor hears of a moved caret a little later than the browser
        if (change.with === '') await this.#desk.press('Delete');
        for (const [i, paragraph] of change.with.split('\n').entries()) {
          if (i > 0) await this.#desk.press('Enter');
          if (paragraph !== '') await this.#desk.page.keyboard.insertText(paragraph);
        }
      });
      await this.#desk.leaveEditor();
    });
  }

  /** One more byline. */
  addCredit(credit: KitCredit): Promise<void> {
    return this.#credits(`add ${credit.name}`, () => this.#desk.editor.setCredit(null, credit));
  }

  /** Changes the credit whose chip reads so. */
  setCredit(chip: string, credit: KitCredit): Promise<void> {
    return this.#credits(`${quoted(chip)} is ${credit.name}`, async () => {
      await this.#expectChip(chip);
      await this.#desk.editor.setCredit(chip, credit);
    });
  }

  /** Takes away the credit whose chip reads so, or holds this piece of it. */
  removeCredit(chip: string): Promise<void> {
    return this.#credits(`remove ${quoted(chip)}`, async () => {
      await this.#expectChip(chip);
      await this.#desk.editor.removeCredit(chip);
    });
  }

  async #expectChip(chip: string): Promise<void> {
    const chips = await this.#desk.editor.credits();
    if (!chips.some((one) => one.includes(chip)))
      throw new CannotBe(`${this} names no ${quoted(chip)}; it names ${chips.join(', ') || 'nobody'}`);
  }

  #credits(what: string, act: () => Promise<void>): Promise<void> {
    return test.step(`${this}: ${what}`, async () => {
      await this.show();
      await this.#desk.change(what, act);
    });
  }

  /** This article and that one become that one. They must stand next to each other in the list. */
  mergeInto(other: ArticleHandle): Promise<void> {
    return test.step(`merge ${this} into ${other}`, async () => {
      const [own, target] = [await this.number(), await other.number()];
      if (Math.abs(own - target) !== 1)
        throw new CannotBe(`${this} (article ${own}) and ${other} (article ${target}) are not neighbours in the list`);
      const into = await other.id();
      await this.#desk.list.select(into);
      await this.#desk.act(own > target ? 'm' : 'Shift+M');
    });
  }

  /** It stands before that article in reading order. */
  moveBefore(other: ArticleHandle): Promise<void> {
    return test.step(`move ${this} before ${other}`, async () => {
      const id = await this.#find();
      await this.#desk.list.select(id);
      for (;;) {
        const ids = await this.#desk.list.ids();
        const [from, to] = [ids.indexOf(id), ids.indexOf(await other.id())];
        if (from === to - 1 || from === to) return;
        await this.#desk.act(from > to ? 'Alt+ArrowUp' : 'Alt+ArrowDown');
      }
    });
  }

  /** It is done. Its open doubts count as passed over. */
  settle(): Promise<void> {
    return test.step(`settle ${this}`, async () => {
      await this.show();
      await this.#desk.act('ControlOrMeta+Enter');
    });
  }

  /** A note for a colleague about the article as a whole. */
  note(note: KitNote): Promise<void> {
    return test.step(`note on ${this}`, async () => {
      await this.#desk.list.select(await this.#find());
      await this.#desk.press('q');
      await writeNote(this.#desk, note);
    });
  }

  /** It stands last in reading order. */
  moveToEnd(): Promise<void> {
    return test.step(`move ${this} to the end`, async () => {
      const id = await this.#find();
      await this.#desk.list.select(id);
      while ((await this.#desk.list.ids()).at(-1) !== id) await this.#desk.act('Alt+ArrowDown');
    });
  }

  /** It is in review again. */
  reopen(): Promise<void> {
    return test.step(`reopen ${this}`, async () => {
      await this.show();
      await this.#desk.change('reopen', () => this.#desk.command('article.reopen'));
    });
  }

  /** `proposed`, `in review` or `settled`. */
  async state(): Promise<string> {
    return (await this.#desk.list.card(await this.#find()).getAttribute('data-state')) ?? '';
  }
}
