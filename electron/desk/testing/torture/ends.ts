/** Ordeals of time and of orderly ends: clocks that jump, sleep in the middle of a save, quitting, the end of a session. */
import { faultyFiles } from '../faults.ts';
import { between, oneOf, randomFrom } from '../random.ts';
import { issueDisk, rig, send } from '../rig.ts';
import { edit, NOTHING, type Ordeal, QUIET, recover, sum, type Tally } from './ordeal.ts';

/** From 1970 to 2100, in milliseconds. */
const TIMES = [0, 4_102_444_800_000] as const;
/** How long a machine sleeps in the tests, in milliseconds: more than any pause of the desk's. */
const SLEEP = 20;

/** Numbers order the edits, not times: the clock jumps before each edit, also backward, also between two starts. */
const clockSet: Ordeal = {
  row: 8,
  each: 3,
  nightly: 50,
  name: 'clock set back and forth, sleep in the middle of a save',
  async run(seed) {
    const random = randomFrom(seed);
    const disk = issueDisk();
    const now = () => new Date(between(random, ...TIMES));
    const tally: Tally = { last: 0 };
    let outcome = NOTHING;
    for (let start = 1; start <= 3; start++) {
      const sleeps = between(random, 5, 60);
      const files = faultyFiles(disk, ({ number }) => (number === sleeps ? { delay: SLEEP } : null));
      const desk = rig(files, { pauses: { ...QUIET, retry: 1 }, now });
      await edit(desk, start * between(random, 2, 8), random, tally);
      await desk.desk.close();
      outcome = sum(outcome, await recover(disk, tally.last));
    }
    return outcome;
  },
};

/** Quits while edits are under way: what the desk was given before is on the disk after, acknowledged or not. */
const quitWhileSaving: Ordeal = {
  row: 8,
  each: 4,
  nightly: 50,
  name: 'quit while saving',
  async run(seed) {
    const random = randomFrom(seed);
    const disk = issueDisk();
    const files = faultyFiles(disk, () => (random() < 0.3 ? { delay: between(random, 0, 2) } : null));
    const desk = rig(files, { pauses: QUIET });
    const tally: Tally = { last: 0 };
    await edit(desk, between(random, 1, 5), random, tally);
    const file = await desk.file();
    const given = tally.last + between(random, 1, 10);
    const under = Array.from({ length: given - tally.last }, (_, i) => tally.last + 1 + i);
    const sending = under.map((n) => send(desk, file, n, n));
    // The calls reach the desk, which then quits.
    await new Promise((resolve) => setImmediate(resolve));
    await desk.desk.close();
    await Promise.allSettled(sending);
    return recover(disk, given);
  },
};

/** The system ends the session: it lets the desk quit, but kills it when it takes too long, after any file call. */
const loggedOut: Ordeal = {
  row: 8,
  each: 6,
  nightly: 50,
  name: 'logged out: killed while it quits',
  async run(seed) {
    const random = randomFrom(seed);
    const disk = issueDisk();
    let killedAt = Number.POSITIVE_INFINITY;
    const files = faultyFiles(disk, ({ number }) => (number >= killedAt ? { fail: 'EIO' } : null));
    const desk = rig(files, { pauses: QUIET });
    const tally: Tally = { last: 0 };
    await edit(desk, between(random, 1, 12), random, tally);
    const file = await desk.file();
    const sending = [tally.last + 1, tally.last + 2].map((n) =>
      send(desk, file, n, n, (seq) => {
        tally.last = seq;
      }),
    );
    killedAt = files.calls + oneOf(random, [0, 1, 2, 3, 4, 5, 6]);
    await desk.desk.close();
    await Promise.allSettled(sending);
    return recover(disk, tally.last);
  },
};

export const ENDS: readonly Ordeal[] = [clockSet, quitWhileSaving, loggedOut];
