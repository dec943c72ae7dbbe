/**
 * The way of changes to the disk. A change shows at once and is sent in order; one call is under way at a time, and what
 * comes meanwhile goes together in the next. What was refused is rolled back to the last state that is on disk.
 *
 *     changes made   1 2 3 4 5 6 7
 *     acknowledged   ----^                on disk
 *     sent                 ----^          under way (or owed, after a failed write)
 *     waiting                    ----^
 */
import { type CallResult, type Problem, problemOf } from '../../shared/contract/contract.ts';
import type { Change, Seq } from '../../shared/journal/entry.ts';
import type { History } from '../../shared/journal/history.ts';

type SaveState = 'saved' | 'saving' | 'failed';

export interface Saving {
  readonly state: SaveState;
  /** The last number that is on disk. */
  readonly seq: Seq;
  /** How many changes are not on disk. */
  readonly owed: number;
  readonly problem: Problem | null;
}

type Ack = CallResult<'review.append'>;

export interface OutboxPorts {
  /** Sends changes whose first number is `first`. Rejects with a `DeskError`. */
  send(first: Seq, changes: readonly Change[]): Promise<Ack>;
  /** Asks for what is owed to be written. */
  retry(): Promise<{ readonly seq: Seq }>;
  digestOf(history: History): string;
  /** The save state is another. */
  changed(saving: Saving): void;
  /** The desk did not take a change: the window goes back to `history`, the last state both agree on. */
  rolledBack(history: History, problem: Problem): void;
  /** Window and desk hold different reviews: the window must read the desk's. `unsaved`: what the desk may not have. */
  drifted(problem: Problem, unsaved: readonly Unsaved[]): void;
}

export interface Outbox {
  /** Takes changes, each with the state it led to. */
  push(made: readonly Unsaved[]): void;
  /** The desk says that all up to `seq` is on disk. */
  saved(seq: Seq): void;
  /** The desk says that what comes after `seq` could not be written. */
  failed(problem: Problem): void;
  /** Tries again to write what is owed. */
  retry(): Promise<void>;
  /** Answers nothing any more; late replies are dropped. */
  close(): void;
}

/** Most changes in one call; the contract's limit is 10,000. */
const BATCH = 1000;

/** Problems after which the desk holds the changes in memory and owes only the writing. */
const WRITE_PROBLEMS: ReadonlySet<string> = new Set(['disk full', 'not writable', 'folder gone']);

/** A change that is not on disk, and the state it led to. */
export interface Unsaved {
  readonly change: Change;
  readonly after: History;
}

export function createOutbox(start: History, ports: OutboxPorts): Outbox {
  let acknowledged = start;
  let items: Unsaved[] = [];
  let sent: Seq = start.seq;
  let problem: Problem | null = null;
  let busy = false;
  let open = true;

  const tell = () => {
    const state = problem ? 'failed' : items.length > 0 ? 'saving' : 'saved';
    ports.changed({ state, seq: acknowledged.seq, owed: items.length, problem });
  };

  const acknowledge = (seq: Seq): History => {
    const count = items.filter((item) => item.after.seq <= seq).length;
    acknowledged = items[count - 1]?.after ?? acknowledged;
    items = items.slice(count);
    sent = Math.max(sent, acknowledged.seq);
    return acknowledged;
  };

  const took = (ack: Ack) => {
    const history = acknowledge(ack.seq);
    problem = null;
    if (history.seq === ack.seq && ports.digestOf(history) !== ack.digest) giveUp({ key: 'out of step' });
    else tell();
  };

  const giveUp = (why: Problem) => {
    open = false;
    ports.drifted(why, items);
  };

  const refused = (why: Problem) => {
    items = [];
    sent = acknowledged.seq;
    problem = null;
    ports.rolledBack(acknowledged, why);
    tell();
  };

  const failedToSend = (error: unknown, before: Seq) => {
    const why = problemOf(error);
    // Read only: another took the review over. The window reads along from now on.
    if (why.key === 'out of step' || why.key === 'read only review') return giveUp(why);
    if (why.key === 'refused' || why.key === 'bad request') return refused(why);
    // A write problem: the desk has the changes and owes the writing. Anything else: it may not even have got them.
    if (!WRITE_PROBLEMS.has(why.key)) sent = before;
    problem = why;
    tell();
  };

  const flush = async () => {
    if (busy || !open) return;
    busy = true;
    while (open) {
      const waiting = items.filter((item) => item.after.seq > sent).slice(0, BATCH);
      const [first] = waiting;
      if (!first) break;
      const before = sent;
      sent = waiting.at(-1)?.after.seq ?? sent;
      try {
        const ack = await ports.send(
          first.after.seq,
          waiting.map((item) => item.change),
        );
        if (open) took(ack);
      } catch (error) {
        if (open) failedToSend(error, before);
        if (problem) break;
      }
    }
    busy = false;
  };

  return {
    push(made) {
      items.push(...made);
      tell();
      void flush();
    },
    saved(seq) {
      if (!open || seq <= acknowledged.seq) return;
      acknowledge(seq);
      if (items.length === 0) problem = null;
      tell();
    },
    failed(why) {
      if (!open) return;
      problem = why;
      tell();
    },
    async retry() {
      if (!open || !problem) return;
      try {
        const { seq } = await ports.retry();
        if (!open) return;
        acknowledge(seq);
        problem = null;
        tell();
        await flush();
      } catch (error) {
        if (!open) return;
        problem = problemOf(error);
        tell();
      }
    },
    close() {
      open = false;
    },
  };
}
