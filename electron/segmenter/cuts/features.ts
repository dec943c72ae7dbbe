/**
 * What is asked about the seam between two neighbouring lines: does another article's text (or head) begin here?
 *
 *     生。无论时代如何变迁，雷锋精神永不过时。”交城县洪相
 *     镇安定村村委委员、洪相镇交通劝导员刘秀芝说道。             ends in a stop, two thirds full
 *     ──────────────────────────────────────────────
 *     本报讯（记者 白凯冰）今年是毛泽东等老一辈革命家           an opener
 */
import type { Sign } from '../languages/page-table.ts';
import type { Sheet } from '../lines/sheet.ts';
import type { Beginning, Ending } from '../lines/traits.ts';
import { ABSENT } from '../roles/features.ts';
import { type Kind, kindOdds, LINE_ROLES, type RoleOdds } from '../roles/roles.ts';
import { likeness } from '../words/bags.ts';
import { PASSAGE } from '../words/cohesion.ts';
import type { HeadTargets, Targets } from './targets.ts';
import type { WantedHeads } from './wanted.ts';

/** All that is known when seams are judged. */
export interface SeamContext {
  readonly sheet: Sheet;
  readonly odds: RoleOdds;
  /** Kind of every line of the issue. */
  readonly kinds: readonly Kind[];
  readonly targets: HeadTargets;
  readonly wanted: WantedHeads;
}

/** A question about the seam before line `i`; line `i - 1` is on the same page. */
interface SeamFeature {
  readonly name: string;
  readonly ask: (context: SeamContext, i: number) => number;
}

const yes = (is: boolean): number => (is ? 1 : 0);
const ratio = (a: number, b: number): number => (b > 0 ? Math.min(3, a / b) : ABSENT);
const width = (c: SeamContext, i: number): number => c.sheet.lines[i]?.width ?? 0;
const inPage = (c: SeamContext, i: number, of: number): boolean =>
  i >= (c.sheet.pageFrom[of] as number) && i < (c.sheet.pageTo[of] as number);

const sign = (c: SeamContext, i: number, of: number, name: Sign): number =>
  inPage(c, i, of) ? c.sheet.signs.of(i, name) : ABSENT;

/** How many of the lines near by, the two at the seam left out, bear the sign: briefs come in rows. Up to 8. */
function signsNear(c: SeamContext, i: number, name: Sign): number {
  const { signs, pageFrom, pageTo } = c.sheet;
  const before = signs.count(Math.max(pageFrom[i] as number, i - 25), i - 1, name);
  const after = signs.count(i + 1, Math.min(pageTo[i] as number, i + 26), name);
  return Math.min(before + after, 8);
}

/** Lines of the run of one kind that ends before (step -1) or begins at the seam, up to 30. */
function runLength(c: SeamContext, i: number, step: 1 | -1): number {
  const start = step < 0 ? i - 1 : i;
  const kind = kindOdds(c.odds, start, 'head') > 0.5 ? 'head' : kindOdds(c.odds, start, 'text') > 0.5 ? 'text' : 'out';
  let n = 1;
  while (n < 30 && inPage(c, start + step * n, i) && kindOdds(c.odds, start + step * n, kind) > 0.5) n++;
  return n;
}

/** Likeness of the words on both sides, `reach` lines each. */
function kinship(c: SeamContext, i: number, reach: number): number {
  const { terms, weight, tally, otherTally } = c.sheet.cohesion;
  tally.countLists(terms, Math.max(c.sheet.pageFrom[i] as number, i - reach), i);
  otherTally.countLists(terms, i, Math.min(c.sheet.pageTo[i] as number, i + reach));
  return likeness(tally, otherTally, weight);
}

/** How far apart the passages are that share most words with the two lines; heads of one article point to one body. */
function targetsApart(c: SeamContext, i: number): number {
  const a = c.sheet.cohesion.best[i - 1] as number;
  const b = c.sheet.cohesion.best[i] as number;
  return a < 0 || b < 0 ? ABSENT : Math.min(10, Math.abs(a - b));
}

/** Lines of a head on each side of a seam that are read together. */
const TARGET_LINES = [1, 2, 3];
const TARGETS = ['above', 'below', 'both', 'loss'] as const;

/** What the words of a head say of the seam; absent at seams of text. */
function targets(c: SeamContext, i: number, reach: number): Targets | null {
  return c.kinds[i] === 'head' && c.kinds[i - 1] === 'head' ? c.targets.of(i, reach) : null;
}

/** What the words of the text say of the seam; absent at seams of heads. */
function wanted(c: SeamContext, i: number): Targets | null {
  return c.kinds[i] === 'text' && c.kinds[i - 1] === 'text' ? c.wanted.of(i) : null;
}

function blankShare(c: SeamContext, i: number): number {
  let n = 0;
  let blank = 0;
  for (let j = i - 6; j <= i + 6; j++) {
    if (j === i || !inPage(c, j, i)) continue;
    n++;
    if ((c.sheet.lines[j]?.blanks ?? 0) > 0) blank++;
  }
  return n > 0 ? blank / n : 0;
}

const ENDINGS: readonly Ending[] = ['open', 'comma', 'stop', 'hyphen', 'bracket'];
const BEGINNINGS: readonly Beginning[] = ['small', 'capital', 'digit', 'quote', 'mark'];
const SIGNS_HERE: readonly Sign[] = ['opener', 'softOpener', 'byline', 'bullet', 'caption', 'photo', 'ad', 'head'];

export const SEAM_FEATURES: readonly SeamFeature[] = [
  ...LINE_ROLES.flatMap((role, r): SeamFeature[] => [
    { name: `${role} above`, ask: (c, i) => c.odds[(i - 1) * LINE_ROLES.length + r] as number },
    { name: `${role} below`, ask: (c, i) => c.odds[i * LINE_ROLES.length + r] as number },
  ]),
  { name: 'blanks', ask: (c, i) => Math.min(3, c.sheet.lines[i]?.blanks ?? 0) },
  { name: 'blanks near', ask: blankShare },
  {
    name: 'blanks after',
    ask: (c, i) => (inPage(c, i + 1, i) ? Math.min(3, c.sheet.lines[i + 1]?.blanks ?? 0) : ABSENT),
  },
  {
    name: 'blanks before',
    ask: (c, i) => (inPage(c, i - 2, i) ? Math.min(3, c.sheet.lines[i - 1]?.blanks ?? 0) : ABSENT),
  },
  {
    name: 'block lines above',
    ask: (c, i) => Math.min(30, (c.sheet.blockTo[i - 1] as number) - (c.sheet.blockFrom[i - 1] as number)),
  },
  {
    name: 'block lines below',
    ask: (c, i) => Math.min(30, (c.sheet.blockTo[i] as number) - (c.sheet.blockFrom[i] as number)),
  },
  { name: 'above/measure above', ask: (c, i) => ratio(width(c, i - 1), c.sheet.measures.before[i - 1] as number) },
  { name: 'above/measure below', ask: (c, i) => ratio(width(c, i - 1), c.sheet.measures.after[i - 1] as number) },
  { name: 'above/middle', ask: (c, i) => ratio(width(c, i - 1), c.sheet.measures.middle[i - 1] as number) },
  { name: 'below/middle', ask: (c, i) => ratio(width(c, i), c.sheet.measures.middle[i] as number) },
  { name: 'below/measure above', ask: (c, i) => ratio(width(c, i), c.sheet.measures.before[i] as number) },
  { name: 'below/measure below', ask: (c, i) => ratio(width(c, i), c.sheet.measures.after[i] as number) },
  {
    name: 'measure change',
    ask: (c, i) => ratio(c.sheet.measures.before[i] as number, c.sheet.measures.after[i - 1] as number),
  },
  { name: 'width change', ask: (c, i) => ratio(width(c, i), width(c, i - 1)) },
  {
    name: 'width change before',
    ask: (c, i) => (inPage(c, i - 2, i) ? ratio(width(c, i - 1), width(c, i - 2)) : ABSENT),
  },
  { name: 'next width change', ask: (c, i) => (inPage(c, i + 1, i) ? ratio(width(c, i + 1), width(c, i)) : ABSENT) },
  { name: 'indent below', ask: (c, i) => Math.min(6, c.sheet.lines[i]?.indent ?? 0) },
  {
    name: 'indent change',
    ask: (c, i) => Math.max(-6, Math.min(6, (c.sheet.lines[i]?.indent ?? 0) - (c.sheet.lines[i - 1]?.indent ?? 0))),
  },
  ...ENDINGS.map(
    (e): SeamFeature => ({ name: `above ends ${e}`, ask: (c, i) => yes(c.sheet.traits[i - 1]?.ending === e) }),
  ),
  ...BEGINNINGS.map(
    (b): SeamFeature => ({ name: `below begins ${b}`, ask: (c, i) => yes(c.sheet.traits[i]?.beginning === b) }),
  ),
  { name: 'below ends stop', ask: (c, i) => yes(c.sheet.traits[i]?.ending === 'stop') },
  ...SIGNS_HERE.flatMap((s): SeamFeature[] => [
    { name: `${s} below`, ask: (c, i) => sign(c, i, i, s) },
    { name: `${s} above`, ask: (c, i) => sign(c, i - 1, i, s) },
  ]),
  { name: 'closer above', ask: (c, i) => sign(c, i - 1, i, 'closer') },
  { name: 'opener next', ask: (c, i) => sign(c, i + 1, i, 'opener') },
  { name: 'opener two above', ask: (c, i) => sign(c, i - 2, i, 'opener') },
  { name: 'photo next', ask: (c, i) => Math.max(sign(c, i + 1, i, 'photo'), sign(c, i + 2, i, 'photo')) },
  { name: 'closers near', ask: (c, i) => signsNear(c, i, 'closer') },
  { name: 'bullets near', ask: (c, i) => signsNear(c, i, 'bullet') },
  { name: 'openers near', ask: (c, i) => signsNear(c, i, 'opener') },
  { name: 'seam elsewhere', ask: (c, i) => Math.min(4, c.sheet.joins.seam(i - 1, i)) },
  { name: 'word across', ask: (c, i) => c.sheet.across[i] as number },
  { name: 'brackets across', ask: (c, i) => c.sheet.brackets.across(i - 1, i) },
  { name: 'kinship 6', ask: (c, i) => kinship(c, i, PASSAGE) },
  { name: 'kinship 15', ask: (c, i) => kinship(c, i, 15) },
  { name: 'targets apart', ask: targetsApart },
  ...TARGET_LINES.flatMap((reach) =>
    TARGETS.map(
      (what): SeamFeature => ({
        name: `targets ${what} ${reach}`,
        ask: (c, i) => targets(c, i, reach)?.[what] ?? ABSENT,
      }),
    ),
  ),
  ...TARGETS.map((what): SeamFeature => ({ name: `wanted ${what}`, ask: (c, i) => wanted(c, i)?.[what] ?? ABSENT })),
  { name: 'run above', ask: (c, i) => runLength(c, i, -1) },
  { name: 'run below', ask: (c, i) => runLength(c, i, 1) },
  { name: 'capitals above', ask: (c, i) => c.sheet.traits[i - 1]?.capitals ?? 0 },
  { name: 'capitals below', ask: (c, i) => c.sheet.traits[i]?.capitals ?? 0 },
  { name: 'words above', ask: (c, i) => Math.min(20, c.sheet.traits[i - 1]?.words ?? 0) },
  { name: 'words below', ask: (c, i) => Math.min(20, c.sheet.traits[i]?.words ?? 0) },
  { name: 'cjk', ask: (c, i) => yes(c.sheet.lines[i]?.cjk ?? false) },
  { name: 'from page top', ask: (c, i) => Math.min(12, i - (c.sheet.pageFrom[i] as number)) },
];

const ALL = Int32Array.from(SEAM_FEATURES.keys());

/** The row of the seam before line `i`, written to `rows` from `at`: the answers of all features, or of those `asked`. */
export function seamRow(
  context: SeamContext,
  i: number,
  rows: Float32Array,
  at: number,
  asked: Int32Array = ALL,
): void {
  for (let k = 0; k < asked.length; k++) {
    const f = asked[k] as number;
    rows[at + f] = (SEAM_FEATURES[f] as SeamFeature).ask(context, i);
  }
}
