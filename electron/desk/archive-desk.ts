/** The desk's archive: the one that is open, its batches, and the calls of the contract that are about them. */
import { availableParallelism } from 'node:os';
import { basename, dirname, join } from 'node:path';
import type {
  ArchiveColumn,
  ArchiveHit,
  ArchiveInfo,
  ArchiveView,
  BatchStatus,
  SavedViews,
} from '../../shared/contract/archive.ts';
import { DeskError, type DeskService } from '../../shared/contract/contract.ts';
import type { IssueRow } from '../../shared/contract/issue.ts';
import type { Emit } from '../../shared/contract/wire.ts';
import type { ExportResult } from '../../shared/contract/written.ts';
import { type Archive, openArchive } from '../archive/archive.ts';
import { createHand } from '../archive/batch/hands.ts';
import { type Batch, type BatchPorts, listBatches, resumeBatch, startBatch } from '../archive/batch/run.ts';
import { RULES } from '../archive/gate.ts';
import { hitsToCsv, hitsToJson } from '../archive/hits-file.ts';
import type { ArchivePlace } from '../archive/messages.ts';
import { changeShared, readShared, type SharedFile, VIEWS } from '../archive/shared-data.ts';
import { tableCsv } from '../archive/table-csv.ts';
import { makeFolders, writeAtomic } from './atomic.ts';
import type { Files } from './files.ts';
import { sha256Of } from './place.ts';
import { writingProblem } from './problems.ts';
import type { Processes } from './processes.ts';

export interface ArchiveDeskPorts {
  readonly files: Files;
  readonly processes: Processes;
  readonly emit: Emit;
  /** The folder of the built workers: `archive.js`, `batch.js`. */
  readonly workerUrl: URL;
  readonly dataFolder: string;
  person(): string;
  /** Whether proposals are made with what settled issues taught. */
  usesPapers(): boolean;
  readonly pickFolder?: () => Promise<string | null>;
  readonly chooseTarget?: (suggested: string) => Promise<string | null>;
  /** Makes an issue known to the desk by its path. */
  register(path: string): Promise<IssueRow>;
  // For tests.
  readonly openArchive?: (place: ArchivePlace, changed: () => void) => Archive;
}

type ArchiveCall = Extract<keyof DeskService, `archive.${string}` | `batch.${string}`>;

/** Windows are told of changes at most this often, in milliseconds. */
const TELL_EVERY = 250;
/** Hits that are read at once when all are written to a file. */
const HITS_AT_ONCE = 200;

export class ArchiveDesk {
  readonly #ports: ArchiveDeskPorts;
  #archive: Archive | null = null;
  #batch: Batch | null = null;
  readonly #tell: () => void;

  constructor(ports: ArchiveDeskPorts) {
    this.#ports = ports;
    this.#tell = atMostEvery(TELL_EVERY, () => void this.#tellInfo());
  }

  /** Opens a folder (its real path) as the archive, in place of the one before, and begins to bring its index up to date. */
  async open(root: string): Promise<ArchiveInfo> {
    if (this.#archive?.root !== root) {
      await this.close();
      const { workerUrl, dataFolder } = this.#ports;
      const place: ArchivePlace = { root, dataFolder };
      const open =
        this.#ports.openArchive ?? ((p, changed) => openArchive(new URL('archive.js', workerUrl), p, changed));
      this.#archive = open(place, this.#tell);
    }
    const archive = this.#open();
    const info = await archive.ask('info');
    archive
      .ask('refresh')
      .then(() => archive.ask('follow'))
      .catch(() => undefined); // closed meanwhile
    return info;
  }

  async info(): Promise<ArchiveInfo | null> {
    return this.#archive?.ask('info') ?? null;
  }

  async close(): Promise<void> {
    this.#batch?.pause();
    await this.#batch?.rested;
    this.#batch = null;
    const closing = this.#archive;
    this.#archive = null;
    await closing?.close();
  }

  calls(): Pick<DeskService, ArchiveCall> {
    // Async, so that a call without an archive rejects.
    const ask: Archive['ask'] = (...question) => this.#asking().then((archive) => archive.ask(...question));
    return {
      'archive.open': async () => {
        const folder = await this.#ports.pickFolder?.();
        return folder ? this.open(await this.#ports.files.realPath(folder)) : null;
      },
      'archive.info': () => this.info(),
      'archive.rows': ({ view, from, count }) => ask('rows', view, from, count),
      'archive.place': ({ view, issue }) => ask('place', view, issue),
      'archive.between': ({ view, from, to }) => ask('between', view, from, to),
      'archive.values': () => ask('values'),
      'archive.issue': async ({ issue }) => this.#ports.register(join(this.#open().root, await ask('pathOf', issue))),
      'archive.assign': async ({ choice, person }) => {
        await ask('assign', choice, person);
        return null;
      },
      'archive.search': ({ typed, from, count }) => ask('search', typed, from, count),
      'archive.saveHits': ({ typed, format }) => this.#saveHits(typed, format),
      'archive.saveTable': ({ view, columns }) => this.#saveTable(view, columns),
      'archive.progress': () => ask('progress'),
      'archive.rules': async () => readShared(this.#ports.files, this.#open().root, RULES),
      'archive.setRules': (rules) => this.#setShared(RULES, rules),
      'archive.views': async () => readShared(this.#ports.files, this.#open().root, VIEWS),
      'archive.setViews': (views): Promise<SavedViews> => this.#setShared(VIEWS, views),
      'batch.start': async ({ kind, choice, profile, isDry }) => {
        const paths = await ask('chosen', choice);
        const out = kind === 'export' ? await this.#exportFolder() : null;
        if (kind === 'export' && out === null) return null;
        const person = this.#ports.person();
        const paper = this.#ports.usesPapers() ? ('own' as const) : ('none' as const);
        const job = { kind, paths: [...paths], format: null, profile: profile ?? null, isDry, out, person, paper };
        return this.#began(await startBatch(this.#batchPorts(), job));
      },
      'batch.list': async () => {
        const mine = this.#batch?.status();
        const { files, processes, dataFolder } = this.#ports;
        const all = await listBatches({ files, processes, dataFolder, root: this.#open().root });
        return all.map((one) => (one.id === mine?.id ? mine : one));
      },
      'batch.pause': async () => {
        this.#batch?.pause();
        await this.#batch?.rested;
        return null;
      },
      'batch.cancel': async ({ batch }) => {
        const running = this.#batch?.id === batch && this.#batch.status().state === 'running' ? this.#batch : null;
        const stopped = running ?? (await resumeBatch({ ...this.#batchPorts(), jobs: 1 }, batch));
        stopped.cancel();
        await stopped.rested;
        return null;
      },
      'batch.resume': async ({ batch, retry }) => this.#began(await resumeBatch(this.#batchPorts(), batch, { retry })),
    };
  }

  /** The folder of the archive that is open. */
  get root(): string | null {
    return this.#archive?.root ?? null;
  }

  async #asking(): Promise<Archive> {
    return this.#open();
  }

  #open(): Archive {
    if (!this.#archive) throw new DeskError({ key: 'folder gone' });
    return this.#archive;
  }

  #began(batch: Batch): BatchStatus {
    const before = this.#batch;
    before?.pause();
    this.#batch = batch;
    return batch.status();
  }

  #batchPorts(): BatchPorts {
    const { files, processes, dataFolder, workerUrl, emit } = this.#ports;
    const { root } = this.#open();
    const told = new Set<string>();
    let latest: BatchStatus | null = null;
    // The table follows what the batch does without waiting for the system to tell of changed files.
    const refresh = atMostEvery(4 * TELL_EVERY, () => {
      const folders = [...told];
      told.clear();
      if (this.#archive?.root === root) void this.#archive.ask('refreshFolders', folders).catch(() => undefined);
    });
    const tell = atMostEvery(TELL_EVERY, () => latest && emit('batch.changed', latest));
    return {
      files,
      processes,
      dataFolder,
      root,
      // One thread is left to the window.
      jobs: Math.max(1, availableParallelism() - 1),
      createHand: (work) => createHand(new URL('batch.js', workerUrl), work),
      changed: (status, path) => {
        latest = status;
        tell();
        if (path === null) return refresh();
        told.add(path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '');
        refresh();
      },
    };
  }

  async #setShared<T>(file: SharedFile<T>, value: T): Promise<T> {
    const { files, processes } = this.#ports;
    return changeShared({ files, processes, now: () => new Date() }, this.#open().root, file, () => value);
  }

  /** Where a batch writes: the person is asked where the host can, else it is a folder of Galley's own. */
  async #exportFolder(): Promise<string | null> {
    if (this.#ports.pickFolder) return this.#ports.pickFolder();
    return join(this.#ports.dataFolder, 'exports', basename(this.#open().root));
  }

  async #saveHits(typed: string, format: 'csv' | 'json'): Promise<ExportResult | null> {
    const hits: ArchiveHit[] = [];
    for (let total = 1; hits.length < total; ) {
      const found = await this.#open().ask('search', typed, hits.length, HITS_AT_ONCE);
      total = found.hits.length === 0 ? 0 : found.total;
      hits.push(...found.hits);
    }
    const text = format === 'csv' ? hitsToCsv(hits) : hitsToJson(typed, hits);
    return this.#save(`${basename(this.#open().root)} hits.${format}`, text);
  }

  async #saveTable(view: ArchiveView, columns: readonly ArchiveColumn[]): Promise<ExportResult | null> {
    const archive = this.#open();
    // Groups are for the eye; every issue of the view has a row, folded or not.
    const flat = { ...view, group: null, folded: [] };
    const rows = (from: number, count: number) => archive.ask('rows', flat, from, count);
    let text = '';
    for await (const piece of tableCsv(rows, columns)) text += piece;
    return this.#save(`${basename(archive.root)}.csv`, text);
  }

  /** Writes a file where the person says, else to Galley's own folder; null when they thought better of it. */
  async #save(name: string, text: string): Promise<ExportResult | null> {
    const folder = join(this.#ports.dataFolder, 'exports');
    const suggested = join(folder, name);
    const target = this.#ports.chooseTarget ? await this.#ports.chooseTarget(suggested) : suggested;
    if (target === null) return null;
    const bytes = Buffer.from(text);
    try {
      if (target === suggested) await makeFolders(this.#ports.files, folder);
      await writeAtomic(this.#ports.files, target, bytes);
    } catch (error) {
      throw new DeskError(writingProblem(error), { cause: error });
    }
    return {
      files: [{ name: basename(target), bytes: bytes.length, sha256: sha256Of(bytes) }],
      folder: dirname(target),
    };
  }

  async #tellInfo(): Promise<void> {
    const info = await this.info().catch(() => null);
    if (info) this.#ports.emit('archive.changed', info);
  }
}

/** Runs the work at once, then at most so often; the last call is never lost. */
function atMostEvery(pause: number, work: () => void): () => void {
  let timer: NodeJS.Timeout | undefined;
  let again = false;
  const run = () => {
    again = false;
    work();
    timer = setTimeout(() => {
      timer = undefined;
      if (again) run();
    }, pause);
    timer.unref();
  };
  return () => {
    if (timer) again = true;
    else run();
  };
}
