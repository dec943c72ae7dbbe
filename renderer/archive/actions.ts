/** The actions on the archive's window. Rows are asked for as they come into sight; the desk sorts, filters, searches. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type {
  ArchiveFilter,
  ArchiveInfo,
  ArchiveView,
  BatchKind,
  BatchStatus,
  GateRules,
} from '../../shared/contract/archive.ts';
import { DeskError, type Host, problemOf } from '../../shared/contract/contract.ts';
import type { ExportProfile } from '../../shared/contract/profile.ts';
import type { ExportResult } from '../../shared/contract/written.ts';
import { findArticle } from '../../shared/model/owners.ts';
import type { Desk } from '../store/desk.ts';
import { problemKey } from '../store/state.ts';
import { choiceOf, EVERYTHING, NOTHING, only, toggled, withMore } from './selection.ts';
import { type ArchiveState, hitAt, PAGE, type Panel, rowAt, START_ARCHIVE } from './state.ts';

export interface ArchiveActions {
  readonly store: StoreApi<ArchiveState>;
  /** Follows the desk from now on. Returns the undoing. */
  listen(host: Host, info: ArchiveInfo | null): () => void;
  pickFolder(): Promise<void>;
  show(panel: Panel): void;
  setView(part: Partial<ArchiveView>): void;
  setFilter(part: { readonly [K in keyof ArchiveFilter]?: ArchiveFilter[K] | undefined }): void;
  set(part: Partial<ArchiveState>): void;
  /** Sees to it that these rows are here. */
  need(from: number, to: number): void;
  /** Moves the cursor; selects the row, or all from where Shift began. */
  move(row: number, how?: 'one' | 'extend' | 'keep'): void;
  toggle(row: number): void;
  selectAll(): void;
  selectNone(): void;
  fold(row: number): void;
  /** Opens the issue of a row; back, the table is as it was. */
  open(row: number): Promise<void>;
  assign(person: string): Promise<void>;
  search(typed: string): Promise<void>;
  needHits(from: number, to: number): void;
  openHit(row: number): Promise<void>;
  saveHits(format: 'csv' | 'json'): Promise<void>;
  /** Gives the batch's id; null when none was begun. */
  startBatch(
    kind: BatchKind,
    exported?: { readonly profile: ExportProfile; readonly isDry: boolean },
  ): Promise<string | null>;
  /** Writes the table as it is shown. */
  saveTable(): Promise<void>;
  pauseBatch(): Promise<void>;
  resumeBatch(batch: string, retry: boolean): Promise<void>;
  cancelBatch(batch: string): Promise<void>;
  saveView(name: string): Promise<void>;
  dropView(name: string): Promise<void>;
  setRules(rules: GateRules): Promise<void>;
}

/** Whether both ask for the same issues, in whatever order they say so. */
function isSame(one: ArchiveFilter, other: ArchiveFilter): boolean {
  const words = (filter: ArchiveFilter) => JSON.stringify(Object.entries(filter).toSorted());
  return words(one) === words(other);
}

export function createArchiveActions(desk: Desk): ArchiveActions {
  const store = createStore<ArchiveState>(() => START_ARCHIVE);
  const get = store.getState;
  const set = (part: Partial<ArchiveState>) => store.setState(part);
  /** Higher with each view and each change of the archive: rows of another one are dropped. */
  let generation = 0;
  const asked = new Map<number, number>();
  const askedHits = new Set<number>();
  let sight = { from: 0, to: PAGE };

  const host = (): Host => {
    const { host } = desk.store.getState();
    if (!host) throw new DeskError({ key: 'host gone' });
    return host;
  };
  const trying = async (work: () => Promise<void>) => {
    try {
      await work();
    } catch (error) {
      const problem = problemOf(error);
      desk.say('problem', { key: problemKey(problem), ...(problem.values ? { values: problem.values } : {}) });
    }
  };

  const saySaved = (saved: ExportResult | null) => {
    const [file] = saved?.files ?? [];
    if (saved && file) desk.say('done', { key: 'done.saved', values: { name: file.name, folder: saved.folder } });
  };

  const fetchPage = async (page: number, now: number) => {
    const { view } = get();
    asked.set(page, now);
    const window = await host().call('archive.rows', { view, from: page * PAGE, count: PAGE });
    if (now !== generation) return;
    const { pages, cursor } = get();
    const { total, issues } = window;
    set({
      total,
      issues,
      pages: new Map(pages).set(page, window.rows),
      cursor: Math.min(cursor, Math.max(0, total - 1)),
    });
  };

  const need = (from: number, to: number) => {
    sight = { from, to };
    const now = generation;
    for (let page = Math.floor(from / PAGE); page <= Math.floor(to / PAGE); page++)
      if (asked.get(page) !== now) void trying(() => fetchPage(page, now));
  };

  /** Another view, or the archive is another: rows in sight are asked for again, those far away when they come. */
  const refresh = (isAnother: boolean) => {
    generation++;
    const near = (page: number) => page >= sight.from / PAGE - 1 && page <= sight.to / PAGE;
    set({ pages: isAnother ? new Map() : new Map([...get().pages].filter(([page]) => near(page))) });
    need(sight.from, sight.to);
  };

  const setView = (part: Partial<ArchiveView>) => {
    sight = { from: 0, to: PAGE };
    set({ view: { ...get().view, ...part }, cursor: 0, anchor: 0, scrolled: 0, selected: NOTHING });
    refresh(true);
  };

  const heard = (info: ArchiveInfo) => {
    const before = get().info;
    if (before?.folder === info.folder) {
      set({ info });
      return refresh(false);
    }
    set({ ...START_ARCHIVE, info });
    desk.set({ place: 'archive', dialog: null });
    refresh(true);
    void trying(async () => {
      const [values, { views }, rules, batches] = await Promise.all([
        host().call('archive.values', {}),
        host().call('archive.views', {}),
        host().call('archive.rules', {}),
        host().call('batch.list', {}),
      ]);
      set({ values, views, rules, batches });
    });
  };

  const heardBatch = (batch: BatchStatus) => {
    const others = get().batches.filter(({ id }) => id !== batch.id);
    set({ batches: [batch, ...others].toSorted((a, b) => (a.id < b.id ? 1 : -1)) });
    if (batch.state === 'done') void trying(async () => set({ values: await host().call('archive.values', {}) }));
  };

  const between = async (from: number, to: number) =>
    host().call('archive.between', { view: get().view, from: Math.min(from, to), to: Math.max(from, to) });

  const open = async (issue: number, at: number | null, article: string | null) => {
    const row = await host().call('archive.issue', { issue });
    const { issues } = desk.store.getState();
    desk.set({ issues: [row, ...issues.filter(({ file }) => file !== row.file)], place: 'desk' });
    await desk.openIssue(row.file);
    const { history } = desk.store.getState();
    if (article !== null && history && findArticle(history.review, article)) desk.showArticle(article);
    if (at !== null) desk.selectLineAt(at);
  };

  const setViews = async (views: ArchiveState['views']) =>
    set({ views: (await host().call('archive.setViews', { views: [...views] as never })).views });

  return {
    store,
    set,
    need,
    setView,
    listen(host, info) {
      const undo = [host.on('archive.changed', heard), host.on('batch.changed', heardBatch)];
      if (info) heard(info);
      return () => undo.forEach((off) => void off());
    },
    pickFolder: () =>
      trying(async () => {
        const info = await host().call('archive.open', {});
        if (info) heard(info);
      }),
    show(panel) {
      set({ panel });
      if (panel === 'progress') void trying(async () => set({ progress: await host().call('archive.progress', {}) }));
    },
    setFilter(part) {
      const filter = Object.fromEntries(
        // `assigned: ''` means nobody, so it is kept.
        Object.entries({ ...get().view.filter, ...part }).filter(
          ([name, value]) => value !== undefined && (value !== '' || name === 'assigned'),
        ),
      );
      // The same again (Enter, and then the pause after typing) must not take the selection away.
      if (!isSame(filter, get().view.filter)) setView({ filter });
    },
    move(row, how = 'one') {
      const { total, anchor } = get();
      const cursor = Math.max(0, Math.min(total - 1, row));
      if (how === 'keep') return set({ cursor, anchor: cursor });
      if (how === 'extend') {
        set({ cursor });
        return void trying(async () => set({ selected: only(await between(anchor, cursor)) }));
      }
      const found = rowAt(get(), cursor);
      set({ cursor, anchor: cursor, selected: found?.kind === 'issue' ? only([found.id]) : NOTHING });
    },
    toggle(row) {
      const found = rowAt(get(), row);
      set({ cursor: row, anchor: row });
      if (found?.kind === 'issue') set({ selected: toggled(get().selected, found.id) });
    },
    selectAll: () => set({ selected: EVERYTHING }),
    selectNone: () => set({ selected: NOTHING }),
    fold(row) {
      const found = rowAt(get(), row);
      if (found?.kind !== 'group') return;
      const { view } = get();
      const folded = found.isFolded
        ? view.folded.filter((value) => value !== found.value)
        : [...view.folded, found.value];
      set({ view: { ...view, folded }, cursor: row, anchor: row });
      refresh(true);
    },
    open: (row) =>
      trying(async () => {
        const found = rowAt(get(), row);
        if (found?.kind !== 'issue') return;
        set({ cursor: row, anchor: row, selected: withMore(NOTHING, [found.id]) });
        await open(found.id, null, null);
      }),
    assign: (person) =>
      trying(async () => {
        const { selected, view } = get();
        await host().call('archive.assign', { choice: choiceOf(selected, view.filter), person });
        set({ values: await host().call('archive.values', {}) });
      }),
    search: (typed) =>
      trying(async () => {
        askedHits.clear();
        askedHits.add(0);
        set({ typed, searched: typed, hits: new Map(), hitTotal: 0, hitCursor: 0, panel: 'search' });
        const found = await host().call('archive.search', { typed, from: 0, count: PAGE });
        if (get().searched === typed) set({ hitTotal: found.total, hits: new Map([[0, found.hits]]) });
      }),
    needHits(from, to) {
      const { searched } = get();
      if (searched === null) return;
      for (let page = Math.floor(from / PAGE); page <= Math.floor(to / PAGE); page++) {
        if (askedHits.has(page)) continue;
        askedHits.add(page);
        void trying(async () => {
          const found = await host().call('archive.search', { typed: searched, from: page * PAGE, count: PAGE });
          if (get().searched === searched) set({ hits: new Map(get().hits).set(page, found.hits) });
        });
      }
    },
    openHit: (row) =>
      trying(async () => {
        const hit = hitAt(get(), row);
        if (!hit) return;
        set({ hitCursor: row });
        await open(hit.issue, hit.at, hit.article);
      }),
    saveHits: (format) =>
      trying(async () => {
        const saved = await host().call('archive.saveHits', { typed: get().searched ?? '', format });
        saySaved(saved);
      }),
    async startBatch(kind, exported) {
      const { selected, view } = get();
      const choice = choiceOf(selected, view.filter);
      const how = exported && { profile: exported.profile, ...(exported.isDry && { isDry: true as const }) };
      let id: string | null = null;
      await trying(async () => {
        const batch = await host().call('batch.start', { kind, choice, ...how });
        if (batch) heardBatch(batch);
        id = batch?.id ?? null;
      });
      return id;
    },
    saveTable: () =>
      trying(async () => {
        const { view, columns } = get();
        saySaved(await host().call('archive.saveTable', { view, columns: [...columns] }));
      }),
    pauseBatch: () =>
      trying(async () => {
        await host().call('batch.pause', {});
      }),
    resumeBatch: (batch, retry) => trying(async () => heardBatch(await host().call('batch.resume', { batch, retry }))),
    cancelBatch: (batch) =>
      trying(async () => {
        await host().call('batch.cancel', { batch });
        set({ batches: await host().call('batch.list', {}) });
      }),
    saveView: (name) =>
      trying(async () => {
        const { view, columns, views } = get();
        await setViews([...views.filter((one) => one.name !== name), { name, view, columns: [...columns] }]);
      }),
    dropView: (name) => trying(() => setViews(get().views.filter((one) => one.name !== name))),
    setRules: (rules) => trying(async () => set({ rules: await host().call('archive.setRules', rules) })),
  };
}
