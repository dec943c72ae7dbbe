/**
 * All file calls of the desk pass through this one small module, so that a test can fail, tear, drop or delay the k-th
 * of them and compute what a power cut would leave (`testing/disk.ts`).
 *
 * There is no call that changes a file's bytes in place: a file is created new, written, synced, and renamed.
 */
import { constants } from 'node:fs';
import { mkdir, open, readdir, readFile, realpath, rename, rm, stat } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';

export interface FileStat {
  readonly size: number;
  /** Last change, in milliseconds since 1970. */
  readonly changed: number;
  readonly isFolder: boolean;
}

/** A file that this process made and nobody else writes. */
export interface NewFile {
  /** Appends all of the bytes. */
  write(bytes: Uint8Array): Promise<void>;
  /** Resolves when what was written is on the disk (fdatasync). After a failure the file must not be used again. */
  sync(): Promise<void>;
  close(): Promise<void>;
}

/** Calls reject with Node's errors (`code`: ENOENT, ENOSPC …); see `problems.ts`. */
export interface Files {
  read(path: string): Promise<Uint8Array>;
  /** Null when there is nothing at the path. */
  stat(path: string): Promise<FileStat | null>;
  /** Names in the folder, in no order. */
  list(folder: string): Promise<readonly string[]>;
  /** The path with all symbolic links followed. */
  realPath(path: string): Promise<string>;
  /** Makes one folder; it may be there already. */
  makeFolder(path: string): Promise<void>;
  /** Fails with EEXIST when something is at the path, whoever made it, also in the same instant. */
  createNew(path: string): Promise<NewFile>;
  rename(from: string, to: string): Promise<void>;
  /** Removes a file; it may be gone already. */
  remove(path: string): Promise<void>;
  /** Resolves when the folder's names (new, renamed, removed) are on the disk. */
  syncFolder(path: string): Promise<void>;
}

const isWindows = process.platform === 'win32';

/** Virus scanners and sync services hold a file for a moment: how long to go on trying, in milliseconds. */
const RENAME_PAUSES = [10, 30, 100, 300, 1000];

/** The machine's own files. */
export const realFiles: Files = {
  read: (path) => readFile(path),

  async stat(path) {
    try {
      const s = await stat(path);
      return { size: s.size, changed: s.mtimeMs, isFolder: s.isDirectory() };
    } catch (error) {
      // ENOTDIR: a file stands where a folder of the path would be (`.galley/.DS_Store`).
      if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return null;
      throw error;
    }
  },

  list: (folder) => readdir(folder),
  realPath: (path) => realpath(path),

  async makeFolder(path) {
    try {
      await mkdir(path);
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error;
    }
  },

  async createNew(path) {
    const handle = await open(path, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL, 0o644);
    return {
      write: async (bytes) => {
        for (let at = 0; at < bytes.length; ) at += (await handle.write(bytes, at, bytes.length - at)).bytesWritten;
      },
      sync: () => handle.datasync(),
      close: () => handle.close(),
    };
  },

  async rename(from, to) {
    for (const pause of RENAME_PAUSES) {
      try {
        return await rename(from, to);
      } catch (error) {
        const code = codeOf(error);
        const isHeld = code === 'EBUSY' || (isWindows && (code === 'EPERM' || code === 'EACCES'));
        if (!isHeld) throw error;
        await sleep(pause);
      }
    }
    await rename(from, to);
  },

  remove: (path) => rm(path, { force: true }),

  async syncFolder(path) {
    if (isWindows) return; // Windows can't open a folder; its file systems journal their names.
    const handle = await open(path, constants.O_RDONLY);
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  },
};

/** The code of a system error: `ENOENT`; empty for other errors. */
export const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
