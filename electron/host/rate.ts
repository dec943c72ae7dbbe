/** How often something may happen: a bucket that `perSecond` refills, up to `burst`. */
export interface Rate {
  readonly burst: number;
  readonly perSecond: number;
}

/** Returns whether one more may happen now. `now` in milliseconds, never going back. */
export function createRateLimit({ burst, perSecond }: Rate, now: () => number = () => performance.now()) {
  let left = burst;
  let last = now();
  return (): boolean => {
    const time = now();
    left = Math.min(burst, left + ((time - last) / 1000) * perSecond);
    last = time;
    if (left < 1) return false;
    left -= 1;
    return true;
  };
}
