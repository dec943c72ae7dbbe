/** Every view of the window, as a person comes to it from the review of the sample. */
import { type Desk, expect } from '../kit/index.ts';

export interface View {
  readonly name: string;
  /** Shows it, from the review; leaving is by Esc. */
  readonly show: (desk: Desk) => Promise<void>;
  /** Where it is; a dialog makes the rest inert. */
  readonly within: string;
  /** Its look depends on more than what is kept: no picture of it is compared. */
  readonly isNew?: true;
}

const DIALOG = 'dialog:modal';
const byKeys = (name: string, ...keys: readonly string[]): View => ({
  name,
  show: (desk) => desk.press(...keys),
  within: DIALOG,
});
const byCommand = (name: string, id: string, within = DIALOG): View => ({
  name,
  show: (desk) => desk.command(id),
  within,
});

/** With hits, one of them shown. */
async function findWords(desk: Desk): Promise<void> {
  await desk.press('ControlOrMeta+f');
  const [words, instead] = [0, 1].map((n) => desk.page.locator('section.find input[type="text"]').nth(n));
  await words?.fill('小区');
  await instead?.fill('社区');
  await expect(desk.page.locator('section.find .find-hit').first()).toBeVisible();
  await words?.press('Enter');
}

/** With what the desk says of the export. */
async function showExport(desk: Desk): Promise<void> {
  await desk.press('ControlOrMeta+e');
  await expect(desk.page.locator(`${DIALOG} ul li`).first()).toBeVisible();
}

async function showArchive(desk: Desk): Promise<void> {
  await desk.press('F4');
  await expect(desk.page.locator('[data-pane="raw"]')).toHaveCount(0);
}

export const VIEWS: readonly View[] = [
  { name: 'review', show: (desk) => desk.selectLines(59), within: '.window' },
  { ...byKeys('doubt', 'd'), within: '[data-pane="doubts"]' },
  { name: 'find', show: findWords, within: '.find' },
  { ...byKeys('history', 'F2'), within: 'section.history' },
  byKeys('compare', 'Shift+F2'),
  byCommand('tour', 'desk.tour', 'dialog.tour'),
  byKeys('palette', 'ControlOrMeta+k'),
  byKeys('help', 'F1'),
  byKeys('settings', 'ControlOrMeta+,'),
  { name: 'export', show: showExport, within: DIALOG },
  byKeys('issues', 'ControlOrMeta+o'),
  byKeys('jump', 'ControlOrMeta+j', '5', '9'),
  byCommand('remap', 'desk.remap'),
  byCommand('masthead', 'issue.masthead'),
  byCommand('about', 'desk.about'),
  byKeys('note', 'q'),
  { ...byKeys('notes', 'Shift+F4'), within: '.notes' },
  byKeys('give', 'a'),
  // The segmenter says why anew each time.
  { ...byKeys('why', 'w'), isNew: true },
  // The last: there is no way back by Esc.
  { name: 'archive', show: showArchive, within: '.window' },
];

/** A change undone and one that stands: the history has both. */
export async function work(desk: Desk): Promise<void> {
  await desk.selectLines(13);
  await desk.act('p');
  await desk.selectLines(152);
  await desk.act('x', 'a');
  await desk.undo();
}

/** The theme as a person sets it. */
export async function setTheme(desk: Desk, theme: string): Promise<void> {
  await desk.press('ControlOrMeta+,');
  await desk.page
    .getByRole('dialog')
    .locator('select')
    .filter({ has: desk.page.locator('[value="contrast"]') })
    .selectOption(theme);
  await expect(desk.page.locator('html')).toHaveAttribute('data-theme', theme);
  await desk.press('Escape');
}
