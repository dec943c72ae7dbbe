/**
 * What is asked of two text units: does the text of the first go on in the second? They may touch, or stand far apart
 * with heads and other articles between them, and the second may stand before the first.
 */
import type { Sheet } from '../lines/sheet.ts';
import type { Ending } from '../lines/traits.ts';
import { ABSENT } from '../roles/features.ts';
import { oddsOf, type RoleOdds } from '../roles/roles.ts';
import { coverage, likeness } from '../words/bags.ts';
import type { Unit } from './units.ts';

/** How far a continuation is looked for, in text units. */
const LINK_REACH = 8;
const LINK_REACH_BACK = 4;

export interface LinkContext {
  readonly sheet: Sheet;
  readonly odds: RoleOdds;
  readonly units: readonly Unit[];
}

/** A pair of text units that may be read one after the other. */
export interface Pair {
  readonly a: Unit;
  readonly b: Unit;
}

const ENDINGS: readonly Ending[] = ['open', 'comma', 'stop', 'hyphen', 'bracket'];

export const LINK_FEATURES: readonly string[] = [
  'touching',
  'cut',
  'backwards',
  'texts between',
  'heads between',
  'outs between',
  'lines between',
  'head before b',
  'head after a',
  ...ENDINGS.map((e) => `a ends ${e}`),
  'a last full',
  'a last caption',
  'a last byline',
  'a closer',
  'a photo',
  'a lines',
  'a opener',
  'a caption',
  'b small',
  'b capital',
  'b opener',
  'b soft opener',
  'b bullet',
  'b byline',
  'b byline only',
  'b photo',
  'b indent',
  'b first full',
  'b lines',
  'b caption',
  'measure ratio',
  'a in b',
  'b in a',
  'likeness',
  'rank of b',
  'rank of a',
  'likeness/best of a',
  'likeness/best of b',
  'seam elsewhere',
  'word across',
  'brackets across',
  'word across elsewhere of a',
  'word across elsewhere of b',
  'before b ends open',
  'after a goes on',
  'b ends stop',
  'words of b',
  'blanks before b',
  'a begins page',
  'b ends page',
  'a open',
  'b open',
  'a head odds',
  'b head odds',
  'one head for both',
  'same best head',
];

const yes = (is: boolean): number => (is ? 1 : 0);

/** All pairs of text units worth asking about, nearest first for each `a`. */
export function pairsOf(units: readonly Unit[]): Pair[] {
  const texts = units.filter((unit) => !unit.satellite && (unit.kind === 'text' || unit.open));
  const pairs: Pair[] = [];
  texts.forEach((a, i) => {
    for (let j = Math.max(0, i - LINK_REACH_BACK); j <= Math.min(texts.length - 1, i + LINK_REACH); j++)
      if (j !== i) pairs.push({ a, b: texts[j] as Unit });
  });
  return pairs;
}

/** Rows of all pairs; ranks are taken among the pairs given. */
export function linkRows(context: LinkContext, pairs: readonly Pair[]): Float32Array {
  const { sheet } = context;
  const weight = sheet.cohesion.weight;
  const alike = pairs.map(({ a, b }) => likeness(a.bag, b.bag, weight));
  const ofA = groups(pairs, ({ a }) => a.index);
  const ofB = groups(pairs, ({ b }) => b.index);
  const rows = new Float32Array(pairs.length * LINK_FEATURES.length);
  const words = sheet.joins.words(pairs.map(({ a, b }) => ({ a: a.to - 1, b: b.from })));
  const facts: UnitFacts = { counts: countsOf(context.units), measureOf: measures(sheet) };
  const wanted = headCoverage(context);
  pairs.forEach((pair, p) => {
    const values = linkRow(context, pair, facts);
    const own = alike[p] as number;
    const rivalsA = (ofA.get(pair.a.index) ?? []).map((q) => alike[q] as number);
    const rivalsB = (ofB.get(pair.b.index) ?? []).map((q) => alike[q] as number);
    const shared = sharedHead(wanted, pair);
    values['one head for both'] = shared.most;
    values['same best head'] = shared.same;
    values['word across'] = words[p] as number;
    values['word across elsewhere of a'] = mostOf(words, ofA.get(pair.a.index) ?? [], p);
    values['word across elsewhere of b'] = mostOf(words, ofB.get(pair.b.index) ?? [], p);
    values.likeness = own;
    values['rank of b'] = rivalsA.filter((x) => x > own).length;
    values['rank of a'] = rivalsB.filter((x) => x > own).length;
    values['likeness/best of a'] = own / Math.max(1e-6, ...rivalsA);
    values['likeness/best of b'] = own / Math.max(1e-6, ...rivalsB);
    LINK_FEATURES.forEach((name, f) => {
      rows[p * LINK_FEATURES.length + f] = values[name] ?? ABSENT;
    });
  });
  return rows;
}

/** The highest value of the pairs `among` beside pair `own`. */
function mostOf(values: Int8Array, among: readonly number[], own: number): number {
  let most = ABSENT;
  for (const q of among) if (q !== own) most = Math.max(most, values[q] as number);
  return most;
}

/** For each text unit how much of each head's words it has. */
type HeadCoverage = ReadonlyMap<Unit, readonly number[]>;

/** Heads further away than this (units) are not asked: it keeps the work linear. */
const HEAD_REACH = 60;

function headCoverage({ sheet, units }: LinkContext): HeadCoverage {
  const heads = units.filter((unit) => unit.kind === 'head' && unit.bag.size > 2);
  const result = new Map<Unit, number[]>();
  for (const unit of units)
    if (unit.kind !== 'out')
      result.set(
        unit,
        heads.map((head) =>
          head === unit || Math.abs(head.index - unit.index) > HEAD_REACH
            ? 0
            : coverage(head.bag, unit.bag, sheet.cohesion.weight),
        ),
      );
  return result;
}

/** Whether one head names what both texts say: the most that both have of one, and whether their best one is the same. */
function sharedHead(wanted: HeadCoverage, { a, b }: Pair): { readonly most: number; readonly same: number } {
  const ofA = wanted.get(a) ?? [];
  const ofB = wanted.get(b) ?? [];
  let most = 0;
  let bestA = -1;
  let bestB = -1;
  for (let h = 0; h < ofA.length; h++) {
    const x = ofA[h] as number;
    const y = ofB[h] as number;
    most = Math.max(most, Math.min(x, y));
    if (x > 0.15 && (bestA < 0 || x > (ofA[bestA] as number))) bestA = h;
    if (y > 0.15 && (bestB < 0 || y > (ofB[bestB] as number))) bestB = h;
  }
  return { most, same: bestA < 0 || bestB < 0 ? ABSENT : yes(bestA === bestB) };
}

/** Places of the pairs in their list, by what `key` says of them; ascending. */
export function groups(pairs: readonly Pair[], key: (pair: Pair) => number): Map<number, number[]> {
  const result = new Map<number, number[]>();
  pairs.forEach((pair, p) => {
    const list = result.get(key(pair));
    if (list) list.push(p);
    else result.set(key(pair), [p]);
  });
  return result;
}

/** Units of each kind before each index, for counting between two units. */
interface Counts {
  readonly text: Int32Array;
  readonly head: Int32Array;
  readonly out: Int32Array;
}

function countsOf(units: readonly Unit[]): Counts {
  const counts = {
    text: new Int32Array(units.length + 1),
    head: new Int32Array(units.length + 1),
    out: new Int32Array(units.length + 1),
  };
  units.forEach((unit, i) => {
    for (const kind of ['text', 'head', 'out'] as const)
      counts[kind][i + 1] = (counts[kind][i] as number) + (unit.kind === kind ? 1 : 0);
  });
  return counts;
}

/** What is asked of units again and again. */
interface UnitFacts {
  readonly counts: Counts;
  readonly measureOf: (unit: Unit) => number;
}

function linkRow(
  context: LinkContext,
  { a, b }: Pair,
  { counts, measureOf }: UnitFacts,
): { [feature: string]: number } {
  const { sheet, odds, units } = context;
  const [first, second] = a.index < b.index ? [a, b] : [b, a];
  const between = (kind: keyof Counts): number =>
    Math.min(8, (counts[kind][second.index] as number) - (counts[kind][first.index + 1] as number));
  const last = a.to - 1;
  const lastLine = sheet.traits[last];
  const firstTraits = sheet.traits[b.from];
  const unitBefore = units[b.index - 1];
  const unitAfter = units[a.index + 1];
  const beforeEnds =
    unitBefore?.kind === 'text' && unitBefore !== a ? sheet.traits[unitBefore.to - 1]?.ending : undefined;
  const after = unitAfter?.kind === 'text' && unitAfter !== b ? unitAfter : undefined;
  const weight = sheet.cohesion.weight;
  const row: { [feature: string]: number } = {
    touching: yes(b.index === a.index + 1 && b.seam),
    cut: b.index === a.index + 1 && b.seam ? Math.max(-8, Math.min(8, b.cut)) : 9,
    backwards: yes(b.index < a.index),
    'texts between': between('text'),
    'heads between': between('head'),
    'outs between': between('out'),
    'lines between': Math.min(100, second.from - first.to),
    'head before b': yes(unitBefore?.kind === 'head'),
    'head after a': yes(unitAfter?.kind === 'head'),
    'a last full': full(sheet, last, a, measureOf),
    'a last caption': oddsOf(odds, last, 'caption'),
    'a last byline': oddsOf(odds, last, 'byline'),
    'a closer': lastLine?.signs.closer?.weight ?? 0,
    'a photo': lastLine?.signs.photo?.weight ?? 0,
    'a lines': Math.min(30, a.to - a.from),
    'a opener': sheet.traits[a.from]?.signs.opener?.weight ?? 0,
    'a caption': share(odds, a, 'caption'),
    'b small': yes(firstTraits?.beginning === 'small'),
    'b capital': yes(firstTraits?.beginning === 'capital'),
    'b opener': firstTraits?.signs.opener?.weight ?? 0,
    'b soft opener': firstTraits?.signs.softOpener?.weight ?? 0,
    'b bullet': firstTraits?.signs.bullet?.weight ?? 0,
    'b byline': oddsOf(odds, b.from, 'byline'),
    'b byline only': yes(share(odds, b, 'byline') > 0.6),
    'b photo': Math.max(firstTraits?.signs.photo?.weight ?? 0, sheet.traits[b.to - 1]?.signs.photo?.weight ?? 0),
    'b indent': Math.min(6, sheet.lines[b.from]?.indent ?? 0),
    'b first full': full(sheet, b.from, b, measureOf),
    'b lines': Math.min(30, b.to - b.from),
    'b caption': share(odds, b, 'caption'),
    'measure ratio': measureRatio(measureOf(a), measureOf(b)),
    'a in b': coverage(a.bag, b.bag, weight),
    'b in a': coverage(b.bag, a.bag, weight),
    'seam elsewhere': Math.min(4, sheet.joins.seam(last, b.from)),
    'brackets across': sheet.brackets.across(last, b.from),
    'before b ends open': beforeEnds === undefined ? ABSENT : yes(beforeEnds === 'open' || beforeEnds === 'hyphen'),
    'after a goes on': after ? yes(after.seam && after.cut < -1) : ABSENT,
    'b ends stop': yes(sheet.traits[b.to - 1]?.ending === 'stop'),
    'words of b': Math.min(60, b.bag.size),
    'blanks before b': Math.min(3, sheet.lines[b.from]?.blanks ?? 0),
    'a open': yes(a.open),
    'b open': yes(b.open),
    'a head odds': a.open || a.kind === 'head' ? Math.max(-6, Math.min(6, a.headOdds)) : -7,
    'b head odds': b.open || b.kind === 'head' ? Math.max(-6, Math.min(6, b.headOdds)) : -7,
    'a begins page': yes(a.from === sheet.pageFrom[a.from]),
    'b ends page': yes(b.to === sheet.pageTo[b.from]),
  };
  for (const ending of ENDINGS) row[`a ends ${ending}`] = yes(lastLine?.ending === ending);
  return row;
}

/** The usual measure of units: the width that three quarters of their lines do not exceed; worked out once for each. em */
function measures(sheet: Sheet): (unit: Unit) => number {
  const known = new Map<Unit, number>();
  return (unit) => {
    let measure = known.get(unit);
    if (measure === undefined) {
      const widths = Float64Array.from(
        { length: unit.to - unit.from },
        (_, k) => sheet.lines[unit.from + k]?.width ?? 0,
      );
      measure = widths.sort()[Math.floor((widths.length * 3) / 4)] ?? 1;
      known.set(unit, measure);
    }
    return measure;
  };
}

function full(sheet: Sheet, line: number, unit: Unit, measureOf: (unit: Unit) => number): number {
  const width = sheet.lines[line]?.width ?? 0;
  const measure = unit.to - unit.from > 2 ? measureOf(unit) : Math.max(width, sheet.measures.before[line] as number);
  return Math.min(2, width / Math.max(1, measure));
}

const measureRatio = (a: number, b: number): number => Math.min(a, b) / Math.max(1, a, b);

function share(odds: RoleOdds, unit: Unit, role: 'caption' | 'byline'): number {
  let sum = 0;
  for (let i = unit.from; i < unit.to; i++) sum += oddsOf(odds, i, role);
  return sum / (unit.to - unit.from);
}
