/** What editors think in, as spans: character, segment, line, block, run, article, page. Pure. */
import { isBlankCode, skipBlanks, trimBlanks } from '../../shared/model/blank.ts';
import { lineAt, lineText } from '../../shared/model/lines.ts';
import { findArticle, ownerAt, ownersOf, runsOf } from '../../shared/model/owners.ts';
import { lowerBound, type Offset, type Span } from '../../shared/model/position.ts';
import type { Issue, Review } from '../../shared/model/review.ts';
import { insideCharacter } from '../../shared/model/scripts.ts';
import type { Unit } from '../store/state.ts';

/** The text and who owns it. */
export interface Paper {
  readonly issue: Issue;
  readonly review: Review;
}

const FORM_FEED = '\f';
const MARK = /\p{M}/u;

/** Blank columns from which on a gap in a line is a gutter: narrower ones stand between words or title parts. */
const GUTTER = 3;
/** A full-width blank counts for two columns, a tab for a whole gutter. */
const columnsOf = (code: number): number => (code === 0x3000 ? 2 : code === 9 ? GUTTER : 1);

/** The non-blank text of the line that holds `at`; null on a blank line. */
export const lineOf = ({ issue }: Paper, at: Offset): Span | null =>
  lineText(issue.text, issue.lines, lineAt(issue.lines, at));

/** The parts of a line between wide gaps, left to right: text laid out in columns. */
export function segmentsOf({ issue }: Paper, line: Span): readonly Span[] {
  const { text } = issue;
  const segments: Span[] = [];
  let from = line.from;
  let at = from;
  while (at < line.to) {
    if (!isBlankCode(text.charCodeAt(at))) {
      at++;
      continue;
    }
    const next = skipBlanks(text, at, line.to);
    let columns = 0;
    for (let i = at; i < next; i++) columns += columnsOf(text.charCodeAt(i));
    if (columns >= GUTTER) {
      segments.push({ from, to: at });
      from = next;
    }
    at = next;
  }
  segments.push({ from, to: line.to });
  return segments;
}

/** The character at `at`, with the marks that stand on it and never half of a pair. */
export function characterSpan({ issue }: Paper, at: Offset): Span {
  const { text } = issue;
  let from = insideCharacter(text, at) ? at - 1 : at;
  while (from > 0 && MARK.test(text.charAt(from))) from--;
  if (insideCharacter(text, from)) from--;
  let to = from + 1;
  while (to < text.length && (insideCharacter(text, to) || MARK.test(text.charAt(to)))) to++;
  return { from, to: Math.min(to, text.length) };
}

/** From the first to the last non-blank character within the span; the span itself when it holds none. */
export function trimmed({ issue }: Paper, span: Span): Span {
  const from = skipBlanks(issue.text, span.from, span.to);
  return from === span.to ? span : { from, to: trimBlanks(issue.text, span.to, from) };
}

/** The part of the run between two paragraph breaks. */
function blockSpan(paper: Paper, at: Offset): Span {
  const run = ownerAt(ownersOf(paper.review), at);
  const { breaks } = paper.review;
  const i = lowerBound(breaks, at + 1);
  const from = Math.max(run?.from ?? 0, breaks[i - 1] ?? 0);
  const to = Math.min(run?.to ?? paper.review.length, breaks[i] ?? Infinity);
  return trimmed(paper, { from, to });
}

function pageSpan(paper: Paper, at: Offset): Span {
  const { text } = paper.issue;
  const before = text.lastIndexOf(FORM_FEED, at);
  const after = text.indexOf(FORM_FEED, at + 1);
  return trimmed(paper, { from: Math.max(before, 0), to: after < 0 ? text.length : after });
}

/** The spans of the unit that holds the character at `at`; several for an article in several runs. */
export function unitSpans(paper: Paper, unit: Unit, at: Offset): readonly Span[] {
  const run = ownerAt(ownersOf(paper.review), at);
  const line = lineOf(paper, at);
  switch (unit) {
    case 'character':
      return [characterSpan(paper, at)];
    case 'segment': {
      const segments = line ? segmentsOf(paper, line) : [];
      return [segments.find((segment) => at < segment.to) ?? line ?? characterSpan(paper, at)];
    }
    case 'line':
      return [line ?? characterSpan(paper, at)];
    case 'block':
      return [blockSpan(paper, at)];
    case 'run':
      return [trimmed(paper, run ?? { from: 0, to: paper.review.length })];
    case 'article': {
      const article = run?.article ? findArticle(paper.review, run.article) : undefined;
      const runs = article ? runsOf(article).map((piece) => trimmed(paper, piece)) : [];
      return runs.length > 0 ? runs.sort((a, b) => a.from - b.from) : unitSpans(paper, 'run', at);
    }
    case 'page':
      return [pageSpan(paper, at)];
  }
}
