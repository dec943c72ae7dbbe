/**
 * The issue files that the window may name. It knows them by opaque ids; a path never leaves the main process, and an
 * id that was not given out names nothing.
 */
import { basename, dirname, join } from 'node:path';
import { DeskError, type Problem } from '../../shared/contract/contract.ts';
import type { FileId, IssueRow } from '../../shared/contract/issue.ts';
import { namesIn } from '../archive/delivered.ts';
import { codeOf, type Files } from './files.ts';
import { pageFiles } from './issue-names.ts';
import { seemsReviewed, sha256Of } from './place.ts';
import { readingProblem } from './problems.ts';
import { seemsRead } from './readers.ts';
import type { Reviewed } from './session.ts';

/** Letters of an id: 128 bits of a SHA-256. */
const ID_LENGTH = 32;
export interface Opened {
  readonly rows: readonly IssueRow[];
  /** What could not be opened, by the name that was asked for. */
  readonly problems: readonly { readonly name: string; readonly problem: Problem }[];
}

export class IssueFiles {
  readonly #files: Files;
  readonly #dataFolder: string;
  readonly #paths = new Map<FileId, string>();
  readonly #readers = new Map<FileId, string>();
  /** Who reads each issue a second time in this run; none: the first reviews are open. */
  readonly #reader: string | undefined;

  constructor(files: Files, dataFolder: string, reader?: string) {
    this.#files = files;
    this.#dataFolder = dataFolder;
    this.#reader = reader;
  }

  /** Registers files, in their order. */
  async open(paths: readonly string[]): Promise<Opened> {
    const rows: IssueRow[] = [];
    const problems: { name: string; problem: Problem }[] = [];
    for (const path of paths) {
      try {
        rows.push(await this.register(await this.#realPathOf(path)));
      } catch (error) {
        problems.push({ name: basename(path), problem: readingProblem(error) });
      }
    }
    return { rows, problems };
  }

  /** The real path; of a file that is gone, the one that it had, where its review is still there. */
  async #realPathOf(path: string): Promise<string> {
    try {
      return await this.#files.realPath(path);
    } catch (error) {
      if (codeOf(error) !== 'ENOENT') throw error;
      const folder = await this.#files.realPath(dirname(path)).catch(() => dirname(path));
      const had = join(folder, basename(path));
      if (await seemsReviewed(this.#files, this.#dataFolder, had)) return had;
      throw error;
    }
  }

  /** The real path behind an id. Throws a `DeskError` `no such file`. */
  pathOf(file: FileId): string {
    const path = this.#paths.get(file);
    if (path === undefined) throw new DeskError({ key: 'no such file' });
    return path;
  }

  /** Whose review of which issue the id names. Throws a `DeskError` `no such file`. */
  reviewedBy(file: FileId): Reviewed {
    return { file, path: this.pathOf(file), reader: this.#readers.get(file) };
  }

  /** Makes a second reading known, by an id of its own. */
  async registerReading(path: string, reader: string): Promise<IssueRow> {
    const file = sha256Of(Buffer.from(`${path}\0${reader}`)).slice(0, ID_LENGTH);
    this.#paths.set(file, path);
    this.#readers.set(file, reader);
    const reviewed = await seemsRead(this.#files, this.#dataFolder, path, reader);
    return { ...(await this.#rowOf(path)), file, reader, reviewed };
  }

  /** Whether the path is one of the issues, which nothing may be written over. */
  isIssue(path: string): boolean {
    return [...this.#paths.values()].includes(path);
  }

  /** Makes an issue known by its real path, also one whose file is gone: its review may be there. */
  async register(path: string): Promise<IssueRow> {
    if (this.#reader !== undefined) return this.registerReading(path, this.#reader);
    const row = await this.#rowOf(path);
    this.#paths.set(row.file, path);
    return row;
  }

  async #rowOf(path: string): Promise<IssueRow> {
    const stat = await this.#files.stat(path);
    return {
      file: sha256Of(Buffer.from(path)).slice(0, ID_LENGTH),
      name: basename(path),
      folder: dirname(path),
      bytes: stat?.size ?? 0,
      changed: new Date(stat?.changed ?? 0).toISOString(),
      reviewed: await seemsReviewed(this.#files, this.#dataFolder, path),
    };
  }
}

/** Those of the paths that are folders of issues, with their real paths; not those that are one issue. */
export async function issueFolders(files: Files, paths: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const folders = new Map<string, string>();
  for (const path of paths) {
    const real = await files.realPath(path).catch(() => null);
    const stat = real === null ? null : await files.stat(real).catch(() => null);
    if (real === null || !stat?.isFolder) continue;
    const isIssue = pageFiles(await namesIn(files, real).catch(() => []), { named: true }).length > 0;
    if (!isIssue) folders.set(path, real);
  }
  return folders;
}
