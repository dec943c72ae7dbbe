/** Numbers of the segmenter, with names and reasons. Lengths are in em: the width of one full-width character. */

/** Width of a half-width character. Latin type is nearer to 0.5 than to any other simple figure; only ratios are used. */
export const HALF_WIDTH_EM = 0.5;

/** A line whose CJK characters stand apart by blanks in more than this share of gaps is letter-spaced (justified). */
export const LETTER_SPACED_SHARE = 0.5;
/** Fewer CJK gaps than this tell nothing: 王 雅 is a name, not a letter-spaced line. */
export const LETTER_SPACED_GAPS = 3;

/** Lines looked at on each side for the measure: enough to see past a paragraph's last line, too few to see another column. */
export const MEASURE_REACH = 6;
/** Lines on each side of which the middle width is taken: more than half of them are text even beside a head of several lines. */
export const MIDDLE_REACH = 8;

/** A page is read in windows of this many lines when nothing else cuts the text (model.md: about 400 blocks). */
export const WINDOW_LINES = 600;

/**
 * Log-odds above which a seam is cut before linking. Below even: a cut that was wrong is healed by a link, a cut that is
 * missing can't be made good. Text at -4 has one true cut of ten more, but loses as much to units that find no link. Heads
 * are few, and the texts that want them say what the seam does not.
 */
export const OVER_CUT = { text: -2, head: -4.2 };
