/** Which article of a reading stands for which of the gold: one to one, most lines in common. */
import { assign, type Gain } from './assignment.ts';
import type { Gold, Reading } from './gold.ts';

export interface Overlap {
  readonly goldIds: readonly string[];
  readonly ids: readonly string[];
  /** Lines in common of an article of the gold (row, its place in `goldIds`) and one of the reading (column, in `ids`). */
  readonly common: readonly Gain[];
  /** Numbers of the lines that belong to an article of the gold and are scored, ascending. */
  readonly owned: readonly number[];
  /** Of all scored lines. */
  readonly scored: readonly number[];
}

export function overlapOf(gold: Gold, reading: Reading): Overlap {
  const scored = [...gold.lines].filter(([, line]) => !line.mixed).map(([number]) => number);
  scored.sort((a, b) => a - b);
  const owned = scored.filter((number) => gold.lines.get(number)?.article != null);
  const goldIds = [...new Set(owned.map((number) => gold.lines.get(number)?.article ?? ''))];
  const ids = reading.document.articles.map(({ id }) => id);
  const [goldAt, at] = [indexOf(goldIds), indexOf(ids)];
  const common = new Map<number, Gain & { gain: number }>();
  for (const number of owned) {
    const row = goldAt.get(gold.lines.get(number)?.article ?? '');
    const column = at.get(reading.lines.get(number)?.article ?? '');
    if (row === undefined || column === undefined) continue;
    const key = row * ids.length + column;
    const pair = common.get(key) ?? { row, column, gain: 0 };
    pair.gain++;
    common.set(key, pair);
  }
  return { goldIds, ids, common: [...common.values()], owned, scored };
}

const indexOf = (ids: readonly string[]): ReadonlyMap<string, number> => new Map(ids.map((id, i) => [id, i]));

/** The id of the reading's article that stands for each of the gold's. */
export function pairsOf({ goldIds, ids, common }: Overlap): ReadonlyMap<string, string> {
  const columns = assign(common, goldIds.length, ids.length);
  return new Map(
    goldIds.flatMap((gold, i) => {
      const id = ids[columns[i] ?? -1];
      return id === undefined ? [] : [[gold, id] as const];
    }),
  );
}
