/** The map is no stop of Tab; what moves keeps still for who asks for it. Every view is looked at by axe in looks.spec.ts. */
import { expect, sample, test } from './kit/index.ts';

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
  await expect.poll(moving).toEqual([]);
});
