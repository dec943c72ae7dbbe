/**
 * One issue that is open: its bytes, its decoded text, and its review. What the window asks about an issue goes through
 * here; `desk.ts` finds the session.
 */
import { basename, dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { DeskError, type Events } from '../../shared/contract/contract.ts';
import type { FileId, Notice, OpenedIssue, ReviewSnapshot } from '../../shared/contract/issue.ts';
import type { Seq } from '../../shared/journal/entry.ts';
import { issueOf } from '../../shared/model/issue.ts';
import type { Issue } from '../../shared/model/review.ts';
import type { Encoding, Source } from '../../shared/model/source.ts';
import type { Proposal } from '../../shared/proposal.ts';
import type { WordList } from '../../shared/words/list.ts';
import { UNSURE } from '../import/decode.ts';
import { importerFor, importIssue } from '../import/import.ts';
import { removeLeftovers } from './atomic.ts';
import { findPictures, type Picture, type Pictures, pictureAt } from './facsimile.ts';
import type { Files } from './files.ts';
import type { JournalContent } from './journal-read.ts';
import { lockHolder } from './lock.ts';
import type { IssueJob } from './messages.ts';
import { type AskPaper, noPaper, paperByName, proposeKnowing } from './papers.ts';
import { inDataFolder, type Place } from './place.ts';
import type { Processes } from './processes.ts';
import { readerFallback, readingName } from './readers.ts';
import { Review, type ReviewPorts } from './review.ts';
import type { Segmenting } from './segmenting.ts';
import { type Extras, type ImportFile, type LoadedSource, loadSource, openingOf, sourceOf } from './source.ts';
import { watchIssue } from './watch.ts';

/** Pauses of the desk's clocks, in milliseconds. */
export interface Pauses {
  /** Before a failed write is tried again. */
  readonly retry: number;
  /** Between two looks at a review that another process writes. */
  readonly follow: number;
  /** Between two looks at an issue file. */
  readonly watch: number;
}

/** How long another process may take to make a review: so many looks, so many milliseconds apart. */
const MAKING_TRIES = 20;
const MAKING_PAUSE = 50;

export interface SessionPorts {
  readonly files: Files;
  readonly processes: Processes;
  readonly segmenting: Segmenting;
  readonly dataFolder: string;
  readonly pauses: Pauses;
  now(): Date;
  person(): string;
  /** The profile of a newspaper, where there is one and it is wanted. */
  readonly paper: AskPaper;
  emit<K extends keyof Events>(event: K, data: Events[K]): void;
}

/** Plain text is decoded here, at once; other files are read where they hold nobody up. */
const importingIn =
  ({ segmenting }: SessionPorts): ImportFile =>
  (bytes, hints) =>
    importerFor(bytes, hints.name) === null ? importIssue(bytes, hints) : segmenting.importFile(bytes, hints);

/** Which review a session is of. */
export interface Reviewed {
  readonly file: FileId;
  /** The issue's real path. */
  readonly path: string;
  /** The second reader whose review it is; undefined: the first review. */
  readonly reader: string | undefined;
}

export class Session {
  readonly file: FileId;
  readonly path: string;
  /** The second reader whose review it is; undefined: the first review. */
  readonly reader: string | undefined;
  readonly #ports: SessionPorts;
  readonly loaded: LoadedSource;
  readonly issue: Issue;
  readonly #unwatch: () => void;
  #review: Promise<Review> | null = null;
  /** What the proposal was made with. */
  #paper: WordList | null = null;
  #cancel: AbortController | null = null;
  #isClosed = false;
  #extras: Promise<Extras> | null = null;
  #chosen: Picture | null = null;
  /** What was loaded is what is on the disk: true until the review was opened once. */
  #isFresh = true;

  private constructor(ports: SessionPorts, { file, path, reader }: Reviewed, loaded: LoadedSource) {
    this.#ports = ports;
    this.file = file;
    this.path = path;
    this.reader = reader;
    this.loaded = loaded;
    this.issue = issueOf(loaded.decoded.text);
    const { files, dataFolder, pauses, emit } = ports;
    this.#unwatch = watchIssue(files, dataFolder, path, loaded.fileSha256, pauses.watch, (how) =>
      emit('issue.changedOnDisk', { file, how }),
    );
  }

  /** Reads and decodes an issue, or its review's own bytes. Rejects with a `DeskError`. */
  static async open(ports: SessionPorts, reviewed: Reviewed, encoding?: Encoding): Promise<Session> {
    const { path, reader } = reviewed;
    const options = { encoding, reader, importFile: importingIn(ports) };
    return new Session(ports, reviewed, await loadSource(ports.files, ports.dataFolder, path, options));
  }

  get encoding(): Encoding {
    return this.loaded.decoded.encoding;
  }

  /** What exports and scripts of this review are named after; a second reader's never replace those of the first. */
  get name(): string {
    const issue = basename(this.path);
    return this.reader === undefined ? issue : readingName(issue, this.reader);
  }

  /** Where the issue lay when its review began, if that was another place. */
  get formerPath(): string | undefined {
    const { formerly } = this.loaded;
    return formerly === undefined ? undefined : join(dirname(this.path), formerly);
  }

  /** Whether the bytes are still those of the file on disk. */
  async isCurrent(): Promise<boolean> {
    const { files, dataFolder } = this.#ports;
    const options = { encoding: this.encoding, reader: this.reader, importFile: importingIn(this.#ports) };
    const loaded = await loadSource(files, dataFolder, this.path, options).catch(() => null);
    return loaded?.sha256 === this.loaded.sha256;
  }

  get source(): Source {
    return sourceOf(basename(this.path), this.loaded);
  }

  get opened(): OpenedIssue {
    return {
      file: this.file,
      source: this.source,
      textUrl: `/text/${this.file}`,
      length: this.issue.text.length,
      encodings: this.loaded.decoded.candidates,
    };
  }

  /** Where the text stands on its pages, and the articles that the file has. */
  extras(): Promise<Extras> {
    this.#extras ??= this.loaded.extras();
    return this.#extras;
  }

  /** The picture of the issue: the chosen one, or what is found beside it. */
  async pictures(): Promise<Pictures> {
    if (this.#chosen) return { pictures: [this.#chosen], unshown: [] };
    return findPictures(this.#ports.files, this.path, (await this.extras()).layout);
  }

  /** Takes the picture at a path that a person chose. Rejects with a `DeskError` `not readable` for what is none. */
  async choosePicture(path: string): Promise<void> {
    const picture = await pictureAt(this.#ports.files, path, null);
    if (!picture) throw new DeskError({ key: 'no picture' });
    this.#chosen = picture;
  }

  /** Whether the review has changes, on disk or in memory. */
  async hasEntries(): Promise<boolean> {
    const review = await this.#review?.catch(() => null);
    return review ? review.hasEntries : (this.loaded.content?.entries.length ?? 0) > 0;
  }

  /** Whether edits are in memory only. */
  async isOwing(): Promise<boolean> {
    return (await this.#review?.catch(() => null))?.isOwing ?? false;
  }

  /** The review: restored from its journal, or proposed. The same for all who ask, until it is lost or cancelled. */
  review(): Promise<Review> {
    if (this.#isClosed) return Promise.reject(new DeskError({ key: 'cancelled' }));
    return this.#review ?? this.#begin(false);
  }

  #begin(force: boolean): Promise<Review> {
    const opening = this.#openReview(force);
    this.#review = opening;
    opening.catch(() => {
      if (this.#review === opening) this.#review = null; // the next one to ask tries again
    });
    return opening;
  }

  async snapshot(): Promise<ReviewSnapshot> {
    const review = await this.review();
    // After the answer: the window first needs the review that something is owed to.
    setImmediate(() => review.tellOwed());
    return review.snapshot();
  }

  cancel(): void {
    this.#cancel?.abort();
  }

  async takeOver(): Promise<ReviewSnapshot> {
    const following = await this.review();
    if (!following.isReadOnly) return following.snapshot();
    await following.close();
    await this.#begin(true);
    return this.snapshot();
  }

  /** What the worker segments. */
  async job(): Promise<IssueJob> {
    const { given } = await this.extras();
    const name = basename(this.path);
    this.#paper ??= given ? null : await paperByName(name, this.#ports.paper);
    const paper = this.#paper;
    const key = `${this.loaded.sha256} ${this.encoding}${paper ? ` ${paper.paper}` : ''}`;
    return { key, text: this.issue.text, name, ...(given && { given }), ...(paper && { paper }) };
  }

  /** Writes what can be written and lets go of everything. Never rejects. */
  async close(): Promise<void> {
    this.#isClosed = true;
    this.#unwatch();
    this.cancel();
    const review = await this.#review?.catch(() => null);
    await review?.close();
  }

  async #openReview(force: boolean): Promise<Review> {
    const { decoded, bytes, isAnother } = this.loaded;
    const found = await this.#findAgain();
    const content = found.content;
    const proposal = content?.opening.proposal ?? found.begunFrom?.proposal ?? (await this.#propose());
    if (content) await this.#sweep(found.place.folder);
    await this.#sweep(dirname(this.path));
    const notices: Notice[] = [];
    if (isAnother) notices.push({ key: 'source changed' });
    if (found.formerly) notices.push({ key: 'review elsewhere', values: { name: found.formerly } });
    if (content && !found.place.isBeside) notices.push({ key: 'journal in data folder' });
    if (!content && found.isTorn) notices.push({ key: 'torn tail' });
    if (!content && this.#paper) notices.push({ key: 'paper profile', values: { paper: this.#paper.paper } });
    if (!content && decoded.confidence < UNSURE)
      notices.push({ key: 'encoding unsure', values: { encoding: decoded.encoding } });
    return Review.open(
      this.#reviewPorts(),
      {
        issue: this.issue,
        bytes,
        opening: content?.opening ?? openingOf(this.loaded, proposal, this.reader),
        place: found.place,
        fallback: this.#fallback,
        content,
        lastSegment: found.lastSegment,
        notices,
      },
      force,
    );
  }

  /** The review on disk, as it is now: another process may have made one since the issue was opened. */
  async #findAgain(): Promise<
    Pick<LoadedSource, 'place' | 'content' | 'lastSegment' | 'isTorn' | 'formerly' | 'begunFrom'>
  > {
    const again = this.#isFresh && this.loaded.content ? this.loaded : await this.#readAgain();
    this.#isFresh = false;
    const content: JournalContent | null = again.content;
    const isSame = !content || (again.sha256 === this.loaded.sha256 && content.opening.encoding === this.encoding);
    if (isSame) return again;
    if (content.entries.length === 0) return { ...again, content: null };
    throw new DeskError({ key: 'out of step', detail: 'the review on disk is of another text' });
  }

  /** Where the review goes when nothing can be written beside the issue. */
  get #fallback(): Place {
    const { dataFolder } = this.#ports;
    return this.reader === undefined
      ? inDataFolder(dataFolder, this.path)
      : readerFallback(dataFolder, this.path, this.reader);
  }

  /** Removes what a killed process of ours left half written in a folder. */
  #sweep(folder: string): Promise<void> {
    const { files, processes } = this.#ports;
    return removeLeftovers(files, folder, (pid) => processes.isRunning({ pid, startTime: null }));
  }

  /** Reads the review; when another process is just making one, waits a moment for it. */
  async #readAgain(): Promise<LoadedSource> {
    const { files, dataFolder } = this.#ports;
    for (let tries = 0; ; tries++) {
      const again = await loadSource(files, dataFolder, this.path, {
        known: this.loaded.bytes,
        reader: this.reader,
        importFile: importingIn(this.#ports),
      });
      if (again.content || tries === MAKING_TRIES) return again;
      if (!(await lockHolder(this.#ports, again.place.folder).catch(() => null))) return again;
      await sleep(MAKING_PAUSE);
    }
  }

  async #propose(): Promise<Proposal> {
    const cancel = new AbortController();
    this.#cancel = cancel;
    const { file } = this;
    this.#ports.emit('issue.progress', { file, done: 0 });
    const { segmenting, emit, paper: ask } = this.#ports;
    const first = await this.job();
    const { proposal } = await proposeKnowing(this.#paper, first.given ? noPaper : ask, async (paper) => {
      this.#paper = paper;
      return segmenting.segment(await this.job(), {
        signal: cancel.signal,
        progress: (done) => emit('issue.progress', { file, done }),
      });
    });
    emit('issue.progress', { file, done: 1 });
    return proposal;
  }

  #reviewPorts(): ReviewPorts {
    const { files, processes, pauses, now, emit } = this.#ports;
    const { file } = this;
    const person = () => this.reader ?? this.#ports.person();
    return {
      files,
      processes,
      now,
      person,
      retryAfter: pauses.retry,
      followEvery: pauses.follow,
      failed: (event) => emit('review.failed', { file, ...event }),
      saved: (seq) => emit('review.saved', { file, seq }),
      followed: (entries) => emit('review.followed', { file, entries }),
      lost: (saved) => void this.#reopen(saved),
    };
  }

  /** Another process came first: the review on disk rules. What it holds beyond `saved` is told as followed. */
  async #reopen(saved: Seq): Promise<void> {
    const lost = await this.#review?.catch(() => null);
    this.#review = null;
    await lost?.close();
    try {
      const review = await this.review();
      const news = review.entries.slice(saved);
      if (review.isReadOnly && news.length > 0) this.#ports.emit('review.followed', { file: this.file, entries: news });
    } catch {
      // The next call that needs the review says why it can't be had.
    }
  }
}
