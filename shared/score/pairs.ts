/** Which article of a reading stands for which of the gold: one to one, most lines in common. */
import { assign } from './assignment.ts';
import type { Gold, Reading } from './gold.ts';

export interface Overlap {
  readonly goldIds: readonly string[];
  readonly ids: readonly string[];
  /** Lines in common: `lines[gold * ids.length + id]`. */
  readonly lines: Float64Array;
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
  const lines = new Float64Array(goldIds.length * ids.length);
  for (const number of owned) {
    const i = goldAt.get(gold.lines.get(number)?.article ?? '');
    const j = at.get(reading.lines.get(number)?.article ?? '');
    if (i !== undefined && j !== undefined) lines[i * ids.length + j] = (lines[i * ids.length + j] ?? 0) + 1;
  }
  return { goldIds, ids, lines, owned, scored };
}

const indexOf = (ids: readonly string[]): ReadonlyMap<string, number> => new Map(ids.map((id, i) => [id, i]));

/** The id of the reading's article that stands for each of the gold's. */
export function pairsOf({ goldIds, ids, lines }: Overlap): ReadonlyMap<string, string> {
  const columns = assign(lines, goldIds.length, ids.length);
  return new Map(
    goldIds.flatMap((gold, i) => {
      const id = ids[columns[i] ?? -1];
      return id === undefined ? [] : [[gold, id] as const];
    }),
  );
}
