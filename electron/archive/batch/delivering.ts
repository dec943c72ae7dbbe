/** The delivery of a batch of exports: its names while it runs, its manifest when it rests. */
import { dirname, join } from 'node:path';
import type { DeliveredFile } from '../../../shared/contract/delivery.ts';
import { type ExportProfile, plainProfile } from '../../../shared/contract/profile.ts';
import { type Claim, type Closing, claimsOf, closeDelivery, nameBookOf, ownerOf } from '../../delivery/deliver.ts';
import { readManifest } from '../../delivery/manifest.ts';
import type { NameBook } from '../../delivery/name-book.ts';
import type { Files } from '../../desk/files.ts';
import type { Job, ReadJob } from './job.ts';
import { keptIn } from './kept.ts';
import type { TaskResult } from './task.ts';

/** What is exported how; null for other batches. */
export const profileOf = ({ profile, format }: Job): ExportProfile | null =>
  profile ?? (format === null ? null : plainProfile(format));

interface Names {
  readonly book: NameBook;
  /** Whether a real path is of a file that nothing may be written over. */
  readonly isKept: (path: string) => boolean;
}

export class Delivering {
  readonly #files: Files;
  readonly #root: string;
  readonly #job: Job;
  readonly #out: string;
  readonly #profile: ExportProfile;
  readonly #book: NameBook;
  readonly claim: Claim;
  /** What each issue gave, by its path. */
  readonly #delivered = new Map<string, readonly DeliveredFile[]>();

  private constructor(
    ports: { files: Files; root: string; out: string },
    job: Job,
    profile: ExportProfile,
    names: Names,
  ) {
    this.#files = ports.files;
    this.#root = ports.root;
    this.#out = ports.out;
    this.#job = job;
    this.#profile = profile;
    this.#book = names.book;
    this.claim = claimsOf(names.book, ports.files, ports.out, names.isKept);
  }

  /** Null for a batch that exports nothing. Rejects with a `DeskError` when the manifest that lies there is damaged. */
  static async open(files: Files, root: string, { job, results }: ReadJob): Promise<Delivering | null> {
    const profile = profileOf(job);
    const { kind, out, paths, kept = [] } = job;
    if (kind !== 'export' || out === null || profile === null) return null;
    const book = nameBookOf(await readManifest(files, out));
    const isKept = await keptIn(files, root, [...paths, ...kept]);
    const opened = new Delivering({ files, root, out }, job, profile, { book, isKept });
    for (const [path, result] of results) opened.add(path, result);
    return opened;
  }

  /** Takes down what an issue gave, in this run or one before. */
  add(path: string, { delivered }: TaskResult): void {
    if (!delivered) return;
    this.#delivered.set(path, delivered);
    for (const { file, ...rest } of delivered) this.#book.keep(ownerOf(rest), file);
  }

  /** Writes the manifest, or says what it would be. `isDone`: issues that are gone from the archive are withdrawn. */
  async close(isDone: boolean): Promise<Closing> {
    const gone = isDone ? await this.#goneIssues() : new Set<string>();
    const covers = (issue: string) => this.#delivered.has(issue) || gone.has(issue);
    const ports = { files: this.#files, out: this.#out, isDry: this.#job.isDry ?? false };
    const delivered = [...this.#delivered.values()].flat();
    return closeDelivery(ports, delivered, { profile: this.#profile.name, covers }, new Date());
  }

  /** Issues that were delivered once and of which neither file nor review is there any more. */
  async #goneIssues(): Promise<ReadonlySet<string>> {
    const mine = new Set(this.#job.paths);
    const before = await readManifest(this.#files, this.#out);
    const others = new Set(before?.files.flatMap(({ issue }) => (mine.has(issue) ? [] : [issue])));
    const gone = new Set<string>();
    for (const issue of others) {
      const path = join(this.#root, issue);
      const places = [path, join(dirname(path), '.galley', path.slice(dirname(path).length + 1))];
      const found = await Promise.all(places.map((place) => this.#files.stat(place).catch(() => undefined)));
      if (found.every((stat) => stat === null)) gone.add(issue);
    }
    return gone;
  }
}
