/** The desk for a browser on this machine: what `npm start` without Electron and `galley serve` both run. */
import { DeskError, type Problem } from '../../shared/contract/contract.ts';
import type { Emit } from '../../shared/contract/wire.ts';
import { languageOf } from '../../shared/language.ts';
import { VERSION } from '../cli/version.ts';
import { createDesk, type Desk } from '../desk/desk.ts';
import { asPerson, readSettings } from '../desk/settings.ts';
import { beginRun } from '../log/run-log.ts';
import { findBuild } from './build.ts';
import { listen } from './listen.ts';
import { systemLocales } from './locales.ts';
import { openSampleIssues } from './samples.ts';
import { surviveFileLimits } from './signals.ts';
import { openStore, orForget } from './store.ts';

export interface ServeOptions {
  /** Absolute paths of issues and of folders of issues; none: the samples that ship with Galley. */
  readonly files: readonly string[];
  /** Absolute path of Galley's own folder; made when missing. */
  readonly dataFolder: string;
  /** Who reads the files a second time, blind to their first reviews: in this run the person, whatever the settings say. */
  readonly reader?: string;
  /** Told of each file that can't be opened, while others can. */
  readonly complain?: (name: string, problem: Problem) => void;
}

export interface Served {
  /** Where the window's browser goes; works once. */
  readonly url: string;
  /** Writes what can be written, tells the windows, frees the port. */
  close(): Promise<void>;
}

/** Rejects with the `DeskError` of the first file when none of them can be opened. */
export async function serve({ files, dataFolder, reader, complain }: ServeOptions): Promise<Served> {
  const build = findBuild();
  surviveFileLimits();
  const log = beginRun(dataFolder, 'node', VERSION);
  let tellWindows: Emit = () => undefined; // nobody listens before the server does
  const store = orForget(() => openStore(dataFolder));
  const locales = systemLocales();
  const desk = createDesk({
    settings: reader === undefined ? store : asPerson(store, reader),
    ...(reader !== undefined && { reader }),
    emit: (event, data) => tellWindows(event, data),
    workerUrl: build.worker,
    dataFolder,
    log,
    host: 'node',
    version: VERSION,
    locales,
  });
  try {
    if (files.length > 0) await openAll(desk, files, complain);
    else await openSampleIssues(desk, build.samples, languageOf(readSettings(store).language, locales));
    const listening = await listen({ service: desk.service, dataAt: desk.dataAt, root: build.window });
    tellWindows = listening.emit;
    return {
      url: listening.url,
      async close() {
        // First the desk: what is called saved is on the disk before any window hears that it is over.
        await desk.close();
        await listening.close();
        log.close();
      },
    };
  } catch (error) {
    await desk.close();
    log.close();
    throw error;
  }
}

async function openAll(desk: Desk, files: readonly string[], complain: ServeOptions['complain']): Promise<void> {
  const { rows, problems } = await desk.open(files);
  const [first] = problems;
  if (rows.length === 0 && first) throw new DeskError({ values: { name: first.name }, ...first.problem });
  for (const { name, problem } of problems) complain?.(name, problem);
}
