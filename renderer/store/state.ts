/** What the window knows: one value that all components read by selectors, and that only actions change. */

import type { AppInfo } from '../../shared/contract/app.ts';
import type { Host, Problem } from '../../shared/contract/contract.ts';
import type { IssueRow, Notice, OpenedIssue, ReviewSnapshot, SecondReader } from '../../shared/contract/issue.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../shared/contract/settings.ts';
import type { Entry, Seq } from '../../shared/journal/entry.ts';
import type { History } from '../../shared/journal/history.ts';
import type { Note } from '../../shared/model/note.ts';
import type { Offset, Span } from '../../shared/model/position.ts';
import type { ArticleId, Correction, Issue, Review } from '../../shared/model/review.ts';
import type { ArticleRole, OutsideRole } from '../../shared/model/roles.ts';
import type { Doubt } from '../../shared/proposal.ts';
import type { WordList } from '../../shared/words/list.ts';
import { type Find, START_FIND } from '../find/find.ts';
import type { NotePlace } from '../notes/about.ts';
import type { Saving } from './outbox.ts';

type Phase = 'start' | 'opening' | 'segmenting' | 'ready' | 'failed';

/** What editors think in, from small to large. */
export const UNITS = ['character', 'segment', 'line', 'block', 'run', 'article', 'page'] as const;
export type Unit = (typeof UNITS)[number];

/** What is selected in the raw text. */
export interface Selection {
  /** From the first to the last selected character. */
  readonly span: Span;
  readonly unit: Unit;
  /** The selected spans, sorted; several when the unit is an article in several runs. */
  readonly spans: readonly Span[];
  /** The line (segment, character) where the selection began: Shift extends from it, Shift-Space shrinks to it. */
  readonly anchor: Span;
  /** The end that moves. */
  readonly head: Span;
}

/** Where the article pane shall put the caret. The pane acts on each new value, then leaves it. */
export interface CaretRequest {
  readonly article: ArticleId;
  /** A place in the raw text, or the field of a role (a headline that is to be supplied). */
  readonly at: { readonly raw: Offset } | { readonly field: ArticleRole };
}

/** Sentences for the editor, by key in the locales. */
export interface Message {
  readonly tone: 'done' | 'refused' | 'problem';
  readonly key: string;
  readonly values?: { readonly [name: string]: string | number };
  /** Higher for each message, so that the same words twice are announced twice. */
  readonly number: number;
}

export const PANES = ['raw', 'articles', 'article', 'doubts'] as const;
export type Pane = (typeof PANES)[number];

export type Dialog =
  | {
      readonly kind:
        | 'palette'
        | 'help'
        | 'give'
        | 'settings'
        | 'issues'
        | 'masthead'
        | 'pageOrder'
        | 'why'
        | 'keys'
        | 'jump'
        | 'about';
    }
  | { readonly kind: 'export'; readonly of: 'issue' | 'archive' }
  /** A new note about a place; or a note that is changed or answered. */
  | { readonly kind: 'note'; readonly place: NotePlace }
  | { readonly kind: 'note'; readonly note: Note; readonly act: 'change' | 'answer' }
  /** The article that is shown, as it was after edit `since` or stands in the raw text, against how it is now. */
  | { readonly kind: 'compare'; readonly since: Seq | 'raw' };

/** Filters of the worklist (desk.md). */
export const FILTERS = ['all', 'noHeadline', 'bodyOnly', 'headOnly', 'severalParts', 'doubts', 'unsettled'] as const;
export type Filter = (typeof FILTERS)[number];

export interface DeskState {
  readonly host: Host | null;
  readonly app: AppInfo | null;
  readonly settings: Settings;
  readonly issues: readonly IssueRow[];

  /** The issue, or the archive that it comes from. */
  readonly place: 'desk' | 'archive';

  readonly phase: Phase;
  /** Part of the segmenting that is done, 0–1. */
  readonly progress: number;
  readonly file: IssueRow | null;
  readonly opened: OpenedIssue | null;
  readonly issue: Issue | null;
  readonly history: History | null;
  /** The journal of `history`: who did what when. */
  readonly entries: readonly Entry[];
  /** All doubts of the proposal; those in `review.doubtsSettled` are settled. */
  readonly doubts: readonly Doubt[];
  readonly readOnly: ReviewSnapshot['readOnly'];
  readonly notices: readonly Notice[];
  /** Why the phase is 'failed'. */
  readonly problem: Problem | null;
  readonly saving: Saving;

  readonly selection: Selection | null;
  /** Selections set aside: the next act takes them together with the selection. Sorted, without overlaps. */
  readonly kept: readonly Span[];
  readonly article: ArticleId | null;
  /** Id of the doubt that is shown. */
  readonly doubt: string | null;
  readonly caretRequest: CaretRequest | null;
  /** The pane that had the focus last. */
  readonly pane: Pane;
  /** The pane that shall get the focus. The window acts on each new value. */
  readonly focusRequest: { readonly pane: Pane } | null;
  readonly dialog: Dialog | null;
  readonly message: Message | null;
  readonly filter: Filter;
  /** Only this article's lines are shown in the raw pane. */
  readonly only: ArticleId | null;
  /** Ads and furniture are folded in the raw pane. */
  readonly foldOutside: boolean;
  readonly lastTarget: ArticleId | null;
  /** The text that was joined to the article that fits best, and to whom it went already; null: to nobody, outside. */
  readonly joined: { readonly span: Span; readonly tried: readonly (ArticleId | null)[] } | null;
  readonly lastOutside: OutsideRole | null;
  /** Id of the command that was done last, for scripts that play an editor; `null` before the first. */
  readonly did: string | null;
  /** The first key of a pair (X, then a letter) that was pressed. */
  readonly prefix: string | null;
  /** The person's name is asked for, without blocking. */
  readonly askPerson: boolean;
  /** The step of the tour that is shown, from 0; null: none. */
  readonly tour: number | null;
  readonly find: Find;
  /** Whether the picture of the page is beside the text. */
  readonly isFacsimileOpen: boolean;
  /** What lies open between the panes and the doubts. */
  readonly panel: 'history' | 'notes' | 'second' | null;
  /** The second reader with whom the review is compared, who else read it, and what that reader made of it. */
  readonly second: {
    readonly reader: string;
    readonly readers: readonly SecondReader[];
    readonly review: Review;
  } | null;
  /** The word list of the issue's newspaper; null while its title is not known. */
  readonly words: WordList | null;
  /** The correction or suggestion whose note is open in the article. */
  readonly mark: { readonly correction: Correction } | { readonly suggestion: Doubt } | null;
}

const NOTHING_SAVED: Saving = { state: 'saved', seq: 0, owed: 0, problem: null };

/** What is forgotten when another issue is opened. */
export const NO_ISSUE = {
  phase: 'start',
  progress: 0,
  file: null,
  opened: null,
  issue: null,
  history: null,
  entries: [],
  doubts: [],
  readOnly: null,
  notices: [],
  problem: null,
  saving: NOTHING_SAVED,
  selection: null,
  kept: [],
  article: null,
  doubt: null,
  caretRequest: null,
  only: null,
  lastTarget: null,
  joined: null,
  prefix: null,
  filter: 'all',
  second: null,
} satisfies Partial<DeskState>;

export const START: DeskState = {
  ...NO_ISSUE,
  place: 'desk',
  host: null,
  app: null,
  settings: DEFAULT_SETTINGS,
  issues: [],
  pane: 'raw',
  focusRequest: null,
  dialog: null,
  message: null,
  foldOutside: false,
  lastOutside: null,
  askPerson: false,
  did: null,
  tour: null,
  find: START_FIND,
  isFacsimileOpen: false,
  panel: null,
  mark: null,
  words: null,
};

/** Keys of sentences for refusals and problems. */
export const refusedKey = (why: string): string => `refused.${why}`;
export const problemKey = (problem: Problem): string => `problem.${problem.key}`;
