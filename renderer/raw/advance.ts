/** How wide characters are, in em, so that rows can be cut without measuring each. */

/** Advances of the pane's font in em, measured once: of `0` and of `中`. */
export interface Advances {
  readonly latin: number;
  readonly wide: number;
}

/** What a font with half-width Latin has; also where nothing can be measured. */
export const HALF_AND_FULL: Advances = { latin: 0.5, wide: 1 };

/** Columns from one tab stop to the next. */
export const TAB_COLUMNS = 8;

/** Letters of alphabets that a text font sets wider than Latin, in Latin advances; a generous bound. */
const LOOSE = 1.3;

/** First code of the scripts that are set in full width: Hangul jamo, then CJK and all that follows. */
const FIRST_WIDE = 0x1100;
const isLowSurrogate = (code: number) => code >= 0xdc00 && code <= 0xdfff;

/**
 * The advance of a UTF-16 unit in em. Never less than what the font takes, so that no row is cut too late; the second
 * half of a surrogate pair takes nothing.
 */
export function advanceOf(code: number, { latin, wide }: Advances): number {
  if (code < 0x250) return code < 0x20 ? wide : latin;
  if (code < FIRST_WIDE) return latin * LOOSE;
  return isLowSurrogate(code) ? 0 : wide;
}

/** Measures the advances of the font that `element` has. */
export function measureAdvances(element: Element): Advances {
  const { fontSize, fontFamily } = getComputedStyle(element);
  const context = document.createElement('canvas').getContext('2d');
  const size = Number.parseFloat(fontSize);
  if (!context || !(size > 0)) return HALF_AND_FULL;
  context.font = `${fontSize} ${fontFamily}`;
  return { latin: context.measureText('0').width / size, wide: Math.max(1, context.measureText('中').width / size) };
}
