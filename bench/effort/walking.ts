/** The fewest keys that bring the selection to a line, found by pressing the desk's own commands in thought. */
import type { Act, Command, Situation } from '../../renderer/commands/command.ts';
import { commandFor } from '../../renderer/commands/dispatch.ts';
import { selectLineAt } from '../../renderer/commands/selection.ts';
import { findArticle, ownerAt, ownersOf, runsOf } from '../../shared/model/owners.ts';
import type { GoldLine } from './gold.ts';

const DIGITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;
/** Keys that move the selection and change nothing. */
const MOVES = [
  'ArrowDown',
  'ArrowUp',
  'PageDown',
  'PageUp',
  'Mod-ArrowDown',
  'Mod-ArrowUp',
  'Mod-ArrowRight',
  'Mod-ArrowLeft',
  '.',
  ',',
  'd',
  'Shift-d',
  'F9',
  'Shift-F9',
  'g',
  'Shift-g',
  'Home',
  'End',
  ...DIGITS,
] as const;

const COMMANDS: readonly (readonly [string, Command])[] = MOVES.flatMap((key) => {
  const command = commandFor(key, 'raw', null);
  return command ? [[key, command] as const] : [];
});

/** The situation after an act that changes no review, as the window's store would have it. */
export function moved(situation: Situation, act: Act): Situation {
  let { state, selection, article } = situation;
  if (act.set) state = { ...state, ...act.set };
  if (act.set?.article !== undefined) article = act.set.article;
  const shown = act.show === undefined ? undefined : findArticle(situation.review, act.show);
  if (shown) {
    article = shown.id;
    const [first] = runsOf(shown);
    selection = first ? selectLineAt(situation, first.from) : null;
  }
  if (act.select) {
    selection = act.select;
    // The store shows the owner of what is selected.
    article = ownerAt(ownersOf(situation.review), selection.head.from)?.article ?? article;
  }
  return { ...situation, state: { ...state, selection, article }, selection, article };
}

/**
 * Keys that lead to lines, by their place in the list: the fewest, and the fewest that select no more than the line where
 * those select a doubt's block.
 */
export type Walks = ReadonlyMap<number, readonly (readonly string[])[]>;

/** For each line the fewest keys that lead there; lines farther off than what is `enough` are left out. */
export function walksFrom(start: Situation, lines: readonly GoldLine[], enough: (walks: Walks) => boolean): Walks {
  const places = new Map(lines.map(({ span }, i) => [span.from, i]));
  const walks = new Map<number, (readonly string[])[]>();
  const alone = new Set<number>();
  const seen = new Set<string>();
  let front: { readonly situation: Situation; readonly keys: readonly string[] }[] = [{ situation: start, keys: [] }];
  while (front.length > 0 && !enough(walks)) {
    const next: typeof front = [];
    for (const { situation, keys } of front) {
      const place = places.get(situation.selection?.head.from ?? -1);
      if (place !== undefined && !alone.has(place)) {
        const isAlone = situation.selection?.unit === 'line';
        const known = walks.get(place) ?? [];
        if (known.length === 0 || isAlone) walks.set(place, [...known, keys]);
        if (isAlone) alone.add(place);
      }
      // A line reached with another doubt shown goes on to other doubts.
      const id = `${place} ${situation.state.doubt} ${situation.selection?.unit}`;
      if (seen.has(id)) continue;
      seen.add(id);
      for (const [key, command] of COMMANDS) {
        const act = command.act(situation);
        if (act && !act.edits && (act.select || act.show))
          next.push({ situation: moved(situation, act), keys: [...keys, key] });
      }
    }
    front = next;
  }
  return walks;
}
