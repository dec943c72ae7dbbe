/** How heads and texts lie on a page: which stand in a row, and what stands before and after each. */
import type { Chain } from './head-features.ts';
import type { Unit } from './units.ts';

export interface Layout {
  /** Chain that owns each unit; -1 for heads and outside. */
  readonly chainOfUnit: Int32Array;
  /** Chain tops before each unit. */
  readonly topsBefore: Int32Array;
  readonly headsBefore: Int32Array;
  /** For each head: its place in its row of heads (nothing but heads and outside between), and the row's length. */
  readonly place: Int32Array;
  readonly group: Int32Array;
  /** For each head: unit index at which the row of texts before its row begins, and at which the one after ends. */
  readonly textsFrom: Int32Array;
  readonly groupFrom: Int32Array;
  readonly groupTo: Int32Array;
  readonly textsTo: Int32Array;
  readonly page: { [feature: string]: number };
}

/** The layout of the page as it is read. */
export function layoutOf(units: readonly Unit[], heads: readonly Unit[], chains: readonly Chain[]): Layout {
  const n = units.length;
  const chainOfUnit = new Int32Array(n).fill(-1);
  const isTop = new Uint8Array(n);
  chains.forEach((chain, c) => {
    for (const unit of chain.units) chainOfUnit[unit.index] = c;
    isTop[chain.top.index] = 1;
  });
  const topsBefore = new Int32Array(n + 1);
  const headsBefore = new Int32Array(n + 1);
  units.forEach((unit, i) => {
    topsBefore[i + 1] = (topsBefore[i] as number) + (isTop[i] as number);
    headsBefore[i + 1] = (headsBefore[i] as number) + (unit.kind === 'head' ? 1 : 0);
  });
  const size = heads.length;
  const place = new Int32Array(size);
  const group = new Int32Array(size);
  const groupFrom = new Int32Array(size);
  const groupTo = new Int32Array(size);
  const textsFrom = new Int32Array(size);
  const textsTo = new Int32Array(size);
  for (let h = 0; h < size; ) {
    let end = h + 1;
    while (end < size && noText(units, (heads[end - 1] as Unit).index, (heads[end] as Unit).index)) end++;
    const from = (heads[h] as Unit).index;
    const to = (heads[end - 1] as Unit).index + 1;
    const before = (heads[h - 1] as Unit | undefined)?.index ?? -1;
    const after = (heads[end] as Unit | undefined)?.index ?? n;
    for (let k = h; k < end; k++) {
      place[k] = k - h;
      group[k] = end - h;
      groupFrom[k] = from;
      groupTo[k] = to;
      textsFrom[k] = before + 1;
      textsTo[k] = after;
    }
    h = end;
  }
  const inner = units.filter((unit) => unit.kind !== 'out');
  let groups = 0;
  for (let h = 0; h < size; h++) if (place[h] === 0) groups++;
  return {
    chainOfUnit,
    topsBefore,
    headsBefore,
    place,
    group,
    textsFrom,
    textsTo,
    groupFrom,
    groupTo,
    page: {
      'page begins head': inner[0]?.kind === 'head' ? 1 : 0,
      'page ends head': inner.at(-1)?.kind === 'head' ? 1 : 0,
      'heads/texts': Math.min(3, size / Math.max(1, chains.length)),
      'groups/heads': groups / Math.max(1, size),
    },
  };
}

function noText(units: readonly Unit[], from: number, to: number): boolean {
  for (let i = from + 1; i < to; i++) if (units[i]?.kind === 'text') return false;
  return true;
}

/** Index of the text unit next to the head at `at` in direction `step`, other heads and outside passed over; -1: none. */
export function textAt(units: readonly Unit[], layout: Layout, at: number, step: 1 | -1): number {
  for (let i = at + step; i >= 0 && i < units.length; i += step) {
    if (units[i]?.kind === 'text') return layout.chainOfUnit[i] === -1 ? -1 : i;
    if (units[i]?.kind === 'head') return -1;
  }
  return -1;
}
