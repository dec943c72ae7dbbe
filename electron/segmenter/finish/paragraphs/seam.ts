/** Whether text runs on from the end of one run (a column, a page) into the start of the next. */
import { type Context, isNarrow, SHORT_EM, type Verdict } from './break.ts';
import type { Features } from './features.ts';

/** A sentence that is open at the end of a column goes on in the next one. */
export function seamAt(f: Features, c: Context): Verdict {
  if (f.runsOn && !f.list) return { probability: 0.02, reason: 'runs-on' };
  if (f.end === 0) return { probability: f.list ? 0.6 : 0.05, reason: 'open-sentence' };
  if (f.end === 0.5) return { probability: f.room > 1 ? 0.8 : 0.3, reason: 'short-line' };
  if (!f.cjk) return { probability: c.nextOpens ? 0.85 : 0.1, reason: 'full-line' };
  if (isNarrow(f.nextRoom) || f.list) return { probability: 0.95, reason: 'narrow-line' };
  if (f.room > SHORT_EM) return { probability: f.nextRoom < -0.5 ? 0.6 : 0.9, reason: 'short-line' };
  return { probability: f.nextRoom < -0.5 ? 0.25 : 0.6, reason: 'full-line' };
}
