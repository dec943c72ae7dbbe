/** The rows of the table of commands about the journal. */
import type { Command, Situation } from '../commands/command.ts';

const toggle = ({ state }: Situation) => ({ set: { panel: state.panel === 'history' ? null : ('history' as const) } });

export const historical: readonly Command[] = [
  { id: 'history.open', keys: ['F2'], where: 'everywhere', group: 'desk', act: toggle },
  {
    id: 'history.compare',
    keys: ['Shift-F2'],
    where: 'everywhere',
    group: 'desk',
    act: ({ article }) => (article ? { set: { dialog: { kind: 'compare', since: 'raw' } } } : null),
  },
];
