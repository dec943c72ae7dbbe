/**
 * Stage *roles*: for every line the probability of each role. It commits to nothing; `page/` settles roles together
 * with bodies and heads.
 */
import type { Role } from '../../../shared/model/roles.ts';
import { type Forest, scoreRow, softmax } from '../learned/trees.ts';
import type { Sheet } from '../lines/sheet.ts';
import { LINE_FEATURES, lineRows } from './features.ts';
import { KNOWN_TO_ROLE } from './paper.ts';
import { furniturePrior, signPrior } from './priors.ts';
import { smoothed } from './turns.ts';

/** What lines are told apart as. Kicker, headline and subhead are one here; jump lines count as furniture. */
export const LINE_ROLES = ['head', 'lede', 'body', 'caption', 'byline', 'section', 'furniture', 'ad'] as const;
export type LineRole = (typeof LINE_ROLES)[number];

/** Index of each role in `RoleOdds.p`. */
export const AT: { readonly [role in LineRole]: number } = {
  head: 0,
  lede: 1,
  body: 2,
  caption: 3,
  byline: 4,
  section: 5,
  furniture: 6,
  ad: 7,
};

/** Which of `LINE_ROLES` a role of the model is. */
export const LINE_ROLE_OF: { readonly [role in Role]: LineRole | null } = {
  kicker: 'head',
  headline: 'head',
  subhead: 'head',
  lede: 'lede',
  body: 'body',
  dateline: 'body',
  caption: 'caption',
  byline: 'byline',
  section: 'section',
  furniture: 'furniture',
  jump: 'furniture',
  ad: 'ad',
  unreadable: null,
};

/** Probabilities, `LINE_ROLES.length` a line. */
export type RoleOdds = Float32Array;

/** How much the neighbours' roles count beside what the forest says, which knows the neighbours' looks already. */
const TRUST_IN_TURNS = 0.3;

/** The forest's own probabilities of each line, then smoothed along the page. */
export function roleOdds(
  sheet: Sheet,
  models: { readonly roles: Forest; readonly turns: readonly number[] },
  tick: () => void = () => {},
): RoleOdds {
  return smoothed(sheet, lineOdds(sheet, models.roles, tick), LINE_ROLES.length, models.turns, TRUST_IN_TURNS);
}

/** Log-odds that the line's text and its certain signs add to the forest's score of a role. */
export function priorOdds(sheet: Sheet, i: number, role: LineRole): number {
  const text = role === 'furniture' ? furniturePrior(sheet.lines[i]?.text ?? '') : 0;
  return text + signPrior(sheet.signs, i, role);
}

/** Lines whose rows are made at a time: a few, so that they are still at hand when they are scored. */
const ROWS = 200;

/** Each line by its looks, its neighbours' looks, and what is certain of it. */
export function lineOdds(sheet: Sheet, forest: Forest, tick: () => void = () => {}): RoleOdds {
  const odds = new Float32Array(sheet.lines.length * LINE_ROLES.length);
  let rows: Float32Array = new Float32Array(0);
  for (let i = 0; i < sheet.lines.length; i++) {
    const n = i % ROWS;
    if (n === 0) {
      tick();
      rows = lineRows(sheet, tick, i, Math.min(i + ROWS, sheet.lines.length));
    }
    const from = i * LINE_ROLES.length;
    scoreRow(forest, rows, n * LINE_FEATURES.length, odds, from);
    for (const role of LINE_ROLES) {
      const known = sheet.paper?.roles[i] === role ? KNOWN_TO_ROLE : 0;
      odds[from + AT[role]] = (odds[from + AT[role]] ?? 0) + priorOdds(sheet, i, role) + known;
    }
    softmax(odds, from, LINE_ROLES.length);
  }
  return odds;
}

export const oddsOf = (odds: RoleOdds, line: number, role: LineRole): number =>
  odds[line * LINE_ROLES.length + AT[role]] ?? 0;

/** The three things a line can be to an article: its head, its text, nothing. */
export type Kind = 'head' | 'text' | 'out';

export const KIND_OF: { readonly [role in LineRole]: Kind } = {
  head: 'head',
  lede: 'head',
  body: 'text',
  caption: 'text',
  byline: 'text',
  section: 'out',
  furniture: 'out',
  ad: 'out',
};

/** Places of each kind's roles in `LINE_ROLES`. */
const ROLES_OF: { readonly [kind in Kind]: readonly number[] } = {
  head: rolesOf('head'),
  text: rolesOf('text'),
  out: rolesOf('out'),
};

function rolesOf(kind: Kind): readonly number[] {
  return LINE_ROLES.flatMap((role) => (KIND_OF[role] === kind ? [AT[role]] : []));
}

export function kindOdds(odds: RoleOdds, line: number, kind: Kind): number {
  let sum = 0;
  for (const at of ROLES_OF[kind]) sum += odds[line * LINE_ROLES.length + at] ?? 0;
  return sum;
}
