/** What the machine suggests: marked in the article, accepted or rejected by key, one by one and all at once. */
import { join } from 'node:path';
import { expect, test, writeIssue } from './kit/index.ts';

const PAGE = `清河县⼈民医院新院区启用
  本报讯  （记者 罗丽）  近日，清河县⼈民医
院新院区正式启用，群众看病难的问题己经得到缓
解。新院区占地六十亩，设床位三百张。
  据了解，医院将继续引进⼈才，为群众提供更好的
服务。
`;

test.beforeEach(({ desk, scratch }) => desk.open(writeIssue(join(scratch, 'from'), 'radicals.txt', PAGE)));

test('are marked, accepted with F7 at the caret, left with Shift-F7, or all at once; one undo each', async ({
  desk,
}) => {
  const before = await desk.editor.text('Body');
  expect(before).toContain('己经');
  const marked = () =>
    desk.page.evaluate(() => [...(CSS.highlights.get('galley-suggestion') ?? [])].map(String).toSorted());
  await expect.poll(marked).toContain('己经');
  await desk.editor.placeCaret('Body', '问题己');
  const note = desk.page.getByRole('group', { name: 'Note on the text' });
  await expect(note).toContainText('looks like a misread “已经”');
  await desk.act('F7');
  await desk.editor.expectText('Body', before.replace('己经', '已经'));
  await expect(note).toHaveCount(0);
  await expect.poll(marked).not.toContain('己经');
  await desk.undo();
  await desk.editor.expectText('Body', before);
  await desk.editor.placeCaret('Body', '问题');
  await desk.editor.placeCaret('Body', '问题己');
  await expect(note).toBeVisible();
  await desk.shot('suggestion', desk.page.locator('[data-pane="article"]'));
  await desk.act('Shift+F7');
  await desk.editor.expectText('Body', before);
  await expect.poll(marked).not.toContain('己经');
  await desk.undo();

  // All at once from the palette.
  await desk.press('ControlOrMeta+k');
  await desk.page.keyboard.type('all suggestions in the issue');
  await desk.change('accept all', () => desk.press('Enter'));
  await desk.editor.expectText('Body', before.replaceAll('⼈', '人').replace('己经', '已经'));
  await desk.undo();
  await desk.editor.expectText('Body', before);
});
