/** What the archive's window knows. Rows and hits come by the page, from the desk; see `actions.ts`. */
import {
  ALL_ISSUES,
  type ArchiveColumn,
  type ArchiveHit,
  type ArchiveInfo,
  type ArchiveProgress,
  type ArchiveRow,
  type ArchiveView,
  type BatchStatus,
  type GateRules,
  type SavedViews,
} from '../../shared/contract/archive.ts';
import { NOTHING, type Selected } from './selection.ts';

/** Rows that are fetched at once. */
export const PAGE = 100;

export const PANELS = ['table', 'search', 'progress'] as const;
export type Panel = (typeof PANELS)[number];

export interface ArchiveState {
  readonly info: ArchiveInfo | null;
  readonly panel: Panel;
  readonly view: ArchiveView;
  readonly columns: readonly ArchiveColumn[];
  /** Rows of the view, heads of groups among them; and its issues. */
  readonly total: number;
  readonly issues: number;
  /** Rows that are here, by page. */
  readonly pages: ReadonlyMap<number, readonly ArchiveRow[]>;
  /** The row that the keys act on, from 0; where Shift began. */
  readonly cursor: number;
  readonly anchor: number;
  readonly selected: Selected;
  /** Where the table was scrolled to, in CSS pixels. */
  readonly scrolled: number;
  readonly values: { readonly papers: readonly string[]; readonly persons: readonly string[] };
  readonly views: SavedViews['views'];
  readonly rules: GateRules;
  readonly batches: readonly BatchStatus[];
  readonly typed: string;
  /** What was looked for; null before any search. */
  readonly searched: string | null;
  readonly hitTotal: number;
  readonly hits: ReadonlyMap<number, readonly ArchiveHit[]>;
  readonly hitCursor: number;
  readonly progress: ArchiveProgress | null;
}

const SHOWN_AT_FIRST: readonly ArchiveColumn[] = [
  'title',
  'name',
  'date',
  'pages',
  'articles',
  'doubts',
  'edits',
  'minutes',
  'state',
  'lock',
  'assigned',
  'exported',
  'source',
];

export const START_ARCHIVE: ArchiveState = {
  info: null,
  panel: 'table',
  view: ALL_ISSUES,
  columns: SHOWN_AT_FIRST,
  total: 0,
  issues: 0,
  pages: new Map(),
  cursor: 0,
  anchor: 0,
  selected: NOTHING,
  scrolled: 0,
  values: { papers: [], persons: [] },
  views: [],
  rules: { rules: [], on: 'refuse' },
  batches: [],
  typed: '',
  searched: null,
  hitTotal: 0,
  hits: new Map(),
  hitCursor: 0,
  progress: null,
};

export const rowAt = ({ pages }: ArchiveState, row: number): ArchiveRow | undefined =>
  pages.get(Math.floor(row / PAGE))?.[row % PAGE];

export const hitAt = ({ hits }: ArchiveState, row: number): ArchiveHit | undefined =>
  hits.get(Math.floor(row / PAGE))?.[row % PAGE];
