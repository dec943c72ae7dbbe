/** Which rows and ghosts the raw pane shows, by index from top to bottom. */
import { skipBlanks, trimBlanks } from '../../shared/model/blank.ts';
import { ownersOf } from '../../shared/model/owners.ts';
import { lowerBound, type Offset } from '../../shared/model/position.ts';
import type { ArticleId, Review } from '../../shared/model/review.ts';
import { type Ghost, ghostsOf } from './ghosts.ts';
import { type Rows, rowAt } from './rows.ts';

export interface Folding {
  readonly blank: boolean;
  /** Ads and furniture. */
  readonly outside: boolean;
  readonly only: ArticleId | null;
}

/** An item of the pane: a row of the text, or a ghost between rows. */
export type Item = { readonly row: number } | { readonly ghost: Ghost };

export interface View {
  readonly rows: Rows;
  readonly count: number;
  /** Indices of the shown rows, sorted; null: all are shown. */
  readonly shown: Uint32Array | null;
  readonly ghosts: readonly Ghost[];
  /** `ghostAt[k]` is the item index of ghost `k`. */
  readonly ghostAt: Uint32Array;
}

/** Whether a run is folded away. */
export const isFolded = (run: { article: ArticleId | null; role: string }, folding: Folding): boolean =>
  (folding.only !== null && run.article !== folding.only) ||
  (folding.outside && run.article === null && (run.role === 'ad' || run.role === 'furniture'));

/** 1 for each row that some run keeps. */
function keptRows(rows: Rows, review: Review, folding: Folding): Uint8Array | null {
  if (folding.only === null && !folding.outside) return null;
  const kept = new Uint8Array(rows.count);
  const { text } = rows.issue;
  for (const run of ownersOf(review).runs) {
    if (isFolded(run, folding)) continue;
    // Blanks at its ends may reach into the lines of others.
    const first = skipBlanks(text, run.from, run.to);
    kept.fill(1, rowAt(rows, first), rowAt(rows, Math.max(trimBlanks(text, run.to, first) - 1, first)) + 1);
  }
  return kept;
}

const printed = new WeakMap<Rows, Uint32Array>();

/** The rows of lines that are not blank; the same in every state of the review. */
function printedRows(rows: Rows): Uint32Array {
  const before = printed.get(rows);
  if (before) return before;
  const shown = chosenRows(rows, null, true);
  printed.set(rows, shown);
  return shown;
}

/** Null: all rows are shown. */
function shownRows(rows: Rows, review: Review, folding: Folding): Uint32Array | null {
  const kept = keptRows(rows, review, folding);
  if (kept) return chosenRows(rows, kept, folding.blank);
  return folding.blank ? printedRows(rows) : null;
}

/** The rows that are kept (null: all of them), without those of blank lines when these are folded. */
function chosenRows(rows: Rows, kept: Uint8Array | null, foldBlank: boolean): Uint32Array {
  const shown = new Uint32Array(rows.count);
  let n = 0;
  for (let i = 0; i < rows.count; i++) {
    if ((!kept || kept[i] === 1) && !(foldBlank && rows.blank[i] === 1)) shown[n++] = i;
  }
  return shown.subarray(0, n);
}

interface Known {
  readonly outside: Review['outside'];
  readonly folding: Folding;
  readonly view: View;
}
/** The last view of each list of articles: a key in the text changes no owner, and then not the view. */
const known = new WeakMap<Review['articles'], Known>();

const isSameFolding = (a: Folding, b: Folding): boolean =>
  a.blank === b.blank && a.outside === b.outside && a.only === b.only;

/**
 * What the pane shows of a review; the same value while rows, owners and folding are the same. Cost: a scan over typed
 * arrays, and the runs.
 */
export function viewOf(rows: Rows, review: Review, folding: Folding): View {
  const last = known.get(review.articles);
  if (last?.view.rows === rows && last.outside === review.outside && isSameFolding(last.folding, folding))
    return last.view;
  const view = makeView(rows, review, folding);
  known.set(review.articles, { outside: review.outside, folding, view });
  return view;
}

function makeView(rows: Rows, review: Review, folding: Folding): View {
  const shown = shownRows(rows, review, folding);
  const rowCount = shown?.length ?? rows.count;
  const ghosts = ghostsOf(rows.issue, review).filter(
    (ghost) => folding.only === null || ghost.article === folding.only,
  );
  const ghostAt = Uint32Array.from(ghosts, (ghost, k) => k + placeOf(rows, shown, ghost.before));
  return { rows, count: rowCount + ghosts.length, shown, ghosts, ghostAt };
}

/** How many shown rows stand before the row that holds `at`. */
function placeOf(rows: Rows, shown: Uint32Array | null, at: Offset): number {
  const row = at >= rows.issue.text.length ? rows.count : rowAt(rows, at);
  return shown ? lowerBound(shown, row) : row;
}

/** The item at an index from 0 to `count - 1`. */
export function itemAt(view: View, index: number): Item {
  const k = lowerBound(view.ghostAt, index);
  const ghost = view.ghosts[k];
  if (ghost && view.ghostAt[k] === index) return { ghost };
  const place = index - k;
  return { row: view.shown ? (view.shown[place] ?? view.rows.count - 1) : place };
}

/** The index of the item that shows the character at `at`; of the next shown row when its own is folded. */
export function indexOf(view: View, at: Offset): number {
  const place = placeOf(view.rows, view.shown, at);
  let low = 0;
  let high = view.ghosts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((view.ghostAt[middle] ?? 0) - middle <= place) low = middle + 1;
    else high = middle;
  }
  return Math.min(place + low, Math.max(view.count - 1, 0));
}
