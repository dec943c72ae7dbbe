import { expect, test } from './harness.ts';

const PAGE = `
  a1 body      本报讯 （记者 冯海砚） 近日，记者在全
  a1 body      市妇女工作会上获悉，今年全市妇女工作。
  a1 body    ¶ 围绕学习宣传贯彻，持续强化𠮷野家思想
  a1 body      政治引领。
  a1 headline  全市妇女工作会召开
  a2 body      OTTAWA, March 17. They spent Thurs-
  a2 body      day in Ottawa and went
  a2 body      home again.
`;

test.beforeEach(({ pane }) => pane.open(PAGE));

test('shows what the review says', async ({ pane }) => {
  const says = await pane.expectAgreement();
  expect(says.headline).toBe('全市妇女工作会召开');
  expect(says.body.split('\n')).toHaveLength(2);
});

test('typing is corrections of the raw text, which stays', async ({ pane }) => {
  const raw = await pane.raw();
  await pane.caret('Headline', '妇女‸工作');
  await pane.page.keyboard.type('的X');
  expect((await pane.expectAgreement()).headline).toBe('全市妇女的X工作会召开');
  await pane.caret('Body', '今年‸全市');
  await pane.press('Backspace', 'Backspace', 'Backspace');
  expect((await pane.expectAgreement()).body).toContain('获悉全市');
  expect(await pane.raw()).toBe(raw);
});

test('Enter breaks a paragraph, Backspace joins it again; Enter in the headline leaves it', async ({ pane }) => {
  const before = await pane.says();
  await pane.caret('Body', '获悉，‸今年');
  await pane.press('Enter');
  expect((await pane.expectAgreement()).body.split('\n')).toHaveLength(3);
  await pane.press('Backspace');
  expect(await pane.expectAgreement()).toEqual(before);
  await pane.caret('Headline', '召开‸');
  await pane.press('Enter');
  await expect(pane.field('Subhead')).toBeFocused();
  expect(await pane.says()).toEqual(before);
});

test('a new paragraph is typed after Enter at the end of one', async ({ pane }) => {
  await pane.caret('Body', '全市妇女工作。‸');
  await pane.press('Enter');
  await pane.page.keyboard.type('新段 a b');
  const { body } = await pane.expectAgreement();
  expect(body.split('\n')[1]).toBe('新段 a b');
  await pane.press('Enter');
  await pane.field('Headline').focus();
  expect((await pane.expectAgreement()).body).toBe(body);
});

test('words are typed after a blank that stood at the end of a paragraph', async ({ pane }) => {
  await pane.show('a2');
  await pane.caret('Body', 'again.‸');
  for (let i = 0; i < 'again.'.length; i++) await pane.press('Backspace');
  await pane.page.keyboard.type('soon.');
  expect((await pane.expectAgreement()).body).toMatch(/home soon\.$/);
});

test('deleting over line ends and paragraphs leaves one text', async ({ pane }) => {
  await pane.caret('Body', '在全‸市');
  for (let i = 0; i < 3; i++) await pane.press('Shift+ArrowRight');
  await pane.press('Delete');
  expect((await pane.expectAgreement()).body).toContain('记者在全工作会上');
  await pane.caret('Body', '今年‸全市');
  await pane.press('Shift+Control+End', 'Backspace');
  expect((await pane.expectAgreement()).body).toMatch(/今年$/);
  await pane.undo();
  await pane.undo();
  expect((await pane.expectAgreement()).body).toContain('记者在全市妇女工作会');
});

test('a character outside the first plane goes as one', async ({ pane }) => {
  await pane.caret('Body', '𠮷‸野');
  await pane.press('Backspace');
  expect((await pane.expectAgreement()).body).toContain('强化野家');
  await pane.page.keyboard.insertText('𠮸');
  expect((await pane.expectAgreement()).body).toContain('强化𠮸野家');
});

test('pasting takes the plain text, paragraphs and all', async ({ pane }) => {
  await pane.page.evaluate(() =>
    navigator.clipboard.write([
      new ClipboardItem({
        'text/html': new Blob(['<b>bold</b>'], { type: 'text/html' }),
        'text/plain': new Blob(['一\r\n\r\n二'], { type: 'text/plain' }),
      }),
    ]),
  );
  await pane.caret('Body', '获悉，‸今年');
  await pane.press('Control+v');
  expect((await pane.expectAgreement()).body).toContain('获悉，一\n二今年');
  await pane.caret('Headline', '召开‸');
  await pane.press('Control+v');
  expect((await pane.expectAgreement()).headline).toBe('全市妇女工作会召开一 二');
});

test('rich text is off', async ({ pane }) => {
  await pane.caret('Body', '获悉，‸今年');
  await pane.press('Control+a', 'Control+b', 'Control+i', 'Control+u');
  await expect(pane.field('Body').locator('strong, b, em, i, u, a, ul, h1, h2')).toHaveCount(0);
  expect(await pane.field('Body').locator('> p').count()).toBe(2);
  await pane.expectAgreement();
});

test('a headline is supplied by typing into the empty field, and emptied again', async ({ pane }) => {
  await pane.show('a2');
  await pane.field('Headline').click();
  await pane.page.keyboard.type('A Thursday');
  expect((await pane.expectAgreement()).headline).toBe('A Thursday');
  await pane.press('Control+a', 'Delete');
  expect((await pane.expectAgreement()).headline).toBe('');
  await pane.press('Control+z');
  expect((await pane.expectAgreement()).headline).toBe('A Thursday');
  await pane.press('Control+z');
  expect((await pane.expectAgreement()).headline).toBe('');
});

test.describe('undo', () => {
  test('goes back over fields, the caret to the place', async ({ pane }) => {
    const before = await pane.says();
    await pane.caret('Headline', '召开‸');
    await pane.page.keyboard.type('了');
    await pane.caret('Body', '获悉，‸今年');
    await pane.page.keyboard.type('说');
    await pane.press('Control+z');
    expect((await pane.expectAgreement()).body).toBe(before.body);
    await pane.press('Control+z');
    expect(await pane.expectAgreement()).toEqual(before);
    await expect(pane.field('Headline')).toBeFocused();
    await pane.press('Control+Shift+z', 'Control+y');
    const again = await pane.expectAgreement();
    expect([again.headline, again.body.includes('获悉，说今年')]).toEqual(['全市妇女工作会召开了', true]);
  });

  test('takes a run of letters in one step, a pause begins another', async ({ pane }) => {
    await pane.caret('Headline', '召开‸');
    await pane.page.keyboard.type('abc');
    await pane.pause(1100);
    await pane.page.keyboard.type('def');
    await pane.press('Control+z');
    expect((await pane.expectAgreement()).headline).toBe('全市妇女工作会召开abc');
    await pane.press('Control+z');
    expect((await pane.expectAgreement()).headline).toBe('全市妇女工作会召开');
  });
});

test.describe('arrow keys', () => {
  test('go on to the next field at an edge', async ({ pane }) => {
    await pane.caret('Headline', '召开‸');
    await pane.press('ArrowRight');
    await expect(pane.field('Subhead')).toBeFocused();
    await pane.press('ArrowDown', 'ArrowDown');
    await expect(pane.field('Body')).toBeFocused();
    await pane.page.keyboard.type('X');
    expect((await pane.expectAgreement()).body).toMatch(/^X本报讯/);
    await pane.press('ArrowLeft', 'ArrowUp', 'ArrowUp', 'ArrowUp');
    await expect(pane.field('Headline')).toBeFocused();
  });

  test('stay in a body of several lines', async ({ pane }) => {
    await pane.page.setViewportSize({ width: 400, height: 800 });
    await pane.caret('Body', '‸本报讯');
    await pane.press('ArrowDown');
    await expect(pane.field('Body')).toBeFocused();
    await pane.press('ArrowUp', 'ArrowUp');
    await expect(pane.field('Lede')).toBeFocused();
  });
});

test.describe('with the raw pane', () => {
  test('the caret selects its raw line', async ({ pane }) => {
    await pane.caret('Body', '政治‸引领');
    expect(await pane.selected()).toBe('政治引领。');
    await expect(pane.field('Body')).toBeFocused();
  });

  test('a request puts the caret before the raw character; Escape goes back', async ({ pane }) => {
    const raw = await pane.raw();
    await pane.page.evaluate((at) => window.harness.request('a1', { raw: at }), raw.indexOf('引领'));
    await expect(pane.field('Body')).toBeFocused();
    await pane.page.keyboard.type('X');
    expect((await pane.expectAgreement()).body).toContain('政治X引领');
    await pane.press('Escape');
    await expect(pane.page.locator('#raw')).toBeFocused();
    expect(await pane.selected()).toBe('政治引领。');
  });

  test('Escape selects the lines again from which the editor came, while the caret is in them', async ({ pane }) => {
    const raw = await pane.raw();
    const [from, to] = [raw.indexOf('围绕'), raw.indexOf('政治引领。') + '政治引领。'.length];
    const come = () =>
      pane.page.evaluate(
        ([start, end]) => {
          window.harness.select(start, end);
          window.harness.request('a1', { raw: start });
        },
        [from, to] as const,
      );
    await come();
    await expect(pane.field('Body')).toBeFocused();
    await pane.press('Escape');
    expect(await pane.selected()).toBe(raw.slice(from, to));
    await come();
    await expect(pane.field('Body')).toBeFocused();
    await pane.press('ArrowUp', 'Home');
    await pane.rest();
    await pane.press('Escape');
    expect(await pane.selected()).toMatch(/^(本报讯|市妇女)/);
  });

  test('a request for the headline of another article goes there', async ({ pane }) => {
    await pane.page.evaluate(() => window.harness.request('a2', { field: 'headline' }));
    await expect(pane.field('Headline')).toBeFocused();
    await pane.page.keyboard.type('News');
    expect((await pane.expectAgreement()).headline).toBe('News');
  });
});

test('a change from elsewhere keeps the caret at its character', async ({ pane }) => {
  const raw = await pane.raw();
  await pane.caret('Body', '获悉，‸今年');
  const from = raw.indexOf('（记者');
  await pane.edit([{ kind: 'correct', span: { from, to: raw.indexOf('近日') }, text: '' }]);
  await pane.page.keyboard.type('X');
  expect((await pane.expectAgreement()).body).toContain('获悉，X今年');
});

test('the focus stays in the field when another article is shown', async ({ pane }) => {
  await pane.caret('Body', '‸本报讯');
  await pane.show('a2');
  await expect(pane.field('Body')).toBeFocused();
  await pane.page.keyboard.type('X');
  expect((await pane.expectAgreement()).body).toMatch(/^XOTTAWA/);
});

test('nothing is dropped into a field', async ({ pane }) => {
  const before = await pane.says();
  const isPrevented = await pane.field('Body').evaluate((box) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.setData('text/plain', 'dropped');
    dataTransfer.items.add(new File(['x'], 'x.txt'));
    return !box.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
  });
  expect(isPrevented).toBe(true);
  expect(await pane.expectAgreement()).toEqual(before);
});

test('read-only: nothing can be typed', async ({ pane }) => {
  await pane.page.evaluate(() => window.harness.setReadOnly(true));
  const before = await pane.says();
  await expect(pane.field('Body')).toHaveAttribute('aria-readonly', 'true');
  await pane.field('Body').click();
  await pane.page.keyboard.type('abc');
  await pane.press('Enter', 'Backspace');
  expect(await pane.expectAgreement()).toEqual(before);
});
