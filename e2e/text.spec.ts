/** Correcting text in the article: by keyboard, through an input method, by pasting; bylines; paragraphs. */
import { readFileSync } from 'node:fs';
import { expect, test } from './kit/index.ts';
import { PAGES } from './pages.ts';

const CHINESE = /\p{Script=Han}/u;

for (const page of PAGES) {
  test.describe(page.name, () => {
    test.beforeEach(async ({ desk }) => {
      await desk.open(page.path);
      const { articles } = await desk.raw.owner(page.first.body);
      await desk.list.select(articles[0] ?? '');
      await expect(desk.editor.field('Body')).toBeVisible();
    });

    test('typed and pasted text is a correction, as plain text; the raw text and the file stay', async ({ desk }) => {
      const before = await desk.editor.text('Body');
      const original = readFileSync(desk.issue);
      const opening = before.slice(0, 3);
      await desk.change('type', async () => {
        await desk.editor.placeCaret('Body', opening);
        await desk.press('X', 'Y');
      });
      await desk.editor.expectText('Body', `${opening}XY${before.slice(opening.length)}`);
      const raw = await desk.line(page.first.body).row();
      await expect(raw).toContainText(opening);
      expect(readFileSync(desk.issue)).toEqual(original);
      const { articles } = await desk.document();
      expect(articles.map((article) => article.paragraphs[0]?.text ?? '').join('\n')).toContain(`${opening}XY`);
      await desk.undo();
      await desk.editor.placeCaret('Body', opening);
      await desk.change('paste', () =>
        desk.editor.field('Body').evaluate((box) => {
          const data = new DataTransfer();
          data.setData('text/plain', '粘贴');
          data.setData('text/html', '<b onclick="window.wasRun=1">粘贴</b><img src=x onerror="window.wasRun=1">');
          box.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
        }),
      );
      await desk.editor.expectText('Body', `${opening}粘贴${before.slice(opening.length)}`);
      await expect(desk.editor.field('Body').locator('b, img')).toHaveCount(0);
      expect(await desk.page.evaluate(() => 'wasRun' in window)).toBe(false);
    });

    test('a word composed by an input method is one correction and one undo; cancelled, it is nothing', async ({
      desk,
    }) => {
      const before = await desk.editor.text('Body');
      const opening = before.slice(0, 3);
      await desk.editor.placeCaret('Body', opening);
      const seq = await desk.change('compose', () => desk.inputMethod.type('chunjie', '春节'));
      await desk.editor.expectText('Body', `${opening}春节${before.slice(opening.length)}`);
      const undone = await desk.undo();
      expect(undone).toBe(seq + 1);
      await desk.editor.expectText('Body', before);

      // Nothing is written while a word is composed, and a cancelled one leaves nothing.
      await desk.editor.placeCaret('Body', opening);
      await desk.inputMethod.compose('nihao');
      await expect(desk.editor.field('Body')).toContainText('nihao');
      expect(await desk.status.seq()).toBe(undone);
      await desk.inputMethod.cancel();
      await desk.editor.expectText('Body', before);
      expect(await desk.status.saved()).toBe(undone);

      // A composed word replaces what was selected.
      await desk.editor.select('Body', opening);
      await desk.change('compose', () => desk.inputMethod.type('bentai', '本台'));
      await desk.editor.expectText('Body', `本台${before.slice(opening.length)}`);
    });

    test('Enter breaks a paragraph, Backspace joins it again', async ({ desk }) => {
      const before = await desk.editor.text('Body');
      // Within a sentence: the words behind its first comma.
      const caret = before.slice(0, before.indexOf('，') + 1).slice(-4);
      const at = before.indexOf(caret) + caret.length;
      await desk.editor.placeCaret('Body', caret);
      await desk.act('Enter');
      await desk.editor.expectText('Body', `${before.slice(0, at)}\n${before.slice(at)}`);
      const { articles } = await desk.document();
      expect(articles.flatMap(({ paragraphs }) => paragraphs.map(({ text }) => text))).toContain(before.slice(0, at));
      await desk.editor.placeCaret('Body');
      await desk.press('ControlOrMeta+Home');
      await desk.editor.placeCaret('Body', caret);
      await desk.press('ArrowRight');
      await desk.drawn();
      await desk.act('Backspace');
      await desk.editor.expectText('Body', before);
    });

    test('bylines are changed, added and removed; a headline that the raw text lacks is supplied', async ({ desk }) => {
      const before = await desk.editor.credits();
      await desk.change('add', () => desk.editor.setCredit(null, { role: '通讯员', name: '林 一' }));
      await expect.poll(() => desk.editor.credits()).toHaveLength(before.length + 1);
      expect((await desk.editor.credits()).join()).toContain('林 一');
      await desk.change('change', () => desk.editor.setCredit('林 一', { name: '林一鸣' }));
      await expect.poll(async () => (await desk.editor.credits()).join()).toContain('林一鸣');
      const { articles } = await desk.document();
      expect(articles.flatMap(({ bylines }) => bylines)).toContainEqual(
        expect.objectContaining({ role: '通讯员', name: '林一鸣' }),
      );
      await desk.change('remove', () => desk.editor.removeCredit('林一鸣'));
      await expect.poll(() => desk.editor.credits()).toEqual(before);

      // The second article has no headline on either page.
      const [second = ''] = (await desk.raw.owner(page.second.lines[0])).articles;
      await desk.list.select(second);
      const headline = await desk.editor.text('Headline');
      expect(headline, 'the segmenter gives it no headline').not.toMatch(CHINESE);
      await desk.selectLines(page.second.lines[0]);
      await desk.press('v');
      await expect(desk.editor.field('Headline')).toBeFocused();
      await desk.change('type a headline', () => desk.page.keyboard.insertText('人社部门开展专项行动'));
      await desk.editor.expectText('Headline', '人社部门开展专项行动');
      await expect(desk.list.card(second)).toContainText('人社部门开展专项行动');
    });
  });
}
