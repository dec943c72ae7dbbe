/** The history panel: the journal in words, to any point of it and back; two states of an article compared. */
import { readFileSync } from 'node:fs';
import { type Desk, expect, sample, test } from './kit/index.ts';

const panel = (desk: Desk) => desk.page.locator('section.history');
const rows = (desk: Desk) => panel(desk).locator('.history-row');
const here = (desk: Desk) => panel(desk).locator('.history-row[aria-current="step"]');
const dialog = (desk: Desk) => desk.page.getByRole('dialog');

/** Three acts: a correction, a line as an ad, two articles made one. */
async function work(desk: Desk): Promise<void> {
  await desk.editor.placeCaret('Body', (await desk.editor.text('Body')).slice(0, 3));
  await desk.change('type', () => desk.press('Z'));
  await desk.leaveEditor();
  await desk.selectLines(152);
  await desk.act('x', 'a');
  await desk.selectLines(13);
  await desk.act('m');
}

test.beforeEach(({ desk }) => desk.open(sample()));

test('the journal in words; back to the proposal and on again by the keyboard', async ({ desk }) => {
  const original = readFileSync(desk.issue);
  const body = await desk.editor.text('Body');
  await work(desk);
  const cards = await desk.articles();
  await desk.press('F2');
  await expect(rows(desk)).toHaveText([
    /^the proposal/,
    /^a correction.*line \d+/,
    /^giving text another place.*line 152/,
    /^a merge.*here/,
  ]);
  await expect(here(desk).locator('.history-step')).toBeFocused();
  await expect(panel(desk)).toContainText(/^History3 changes, \d+ min of work/);

  await desk.press('Home');
  await expect(rows(desk).first().locator('.history-step')).toBeFocused();
  await desk.act('Enter');
  await expect(desk.said).toHaveText('3 steps undone.');
  await expect(here(desk)).toHaveText(/^the proposal/);
  await expect(rows(desk).filter({ hasText: 'taken back' })).toHaveCount(3);
  await desk.editor.expectText('Body', body);

  await desk.press('End');
  await expect(rows(desk).last().locator('.history-step')).toBeFocused();
  await desk.act('Enter');
  await expect(desk.said).toHaveText('3 steps redone.');
  expect(await desk.articles()).toEqual(cards);
  await desk.press('Escape');
  await expect(panel(desk)).toHaveCount(0);
  expect(readFileSync(desk.issue)).toEqual(original);
});

test('what was taken back and replaced is told, and can not be gone to; all is there after a restart', async ({
  desk,
}) => {
  await work(desk);
  await desk.undo();
  await desk.selectLines(13);
  await desk.act('n');
  await desk.press('F2');
  const replaced = rows(desk).filter({ hasText: 'a merge' });
  await expect(replaced).toContainText('other work since');
  await expect(here(desk)).toHaveText(/^a split/);
  const saved = await desk.status.saved();
  await replaced.locator('.history-step').focus();
  await desk.press('Enter');
  await expect(desk.said).toContainText('can be compared, not gone back to');
  expect(await desk.status.saved()).toBe(saved);
  const before = await rows(desk).allTextContents();
  await desk.reopen();
  await desk.press('F2');
  await expect(rows(desk)).toHaveCount(before.length);
  await expect(here(desk)).toHaveText(/^a split/);
});

test('raw against corrected, and any step against now', async ({ desk }) => {
  await work(desk);
  await desk.press('Shift+F2');
  await expect(dialog(desk).getByRole('status')).toHaveText('Characters added: 1; removed: 0.');
  await expect(dialog(desk).locator('ins')).toHaveText(['Z']);
  await expect(dialog(desk).locator('del')).toHaveCount(0);
  await dialog(desk).getByRole('button', { name: 'Exchange' }).click();
  await expect(dialog(desk).locator('del')).toHaveText(['Z']);
  await desk.press('Escape');

  await desk.press('F2');
  await rows(desk)
    .filter({ hasText: 'the proposal' })
    .getByRole('button', { name: /^Compare/ })
    .click();
  await expect(dialog(desk).getByRole('combobox', { name: 'Before' })).toHaveValue('0');
  // What the merge brought in is added too.
  await expect(dialog(desk).locator('ins').filter({ hasText: /.{20}/ }).first()).toBeVisible();
  await dialog(desk).getByRole('combobox', { name: 'After' }).selectOption({ label: 'the proposal' });
  await expect(dialog(desk).getByRole('status')).toHaveText('No difference.');
});
