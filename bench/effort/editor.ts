/**
 * A perfect editor at a desk without a window: knows the gold, presses keys of the real table of commands, and always
 * takes the act that puts most lines right for the fewest keys, those of going there included.
 */
import { type Act, perform, type Situation, situationOf } from '../../renderer/commands/command.ts';
import { commandFor, press } from '../../renderer/commands/dispatch.ts';
import { receiversOf } from '../../renderer/commands/give.ts';
import { numberOf } from '../../renderer/commands/parts.ts';
import { giveTo } from '../../renderer/commands/roles.ts';
import { OUTSIDE_KEYS } from '../../renderer/commands/table.ts';
import { createDesk, type Desk } from '../../renderer/store/desk.ts';
import { settled, standIn } from '../../renderer/testing/host.ts';
import { advance } from '../../shared/journal/history.ts';
import type { ArticleId, Review } from '../../shared/model/review.ts';
import type { OutsideRole } from '../../shared/model/roles.ts';
import type { Proposal } from '../../shared/proposal.ts';
import { judge, type Stretch, stretchesOf } from './errors.ts';
import type { GoldIssue } from './gold.ts';
import { moved, walksFrom } from './walking.ts';

/** What an act puts right, by the sheet's goals. */
export const KINDS = ['doubt', 'boundary', 'link', 'new', 'role', 'outside', 'byline'] as const;
type Kind = (typeof KINDS)[number];

export interface Repair {
  readonly kind: Kind;
  readonly keys: number;
  readonly edits: number;
  /** The keys, for a person to read: `ArrowDown · s`. */
  readonly pressed: string;
}

export interface Work {
  readonly repairs: readonly Repair[];
  /** Lines that are wrong at the end: what no act mended. */
  readonly left: number;
}

/** How many stretches of wrong lines are thought about before each act: the nearest. */
const THOUGHT_ABOUT = 8;
/** The picker takes one of its first nine by a digit. */
const DIGITS = 9;
/** A link's other end is looked at before the next act: G goes there. */
const LOOK = 1;

/** One act in thought: the keys after the walk, and what they would make. */
interface Plan {
  readonly kind: Kind;
  /** Place in the list of lines where it begins, and the keys from there on. */
  readonly at: number;
  readonly keys: readonly string[];
  /** The article that the picker is asked for, after the key `a`. */
  readonly give?: ArticleId;
}

type Thought = { readonly situation: Situation; readonly edits: number } | null;

const ids = () => {
  let n = 0;
  // Ids as the window makes them, but the same in each run.
  return (): ArticleId =>
    `a-${(++n)
      .toString(32)
      .replace(/[0189]/g, 'z')
      .padStart(8, 'a')}`;
};

const afterEdits = (situation: Situation, act: Act): Thought => {
  let { history } = situation;
  for (const edit of act.edits ?? []) {
    const advanced = advance(history, { group: 1, edit });
    if (!advanced.ok) return null;
    history = advanced.history;
  }
  const next = { ...situation, history, review: history.review, state: { ...situation.state, history } };
  return { situation: moved(next, act), edits: act.edits?.length ?? 0 };
};

/** The situation after the plan's keys, pressed in thought; null when one does not apply. */
function think(start: Situation, plan: Plan): Thought {
  let thought: Thought = { situation: start, edits: 0 };
  let prefix: string | null = null;
  for (const key of plan.keys) {
    if (!thought) return null;
    const { situation } = thought as { situation: Situation };
    if (key === 'x' && prefix === null) {
      prefix = 'x';
      continue;
    }
    const act: Act | null =
      key === 'a' && plan.give !== undefined && prefix === null
        ? giveTo(situation, plan.give)
        : (commandFor(key, 'raw', prefix)?.act(situation) ?? null);
    prefix = null;
    if (!act) return null;
    const next: Thought = afterEdits(situation, act);
    thought = next && { situation: next.situation, edits: next.edits + thought.edits };
  }
  return thought;
}

/** Keys that stretch the selection from a line over `count` more, downwards. */
function extending(count: number): readonly string[] {
  const pages = Math.floor(count / 20);
  const rest = count % 20;
  const over = 20 - rest;
  return rest > over + 1
    ? [...Array<string>(pages + 1).fill('Shift-PageDown'), ...Array<string>(over).fill('Shift-ArrowUp')]
    : [...Array<string>(pages).fill('Shift-PageDown'), ...Array<string>(rest).fill('Shift-ArrowDown')];
}

const ROLE_KEYS: { readonly [role: string]: string } = {
  headline: 'h',
  kicker: 'k',
  subhead: 'u',
  lede: 'l',
  byline: 'b',
  caption: 'c',
  body: 't',
};

/** All that might put a stretch right. */
function plansFor(
  { first, last, owner, truth }: Stretch,
  target: ArticleId | undefined,
  count: number,
): readonly Plan[] {
  const plans: Plan[] = [];
  const add = (kind: Kind, at: number, keys: readonly string[], give?: ArticleId) => {
    if (at < count) plans.push({ kind, at, keys, ...(give === undefined ? {} : { give }) });
  };
  for (const at of new Set([first, last, last + 1])) {
    add('boundary', at, ['s']);
    add('boundary', at, ['Shift-s']);
    add('boundary', at, ['Alt-ArrowUp']);
    add('boundary', at, ['Alt-ArrowDown']);
    add('boundary', at, ['Alt-PageUp']);
    add('boundary', at, ['Alt-PageDown']);
    add('new', at, ['n']);
    add('link', at, ['m']);
    add('link', at, ['Shift-m']);
    add('doubt', at, ['r']);
  }
  // The stretch by itself: over its lines, or grown to what holds them.
  const ways = new Set([
    extending(last - first).join(' '),
    'Space',
    'Space Space',
    'Space Space Space',
    'Mod-Shift-ArrowDown',
    'Mod-Shift-ArrowDown Mod-Shift-ArrowDown',
  ]);
  for (const way of ways) {
    const select = way === '' ? [] : way.split(' ');
    const role = ROLE_KEYS[truth.role];
    if (truth.article === null) {
      add('outside', first, [...select, 'x', OUTSIDE_KEYS[truth.role as OutsideRole]]);
      add('outside', first, [...select, 'Shift-x']);
    } else if (role) {
      // A role that brings the text into an article links it, too: its other end is looked at.
      const kind = target !== undefined && owner !== target ? 'link' : truth.role === 'byline' ? 'byline' : 'role';
      add(kind, first, [...select, role]);
      if (target === undefined) {
        add('new', first, [...select, 'n']);
        add('new', first, [...select, 'n', role]);
      } else {
        add('link', first, [...select, 'a'], target);
        add('link', first, [...select, 'a', role], target);
        for (const joins of [['j'], ['j', 'j']]) {
          add('link', first, [...select, ...joins]);
          add('link', first, [...select, ...joins, role]);
        }
        add('link', first, [...select, 'Shift-a']);
        add('link', first, [...select, 'Shift-a', role]);
      }
    }
  }
  return plans;
}

/** Keys of the picker for an article: a digit for the first nine, else its number and Enter. */
function pickerKeys(situation: Situation, article: ArticleId): number {
  const place = receiversOf(situation).findIndex((receiver) => receiver.article === article);
  return place < DIGITS ? 1 : String(numberOf(situation.review, article)).length + 1;
}

/** Whether the other end of what was done stands elsewhere and is to be checked. */
const checks = (kind: Kind): number => (kind === 'link' ? LOOK : 0);

interface Choice {
  readonly plan: Plan;
  readonly walk: readonly string[];
  readonly cost: number;
  readonly edits: number;
}

/** The best act now; null when nothing that is thought of puts a line right. */
function choose(gold: GoldIssue, situation: Situation): Choice | null {
  const verdict = judge(gold.lines, situation.review);
  const wrong = stretchesOf(gold.lines, situation.review, verdict);
  const walks = walksFrom(situation, gold.lines, (reached) => {
    const near = wrong.filter(({ first }) => reached.has(first));
    return near.length >= Math.min(THOUGHT_ABOUT, wrong.length) && near.every(({ last }) => reached.has(last));
  });
  const far = (stretch: Stretch) => walks.get(stretch.first)?.[0]?.length ?? Number.POSITIVE_INFINITY;
  const stretches = wrong.toSorted((a, b) => far(a) - far(b)).slice(0, THOUGHT_ABOUT);
  let best: (Choice & { readonly worth: number }) | null = null;
  for (const stretch of stretches) {
    const target = stretch.truth.article === null ? undefined : verdict.match.get(stretch.truth.article);
    for (const plan of plansFor(stretch, target, gold.lines.length)) {
      for (const walk of walks.get(plan.at) ?? []) {
        const here = walked(situation, walk);
        const thought = here && think(here, plan);
        if (!thought || !here) continue;
        const gain = verdict.wrong.length - judge(gold.lines, thought.situation.review).wrong.length;
        const picking = plan.give === undefined ? 0 : pickerKeys(here, plan.give);
        const cost = walk.length + plan.keys.length + picking + checks(plan.kind);
        const worth = gain / cost;
        if (gain > 0 && (!best || worth > best.worth)) best = { plan, walk, cost, edits: thought.edits, worth };
      }
    }
  }
  return best;
}

function walked(start: Situation, walk: readonly string[]): Situation | null {
  let situation = start;
  for (const key of walk) {
    const act = commandFor(key, 'raw', null)?.act(situation);
    if (!act) return null;
    situation = moved(situation, act);
  }
  return situation;
}

/** Presses the keys of an act at the desk. */
function carryOut(desk: Desk, { plan, walk }: Choice, newId: () => ArticleId): void {
  for (const key of [...walk, ...plan.keys]) {
    if (key !== 'a' || plan.give === undefined || desk.store.getState().prefix !== null) {
      press(desk, key, 'raw');
      continue;
    }
    press(desk, key, 'raw');
    // The picker is a component; what it does with a choice is this.
    desk.set({ dialog: null });
    const situation = situationOf(desk.store.getState(), newId);
    const act = situation && giveTo(situation, plan.give);
    if (act) perform(desk, act);
  }
}

/** Works on the issue from a proposal until nothing is wrong, or nothing helps. */
export async function work(gold: GoldIssue, proposal: Proposal): Promise<Work> {
  const newId = ids();
  const desk = createDesk();
  await desk.connect(standIn({ issue: gold.issue, review: proposal.review, proposal }).host);
  await settled();
  const repairs: Repair[] = [];
  const reviewNow = (): Review => {
    const { history } = desk.store.getState();
    if (!history) throw new Error(`${gold.name}: the desk has no review`);
    return history.review;
  };
  press(desk, 'Home', 'raw');
  for (let left = judge(gold.lines, reviewNow()).wrong.length; left > 0; ) {
    const situation = situationOf(desk.store.getState(), newId);
    const choice = situation && choose(gold, situation);
    if (!choice) break;
    carryOut(desk, choice, newId);
    const now = judge(gold.lines, reviewNow()).wrong.length;
    if (now >= left) throw new Error(`${gold.name}: ${choice.plan.keys.join(' ')} at the desk is not what was thought`);
    left = now;
    const { plan, walk, cost, edits } = choice;
    repairs.push({ kind: plan.kind, keys: cost, edits, pressed: `${walk.join(' ')} · ${plan.keys.join(' ')}` });
  }
  return { repairs, left: judge(gold.lines, reviewNow()).wrong.length };
}
