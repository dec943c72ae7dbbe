/** The queue of doubts: `desk.doubts.next()`, then `.accept()` or `.takeOther()`, by the keys that an editor uses. */
import { type Locator, test } from '@playwright/test';
import type { Desk } from './desk.ts';
import { CannotBe } from './words.ts';

/** The doubt that the strip shows. */
export class ShownDoubt {
  readonly #desk: Desk;
  /** Why it is one, in the editor's words. */
  readonly sentence: string;
  constructor(desk: Desk, sentence: string) {
    this.#desk = desk;
    this.sentence = sentence;
  }

  /** The proposal is right. Goes on to the next doubt. */
  accept(): Promise<void> {
    return this.#settle('accept the proposal', 'y');
  }

  /** The other reading is right. Goes on to the next doubt. */
  takeOther(): Promise<void> {
    return this.#settle('take the other reading', 'r');
  }

  /** The proposal is right, here and in all open doubts of this kind. */
  acceptAllAlike(): Promise<void> {
    return this.#settle('accept all like this', 'Shift+Y');
  }

  #settle(what: string, key: string): Promise<void> {
    return test.step(`doubt: ${what}`, async () => {
      const refusal = await this.#desk.actOrRefusal(key);
      if (refusal !== null) throw new CannotBe(`the doubt “${this.sentence}” has no such reading: ${refusal}`);
    });
  }
}

export class Doubts {
  readonly #desk: Desk;
  /** The pane. */
  readonly region: Locator;
  constructor(desk: Desk) {
    this.#desk = desk;
    this.region = desk.page.locator('[data-pane="doubts"]');
  }

  /** Goes to the next open doubt; null when none is left. */
  next(): Promise<ShownDoubt | null> {
    return this.#go('the next doubt', 'F8');
  }

  /** Goes to the open doubt before; null when none is left. */
  previous(): Promise<ShownDoubt | null> {
    return this.#go('the doubt before', 'Shift+F8');
  }

  /** The open doubt about this line. */
  at(place: { readonly line: number }): Promise<ShownDoubt> {
    return test.step(`the doubt at line ${place.line}`, async () => {
      const seen: number[] = [];
      for (let doubt = await this.next(); doubt; doubt = await this.next()) {
        const line = Number(await this.region.locator('.doubt').getAttribute('data-line'));
        if (line === place.line) return doubt;
        if (seen.includes(line)) break;
        seen.push(line);
      }
      throw new CannotBe(
        `no doubt is open at line ${place.line}; there are some at lines ${seen.join(', ') || 'none'}`,
      );
    });
  }

  #go(what: string, key: string): Promise<ShownDoubt | null> {
    return test.step(what, async () => {
      await this.#desk.focusRaw();
      await this.#desk.press(key);
      const sentence = this.region.locator('.doubt-sentence');
      await this.#desk.drawn();
      if ((await sentence.count()) === 0) return null;
      return new ShownDoubt(this.#desk, ((await sentence.first().textContent()) ?? '').trim());
    });
  }
}
