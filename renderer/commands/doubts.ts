/** The queue of doubts: next, accept, take the other reading. */
import type { Settings } from '../../shared/contract/settings.ts';
import type { Edit } from '../../shared/edits/edit.ts';
import { lineAt } from '../../shared/model/lines.ts';
import { findArticle } from '../../shared/model/owners.ts';
import type { ArticleId, Review } from '../../shared/model/review.ts';
import type { Doubt } from '../../shared/proposal.ts';
import type { DeskState, Selection } from '../store/state.ts';
import type { Act, Situation } from './command.ts';
import { type Direction, selectSpan } from './selection.ts';
import { lineOf, trimmed } from './units.ts';

const known = new WeakMap<readonly Doubt[], { settled: Review['doubtsSettled']; open: readonly Doubt[] }>();
const NOTHING_SETTLED: Review['doubtsSettled'] = {};

/** Doubts that nobody has settled, by place. The same list while nothing is settled. */
export function openDoubts({ doubts, history }: Pick<DeskState, 'doubts' | 'history'>): readonly Doubt[] {
  const settled = history?.review.doubtsSettled ?? NOTHING_SETTLED;
  const before = known.get(doubts);
  if (before?.settled === settled) return before.open;
  const open = doubts.filter((doubt) => !Object.hasOwn(settled, doubt.id)).sort((a, b) => a.span.from - b.span.from);
  known.set(doubts, { settled, open });
  return open;
}

/** The open doubt that is shown. */
export const currentDoubt = ({ state }: Situation): Doubt | null =>
  openDoubts(state).find((doubt) => doubt.id === state.doubt) ?? null;

/** The doubt's text as a block, its first line as the head. */
function selectDoubt(situation: Situation, { span }: Doubt): Selection {
  const whole = trimmed(situation, span);
  const head = lineOf(situation, whole.from) ?? whole;
  return { ...selectSpan(whole, 'block'), anchor: head, head };
}

/** Selects the doubt's text and shows both readings. */
export const showDoubt = (situation: Situation, doubt: Doubt): Act => {
  const article = doubt.articles.find((id) => findArticle(situation.review, id));
  return {
    select: selectDoubt(situation, doubt),
    set: { doubt: doubt.id, ...(article === undefined ? {} : { article }) },
  };
};

type Order = (a: Doubt, b: Doubt) => number;
const byPlace: Order = (a, b) => a.span.from - b.span.from;
const ORDERS: { readonly [order in Settings['doubtOrder']]: Order } = {
  reading: byPlace,
  doubtful: (a, b) => a.confidence - b.confidence || byPlace(a, b),
};

/** The open doubts in the order in which the editor wants them. */
export function queueOf(state: Pick<DeskState, 'doubts' | 'history' | 'settings'>): readonly Doubt[] {
  const open = openDoubts(state);
  return state.settings.doubtOrder === 'reading' ? open : open.toSorted(ORDERS[state.settings.doubtOrder]);
}

/**
 * The doubt of the queue after (1) or before (-1) the shown one; at the end it begins again. With none shown: from the
 * selection on in reading order, the most doubtful else.
 */
function neighbour(situation: Situation, direction: Direction, without: ReadonlySet<string> = new Set()): Doubt | null {
  const { state, selection } = situation;
  const queue = queueOf(state).filter((doubt) => !without.has(doubt.id));
  const order = ORDERS[state.settings.doubtOrder];
  const shown = state.doubts.find((doubt) => doubt.id === state.doubt);
  const i = shown ? queue.indexOf(shown) : -1;
  if (i >= 0) return queue[(i + direction + queue.length) % queue.length] ?? null;
  const at = selection?.span.from ?? 0;
  const place = (doubt: Doubt) =>
    shown ? order(doubt, shown) : state.settings.doubtOrder === 'reading' ? doubt.span.from - at : direction;
  const found = direction > 0 ? queue.find((doubt) => place(doubt) >= 0) : queue.findLast((doubt) => place(doubt) <= 0);
  return found ?? (direction > 0 ? queue[0] : queue.at(-1)) ?? null;
}

/** The other order of the queue; what is shown stays. */
export function switchOrder({ state }: Situation): Act {
  const doubtOrder = state.settings.doubtOrder === 'reading' ? 'doubtful' : 'reading';
  return {
    run: (desk) => void desk.changeSettings({ doubtOrder }),
    done: { key: doubtOrder === 'reading' ? 'done.orderReading' : 'done.orderDoubtful' },
  };
}

export function nextDoubt(situation: Situation, direction: Direction): Act | null {
  const doubt = neighbour(situation, direction);
  if (!doubt) return situation.state.doubts.length > 0 ? { done: { key: 'done.noDoubts' } } : null;
  return showDoubt(situation, doubt);
}

/** Settles doubts with edits before, and goes on to the next. */
function settle(situation: Situation, edits: readonly Edit[], gone: ReadonlySet<string>, key: string): Act {
  const next = neighbour(situation, 1, gone);
  const { issue } = situation;
  const doubt = currentDoubt(situation);
  const line = doubt ? lineAt(issue.lines, doubt.span.from) : 0;
  const shown = next ? showDoubt(situation, next) : { set: { doubt: null } };
  return { edits, ...shown, done: { key, values: { line, count: gone.size } } };
}

export function acceptDoubt(situation: Situation): Act | null {
  const doubt = currentDoubt(situation);
  if (!doubt) return null;
  const edit: Edit = { kind: 'settleDoubt', id: doubt.id, choice: 'accepted' };
  return settle(situation, [edit], new Set([doubt.id]), 'done.accept');
}

/** Takes the other reading; null where the segmenter has none to offer. */
export function takeOther(situation: Situation): Act | null {
  const doubt = currentDoubt(situation);
  if (!doubt || doubt.other.length === 0) return null;
  const edits: readonly Edit[] = [...doubt.other, { kind: 'settleDoubt', id: doubt.id, choice: 'other' }];
  return settle(situation, edits, new Set([doubt.id]), 'done.other');
}

/** Open doubts of the same kind and reason. */
const alikeOf = ({ state }: Situation, doubt: Doubt): readonly Doubt[] =>
  openDoubts(state).filter(({ kind, why }) => kind === doubt.kind && why.key === doubt.why.key);

/** Accepts all open doubts of the same kind and reason. */
export function acceptAlike(situation: Situation): Act | null {
  const doubt = currentDoubt(situation);
  if (!doubt) return null;
  const alike = alikeOf(situation, doubt);
  const edits = alike.map(({ id }): Edit => ({ kind: 'settleDoubt', id, choice: 'accepted' }));
  return settle(situation, edits, new Set(alike.map(({ id }) => id)), 'done.acceptAlike');
}

/**
 * Takes the other reading of all open doubts of the same reason. Of characters only: where these go otherwise, nothing
 * else changes; of boundaries each other reading supposes that the rest stays.
 */
export function takeOtherAlike(situation: Situation): Act | null {
  const doubt = currentDoubt(situation);
  if (doubt?.kind !== 'character' || doubt.other.length === 0) return null;
  const alike = alikeOf(situation, doubt).filter(({ other }) => other.length > 0);
  const edits = alike.flatMap(({ id, other }): readonly Edit[] => [
    ...other,
    { kind: 'settleDoubt', id, choice: 'other' },
  ]);
  return settle(situation, edits, new Set(alike.map(({ id }) => id)), 'done.otherAlike');
}

/** Open doubts that are about an article. */
export const doubtsAbout = (state: Pick<DeskState, 'doubts' | 'history'>, id: ArticleId): readonly Doubt[] =>
  openDoubts(state).filter((doubt) => doubt.articles.includes(id));
