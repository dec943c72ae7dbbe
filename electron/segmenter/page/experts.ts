/**
 * Which models read an issue. Old scans are not like pages of today: their text comes in blocks, in
 * reading order, each head before its text, and what is a head is a short block:
 *
 *     (blank)
 *     NOUVELLES DE LIÈGE
 *     (blank)
 *     Liège, 3 mars.
 *     Le conseil a voté hier soir les crédits du nou-
 *     veau pont ...
 *
 * In extracted pages blank lines stand anywhere and heads after their texts. One model of both learned neither well.
 * English is of both kinds; how badly it was read tells them apart.
 */
import type { Sheet } from '../lines/sheet.ts';
import { misreadShare } from './misread.ts';
import type { Experts, Models } from './models.ts';

/** Lines that a block has on average where blank lines part blocks, at least: half of the blocks are heads. */
const BLOCK_LINES = 4;
/** Share of the blocks that may begin in mid-sentence: where a column ends. */
const TORN_SHARE = 0.2;

/** Whether blank lines part blocks, not lines. */
export function inBlocks(sheet: Sheet): boolean {
  let blocks = 0;
  let torn = 0;
  let pages = 0;
  for (let i = 0; i < sheet.lines.length; i = sheet.blockTo[i] as number) {
    blocks++;
    if (sheet.pageFrom[i] === i) pages++;
    else if (sheet.traits[i - 1]?.ending === 'open' && sheet.traits[i]?.beginning === 'small') torn++;
  }
  return blocks > 4 * pages && sheet.lines.length >= BLOCK_LINES * blocks && torn <= TORN_SHARE * blocks;
}

/** The share of misread words (`misread.ts`) from which English text is an old scan. */
const MISREAD_SHARE = 0.025;

/** What the press models were fitted on: Chinese, and English that is well read. */
function isOfPress(sheet: Sheet): boolean {
  let chinese = 0;
  let english = 0;
  for (const { language } of sheet.tables) {
    if (language === 'zh') chinese++;
    else if (language === 'en') english++;
  }
  const half = sheet.lines.length / 2;
  if (chinese + english < half) return false;
  return chinese > english || misreadShare(sheet.lines) < MISREAD_SHARE;
}

export const modelsFor = (sheet: Sheet, experts: Experts): Models =>
  inBlocks(sheet) && !isOfPress(sheet) ? experts.scans : experts.press;
