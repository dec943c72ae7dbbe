/**
 * The desk's services, the same in both hosts: every call of the contract, over ports that a host or a test gives.
 * Never imports electron.
 */
import { basename, dirname, join } from 'node:path';
import type { AppInfo } from '../../shared/contract/app.ts';
import { DeskError, type DeskService } from '../../shared/contract/contract.ts';
import type { Facsimile, FileId, IssueRow } from '../../shared/contract/issue.ts';
import type { Emit } from '../../shared/contract/wire.ts';
import type { Encoding } from '../../shared/model/source.ts';
import type { WordList } from '../../shared/words/list.ts';
import type { Archive } from '../archive/archive.ts';
import type { ArchivePlace } from '../archive/messages.ts';
import { type Log, NO_LOG } from '../log/log.ts';
import { loggedEmit, loggedService, numbering } from '../log/logged.ts';
import { ArchiveDesk } from './archive-desk.ts';
import { makeFolders, writeAtomic } from './atomic.ts';
import { diagnosticCalls } from './diagnostics.ts';
import { type ExportDeskPorts, exportCalls } from './export-desk.ts';
import type { Exportable } from './exporting.ts';
import { type Files, realFiles } from './files.ts';
import { IssueFiles, issueFolders, type Opened } from './issue-files.ts';
import { pageOrderCalls } from './page-order-desk.ts';
import { writingProblem } from './problems.ts';
import { type Processes, realProcesses } from './processes.ts';
import { recordingCalls } from './recording.ts';
import type { Review } from './review.ts';
import { secondCalls } from './second-desk.ts';
import { createSegmenting, type Segmenting } from './segmenting.ts';
import { facsimileOf, type Served, servedAt } from './served.ts';
import { type Pauses, Session, type SessionPorts } from './session.ts';
import { changeSettings, readRecent, readSettings, rememberRecent, type SettingsPort } from './settings.ts';
import { standingCalls } from './standing.ts';
import { WordLists } from './word-lists.ts';

export interface DeskPorts {
  /** The host's store: conf or electron-store. */
  readonly settings: SettingsPort;
  /** Tells all windows. */
  readonly emit: Emit;
  /** The built `worker.ts`. */
  readonly workerUrl: URL;
  /** Absolute path of Galley's own folder ($GALLEY_DATA). */
  readonly dataFolder: string;
  readonly host: AppInfo['host'];
  readonly version: string;
  /** Languages that the system asks for, best first (BCP 47). */
  readonly locales: readonly string[];
  /** Asks the person for issue files; absolute paths. Without it the window's `issues.pick` gives the known issues. */
  readonly pick?: () => Promise<readonly string[]>;
  /** Asks where to write, with a path to begin with; null when the person thought better of it. */
  readonly chooseTarget?: (suggested: string) => Promise<string | null>;
  /** Asks the person for a picture of an issue; null when they thought better of it. */
  readonly pickPicture?: () => Promise<string | null>;
  /** Asks the person for the folder of an archive, or one to export to; null when they thought better of it. */
  readonly pickFolder?: () => Promise<string | null>;
  /** Who reads each issue a second time, blind to the first review; none: the first reviews are open. */
  readonly reader?: string;
  /** Without it nothing is noted. */
  readonly log?: Log;
  // For tests.
  readonly openArchive?: (place: ArchivePlace, changed: () => void) => Archive;
  readonly files?: Files;
  readonly processes?: Processes;
  readonly segmenting?: Segmenting;
  readonly now?: () => Date;
  readonly pauses?: Partial<Pauses>;
}

export interface Desk {
  /** What the window calls, by `dispatch` of the contract. */
  readonly service: DeskService;
  /**
   * Opens files for the window's list, the first is shown; the last of the folders becomes the archive. `announce` also
   * tells the windows that are there already.
   */
  open(paths: readonly string[], announce?: boolean): Promise<Opened>;
  /** Opens a sample that came with Galley: a copy of it in the data folder, so that its review can be kept. */
  openSample(path: string): Promise<Opened>;
  /** The decoded text of an open issue; null when there is none of that id. */
  textOf(file: FileId): string | null;
  /** What a window gets by GET from an address that the desk gave it (`served.ts`); null for any other address. */
  dataAt(url: string): Promise<Served | null>;
  /** Whether edits are in memory only: ask before quitting. */
  isOwing(): Promise<boolean>;
  /** Writes what can be written, gives the locks back, ends the worker. Never rejects. */
  close(): Promise<void>;
}

const PAUSES: Pauses = { retry: 3000, follow: 400, watch: 1500 };

export function createDesk(ports: DeskPorts): Desk {
  const log = ports.log ?? NO_LOG;
  const numberOf = numbering();
  const core = new Core({ ...ports, emit: loggedEmit(ports.emit, log, numberOf) });
  return {
    service: loggedService(serviceOf(core, ports), log, numberOf),
    open: (paths, announce = false) => core.openPaths(paths, announce),
    openSample: (path) => core.openSample(path),
    textOf: (file) => core.textOf(file),
    dataAt: (url) => servedAt(core, url),
    isOwing: () => core.isOwing(),
    close: () => core.close(),
  };
}

function serviceOf(core: Core, ports: DeskPorts): DeskService {
  return {
    ...core.archive.calls(),
    ...core.second,
    ...core.recording,
    ...core.diagnostics,
    ...core.standing,
    ...core.pageOrder,
    'app.info': async () => ({
      version: ports.version,
      host: ports.host,
      locales: ports.locales,
      settings: readSettings(ports.settings),
      canPick: ports.pick !== undefined,
      opened: await core.openedRows(),
      isSample: core.isSample,
      archive: await core.archive.info(),
      canPickFolder: ports.pickFolder !== undefined,
    }),
    'settings.set': async (changes) => {
      try {
        return changeSettings(ports.settings, changes);
      } catch (error) {
        throw new DeskError(writingProblem(error), { cause: error });
      }
    },
    'words.get': ({ paper }) => core.words.read(paper),
    'words.learn': ({ paper, words }) => core.words.learn(paper, words),
    'words.set': ({ paper, words }) => core.words.set(paper, words),
    'issues.list': () => core.allRows(),
    'issues.pick': async () => (ports.pick ? (await core.openPaths(await ports.pick(), false)).rows : core.allRows()),
    'issue.open': async ({ file, encoding }) => (await core.openIssue(file, encoding)).opened,
    'issue.facsimile': ({ file, choose }) => core.facsimile(file, choose),
    'issue.review': async ({ file }) => (await core.session(file)).snapshot(),
    'issue.cancel': async ({ file }) => {
      await core.ifOpen(file, (session) => session.cancel());
      return null;
    },
    'issue.close': async ({ file }) => {
      await core.closeIssue(file);
      return null;
    },
    'issue.explain': async ({ file, span }) => core.segmenting.explain(await (await core.session(file)).job(), span),
    'review.append': async ({ file, first, changes }) => (await core.review(file)).append(first, changes),
    'review.retry': async ({ file }) => ({ seq: await (await core.review(file)).flush() }),
    'review.takeOver': async ({ file }) => (await core.session(file)).takeOver(),
    ...exportCalls(core.exporting),
  };
}

/** What the calls have in common: the open issues. */
class Core {
  readonly segmenting: Segmenting;
  readonly exporting: ExportDeskPorts;
  readonly archive: ArchiveDesk;
  readonly diagnostics: ReturnType<typeof diagnosticCalls>;
  readonly words: WordLists;
  readonly second: ReturnType<typeof secondCalls>;
  readonly recording: ReturnType<typeof recordingCalls>;
  readonly standing: ReturnType<typeof standingCalls>;
  readonly pageOrder: ReturnType<typeof pageOrderCalls>;
  readonly #ports: DeskPorts;
  readonly #files: Files;
  readonly #issues: IssueFiles;
  readonly #sessions = new Map<FileId, Promise<Session>>();
  readonly #texts = new Map<FileId, string>();
  #opened: readonly string[] = [];

  constructor(ports: DeskPorts) {
    this.#ports = ports;
    this.#files = ports.files ?? realFiles;
    this.#issues = new IssueFiles(this.#files, ports.dataFolder, ports.reader);
    this.words = new WordLists(this.#files, ports.dataFolder);
    this.second = secondCalls({
      files: this.#files,
      dataFolder: ports.dataFolder,
      person: () => readSettings(ports.settings).person,
      session: (file) => this.session(file),
      register: (path, reader) => this.#issues.registerReading(path, reader),
    });
    const reviewedBy = (file: FileId) => this.#issues.reviewedBy(file);
    this.standing = standingCalls({ files: this.#files, dataFolder: ports.dataFolder, reviewedBy });
    this.segmenting = ports.segmenting ?? createSegmenting(ports.workerUrl);
    this.exporting = {
      files: this.#files,
      processes: ports.processes ?? realProcesses,
      dataFolder: ports.dataFolder,
      isIssue: (path) => this.#issues.isIssue(path),
      now: ports.now ?? (() => new Date()),
      exportable: (file) => this.exportable(file),
      flush: async (file) => (await this.review(file)).flush(),
      pathOf: (file) => this.#issues.pathOf(file),
      archiveRoot: () => this.archive.root,
      ...(ports.chooseTarget && { chooseTarget: ports.chooseTarget }),
    };
    this.pageOrder = pageOrderCalls({
      ...this.exporting,
      reviewedBy,
      openSession: (file) => this.openSession(file),
      closeIssue: (file) => this.closeIssue(file),
    });
    this.recording = recordingCalls({
      exports: this.exporting,
      session: (file) => this.session(file),
      ...(ports.chooseTarget && { chooseTarget: ports.chooseTarget }),
    });
    this.diagnostics = diagnosticCalls({
      ...ports,
      files: this.#files,
      processes: this.exporting.processes,
      log: ports.log ?? NO_LOG,
      now: ports.now ?? (() => new Date()),
    });
    const { emit, workerUrl, dataFolder, pickFolder, chooseTarget, openArchive } = ports;
    this.archive = new ArchiveDesk({
      files: this.#files,
      processes: this.exporting.processes,
      emit,
      workerUrl,
      dataFolder,
      person: () => readSettings(ports.settings).person,
      usesPapers: () => readSettings(ports.settings).paperProfile,
      register: (path) => this.#issues.register(path),
      ...(pickFolder && { pickFolder }),
      ...(chooseTarget && { chooseTarget }),
      ...(openArchive && { openArchive }),
    });
  }

  /** What settled issues of a newspaper taught, where the person wants it to count. */
  async paper(paper: string): Promise<WordList | null> {
    return readSettings(this.#ports.settings).paperProfile ? this.words.read(paper) : null;
  }

  async openPaths(paths: readonly string[], announce: boolean): Promise<Opened> {
    const folders = await issueFolders(this.#files, paths);
    const opened = await this.#issues.open(paths.filter((path) => !folders.has(path)));
    const root = [...folders.values()].at(-1);
    if (root !== undefined) {
      const info = await this.archive.open(root);
      if (announce) this.#ports.emit('archive.changed', info);
    }
    const known = new Set(this.#opened);
    const added = opened.rows.map(({ file }) => this.#issues.pathOf(file)).filter((path) => !known.has(path));
    this.#opened = [...this.#opened, ...added];
    if (announce && opened.rows.length > 0) this.#ports.emit('issues.opened', { issues: opened.rows });
    return opened;
  }

  async openSample(path: string): Promise<Opened> {
    const copy = join(this.#samples, basename(path));
    if (!(await this.#files.stat(copy))) {
      await makeFolders(this.#files, this.#samples);
      await writeAtomic(this.#files, copy, await this.#files.read(path));
    }
    return this.openPaths([copy], false);
  }

  /** Where the copies of the samples are. */
  get #samples(): string {
    return join(this.#ports.dataFolder, 'samples');
  }

  /** Whether all that is open are copies of the samples. */
  get isSample(): boolean {
    return this.#opened.length > 0 && this.#opened.every((path) => dirname(path) === this.#samples);
  }

  async openedRows(): Promise<readonly IssueRow[]> {
    return (await this.#issues.open(this.#opened)).rows;
  }

  /** Issues opened by this run, then recent ones that are still there. */
  async allRows(): Promise<readonly IssueRow[]> {
    const paths = new Set([...this.#opened, ...readRecent(this.#ports.settings)]);
    return (await this.#issues.open([...paths])).rows;
  }

  /** The open session of an issue; opened when it is not. */
  session(file: FileId): Promise<Session> {
    return this.#sessions.get(file) ?? this.openIssue(file);
  }

  async review(file: FileId): Promise<Review> {
    return (await this.session(file)).review();
  }

  async ifOpen(file: FileId, job: (session: Session) => void): Promise<void> {
    const session = await this.#sessions.get(file)?.catch(() => null);
    if (session) job(session);
  }

  /** Opens an issue, or opens it anew when nothing is edited and its bytes or the encoding asked for are others. */
  openIssue(file: FileId, encoding?: Encoding): Promise<Session> {
    const before = this.#sessions.get(file)?.catch(() => null) ?? Promise.resolve(null);
    const opening = before.then(async (open) => {
      if (open && (await this.#stays(open, encoding))) return open;
      const session = await Session.open(this.#sessionPorts(), this.#issues.reviewedBy(file), encoding);
      await open?.close();
      this.#texts.set(file, session.issue.text);
      this.#remember(session);
      return session;
    });
    // When another encoding can't be had, the issue stays open in the one it was in.
    const kept = opening.catch(async (error: unknown) => (await before) ?? Promise.reject(error));
    this.#sessions.set(file, kept);
    kept.catch(() => {
      if (this.#sessions.get(file) === kept) this.#sessions.delete(file);
    });
    return opening;
  }

  async closeIssue(file: FileId): Promise<void> {
    const session = await this.#sessions.get(file)?.catch(() => null);
    this.#sessions.delete(file);
    this.#texts.delete(file);
    await session?.close();
  }

  /** The session of an issue that is open; never opens one. */
  async openSession(file: FileId): Promise<Session | null> {
    return (await this.#sessions.get(file)?.catch(() => null)) ?? null;
  }

  async facsimile(file: FileId, choose: boolean): Promise<Facsimile> {
    const session = await this.session(file);
    const { pickPicture } = this.#ports;
    const chosen = choose && pickPicture ? await pickPicture() : null;
    if (chosen !== null) await session.choosePicture(chosen);
    return facsimileOf(session, pickPicture !== undefined);
  }

  async readPicture(path: string): Promise<Uint8Array> {
    return this.#files.read(path);
  }

  textOf(file: FileId): string | null {
    return this.#texts.get(file) ?? null;
  }

  async exportable(file: FileId): Promise<Exportable> {
    const session = await this.session(file);
    const { history, entries } = await session.review();
    const isFresh = !(await session.hasEntries());
    const { layout } = await session.extras();
    const scan = layout ? { text: session.issue.text, layout } : undefined;
    const { source, path, name } = session;
    return { history, entries, source, path, name, isFresh, scan };
  }

  async isOwing(): Promise<boolean> {
    const sessions = await Promise.all([...this.#sessions.values()].map((s) => s.catch(() => null)));
    const owing = await Promise.all(sessions.map((s) => s?.isOwing() ?? false));
    return owing.includes(true);
  }

  async close(): Promise<void> {
    await this.archive.close();
    await Promise.all([...this.#sessions.keys()].map((file) => this.closeIssue(file)));
    await this.segmenting.close();
  }

  async #stays(open: Session, encoding: Encoding | undefined): Promise<boolean> {
    const isOther = encoding !== undefined && encoding !== open.encoding;
    if (!(await open.hasEntries())) return !isOther && (await open.isCurrent());
    if (isOther) throw new DeskError({ key: 'encoding with edits' });
    return true;
  }

  #sessionPorts(): SessionPorts {
    const { settings, emit, dataFolder } = this.#ports;
    return {
      files: this.#files,
      processes: this.exporting.processes,
      segmenting: this.segmenting,
      dataFolder,
      pauses: { ...PAUSES, ...this.#ports.pauses },
      now: this.#ports.now ?? (() => new Date()),
      person: () => readSettings(settings).person,
      paper: (paper) => this.paper(paper),
      emit,
    };
  }

  #remember({ path, formerPath }: Session): void {
    try {
      rememberRecent(this.#ports.settings, path, formerPath);
    } catch {
      // A full disk: the list of recent issues can wait.
    }
  }
}
