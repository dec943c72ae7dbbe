/**
 * Ordeal of a window that dies (killed, out of memory, its tab closed) while its desk lives on: the next window finds
 * all that was called saved, and all that the desk had been given.
 */
import { faultyFiles } from '../../electron/desk/testing/faults.ts';
import { between, randomFrom } from '../../electron/desk/testing/random.ts';
import { issueDisk, type Rig, rig, TEXT } from '../../electron/desk/testing/rig.ts';
import { NOTHING, type Ordeal, QUIET, sum } from '../../electron/desk/testing/torture/ordeal.ts';
import { createDesk, type Desk } from '../../renderer/store/desk.ts';
import { type CallResult, DeskError, type Host } from '../../shared/contract/contract.ts';
import { answer } from '../../shared/contract/wire.ts';

/** Windows that die one after the other in one run, and edits that each makes at most. */
const LIVES = 4;
const EDITS = 15;
/** The text of an issue comes to a window by GET: here from an address that holds it. */
const TEXT_URL = `data:text/plain;base64,${Buffer.from(TEXT).toString('base64')}`;

interface Life {
  readonly window: Desk;
  /** Changes that the desk was given by this window. */
  readonly given: () => number;
  /** From now on nothing comes through, either way. */
  readonly die: () => void;
}

async function openWindow({ service }: Rig): Promise<Life> {
  let isAlive = true;
  let given = 0;
  const never = new Promise<never>(() => undefined);
  const host: Host = {
    async call(name, args) {
      if (!isAlive) return never;
      if (name === 'review.append' && 'changes' in args) given += args.changes.length;
      const reply = await answer(service, name, args);
      if (!isAlive) return never;
      if (!reply.ok) throw new DeskError(reply.problem);
      const { result } = reply;
      const isOpened = typeof result === 'object' && result !== null && 'textUrl' in result;
      // The contract says what this call's result is.
      return (isOpened ? { ...result, textUrl: TEXT_URL } : result) as CallResult<typeof name>;
    },
    on: () => () => undefined,
  };
  const window = createDesk();
  await window.connect(host);
  const { phase, problem } = window.store.getState();
  if (phase !== 'ready') throw new Error(`the window shows no review: ${phase} ${problem?.key}`);
  return {
    window,
    given: () => given,
    die: () => {
      isAlive = false;
    },
  };
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Edits for a while, and dies in the middle. Resolves to how many edits must be there afterwards. */
async function liveAndDie({ window, given, die }: Life, found: number, random: () => number): Promise<number> {
  for (let edits = between(random, 1, EDITS); edits > 0; edits--) {
    const isUndo = random() < 0.2 && window.store.getState().history?.undoable;
    if (isUndo) window.undo();
    else window.edit([{ kind: 'setMasthead', field: 'pages', value: `${random()}` }]);
    if (random() < 0.5) await pause(between(random, 0, 3));
  }
  const { saving } = window.store.getState();
  die();
  return Math.max(saving.seq, found + given());
}

const killedWindow: Ordeal = {
  row: 2,
  each: 3,
  nightly: 200,
  name: 'window killed while it edits, its desk lives on',
  async run(seed) {
    const random = randomFrom(seed);
    const files = faultyFiles(issueDisk(), () => (random() < 0.3 ? { delay: between(random, 0, 2) } : null));
    const desk = rig(files, { pauses: QUIET });
    await desk.file();
    let outcome = NOTHING;
    let least = 0;
    for (let life = 0; life <= LIVES; life++) {
      const next = await openWindow(desk);
      const found = next.window.store.getState().history?.seq ?? 0;
      const lost = Math.max(0, least - found);
      if (life > 0) outcome = sum(outcome, { runs: 1, acknowledged: least, lost, refused: 0 });
      least = await liveAndDie(next, found, random);
    }
    await desk.desk.close();
    return outcome;
  },
};

export const WINDOWS: readonly Ordeal[] = [killedWindow];
