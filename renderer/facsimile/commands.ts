/** The row of the table of commands about the facsimile. */
import type { Command } from '../commands/command.ts';

export const facsimiles: readonly Command[] = [
  {
    id: 'view.facsimile',
    keys: ['z'],
    where: 'letters',
    group: 'view',
    act: ({ state }) => ({ set: { isFacsimileOpen: !state.isFacsimileOpen } }),
  },
];
