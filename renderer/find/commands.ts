/** The rows of the table of commands about finding. */

import { type Pair, pairOf } from '../../shared/find/series.ts';
import { correctionsIn } from '../../shared/model/corrections.ts';
import { overlaps } from '../../shared/model/position.ts';
import type { Correction } from '../../shared/model/review.ts';
import type { Act, Command, Situation } from '../commands/command.ts';
import { type Find, NOTHING_FOUND } from './find.ts';
import { openSeries, setFind, stepHit } from './finding.ts';

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
      const query: Find['query'] = isUsable ? { ...state.find.query, text, isRegExp: false } : state.find.query;
      setFind(desk, {
        ...(query === state.find.query ? {} : NOTHING_FOUND),
        isOpen: true,
        series: null,
        query,
        focus: { field: 'query' },
      });
    },
  };
}

const step = ({ state }: Situation, direction: 1 | -1): Act | null =>
  state.find.found && state.find.found.hits.length > 0 ? { run: (desk) => stepHit(desk, direction) } : null;

/**
 * The correction that a series is about: the one whose note is open, else the one made last, else the first in what is
 * selected. Null where its error can't happen elsewhere.
 */
function pairHere(situation: Pick<Situation, 'issue' | 'review' | 'history' | 'selection' | 'state'>): Pair | null {
  const { issue, review, state, selection } = situation;
  const marked = state.mark && 'correction' in state.mark ? state.mark.correction : null;
  const selected = selection && correctionsIn(review.corrections, selection.span)[0];
  const correction = marked ?? lastCorrection(situation) ?? selected;
  return correction ? pairOf(issue, correction) : null;
}

/** The correction that the last edit made; null when it was another edit. */
export function lastCorrection({ review, history }: Pick<Situation, 'review' | 'history'>): Correction | null {
  const edit = history.undoable?.top.edit;
  if (edit?.kind !== 'correct') return null;
  const near = correctionsIn(review.corrections, edit.span);
  return near.find(({ span }) => overlaps(span, edit.span)) ?? near[0] ?? null;
}

function series(situation: Situation): Act | null {
  const pair = pairHere(situation);
  return pair && { run: (desk) => openSeries(desk, pair) };
}

export const finding: readonly Command[] = [
  { id: 'find.open', keys: ['Mod-f'], where: 'everywhere', group: 'text', act: open },
  { id: 'find.series', keys: ['Mod-Alt-f'], where: 'everywhere', group: 'text', act: series },
  { id: 'find.next', keys: ['F3'], where: 'everywhere', group: 'text', act: (s) => step(s, 1) },
  { id: 'find.previous', keys: ['Shift-F3'], where: 'everywhere', group: 'text', act: (s) => step(s, -1) },
];
