/** Frame times of a scrolling pane, measured inside the page by its own animation frames. */
import type { Page } from '@playwright/test';

export interface Frames {
  readonly p50: number;
  readonly p95: number;
  readonly max: number;
}

/** Scrolls `step` CSS pixels a frame for `frames` frames and gives the times between frames, in milliseconds. */
export async function measureScroll(page: Page, selector: string, step: number, frames: number): Promise<Frames> {
  const times = await page.evaluate(
    async ({ selector, step, frames }) => {
      const scroller = document.querySelector(selector);
      if (!scroller) throw new Error(`nothing scrolls at ${selector}`);
      const next = () => new Promise<number>((done) => requestAnimationFrame(done));
      scroller.scrollTop = 0;
      for (let i = 0; i < 10; i++) await next();
      const times: number[] = [];
      let last = await next();
      for (let i = 0; i < frames; i++) {
        scroller.scrollTop += step;
        const now = await next();
        times.push(now - last);
        last = now;
      }
      if (scroller.scrollTop < step) throw new Error('it did not scroll');
      return times;
    },
    { selector, step, frames },
  );
  return summary(times);
}

/** Median, 95th percentile and greatest of the times. */
export function summary(times: readonly number[]): Frames {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  return { p50: at(0.5), p95: at(0.95), max: at(1) };
}
