/** Where the text is cut for reading: at form feeds, and long stretches without one in windows. */
import { WINDOW_LINES } from '../constants.ts';
import type { Sheet } from '../lines/sheet.ts';
import { kindOdds, type RoleOdds } from '../roles/roles.ts';

/** Lines `[from, to)`, indices into the sheet. */
export interface Window {
  readonly from: number;
  readonly to: number;
}

export function windowsOf(sheet: Sheet, odds: RoleOdds): Window[] {
  const windows: Window[] = [];
  for (let from = 0; from < sheet.lines.length; ) {
    const pageTo = sheet.pageTo[from] as number;
    const to = pageTo - from <= WINDOW_LINES ? pageTo : cutAt(sheet, odds, from);
    windows.push({ from, to });
    from = to;
  }
  return windows;
}

/** In the last third of a full window, the line before which an article begins most clearly: a head after text. */
function cutAt(sheet: Sheet, odds: RoleOdds, from: number): number {
  const end = from + WINDOW_LINES;
  let best = end;
  let most = 0;
  for (let i = from + Math.floor((WINDOW_LINES * 2) / 3); i < end; i++) {
    const stop = sheet.traits[i - 1]?.ending === 'stop' ? 1 : 0.5;
    const clear = kindOdds(odds, i, 'head') * kindOdds(odds, i - 1, 'text') * stop;
    if (clear > most) {
      most = clear;
      best = i;
    }
  }
  return best;
}
