/** What the archive's table shows: its filters, set as a person sets them. */
import { expect, type Locator, test } from '@playwright/test';
import { ISSUE_STATES, type IssueState, SOURCE_STATES, type SourceState } from '../../shared/contract/archive.ts';
import type { ArchiveWindow } from './archive.ts';
import { CannotBe } from './words.ts';

/** Which issues are wanted; all that is said must hold, what is left out may be anything. */
export interface WantedIssues {
  /** Words in name, folder, paper, date, edition or person. */
  readonly text?: string;
  /** How far the issue is. */
  readonly state?: IssueState;
  /** A person; '': nobody. */
  readonly assigned?: string;
  /** The newspaper, as the archive calls it. */
  readonly paper?: string;
  /** Whether the file is still the one that was reviewed. */
  readonly source?: SourceState;
  /** First and last day, both included: `2013`, `2013-08`, `2013-08-19`. */
  readonly from?: string;
  /** See `from`. */
  readonly to?: string;
  /** Only issues with open doubts. */
  readonly doubts?: boolean;
}

/** `paper 清河日报, state settled`. */
export const wantedInWords = (wanted: WantedIssues): string =>
  Object.entries(wanted)
    .filter(([, value]) => value !== false)
    .map(([what, value]) => (what === 'doubts' ? 'with doubts' : `${what} ${value === '' ? 'nobody' : value}`))
    .join(', ') || 'all';

/** How the choice of a person says that nobody is meant. */
const NOBODY = ' ';

export class ArchiveFilters {
  readonly #archive: ArchiveWindow;
  constructor(archive: ArchiveWindow) {
    this.#archive = archive;
  }

  /** Shows these only; what is not said is set to any. */
  set(wanted: WantedIssues): Promise<void> {
    return test.step(`show issues: ${wantedInWords(wanted)}`, async () => {
      const { text = '', from = '', to = '', state, source, assigned, paper, doubts = false } = wanted;
      const control = this.#archive.control.bind(this.#archive);
      await this.#type(control('searchbox', 'archive.filter'), text);
      await this.#type(control('textbox', 'archive.from'), from);
      await this.#type(control('textbox', 'archive.to'), to);
      await this.#choose('state', control('combobox', 'archive.column.state'), state ?? '', ISSUE_STATES);
      await this.#choose('source', control('combobox', 'archive.column.source'), source ?? '', SOURCE_STATES);
      await this.#choose('paper', control('combobox', 'archive.paper'), paper ?? '');
      const person = assigned === '' ? NOBODY : (assigned ?? '');
      await this.#choose('person', control('combobox', 'archive.column.assigned'), person);
      await control('checkbox', 'archive.withDoubts').setChecked(doubts);
      await this.#archive.answered();
    });
  }

  async #type(box: Locator, value: string): Promise<void> {
    if ((await box.inputValue()) === value) return;
    await box.fill(value);
    await box.press('Enter');
    if ((await box.getAttribute('aria-invalid')) === 'true')
      throw new CannotBe(`“${value}” is no day: write 2013, 2013-08 or 2013-08-19`);
  }

  /** `known`: what the choice always offers; without it, what it offers grows with the archive. */
  async #choose(what: string, choice: Locator, value: string, known?: readonly string[]): Promise<void> {
    if ((await choice.inputValue()) === value) return;
    if (!known) await this.#expectOffered(what, choice, value);
    await choice.selectOption(value);
  }

  async #expectOffered(what: string, choice: Locator, value: string): Promise<void> {
    const offers = async () =>
      choice
        .locator('option')
        .evaluateAll((all) => all.map((one) => (one instanceof HTMLOptionElement ? one.value : '')));
    // The archive tells its papers and persons when it has read them.
    await expect
      .poll(async () => (await offers()).includes(value), { timeout: OFFERED_MS })
      .toBe(true)
      .catch(async () => {
        const names = (await offers()).filter((one) => one.trim() !== '');
        throw new CannotBe(`the archive has no ${what} “${value}”; it has ${names.join(', ') || 'none'}`);
      });
  }
}

/** The archive's papers and persons come after its first rows. */
const OFFERED_MS = 5_000;
