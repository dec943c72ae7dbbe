/** All ordeals of the desk, by row of the table of faults in docs/reliability.md. */
import { EDITS } from './edits.ts';
import { ENDS } from './ends.ts';
import { EXPORTS } from './exports.ts';
import { GOLDEN_REVIEWS } from './goldens.ts';
import { HOSTILE_TEXT } from './hostile.ts';
import { INPUTS } from './inputs.ts';
import { LONG } from './long-review.ts';
import type { Ordeal } from './ordeal.ts';
import { PROCESSES } from './processes.ts';
import { SIMULATED } from './simulated.ts';
import { canMount, fullVolume } from './volume.ts';

/** Within one process, on a disk in memory: a few milliseconds a fault. */
export const IN_MEMORY: readonly Ordeal[] = [
  ...SIMULATED,
  ...ENDS,
  ...EXPORTS,
  ...EDITS,
  ...INPUTS,
  ...HOSTILE_TEXT,
  ...GOLDEN_REVIEWS,
];

/** With processes of their own, on real files: about a second each. */
export const IN_PROCESSES: readonly Ordeal[] = [...PROCESSES, ...(canMount() ? [fullVolume] : []), ...LONG];
