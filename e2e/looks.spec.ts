/** Every pane in both themes and both languages: drawn, and photographed. */
import { expect, LANDMARKS, test } from './kit/index.ts';
import { LOOKS, PAGES } from './pages.ts';

const [page] = PAGES;
if (!page) throw new Error('there is no page to look at');
const PANES = ['raw', 'articles', 'article', 'doubts'] as const;

for (const { theme, lang } of LOOKS)
  test.describe(`${theme}, ${lang}`, () => {
    test.use({ theme, lang });

    test('the panes', async ({ desk }) => {
      await desk.open(page.path);
      for (const pane of PANES) await desk.shot(`${theme}-${lang}-${pane}`, desk.page.locator(`[data-pane="${pane}"]`));
      await desk.shot(`${theme}-${lang}-window`);
      const labels = await desk.page
        .locator('[data-pane]')
        .evaluateAll((panes) => panes.map((one) => one.getAttribute('aria-label') ?? ''));
      expect(labels).toHaveLength(PANES.length);
      if (lang === 'en') expect(labels).toEqual(LANDMARKS);
      else for (const label of labels) expect(label).toMatch(/^\p{Script=Han}+$/u);
      await expect(desk.page.locator('html')).toHaveAttribute('lang', lang === 'en' ? /^en/ : /^zh/);
      const background = await desk.page.evaluate(() => getComputedStyle(document.body).backgroundColor);
      const brightness = /\d+/.exec(background)?.[0];
      if (theme === 'dark') expect(Number(brightness)).toBeLessThan(80);
      else expect(Number(brightness)).toBeGreaterThan(180);
    });
  });
