/** Errors of one kind, corrected together: offered after the first, previewed, one undo. */
import { join } from 'node:path';
import { expect, test, writeIssue } from './kit/index.ts';

const PAGE = `农技人员下乡送枝术
  本报讯  （记者 罗丽）  近日，县农技站组织枝术
人员深入田间，把实用枝术送到农民手中。据了解，
今年已培训两千人，发放枝条三百捆。
`;

test('after one correction the others are offered; like ones are checked', async ({ desk, scratch }) => {
  await desk.open(writeIssue(join(scratch, 'from'), 'series.txt', PAGE));
  const before = await desk.editor.text('Body');
  await desk.editor.select('Body', '枝');
  await desk.change('type', () => desk.page.keyboard.insertText('技'));
  await desk.editor.expectText('Body', before.replace('枝术', '技术'));
  const offer = desk.page.getByRole('button', { name: /more like this/ });
  await expect(offer).toBeVisible();
  await desk.press('ControlOrMeta+Alt+f');
  const panel = desk.page.locator('section.find');
  await expect(panel.getByRole('heading')).toHaveText('Errors like 枝 → 技');
  const boxes = panel.getByRole('checkbox');
  // The headline's and the body's second; not 枝条, which has another neighbour.
  await expect(boxes).toHaveCount(3);
  await expect(panel.getByRole('checkbox', { checked: true })).toHaveCount(2);
  await desk.shot('series');
  await desk.change('replace', () => panel.getByRole('button', { name: 'Replace 2 hits' }).click());
  await desk.editor.expectText('Body', before.replaceAll('枝术', '技术'));
  await desk.editor.expectText('Headline', '农技人员下乡送技术');
  await desk.undo();
  await desk.editor.expectText('Body', before.replace('枝术', '技术'));
  await desk.editor.expectText('Headline', '农技人员下乡送枝术');
});
