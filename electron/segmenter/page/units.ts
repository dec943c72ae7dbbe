/**
 * Units: lines that stay together whatever is decided of them. Text is cut wherever another article might begin, so
 * that the rest of the page reading only has to link.
 */
import type { Sheet } from '../lines/sheet.ts';
import { KIND_OF, type Kind, kindOdds, LINE_ROLES, type LineRole, oddsOf, type RoleOdds } from '../roles/roles.ts';
import type { Bag } from '../words/bags.ts';

export interface Unit {
  /** Place in the window's list of units. */
  readonly index: number;
  readonly kind: Kind;
  /** Lines `[from, to)`, indices into the sheet. */
  readonly from: number;
  readonly to: number;
  /** Terms of its lines. */
  readonly bag: Bag;
  /** Terms of its first lines: what the article is about. */
  readonly lead: Bag;
  /** Log-odds that another article begins at its start, given that the unit before is of its kind; 0 where it is not. */
  readonly cut: number;
  /** Whether the unit before is of the same kind and touches it. */
  readonly seam: boolean;
  /** Head and text are both possible; the search settles which. */
  readonly open: boolean;
  /** Log-odds, all lines together, that it is head rather than text. */
  readonly headOdds: number;
  /** A caption: belongs to a text without being read before or after it, or stands alone as a photo story. */
  readonly satellite: boolean;
}

/** Lines of an article's beginning that name its matter. */
const LEAD_LINES = 8;

/** The kind of each line of `[from, to)`: the most probable one; jump lines leave no doubt. */
export function kindsOf(sheet: Sheet, odds: RoleOdds, from: number, to: number): Kind[] {
  const kinds: Kind[] = [];
  for (let i = from; i < to; i++) {
    if ((sheet.traits[i]?.signs.jump?.weight ?? 0) >= 0.9) {
      kinds.push('out');
      continue;
    }
    const head = kindOdds(odds, i, 'head');
    const text = kindOdds(odds, i, 'text');
    kinds.push(text >= head && text >= 1 - head - text ? 'text' : head >= 1 - head - text ? 'head' : 'out');
  }
  return kinds;
}

/** The most probable role of line `i` within `kind`. */
export function roleWithin(odds: RoleOdds, i: number, kind: Kind): LineRole {
  let best: LineRole | null = null;
  for (const role of LINE_ROLES)
    if (KIND_OF[role] === kind && (best === null || oddsOf(odds, i, role) > oddsOf(odds, i, best))) best = role;
  return best ?? 'body';
}

/** Whether a line may be head and may be text: both more probable than this. */
const OPEN = 0.6;

const isOpen = (odds: RoleOdds, i: number): boolean =>
  kindOdds(odds, i, 'head') > OPEN && kindOdds(odds, i, 'text') > OPEN;

const headOddsOf = (odds: RoleOdds, i: number): number =>
  Math.log(Math.max(1e-3, kindOdds(odds, i, 'head'))) - Math.log(Math.max(1e-3, kindOdds(odds, i, 'text')));

const isPhotoLine = (sheet: Sheet, i: number): boolean => (sheet.traits[i]?.signs.photo?.weight ?? 0) >= 0.9;

/** More lines than this end in a photographer's name by chance: it is an article with a caption that was not cut off. */
const CAPTION_LINES = 30;

/** A few lines that end in a photographer's name, or that look like a caption for the most part. */
function isCaption(sheet: Sheet, odds: RoleOdds, from: number, to: number): boolean {
  if (to - from > CAPTION_LINES) return false;
  if (isPhotoLine(sheet, to - 1)) return true;
  let caption = 0;
  for (let i = from; i < to; i++) caption += oddsOf(odds, i, 'caption');
  return caption / (to - from) > 0.5;
}

/**
 * The units of the lines `[from, to)`. `kinds[i - from]` is the kind of line `i`; `cuts[i]` the log-odds of a cut before
 * line `i`; a cut is made above `over[kind]`.
 */
export function unitsOf(
  sheet: Sheet,
  odds: RoleOdds,
  kinds: readonly Kind[],
  cuts: Float32Array,
  from: number,
  to: number,
  over: { readonly text: number; readonly head: number },
): Unit[] {
  const units: Unit[] = [];
  const { terms, tally } = sheet.cohesion;
  const bagOf = (first: number, end: number): Bag => {
    tally.countLists(terms, first, end);
    return tally.bag();
  };
  for (let start = from; start < to; ) {
    const kind = kinds[start - from] as Kind;
    const open = isOpen(odds, start);
    let end = start + 1;
    let headOdds = headOddsOf(odds, start);
    while (
      end < to &&
      kinds[end - from] === kind &&
      (kind === 'out' ||
        (isOpen(odds, end) === open && (cuts[end] as number) <= (isPhotoLine(sheet, end) ? 0 : over[kind])))
    )
      headOdds += headOddsOf(odds, end++);
    const seam = start > from && kinds[start - 1 - from] === kind && kind !== 'out';
    units.push({
      index: units.length,
      kind,
      from: start,
      to: end,
      bag: bagOf(start, end),
      lead: bagOf(start, Math.min(end, start + LEAD_LINES)),
      cut: seam ? (cuts[start] as number) : 0,
      seam,
      open: kind !== 'out' && open,
      headOdds,
      satellite: kind === 'text' && isCaption(sheet, odds, start, end),
    });
    start = end;
  }
  return units;
}
