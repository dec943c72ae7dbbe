/**
 * Corrections and suggestions: accepted or taken back one by one, over an article or over the issue, those of the machine
 * apart from those of people. A suggestion is an open doubt about characters; it is applied when it is accepted.
 */
import type { Edit } from '../../shared/edits/edit.ts';
import { homeOf } from '../../shared/model/corrections.ts';
import { ownerAt, ownersOf } from '../../shared/model/owners.ts';
import { contains, type Span } from '../../shared/model/position.ts';
import { type ArticleId, type Correction, MACHINE } from '../../shared/model/review.ts';
import type { Doubt } from '../../shared/proposal.ts';
import type { DeskState } from '../store/state.ts';
import type { Act, Command, Situation } from './command.ts';
import { doubtsAbout, openDoubts } from './doubts.ts';

/** Suggestions that are open in an article. */
export const suggestionsIn = (state: Pick<DeskState, 'doubts' | 'history'>, id: ArticleId): readonly Doubt[] =>
  doubtsAbout(state, id).filter(isSuggestion);

const isSuggestion = ({ kind, other }: Doubt): boolean => kind === 'character' && other.length > 0;

/** What an act is about. */
interface Targets {
  readonly corrections: readonly Correction[];
  readonly suggestions: readonly Doubt[];
}

/** The mark whose note is open; else what the selected text of the raw pane holds. */
function pointedAt({ review, state, selection }: Situation): Targets {
  const { mark, pane } = state;
  if (mark) {
    return 'correction' in mark
      ? { corrections: [mark.correction], suggestions: [] }
      : { corrections: [], suggestions: [mark.suggestion] };
  }
  const spans = pane === 'article' ? [] : (selection?.spans ?? []);
  const isIn = (span: Span) => spans.some((one) => contains(one, span));
  return {
    corrections: review.corrections.filter(({ span }) => isIn(span)),
    suggestions: openDoubts(state).filter((doubt) => isSuggestion(doubt) && isIn(doubt.span)),
  };
}

export const revertEdit = ({ span, side }: Correction): Edit => ({ kind: 'revert', span, ...(side && { side }) });

/** What the machine corrected stands, as the person's own. */
export const acceptEdit = ({ span, side, text }: Correction, person: string): Edit => ({
  kind: 'correct',
  span,
  ...(side && { side }),
  text,
  ...(person === '' ? {} : { by: person }),
});

const takeSuggestion = ({ id, other }: Doubt): readonly Edit[] => [
  ...other,
  { kind: 'settleDoubt', id, choice: 'other' },
];
const leaveSuggestion = ({ id }: Doubt): Edit => ({ kind: 'settleDoubt', id, choice: 'accepted' });

const isMachine = ({ by }: Correction): boolean => by === MACHINE;

const acted = (edits: readonly Edit[], key: string, count: number): Act | null =>
  count === 0 ? null : { edits, done: { key, values: { count } } };

function accept({ corrections, suggestions }: Targets, { state }: Situation): Act | null {
  const own = corrections.filter(isMachine);
  const edits = [...own.map((one) => acceptEdit(one, state.settings.person)), ...suggestions.flatMap(takeSuggestion)];
  return acted(edits, 'done.acceptCorrections', own.length + suggestions.length);
}

const reject = ({ corrections, suggestions }: Targets): Act | null =>
  acted(
    [...corrections.map(revertEdit), ...suggestions.map(leaveSuggestion)],
    'done.rejectCorrections',
    corrections.length + suggestions.length,
  );

const SCOPES = ['article', 'issue'] as const;
type Scope = (typeof SCOPES)[number];

/** All that is corrected or suggested in the article that is shown, or in the issue. */
function allIn(scope: Scope, { review, state, article }: Situation): Targets {
  if (scope === 'issue')
    return { corrections: review.corrections, suggestions: openDoubts(state).filter(isSuggestion) };
  const owners = ownersOf(review);
  const isOwn = ({ span, side }: Correction) => ownerAt(owners, homeOf(span, side))?.article === article;
  return {
    corrections: article === null ? [] : review.corrections.filter(isOwn),
    suggestions: article === null ? [] : suggestionsIn(state, article),
  };
}

const NONE = { corrections: [], suggestions: [] } as const satisfies Targets;

/** Acts on all of one author's, by name of the command. */
const ALL: { readonly [act: string]: (targets: Targets, situation: Situation) => Act | null } = {
  acceptMachine: ({ corrections }, s) => accept({ ...NONE, corrections }, s),
  revertMachine: ({ corrections }) => reject({ ...NONE, corrections: corrections.filter(isMachine) }),
  revertPeople: ({ corrections }) => reject({ ...NONE, corrections: corrections.filter((one) => !isMachine(one)) }),
  takeSuggestions: ({ suggestions }, s) => accept({ ...NONE, suggestions }, s),
  leaveSuggestions: ({ suggestions }) => reject({ ...NONE, suggestions }),
};

export const correcting: readonly Command[] = [
  { id: 'correction.accept', keys: ['F7'], where: 'everywhere', group: 'text', act: (s) => accept(pointedAt(s), s) },
  { id: 'correction.reject', keys: ['Shift-F7'], where: 'everywhere', group: 'text', act: (s) => reject(pointedAt(s)) },
  ...SCOPES.flatMap((scope) =>
    Object.entries(ALL).map(
      ([name, act]): Command => ({
        id: `correction.${name}.${scope}`,
        keys: [],
        where: 'everywhere',
        group: 'text',
        act: (s) => act(allIn(scope, s), s),
      }),
    ),
  ),
];
