import { sample, test } from './kit/index.ts';
for (const [lang, theme] of [['en', 'light'], ['zh', 'dark']] as const)
  test.describe(`${lang} ${theme}`, () => {
    test.use({ lang, theme });
    test('shots', async ({ desk }) => {
      await desk.open(sample());
      await desk.line(59).note({ class: 'critical', text: '这里的数字与原件不符' });
      await desk.articleAt({ line: 59 }).note({ class: 'minor', text: 'The headline is longer than the column: find a shorter one, and ask the author.' });
      await desk.line(61).note({ class: 'major', text: '人名有误' });
      await desk.notes.answer('人名', '已改');
      await desk.returnIssue();
      await desk.notes.show();
      await desk.selectLines(59);
      await desk.shot(`${lang}-notes`);
      await desk.press('q');
      await desk.shot(`${lang}-note`);
    });
  });
