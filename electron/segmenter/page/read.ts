/** The page reading: from the sheet to the owner of every line. Each stage hands scores to the next, never flags. */
import type { LineOwner } from '../assign.ts';
import { OVER_CUT } from '../constants.ts';
import { type Forest, scoreRow } from '../learned/trees.ts';
import type { Sheet } from '../lines/sheet.ts';
import { type RoleOdds, roleOdds } from '../roles/roles.ts';
import { type Jump, jumpsOf } from './jumps.ts';
import { LINK_FEATURES, type LinkContext, linkRows, type Pair, pairsOf } from './link-features.ts';
import type { Models } from './models.ts';
import { ownLines } from './owners.ts';
import { cutsOf, seamContext } from './seams.ts';
import { type SettledPage, settle } from './search.ts';
import { kindsOf, type Unit, unitsOf } from './units.ts';
import { type Window, windowsOf } from './windows.ts';

/** A window with its units and the pairs of text units that may belong together. */
export interface WindowProblem {
  readonly window: Window;
  readonly context: LinkContext;
  readonly units: readonly Unit[];
  readonly pairs: readonly Pair[];
  /** Log-odds of a cut before each line of the issue. */
  readonly cuts: Float32Array;
}

/** A window as it was settled. */
export interface WindowReading {
  readonly problem: WindowProblem;
  readonly reading: SettledPage;
  /** Log-odds of each of the problem's pairs. */
  readonly linkOdds: Float32Array;
  /** Number of its first article. */
  readonly firstArticle: number;
}

export interface IssueReading {
  readonly sheet: Sheet;
  readonly odds: RoleOdds;
  readonly windows: readonly WindowReading[];
  readonly owners: readonly LineOwner[];
  /** Texts that go on on another page; they have one owner. */
  readonly jumps: readonly Jump[];
}

/** The windows of the issue, cut into units. */
export function problemsOf(
  sheet: Sheet,
  odds: RoleOdds,
  forests: Pick<Models, 'textCut' | 'headCut'>,
  tick: () => void = () => {},
): WindowProblem[] {
  const kinds = kindsOf(sheet, odds, 0, sheet.lines.length);
  const cuts = cutsOf(seamContext(sheet, odds, kinds), { text: forests.textCut, head: forests.headCut }, tick);
  return windowsOf(sheet, odds).map((window) => {
    const units = unitsOf(sheet, odds, kinds.slice(window.from, window.to), cuts, window.from, window.to, OVER_CUT);
    return { window, context: { sheet, odds, units }, units, pairs: pairsOf(units), cuts };
  });
}

/** Log-odds that the text goes on, for each pair. */
export function linkOdds(problem: WindowProblem, forest: Forest): Float32Array {
  const rows = linkRows(problem.context, problem.pairs);
  const odds = new Float32Array(problem.pairs.length);
  for (let p = 0; p < odds.length; p++) scoreRow(forest, rows, p * LINK_FEATURES.length, odds, p);
  return odds;
}

/** Reads the issue. `progress` is called often with the part done (0–1) and may throw to cancel. */
export function readIssue(sheet: Sheet, models: Models, progress: (done: number) => void = () => {}): IssueReading {
  const odds = roleOdds(sheet, models, () => progress(0.1));
  return readWithRoles(sheet, odds, models, progress);
}

/** The same where the roles are known. */
function readWithRoles(
  sheet: Sheet,
  odds: RoleOdds,
  models: Omit<Models, 'roles' | 'turns'>,
  progress: (done: number) => void = () => {},
): IssueReading {
  const problems = problemsOf(sheet, odds, models, () => progress(0.3));
  const owners: LineOwner[] = [];
  const windows: WindowReading[] = [];
  let article = 0;
  problems.forEach((problem, w) => {
    const tick = (): void => progress(0.5 + (0.5 * w) / problems.length);
    tick();
    const links = linkOdds(problem, models.link);
    const reading = settle({ ...problem, odds: links }, models, tick);
    windows.push({ problem, reading, linkOdds: links, firstArticle: article });
    article = ownLines({ sheet, odds, fields: models.fields }, reading, article, owners);
  });
  const jumps = jumpsOf(sheet, windows);
  return { sheet, odds, windows, owners: rejoined(owners, jumps), jumps };
}

/** Reading order of what stands on a later page: after all of the page before. */
const NEXT_PAGE = 10_000_000;

/** The owners with the parts of articles on several pages as one article each. */
function rejoined(owners: readonly LineOwner[], jumps: readonly Jump[]): readonly LineOwner[] {
  if (jumps.length === 0) return owners;
  const from = new Map(jumps.map((jump) => [jump.to, jump.from]));
  return owners.map((owner) => {
    const article = from.get(owner.article);
    return article === undefined ? owner : { ...owner, article, order: owner.order + NEXT_PAGE };
  });
}
