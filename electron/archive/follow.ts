/**
 * Follows an archive on disk: says which of its folders may have changed. One watcher a folder, not one a file as
 * chokidar sets them up: a hundred thousand issues would use up the system's watchers, and each watcher of a folder
 * tells of its files anyway. Where nothing can be watched (network drives, no watchers left) the archive is looked
 * through every so often.
 */
import { type FSWatcher, watch } from 'node:fs';
import { join } from 'node:path';
import { MANIFEST_NAME } from '../../shared/contract/delivery.ts';

export interface Following {
  /** Watches these folders (paths below the archive, with `/`) and no others. */
  watchFolders(folders: readonly string[]): void;
  close(): void;
}

export interface FollowOptions {
  /** Milliseconds of quiet before a change is told. */
  readonly quiet?: number;
  /** Milliseconds between two looks at everything. */
  readonly lookEvery?: number;
}

const QUIET = 400;
const LOOK_EVERY = 5 * 60_000;
/** Folders watched at most: systems allow some ten thousand watchers to all programs together. */
const MOST_WATCHED = 4000;
/** A folder that changes all the time is told at least this often, in quiets. */
const PATIENCE = 5;

/** `changed` gets the folders in which something happened; null: look at everything. */
export function followArchive(
  root: string,
  changed: (folders: readonly string[] | null) => void,
  { quiet = QUIET, lookEvery = LOOK_EVERY }: FollowOptions = {},
): Following {
  const watchers = new Map<string, FSWatcher>();
  const dirty = new Set<string>();
  let isAll = false;
  let timer: NodeJS.Timeout | undefined;
  let waited = 0;

  const tell = () => {
    const folders = isAll ? null : [...dirty];
    dirty.clear();
    isAll = false;
    waited = 0;
    timer = undefined;
    changed(folders);
  };
  const mark = (folder: string, name: string | null) => {
    dirty.add(folder);
    // It says of files in any folder below that they are a delivery's.
    if (name === MANIFEST_NAME) isAll = true;
    if (timer && waited >= PATIENCE) return;
    clearTimeout(timer);
    waited++;
    timer = setTimeout(tell, quiet);
    timer.unref();
  };
  const add = (folder: string) => {
    if (watchers.has(folder) || watchers.size >= MOST_WATCHED) return;
    try {
      const watcher = watch(join(root, folder), { persistent: false }, (_, name) => mark(folderOfIssues(folder), name));
      watcher.on('error', () => drop(folder));
      watchers.set(folder, watcher);
    } catch {
      // Gone meanwhile, or no watchers left: `lookEvery` finds it.
    }
  };
  const drop = (folder: string) => {
    watchers.get(folder)?.close();
    watchers.delete(folder);
  };
  const looking = setInterval(() => changed(null), lookEvery);
  looking.unref();

  return {
    watchFolders(folders) {
      const wanted = new Set(folders);
      for (const folder of watchers.keys()) if (!wanted.has(folder)) drop(folder);
      for (const folder of wanted) add(folder);
    },
    close() {
      clearTimeout(timer);
      clearInterval(looking);
      for (const folder of [...watchers.keys()]) drop(folder);
    },
  };
}

/** Reviews lie in `FOLDER/.galley/NAME/`: what happens there is told of FOLDER. */
function folderOfIssues(folder: string): string {
  const parts = folder.split('/');
  const at = parts.findIndex((part) => part.startsWith('.'));
  return at < 0 ? folder : parts.slice(0, at).join('/');
}
