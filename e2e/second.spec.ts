/** A second reader, who sees nothing of the first; then what differs, one key each, and how far both agree. */
import { type Desk, expect, sample, test } from './kit/index.ts';

/** The name that stands in the record of edits. */
async function callMe(desk: Desk, name: string): Promise<void> {
  await desk.press('ControlOrMeta+,');
  const dialog = desk.page.getByRole('dialog');
  await dialog.locator('input[name="person"]').fill(name);
  await desk.press('Tab', 'Escape');
}

test('another person reviews blind; the first settles what differs by one key each', async ({ desk }) => {
  await desk.open(sample());
  await callMe(desk, '周');
  await desk.line(59).outside('ad');
  await desk.line(111).role('kicker');

  await callMe(desk, '李');
  await desk.command('second.begin');
  await expect(desk.page.locator('.issue-bar')).toContainText('second reading by 李');
  await desk.settled();
  // Blind: the lines are as they were proposed, and nothing is compared.
  expect((await desk.line(59).owner()).role).toBe('body');
  await desk.line(111).role('kicker');
  await desk.line(61).outside('ad');
  const ids = await desk.list.ids();
  await desk.list.select(ids.at(-1) ?? '');
  await desk.act('ControlOrMeta+Enter');
  await desk.save();

  // Back in the first review.
  await desk.reopen();
  await callMe(desk, '周');
  expect((await desk.line(59).owner()).role).toBe('ad');
  await desk.command('second.compare');
  const panel = desk.page.locator('.second');
  await expect(panel.getByRole('status')).toContainText('2 differences open');
  await expect(panel.locator('[data-figure="bcubed"]')).toHaveText(/^0\.9\d\d$/);
  // What the second reader settled and both see alike is settled at once.
  await desk.change('settle what both see alike', () => desk.command('second.settleAgreed'));
  expect(await desk.articleNumber(ids.length).state()).toBe('settled');
  // The first difference by the list, then one key each.
  await panel.locator('.differences button').first().press('Enter');
  await expect(desk.page.locator('[data-pane="doubts"]')).toContainText('李');
  await desk.act('y');
  await expect(panel.getByRole('status')).toContainText('1 settled as mine');
  await desk.act('r');
  await expect(panel.getByRole('status')).toContainText('0 differences open');
  await expect(panel.getByRole('status')).toContainText('1 as theirs');
  expect((await desk.line(59).owner()).role).toBe('ad');
  expect((await desk.line(61).owner()).role).toBe('ad');
  await expect(desk).toConserve();
  await desk.undo();
  await expect(panel.getByRole('status')).toContainText('1 differences open');
  expect((await desk.line(61).owner()).role).toBe('body');
});
