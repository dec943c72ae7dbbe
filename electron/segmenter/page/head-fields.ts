/**
 * The lines of a head told apart: kicker, headline, subhead, lede. Mostly in this order, but a lede may stand above.
 *
 *     基本准则要理顺                     kicker      smaller type: more characters to the measure
 *     商务投影机                         headline
 *     采购的经验                         headline
 *     ——行业用户的选择                   subhead     a dash before it
 */
import { type Forest, scoreRow, softmax } from '../learned/trees.ts';
import type { Sheet } from '../lines/sheet.ts';
import { ABSENT } from '../roles/features.ts';
import { oddsOf, type RoleOdds } from '../roles/roles.ts';

export const FIELDS = ['kicker', 'headline', 'subhead', 'lede'] as const;
export type Field = (typeof FIELDS)[number];
const HEADLINE = 1;

export const FIELD_FEATURES: readonly string[] = [
  'lines',
  'place',
  'place from end',
  'width',
  'width/widest',
  'width/narrowest',
  'width/line above',
  'width/line below',
  'width above/narrowest',
  'width below/narrowest',
  'width/page',
  'lines wider',
  'apart above',
  'apart below',
  'blanks',
  'blanks below',
  'dash',
  'dash above',
  'dash below',
  'pauses',
  'ends comma',
  'ends stop',
  'ends open above',
  'capitals',
  'capitals above',
  'capitals below',
  'titled',
  'words',
  'small first',
  'lede odds',
  'lede odds above',
  'lede odds below',
  'section odds',
  'head odds',
  'cjk',
];

const yes = (is: boolean): number => (is ? 1 : 0);

/** One row for each of the head's `lines` (indices into the sheet, ascending). */
export function fieldRows(sheet: Sheet, odds: RoleOdds, lines: readonly number[]): Float32Array {
  const width = (n: number): number => sheet.lines[lines[n] ?? -1]?.width ?? 0;
  const widths = lines.map((_, n) => Math.max(0.5, width(n)));
  const widest = Math.max(...widths);
  const narrowest = Math.min(...widths);
  const trait = (n: number) => sheet.traits[lines[n] ?? -1];
  const dash = (n: number): number => trait(n)?.signs.head?.weight ?? 0;
  const capitals = (n: number): number => trait(n)?.capitals ?? ABSENT;
  const ratio = (a: number, b: number): number => (b > 0 ? Math.min(5, a / b) : ABSENT);
  const rows = new Float32Array(lines.length * FIELD_FEATURES.length);
  let dashed = 0;
  lines.forEach((i, n) => {
    const own = width(n);
    const line = trait(n);
    rows.set(
      [
        Math.min(9, lines.length),
        Math.min(8, n),
        Math.min(8, lines.length - 1 - n),
        Math.min(50, own),
        own / widest,
        Math.min(8, own / narrowest),
        n > 0 ? ratio(own, width(n - 1)) : ABSENT,
        n + 1 < lines.length ? ratio(own, width(n + 1)) : ABSENT,
        n > 0 ? Math.min(8, width(n - 1) / narrowest) : ABSENT,
        n + 1 < lines.length ? Math.min(8, width(n + 1) / narrowest) : ABSENT,
        ratio(own, sheet.usualWidth[i] as number),
        Math.min(6, widths.filter((w) => w > own * 1.25).length),
        n > 0 ? yes(i !== (lines[n - 1] as number) + 1) : ABSENT,
        n + 1 < lines.length ? yes((lines[n + 1] as number) !== i + 1) : ABSENT,
        Math.min(3, sheet.lines[i]?.blanks ?? 0),
        Math.min(3, sheet.lines[lines[n + 1] ?? -1]?.blanks ?? 0),
        dash(n),
        dashed,
        Math.max(0, ...lines.slice(n + 1).map((_, k) => dash(n + 1 + k))),
        Math.min(4, line?.pauses ?? 0),
        yes(line?.ending === 'comma'),
        yes(line?.ending === 'stop'),
        n > 0 ? yes(trait(n - 1)?.ending === 'open') : ABSENT,
        capitals(n),
        n > 0 ? capitals(n - 1) : ABSENT,
        n + 1 < lines.length ? capitals(n + 1) : ABSENT,
        line?.titled ?? 0,
        Math.min(30, line?.words ?? 0),
        yes(line?.beginning === 'small'),
        oddsOf(odds, i, 'lede'),
        n > 0 ? oddsOf(odds, lines[n - 1] as number, 'lede') : ABSENT,
        n + 1 < lines.length ? oddsOf(odds, lines[n + 1] as number, 'lede') : ABSENT,
        oddsOf(odds, i, 'section'),
        oddsOf(odds, i, 'head'),
        yes(sheet.lines[i]?.cjk ?? false),
      ],
      n * FIELD_FEATURES.length,
    );
    dashed = Math.max(dashed, dash(n));
  });
  return rows;
}

/** What each of the head's `lines` is; one of them at least is headline. */
export function fieldsOf(sheet: Sheet, odds: RoleOdds, lines: readonly number[], forest: Forest): Field[] {
  const rows = fieldRows(sheet, odds, lines);
  const scores = new Float32Array(FIELDS.length);
  let likeliest = 0;
  let most = Number.NEGATIVE_INFINITY;
  const fields = lines.map((_, n): Field => {
    scoreRow(forest, rows, n * FIELD_FEATURES.length, scores, 0);
    softmax(scores, 0, FIELDS.length);
    const headline = scores[HEADLINE] as number;
    if (headline > most) {
      most = headline;
      likeliest = n;
    }
    return FIELDS[scores.indexOf(Math.max(...scores))] as Field;
  });
  if (!fields.includes('headline')) fields[likeliest] = 'headline';
  return fields;
}
