/**
 * Errors of one kind: where else the same raw piece stands that a correction made read otherwise.
 *
 *     他靠自[己→已]的…     the correction
 *     …自己的双手           like it: one neighbour is the same
 *     …记者己走访           the same piece elsewhere, to be looked at
 *
 * In text set with spaces the piece is the whole word.
 */
import { correctionsIn, homeOf, isInsertion } from '../model/corrections.ts';
import { ownerAt, ownersOf } from '../model/owners.ts';
import type { Correction, Issue, Review } from '../model/review.ts';
import { isCjk } from '../model/scripts.ts';
import { NO_JOIN } from '../reading/reading.ts';
import type { Match } from './matches.ts';

/** The raw piece and what it shall read. */
export interface Pair {
  readonly raw: string;
  readonly text: string;
  /** What stands before and after it where it was corrected; '' at a line's end. */
  readonly before: string;
  readonly after: string;
  /** A whole word: parts of longer words are others. */
  readonly isWord: boolean;
}

const LETTER = /[\p{L}\p{N}\p{M}]/u;

/** A character of a word in a script that is set with spaces. */
const inWord = (character: string): boolean => LETTER.test(character) && !isCjk(character);

/** The pair that a correction makes; null where it can't happen elsewhere (a join of lines, a new paragraph). */
export function pairOf(issue: Issue, { span, side, text }: Correction): Pair | null {
  if (text.includes(NO_JOIN) || text.includes('\n')) return null;
  const raw = issue.text;
  let { from, to } = span;
  if (isInsertion(span)) {
    // What was put in belongs to a character, and can be looked for with it only.
    const home = homeOf(span, side);
    from = Math.min(from, home);
    to = Math.max(to, home + 1);
  }
  const touchesWord = inWord(raw.slice(from, to)) || inWord(text);
  if (touchesWord) {
    while (from > 0 && inWord(raw.charAt(from - 1))) from--;
    while (to < raw.length && inWord(raw.charAt(to))) to++;
  }
  const piece = raw.slice(from, to);
  if (piece === '' || piece.includes('\n')) return null;
  return {
    raw: piece,
    text: raw.slice(from, span.from) + text + raw.slice(span.to, to),
    before: neighbour(raw, from, -1),
    after: neighbour(raw, to, 1),
    isWord: touchesWord,
  };
}

/** The character beside a place on its line. */
function neighbour(raw: string, at: number, way: 1 | -1): string {
  const character = way === 1 ? raw.charAt(at) : raw.charAt(at - 1);
  return character === '\n' ? '' : character;
}

export interface Series {
  /** Places in the raw text, as hits of `[issue.text]`. */
  readonly hits: readonly Match[];
  /** Those that stand in like context. */
  readonly like: ReadonlySet<Match>;
  readonly isCut: boolean;
}

/** Where else in the articles the pair's piece stands and reads as printed; at most `most` places. */
export function seriesOf(issue: Issue, review: Review, pair: Pair, most: number): Series {
  const hits: Match[] = [];
  const like = new Set<Match>();
  const { text } = issue;
  const owners = ownersOf(review);
  const step = Math.max(pair.raw.length, 1);
  for (let at = text.indexOf(pair.raw); at >= 0; at = text.indexOf(pair.raw, at + step)) {
    const to = at + pair.raw.length;
    if (pair.isWord && (inWord(text.charAt(at - 1)) || inWord(text.charAt(to)))) continue;
    if (ownerAt(owners, at)?.article == null || correctionsIn(review.corrections, { from: at, to }).length > 0)
      continue;
    if (hits.length >= most) return { hits, like, isCut: true };
    const hit: Match = { text: 0, from: at, to, instead: pair.text };
    hits.push(hit);
    if (isLike(text, hit, pair)) like.add(hit);
  }
  return { hits, like, isCut: false };
}

function isLike(text: string, { from, to }: Match, { before, after, isWord }: Pair): boolean {
  if (isWord) return true;
  const [own, other] = [neighbour(text, from, -1), neighbour(text, to, 1)];
  return (before !== '' && own === before) || (after !== '' && other === after);
}
