/** The newspaper's word list: edited in the settings, learnt from settled articles, near misses suggested. */
import { join } from 'node:path';
import { expect, test, writeIssue } from './kit/index.ts';

const PAGE = `清河日报  2024年3月12日  星期二  第1版

全市妇女工作会召开
  本报讯  （记者 沈若溪）  近日，记者在全市妇
女工作会上获悉，今年将新建妇女之家三十个。
  沉若溪在会上发言。
`;

test('a word put in makes its near miss a suggestion; a settled article teaches', async ({ desk, scratch }) => {
  await desk.open(writeIssue(join(scratch, 'from'), 'words.txt', PAGE));
  const before = await desk.editor.text('Body');
  expect(before).toContain('沉若溪');
  await desk.press('ControlOrMeta+,');
  const settings = desk.page.getByRole('dialog');
  await settings.getByRole('textbox', { name: 'Name or place' }).fill('沈若溪');
  await settings.getByRole('button', { name: 'Add' }).click();
  const list = settings.getByRole('list', { name: /^Words of/ });
  await expect(list.getByRole('listitem')).toHaveText([/沈若溪.*put in/]);
  await desk.shot('words', settings);
  await settings.getByRole('button', { name: 'Close' }).click();
  const marked = () => desk.page.evaluate(() => [...(CSS.highlights.get('galley-suggestion') ?? [])].map(String));
  await expect.poll(marked).toEqual(['沉若溪']);
  await desk.press('ControlOrMeta+k');
  await desk.page.keyboard.type('all suggestions in this article');
  await desk.change('accept', () => desk.press('Enter'));
  await desk.editor.expectText('Body', before.replace('沉', '沈'));
  await desk.reopen();
  await desk.press('ControlOrMeta+,');
  // The window is another: so are its elements.
  await expect(desk.page.getByRole('dialog').getByText('沈若溪')).toBeVisible();
});
