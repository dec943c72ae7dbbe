/**
 * What is true of newspapers in general and too rare in the corpora for a model to learn: added to the log-odds of a
 * line's roles before they become probabilities.
 */

/**
 * Leaders, as an index, a table of results or a price list is set with; a number or little more at the end.
 *
 *     Bridge......................................2C
 *     Boston ............... 77
 */
const LEADERS = /(?:[.·‥…] ?){5,}\s*\S{0,12}\s*$/u;

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

/** Log-odds to add to the score that a line with this text is furniture. */
export function furniturePrior(text: string): number {
  if (LEADERS.test(text)) return LEADERS_TO_FURNITURE;
  return text.length <= SHORT && DIGIT.test(text) && NUMBER.test(text) ? NUMBER_TO_FURNITURE : 0;
}
