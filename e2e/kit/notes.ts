/** The notes of colleagues: `desk.notes.all()`, `desk.notes.answer('…', '…')`, by the panel that an editor uses. */
import { type Locator, test } from '@playwright/test';
import type { NoteClass } from '../../shared/model/note.ts';
import type { Desk } from './desk.ts';
import { CannotBe, quoted } from './words.ts';

/** What a note says. */
export interface KitNote {
  readonly class?: NoteClass;
  readonly text: string;
}

const CLASSES: readonly NoteClass[] = ['critical', 'major', 'minor'];

/** Fills in the form of a note that is open, and keeps it. */
export async function writeNote(desk: Desk, { class: noteClass = 'major', text }: KitNote): Promise<void> {
  const dialog = desk.page.getByRole('dialog');
  await dialog.getByRole('radio').nth(CLASSES.indexOf(noteClass)).check();
  await dialog.locator('textarea').fill(text);
  await desk.change('keep the note', () => dialog.locator('textarea').press('Enter'));
}

export class Notes {
  readonly #desk: Desk;
  constructor(desk: Desk) {
    this.#desk = desk;
  }

  get panel(): Locator {
    return this.#desk.page.locator('.notes');
  }

  /** Shows the list. */
  async show(): Promise<void> {
    if ((await this.panel.count()) === 0) await this.#desk.press('Shift+F4');
    await this.panel.waitFor();
  }

  /** What the notes say, in the order of the list; a closed one's answer follows after ↳. */
  async all(): Promise<readonly string[]> {
    await this.show();
    return this.panel.locator('.note-words').allInnerTexts();
  }

  /** Closes the note that reads so, with an answer. */
  answer(text: string, answer = ''): Promise<void> {
    return test.step(`answer ${quoted(text)}`, async () => {
      await this.show();
      const row = this.panel.locator('li', { hasText: text });
      if ((await row.count()) === 0) throw new CannotBe(`no note says ${quoted(text)}`);
      await row.first().locator('.note-acts button').first().click();
      const field = this.#desk.page.getByRole('dialog').locator('textarea');
      await field.fill(answer);
      await this.#desk.change('close the note', () => field.press('Enter'));
    });
  }
}
