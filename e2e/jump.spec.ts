/** Going to a line by its number, to an article by its words. */
import { expect, sample, test } from './kit/index.ts';

test.beforeEach(({ desk }) => desk.open(sample()));

test('a number goes to that line, words to their article, from the editor too; Esc stays', async ({ desk }) => {
  const selected = desk.raw.region.locator('[data-line][aria-selected="true"]');
  await desk.editor.field('Body').first().click();
  await desk.press('ControlOrMeta+j');
  await desk.page.keyboard.type('152');
  await desk.press('Enter');
  await expect(desk.page.getByRole('dialog')).toHaveCount(0);
  await expect(selected).toHaveAttribute('data-line', '152');
  await expect(selected).toBeInViewport();
  // The letters of the commands work at once.
  await desk.press('ArrowUp');
  await expect(selected).not.toHaveAttribute('data-line', '152');
  await desk.press('ControlOrMeta+j', '1', 'Escape');
  await expect(selected).not.toHaveAttribute('data-line', '1');

  // A blank line gives the next that shows, one past the end the last.
  await desk.press('ControlOrMeta+j', '5', '8', 'Enter');
  await expect(selected).toHaveAttribute('data-line', '59');
  await desk.press('ControlOrMeta+j');
  await desk.page.keyboard.type('99999');
  await expect(desk.page.getByRole('dialog').getByRole('option').first()).toContainText('the last');
  await desk.press('Enter');
  await expect.poll(async () => Number(await selected.getAttribute('data-line'))).toBeGreaterThan(152);
  await expect(selected).toBeInViewport();

  // Words find an article; what was hidden is shown for it.
  await desk.selectLines(59);
  await desk.press('o');
  await desk.press('ControlOrMeta+j');
  await desk.page.keyboard.type('冬闲书场');
  await expect(desk.page.getByRole('dialog').getByRole('option')).toHaveCount(1);
  await desk.press('Enter');
  await expect(desk.editor.field('Headline').first()).toContainText('冬闲书场');
  await expect(desk.raw.region.locator('[data-line][aria-selected="true"]').first()).toBeInViewport();
});
