/**
 * One open review in the main process: the history that every change must pass, and the journal that keeps it. It
 * writes, or follows another process read-only; `session.ts` opens it anew when that changes.
 *
 * A change is checked, then made, then written. When writing fails it stays made, in memory, and is owed.
 */
import { DeskError, type Events, type Problem } from '../../shared/contract/contract.ts';
import type { Notice, ReviewSnapshot } from '../../shared/contract/issue.ts';
import { digestOf } from '../../shared/journal/digest.ts';
import type { Change, Entry, Seq } from '../../shared/journal/entry.ts';
import { advance, type History } from '../../shared/journal/history.ts';
import type { Issue } from '../../shared/model/review.ts';
import type { Files } from './files.ts';
import { followJournal } from './follow.ts';
import { createJournal, type Journal, type JournalPorts, type JournalStart } from './journal.ts';
import type { Opening } from './journal-format.ts';
import { type JournalContent, readJournal, startAfter } from './journal-read.ts';
import { acquireLock, type Holder, type Lock } from './lock.ts';
import { furnish, makePlace, type Place } from './place.ts';
import type { Processes } from './processes.ts';
import { playOn, replay } from './replay.ts';

export interface ReviewPorts {
  readonly files: Files;
  readonly processes: Processes;
  now(): Date;
  /** The name that stands in new entries. */
  person(): string;
  failed(event: Omit<Events['review.failed'], 'file'>): void;
  saved(seq: Seq): void;
  /** Another process wrote entries. */
  followed(entries: readonly Entry[]): void;
  /** Another process has the lock, or made a review first: this one can't go on. `saved`: its last number on disk. */
  lost(saved: Seq): void;
  /** Pauses in milliseconds: before a failed write is tried again, between two looks at a review that is followed. */
  readonly retryAfter: number;
  readonly followEvery: number;
}

/** What a review starts from. */
export interface ReviewStart {
  readonly issue: Issue;
  /** The bytes of the issue as they came. */
  readonly bytes: Uint8Array;
  readonly opening: Opening;
  readonly place: Place;
  /** The place to go to when the first can't be written. */
  readonly fallback: Place;
  /** The journal as it was read; null when there is none yet. */
  readonly content: JournalContent | null;
  /** Numbers of segments that are in the folder although there is no review. */
  readonly lastSegment: number;
  readonly notices: readonly Notice[];
}

export class Review {
  readonly #ports: ReviewPorts;
  readonly #start: ReviewStart;
  #place: Place;
  #history: History;
  #entries: Entry[];
  #notices: readonly Notice[];
  #journal: Journal | null = null;
  #lock: Lock | null = null;
  #heldBy: Holder | null = null;
  /** The move to the fallback, once it was begun; whether it went well. */
  #moved: Promise<boolean> | null = null;
  #isMoving = false;
  #unfollow: (() => void) | null = null;
  #isClosed = false;

  private constructor(ports: ReviewPorts, start: ReviewStart, entries: readonly Entry[]) {
    this.#ports = ports;
    this.#start = start;
    this.#place = start.place;
    this.#notices = start.notices;
    this.#entries = [...entries];
    const { proposal } = start.opening;
    this.#history = replay(start.issue, proposal, entries);
    if (proposal.review.articles.length === 0) this.#notices = [...start.notices, { key: 'zero articles' }];
  }

  /**
   * Opens a review: with the lock if it is free or `force` is set, else following. Rejects with a `DeskError`
   * `damaged journal`.
   */
  static async open(ports: ReviewPorts, start: ReviewStart, force = false): Promise<Review> {
    if (!start.content) {
      const review = new Review(ports, start, []);
      review.#journal = review.#newJournal(start.place, null);
      return review;
    }
    const locked = await acquireLock(ports, start.place.folder, force).catch(() => null); // null: can't be written
    // Read under the lock: until now another process may have written.
    const latest = locked?.kind === 'mine' ? await readJournal(ports.files, start.place.folder) : start.content;
    const content = latest.kind === 'journal' ? latest : start.content;
    try {
      const review = new Review(ports, start, content.entries);
      if (locked?.kind === 'held') review.#follow(locked.by);
      else await review.#resume(content, locked?.lock ?? null);
      return review;
    } catch (error) {
      if (locked?.kind === 'mine') await locked.lock.release();
      throw error;
    }
  }

  get history(): History {
    return this.#history;
  }

  get opening(): Opening {
    return this.#start.opening;
  }

  /** Whether anything was changed, on disk or not. */
  get hasEntries(): boolean {
    return this.#entries.length > 0;
  }

  get isReadOnly(): boolean {
    return this.#heldBy !== null;
  }

  get entries(): readonly Entry[] {
    return this.#entries;
  }

  /** Whether something is not on the disk. */
  get isOwing(): boolean {
    return this.#journal !== null && this.#journal.saved < this.#entries.length;
  }

  snapshot(): ReviewSnapshot {
    const held = this.#heldBy;
    return {
      proposal: this.#start.opening.proposal,
      entries: [...this.#entries],
      seq: this.#journal?.saved ?? this.#entries.length,
      digest: digestOf(this.#history.review),
      readOnly: held && { host: held.host, pid: held.pid, since: held.since },
      notices: this.#notices,
    };
  }

  /**
   * Makes changes, all or none, and resolves when they are on the disk. Rejects with a `DeskError`; after `disk full`,
   * `not writable` and `folder gone` they are made all the same, and owed.
   */
  async append(first: Seq, changes: readonly Change[]): Promise<{ readonly seq: Seq; readonly digest: string }> {
    if (!this.#journal) throw new DeskError({ key: 'read only review' });
    if (first !== this.#history.seq + 1) throw new DeskError({ key: 'out of step' });
    this.#history = changes.reduce(makeChange, this.#history);
    const stamp = { at: this.#ports.now().toISOString(), by: this.#ports.person() };
    this.#entries.push(...changes.map((change, i): Entry => ({ ...change, ...stamp, seq: first + i })));
    const { seq, review } = this.#history;
    const digest = digestOf(review);
    await this.flush();
    return { seq, digest };
  }

  /** Resolves when all that was made is on the disk; rejects with a `DeskError` when it can't be written. */
  async flush(): Promise<Seq> {
    if (!this.#journal) return this.#entries.length;
    try {
      return await this.#handOver(this.#journal);
    } catch (error) {
      if (!(await this.#moved)) throw error;
      return this.#handOver(this.#journal);
    }
  }

  /** Tells again what could not be written: for a window that has just come. */
  tellOwed(): void {
    const journal = this.#journal;
    if (journal?.problem)
      this.#ports.failed({ seq: journal.saved, owed: journal.owed.length, problem: journal.problem });
  }

  /** Writes what can be written, and gives the lock back. Never rejects. */
  async close(): Promise<void> {
    this.#isClosed = true;
    this.#unfollow?.();
    await this.#moved;
    await this.#journal?.close();
    await this.#lock?.release();
  }

  #handOver(journal: Journal): Promise<Seq> {
    const rest = this.#entries.slice(journal.taken);
    return rest.length > 0 ? journal.append(rest).then(() => journal.saved) : journal.retry();
  }

  #follow(by: Holder): void {
    this.#heldBy = by;
    const { files, followEvery } = this.#ports;
    this.#unfollow = followJournal(files, this.#place.folder, followEvery, (all) => {
      const news = all.slice(this.#entries.length);
      if (news.length === 0) return;
      try {
        this.#history = news.reduce(playOn, this.#history);
      } catch {
        return; // another branch: a take-over reads it whole
      }
      this.#entries.push(...news);
      this.#ports.followed(news);
    });
  }

  /** Goes on writing a review that is on the disk. `lock` is null when its folder can't be written. */
  async #resume(content: JournalContent, lock: Lock | null): Promise<void> {
    this.#lock = lock;
    if (content.torn) this.#notices = [...this.#notices, { key: 'torn tail' }];
    this.#journal = this.#newJournal(this.#place, content);
    // What a killed process left unsynced may be gone at a power cut: it is written once more before it counts as saved.
    if (lock) await this.#journal.retry().catch(() => undefined);
  }

  #newJournal(place: Place, content: JournalContent | null): Journal {
    const { lastSegment } = this.#start;
    const none: JournalStart = { opening: this.opening, isOpened: false, lastSegment, saved: 0, owed: [] };
    return createJournal(this.#journalPorts(place, content !== null), content ? startAfter(content) : none);
  }

  #journalPorts(place: Place, isThere: boolean): JournalPorts {
    const { files, retryAfter } = this.#ports;
    let isFurnished = isThere;
    return {
      files,
      folder: place.folder,
      retryAfter,
      owns: async () => this.#lock?.isMine() ?? false,
      prepare: async () => {
        if (!isFurnished) await makePlace(files, place);
        await this.#takeLock(place);
        if (!isFurnished) await this.#furnish(place);
        isFurnished = true;
      },
      failed: (seq, owed, problem) => this.#failed({ seq, owed, problem }),
      recovered: (seq) => this.#ports.saved(seq),
    };
  }

  async #takeLock(place: Place): Promise<void> {
    if (this.#lock) return; // still ours, or taken over: the journal asks
    const locked = await acquireLock(this.#ports, place.folder);
    if (locked.kind === 'held') throw new DeskError({ key: 'read only review' });
    this.#lock = locked.lock;
  }

  /** Lays out a new review, unless another process has made one there since this issue was opened. */
  async #furnish(place: Place): Promise<void> {
    const there = await readJournal(this.#ports.files, place.folder);
    const isFree = there.kind === 'none' || (there.kind === 'journal' && there.entries.length === 0);
    // In the fallback may lie an older, shorter branch of this very review: it is kept in its segments.
    if (!isFree && place === this.#start.place) throw new DeskError({ key: 'out of step' });
    const { bytes, issue } = this.#start;
    await furnish(this.#ports.files, place, bytes, issue.text, this.opening);
  }

  #failed(event: { readonly seq: Seq; readonly owed: number; readonly problem: Problem }): void {
    const { key } = event.problem;
    const isLost = key === 'read only review' || key === 'out of step';
    if (isLost) {
      this.#journal?.abandon();
      if (!this.#isClosed) this.#ports.lost(event.seq);
      return;
    }
    if (this.#isMoving) return; // the move itself tells how it ended
    // A full disk may have room again; then the review stays whole where it is.
    const mayMove = this.#place.isBeside && !this.#moved && (key !== 'disk full' || event.seq === 0);
    if (mayMove) this.#moved = this.#move(event);
    else this.#ports.failed(event);
  }

  /** Writes the whole review in the fallback and goes on there; resolves to whether that went well. */
  async #move(event: Omit<Events['review.failed'], 'file'>): Promise<boolean> {
    const before = { journal: this.#journal, lock: this.#lock, place: this.#place };
    const { fallback } = this.#start;
    this.#isMoving = true;
    this.#place = fallback;
    this.#lock = null;
    const journal = createJournal(this.#journalPorts(fallback, false), {
      opening: this.opening,
      isOpened: false,
      lastSegment: 0,
      saved: 0,
      owed: [...this.#entries],
    });
    this.#journal = journal;
    try {
      await journal.retry();
    } catch {
      journal.abandon();
      this.#journal = before.journal;
      this.#lock = before.lock;
      this.#place = before.place;
      this.#ports.failed(event);
      return false;
    } finally {
      this.#isMoving = false;
    }
    before.journal?.abandon();
    await before.lock?.release();
    this.#notices = [...this.#notices, { key: 'journal in data folder' }];
    this.#ports.saved(journal.saved);
    return true;
  }
}

function makeChange(history: History, change: Change): History {
  const advanced = advance(history, change);
  if (!advanced.ok) throw new DeskError({ key: 'refused', values: { why: advanced.why } });
  return advanced.history;
}
