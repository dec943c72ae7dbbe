/** The state of the work, honestly shown: not saved and why, read by another, taken over, crashed. */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Page } from '@playwright/test';
import { startHost } from './kit/host.ts';
import { type Desk, expect, sample, test } from './kit/index.ts';
import { LOOKS } from './pages.ts';

/** No file that the desk writes may grow beyond so many bytes: to it the disk is full. */
const limitFiles = (desk: Desk, bytes: number | 'unlimited') =>
  execFileSync('prlimit', ['--pid', String(desk.pid), `--fsize=${bytes}:`]);

const saveButton = (page: Page) => page.locator('.issue-bar .save + button');
const notice = (page: Page) => page.locator('.notices li');
const said = (page: Page) => page.locator('[data-announcement]');
const state = (page: Page) => page.locator('[role="status"][data-state]');

test.beforeEach(({ desk }) => desk.open(sample()));

for (const { theme, lang } of LOOKS)
  test.describe(`${theme}, ${lang}`, () => {
    test.use({ theme, lang });
    test('a full disk: what is safe, what to do, and saved when there is room', async ({ desk, host }) => {
      test.skip(process.platform !== 'linux', 'only Linux can limit the files of a process that runs (prlimit)');
      test.skip(host === 'electron', 'prlimit is given the Node host; npm run torture tries full volumes');
      const original = readFileSync(desk.issue);
      await desk.selectLines(13);
      await desk.act('p');
      limitFiles(desk, 0);
      await desk.selectLines(152);
      await desk.press('x', 'a');
      await expect(state(desk.page)).toHaveAttribute('data-state', 'failed');
      await expect(said(desk.page)).toContainText(lang === 'en' ? 'The disk is full' : '磁盘已满');
      await expect(saveButton(desk.page)).toBeVisible();
      await desk.shot(`full-${theme}-${lang}`);
      // Work goes on meanwhile, in memory.
      await desk.press('x', 'f');
      await expect(state(desk.page)).toContainText('2');
      await saveButton(desk.page).click();
      await expect(state(desk.page)).toHaveAttribute('data-state', 'failed');
      limitFiles(desk, 'unlimited');
      await saveButton(desk.page).click();
      expect(await desk.status.saved()).toBe(3);
      await desk.reopen();
      expect(await desk.status.seq()).toBe(3);
      expect(readFileSync(desk.issue)).toEqual(original);
    });
  });

test('a second person reads along; take-over keeps both, and the first reads along', async ({
  desk,
  scratch,
  host,
}) => {
  test.skip(host === 'electron', 'two Electron programs of one user share a window; the second person has a Node host');
  await desk.selectLines(13);
  await desk.act('p');
  const second = await startHost(join(scratch, 'second'), [desk.issue]);
  const other = await desk.page.context().newPage();
  try {
    await other.goto(`${second.url}&lang=en`);
    await expect(notice(other)).toContainText('You can read along');
    await other.screenshot({ path: await desk.shot('second-reader') });

    // What the first does, the second sees; its own edits are not made, and it is told why.
    await desk.selectLines(152);
    await desk.act('x', 'a');
    await expect(state(other)).toContainText('read only');
    await other.locator('[data-pane="raw"] [data-line="13"]').click();
    await other.keyboard.press('n');
    await expect(said(other)).toContainText('your edit was not made');

    await other.getByRole('button', { name: 'Take over' }).click();
    await expect(notice(other)).toHaveCount(0);
    await other.locator('[data-pane="raw"] [data-line="13"]').click();
    await other.keyboard.press('m');
    await expect(state(other)).toHaveAttribute('data-seq', '3');

    // The first hears of it at its next edit, and sees what the second did.
    await desk.selectLines(152);
    await desk.press('x', 'f');
    await expect(said(desk.page)).toContainText('your edit was not made');
    await expect(notice(desk.page)).toContainText('You can read along');
    await desk.shot('taken-over');
    await desk.press('F2');
    await expect(desk.page.locator('.history-row')).toHaveCount(4);
    const segments = readdirSync(join(dirname(desk.issue), '.galley', basename(desk.issue)));
    expect(segments.filter((name) => name.startsWith('journal.'))).toHaveLength(2);
  } finally {
    await other.close();
    await second.stop();
  }
});

test('the page crashes in the middle of an edit, and comes back with it', async ({ desk, host }) => {
  test.skip(host === 'electron', 'in Electron the window comes back by itself: electron.spec.ts');
  const { page } = desk;
  await desk.selectLines(152);
  await desk.act('x', 'a');
  await expect(state(page)).toHaveAttribute('data-seq', '1');
  await desk.press('ArrowDown', 'x', 'f');
  const address = new URL(page.url()).origin;
  const next = await page.context().newPage();
  const crashed = page.waitForEvent('crash');
  await page.goto('chrome://crash').catch(() => undefined);
  await crashed;
  await page.close();
  await next.goto(address);
  // What was acknowledged is there; what was not yet may be. Work goes on from it.
  await expect(state(next)).toHaveAttribute('data-seq', /^[12]$/);
  await expect(notice(next)).toHaveCount(0);
  const before = Number(await state(next).getAttribute('data-seq'));
  await next.locator('[data-pane="raw"] [data-line="13"]').click();
  await next.keyboard.press('n');
  await expect(state(next)).toHaveAttribute('data-seq', `${before + 1}`);
  await next.close();
});

test('a file that is dropped on the window never takes its place: how to open it is said', async ({ desk, host }) => {
  const session = await desk.page.context().newCDPSession(desk.page);
  const way = host === 'electron' ? 'Choose it' : 'Start Galley with it: npm start';
  const data = { items: [], files: [desk.issue], dragOperationsMask: 1 };
  for (const pane of ['raw', 'article']) {
    const box = await desk.page.locator(`[data-pane="${pane}"]`).boundingBox();
    const at = { x: (box?.x ?? 0) + 40, y: (box?.y ?? 0) + 200, data };
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
      await session.send('Input.dispatchDragEvent', { type, ...at });
    await expect(said(desk.page)).toContainText(
      `“${basename(desk.issue)}” can’t be opened by dropping it here. ${way}`,
    );
    await desk.selectLines(13);
    await desk.act('p');
    await desk.undo();
  }
});
