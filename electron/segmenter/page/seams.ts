/** Log-odds that another article begins, at every seam between two lines of one kind. */
import { SEAM_FEATURES, type SeamContext, seamRow } from '../cuts/features.ts';
import { HeadTargets } from '../cuts/targets.ts';
import { WantedHeads } from '../cuts/wanted.ts';
import { askedOf, type Forest, scoreRow } from '../learned/trees.ts';
import type { Sheet } from '../lines/sheet.ts';
import type { Kind, RoleOdds } from '../roles/roles.ts';

/** Where no seam is asked about: never cut. */
const NO_CUT = -9;

/** All that is asked at seams of an issue whose lines are of these kinds. */
export const seamContext = (sheet: Sheet, odds: RoleOdds, kinds: readonly Kind[]): SeamContext => ({
  sheet,
  odds,
  kinds,
  targets: new HeadTargets(sheet, kinds),
  wanted: new WantedHeads(sheet, kinds),
});

/** `cuts[i]`: log-odds of a cut before line `i` of the issue. Asked between lines of one page and one kind, head or text. */
export function cutsOf(
  context: SeamContext,
  forests: { readonly text: Forest; readonly head: Forest },
  tick: () => void = () => {},
): Float32Array {
  const { sheet, kinds } = context;
  const cuts = new Float32Array(kinds.length).fill(NO_CUT);
  const row = new Float32Array(SEAM_FEATURES.length);
  for (let i = 1; i < kinds.length; i++) {
    if (i % 200 === 0) tick();
    const kind = kinds[i];
    if (kind === undefined || kind === 'out' || kind !== kinds[i - 1] || sheet.pageFrom[i] === i) continue;
    seamRow(context, i, row, 0, askedOf(forests[kind]));
    scoreRow(forests[kind], row, 0, cuts, i);
  }
  return cuts;
}
