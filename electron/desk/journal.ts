/**
 * Writes a review's journal: append, sync, then acknowledge. Group commit without a timer: while one sync runs, entries
 * queue; then one write, one sync, and their acknowledgements.
 *
 * After a failed write or sync the file is closed for good: the system may call its pages clean that never reached
 * the disk (Rebello et al., ATC 2020). What is owed stays in memory and goes into a new segment when there is room.
 */
import { join } from 'node:path';
import { DeskError, type Problem } from '../../shared/contract/contract.ts';
import type { Entry, Seq } from '../../shared/journal/entry.ts';
import { codeOf, type Files, type NewFile } from './files.ts';
import { type Continuation, FORMAT, type Opening, segmentName } from './journal-format.ts';
import { writingProblem } from './problems.ts';
import { encodeRecord } from './record.ts';

export interface JournalPorts {
  readonly files: Files;
  readonly folder: string;
  /** Sees to it that the folder is there and this process may write in it: called before each new segment. */
  prepare(): Promise<void>;
  /** Whether this process still holds the review's lock. */
  owns(): Promise<boolean>;
  /** What comes after `saved` could not be written; it is kept and tried again. */
  failed(saved: Seq, owed: number, problem: Problem): void;
  /** What was owed after a failure is on the disk. */
  recovered(saved: Seq): void;
  /** Pause before a failed write is tried again by itself, in milliseconds; 0: never. */
  readonly retryAfter: number;
}

export interface JournalStart {
  readonly opening: Opening;
  /** Whether the opening is on the disk already. */
  readonly isOpened: boolean;
  /** The highest number of a segment in the folder. */
  readonly lastSegment: number;
  /** Entries up to here are on the disk for sure. */
  readonly saved: Seq;
  /** Entries after that, to be written (again) first. */
  readonly owed: readonly Entry[];
}

export interface Journal {
  /** Takes entries and resolves when they are on the disk. Rejects with a `DeskError`; they are then kept, and owed. */
  append(entries: readonly Entry[]): Promise<void>;
  /** Writes all that is owed. Rejects with a `DeskError` when it can't. */
  retry(): Promise<Seq>;
  /** The last number that is on the disk. */
  readonly saved: Seq;
  /** The last number that was taken, on the disk or owed. */
  readonly taken: Seq;
  readonly owed: readonly Entry[];
  readonly problem: Problem | null;
  /** Writes what is owed if it can, and ends the segment in order. Never rejects. */
  close(): Promise<void>;
  /** Writes nothing any more: the review lives elsewhere now. */
  abandon(): void;
}

interface Waiting {
  readonly seq: Seq;
  resolve(): void;
  reject(error: DeskError): void;
}

export function createJournal(ports: JournalPorts, start: JournalStart): Journal {
  const { files, folder } = ports;
  let file: NewFile | null = null;
  let isOpened = start.isOpened;
  let lastSegment = start.lastSegment;
  let saved = start.saved;
  let queue: readonly Entry[] = start.owed;
  let waiting: Waiting[] = [];
  let problem: Problem | null = null;
  let told = '';
  let running: Promise<void> | null = null;
  let timer: NodeJS.Timeout | undefined;
  let isClosed = false;

  const run = (): Promise<void> => {
    clearTimeout(timer);
    running ??= drain().finally(() => {
      running = null;
      if (waiting.length > 0) void run(); // came while a failure was told to the others
    });
    return running;
  };

  const drain = async () => {
    while (queue.length > 0) {
      const batch = queue;
      try {
        await commit(batch);
      } catch (error) {
        return fail(error);
      }
      saved = batch.at(-1)?.seq ?? saved;
      queue = queue.slice(batch.length);
      settle(
        (w) => w.seq <= saved,
        (w) => w.resolve(),
      );
      if (problem) ports.recovered(saved);
      problem = null;
      told = '';
    }
  };

  const commit = async (batch: readonly Entry[]) => {
    const records = batch.map(encodeRecord);
    if (file) {
      await writeOut(file, records);
    } else {
      file = await begin(batch.length, records);
      isOpened = true;
    }
    // Asked after the sync: who takes the review over reads the journal when it has the lock, so it reads this too.
    await assertOwned();
  };

  const assertOwned = async () => {
    if (!(await ports.owns())) throw new DeskError({ key: 'read only review' });
  };

  /** A new segment that holds the records; it is there with all of them or removed again. */
  const begin = async (owes: number, records: readonly Uint8Array[]): Promise<NewFile> => {
    await ports.prepare();
    await assertOwned();
    const [path, segment] = await createSegment();
    const continuation: Continuation = { format: FORMAT, sha256: start.opening.sha256, after: saved, owes };
    try {
      const head = isOpened ? continuation : { ...start.opening, owes };
      await writeOut(segment, [encodeRecord(head), ...records]);
      await files.syncFolder(folder);
      return segment;
    } catch (error) {
      await segment.close().catch(() => undefined);
      // Nothing in it is acknowledged. If it can't be removed it does no harm: the next segment supersedes it.
      await files.remove(path).then(
        () => lastSegment--,
        () => undefined,
      );
      throw error;
    }
  };

  const createSegment = async (): Promise<[string, NewFile]> => {
    for (;;) {
      const path = join(folder, segmentName(lastSegment + 1));
      try {
        const made = await files.createNew(path);
        lastSegment++;
        return [path, made];
      } catch (error) {
        if (codeOf(error) !== 'EEXIST') throw error;
        // Another process wrote a segment. It is ours to go on after it only as long as the lock is ours.
        await assertOwned();
        lastSegment++;
      }
    }
  };

  const fail = async (error: unknown) => {
    const isLost = error instanceof DeskError; // not the disk: the review is another's
    problem = writingProblem(error);
    const broken = file;
    file = null;
    await broken?.close().catch(() => undefined);
    const why = new DeskError(problem, { cause: error });
    settle(
      () => true,
      (w) => w.reject(why),
    );
    tell(problem);
    if (!isLost && !isClosed && ports.retryAfter > 0) {
      timer = setTimeout(() => void run(), ports.retryAfter);
      timer.unref();
    }
  };

  /** Not again at every attempt: only what is new. */
  const tell = (what: Problem) => {
    const words = `${what.key} ${queue.length}`;
    if (words !== told) ports.failed(saved, queue.length, what);
    told = words;
  };

  const settle = (which: (w: Waiting) => boolean, how: (w: Waiting) => void) => {
    const settled = waiting.filter(which);
    waiting = waiting.filter((w) => !which(w));
    for (const w of settled) how(w);
  };

  const whenSaved = (seq: Seq): Promise<void> => {
    const promise = new Promise<void>((resolve, reject) => waiting.push({ seq, resolve, reject }));
    void run();
    return promise;
  };

  return {
    async append(entries) {
      queue = [...queue, ...entries];
      const last = entries.at(-1);
      if (last) await whenSaved(last.seq);
    },
    async retry() {
      const last = queue.at(-1);
      if (last) await whenSaved(last.seq);
      return saved;
    },
    get saved() {
      return saved;
    },
    get taken() {
      return queue.at(-1)?.seq ?? saved;
    },
    get owed() {
      return queue;
    },
    get problem() {
      return problem;
    },
    abandon() {
      isClosed = true;
      queue = [];
      clearTimeout(timer);
      void file?.close().catch(() => undefined);
      file = null;
    },
    async close() {
      isClosed = true;
      await (queue.length > 0 ? run() : running);
      clearTimeout(timer);
      if (!file) return;
      const ended = file;
      file = null;
      try {
        await writeOut(ended, [encodeRecord({ closed: saved })]);
      } catch {
        // Without its closing record the segment is written once more at the next opening.
      } finally {
        await ended.close().catch(() => undefined);
      }
    },
  };
}

async function writeOut(file: NewFile, records: readonly Uint8Array[]): Promise<void> {
  await file.write(records.length === 1 && records[0] ? records[0] : Buffer.concat(records));
  await file.sync();
}
