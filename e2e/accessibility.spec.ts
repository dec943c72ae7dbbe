/** Every view in every theme and language: nothing serious by axe. What moves keeps still for who asks for it. */
import { type Desk, expect, sample, test } from './kit/index.ts';

/** Both languages, light and dark are looked at every time; all six pairs, a minute and a half each, with GALLEY_ALL=1. */
const LOOKS = (
  [
    { lang: 'en', theme: 'light' },
    { lang: 'zh', theme: 'dark' },
    { lang: 'en', theme: 'dark' },
    { lang: 'en', theme: 'contrast' },
    { lang: 'zh', theme: 'light' },
    { lang: 'zh', theme: 'contrast' },
  ] as const
).slice(0, process.env.GALLEY_ALL ? 6 : 2);

interface View {
  readonly name: string;
  /** Shows it, from the review; leaving is by Esc. */
  readonly show: (desk: Desk) => Promise<void>;
  /** What is looked at; a dialog makes the rest inert. */
  readonly within: string;
}

const DIALOG = 'dialog:modal';
const byKeys = (name: string, ...keys: readonly string[]): View => ({
  name,
  show: (desk) => desk.press(...keys),
  within: DIALOG,
});
const byCommand = (name: string, id: string, within = DIALOG): View => ({
  name,
  show: (desk) => desk.command(id),
  within,
});

/** With hits, one of them shown. */
async function findWords(desk: Desk): Promise<void> {
  await desk.press('ControlOrMeta+f');
  const [words, instead] = [0, 1].map((n) => desk.page.locator('section.find input[type="text"]').nth(n));
  await words?.fill('小区');
  await instead?.fill('社区');
  await expect(desk.page.locator('section.find .find-hit').first()).toBeVisible();
  await words?.press('Enter');
}

/** A change undone and one that stands: the history has both. */
async function work(desk: Desk): Promise<void> {
  await desk.selectLines(13);
  await desk.act('p');
  await desk.selectLines(152);
  await desk.act('x', 'a');
  await desk.undo();
}

const VIEWS: readonly View[] = [
  { name: 'review', show: (desk) => desk.selectLines(59), within: '.window' },
  { ...byKeys('doubt', 'd'), within: '[data-pane="doubts"]' },
  { name: 'find', show: findWords, within: '.find' },
  { ...byKeys('history', 'F2'), within: 'section.history' },
  byKeys('compare', 'Shift+F2'),
  byCommand('tour', 'desk.tour', 'dialog.tour'),
  byKeys('palette', 'ControlOrMeta+k'),
  byKeys('help', 'F1'),
  byKeys('settings', 'ControlOrMeta+,'),
  byKeys('export', 'ControlOrMeta+e'),
  byKeys('issues', 'ControlOrMeta+o'),
  byKeys('jump', 'ControlOrMeta+j', '5', '9'),
  byCommand('remap', 'desk.remap'),
  byCommand('masthead', 'issue.masthead'),
  byCommand('about', 'desk.about'),
  byKeys('note', 'q'),
  { ...byKeys('notes', 'Shift+F4'), within: '.notes' },
  byKeys('give', 'a'),
  byKeys('why', 'w'),
];

/** The theme as a person sets it. */
async function setTheme(desk: Desk, theme: string): Promise<void> {
  await desk.press('ControlOrMeta+,');
  await desk.page
    .getByRole('dialog')
    .locator('select')
    .filter({ has: desk.page.locator('[value="contrast"]') })
    .selectOption(theme);
  await expect(desk.page.locator('html')).toHaveAttribute('data-theme', theme);
  await desk.press('Escape');
}

for (const { lang, theme } of LOOKS)
  test.describe(`${lang}, ${theme}`, () => {
    test.use({ lang });

    test('axe finds nothing serious in any view', async ({ desk }) => {
      test.setTimeout(600_000);
      await desk.open(sample());
      await setTheme(desk, theme);
      await work(desk);
      for (const { name, show, within } of VIEWS)
        await test.step(name, async () => {
          await desk.focusRaw();
          await show(desk);
          await expect(desk.page.locator(within)).toBeVisible();
          if (process.env.GALLEY_SHOTS) await desk.shot(`${lang}-${theme}-${name}`);
          await expect.soft(desk, name).toHaveNoSeriousA11yIssue(within);
          await desk.press('Escape');
        });
      await test.step('archive', async () => {
        await desk.press('F4');
        await expect(desk.page.locator('[data-pane="raw"]')).toHaveCount(0);
        await expect.soft(desk, 'archive').toHaveNoSeriousA11yIssue('.window');
      });
    });
  });

test('the map of the issue has a name, Tab passes over it; nothing moves for who asks for less motion', async ({
  desk,
}) => {
  await desk.open(sample());
  await expect(desk.page.getByRole('img', { name: /^The issue at a glance/ })).toBeVisible();
  const stops = await desk.page
    .locator('.minimap, .minimap *')
    .evaluateAll((all) => all.filter((one) => one instanceof HTMLElement && one.tabIndex >= 0).length);
  expect(stops).toBe(0);
  const moving = () =>
    desk.page.evaluate(() =>
      [...document.querySelectorAll('*')]
        .filter((one) => {
          const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(one);
          const isStill = transitionDuration.split(', ').every((time) => time === '0s');
          return !isStill || animationName !== 'none' || scrollBehavior !== 'auto';
        })
        .map((one) => one.className),
    );
  expect(await moving()).toContain('message');
  await desk.page.emulateMedia({ reducedMotion: 'reduce' });
  expect(await moving()).toEqual([]);
});
