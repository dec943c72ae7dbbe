/**
 * Stage *roles*, what it asks about a line. All features are free of scale (ratios, shares, counts that are cut off),
 * because papers differ in type, measure and language; nothing here knows a paper.
 */
import type { Sign } from '../languages/page-table.ts';
import type { Sheet } from '../lines/sheet.ts';
import { FAR } from '../lines/signs.ts';
import type { Beginning, Ending } from '../lines/traits.ts';

/** A question about line `i` of the sheet. Lines outside the page answer `ABSENT`. */
export interface Feature {
  readonly name: string;
  readonly ask: (sheet: Sheet, i: number) => number;
  /** It puts the question of the feature `of` to the line `by` lines away. */
  readonly shift?: { readonly of: Feature; readonly by: number };
}

/** The answer where there is nothing to ask: below every real value. */
export const ABSENT = -1;

const cut = (value: number, most: number): number => Math.min(value, most);
const yes = (is: boolean): number => (is ? 1 : 0);

const onPage = (sheet: Sheet, i: number, of: number): boolean =>
  i >= (sheet.pageFrom[of] as number) && i < (sheet.pageTo[of] as number);

const width = (sheet: Sheet, i: number): number => sheet.lines[i]?.width ?? 0;

/** `a / b`, cut off at 3; absent when `b` is nothing. */
const ratio = (a: number, b: number): number => (b > 0 ? cut(a / b, 3) : ABSENT);

/** How many lines next to `i` in direction `step` have its width, up to 6. */
function alike(sheet: Sheet, i: number, step: 1 | -1): number {
  let n = 0;
  while (n < 6) {
    const j = i + step * (n + 1);
    if (!onPage(sheet, j, i) || Math.abs(width(sheet, j) - width(sheet, i)) > 1.3) break;
    n++;
  }
  return n;
}

/** Blank lines before `i` compared with its surroundings: where every line has one it means nothing. */
function blankSurplus(sheet: Sheet, i: number): number {
  let sum = 0;
  let n = 0;
  for (let j = i - 5; j <= i + 5; j++) {
    if (j === i || !onPage(sheet, j, i)) continue;
    sum += cut(sheet.lines[j]?.blanks ?? 0, 2);
    n++;
  }
  return cut(sheet.lines[i]?.blanks ?? 0, 2) - (n > 0 ? sum / n : 0);
}

/** Lines of the block that stands `by` blocks away from that of line `i`, up to 30. */
function blockLines(sheet: Sheet, i: number, by: -1 | 0 | 1): number {
  const at = by < 0 ? (sheet.blockFrom[i] as number) - 1 : by > 0 ? (sheet.blockTo[i] as number) : i;
  if (!onPage(sheet, at, i)) return ABSENT;
  return cut((sheet.blockTo[at] as number) - (sheet.blockFrom[at] as number), 30);
}

/** How wide the block's widest line is beside the page's usual line. */
const blockWidth = (sheet: Sheet, i: number): number =>
  ratio(sheet.blockWidth[i] as number, sheet.usualWidth[i] as number);

/** How the last line of the block before, of this block ends: 1 with a stop. */
function blockEndsStop(sheet: Sheet, i: number, by: -1 | 0): number {
  const last = by < 0 ? (sheet.blockFrom[i] as number) - 1 : (sheet.blockTo[i] as number) - 1;
  return onPage(sheet, last, i) ? yes(sheet.traits[last]?.ending === 'stop') : ABSENT;
}

/** How many lines away the nearest line with the sign stands, in direction `step`, up to 20; 20 when there is none. */
function distanceTo(sheet: Sheet, i: number, name: Sign, step: 1 | -1): number {
  const distance = sheet.signs.distance(i, name, step);
  return onPage(sheet, i + step * distance, i) ? distance : FAR;
}

/** Lines on each side whose words a line's are compared with: a paragraph or two. */
const BESIDE_LINES = 12;

/** Share of the weight of the line's terms that the lines next to it in direction `step` have. */
function wordsBeside(sheet: Sheet, i: number, step: 1 | -1): number {
  const { terms, weight, tally } = sheet.cohesion;
  tally.countLists(terms, i, i + 1);
  let all = 0;
  for (let k = 0; k < tally.size; k++) all += weight[tally.terms[k] as number] as number;
  if (all === 0) return ABSENT;
  let shared = 0;
  for (let n = 1; n <= BESIDE_LINES && onPage(sheet, i + step * n, i); n++) {
    const beside = terms[i + step * n] ?? [];
    for (let k = 0; k < beside.length; k++) {
      const term = beside[k] as number;
      if (tally.take(term)) shared += weight[term] as number;
    }
  }
  return shared / all;
}

/** A line of one word, not ended by a stop: one of those that a justified line shatters into. */
const isShard = (sheet: Sheet, i: number): boolean => {
  const text = sheet.lines[i]?.text ?? ' ';
  return text.length <= 18 && !/\s/u.test(text);
};

/**
 * Lines of one word each that stand in one stretch: a justified line that the extractor shattered. `fill` is the width
 * that they would have as one line, in measures.
 */
function shards(sheet: Sheet, i: number): { readonly count: number; readonly fill: number } {
  if (!isShard(sheet, i)) return { count: 0, fill: ABSENT };
  let from = i;
  let to = i + 1;
  while (
    i - from < 8 &&
    onPage(sheet, from - 1, i) &&
    (sheet.lines[from]?.blanks ?? 0) === 0 &&
    isShard(sheet, from - 1)
  )
    from--;
  while (to - i < 8 && onPage(sheet, to, i) && (sheet.lines[to]?.blanks ?? 0) === 0 && isShard(sheet, to)) to++;
  let sum = 0;
  for (let j = from; j < to; j++) sum += width(sheet, j) + 0.25;
  const measure = Math.max(sheet.measures.before[from] as number, sheet.measures.after[to - 1] as number);
  return { count: cut(to - from, 9), fill: ratio(sum, measure) };
}

const ENDINGS: readonly Ending[] = ['open', 'comma', 'stop', 'hyphen', 'bracket'];
const BEGINNINGS: readonly Beginning[] = ['small', 'capital', 'digit', 'quote', 'mark'];

const sign = (name: Sign) => (sheet: Sheet, i: number) => sheet.signs.of(i, name);

/** Questions that are put to the line and to its neighbours. */
const plain: readonly Feature[] = [
  { name: 'width/measure above', ask: (s, i) => ratio(width(s, i), s.measures.before[i] as number) },
  { name: 'width/measure below', ask: (s, i) => ratio(width(s, i), s.measures.after[i] as number) },
  { name: 'width/page', ask: (s, i) => ratio(width(s, i), s.usualWidth[i] as number) },
  { name: 'width/middle', ask: (s, i) => ratio(width(s, i), s.measures.middle[i] as number) },
  { name: 'blank surplus', ask: blankSurplus },
  { name: 'word across', ask: (s, i) => (onPage(s, i - 1, i) ? (s.across[i] as number) : ABSENT) },
  { name: 'brackets across', ask: (s, i) => (onPage(s, i - 1, i) ? s.brackets.across(i - 1, i) : ABSENT) },
  ...ENDINGS.map((ending): Feature => ({ name: `ends ${ending}`, ask: (s, i) => yes(s.traits[i]?.ending === ending) })),
  ...BEGINNINGS.map(
    (beginning): Feature => ({ name: `begins ${beginning}`, ask: (s, i) => yes(s.traits[i]?.beginning === beginning) }),
  ),
  { name: 'capitals', ask: (s, i) => s.traits[i]?.capitals ?? 0 },
  { name: 'titled', ask: (s, i) => s.traits[i]?.titled ?? 0 },
  { name: 'opener', ask: (s, i) => Math.max(sign('opener')(s, i), sign('softOpener')(s, i) / 2) },
  { name: 'byline', ask: sign('byline') },
  { name: 'photo', ask: sign('photo') },
  { name: 'furniture', ask: sign('furniture') },
  { name: 'ad', ask: sign('ad') },
];

/** Questions for the line itself only. */
const own: readonly Feature[] = [
  { name: 'width em', ask: (s, i) => cut(width(s, i), 40) },
  { name: 'indent', ask: (s, i) => cut(s.lines[i]?.indent ?? 0, 6) },
  { name: 'blanks', ask: (s, i) => cut(s.lines[i]?.blanks ?? 0, 3) },
  { name: 'block lines', ask: (s, i) => blockLines(s, i, 0) },
  { name: 'lines of block before', ask: (s, i) => blockLines(s, i, -1) },
  { name: 'lines of block after', ask: (s, i) => blockLines(s, i, 1) },
  { name: 'block width/page', ask: blockWidth },
  { name: 'block ends stop', ask: (s, i) => blockEndsStop(s, i, 0) },
  { name: 'block before ends stop', ask: (s, i) => blockEndsStop(s, i, -1) },
  { name: 'place in block', ask: (s, i) => cut(i - (s.blockFrom[i] as number), 10) },
  { name: 'place from block end', ask: (s, i) => cut((s.blockTo[i] as number) - 1 - i, 10) },
  { name: 'cjk', ask: (s, i) => yes(s.lines[i]?.cjk ?? false) },
  { name: 'alike above', ask: (s, i) => alike(s, i, -1) },
  { name: 'alike below', ask: (s, i) => alike(s, i, 1) },
  { name: 'measure change', ask: (s, i) => ratio(s.measures.before[i] as number, s.measures.after[i] as number) },
  { name: 'from page top', ask: (s, i) => cut(i - (s.pageFrom[i] as number), 12) },
  { name: 'from page end', ask: (s, i) => cut((s.pageTo[i] as number) - 1 - i, 12) },
  { name: 'words', ask: (s, i) => cut(s.traits[i]?.words ?? 0, 40) },
  { name: 'pauses', ask: (s, i) => cut(s.traits[i]?.pauses ?? 0, 5) },
  { name: 'digits', ask: (s, i) => s.traits[i]?.digits ?? 0 },
  { name: 'noise', ask: (s, i) => cut(s.traits[i]?.noise ?? 0, 1) },
  { name: 'closer', ask: sign('closer') },
  { name: 'caption', ask: sign('caption') },
  { name: 'section', ask: sign('section') },
  { name: 'jump', ask: sign('jump') },
  { name: 'bullet', ask: sign('bullet') },
  { name: 'head mark', ask: sign('head') },
  { name: 'repeated', ask: (s, i) => cut((s.repetitions[i] as number) - 1, 5) },
  ...(['photo', 'opener', 'byline'] as const).flatMap((name): Feature[] => [
    { name: `${name} ahead`, ask: (s, i) => distanceTo(s, i, name, 1) },
    { name: `${name} behind`, ask: (s, i) => distanceTo(s, i, name, -1) },
  ]),
  { name: 'words near', ask: (s, i) => s.cohesion.near[i] as number },
  { name: 'words far', ask: (s, i) => s.cohesion.far[i] as number },
  { name: 'words above', ask: (s, i) => wordsBeside(s, i, -1) },
  { name: 'words below', ask: (s, i) => wordsBeside(s, i, 1) },
  { name: 'shards', ask: (s, i) => shards(s, i).count },
  { name: 'shards/measure', ask: (s, i) => shards(s, i).fill },
];

/** The same question about the line `by` lines away. */
const shifted = (feature: Feature, by: number): Feature => ({
  name: `${feature.name} ${by > 0 ? '+' : ''}${by}`,
  ask: (s, i) => (onPage(s, i + by, i) ? feature.ask(s, i + by) : ABSENT),
  shift: { of: feature, by },
});

const far: readonly Feature[] = plain.filter((f) =>
  /^(?:width|word across|blank surplus|ends|byline|photo|opener)/.test(f.name),
);

export const LINE_FEATURES: readonly Feature[] = [
  ...own,
  ...plain,
  ...plain.map((f) => shifted(f, -1)),
  ...plain.map((f) => shifted(f, 1)),
  ...far.map((f) => shifted(f, -2)),
  ...far.map((f) => shifted(f, 2)),
  ...far.filter((f) => f.name.startsWith('width')).flatMap((f) => [shifted(f, -3), shifted(f, 3)]),
];

/** Features that the line itself is asked; the others repeat what a line near by answered. */
const ASKED = LINE_FEATURES.flatMap(({ shift, ask }, column) => (shift ? [] : [{ column, ask }]));

/** Which answers of the line `by` lines away are repeated, and in which columns. */
function repeated(by: number) {
  const features = LINE_FEATURES.filter(({ shift }) => shift?.by === by);
  return {
    by,
    columns: Int32Array.from(features, (feature) => LINE_FEATURES.indexOf(feature)),
    answers: Int32Array.from(features, ({ shift }) => (shift ? LINE_FEATURES.indexOf(shift.of) : 0)),
  };
}
const REPEATED = [...new Set(LINE_FEATURES.flatMap(({ shift }) => (shift ? [shift.by] : [])))].map(repeated);

/** How far away lines stand whose answers are repeated. */
const MARGIN = Math.max(...REPEATED.map(({ by }) => Math.abs(by)));

/** The rows of the lines `[from, to)`, of all lines unless told. */
export function lineRows(
  sheet: Sheet,
  tick: () => void = () => {},
  from = 0,
  to: number = sheet.lines.length,
): Float32Array {
  const F = LINE_FEATURES.length;
  // The lines around them answer too, for their neighbours.
  const first = Math.max(0, from - MARGIN);
  const end = Math.min(sheet.lines.length, to + MARGIN);
  const rows = new Float32Array((end - first) * F);
  for (let i = first; i < end; i++) {
    if (i % 500 === 0) tick();
    for (const { column, ask } of ASKED) rows[(i - first) * F + column] = ask(sheet, i);
  }
  for (let i = from; i < to; i++)
    for (const { by, columns, answers } of REPEATED) {
      const neighbour = onPage(sheet, i + by, i) ? (i + by - first) * F : -1;
      for (let k = 0; k < columns.length; k++)
        rows[(i - first) * F + (columns[k] as number)] =
          neighbour < 0 ? ABSENT : (rows[neighbour + (answers[k] as number)] as number);
    }
  return rows.subarray((from - first) * F, (to - first) * F);
}
