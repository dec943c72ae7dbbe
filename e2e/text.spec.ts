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
      await expect(desk.article.field('Body')).toBeVisible();
    });

    test('letters typed into the body are a correction; the raw text and the file stay', async ({ desk }) => {
      const before = await desk.article.text('Body');
      const original = readFileSync(desk.issue);
      const opening = before.slice(0, 3);
      await desk.change('type', async () => {
        await desk.article.placeCaret('Body', opening);
        await desk.press('X', 'Y');
      });
      await desk.article.expectText('Body', `${opening}XY${before.slice(opening.length)}`);
      const raw = await desk.line(page.first.body);
      await expect(raw).toContainText(opening);
      expect(readFileSync(desk.issue)).toEqual(original);
      const { articles } = await desk.document();
      expect(articles.map((article) => article.paragraphs[0]?.text ?? '').join('\n')).toContain(`${opening}XY`);
    });

    test('a word composed by an input method is one correction and one undo', async ({ desk }) => {
      const before = await desk.article.text('Body');
      const opening = before.slice(0, 3);
      await desk.article.placeCaret('Body', opening);
      const seq = await desk.change('compose', () => desk.inputMethod.type('chunjie', '春节'));
      await desk.article.expectText('Body', `${opening}春节${before.slice(opening.length)}`);
      const undone = await desk.undo();
      expect(undone).toBe(seq + 1);
      await desk.article.expectText('Body', before);
    });

    test('nothing is written while a word is composed, and a cancelled one leaves nothing', async ({ desk }) => {
      const before = await desk.article.text('Body');
      await desk.article.placeCaret('Body', before.slice(0, 3));
      const seq = await desk.status.saved();
      await desk.inputMethod.compose('nihao');
      await expect(desk.article.field('Body')).toContainText('nihao');
      expect(await desk.status.seq()).toBe(seq);
      await desk.inputMethod.cancel();
      await desk.article.expectText('Body', before);
      expect(await desk.status.saved()).toBe(seq);
    });

    test('a composed word replaces what was selected', async ({ desk }) => {
      const before = await desk.article.text('Body');
      const word = before.slice(0, 3);
      await desk.article.select('Body', word);
      await desk.change('compose', () => desk.inputMethod.type('bentai', '本台'));
      await desk.article.expectText('Body', `本台${before.slice(word.length)}`);
    });

    test('Enter breaks a paragraph, Backspace joins it again', async ({ desk }) => {
      const before = await desk.article.text('Body');
      // Within a sentence: the words behind its first comma.
      const caret = before.slice(0, before.indexOf('，') + 1).slice(-4);
      const at = before.indexOf(caret) + caret.length;
      await desk.article.placeCaret('Body', caret);
      await desk.act('Enter');
      await desk.article.expectText('Body', `${before.slice(0, at)}\n${before.slice(at)}`);
      const { articles } = await desk.document();
      expect(articles.flatMap(({ paragraphs }) => paragraphs.map(({ text }) => text))).toContain(before.slice(0, at));
      await desk.article.placeCaret('Body');
      await desk.press('ControlOrMeta+Home');
      await desk.article.placeCaret('Body', caret);
      await desk.press('ArrowRight');
      await desk.act('Backspace');
      await desk.article.expectText('Body', before);
    });

    test('pasted text comes in as plain text', async ({ desk }) => {
      const before = await desk.article.text('Body');
      const opening = before.slice(0, 3);
      await desk.article.placeCaret('Body', opening);
      await desk.change('paste', () =>
        desk.article.field('Body').evaluate((box) => {
          const data = new DataTransfer();
          data.setData('text/plain', '粘贴');
          data.setData('text/html', '<b onclick="window.wasRun=1">粘贴</b><img src=x onerror="window.wasRun=1">');
          box.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
        }),
      );
      await desk.article.expectText('Body', `${opening}粘贴${before.slice(opening.length)}`);
      await expect(desk.article.field('Body').locator('b, img')).toHaveCount(0);
      expect(await desk.page.evaluate(() => 'wasRun' in window)).toBe(false);
    });

    test('bylines are changed, added and removed', async ({ desk }) => {
      const before = await desk.article.credits();
      await desk.change('add', () => desk.article.setCredit(null, { role: '通讯员', name: '林 一' }));
      await expect.poll(() => desk.article.credits()).toHaveLength(before.length + 1);
      expect((await desk.article.credits()).join()).toContain('林 一');
      await desk.change('change', () => desk.article.setCredit('林 一', { name: '林一鸣' }));
      await expect.poll(async () => (await desk.article.credits()).join()).toContain('林一鸣');
      const { articles } = await desk.document();
      expect(articles.flatMap(({ bylines }) => bylines)).toContainEqual(
        expect.objectContaining({ role: '通讯员', name: '林一鸣' }),
      );
      await desk.change('remove', () => desk.article.removeCredit('林一鸣'));
      await expect.poll(() => desk.article.credits()).toEqual(before);
    });

    test('a headline that the raw text lacks is supplied', async ({ desk }) => {
      // The second article has none on either page.
      const { articles } = await desk.raw.owner(page.second.lines[0]);
      await desk.list.select(articles[0] ?? '');
      const headline = await desk.article.text('Headline');
      expect(headline, 'the segmenter gives it no headline').not.toMatch(CHINESE);
      await desk.selectLines(page.second.lines[0]);
      await desk.press('v');
      await expect(desk.article.field('Headline')).toBeFocused();
      await desk.change('type a headline', () => desk.page.keyboard.insertText('人社部门开展专项行动'));
      await desk.article.expectText('Headline', '人社部门开展专项行动');
      await expect(desk.list.card(articles[0] ?? '')).toContainText('人社部门开展专项行动');
    });
  });
}
