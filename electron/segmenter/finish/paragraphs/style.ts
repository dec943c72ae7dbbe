/** How an issue shows its paragraphs, told from the places that leave no doubt. */
import type { Features } from './features.ts';

export interface Style {
  /** A blank line between lines that otherwise stand tight means a paragraph. */
  readonly gaps: boolean;
  /** The first line is indented, and the text kept the indent. */
  readonly indents: boolean;
  /** Over all articles of the issue. */
  readonly ends: LineCounts;
}

/** Fewer places tell nothing. */
const ENOUGH = 4;
/** Share of the places that must agree. */
const AGREE = 0.6;

/** The style of the text that the seams come from. */
export function styleOf(seams: readonly Features[]): Style {
  let gaps = 0;
  let gapsAtEnds = 0;
  let clear = 0;
  let clearAtGaps = 0;
  let indented = 0;
  for (const f of seams) {
    if (f.gap) {
      gaps++;
      if (f.end > 0 || f.room > 1) gapsAtEnds++;
    }
    if (f.end === 1 && f.room > 1 && !f.runsOn) {
      clear++;
      if (f.gap) clearAtGaps++;
      if (f.indent >= 0.9) indented++;
    }
  }
  return {
    // A few blank lines within a text that has none elsewhere are those of the extraction.
    gaps: gaps >= ENOUGH && gapsAtEnds / gaps >= AGREE && clearAtGaps * 2 >= clear,
    indents: clear >= ENOUGH && indented / clear >= AGREE,
    ends: countEnds(seams),
  };
}

/** Last lines of paragraphs, and lines that end a sentence and fill their measure. */
export interface LineCounts {
  readonly short: number;
  readonly full: number;
}

export function countEnds(seams: readonly Features[]): LineCounts {
  let short = 0;
  let full = 0;
  for (const f of seams) {
    if (f.end < 1 || f.runsOn) continue;
    if (f.room > 0.3) short++;
    else full++;
  }
  return { short, full };
}

/** Of a hundred short last lines there are about half as many that fill the measure. */
const SHARE_FULL = 0.5;
/** How many full lines of the issue weigh as much as the article's own. */
const ISSUE_WEIGHT = 6;

/**
 * How likely a line that ends a sentence and fills its measure ends a paragraph, in this article of this issue. Last
 * lines are short three times of four; so text with many short last lines has some that fill the measure, and text
 * with few short ones (long paragraphs) hardly any.
 */
export function fullLinePrior(article: LineCounts, issue: LineCounts): number {
  const usual = share(SHARE_FULL * issue.short + 1.2, issue.full + 0.8);
  return share(SHARE_FULL * article.short + ISSUE_WEIGHT * usual, article.full + ISSUE_WEIGHT);
}

const share = (breaks: number, lines: number): number => Math.min(0.95, Math.max(0.05, breaks / lines));
