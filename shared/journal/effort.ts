/** What a review cost its editor, told from its journal: how many changes, how much time. */
import type { Change } from './entry.ts';

/** A pause between two changes counts as work up to this; what is longer was something else. Seconds. */
const LONGEST_PAUSE = 300;

/** Changes made by people: edits, undos, redos. New proposals are the machine's. */
export const editsOf = (changes: readonly Change[]): number =>
  changes.filter((change) => !('edit' in change) || change.edit.kind !== 'propose').length;

/** Working time in seconds: the pauses between changes, each up to `LONGEST_PAUSE`. Clocks may go back. `at`: ISO time. */
export function secondsOf(entries: readonly { readonly at: string }[]): number {
  const times = entries.map(({ at }) => Date.parse(at));
  const pauses = times.slice(1).map((time, i) => (time - (times[i] ?? time)) / 1000);
  return Math.round(pauses.reduce((sum, pause) => sum + (pause > 0 ? Math.min(pause, LONGEST_PAUSE) : 0), 0));
}
