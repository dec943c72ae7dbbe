import type { Edit } from '../../shared/edits/edit.ts';
import { expect, type Pane, test } from './harness.ts';

const PAGE = `
  a1 body      本报讯 （记者 冯海砚） 近日,记者在全
  a1 body      市妇女工作会上获悉�，今年工作。
  a1 body    ¶ 梁 说。
  a1 headline  全市妇女工作会召开
`;

/** The texts under a highlight, as drawn on the screen. */
const marked = (pane: Pane, kind: string): Promise<readonly string[]> =>
  pane.page.evaluate((name) => [...(CSS.highlights.get(name) ?? [])].map(String), `galley-${kind}`);

async function comma(pane: Pane): Promise<Edit> {
  const from = (await pane.raw()).indexOf(',');
  return { kind: 'correct', span: { from, to: from + 1 }, text: '，', by: 'machine' };
}

test.beforeEach(async ({ pane }) => {
  await pane.open(PAGE);
  await pane.edit([await comma(pane)]);
  await pane.rest();
});

test('corrections and lost glyphs are marked, and stay marked while text is typed before them', async ({ pane }) => {
  expect(await marked(pane, 'machine')).toEqual(['，']);
  expect(await marked(pane, 'missing')).toEqual(['�']);
  await pane.caret('Body', '‸本报讯');
  await pane.page.keyboard.type('xy');
  await pane.expectAgreement();
  expect(await marked(pane, 'machine')).toEqual(['，']);
  expect(await marked(pane, 'missing')).toEqual(['�']);
  expect(await marked(pane, 'correction')).toEqual(['xy']);
});

test('marks move with the paragraphs', async ({ pane }) => {
  await pane.caret('Body', '市妇女‸工作');
  await pane.press('Enter');
  await pane.expectAgreement();
  expect(await marked(pane, 'machine')).toEqual(['，']);
  expect(await marked(pane, 'missing')).toEqual(['�']);
});

test('the caret on a correction shows the raw reading; accepted with the keyboard it is the person’s', async ({
  pane,
}) => {
  await pane.caret('Body', '近日，‸记者');
  const note = pane.page.getByRole('group', { name: 'Note on the text' });
  await expect(note).toContainText('Raw,');
  await expect(note).toContainText('Galley');
  await pane.press('Tab');
  await expect(note.getByRole('button', { name: 'Accept' })).toBeFocused();
  await pane.press('Enter');
  await pane.expectAgreement();
  expect(await marked(pane, 'machine')).toEqual([]);
  expect(await marked(pane, 'correction')).toEqual(['，']);
  await expect(pane.field('Body')).toBeFocused();
});

test('under the pointer a correction can be reverted, and undone', async ({ pane }) => {
  const box = await pane.field('Body').evaluate((body) => {
    const node = document.createTreeWalker(body, NodeFilter.SHOW_TEXT).nextNode();
    const at = node?.nodeValue?.indexOf('，') ?? 0;
    const range = document.createRange();
    if (node) range.setStart(node, at);
    if (node) range.setEnd(node, at + 1);
    const { left, top, width, height } = range.getBoundingClientRect();
    return { x: left + width / 2, y: top + height / 2 };
  });
  await pane.page.mouse.move(box.x, box.y);
  const note = pane.page.getByRole('group', { name: 'Note on the text' });
  await note.getByRole('button', { name: 'Revert' }).click();
  expect((await pane.expectAgreement()).body).toContain('近日,记者');
  expect(await marked(pane, 'machine')).toEqual([]);
  await pane.press('Control+z');
  expect((await pane.expectAgreement()).body).toContain('近日，记者');
  await pane.field('Headline').click();
  await expect(note).toHaveCount(0);
});

test('typing at a correction’s edge keeps it one text', async ({ pane }) => {
  await pane.caret('Body', '近日‸，');
  await pane.page.keyboard.type('A');
  await pane.press('ArrowRight');
  await pane.page.keyboard.type('B');
  expect((await pane.expectAgreement()).body).toContain('近日A，B记者');
  await expect(pane.page.getByRole('group', { name: 'Note on the text' })).toHaveCount(0);
  await pane.press('Backspace', 'Backspace');
  expect((await pane.expectAgreement()).body).toContain('近日A记者');
});

test('credits are chips: added, changed, shown in the raw text, removed', async ({ pane }) => {
  const { page } = pane;
  const chips = page.locator('[data-credit]');
  const from = (await pane.raw()).indexOf('梁');
  await pane.edit([
    {
      kind: 'addCredit',
      article: 'a1',
      credit: { role: '作者', name: '梁', span: { from, to: from + 1 }, incomplete: true },
    },
  ]);
  await expect(chips).toHaveText(['作者 梁']);
  await expect(page.getByText('incomplete')).toBeVisible();
  expect(await marked(pane, 'incomplete')).toEqual(['梁']);

  await page.getByRole('button', { name: 'Show in the raw text: line 3' }).click();
  expect(await pane.selected()).toBe('梁 说。');

  await page.getByRole('button', { name: 'Edit byline 作者 梁' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('梁㼆');
  await pane.press('Enter');
  await expect(chips).toHaveText(['作者 梁㼆']);
  await expect(page.getByText('incomplete')).toHaveCount(0);

  await page.getByRole('button', { name: '+ Add byline' }).click();
  await page.getByRole('combobox', { name: 'Role' }).fill('记者');
  await page.getByRole('textbox', { name: 'Name' }).fill('冯海砚');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(chips).toHaveText(['作者 梁㼆', '记者 冯海砚']);

  await page.getByRole('button', { name: 'Edit byline 记者 冯海砚' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('');
  await pane.press('Escape');
  await expect(chips).toHaveText(['作者 梁㼆', '记者 冯海砚']);
  await expect(page.getByRole('button', { name: 'Edit byline 记者 冯海砚' })).toBeFocused();

  await page.getByRole('button', { name: 'Remove byline 作者 梁㼆' }).click();
  await expect(chips).toHaveText(['记者 冯海砚']);
  await expect(page.getByRole('button', { name: 'Edit byline 记者 冯海砚' })).toBeFocused();
  await pane.undo();
  await expect(chips).toHaveText(['作者 梁㼆', '记者 冯海砚']);
});

test('a printed byline in which no name was found is shown, and made a credit', async ({ pane }) => {
  const { page } = pane;
  await pane.open(`
    a1 byline    特约撰稿
    a1 body      天气好。
  `);
  await expect(page.getByText('not read as a name')).toBeVisible();
  await page.getByRole('button', { name: 'Edit byline' }).click();
  await page.getByRole('combobox', { name: 'Role' }).fill('作者');
  await pane.press('Enter');
  await expect(page.locator('[data-credit]')).toHaveText(['作者 特约撰稿']);
  await expect(page.getByText('not read as a name')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Show in the raw text: line 1' })).toBeVisible();
});
