/**
 * A disk in memory that knows what a power cut would leave: what was synced is there for sure; of everything else
 * any part may be (SQLite's way of proving, test6.c). Names are apart from bytes: a new or renamed file is there for
 * sure only when its folder was synced.
 */
import { basename, dirname } from 'node:path';
import type { FileStat, Files } from '../files.ts';

interface FileNode {
  readonly kind: 'file';
  synced: Uint8Array;
  /** Written and not synced, in order. */
  writes: readonly Uint8Array[];
  changed: number;
}

interface FolderNode {
  readonly kind: 'folder';
  names: Map<string, Node>;
  syncedNames: Map<string, Node>;
  /** Changes of names since the last sync, in order: what a name is after each; null for removed. */
  pending: (readonly (readonly [string, Node | null])[])[];
}

type Node = FileNode | FolderNode;

/** What of the unsynced survives. Called once for each unsynced thing. */
export interface Luck {
  /** Whether the i-th of `count` unsynced changes of a folder's names survives. */
  name(i: number, count: number): boolean;
  /** The bytes that survive of unsynced writes. */
  bytes(writes: readonly Uint8Array[]): Uint8Array;
}

/** Ways in which a power cut can end; the worst cases of each kind. */
export const LUCKS: { readonly [name: string]: Luck } = {
  'nothing unsynced survives': { name: () => false, bytes: () => new Uint8Array() },
  'everything survives': { name: () => true, bytes: concat },
  'names without bytes': { name: () => true, bytes: () => new Uint8Array() },
  'half of the bytes': { name: () => true, bytes: (w) => concat(w).slice(0, concat(w).length >> 1) },
  'all but the last byte': { name: () => true, bytes: (w) => concat(w).slice(0, -1) },
  'the size, but zeros': { name: () => true, bytes: (w) => new Uint8Array(concat(w).length) },
  'the second half, zeros before it': {
    name: () => true,
    bytes: (w) => concat(w).map((byte, i, all) => (i < all.length >> 1 ? 0 : byte)),
  },
  'later names without earlier ones': { name: (i, count) => i === count - 1, bytes: concat },
};

export interface SimulatedDisk extends Files {
  /** The disk as it is when the power comes back. */
  afterPowerCut(luck: Luck): SimulatedDisk;
  /** Puts a file there, synced, with its folders. */
  put(path: string, bytes: Uint8Array): void;
  /** Bytes by path, of all files. */
  all(): ReadonlyMap<string, Uint8Array>;
}

export function createDisk(root: FolderNode = emptyFolder(), clock = { now: 1 }): SimulatedDisk {
  const find = (path: string): Node | null => {
    let node: Node | null = root;
    for (const name of path.split('/').filter(Boolean))
      node = node?.kind === 'folder' ? (node.names.get(name) ?? null) : null;
    return node;
  };
  const folderOf = (path: string): FolderNode => {
    const node = find(dirname(path));
    if (node?.kind !== 'folder') throw systemError('ENOENT', path);
    return node;
  };
  const change = (folder: FolderNode, ...changes: readonly (readonly [string, Node | null])[]) => {
    for (const [name, node] of changes) {
      if (node) folder.names.set(name, node);
      else folder.names.delete(name);
    }
    folder.pending.push(changes);
  };
  return {
    async read(path) {
      const node = find(path);
      if (!node) throw systemError('ENOENT', path);
      if (node.kind === 'folder') throw systemError('EISDIR', path);
      return concat([node.synced, ...node.writes]);
    },
    async stat(path): Promise<FileStat | null> {
      const node = find(path);
      if (!node) return null;
      if (node.kind === 'folder') return { size: 0, changed: 0, isFolder: true };
      return { size: concat([node.synced, ...node.writes]).length, changed: node.changed, isFolder: false };
    },
    async list(folder) {
      const node = find(folder);
      if (node?.kind !== 'folder') throw systemError('ENOENT', folder);
      return [...node.names.keys()];
    },
    async realPath(path) {
      if (!find(path)) throw systemError('ENOENT', path);
      return path;
    },
    async makeFolder(path) {
      if (!find(path)) change(folderOf(path), [basename(path), emptyFolder()]);
    },
    async createNew(path) {
      if (find(path)) throw systemError('EEXIST', path);
      const node: FileNode = { kind: 'file', synced: new Uint8Array(), writes: [], changed: clock.now++ };
      change(folderOf(path), [basename(path), node]);
      return {
        async write(bytes) {
          node.writes = [...node.writes, bytes.slice()];
          node.changed = clock.now++;
        },
        async sync() {
          node.synced = concat([node.synced, ...node.writes]);
          node.writes = [];
        },
        async close() {},
      };
    },
    async rename(from, to) {
      const node = find(from);
      if (!node) throw systemError('ENOENT', from);
      if (dirname(from) !== dirname(to)) throw systemError('EXDEV', from);
      change(folderOf(to), [basename(from), null], [basename(to), node]);
    },
    async remove(path) {
      if (find(path)) change(folderOf(path), [basename(path), null]);
    },
    async syncFolder(path) {
      const node = find(path);
      if (node?.kind !== 'folder') throw systemError('ENOENT', path);
      node.syncedNames = new Map(node.names);
      node.pending = [];
    },
    afterPowerCut: (luck) => createDisk(survivorOf(root, luck), { now: clock.now }),
    put(path, bytes) {
      let node = root;
      for (const name of dirname(path).split('/').filter(Boolean)) {
        const next = node.names.get(name) ?? emptyFolder();
        if (next.kind !== 'folder') throw systemError('ENOTDIR', path);
        node.names.set(name, next);
        node.syncedNames.set(name, next);
        node = next;
      }
      const file: FileNode = { kind: 'file', synced: bytes, writes: [], changed: clock.now++ };
      node.names.set(basename(path), file);
      node.syncedNames.set(basename(path), file);
    },
    all: () => new Map(filesIn(root, '')),
  };
}

function survivorOf(folder: FolderNode, luck: Luck): FolderNode {
  const names = new Map(folder.syncedNames);
  folder.pending.forEach((changes, i) => {
    if (!luck.name(i, folder.pending.length)) return;
    for (const [name, node] of changes) {
      if (node) names.set(name, node);
      else names.delete(name);
    }
  });
  const survivors = [...names].map(([name, node]): [string, Node] => [
    name,
    node.kind === 'folder'
      ? survivorOf(node, luck)
      : { kind: 'file', synced: concat([node.synced, luck.bytes(node.writes)]), writes: [], changed: node.changed },
  ]);
  return { kind: 'folder', names: new Map(survivors), syncedNames: new Map(survivors), pending: [] };
}

function* filesIn(folder: FolderNode, path: string): Generator<[string, Uint8Array]> {
  for (const [name, node] of folder.names) {
    if (node.kind === 'folder') yield* filesIn(node, `${path}/${name}`);
    else yield [`${path}/${name}`, concat([node.synced, ...node.writes])];
  }
}

const emptyFolder = (): FolderNode => ({ kind: 'folder', names: new Map(), syncedNames: new Map(), pending: [] });

function concat(parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts));
}

/** An error as Node's file calls give it. */
export const systemError = (code: string, path: string): NodeJS.ErrnoException =>
  Object.assign(new Error(`${code}: ${path}`), { code });
