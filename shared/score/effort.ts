/**
 * Gestures that an editor who knows the gold still needs, bylines aside: merging a surplus article into the one it
 * belongs to costs 1; giving a run of lines another owner or group of roles costs 2 (mark both ends, act); opening an
 * article that no proposed one stands for costs 1 more.
 */
import type { Gain } from './assignment.ts';
import type { Gold, Reading } from './gold.ts';
import type { Overlap } from './pairs.ts';
import { groupOf } from './score.ts';

export function effortOf(gold: Gold, reading: Reading, overlap: Overlap, pairs: ReadonlyMap<string, string>): number {
  const home = new Map([...pairs].map(([goldId, id]) => [id, goldId]));
  const mostly = majorities(overlap);
  const surplus = overlap.ids.filter((id) => !home.has(id) && mostly.has(id)).length;
  const missing = overlap.goldIds.filter((id) => !pairs.has(id)).length;
  /** The article of the gold that a proposed one ends in. */
  const landsIn = (id: string | null) => (id === null ? null : (home.get(id) ?? mostly.get(id) ?? null));
  let runs = 0;
  let before = '';
  for (const number of overlap.scored) {
    const wanted = gold.lines.get(number);
    const own = reading.lines.get(number) ?? { article: null, role: 'unassigned' };
    if (!wanted) continue;
    const isMoved = wanted.article !== landsIn(own.article);
    const isOther = groupOf(wanted.role) !== groupOf(own.role) && wanted.article !== null;
    const wrong = isMoved ? `move ${wanted.article}` : isOther ? `role ${groupOf(wanted.role)}` : '';
    if (wrong !== '' && wrong !== before) runs++;
    before = wrong;
  }
  return surplus + missing + 2 * runs;
}

/** For each proposed article the one of the gold that most of its lines belong to. */
function majorities({ goldIds, ids, common }: Overlap): ReadonlyMap<string, string> {
  const most = new Map<number, Gain>();
  for (const pair of common) {
    const before = most.get(pair.column);
    const isMore = !before || pair.gain > before.gain || (pair.gain === before.gain && pair.row < before.row);
    if (isMore) most.set(pair.column, pair);
  }
  return new Map([...most].map(([column, { row }]) => [ids[column] ?? '', goldIds[row] ?? '']));
}
