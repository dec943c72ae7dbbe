/** Notes for colleagues: written where something is wrong, walked through, answered; the issue returned and handed in. */
import { expect, sample, test } from './kit/index.ts';

test('a reviewer notes and returns, the editor answers and hands in', async ({ desk }) => {
  await desk.open(sample());
  const first = await desk.line(59).text();

  await desk.line(59).note({ class: 'critical', text: '这里的数字与原件不符' });
  await desk.articleAt({ line: 59 }).note({ class: 'minor', text: '标题偏长' });
  await expect((await desk.raw.line(59)).locator('.note-mark')).toHaveAttribute('title', /critical.*数字/);
  const card = desk.list.card(await desk.articleAt({ line: 59 }).id());
  await expect(card).toContainText('2 notes');

  // Walked through by keyboard, round at the end.
  await desk.selectLines(1);
  await desk.press('Shift+Q');
  await expect(desk.said).toContainText('标题偏长');
  await desk.press('Shift+Q');
  await expect(desk.said).toContainText('数字与原件不符');
  await expect(desk.page.locator('[data-line="59"]')).toHaveAttribute('aria-selected', 'true');

  await desk.articleAt({ line: 59 }).settle();
  await desk.returnIssue();
  await expect(desk.page.locator('.issue-bar')).toContainText('returned');
  expect(await desk.articleAt({ line: 59 }).state()).toBe('in review');

  // The editor, later: everything is there, and the list of issues says what waits.
  await desk.reopen();
  await desk.press('Control+O');
  await expect(desk.page.getByRole('row', { name: /qinghe-daily/ })).toContainText(/returned.*2 notes open/);
  await desk.press('Escape');
  expect(await desk.notes.all()).toEqual(['标题偏长', '这里的数字与原件不符']);
  // Kept as it was it needs no edit, and nothing is refused.
  await desk.notes.panel.getByRole('button', { name: /^Change: 标题偏长/ }).click();
  await desk.page.getByRole('dialog').locator('textarea').press('Enter');
  await expect(desk.page.getByRole('dialog')).toHaveCount(0);
  await desk.notes.answer('数字', '已照原件改正');
  await desk.notes.show();
  await desk.notes.panel.locator('.note-place').first().focus();
  await desk.press('ArrowDown');
  await expect(desk.notes.panel.locator('.note-place').nth(1)).toBeFocused();
  await desk.press('Enter');
  await expect(desk.page.locator('[data-line="59"]')).toHaveAttribute('aria-selected', 'true');
  await expect((await desk.raw.line(59)).locator('.note-mark')).toHaveCount(0);
  await desk.handIn();
  await expect(desk.said).toHaveText(/one note is still open/);
  const { notes, returned, conservation } = await desk.document();
  expect(returned).toBeUndefined();
  expect(notes?.map(({ state, answer, lines }) => [state, answer, lines[0]])).toEqual([
    ['open', undefined, expect.any(Number)],
    ['closed', '已照原件改正', 59],
  ]);
  expect(conservation.nonBlank).toBeGreaterThan(0);
  expect(await desk.line(59).text()).toBe(first);
  await desk.undo();
  await expect(desk.page.locator('.issue-bar')).toContainText('returned');
});
