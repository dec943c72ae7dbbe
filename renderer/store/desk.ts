/** The window's store and the actions on it. One way in: components select slices and call these. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import { DeskError, type Host, type Problem, problemOf } from '../../shared/contract/contract.ts';
import type { FileId } from '../../shared/contract/issue.ts';
import type { Settings } from '../../shared/contract/settings.ts';
import type { Edit } from '../../shared/edits/edit.ts';
import { digestOf } from '../../shared/journal/digest.ts';
import type { Change, Entry, Seq } from '../../shared/journal/entry.ts';
import { advance, type History, nextRedo, nextUndo } from '../../shared/journal/history.ts';
import { changesTo } from '../../shared/journal/jump.ts';
import { lineAt, lineText } from '../../shared/model/lines.ts';
import { findArticle, ownerAt, ownersOf, runsOf } from '../../shared/model/owners.ts';
import type { Span } from '../../shared/model/position.ts';
import type { ArticleId } from '../../shared/model/review.ts';
import type { Encoding } from '../../shared/model/source.ts';
import { NOTHING_FOUND } from '../find/find.ts';
import { allDoubts } from '../words/doubts.ts';
import { articleToShow, type BothSides, changedArticle, changedPlace, lineFrom } from './changes.ts';
import { groupsFrom } from './ids.ts';
import { fetchIssue, isSameReview, type OpenReview, openReview } from './opening.ts';
import { createOutbox, type Outbox, type Unsaved } from './outbox.ts';
import { type DeskState, type Message, NO_ISSUE, problemKey, refusedKey, type Selection, START } from './state.ts';

/** Words for the editor: a key in the locales, with values for its sentence. */
export interface Words {
  readonly key: string;
  readonly values?: NonNullable<Message['values']>;
}

/** @public The declaration of `edit` in index.ts names it. */
export interface EditOptions {
  /** Edits of one gesture share a group and are undone together. Default: a new one for this call. */
  readonly group?: number;
  /** What is said of it once it is done (a key under `done.*`). */
  readonly announce?: string | Words;
}

export interface Desk {
  readonly store: StoreApi<DeskState>;
  connect(host: Host): Promise<void>;
  /** Applies all of them, or none and says why. Returns whether they were made. */
  edit(edits: readonly Edit[], options?: EditOptions): boolean;
  undo(): void;
  redo(): void;
  /** Undoes or redoes up to the state after edit `seq` (0: the proposal). */
  goTo(seq: Seq): void;
  newGroup(): number;
  /** Registers what must give up text that is still being typed (a composition) before undo and redo. Returns the undoing. */
  beforeStep(commit: () => void): () => void;
  /** Selects in the raw text and shows the article that owns the place. */
  select(selection: Selection): void;
  /** Selects the line that holds `at` (the caret of the editor is there). */
  selectLineAt(at: number): void;
  /** Shows an article and selects its first line. */
  showArticle(id: ArticleId): void;
  openIssue(file: FileId, encoding?: Encoding): Promise<void>;
  cancel(): Promise<void>;
  retry(): Promise<void>;
  takeOver(): Promise<void>;
  changeSettings(settings: Partial<Settings>): Promise<void>;
  listIssues(): Promise<void>;
  pickIssues(): Promise<void>;
  say(tone: Message['tone'], words: Words): void;
  set(part: Partial<DeskState>): void;
}

export function createDesk(): Desk {
  const store = createStore<DeskState>(() => START);
  const groups = groupsFrom();
  let outbox: Outbox | null = null;
  /** Higher for each opening: what comes late for an issue that is no longer open is dropped. */
  let opening = 0;
  let messages = 0;
  const commits = new Set<() => void>();

  const get = store.getState;
  const set = (part: Partial<DeskState>) => store.setState(part);

  const say = (tone: Message['tone'], words: Words) => set({ message: { tone, ...words, number: ++messages } });
  const sayProblem = (problem: Problem) =>
    say('problem', { key: problemKey(problem), ...(problem.values ? { values: problem.values } : {}) });

  const host = (): Host => {
    const { host } = get();
    if (!host) throw new DeskError({ key: 'host gone' });
    return host;
  };

  /** Runs what talks to the desk; a failure becomes a sentence. */
  const trying = async (work: () => Promise<void>) => {
    try {
      await work();
    } catch (error) {
      sayProblem(problemOf(error));
    }
  };

  const show = (history: History) => {
    const { article, selection } = get();
    set({
      history,
      doubts: allDoubts(history, get().words, get().second),
      article: articleToShow(history.review, article, selection?.span.from ?? null),
    });
  };

  const makeChanges = (changes: readonly Change[]): BothSides | null => {
    const before = get().history;
    if (!before) return null;
    if (get().readOnly) {
      sayProblem({ key: 'read only review' });
      return null;
    }
    let after = before;
    const steps: Unsaved[] = [];
    for (const change of changes) {
      const advanced = advance(after, change);
      if (!advanced.ok) {
        say('refused', { key: refusedKey(advanced.why) });
        return null;
      }
      after = advanced.history;
      steps.push({ change, after });
    }
    const stamp = { at: new Date().toISOString(), by: get().settings.person };
    const made = steps.map(({ change, after }): Entry => ({ ...change, ...stamp, seq: after.seq }));
    set({ entries: [...get().entries, ...made] });
    show(after);
    outbox?.push(steps);
    return { before, after };
  };

  const edit: Desk['edit'] = (edits, options = {}) => {
    if (edits.length === 0) return false;
    const group = options.group ?? groups.next();
    const made = makeChanges(edits.map((edit) => ({ group, edit })));
    if (!made) return false;
    if (get().settings.person === '') set({ askPerson: true });
    const { announce } = options;
    if (announce) say('done', typeof announce === 'string' ? { key: announce } : announce);
    return true;
  };

  /** Undo and redo show what they changed and name it. */
  const step = (direction: 'undo' | 'redo') => {
    for (const commit of commits) commit();
    const { history } = get();
    const seqs = history && (direction === 'undo' ? nextUndo(history) : nextRedo(history));
    if (!seqs || seqs.length === 0) return say('refused', { key: `refused.nothing to ${direction}` });
    const made = makeChanges([direction === 'undo' ? { undo: seqs } : { redo: seqs }]);
    if (!made) return;
    const act = (direction === 'undo' ? history.undoable : history.redoable)?.top.edit.kind ?? 'assign';
    say('done', { key: `done.${direction}`, values: { act: `act.${act}`, line: showChanged(made) } });
  };

  const goTo: Desk['goTo'] = (seq) => {
    for (const commit of commits) commit();
    const { history } = get();
    const changes = history && changesTo(history, seq);
    const [first] = changes ?? [];
    if (!changes || !first) return say('refused', { key: `refused.${changes ? 'already there' : 'no way there'}` });
    const made = makeChanges(changes);
    if (!made) return;
    const values = { count: changes.length, line: showChanged(made) };
    say('done', { key: 'undo' in first ? 'done.wentBack' : 'done.wentOn', values });
  };

  /** Shows where two states differ; the line, 0 when they differ nowhere that has a place. */
  const showChanged = ({ before, after }: BothSides): number => {
    const place = changedPlace(before.review, after.review);
    const article = changedArticle(before.review, after.review);
    if (article) set({ article: article.id });
    const line = place ? lineAt(after.issue.lines, place.from) : 0;
    if (place) selectLine(line);
    return line;
  };

  const selectLine = (line: number) => {
    const { issue } = get();
    const span = issue && lineFrom(issue, line);
    if (span) set({ selection: { span, unit: 'line', spans: [span], anchor: span, head: span } });
  };

  const select: Desk['select'] = (selection) => {
    const { history, article } = get();
    const owner = history ? ownerAt(ownersOf(history.review), selection.head.from) : undefined;
    set({ selection, article: owner?.article ?? article });
  };

  const selectLineAt: Desk['selectLineAt'] = (at) => {
    const { issue, selection } = get();
    if (!issue) return;
    const span: Span | null = lineText(issue.text, issue.lines, lineAt(issue.lines, at));
    const isSame = selection?.unit === 'line' && span?.from === selection.span.from && span.to === selection.span.to;
    if (span && !isSame) select({ span, unit: 'line', spans: [span], anchor: span, head: span });
  };

  const showArticle: Desk['showArticle'] = (id) => {
    const { history, issue } = get();
    const article = history && findArticle(history.review, id);
    if (!article || !issue) return;
    const [first] = runsOf(article);
    set({ article: id });
    if (first) selectLine(lineAt(issue.lines, first.from));
    else set({ selection: null });
  };

  const startOutbox = (file: FileId, history: History): Outbox =>
    createOutbox(history, {
      send: (first, changes) => host().call('review.append', { file, first, changes: [...changes] as never }),
      retry: () => host().call('review.retry', { file }),
      digestOf: (state) => digestOf(state.review),
      changed: (saving) => set({ saving }),
      rolledBack: (state, problem) => {
        set({ entries: get().entries.slice(0, state.seq) });
        show(state);
        sayProblem(problem);
      },
      drifted: (problem, unsaved) => void catchUp(file, problem, unsaved),
    });

  /** Window and desk disagree: what the desk has rules; changes that follow it exactly are sent again. */
  const catchUp = async (file: FileId, problem: Problem, unsaved: readonly Unsaved[]) =>
    trying(async () => {
      const now = opening;
      const { opened, issue, file: row } = get();
      if (!opened || !issue || !row) return;
      const review = await openReview(host(), opened, issue);
      if (now !== opening) return;
      const at = unsaved.findIndex(({ after }) => after.seq === review.history.seq);
      const follows = at >= 0 && isSameReview(unsaved[at]?.after, review.history);
      adopt(file, review);
      const rest = follows ? unsaved.slice(at + 1) : [];
      if (rest.length > 0) makeChanges(rest.map(({ change }) => change));
      if (!follows) sayProblem(problem);
    });

  const adopt = (file: FileId, { history, snapshot, changes }: OpenReview) => {
    outbox?.close();
    for (const change of changes) if ('group' in change) groups.saw(change.group);
    set({
      entries: snapshot.entries,
      readOnly: snapshot.readOnly,
      notices: snapshot.notices,
      saving: { state: 'saved', seq: snapshot.seq, owed: 0, problem: null },
    });
    show(history);
    outbox = snapshot.readOnly ? null : startOutbox(file, history);
  };

  const openIssue: Desk['openIssue'] = async (file, encoding) => {
    const now = ++opening;
    const before = get().file;
    const row = get().issues.find((issue) => issue.file === file) ?? null;
    const reopening = before?.file === file;
    set({ place: 'desk' });
    if (!reopening) {
      outbox?.close();
      outbox = null;
      set({
        ...NO_ISSUE,
        phase: 'opening',
        file: row,
        dialog: null,
        find: { ...get().find, ...NOTHING_FOUND, series: null },
      });
    }
    try {
      const opened = await host().call('issue.open', encoding ? { file, encoding } : { file });
      if (now !== opening) return;
      const issue = await fetchIssue(opened.textUrl);
      if (now !== opening) return;
      set({ ...NO_ISSUE, phase: 'segmenting', file: row, opened, issue });
      const review = await openReview(host(), opened, issue);
      if (now !== opening) return;
      adopt(file, review);
      set({ phase: 'ready' });
      const first = get().history?.review.articles[0];
      if (first) showArticle(first.id);
      else selectLine(1);
    } catch (error) {
      if (now !== opening) return;
      const problem = problemOf(error);
      if (reopening && get().phase === 'ready') return sayProblem(problem);
      set({ phase: 'failed', problem });
    }
  };

  const listen = (host: Host) => {
    host.on('issue.progress', ({ file, done }) => {
      if (get().file?.file === file) set({ progress: done });
    });
    host.on('review.saved', ({ file, seq }) => {
      if (get().file?.file === file) outbox?.saved(seq);
    });
    host.on('review.failed', ({ file, problem }) => {
      if (get().file?.file !== file) return;
      outbox?.failed(problem);
      sayProblem(problem);
    });
    host.on('review.followed', ({ file, entries }) => {
      if (get().file?.file === file) follow(entries);
    });
    host.on('issue.changedOnDisk', ({ file, how }) => {
      if (get().file?.file === file) say('problem', { key: `notice.source ${how}` });
    });
    host.on('issues.opened', ({ issues }) => {
      addIssues(issues);
      const [first] = issues;
      if (first) void openIssue(first.file);
    });
    host.on('host.gone', () => sayProblem({ key: 'host gone' }));
  };

  const follow = (entries: readonly Entry[]) => {
    let { history } = get();
    for (const entry of entries) {
      const advanced = history && advance(history, entry);
      if (!advanced?.ok) return sayProblem({ key: 'out of step' });
      history = advanced.history;
    }
    if (!history) return;
    set({ entries: [...get().entries, ...entries] });
    show(history);
  };

  const addIssues = (rows: DeskState['issues']) => {
    const known = new Set(rows.map((row) => row.file));
    set({ issues: [...rows, ...get().issues.filter((row) => !known.has(row.file))] });
  };

  return {
    store,
    async connect(host) {
      set({ host });
      listen(host);
      await trying(async () => {
        const app = await host.call('app.info', {});
        set({ app, settings: app.settings, issues: app.opened });
        const [first] = app.opened;
        // Of the samples one is shown, so that a first start has a page in front of it; the others are in the list of issues.
        if (first && (app.opened.length === 1 || app.isSample)) await openIssue(first.file);
        else if (app.archive === null) {
          addIssues(await host.call('issues.list', {}));
          set({ dialog: { kind: 'issues' } });
        }
      });
    },
    edit,
    beforeStep(commit) {
      commits.add(commit);
      return () => commits.delete(commit);
    },
    undo: () => step('undo'),
    redo: () => step('redo'),
    goTo,
    newGroup: groups.next,
    select,
    selectLineAt,
    showArticle,
    openIssue,
    cancel: () =>
      trying(async () => {
        const now = opening;
        const { file } = get();
        if (file) await host().call('issue.cancel', { file: file.file });
        // The desk may be done already and the window still at the journal: what comes of that is dropped.
        if (now !== opening || get().phase === 'ready') return;
        opening++;
        set({ phase: 'failed', problem: { key: 'cancelled' } });
      }),
    retry: async () => {
      await outbox?.retry();
    },
    takeOver: () =>
      trying(async () => {
        const { file, opened, issue } = get();
        if (!file || !opened || !issue) return;
        adopt(file.file, await openReview(host(), opened, issue, 'review.takeOver'));
      }),
    async changeSettings(settings) {
      set({ settings: { ...get().settings, ...settings } });
      await trying(async () => set({ settings: await host().call('settings.set', settings) }));
    },
    listIssues: () => trying(async () => addIssues(await host().call('issues.list', {}))),
    pickIssues: () =>
      trying(async () => {
        const picked = await host().call('issues.pick', {});
        if (picked.length === 0) return;
        addIssues(picked);
        const [first] = picked;
        if (picked.length === 1 && first) await openIssue(first.file);
      }),
    say,
    set,
  };
}
