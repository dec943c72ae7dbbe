/** Sorted lists of offsets, as values: each function returns the same list when nothing changes. */
import { lowerBound, type Offset } from './position.ts';

export const has = (list: readonly Offset[], at: Offset): boolean => list[lowerBound(list, at)] === at;

export function withOffset(list: readonly Offset[], at: Offset): readonly Offset[] {
  const i = lowerBound(list, at);
  return list[i] === at ? list : list.toSpliced(i, 0, at);
}

export function withoutOffset(list: readonly Offset[], at: Offset): readonly Offset[] {
  const i = lowerBound(list, at);
  return list[i] === at ? list.toSpliced(i, 1) : list;
}

/** Without the offsets in `[from, to)`. */
export function withoutRange(list: readonly Offset[], from: Offset, to: Offset): readonly Offset[] {
  if (to <= from) return list;
  const first = lowerBound(list, from);
  const after = lowerBound(list, to);
  return first === after ? list : list.toSpliced(first, after - first);
}
