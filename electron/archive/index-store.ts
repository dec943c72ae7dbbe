/** The index of one archive: what is kept of each issue, the order of views, the search. Synchronous; one thread owns it. */
import type {
  ArchiveFilter,
  ArchiveIssue,
  ArchiveRow,
  ArchiveView,
  ArchiveWindow,
  IssueNumber,
} from '../../shared/contract/archive.ts';
import type { Problem } from '../../shared/contract/contract.ts';
import type { IssueFacts } from './facts.ts';
import { ISSUE_COLUMNS } from './schema.ts';
import { lastDayOf, matchOf, type SearchQuery } from './search-query.ts';
import type { Database, SqlRow, SqlValue } from './sqlite.ts';
import { GROUPED_BY, orderOf, whereOf } from './view.ts';

export interface FoundText {
  readonly issue: IssueNumber;
  readonly article: string | null;
}

/** A view laid out: numbers of issues, and `-n` for the head of the n-th group (from 1). */
interface Layout {
  readonly key: string;
  readonly version: number;
  readonly entries: Int32Array;
  readonly groups: readonly { readonly value: string; readonly count: number }[];
  readonly issues: number;
}

const COLUMNS = Object.keys(ISSUE_COLUMNS).filter((name) => name !== 'assigned');
const UPSERT = `INSERT INTO issues (${COLUMNS.join(', ')}) VALUES (${COLUMNS.map(() => '?').join(', ')})
  ON CONFLICT (path) DO UPDATE SET ${COLUMNS.map((name) => `${name} = excluded.${name}`).join(', ')} RETURNING id`;

export class IndexStore {
  readonly #db: Database;
  /** Higher with each change. */
  version = 1;
  #layouts: Layout[] = [];
  #found: { key: string; version: number; texts: readonly FoundText[] } | null = null;
  /** The stamp of each path that is in the index, and what it was before a renaming. */
  readonly #stamps = new Map<string, string>();
  readonly #formerly = new Map<string, string>();

  constructor(db: Database) {
    this.#db = db;
    for (const { path, stamp, formerly } of db.all('SELECT path, stamp, formerly FROM issues')) {
      this.#stamps.set(String(path), String(stamp));
      if (formerly !== null) this.#formerly.set(String(path), String(formerly));
    }
  }

  get size(): number {
    return this.#stamps.size;
  }

  stampOf(path: string): string | undefined {
    return this.#stamps.get(path);
  }

  get paths(): IterableIterator<string> {
    return this.#stamps.keys();
  }

  /** Reviews that go on under another name: no issues of their own. */
  get formerPaths(): ReadonlySet<string> {
    return new Set(this.#formerly.values());
  }

  /** Takes what was read, and forgets paths; all or, when the disk is full, nothing. */
  write(facts: readonly IssueFacts[], gone: readonly string[] = []): void {
    if (facts.length === 0 && gone.length === 0) return;
    this.#db.exec('BEGIN');
    try {
      for (const one of facts) this.#put(one);
      for (const path of gone) this.#forget(path);
      this.#db.exec('COMMIT');
    } catch (error) {
      this.#db.exec('ROLLBACK');
      throw error;
    }
    for (const one of facts) {
      this.#stamps.set(one.path, one.stamp);
      if (one.formerly === null) this.#formerly.delete(one.path);
      else this.#formerly.set(one.path, one.formerly);
    }
    for (const path of gone) {
      this.#stamps.delete(path);
      this.#formerly.delete(path);
    }
    this.version++;
  }

  #put(facts: IssueFacts): void {
    const values = COLUMNS.map((name) => columnOf(facts, name));
    const id = Number(this.#db.get(UPSERT, ...values)?.id);
    // Also where this process never saw it: another one may have written it (`galley archive` beside the window).
    this.#dropTexts(id);
    for (const { article, headline, byline, body, raw } of facts.texts) {
      const text = this.#db.get('INSERT INTO texts (issue, article) VALUES (?, ?) RETURNING id', id, article)?.id;
      this.#db.run(
        'INSERT INTO words (rowid, headline, byline, body, raw) VALUES (?, ?, ?, ?, ?)',
        Number(text),
        headline,
        byline,
        body,
        raw,
      );
    }
  }

  #forget(path: string): void {
    const id = this.#db.get('SELECT id FROM issues WHERE path = ?', path)?.id;
    if (id === undefined) return;
    this.#dropTexts(Number(id));
    this.#db.run('DELETE FROM issues WHERE id = ?', id);
  }

  #dropTexts(issue: number): void {
    this.#db.run('DELETE FROM words WHERE rowid IN (SELECT id FROM texts WHERE issue = ?)', issue);
    this.#db.run('DELETE FROM texts WHERE issue = ?', issue);
  }

  /** Who each issue is for, by path; nobody has those that are not named. */
  assignAll(assigned: ReadonlyMap<string, string>): void {
    this.#db.exec('BEGIN');
    this.#db.run("UPDATE issues SET assigned = '' WHERE assigned <> ''");
    for (const [path, person] of assigned) this.#db.run('UPDATE issues SET assigned = ? WHERE path = ?', person, path);
    this.#db.exec('COMMIT');
    this.version++;
  }

  /** A window of rows. */
  window(view: ArchiveView, from: number, count: number): ArchiveWindow {
    const layout = this.#layout(view);
    const rows = [...layout.entries.subarray(from, from + count)].flatMap((entry) => this.#row(layout, view, entry));
    return { total: layout.entries.length, issues: layout.issues, from, rows };
  }

  #row(layout: Layout, view: ArchiveView, entry: number): readonly ArchiveRow[] {
    if (entry < 0) {
      const group = layout.groups[-entry - 1];
      return group ? [{ kind: 'group', ...group, isFolded: view.folded.includes(group.value) }] : [];
    }
    const row = this.#db.get('SELECT * FROM issues WHERE id = ?', entry);
    return row ? [issueOf(row)] : [];
  }

  /** The row of the view in which an issue stands; -1 when it is not in it. */
  indexOf(view: ArchiveView, issue: IssueNumber): number {
    return this.#layout(view).entries.indexOf(issue);
  }

  /** The issues between two rows of the view, both included. */
  between(view: ArchiveView, from: number, to: number): readonly IssueNumber[] {
    return [...this.#layout(view).entries.subarray(from, to + 1)].filter((entry) => entry > 0);
  }

  #layout(view: ArchiveView): Layout {
    const key = JSON.stringify(view);
    const kept = this.#layouts.find((layout) => layout.key === key && layout.version === this.version);
    if (kept) return kept;
    const layout = this.#layOut(view, key);
    this.#layouts = [layout, ...this.#layouts.filter((one) => one.key !== key)].slice(0, 3);
    return layout;
  }

  #layOut(view: ArchiveView, key: string): Layout {
    const { sql, values } = whereOf(view.filter);
    const by = view.group ? GROUPED_BY[view.group] : "''";
    const rows = this.#db.all(
      `SELECT id, ${by} AS value FROM issues WHERE ${sql} ORDER BY ${orderOf(view)}`,
      ...values,
    );
    const entries: number[] = [];
    const groups: { value: string; count: number }[] = [];
    const folded = new Set(view.folded);
    for (const row of rows) {
      const value = String(row.value);
      const last = groups.at(-1);
      if (view.group && last?.value !== value) {
        groups.push({ value, count: 0 });
        entries.push(-groups.length);
      }
      const group = groups.at(-1);
      if (group) group.count++;
      if (!view.group || !folded.has(value)) entries.push(Number(row.id));
    }
    return { key, version: this.version, entries: Int32Array.from(entries), groups, issues: rows.length };
  }

  issue(id: IssueNumber): (ArchiveIssue & { readonly path: string }) | null {
    const row = this.#db.get('SELECT * FROM issues WHERE id = ?', id);
    return row ? { ...issueOf(row), path: String(row.path) } : null;
  }

  /** Paths of these issues, in the order of paths. */
  pathsOf(issues: readonly IssueNumber[]): readonly string[] {
    return issues
      .flatMap((id) => this.#db.all('SELECT path FROM issues WHERE id = ?', id))
      .map(({ path }) => String(path))
      .toSorted();
  }

  pathsWhere(filter: ArchiveFilter, except: readonly IssueNumber[] = []): readonly string[] {
    const { sql, values } = whereOf(filter);
    const not = new Set(except);
    return this.#db
      .all(`SELECT id, path FROM issues WHERE ${sql} ORDER BY path`, ...values)
      .flatMap(({ id, path }) => (not.has(Number(id)) ? [] : [String(path)]));
  }

  /** Every text that holds what is asked; the raw text of an issue counts only where no article of it does. */
  search(query: SearchQuery): readonly FoundText[] {
    const key = JSON.stringify(query);
    if (this.#found?.key === key && this.#found.version === this.version) return this.#found.texts;
    const texts = this.#search(query);
    this.#found = { key, version: this.version, texts };
    return texts;
  }

  #search(query: SearchQuery): readonly FoundText[] {
    const match = matchOf(query);
    const where: string[] = [];
    const values: SqlValue[] = [];
    const add = (sql: string, value: SqlValue) => {
      where.push(sql);
      values.push(value);
    };
    if (match === null && query.paper === '' && query.from === '' && query.to === '') return [];
    if (match !== null) add('texts.id IN (SELECT rowid FROM words WHERE words MATCH ?)', match);
    // Without words it is a list of issues: their raw texts stand for them.
    else where.push('texts.article IS NULL');
    if (query.paper !== '') add("issues.paper LIKE ? ESCAPE '\\'", `%${query.paper.replace(/[\\%_]/g, '\\$&')}%`);
    if (query.from !== '') add('issues.day >= ?', query.from);
    if (query.to !== '') add("issues.day <> '' AND issues.day <= ?", lastDayOf(query.to));
    const rows = this.#db.all(
      `SELECT texts.issue AS issue, texts.article AS article FROM texts JOIN issues ON issues.id = texts.issue
       WHERE ${where.join(' AND ')} ORDER BY issues.day DESC, issues.path, texts.id DESC`,
      ...values,
    );
    const withArticle = new Set(rows.flatMap(({ issue, article }) => (article === null ? [] : [issue])));
    return rows
      .filter(({ issue, article }) => article !== null || !withArticle.has(issue))
      .map(({ issue, article }) => ({ issue: Number(issue), article: article === null ? null : String(article) }));
  }

  /** Different values of a column, for filters: papers, persons. */
  valuesOf(column: 'paper' | 'assigned'): readonly string[] {
    return this.#db
      .all(`SELECT DISTINCT ${column} AS value FROM issues WHERE ${column} <> '' ORDER BY value LIMIT 500`)
      .map(({ value }) => String(value));
  }

  /** Rows of a question of the progress board (`progress.ts`). */
  ask(sql: string, ...values: readonly SqlValue[]): readonly SqlRow[] {
    return this.#db.all(sql, ...values);
  }

  close(): void {
    this.#db.close();
  }
}

function columnOf(facts: IssueFacts, name: string): SqlValue {
  if (name === 'haystack') return haystackOf(facts);
  if (name === 'problem') return facts.problem && JSON.stringify(facts.problem);
  const value = facts[name as keyof IssueFacts]; // the other columns are named as the facts are
  return typeof value === 'boolean' ? Number(value) : (value as SqlValue);
}

const haystackOf = ({ path, paper, date, day, edition, person }: IssueFacts): string =>
  [path, paper, date, day, edition, person].join(' ').toLowerCase();

function issueOf(row: SqlRow): ArchiveIssue {
  const text = (name: string) => String(row[name] ?? '');
  const number = (name: string) => Number(row[name] ?? 0);
  return {
    kind: 'issue',
    id: number('id'),
    title: text('paper') || text('name'),
    name: text('name'),
    folder: text('folder'),
    date: text('date'),
    edition: text('edition'),
    editors: text('editors'),
    pages: number('pages'),
    bytes: number('bytes'),
    // Written by `write` from facts of these types.
    state: text('state') as ArchiveIssue['state'],
    source: text('source') as ArchiveIssue['source'],
    articles: row.articles === null ? null : number('articles'),
    settled: number('settled'),
    doubts: row.doubts === null ? null : number('doubts'),
    notes: number('notes'),
    edits: number('edits'),
    minutes: Math.round(number('seconds') / 60),
    assigned: text('assigned'),
    exported: row.exportedAt === null ? null : { at: text('exportedAt'), isOld: number('exportedOld') === 1 },
    lock: row.lockHost === null ? null : { host: text('lockHost'), since: text('lockSince') },
    edited: row.edited === null ? null : text('edited'),
    problem: row.problem === null ? null : (JSON.parse(text('problem')) as Problem),
  };
}
