/** File calls that fail, tear or wait where a test says so; over the simulated disk or the machine's own files. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Files, NewFile } from '../files.ts';
import { systemError } from './disk.ts';

/** `write`, `sync` and `close` are calls of an open file; the others are those of `Files`. */
export interface FileCall {
  /** From 1, over all calls. */
  readonly number: number;
  readonly name: keyof Files | keyof NewFile;
  readonly path: string;
}

export type Fault =
  | null
  /** The call does nothing and rejects. */
  | { readonly fail: string }
  /** A write that writes only its first half, then rejects; other calls do their work, then reject. */
  | { readonly tear: string }
  /** The call does nothing and says that it did. */
  | 'drop'
  /** The call waits so many milliseconds first. */
  | { readonly delay: number };

export interface FaultyFiles extends Files {
  /** How many calls there were. */
  readonly calls: number;
}

/** `plan` is asked before each call. */
export function faultyFiles(files: Files, plan: (call: FileCall) => Fault): FaultyFiles {
  let calls = 0;

  /** Runs `whole` under the plan's fault for this call; `half` is what it does when torn. */
  const under = async <T>(
    name: FileCall['name'],
    path: string,
    whole: () => Promise<T>,
    half?: () => Promise<T>,
  ): Promise<T> => {
    const fault = plan({ number: ++calls, name, path });
    if (fault === null) return whole();
    if (fault === 'drop') return undefined as T; // only planned for calls that give back nothing
    if ('delay' in fault) return sleep(fault.delay).then(whole);
    if ('tear' in fault) await (half ?? whole)();
    throw systemError('fail' in fault ? fault.fail : fault.tear, path);
  };

  return {
    get calls() {
      return calls;
    },
    read: (path) => under('read', path, () => files.read(path)),
    stat: (path) => under('stat', path, () => files.stat(path)),
    list: (path) => under('list', path, () => files.list(path)),
    realPath: (path) => under('realPath', path, () => files.realPath(path)),
    makeFolder: (path) => under('makeFolder', path, () => files.makeFolder(path)),
    rename: (from, to) => under('rename', from, () => files.rename(from, to)),
    remove: (path) => under('remove', path, () => files.remove(path)),
    syncFolder: (path) => under('syncFolder', path, () => files.syncFolder(path)),
    async createNew(path) {
      const file = await under('createNew', path, () => files.createNew(path));
      return {
        write: (bytes) =>
          under(
            'write',
            path,
            () => file.write(bytes),
            () => file.write(bytes.subarray(0, bytes.length >> 1)),
          ),
        sync: () => under('sync', path, () => file.sync()),
        close: () => under('close', path, () => file.close()),
      };
    },
  };
}

/** Calls that change the disk: the only ones a full or read-only one refuses. */
export const isWriting = ({ name }: FileCall): boolean =>
  ['makeFolder', 'createNew', 'rename', 'remove', 'syncFolder', 'write', 'sync'].includes(name);
