/** Times of single acts, measured inside the page: from an event to the end of the frame that shows it. */
import type { Page } from '@playwright/test';
import { type Frames, summary } from './scroll.ts';

/** Presses `keys` letters, each when the page rests, and gives the times from the key's own stamp to after its frame. */
export async function measureTyping(page: Page, keys: number): Promise<Frames> {
  await page.evaluate(() => {
    const times: number[] = [];
    Object.assign(window, { keyTimes: times });
    window.addEventListener(
      'keydown',
      ({ timeStamp }) => requestAnimationFrame(() => setTimeout(() => times.push(performance.now() - timeStamp))),
      { capture: true },
    );
  });
  for (let i = 0; i < keys; i++) {
    await page.keyboard.press('x');
    await page.waitForTimeout(60);
  }
  const times = await page.evaluate(() => (window as unknown as { keyTimes: number[] }).keyTimes); // set above
  if (times.length < keys) throw new Error('keys were lost');
  return summary(times);
}

/**
 * Milliseconds from `act`, an expression that the page runs, until `seen`, an expression looked at in each frame, is
 * true and that frame is painted.
 */
export function measureAct(page: Page, act: string, seen: string): Promise<number> {
  // As one expression: the window's policy forbids to make functions of strings inside the page.
  return page.evaluate(`(async () => {
    const next = () => new Promise((done) => requestAnimationFrame(done));
    await next();
    const before = performance.now();
    ${act};
    for (let frame = 0; frame < 600 && !(${seen}); frame++) await next();
    if (!(${seen})) throw new Error('never seen');
    await new Promise((done) => setTimeout(done));
    return performance.now() - before;
  })()`);
}
