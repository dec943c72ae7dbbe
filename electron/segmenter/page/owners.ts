/** From a settled page to the owner of each line. */

import type { OutsideRole } from '../../../shared/model/roles.ts';
import type { LineOwner } from '../assign.ts';
import type { Forest } from '../learned/trees.ts';
import type { Sheet } from '../lines/sheet.ts';
import type { RoleOdds } from '../roles/roles.ts';
import { fieldsOf } from './head-fields.ts';
import type { PageReading } from './judge.ts';
import type { Unit } from './units.ts';
import { roleWithin } from './units.ts';

/** A head without a text of its own is a second head of a text whose log-odds exceed this: kickers stand apart at times. */
const SECOND_HEAD = 0.5;

/** What became of a head. */
export interface HeadFate {
  readonly head: Unit;
  /** Article number; the chain's, or a number of its own. */
  readonly article: number;
  readonly crosshead: boolean;
}

/** The fates of all heads of the page; texts are articles `firstArticle + chain`. */
export function headFates(reading: PageReading, firstArticle: number): HeadFate[] {
  const { units, chains, heads, chainOfHead, headOdds } = reading;
  const chainOfUnit = new Int32Array(units.length).fill(-1);
  chains.forEach((chain, c) => {
    for (const unit of chain.units) chainOfUnit[unit.index] = c;
  });
  let next = firstArticle + chains.length;
  return heads.map((head, h) => {
    const own = chainOfHead[h] as number;
    if (own >= 0) return { head, article: firstArticle + own, crosshead: false };
    const around = crossed(head, units, chainOfUnit);
    if (around >= 0) return { head, article: firstArticle + around, crosshead: true };
    let best = -1;
    for (let c = 0; c < chains.length; c++)
      if (best < 0 || (headOdds[h * chains.length + c] as number) > (headOdds[h * chains.length + best] as number))
        best = c;
    if (best >= 0 && (headOdds[h * chains.length + best] as number) > SECOND_HEAD)
      return { head, article: firstArticle + best, crosshead: false };
    return { head, article: next++, crosshead: false };
  });
}

/** The chain whose text stands directly before and directly after the head; -1 when there is none. */
function crossed(head: Unit, units: readonly Unit[], chainOfUnit: Int32Array): number {
  let after = head.index + 1;
  while (units[after]?.kind === 'head') after++;
  let before = head.index - 1;
  while (units[before]?.kind === 'head') before--;
  const a = chainOfUnit[before] ?? -1;
  const b = chainOfUnit[after] ?? -1;
  return a >= 0 && a === b && units[before]?.kind === 'text' && units[after]?.kind === 'text' ? a : -1;
}

/** Owners of the lines of the page, written to `owners`; returns the first free article number. */
export function ownLines(
  { sheet, odds, fields }: { readonly sheet: Sheet; readonly odds: RoleOdds; readonly fields: Forest },
  reading: PageReading,
  firstArticle: number,
  owners: LineOwner[],
): number {
  reading.chains.forEach((chain, c) => {
    chain.units.forEach((unit, order) => {
      for (let i = unit.from; i < unit.to; i++)
        owners[i] = { article: firstArticle + c, role: textRole(sheet, odds, unit, i), order };
    });
  });
  reading.captions.forEach((unit, s) => {
    const article = firstArticle + (reading.chainOfCaption[s] as number);
    for (let i = unit.from; i < unit.to; i++)
      owners[i] = { article, role: textRole(sheet, odds, unit, i), order: AFTER_TEXT + unit.index };
  });
  let free = firstArticle + reading.chains.length;
  const headLines = new Map<number, number[]>();
  for (const { head, article, crosshead } of headFates(reading, firstArticle)) {
    free = Math.max(free, article + 1);
    if (article >= firstArticle + reading.chains.length && isColumnTitle(sheet, head)) {
      owners[head.from] = { article: -1, role: 'section', order: 0 };
      continue;
    }
    const lines = headLines.get(article) ?? [];
    for (let i = head.from; i < head.to; i++)
      if (crosshead) owners[i] = { article, role: 'body', order: orderOf(reading, article - firstArticle, head) };
      else lines.push(i);
    if (!crosshead) headLines.set(article, lines);
  }
  for (const [article, lines] of headLines)
    fieldsOf(sheet, odds, lines, fields).forEach((role, n) => {
      owners[lines[n] as number] = { article, role, order: 0 };
    });
  for (const unit of reading.units)
    if (unit.kind === 'out')
      for (let i = unit.from; i < unit.to; i++)
        owners[i] = { article: -1, role: outsideRole(sheet, odds, i), order: 0 };
  return free;
}

/** Longest column title, em: 雷锋就在身边, BUSINESS DIGEST. */
const COLUMN_TITLE_EM = 9;

/** A short line set as a head for which the page has no text: a column title (栏目) over what stands elsewhere. */
const isColumnTitle = (sheet: Sheet, head: Unit): boolean =>
  head.to - head.from === 1 &&
  (sheet.lines[head.from]?.width ?? 0) <= COLUMN_TITLE_EM &&
  sheet.traits[head.from]?.pauses === 0;

/** Captions are read after all text units of their article. */
const AFTER_TEXT = 1_000_000;

function textRole(sheet: Sheet, odds: RoleOdds, unit: Unit, i: number): 'body' | 'caption' | 'byline' {
  if (unit.satellite && (sheet.traits[i]?.signs.photo?.weight ?? 0) >= 0.9) return 'byline';
  const role = roleWithin(odds, i, 'text');
  if (role === 'byline') return role;
  return role === 'caption' || unit.satellite ? 'caption' : 'body';
}

/** The place in reading order of the unit before a crosshead. */
function orderOf(reading: PageReading, chain: number, head: Unit): number {
  let order = 0;
  reading.chains[chain]?.units.forEach((unit, k) => {
    if (unit.index < head.index) order = k;
  });
  return order;
}

function outsideRole(sheet: Sheet, odds: RoleOdds, i: number): OutsideRole {
  if ((sheet.traits[i]?.signs.jump?.weight ?? 0) >= 0.9) return 'jump';
  const role = roleWithin(odds, i, 'out');
  return role === 'section' || role === 'ad' ? role : 'furniture';
}
