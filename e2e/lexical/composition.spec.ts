/** Input methods: the letters of a composition come through CDP as those of the system's do. */
import { expect, test } from './harness.ts';

const PAGE = `
  a1 body      本报讯 近日，记者在全
  a1 body      市妇女工作会上获悉。
  a1 body    ¶ 第二段𠮷野家。
  a1 headline  全市妇女工作会召开
  a2 body      另一篇文章。
`;

test.beforeEach(({ pane }) => pane.open(PAGE));

test('nothing is taken while composing; its end is one step', async ({ pane }) => {
  const before = await pane.says();
  await pane.caret('Body', '近日，‸记者');
  await pane.ime.compose('nihao');
  expect(await pane.says()).toEqual(before);
  expect(await pane.shown('Body')).toContain('近日，nihao记者');
  await pane.ime.commit('你好');
  expect((await pane.expectAgreement()).body).toContain('近日，你好记者');
  await pane.press('Control+z');
  expect(await pane.expectAgreement()).toEqual(before);
});

test('cancelled, it leaves the text as it was', async ({ pane }) => {
  const before = await pane.says();
  await pane.caret('Body', '近日，‸记者');
  await pane.ime.compose('ni');
  await pane.ime.cancel();
  expect(await pane.expectAgreement()).toEqual(before);
  await pane.page.keyboard.type('x');
  expect((await pane.expectAgreement()).body).toContain('近日，x记者');
});

test('over a selection it takes its place', async ({ pane }) => {
  await pane.caret('Body', '近日，‸记者');
  await pane.press('Shift+ArrowRight', 'Shift+ArrowRight');
  await pane.ime.type('tongshi', '同事');
  expect((await pane.expectAgreement()).body).toContain('近日，同事在全');
});

test('over a selection and cancelled, the selection comes back', async ({ pane }) => {
  const before = await pane.says();
  await pane.caret('Body', '近日，‸记者');
  await pane.press('Shift+ArrowRight', 'Shift+ArrowRight');
  await pane.ime.compose('to');
  await pane.ime.cancel();
  expect(await pane.expectAgreement()).toEqual(before);
  expect(await pane.page.evaluate(() => document.getSelection()?.toString())).toBe('记者');
});

test('over a selection across paragraphs and cancelled, nothing is lost', async ({ pane }) => {
  const before = await pane.says();
  await pane.caret('Body', '会上‸获悉');
  for (let i = 0; i < 6; i++) await pane.press('Shift+ArrowRight');
  await pane.ime.compose('w');
  await pane.ime.cancel();
  expect(await pane.expectAgreement()).toEqual(before);
});

test('at the edge of an outer-plane character, and right after Enter', async ({ pane }) => {
  await pane.caret('Body', '𠮷‸野');
  await pane.ime.type('de', '的');
  expect((await pane.expectAgreement()).body).toContain('𠮷的野家');
  await pane.press('Enter');
  await pane.ime.type('wo', '我');
  expect((await pane.expectAgreement()).body).toContain('𠮷的\n我野家');
});

test('in an empty field it supplies the text', async ({ pane }) => {
  await pane.field('Kicker').click();
  await pane.ime.type('yinti', '引题');
  expect((await pane.expectAgreement()).kicker).toBe('引题');
  await pane.press('Control+z');
  expect((await pane.expectAgreement()).kicker).toBe('');
  await pane.ime.compose('y');
  await pane.ime.cancel();
  expect((await pane.expectAgreement()).kicker).toBe('');
});

test('undo ends the composition first, then takes it back', async ({ pane }) => {
  const before = await pane.says();
  await pane.caret('Headline', '召开‸');
  await pane.page.keyboard.type('了');
  const typed = await pane.says();
  await pane.pause(1100); // the composition shall be a step of its own
  await pane.ime.compose('ma');
  await pane.undo();
  expect(await pane.expectAgreement()).toEqual(typed);
  await pane.undo();
  expect(await pane.expectAgreement()).toEqual(before);
  await pane.redo();
  await pane.redo();
  expect((await pane.expectAgreement()).headline).toBe('全市妇女工作会召开了ma');
});

test('another article takes what was composed along, no letter lost', async ({ pane }) => {
  await pane.caret('Body', '近日，‸记者');
  await pane.ime.compose('zuo');
  await pane.show('a2');
  expect((await pane.expectAgreement()).body).toBe('另一篇文章。');
  await pane.show('a1');
  expect((await pane.expectAgreement()).body).toContain('近日，zuo记者');
});

test('another field takes what was composed along', async ({ pane }) => {
  await pane.caret('Body', '近日，‸记者');
  await pane.ime.compose('zuo');
  await pane.field('Headline').click();
  expect((await pane.expectAgreement()).body).toContain('近日，zuo记者');
});

test('a click elsewhere in the field ends it, no letter lost', async ({ pane }) => {
  await pane.caret('Body', '近日，‸记者');
  await pane.ime.compose('zuo');
  await pane.field('Body').click({ position: { x: 5, y: 5 } });
  expect((await pane.expectAgreement()).body).toContain('近日，zuo记者');
});

test('a change from elsewhere waits until the composition ends', async ({ pane }) => {
  const raw = await pane.raw();
  await pane.caret('Body', '近日，‸记者');
  await pane.ime.compose('ni');
  await pane.edit([{ kind: 'correct', span: { from: raw.indexOf('本报讯'), to: raw.indexOf('近日') }, text: '' }]);
  expect(await pane.shown('Body')).toContain('本报讯 近日，ni记者');
  await pane.ime.commit('你');
  expect((await pane.expectAgreement()).body).toMatch(/^近日，你记者在全市/);
});
