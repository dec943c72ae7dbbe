/** What is asked of a text: does it do without a head? Briefs in a row, photo stories and texts that lost theirs do. */
import { oddsOf } from '../roles/roles.ts';
import type { Chain, HeadContext } from './head-features.ts';
import type { Unit } from './units.ts';

export const ALONE_FEATURES: readonly string[] = [
  'lines',
  'units',
  'opener',
  'soft opener',
  'bullet',
  'closer',
  'photo',
  'caption',
  'byline first',
  'head before',
  'head after',
  'heads less texts',
  'heads/texts',
  'texts in row',
  'closers near',
  'bullets near',
  'ends stop',
  'section before',
  'first small',
  'a run-in head',
  'cjk',
];

/** The row of `chain` on a page with so many heads and chains, written to `row`. */
export function aloneRow(context: HeadContext, chain: Chain, heads: number, chains: number, row: Float32Array): void {
  const { sheet, odds, units } = context;
  const first = chain.units[0] as Unit;
  const last = chain.units.at(-1) as Unit;
  const signs = sheet.traits[first.from]?.signs ?? {};
  const ends = sheet.traits[last.to - 1];
  let lines = 0;
  let caption = 0;
  for (const unit of chain.units)
    for (let i = unit.from; i < unit.to; i++) {
      lines++;
      caption += oddsOf(odds, i, 'caption');
    }
  let texts = 0;
  for (let i = first.index - 1; i >= 0 && units[i]?.kind !== 'head'; i--) if (units[i]?.kind === 'text') texts++;
  for (let i = last.index + 1; i < units.length && units[i]?.kind !== 'head'; i++)
    if (units[i]?.kind === 'text') texts++;
  const before = units[first.index - 1];
  const values = [
    Math.min(60, lines),
    Math.min(6, chain.units.length),
    signs.opener?.weight ?? 0,
    signs.softOpener?.weight ?? 0,
    signs.bullet?.weight ?? 0,
    ends?.signs.closer?.weight ?? 0,
    ends?.signs.photo?.weight ?? 0,
    caption / Math.max(1, lines),
    oddsOf(odds, first.from, 'byline'),
    before?.kind === 'head' ? 1 : 0,
    units[last.index + 1]?.kind === 'head' ? 1 : 0,
    Math.max(-6, Math.min(6, heads - chains)),
    Math.min(3, heads / Math.max(1, chains)),
    Math.min(8, texts),
    signsNear(context, chain, 'closer'),
    signsNear(context, chain, 'bullet'),
    ends?.ending === 'stop' ? 1 : 0,
    before?.kind === 'out' ? oddsOf(odds, before.to - 1, 'section') : 0,
    sheet.traits[first.from]?.beginning === 'small' ? 1 : 0,
    sheet.traits[first.from]?.capitals ?? 0,
    sheet.lines[first.from]?.cjk ? 1 : 0,
  ];
  row.set(values);
}

/** Text units next to the chain, up to four on each side, whose last line is signed or whose first line is an item. */
function signsNear({ sheet, units }: HeadContext, chain: Chain, sign: 'closer' | 'bullet'): number {
  let n = 0;
  let seen = 0;
  const look = (unit: Unit | undefined): void => {
    if (unit?.kind !== 'text') return;
    seen++;
    const line = sign === 'closer' ? unit.to - 1 : unit.from;
    if ((sheet.traits[line]?.signs[sign]?.weight ?? 0) >= 0.7) n++;
  };
  for (let i = 1; i <= 6 && seen < 4; i++) look(units[chain.top.index - i]);
  seen = 0;
  for (let i = 1; i <= 6 && seen < 4; i++) look(units[chain.bottom.index + i]);
  return n;
}
