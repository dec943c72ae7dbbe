/** About: versions, licences, where the logs lie, and a report that holds what is needed and no word of the newspaper. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, sample, test } from './kit/index.ts';

test('a report is written by keyboard, without a word or a name of the issue', async ({ desk, scratch }) => {
  await desk.open(sample());
  await desk.command('desk.about');
  const dialog = desk.page.getByRole('dialog', { name: 'About Galley' });
  await expect(dialog).toContainText(/Galley \d+\.\d+\.\d+/);
  await expect(dialog.locator('dl')).toContainText(/Node\d+\.\d+/);
  await expect(dialog.locator('summary').filter({ hasText: /^lexical .*MIT/ })).toBeVisible();
  expect(await dialog.locator('summary').count()).toBeGreaterThan(20);

  await desk.press('Tab');
  await expect(dialog.getByRole('button', { name: 'Write a report of a problem' })).toBeFocused();
  await desk.press('Enter');
  await expect(dialog.getByRole('status')).toContainText(/galley-report-[\dT-]+\.json/);
  const folder = join(scratch, 'data', 'reports');
  const [name = ''] = readdirSync(folder);
  const report = readFileSync(join(folder, name), 'utf8');
  const { log } = JSON.parse(report) as { readonly log: readonly { readonly what: string }[] };
  expect(log.map(({ what }) => what)).toEqual(expect.arrayContaining(['start', 'issue opened', 'review opened']));
  expect(report).not.toContain(basename(desk.issue));
  expect(report).not.toContain(scratch);
  for (const line of readFileSync(desk.issue, 'utf8')
    .split('\n')
    .map((text) => text.trim()))
    if (/\p{Script=Han}{4}/u.test(line)) expect(report).not.toContain(line);
});
