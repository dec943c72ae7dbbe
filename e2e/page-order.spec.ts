/** A folder of page files is read in the order that its editor gives the pages, as long as nothing is edited. */
import { mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, sample, test, writeIssue } from './kit/index.ts';

test('pages are moved by keys and buttons, read so at once, and stay once something is edited', async ({
  desk,
  scratch,
}) => {
  const folder = join(scratch, 'monday');
  mkdirSync(folder);
  for (const n of [1, 2, 10]) writeIssue(folder, `p${n}.txt`, `PAGE ${n}\n\n${readFileSync(sample(), 'utf8')}`);
  await desk.open(folder);
  const { page } = desk;
  const dialog = page.locator('dialog:modal');
  const list = dialog.getByRole('listbox');
  const names = list.locator('.choice-label');
  const show = async () => {
    await desk.command('issue.masthead');
    await dialog.getByRole('button', { name: 'Order of the pages…' }).click();
    await expect(list).toBeFocused();
  };

  await show();
  await expect(names).toHaveText(['p1.txt', 'p2.txt', 'p10.txt']);
  await list.press('End');
  await list.press('Alt+Home');
  await expect(names).toHaveText(['p10.txt', 'p1.txt', 'p2.txt']);
  await dialog.getByRole('button', { name: 'Later' }).click();
  await expect(names).toHaveText(['p1.txt', 'p10.txt', 'p2.txt']);
  await expect(dialog.getByRole('status')).toHaveText('p10.txt is number 2 of 3 now.');
  await dialog.getByRole('button', { name: 'Earlier' }).click();
  await dialog.getByRole('button', { name: 'Keep this order' }).click();
  await expect(desk.raw.row(1)).toContainText('PAGE 10');
  expect(readFileSync(join(dirname(desk.issue), '.galley/monday/pages.txt'), 'utf8')).toBe('p10.txt\np1.txt\np2.txt\n');

  await expect.poll(async () => (await desk.articles()).length).toBeGreaterThan(0);
  await desk.command('article.settle');
  await show();
  await expect(dialog.getByRole('button', { name: 'Keep this order' })).toHaveCount(0);
  await list.press('Alt+ArrowDown');
  await expect(names).toHaveText(['p10.txt', 'p1.txt', 'p2.txt']);
});
