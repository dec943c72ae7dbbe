/** The rows of the table of commands about finding. */
import type { Act, Command, Situation } from '../commands/command.ts';
import { NOTHING_FOUND } from './find.ts';
import { setFind, stepHit } from './finding.ts';

/** Longest selection that is taken over as what to look for, in UTF-16 units. */
const LONGEST = 200;

/** Opens the panel; text that is selected (in the editor, or characters of the raw text) is looked for. */
function open({ issue, selection, state }: Situation): Act {
  const characters = selection?.unit === 'character' && selection.spans.length === 1 ? selection.span : null;
  const raw = characters && !state.find.isOpen ? issue.text.slice(characters.from, characters.to) : '';
  return {
    run: (desk) => {
      const editor = state.pane === 'article' ? (globalThis.getSelection?.()?.toString() ?? '') : '';
      const text = editor || raw;
      const isUsable = text !== '' && text.length <= LONGEST && !text.includes('\n');
      const query = isUsable ? { ...state.find.query, text, isRegExp: false } : state.find.query;
      setFind(desk, {
        ...(query === state.find.query ? {} : NOTHING_FOUND),
        isOpen: true,
        query,
        focus: { field: 'query' },
      });
    },
  };
}

const step = ({ state }: Situation, direction: 1 | -1): Act | null =>
  state.find.found && state.find.found.hits.length > 0 ? { run: (desk) => stepHit(desk, direction) } : null;

export const finding: readonly Command[] = [
  { id: 'find.open', keys: ['Mod-f'], where: 'everywhere', group: 'text', act: open },
  { id: 'find.next', keys: ['F3'], where: 'everywhere', group: 'text', act: (s) => step(s, 1) },
  { id: 'find.previous', keys: ['Shift-F3'], where: 'everywhere', group: 'text', act: (s) => step(s, -1) },
];
