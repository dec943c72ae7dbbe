/** The archive: a folder becomes a table, a search, a batch; an issue is opened from it, and back is where it was. */
import { appendFileSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { galley } from './galley.ts';
import { expect, sample, test, writeIssue } from './kit/index.ts';
import { LOOKS } from './pages.ts';

const TEXT = readFileSync(sample(), 'utf8');

/** So many issues, one of them of the hills, in two folders. */
function makeArchive(scratch: string, count: number): string {
  const folder = join(scratch, 'archive');
  for (let n = 0; n < count; n++) {
    const name = `qinghe-daily-2013-08-${String(n + 1).padStart(2, '0')}.txt`;
    writeIssue(join(folder, n % 2 === 0 ? 'a' : 'b'), name, n === 3 ? `${TEXT}\n吕\n梁山区通了火车。\n` : TEXT);
  }
  return folder;
}
/** Two characters of a headline that is proposed for the sample, whichever it is. */
async function proposedHeadline(): Promise<string> {
  const { stdout } = await galley(['segment', sample()]);
  const [, characters] = /"headline":"[^"]*?(\p{Script=Han}{2})/u.exec(stdout) ?? [];
  if (!characters) throw new Error('no headline is proposed for the sample');
  return characters;
}

const name = (day: string) => `qinghe-daily-2013-08-${day}.txt`;

test('a folder opens as a table that follows the disk; it is sorted, filtered and grouped', async ({
  desk,
  scratch,
}) => {
  const folder = makeArchive(scratch, 6);
  const archive = await desk.openArchive(folder);
  await archive.hasIssues(6);
  await expect.poll(async () => (await archive.names()).slice(0, 3)).toEqual([name('01'), name('02'), name('03')]);
  await expect(archive.cell(name('02'), 'state')).toHaveText('unread');
  writeIssue(join(folder, 'c'), 'new.txt', TEXT);
  await archive.hasIssues(7);
  rmSync(join(folder, 'c'), { recursive: true });
  await archive.hasIssues(6);
  await expect(archive.row('new.txt')).toHaveCount(0);

  await archive.table.getByRole('button', { name: 'Date' }).click();
  await archive.table.getByRole('button', { name: /^Date/ }).click();
  await expect.poll(async () => (await archive.names())[0]).toBe(name('06'));
  await archive.filter({ text: '08-04' });
  await expect.poll(() => archive.names()).toEqual([name('04')]);
  await archive.filter({});
  await archive.hasIssues(6);
  await archive.groupBy('folder');
  await expect(archive.table).toHaveAttribute('aria-rowcount', '9');
  await archive.table.getByRole('button', { name: '▾ a' }).click();
  await expect(archive.table).toHaveAttribute('aria-rowcount', '6');
});

test('rows are selected with the keyboard and opened; back, the table is as it was', async ({ desk, scratch }) => {
  const archive = await desk.openArchive(makeArchive(scratch, 8));
  await archive.hasIssues(8);
  await archive.table.focus();
  const { keyboard } = desk.page;
  for (const key of ['ArrowDown', 'ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowDown']) await keyboard.press(key);
  await expect(desk.page.locator('.archive-chosen')).toHaveText('3 of 8 selected');
  await keyboard.press('Control+a');
  await keyboard.press(' ');
  await expect(desk.page.locator('.archive-chosen')).toHaveText('7 of 8 selected');
  await keyboard.press('Enter');
  await desk.settled();
  await expect(desk.page.locator('.issue-bar')).toContainText(name('05'));
  await archive.toggle();
  await expect(archive.row(name('05'))).toHaveAttribute('data-current', 'true');
});

test('two Chinese characters are found over a line end, and the hit opens in place', async ({ desk, scratch }) => {
  const archive = await desk.openArchive(makeArchive(scratch, 6));
  await archive.hasIssues(6);
  await archive.isRead();
  await archive.search('吕梁');
  await expect(archive.hits.getByRole('option')).toHaveCount(1);
  await expect(archive.hits.locator('mark')).toHaveText('吕 梁');
  await archive.hits.getByRole('option').click();
  await desk.settled();
  await expect(desk.page.locator('.issue-bar')).toContainText(name('04'));
  await expect(desk.page.locator('[data-line][aria-selected="true"]').first()).toContainText('吕');
});

test('a batch segments all, and the table says so; what fails, was replaced or is gone is named', async ({
  desk,
  scratch,
}) => {
  const folder = makeArchive(scratch, 5);
  writeIssue(folder, 'empty.txt', ' \n');
  const archive = await desk.openArchive(folder);
  await archive.hasIssues(6);
  const { issues, failures } = await archive.all().segment();
  expect(issues).toBe(6);
  expect(failures).toEqual([expect.stringMatching(/^empty\.txt: /)]);
  await expect(archive.cell(name('03'), 'state')).toHaveText('proposed');
  await expect(archive.cell(name('03'), 'articles')).toHaveText(/^\d+$/);
  await archive.search(`headline:${await proposedHeadline()}`);
  await expect(archive.hits.getByRole('option').first()).toBeVisible();
  await desk.page.getByRole('tab', { name: 'Progress' }).click();
  await expect(
    desk.page.getByRole('region', { name: 'By state' }).getByRole('row', { name: 'proposed 5' }),
  ).toBeVisible();

  await desk.page.getByRole('tab', { name: 'Issues' }).click();
  appendFileSync(join(folder, 'a', name('01')), '另外一行\n');
  rmSync(join(folder, 'b', name('02')));
  await expect(archive.cell(name('01'), 'source')).toHaveText('replaced');
  await expect(archive.cell(name('02'), 'source')).toHaveText('missing');
});

test('issues are given to people, and a view is kept', async ({ desk, scratch }) => {
  const folder = makeArchive(scratch, 4);
  const archive = await desk.openArchive(folder);
  await archive.hasIssues(4);
  await archive.select([name('02')]).assignTo('王编辑');
  await archive.filter({ assigned: '王编辑' });
  await archive.hasIssues(1);
  await desk.page.getByText('Views', { exact: true }).click();
  await desk.page.getByRole('textbox', { name: 'Name of this view' }).fill('王');
  await desk.page.getByRole('button', { name: 'Keep', exact: true }).click();
  await expect(desk.page.getByRole('button', { name: '王', exact: true })).toBeVisible();
  const again = await desk.openArchive(folder);
  await again.hasIssues(4);
  await desk.page.getByText('Views', { exact: true }).click();
  await desk.page.getByRole('button', { name: '王', exact: true }).click();
  await again.hasIssues(1);
});

for (const { theme, lang } of LOOKS)
  test.describe(`${theme}, ${lang}`, () => {
    test.use({ theme, lang });

    test('the archive is drawn, and axe finds nothing serious', async ({ desk, scratch }) => {
      const archive = await desk.openArchive(makeArchive(scratch, 10));
      await archive.hasIssues(10);
      await archive.all().segment();
      const look = async (part: string) => {
        await desk.shot(`${theme}-${lang}-archive-${part}`);
        await expect(desk).toHaveNoSeriousA11yIssue();
      };
      await look('table');
      await desk.page.locator('.archive-acts select').selectOption('export');
      await desk.page.locator('.archive-acts .main').click();
      await desk.page.locator('.profile > summary').click();
      await desk.page.getByRole('dialog').locator('.buttons button').nth(1).click();
      await expect(desk.page.locator('.report')).toBeVisible();
      await look('export');
      await desk.page.keyboard.press('Escape');
      await archive.search('吕梁');
      await expect(archive.hits.getByRole('option')).toHaveCount(1);
      await look('search');
      await desk.page.getByRole('tab').last().click();
      await expect(desk.page.locator('.board-chart').first()).toBeVisible();
      await look('progress');
    });
  });
