/** The rows of the table of commands about second readers. */
import type { Edit } from '../../shared/edits/edit.ts';
import type { Act, Command, Situation } from '../commands/command.ts';
import { beginSecond, compareSecond, endSecond } from './second.ts';
import { agreedArticles } from './standing.ts';

/** A second reading is blind: nothing of it is compared by who makes it, and nobody reads it a second time. */
const isFirst = ({ state }: Situation): boolean => state.file !== null && state.file.reader === undefined;

function compare(situation: Situation): Act | null {
  if (!isFirst(situation)) return null;
  return { run: (desk) => (situation.state.second ? endSecond(desk) : void compareSecond(desk)) };
}

function settleAgreed({ state }: Situation): Act | null {
  const agreed = agreedArticles(state);
  if (agreed.length === 0) return null;
  return {
    edits: agreed.map((article): Edit => ({ kind: 'setState', article, state: 'settled' })),
    done: { key: 'done.settleAgreed', values: { count: agreed.length } },
  };
}

export const secondReading: readonly Command[] = [
  {
    id: 'second.begin',
    keys: [],
    where: 'everywhere',
    group: 'desk',
    act: (s) => (isFirst(s) ? { run: (desk) => void beginSecond(desk) } : null),
  },
  { id: 'second.compare', keys: [], where: 'everywhere', group: 'desk', act: compare },
  { id: 'second.settleAgreed', keys: [], where: 'everywhere', group: 'desk', act: settleAgreed },
];
