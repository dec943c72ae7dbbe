/** Whether a paragraph begins between two printed lines of one column. */
import type { Features } from './features.ts';
import type { Style } from './style.ts';

/** What is known of the text round the seam beside the two lines. */
export interface Context {
  readonly style: Style;
  /** `fullLinePrior` of the article. */
  readonly prior: number;
  /** The first of the two lines begins a paragraph itself. */
  readonly firstOpens: boolean;
  /** The first line has no comma or stop: it may be a crosshead. */
  readonly firstIsBare: boolean;
  /** The first line is bare and goes on one that opens and is bare too: the second line of a crosshead. */
  readonly firstIsTail: boolean;
  /** The second line is all in brackets: （赵秉昌）. */
  readonly nextIsAside: boolean;
  /** The second line is wider than the first by more than an em, or spread. */
  readonly nextIsWider: boolean;
  /** The second line ends a sentence. */
  readonly nextEnds: boolean;
  /** The second line has figures or Latin letters. */
  readonly nextHasHalf: boolean;
  /** The second line begins with a word that often opens paragraphs. */
  readonly nextIsUsual: boolean;
  /** The second line begins with a capital letter, a quotation mark or a figure, or is Chinese. */
  readonly nextOpens: boolean;
}

/** What says that a paragraph begins: ids of evidence. */
export type BreakReason =
  | 'runs-on'
  | 'gap'
  | 'indent'
  | 'short-line'
  | 'narrow-line'
  | 'full-line'
  | 'crosshead'
  | 'list'
  | 'open-sentence';

export interface Verdict {
  /** Probability that a paragraph begins at the second line. */
  readonly probability: number;
  readonly reason: BreakReason;
}

/** Chinese paragraphs begin two em in, nearly everywhere. em */
const CJK_INDENT_EM = 2;
/** A line this much short of what it needs was left short on purpose. em */
export const SHORT_EM = 0.45;
/** First lines lack an indent of two em, measured with an error of a half. em, as room: the slack less one em. */
const NARROW_FROM = 0.35;
const NARROW_TO = 2.3;

/** Whether a Chinese line with this room (em) is as narrow as first lines are. */
export const isNarrow = (room: number): boolean => room >= NARROW_FROM && room <= NARROW_TO;

/** Room of a line that is wider than its column. em */
const OVERWIDE_EM = -1.9;

const verdict = (probability: number, reason: BreakReason): Verdict => ({ probability, reason });

export function breakAt(f: Features, c: Context): Verdict {
  if (c.style.gaps) return withGaps(f, c);
  if (f.runsOn && !f.list) return verdict(0.01, 'runs-on');
  if (c.style.indents && f.indent >= 0.9) return verdict(f.end === 1 ? 0.99 : f.carriesOn ? 0.2 : 0.8, 'indent');
  if (f.gap && f.end === 1) return verdict(0.98, 'gap');
  const plain = f.cjk ? chinese(f, c) : western(f, c);
  if (f.list && f.end > 0) return verdict(Math.max(plain.probability, 0.85), 'list');
  // Where indents are kept, a line without one opens nothing, unless the line before it is clearly a last line.
  return c.style.indents && plain.reason !== 'short-line' ? verdict(plain.probability * 0.3, 'open-sentence') : plain;
}

/**
 * Text whose paragraphs stand apart (the blocks of a scanned page): a blank line ends a paragraph, unless a column ends
 * there, and lines without one between them run on. Where short paragraphs follow one another most lines have one.
 */
function withGaps(f: Features, c: Context): Verdict {
  if (f.blank && (f.end > 0 || f.room > 3)) return verdict(0.95, 'gap');
  if (f.runsOn && !f.list) return verdict(0.02, 'runs-on');
  if (f.gap) return verdict(f.carriesOn ? 0.35 : 0.9, 'gap');
  if (f.blank) return verdict(0.15, 'gap');
  if (f.end === 1 && f.list) return verdict(0.7, 'list');
  if (f.end === 1 && f.room > SHORT_EM) return verdict(0.3, 'short-line');
  return verdict(c.nextOpens ? 0.04 : 0.01, 'open-sentence');
}

/**
 *     …为建设美丽幸福吕梁贡献巾帼力量。      short and ends: a paragraph ends
 *     围绕学习宣传贯彻党的二十大精神，持      two em narrower than the lines after it: one begins
 *     A级车市场份额激增                    short and open, between paragraphs: a crosshead
 */
function chinese(f: Features, c: Context): Verdict {
  // A first line is narrower by its indent: that is no room.
  const room = c.firstOpens && f.room <= NARROW_TO ? f.room - CJK_INDENT_EM : f.room;
  const short = room > SHORT_EM;
  const narrow = isNarrow(f.nextRoom);
  if (f.end === 1) {
    if (c.nextIsAside) return verdict(0.2, 'full-line');
    if (short) return verdict(0.97, 'short-line');
    if (f.spread) return verdict(narrow ? 0.45 : 0.1, 'open-sentence');
    if (narrow) return verdict(0.92, 'narrow-line');
    // Wider than its column: a short last line was run together with the line before it.
    if (f.room < OVERWIDE_EM) return verdict(odds(0.38, c.nextIsUsual ? 3 : 0.8), 'full-line');
    if (f.nextRoom > NARROW_TO) return c.nextEnds ? verdict(0.3, 'full-line') : verdict(0.75, 'crosshead');
    return verdict(odds(narrowOdds(f.nextRoom, c.nextHasHalf), c.nextIsUsual ? 3 : 0.9), 'full-line');
  }
  if (f.spread || f.carriesOn) return verdict(0.02, 'open-sentence');
  if (f.end === 0.5)
    return short && f.room > 1.4 ? verdict(0.85, 'short-line') : verdict(narrow ? 0.4 : 0.08, 'open-sentence');
  if (narrow && c.firstOpens && c.firstIsBare && f.room > 1.4)
    return verdict(short ? 0.95 : odds(0.42, c.nextIsUsual ? 2 : 0.9), 'crosshead');
  if (narrow && f.room > 3) return verdict(c.firstIsBare ? 0.75 : 0.55, 'crosshead');
  const leads = c.nextIsWider && (f.nextRoom > -2.5 || f.nextRoom === Number.NEGATIVE_INFINITY);
  if (c.firstOpens && c.firstIsBare && leads && f.room > CJK_INDENT_EM + 1.4) return verdict(0.7, 'crosshead');
  if (c.firstIsTail && leads && f.room > CJK_INDENT_EM + 1.4) return verdict(0.75, 'crosshead');
  return verdict(0.02, 'open-sentence');
}

/**
 * How likely a line is a first line, when its room does not tell clearly. Figures and foreign words are set wider than a
 * half of an em, so a line that has some may lack its indent and seem to lack less.
 */
function narrowOdds(room: number, hasHalf: boolean): number {
  if (room === Number.NEGATIVE_INFINITY) return 0.4;
  if (room > -0.06) return hasHalf ? 0.62 : 0.3;
  return room > -0.36 ? 0.36 : 0.1;
}

function western(f: Features, c: Context): Verdict {
  if (f.end === 1) {
    if (!c.nextOpens) return verdict(0.05, 'runs-on');
    if (f.room > SHORT_EM) return verdict(0.97, 'short-line');
    const narrow = f.nextRoom > -0.5 && f.nextRoom < 1.5;
    return narrow ? verdict(odds(c.prior, 6), 'narrow-line') : verdict(c.prior, 'full-line');
  }
  if (f.carriesOn || !c.nextOpens) return verdict(0.02, 'open-sentence');
  if (f.end === 0.5) return f.room > SHORT_EM ? verdict(0.9, 'short-line') : verdict(0.25 * c.prior, 'full-line');
  if (c.firstOpens && c.firstIsBare && f.room > 3) return verdict(0.7, 'crosshead');
  return verdict(0.03, 'open-sentence');
}

/** `probability` with its odds multiplied by `factor`. */
const odds = (probability: number, factor: number): number => {
  const o = (probability / (1 - probability)) * factor;
  return o / (1 + o);
};
