import { describe, expect, it } from 'vitest';
import { commandsIn } from '../commands/dispatch.ts';
import { BY_HAND } from '../doubts/byHand.ts';
import { PANES } from '../store/state.ts';
import { TOUR } from '../tour/steps.ts';
import { BEFORE, EVERYWHERE, HINTS, IN_ARCHIVE } from './hints.ts';

const keyed = (pane: (typeof PANES)[number]) =>
  commandsIn(pane)
    .filter(({ keys }) => keys.length > 0)
    .map(({ id }) => id);

describe('the keys that the desk names', () => {
  it.each(PANES)('work where they are named: %s', (pane) => {
    const known = keyed(pane);
    for (const id of [...HINTS[pane], ...BEFORE, ...IN_ARCHIVE, ...EVERYWHERE]) expect(known).toContain(id);
  });

  it('work at a doubt that is put right by hand', () => {
    const known = keyed('doubts');
    for (const id of Object.values(BY_HAND).flat()) expect(known).toContain(id);
  });

  it('are those of one key where lines go to another article: the picker is never named before it', () => {
    const lists = [...Object.values(HINTS), ...TOUR.map(({ commands }) => commands), ...Object.values(BY_HAND)];
    expect(lists.some((list) => list.includes('text.join'))).toBe(true);
    for (const list of lists) {
      const [join, give] = [list.indexOf('text.join'), list.indexOf('text.give')];
      if (give >= 0) expect(join >= 0 && join < give).toBe(true);
    }
  });
});
