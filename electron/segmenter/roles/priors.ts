/**
 * What is true of newspapers in general and too rare in the corpora for a model to learn: added to the log-odds of a
 * line's roles before they become probabilities.
 */
import type { Sign } from '../languages/page-table.ts';
import type { SignWeights } from '../lines/signs.ts';
import type { LineRole } from './roles.ts';

/**
 * Leaders, as an index, a table of results or a price list is set with; a number or little more at the end.
 *
 *     Bridge......................................2C
 *     Boston ............... 77
 */
const LEADERS = /(?:[.·‥…] ?){5}\s*\S{0,12}$/u;

/**
 * Numbers alone, also misread ones (`1o8`): cells of a table, folios.
 *
 *     115
 *     1o6
 */
const NUMBER = /^[\s\p{P}\p{S}]*(?:[\doOlI]{1,4}[\s\p{P}\p{S}]*){1,4}$/u;
const DIGIT = /\d/;
/** UTF-16 units of such a line at most. */
const SHORT = 12;

const LEADERS_TO_FURNITURE = 4;
const NUMBER_TO_FURNITURE = 2;

/** Signs that leave no doubt from this weight on, the role they mean, and the log-odds to add to its score. */
const CERTAIN: readonly {
  readonly sign: Sign;
  readonly weight: number;
  readonly role: LineRole;
  readonly odds: number;
}[] = [
  // 责任编辑 萧勇佳 版式 蔡波 校对 阎波
  { sign: 'furniture', weight: 1, role: 'furniture', odds: 5 },
  // （下转第 6 版）, Continued from Page 1
  { sign: 'jump', weight: 0.9, role: 'furniture', odds: 5 },
  // 遗失声明, LEGAL NOTICE
  { sign: 'ad', weight: 0.8, role: 'ad', odds: 4 },
  // 本报讯（记者 王慧） 近日，记者从…
  { sign: 'opener', weight: 1, role: 'body', odds: 3 },
  // 本报记者 孙丽　摄
  { sign: 'photo', weight: 1, role: 'byline', odds: 4 },
];

/** Log-odds to add to the score of the role for the signs of line `i`. */
export function signPrior(signs: SignWeights, i: number, role: LineRole): number {
  let sum = 0;
  for (const certain of CERTAIN)
    if (certain.role === role && signs.of(i, certain.sign) >= certain.weight) sum += certain.odds;
  return sum;
}

/** Log-odds to add to the score that a line with this text, without blanks at its ends, is furniture. */
export function furniturePrior(text: string): number {
  if (LEADERS.test(text)) return LEADERS_TO_FURNITURE;
  return text.length <= SHORT && DIGIT.test(text) && NUMBER.test(text) ? NUMBER_TO_FURNITURE : 0;
}
