/** A delivery from the archive: a profile is made and kept, looked at before it is written, and written again. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, sample, test, writeIssue } from './kit/index.ts';

const TEXT = readFileSync(sample(), 'utf8');

test('a profile is kept, previewed, delivered with its manifest; a second delivery says what is new', async ({
  desk,
  scratch,
}) => {
  const folder = join(scratch, 'archive');
  for (const day of ['01', '02']) writeIssue(folder, `qinghe-daily-2013-08-${day}.txt`, TEXT);
  const archive = await desk.openArchive(folder);
  await archive.hasIssues(2);
  const { page } = desk;
  await page.getByRole('combobox', { name: 'What to do' }).selectOption('export');
  await page.getByRole('button', { name: 'Export 2 issues…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Export from the archive' });

  await dialog.getByRole('combobox', { name: 'Format' }).selectOption('text');
  await dialog.getByText('Which articles, which fields').click();
  await dialog.getByRole('combobox', { name: 'A file for each' }).selectOption('article');
  await dialog.getByRole('checkbox', { name: 'Captions' }).uncheck();
  await dialog.getByRole('textbox', { name: 'Names of files' }).fill('{nothing}');
  await expect(dialog.getByRole('alert')).toContainText("can't be used");
  await dialog.getByRole('textbox', { name: 'Names of files' }).fill('{date}/{article} {headline}');
  await dialog.getByRole('textbox', { name: 'Name of the profile' }).fill('Web');
  await dialog.getByRole('button', { name: 'Save profile' }).click();
  await expect(dialog.getByRole('combobox', { name: 'Format' })).toHaveValue('profile:Web');
  const kept = JSON.parse(readFileSync(join(folder, '.galley-archive', 'profiles.json'), 'utf8'));
  expect(kept.profiles).toMatchObject([{ name: 'Web', per: 'article', pattern: '{date}/{article} {headline}' }]);

  const files = (change: string) => dialog.locator(`[data-of="files"] [data-change="${change}"]`);
  await dialog.getByRole('button', { name: 'Preview' }).click();
  await expect(dialog.getByRole('table', { name: 'this one would have' })).toBeVisible();
  const added = await files('added').textContent();
  await desk.shot('export-archive');
  await dialog.getByRole('button', { name: 'Export', exact: true }).click();
  await expect(dialog.getByRole('table', { name: /^Against the last export there$/ })).toBeVisible();
  await expect(files('added')).toHaveText(added ?? '');
  const out = /· (\/\S.*)$/.exec((await dialog.locator('[data-batch-state]').textContent()) ?? '')?.[1] ?? '';
  const manifest = JSON.parse(readFileSync(join(out, 'galley-manifest.json'), 'utf8'));
  expect(manifest.files).toHaveLength(Number(added));
  expect(readdirSync(out).sort()).toEqual(['2013-08-01', '2013-08-02', 'galley-manifest.json']);
  expect(readFileSync(join(out, manifest.files[0].file), 'utf8')).toContain('= This is a part: 1 of the issue');

  await dialog.getByRole('button', { name: 'Preview' }).click();
  await expect(files('unchanged')).toHaveText(added ?? '');
  await expect(files('added')).toHaveText('0');
  await page.keyboard.press('Escape');
  await expect(archive.batches).toContainText(`unchanged ${added}`);

  // The same profile for one issue of the archive, from its own window.
  await archive.open('qinghe-daily-2013-08-01.txt');
  await desk.settled();
  await page.keyboard.press('ControlOrMeta+e');
  const single = page.getByRole('dialog', { name: 'Export' });
  await single.getByRole('combobox', { name: 'Format' }).selectOption('profile:Web');
  await expect(single.getByRole('table')).toContainText('Articles');
  await expect(single.locator('.report-files')).toContainText('2013-08-01/01 ');
  await desk.shot('export-issue');
});
