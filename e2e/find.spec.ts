/** Find and replace over the issue: hits in context and in both panes, one undo, patterns that never end. */
import { readFileSync } from 'node:fs';
import { type Desk, expect, sample, test } from './kit/index.ts';

const panel = (desk: Desk) => desk.page.locator('section.find');
const query = (desk: Desk) => panel(desk).getByRole('textbox', { name: 'Find', exact: true });
const status = (desk: Desk) => panel(desk).getByRole('status');
const hits = (desk: Desk) => panel(desk).getByRole('list', { name: 'Hits' }).getByRole('listitem');

/** Texts of the ranges drawn in a highlight within an element. */
const drawn = (desk: Desk, name: string, pane: string): Promise<readonly string[]> =>
  desk.page.evaluate(
    ([name, pane]) => {
      const root = document.querySelector(`[data-pane="${pane}"]`);
      const ranges = [...(CSS.highlights.get(name ?? '') ?? [])] as Range[]; // the window draws live ranges only
      return ranges.filter(({ startContainer }) => root?.contains(startContainer)).map(String);
    },
    [name, pane] as const,
  );

async function find(desk: Desk, text: string): Promise<void> {
  await desk.press('ControlOrMeta+f');
  await expect(query(desk)).toBeFocused();
  await query(desk).fill(text);
}

test.beforeEach(({ desk }) => desk.open(sample()));

test('words that a line end cuts are found, shown in both panes and replaced, one or many; one undo', async ({
  desk,
}) => {
  const original = readFileSync(desk.issue);
  const before = await desk.editor.text('Body');
  // Lines 1 and 3: 清河 + 市把老旧小区.
  await find(desk, '清河市把');
  await expect(status(desk)).toHaveText('1 of one hit');
  await desk.press('Enter');
  await expect.poll(() => drawn(desk, 'galley-found-now', 'article')).toEqual(['清河市把']);
  await expect.poll(() => drawn(desk, 'galley-found-now', 'raw')).toEqual(['清河', '市把']);
  await panel(desk).getByRole('textbox', { name: 'Replace with' }).fill('本市将');
  await expect(hits(desk).filter({ hasText: '本市将' })).toHaveCount(1);
  await desk.change('replace', () => panel(desk).getByRole('button', { name: 'Replace one hit' }).click());
  await desk.editor.expectText('Body', before.replace('清河市把', '本市将'));
  await expect(status(desk)).toHaveText('Nothing found.');
  expect(readFileSync(desk.issue)).toEqual(original);
  await desk.undo();
  await desk.editor.expectText('Body', before);

  // All hits but the unchecked one.
  const body = before;
  await find(desk, '小区');
  await expect(status(desk)).toHaveText(/^\d+ of \d+ hits$/);
  const count = Number(/of (\d+)/.exec((await status(desk).textContent()) ?? '')?.[1]);
  expect(count).toBeGreaterThan(3);
  await panel(desk).getByRole('textbox', { name: 'Replace with' }).fill('社区');
  await panel(desk)
    .getByRole('checkbox', { name: /^Replace “小区”/ })
    .first()
    .uncheck();
  await desk.change('replace', () =>
    panel(desk)
      .getByRole('button', { name: `Replace ${count - 1} hits` })
      .click(),
  );
  await expect(desk.said).toContainText(`${count - 1} hits were replaced`);
  await expect(status(desk)).toHaveText('1 of one hit');
  await desk.undo();
  await desk.editor.expectText('Body', body);
  await expect(status(desk)).toHaveText(new RegExp(`of ${count} hits$`));
});

test('regular expressions with groups; nonsense is told; what never ends is ended', async ({ desk }) => {
  await find(desk, '(\\d+)个');
  await panel(desk).getByRole('checkbox', { name: 'Regular expression' }).check();
  await expect(status(desk)).toHaveText(/of/);
  await panel(desk).getByRole('textbox', { name: 'Replace with' }).fill('$1座');
  await expect(hits(desk).filter({ hasText: '42座' })).toHaveCount(1);
  await query(desk).fill('(\\d+');
  await expect(status(desk)).toContainText('This is no regular expression');
  await query(desk).fill('(?:.?.?.?.?.?.?.?.?.?.?.?.?.?.?.?.?.?.?.?.?.?.?.?.?)+x{9}');
  await expect(status(desk)).toContainText('takes too long', { timeout: 15_000 });
  // The window still works.
  await query(desk).fill('居民');
  await expect(status(desk)).toHaveText(/^\d+ of \d+ hits$/);
});

test('F3 goes on from anywhere, over articles; in the raw text furniture is found too', async ({ desk }) => {
  await find(desk, '本报讯');
  await expect(status(desk)).toHaveText(/^\d+ of \d+ hits$/);
  const at = async () => Number(/^\d+/.exec((await status(desk).textContent()) ?? '')?.[0]);
  const shown = () => desk.page.locator('[data-pane="articles"] [aria-selected="true"]').getAttribute('data-article');
  await desk.press('Enter');
  await expect.poll(() => drawn(desk, 'galley-found-now', 'article')).toEqual(['本报讯']);
  const [first, article] = [await at(), await shown()];
  await desk.press('F3');
  await expect.poll(at).toBe(first + 1);
  await expect.poll(shown).not.toBe(article);
  await desk.press('Shift+F3');
  await expect.poll(at).toBe(first);
  await panel(desk).getByRole('combobox', { name: 'Where to look' }).selectOption('raw');
  await expect(status(desk)).toHaveText(/^\d+ of \d+ hits$/);
  await desk.press('Escape');
  await expect(panel(desk)).toHaveCount(0);
  await expect.poll(() => drawn(desk, 'galley-found', 'raw')).toEqual([]);
});
