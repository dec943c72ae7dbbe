/** Corrections: what a span reads instead. Kept minimal, apart from one another, within one run and one line. */
import { skipBlanks } from '../model/blank.ts';
import { compareCorrections, firstCorrectionAt, homeOf, isInsertion, withCorrection } from '../model/corrections.ts';
import { findArticle, ownerAt, ownersOf } from '../model/owners.ts';
import { contains, type Offset, type Span } from '../model/position.ts';
import type { Article, ArticleId, Correction, Issue, Review, Side } from '../model/review.ts';
import { isParagraphRole, isSameField } from '../model/roles.ts';
import { insideCharacter } from '../model/scripts.ts';
import { has, withOffset, withoutOffset, withoutRange } from '../model/sorted.ts';
import type { Edit, Refusal } from './edit.ts';
import { cutRefusal } from './normal.ts';
import { touched, withArticle } from './pieces.ts';

type Of<K extends Edit['kind']> = Extract<Edit, { kind: K }>;
type Changed = Review | Refusal;

/** Who made a correction that does not say so. */
const EDITOR = 'editor';

export function correct(issue: Issue, review: Review, edit: Of<'correct'>): Changed {
  const found = examine(issue, review, edit);
  if (typeof found === 'string') return found;
  const { made, replaced } = found;
  const kept = replaced.length === 0 ? review.corrections : review.corrections.filter((c) => !replaced.includes(c));
  const corrections = made ? withCorrection(kept, made) : kept;
  // A paragraph can't begin inside a correction: what it replaced is gone, its own breaks are in its text.
  const breaks = made ? withoutRange(review.breaks, made.span.from + 1, made.span.to) : review.breaks;
  return touchOwner({ ...review, corrections, breaks }, found.article);
}

/** Cost grows with the corrections of the review and of the edit; one by one they would cost their product. */
export function correctAll(issue: Issue, review: Review, { corrections, by }: Of<'correctAll'>): Changed {
  const made: Correction[] = [];
  const gone = new Set<Correction>();
  const owners = new Set<ArticleId | null>();
  let before = -1;
  for (const one of corrections) {
    if (one.span.from <= before) return 'overlaps a correction';
    before = one.span.to;
    const found = examine(issue, review, { kind: 'correct', ...one, ...(by !== undefined && { by }) });
    if (typeof found === 'string') return found;
    if (found.made) made.push(found.made);
    for (const replaced of found.replaced) gone.add(replaced);
    owners.add(found.article);
  }
  const kept = gone.size === 0 ? review.corrections : review.corrections.filter((one) => !gone.has(one));
  const next: Review = {
    ...review,
    corrections: [...kept, ...made].sort(compareCorrections),
    breaks: outsideOf(review.breaks, made),
  };
  return touchOwners(next, owners);
}

/** The breaks that begin inside no correction. Both are sorted. */
function outsideOf(breaks: readonly Offset[], made: readonly Correction[]): readonly Offset[] {
  let i = 0;
  const left = breaks.filter((at) => {
    while ((made[i]?.span.to ?? Infinity) <= at) i++;
    const span = made[i]?.span;
    return !span || at <= span.from;
  });
  return left.length === breaks.length ? breaks : left;
}

interface Examined {
  /** Null: the raw text reads so by itself, and only what was corrected there goes. */
  readonly made: Correction | null;
  readonly replaced: readonly Correction[];
  readonly article: ArticleId | null;
}

/** What a correction would make of the review; or why it can't be. */
export function examine(issue: Issue, review: Review, edit: Of<'correct'>): Examined | Refusal {
  const { text } = issue;
  const { span } = edit;
  if (span.to > text.length) return 'span is outside the text';
  if (insideCharacter(text, span.from) || insideCharacter(text, span.to)) return 'cuts a character';
  if (text.slice(span.from, span.to).includes('\n')) return 'contains a line end';
  const side = isInsertion(span) ? sideOf(text, span.from, edit.side ?? 'before') : undefined;
  if (side === null) return 'span is blank';
  const home = homeOf(span, side);
  const owner = ownerAt(ownersOf(review), home);
  if (!owner || home < 0 || home >= text.length) return 'span is outside the text';
  if (!isInsertion(span) && !contains(owner, span)) return 'spans two owners';
  const first = Math.max(firstCorrectionAt(review.corrections, span.from) - 1, 0);
  const near = review.corrections.slice(first, firstCorrectionAt(review.corrections, span.to + 1));
  const replaced = near.filter((c) => isReplaced(c, span, side));
  if (near.some((c) => !replaced.includes(c) && overlapsStrictly(c.span, span))) return 'overlaps a correction';
  const made = minimal(text, { span, ...(side && { side }), text: edit.text, by: edit.by ?? EDITOR });
  if (!made && replaced.length === 0) return 'nothing to change';
  if (made && replaced.length === 1 && isSame(made, replaced[0])) return 'nothing to change';
  return { made, replaced, article: owner.article };
}

/** The side that an insertion at `at` has: never that of a line end, where its line has another character. */
function sideOf(text: string, at: Offset, wanted: Side): Side | null {
  const isText = { before: at > 0 && text[at - 1] !== '\n', after: at < text.length && text[at] !== '\n' };
  const other = wanted === 'before' ? 'after' : 'before';
  return isText[wanted] ? wanted : isText[other] ? other : null;
}

const isSame = (a: Correction, b: Correction | undefined) =>
  b !== undefined &&
  a.span.from === b.span.from &&
  a.span.to === b.span.to &&
  a.side === b.side &&
  a.text === b.text &&
  a.by === b.by;

/** Whether a new correction of `span` takes the place of `c`: it lies within, its character included. */
function isReplaced(c: Correction, span: Span, side: Side | undefined): boolean {
  if (isInsertion(span)) return isInsertion(c.span) && c.span.from === span.from && c.side === side;
  if (!contains(span, c.span)) return false;
  const home = homeOf(c.span, c.side);
  return span.from <= home && home < span.to;
}

/** Whether two spans share a character, or the one is an insertion inside the other. */
function overlapsStrictly(a: Span, b: Span): boolean {
  if (isInsertion(a) || isInsertion(b)) return (a.from < b.from && b.to < a.to) || (b.from < a.from && a.to < b.to);
  return a.from < b.to && b.from < a.to;
}

/** The correction without what it leaves as it is at both ends; null when it changes nothing. */
function minimal(text: string, c: Correction): Correction | null {
  const raw = text.slice(c.span.from, c.span.to);
  if (raw === c.text) return null;
  if (raw === '') return c;
  const most = Math.min(raw.length, c.text.length);
  let start = 0;
  while (start < most && raw[start] === c.text[start]) start++;
  if (insideCharacter(raw, start) || insideCharacter(c.text, start)) start--;
  let end = 0;
  while (end < most - start && raw.at(-1 - end) === c.text.at(-1 - end)) end++;
  if (insideCharacter(raw, raw.length - end) || insideCharacter(c.text, c.text.length - end)) end--;
  const span = { from: c.span.from + start, to: c.span.to - end };
  const side: Side = start > 0 ? 'before' : 'after';
  return { span, ...(isInsertion(span) && { side }), text: c.text.slice(start, c.text.length - end), by: c.by };
}

export function revert(review: Review, edit: Of<'revert'>): Changed {
  const { span, side } = edit;
  const found = review.corrections.find((c) => c.span.from === span.from && c.span.to === span.to && c.side === side);
  if (!found) return 'no such correction';
  const corrections = review.corrections.filter((c) => c !== found);
  const owner = ownerAt(ownersOf(review), Math.max(homeOf(span, side), 0));
  return touchOwner({ ...review, corrections }, owner?.article ?? null);
}

/** The same for many articles at once. */
function touchOwners(review: Review, ids: ReadonlySet<ArticleId | null>): Review {
  const isSettled = (article: Article) => ids.has(article.id) && touched(article) !== article;
  if (!review.articles.some(isSettled)) return review;
  return { ...review, articles: review.articles.map((one) => (isSettled(one) ? touched(one) : one)) };
}

/** The article whose text an edit changed is in review. */
function touchOwner(review: Review, id: string | null): Review {
  const article = id === null ? undefined : findArticle(review, id);
  return article && touched(article) !== article ? withArticle(review, touched(article)) : review;
}

export function breakParagraph(issue: Issue, review: Review, at: Offset): Changed {
  const place = skipBlanks(issue.text, at);
  const owner = ownerAt(ownersOf(review), place);
  if (!owner || place >= issue.text.length) return 'span is outside the text';
  if (owner.article === null || !isParagraphRole(owner.role)) return 'nothing to change';
  const cut = cutRefusal(issue, review, place);
  if (cut) return cut;
  const breaks = withOffset(review.breaks, place);
  const joins = withoutOffset(review.joins, place);
  if (breaks === review.breaks && joins === review.joins) return 'nothing to change';
  return touchOwner({ ...review, breaks, joins }, owner.article);
}

/** The paragraph that begins at `at` runs on from the one before it. */
export function joinParagraphs(issue: Issue, review: Review, at: Offset): Changed {
  const place = skipBlanks(issue.text, at);
  const owner = ownerAt(ownersOf(review), place);
  const article = owner?.article ? findArticle(review, owner.article) : undefined;
  if (!owner || !article) return 'nothing to change';
  const index = article.pieces.findIndex((piece) => piece.kind === 'run' && piece.from === place);
  if (index < 0) {
    if (!has(review.breaks, place)) return 'nothing to change';
    return touchOwner({ ...review, breaks: withoutOffset(review.breaks, place) }, article.id);
  }
  const before = article.pieces.slice(0, index).findLast((piece) => isSameField(piece.role, owner.role));
  if (before?.kind !== 'run' || !isParagraphRole(owner.role) || has(review.joins, place)) return 'nothing to change';
  const breaks = withoutOffset(review.breaks, place);
  return touchOwner({ ...review, breaks, joins: withOffset(review.joins, place) }, article.id);
}
