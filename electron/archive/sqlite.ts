/**
 * The index's database, behind a port: `node:sqlite` where the runtime has it (Node from 22.13, Electron from 35), else
 * the same SQLite as WebAssembly (docs/archive.md says why). Everything is synchronous: it runs in a thread of its own.
 */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

export type SqlValue = string | number | null;
export type SqlRow = Readonly<Record<string, SqlValue>>;

export interface Database {
  /** Runs statements that have no values. */
  exec(sql: string): void;
  run(sql: string, ...values: readonly SqlValue[]): void;
  all(sql: string, ...values: readonly SqlValue[]): readonly SqlRow[];
  get(sql: string, ...values: readonly SqlValue[]): SqlRow | undefined;
  close(): void;
}

/** Opens a database file, made when missing. `wasm`: do not look for the runtime's own. */
export async function openDatabase(path: string, { wasm = false } = {}): Promise<Database> {
  if (!wasm) {
    const sqlite = await nodeSqlite();
    if (sqlite) return ownDatabase(new sqlite.DatabaseSync(path));
  }
  const { Database: WasmDatabase } = wasmModule();
  return wasmDatabase(new WasmDatabase(path));
}

/** The WebAssembly build reads its own file, so it is never bundled: it lies beside the bundle (vite.config.ts). */
function wasmModule(): typeof import('node-sqlite3-wasm') {
  const load = createRequire(import.meta.url);
  // A bundler may put this module into a folder of its own.
  const built = ['./sqlite-wasm.cjs', '../sqlite-wasm.cjs'].map((path) =>
    fileURLToPath(new URL(path, import.meta.url)),
  );
  return load(built.find((path) => existsSync(path)) ?? 'node-sqlite3-wasm');
}

type NodeSqlite = typeof import('node:sqlite');

async function nodeSqlite(): Promise<NodeSqlite | null> {
  try {
    return await import('node:sqlite');
  } catch {
    return null; // a Node without it
  }
}

function ownDatabase(db: InstanceType<NodeSqlite['DatabaseSync']>): Database {
  const known = new Map<string, ReturnType<typeof db.prepare>>();
  const prepared = (sql: string) => {
    const statement = known.get(sql) ?? db.prepare(sql);
    if (known.size < 200) known.set(sql, statement);
    return statement;
  };
  return {
    exec: (sql) => db.exec(sql),
    run: (sql, ...values) => void prepared(sql).run(...values),
    // Columns of the index are text and numbers below 2^53, so this is what comes.
    all: (sql, ...values) => prepared(sql).all(...values) as unknown as readonly SqlRow[],
    get: (sql, ...values) => prepared(sql).get(...values) as SqlRow | undefined,
    close() {
      known.clear();
      db.close();
    },
  };
}

type WasmDb = InstanceType<typeof import('node-sqlite3-wasm').Database>;

function wasmDatabase(db: WasmDb): Database {
  type Statement = ReturnType<WasmDb['prepare']>;
  const known = new Map<string, Statement>();
  const using = <T>(sql: string, work: (statement: Statement) => T): T => {
    const kept = known.get(sql);
    if (kept) return work(kept);
    const statement = db.prepare(sql);
    if (known.size < 200) {
      known.set(sql, statement);
      return work(statement);
    }
    try {
      return work(statement);
    } finally {
      statement.finalize();
    }
  };
  return {
    exec: (sql) => db.exec(sql),
    run: (sql, ...values) => void using(sql, (s) => s.run([...values])),
    all: (sql, ...values) => using(sql, (s) => s.all([...values])) as unknown as readonly SqlRow[],
    // Its own `get` leaves the statement open, and nothing can be committed then.
    get: (sql, ...values) => using(sql, (s) => s.all([...values]))[0] as SqlRow | undefined,
    close() {
      for (const statement of known.values()) statement.finalize();
      known.clear();
      db.close();
    },
  };
}
