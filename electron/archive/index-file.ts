/** The index's file: made, opened, or set aside and made anew when it can't be read. It holds nothing of its own. */
import { existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { INDEX_VERSION, SCHEMA, SETTINGS } from './schema.ts';
import { type Database, openDatabase } from './sqlite.ts';

export interface OpenedIndex {
  readonly db: Database;
  /** There was an index that could not be read; it lies beside as `index.sqlite.broken`. */
  readonly rebuilt: boolean;
}

/** The WebAssembly build locks by a folder, which a killed process leaves behind; milliseconds. */
const STALE_LOCK = 10_000;

/** Opens the index at the path, whose folder is made when missing. */
export async function openIndexFile(path: string, options: { wasm?: boolean } = {}): Promise<OpenedIndex> {
  mkdirSync(dirname(path), { recursive: true });
  dropStaleLock(path);
  const isThere = existsSync(path);
  const opened = isThere ? await tryOpen(path, options) : null;
  if (opened === 'old') remove(path);
  else if (opened) return { db: opened, rebuilt: false };
  else if (isThere) setAside(path);
  const db = await openDatabase(path, options);
  db.exec('PRAGMA journal_mode = WAL');
  db.exec(SETTINGS);
  db.exec(SCHEMA);
  return { db, rebuilt: isThere && opened === null };
}

/** Null when it can't be read; `old` when another version of Galley made it. */
async function tryOpen(path: string, options: { wasm?: boolean }): Promise<Database | 'old' | null> {
  let db: Database | null = null;
  try {
    db = await openDatabase(path, options);
    const version = Number(db.get('PRAGMA user_version')?.user_version);
    if (version === INDEX_VERSION && isSound(db)) {
      db.exec(SETTINGS);
      return db;
    }
    db.close();
    return version > 0 && version !== INDEX_VERSION ? 'old' : null;
  } catch {
    try {
      db?.close();
    } catch {
      // It was never really open.
    }
    return null;
  }
}

/** A full check of a large index takes minutes; one of the table of issues, half a second. Words are checked by use. */
function isSound(db: Database): boolean {
  db.get('SELECT count(*) AS n FROM texts WHERE id IN (SELECT id FROM texts LIMIT 1)');
  db.get("SELECT rowid FROM words WHERE words MATCH 'a' LIMIT 1");
  return db.get("PRAGMA quick_check('issues')")?.quick_check === 'ok';
}

const PARTS = ['', '-wal', '-shm', '-journal'];

function setAside(path: string): void {
  for (const part of PARTS) {
    rmSync(`${path}.broken${part}`, { force: true });
    if (existsSync(path + part)) renameSync(path + part, `${path}.broken${part}`);
  }
}

function remove(path: string): void {
  for (const part of PARTS) rmSync(path + part, { force: true });
}

function dropStaleLock(path: string): void {
  const lock = `${path}.lock`;
  if (existsSync(lock) && Date.now() - statSync(lock).mtimeMs > STALE_LOCK) rmSync(lock, { recursive: true });
}
