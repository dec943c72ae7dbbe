/**
 * Keeps the index of one archive: opens it, brings it up to date with the folder, answers questions meanwhile. It runs
 * in a thread of its own (`worker.ts`); nothing in it is known that the issues, their journals and `.galley-archive`
 * do not say.
 */
import { createHash } from 'node:crypto';
import { basename, join } from 'node:path';
import { setImmediate as breathe } from 'node:timers/promises';
import type {
  ArchiveChoice,
  ArchiveHit,
  ArchiveHits,
  ArchiveInfo,
  ArchiveProgress,
  ArchiveView,
  ArchiveWindow,
  IssueNumber,
} from '../../shared/contract/archive.ts';
import { DeskError } from '../../shared/contract/contract.ts';
import { type Files, realFiles } from '../desk/files.ts';
import { type Processes, realProcesses } from '../desk/processes.ts';
import { type FactsPorts, type IssueFacts, readFacts } from './facts.ts';
import { type Following, type FollowOptions, followArchive } from './follow.ts';
import { placeHit, type ReadReview, readReview } from './hits.ts';
import { openIndexFile } from './index-file.ts';
import { type FoundText, IndexStore } from './index-store.ts';
import { progressOf } from './progress.ts';
import { eachAtOnce, type FoundIssue, pathIn, scanArchive, scanFolder } from './scan.ts';
import { parseSearch, type SearchQuery } from './search-query.ts';
import { ASSIGNED, changeShared, readShared } from './shared-data.ts';

export interface KeeperOptions {
  /** The archive's real path. */
  readonly root: string;
  readonly dataFolder: string;
  /** The index or how far it is has changed. */
  readonly changed?: () => void;
  // For tests.
  readonly files?: Files;
  readonly processes?: Processes;
  readonly wasm?: boolean;
  readonly follow?: FollowOptions;
}

/** Issues read before they are written to the index, in one go. */
const BATCH = 100;
/** Issues being read at once. */
const READ_AT_ONCE = 8;

/** Where Galley keeps the index of an archive, its jobs, and nothing that can't be had again. */
export const archiveFolder = (dataFolder: string, root: string): string =>
  join(dataFolder, 'archives', createHash('sha256').update(root).digest('hex').slice(0, 32));

export class Keeper {
  readonly #options: KeeperOptions;
  readonly #ports: FactsPorts;
  readonly #store: IndexStore;
  readonly #rebuilt: boolean;
  #reading: { done: number; of: number } | null = null;
  /** Work on the index, one after the other. */
  #line: Promise<unknown> = Promise.resolve();
  #isClosed = false;
  #following: Following | null = null;
  /** What to watch, by the folder that it is told of. */
  readonly #watched = new Map<string, readonly string[]>();

  private constructor(options: KeeperOptions, store: IndexStore, rebuilt: boolean) {
    this.#options = options;
    this.#store = store;
    this.#rebuilt = rebuilt;
    this.#ports = {
      files: options.files ?? realFiles,
      processes: options.processes ?? realProcesses,
      root: options.root,
      dataFolder: options.dataFolder,
      now: () => new Date(),
    };
  }

  /** Opens the index as it was left; `refresh` brings it up to date. */
  static async open(options: KeeperOptions): Promise<Keeper> {
    const path = join(archiveFolder(options.dataFolder, options.root), 'index.sqlite');
    const { db, rebuilt } = await openIndexFile(path, { wasm: options.wasm ?? false });
    return new Keeper(options, new IndexStore(db), rebuilt);
  }

  info(): ArchiveInfo {
    const { root } = this.#options;
    return {
      name: basename(root) || root,
      folder: root,
      issues: this.#store.size,
      reading: this.#reading,
      notice: this.#rebuilt ? 'rebuilt' : null,
    };
  }

  get store(): IndexStore {
    return this.#store;
  }

  /** Goes through the whole folder and reads what is new or another. Resolves when the index says what the folder says. */
  refresh(): Promise<void> {
    return this.#inLine(async () => {
      const there = new Set<string>();
      const waiting: FoundIssue[] = [];
      this.#watched.clear();
      for await (const { folder, found } of scanArchive(this.#ports)) {
        if (this.#isClosed) return;
        this.#watched.set(folder, found.watched);
        for (const issue of found.issues) {
          there.add(issue.path);
          if (this.#store.stampOf(issue.path) !== issue.stamp) waiting.push(issue);
        }
      }
      const former = this.#store.formerPaths;
      await this.#read(waiting.filter(({ path, isMissing }) => !(isMissing && former.has(path))));
      this.#store.write(
        [],
        [...this.#store.paths].filter((path) => !there.has(path)),
      );
      await this.#readAssigned();
      this.#watchAgain();
    });
  }

  /** From now on the index follows what happens in the archive. */
  follow(): void {
    this.#following ??= followArchive(
      this.#options.root,
      (folders) => {
        const work = folders === null ? this.refresh() : this.refreshFolders(folders);
        work.catch(() => undefined); // the drive is away: the next look tells
      },
      this.#options.follow,
    );
    this.#watchAgain();
  }

  #watchAgain(): void {
    this.#following?.watchFolders(['.galley-archive', ...[...this.#watched.values()].flat()]);
  }

  /** Looks at some folders again (paths from the archive's), and at those below them that are new or gone. */
  refreshFolders(folders: readonly string[]): Promise<void> {
    return this.#inLine(async () => {
      const waiting = [...folders];
      for (let folder = waiting.shift(); folder !== undefined; folder = waiting.shift()) {
        const { issues, folders: below, watched } = await scanFolder(this.#ports, folder);
        this.#watched.set(folder, watched);
        waiting.push(...below.filter((one) => !this.#watched.has(one)), ...this.#goneBelow(folder, below));
        const there = new Set(issues.map(({ path }) => path));
        await this.#read(issues.filter(({ path, stamp }) => this.#store.stampOf(path) !== stamp));
        const isHere = (path: string) => pathIn(folder, path.slice(path.lastIndexOf('/') + 1)) === path;
        this.#store.write(
          [],
          [...this.#store.paths].filter((path) => isHere(path) && !there.has(path)),
        );
      }
      await this.#readAssigned();
      this.#watchAgain();
    });
  }

  /** Folders directly below that were there and are not any more; they are forgotten. */
  #goneBelow(folder: string, below: readonly string[]): readonly string[] {
    const there = new Set(below);
    const isBelow = (one: string) => one !== '' && pathIn(folder, one.slice(one.lastIndexOf('/') + 1)) === one;
    const gone = [...this.#watched.keys()].filter((one) => isBelow(one) && !there.has(one));
    for (const one of gone) this.#watched.delete(one);
    return gone;
  }

  async #read(waiting: readonly FoundIssue[]): Promise<void> {
    if (waiting.length === 0) return;
    this.#reading = { done: 0, of: waiting.length };
    try {
      // The next ones are read while these are written.
      let next = this.#facts(waiting.slice(0, BATCH));
      for (let at = 0; at < waiting.length && !this.#isClosed; at += BATCH) {
        const facts = await next;
        next = this.#facts(waiting.slice(at + BATCH, at + 2 * BATCH));
        this.#store.write(
          facts,
          facts.flatMap(({ formerly }) => formerly ?? []),
        );
        this.#reading = { done: at + facts.length, of: waiting.length };
        this.#options.changed?.();
        await breathe(); // questions come first
      }
      await next;
    } finally {
      this.#reading = null;
      this.#options.changed?.();
    }
  }

  #facts(found: readonly FoundIssue[]): Promise<IssueFacts[]> {
    return eachAtOnce(found, (issue) => readFacts(this.#ports, issue), READ_AT_ONCE);
  }

  async #readAssigned(): Promise<void> {
    const assigned = await readShared(this.#ports.files, this.#options.root, ASSIGNED).catch(() => null);
    if (assigned) this.#store.assignAll(new Map(Object.entries(assigned)));
    this.#options.changed?.();
  }

  rows(view: ArchiveView, from: number, count: number): ArchiveWindow {
    return this.#store.window(view, from, count);
  }

  /** The row of the view in which an issue stands; -1 when it is not in it. */
  place(view: ArchiveView, issue: IssueNumber): number {
    return this.#store.indexOf(view, issue);
  }

  /** The issues between two rows of the view, both included. */
  between(view: ArchiveView, from: number, to: number): readonly IssueNumber[] {
    return this.#store.between(view, from, to);
  }

  /** What there is to filter by. */
  values(): { readonly papers: readonly string[]; readonly persons: readonly string[] } {
    return { papers: this.#store.valuesOf('paper'), persons: this.#store.valuesOf('assigned') };
  }

  progress(): ArchiveProgress {
    return progressOf(this.#store);
  }

  /** The paths of a choice. */
  chosen(choice: ArchiveChoice): readonly string[] {
    return 'issues' in choice
      ? this.#store.pathsOf(choice.issues)
      : this.#store.pathsWhere(choice.filter, choice.except);
  }

  /** Gives issues to a person; `''` to nobody. For everybody who opens the archive. */
  async assign(choice: ArchiveChoice, person: string): Promise<void> {
    const paths = this.chosen(choice);
    const after = await changeShared(this.#ports, this.#options.root, ASSIGNED, (before) => {
      const kept = new Map(Object.entries(before));
      for (const path of paths) person === '' ? kept.delete(path) : kept.set(path, person);
      return Object.fromEntries(kept);
    });
    this.#store.assignAll(new Map(Object.entries(after)));
    this.#options.changed?.();
  }

  /** Where what was typed stands: how often, and a window of the places with the words around them. */
  async search(typed: string, from: number, count: number): Promise<ArchiveHits> {
    const query = parseSearch(typed);
    const found = this.#store.search(query);
    const shown = found.slice(from, from + count);
    return { total: found.length, from, hits: await this.#place(shown, query) };
  }

  async #place(texts: readonly FoundText[], query: SearchQuery): Promise<readonly ArchiveHit[]> {
    const { files, dataFolder, root } = this.#ports;
    const read = new Map<string, ReadReview | null>();
    const hits: ArchiveHit[] = [];
    for (const { issue: id, article } of texts) {
      const issue = this.#store.issue(id);
      if (!issue) continue;
      const { path, title, name, folder, date } = issue;
      if (!read.has(path)) read.set(path, await readReview(files, dataFolder, root, path).catch(() => null));
      const review = read.get(path);
      const placed = review
        ? placeHit(review, article, query)
        : { headline: '', byline: '', words: '', marks: [], at: null };
      hits.push({ issue: id, title, name, folder, date, article, ...placed });
    }
    return hits;
  }

  /** The path of one issue below the archive. */
  pathOf(id: number): string {
    const issue = this.#store.issue(id);
    if (!issue) throw new DeskError({ key: 'no such file' });
    return issue.path;
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    this.#following?.close();
    await this.#line.catch(() => undefined);
    this.#store.close();
  }

  #inLine(work: () => Promise<void>): Promise<void> {
    const done = this.#line.then(() => (this.#isClosed ? undefined : work()));
    this.#line = done.catch(() => undefined);
    return done;
  }
}
