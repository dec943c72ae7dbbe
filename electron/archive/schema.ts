/** The tables of the index. Another version: the index is built anew, for everything in it can be. */

export const INDEX_VERSION = 2;

/** Names and types of the columns of `issues`, in order. */
export const ISSUE_COLUMNS = {
  path: 'TEXT NOT NULL UNIQUE',
  name: 'TEXT NOT NULL',
  folder: 'TEXT NOT NULL',
  stamp: 'TEXT NOT NULL',
  bytes: 'INTEGER NOT NULL',
  paper: 'TEXT NOT NULL',
  date: 'TEXT NOT NULL',
  day: 'TEXT NOT NULL',
  edition: 'TEXT NOT NULL',
  editors: 'TEXT NOT NULL',
  pages: 'INTEGER NOT NULL',
  articles: 'INTEGER',
  settled: 'INTEGER NOT NULL',
  doubts: 'INTEGER',
  notes: 'INTEGER NOT NULL',
  edits: 'INTEGER NOT NULL',
  seconds: 'INTEGER NOT NULL',
  state: 'TEXT NOT NULL',
  person: 'TEXT NOT NULL',
  edited: 'TEXT',
  exportedAt: 'TEXT',
  exportedOld: 'INTEGER NOT NULL',
  source: 'TEXT NOT NULL',
  lockHost: 'TEXT',
  lockSince: 'TEXT',
  problem: 'TEXT',
  formerly: 'TEXT',
  assigned: "TEXT NOT NULL DEFAULT ''",
  /** Lower case, for the filter that people type. */
  haystack: 'TEXT NOT NULL',
} as const;

const columns = Object.entries(ISSUE_COLUMNS)
  .map(([name, type]) => `${name} ${type}`)
  .join(', ');

/**
 * `words` keeps no text, only where its words stand: what is shown of a hit is read from the issue. `texts` says whose
 * text a row of `words` is; its rows and those of `words` have the same numbers.
 */
export const SCHEMA = `
  CREATE TABLE issues (id INTEGER PRIMARY KEY, ${columns});
  CREATE TABLE texts (id INTEGER PRIMARY KEY, issue INTEGER NOT NULL, article TEXT);
  CREATE INDEX texts_issue ON texts (issue);
  CREATE VIRTUAL TABLE words USING fts5(
    headline, byline, body, raw,
    content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2'
  );
  PRAGMA user_version = ${INDEX_VERSION};
`;

/**
 * The index can be lost: after a power cut it is set aside and built anew. So no statement waits for the disk.
 */
export const SETTINGS = `
  PRAGMA synchronous = OFF;
  PRAGMA busy_timeout = 10000;
  PRAGMA temp_store = MEMORY;
  PRAGMA cache_size = -65536;
`;
