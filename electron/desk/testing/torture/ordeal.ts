/**
 * What every ordeal of `npm run torture` has in common: a script of edits, and SQLite's oracle. What a desk finds after
 * the fault equals a prefix of the edits sent; the prefix holds every acknowledged one; the issue file is as it was.
 */
import type { Entry, Seq } from '../../../../shared/journal/entry.ts';
import type { Files } from '../../files.ts';
import type { SimulatedDisk } from '../disk.ts';
import { between } from '../random.ts';
import { change, ISSUE, type Rig, rig, send, standInProcesses, TEXT } from '../rig.ts';

export interface Outcome {
  /** Faults that were tried, each with a recovery after it. */
  readonly runs: number;
  /** Edits that were acknowledged before the faults; where nothing is edited, what was looked at instead. */
  readonly acknowledged: number;
  /** Of these, those that no desk finds afterwards, or that are not what they were. */
  readonly lost: number;
  /** Recoveries in which the desk would not open the review. */
  readonly refused: number;
}

export interface Ordeal {
  /** Row of the table of faults in docs/reliability.md. */
  readonly row: number;
  readonly name: string;
  /** Seeds that `npm test` tries. */
  readonly each: number;
  /** Runs before a release: `npm run torture -- --nightly` goes on until every ordeal has so many. */
  readonly nightly: number;
  /** Equal seeds make equal runs, but where real processes run. Rejects when anything else than a loss is wrong. */
  run(seed: number): Promise<Outcome>;
}

export const NOTHING: Outcome = { runs: 0, acknowledged: 0, lost: 0, refused: 0 };

export const sum = (a: Outcome, b: Outcome): Outcome => ({
  runs: a.runs + b.runs,
  acknowledged: a.acknowledged + b.acknowledged,
  lost: a.lost + b.lost,
  refused: a.refused + b.refused,
});

/** Nobody looks at the issue or at another's review while the script runs: those calls would only be noise. */
export const QUIET = { retry: 0, watch: 100_000, follow: 100_000 };

/** Counts acknowledgements. */
export interface Tally {
  last: Seq;
}

/**
 * Opens the issue and makes up to `count` edits in bursts of one to three, as typing and gestures do. Resolves when all
 * are made or one was refused; what was acknowledged stands in the tally.
 */
export async function edit(desk: Rig, count: number, random: () => number, tally: Tally): Promise<void> {
  try {
    const file = await desk.start();
    const { entries } = await desk.service['issue.review']({ file });
    for (let next = entries.length + 1; next <= count; ) {
      const burst = Array.from({ length: between(random, 1, 3) }, (_, i) => next + i);
      await Promise.all(burst.map((n) => send(desk, file, n, n, (seq) => acknowledge(tally, seq))));
      next += burst.length;
    }
  } catch {
    // The fault has come through. What it must not do is judged by what is found afterwards.
  }
}

function acknowledge(tally: Tally, seq: Seq): void {
  tally.last = Math.max(tally.last, seq);
}

/** Opens the issue as the next start does, and compares. `issueIs`: the bytes it must have; null when it may be gone. */
export async function recover(files: Files, acknowledged: Seq, issueIs: string | null = TEXT): Promise<Outcome> {
  const later = rig(files, { processes: standInProcesses('later', new Set(['later'])), pauses: QUIET });
  try {
    const file = await later.start();
    const { entries, readOnly } = await later.service['issue.review']({ file });
    const prefix = entries.findIndex((entry, i) => entry.seq !== i + 1 || !isSent(entry));
    const found = prefix < 0 ? entries.length : prefix;
    const isRefused = readOnly !== null;
    return { runs: 1, acknowledged, lost: Math.max(0, acknowledged - found), refused: isRefused ? 1 : 0 };
  } catch {
    return { runs: 1, acknowledged, lost: acknowledged, refused: 1 };
  } finally {
    await later.desk.close();
    if (issueIs !== null) await expectIssue(files, issueIs);
  }
}

/** Whether the entry holds the change that its number was sent with. */
export function isSent(entry: Entry): boolean {
  const sent = change(entry.seq);
  return 'edit' in entry && 'edit' in sent && JSON.stringify(entry.edit) === JSON.stringify(sent.edit);
}

async function expectIssue(files: Files, text: string): Promise<void> {
  const bytes = Buffer.from(await files.read(ISSUE));
  if (!bytes.equals(Buffer.from(text))) throw new Error('the issue file is not what it was');
}

/** Passes each state of a disk once: many calls change nothing that would survive. */
export function isNewState(): (disk: SimulatedDisk, acknowledged: Seq) => boolean {
  const seen = new Set<string>();
  return (disk, acknowledged) => {
    const files = [...disk.all()].map(([path, bytes]) => `${path} ${Buffer.from(bytes).toString('base64')}`);
    const state = [acknowledged, ...files].join('\n');
    return seen.size < seen.add(state).size;
  };
}
