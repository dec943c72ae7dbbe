/** What a card says of an article, and what the issue bar counts. Computed once for each state of an article. */
import { isBlankCode } from '../../shared/model/blank.ts';
import { lineAt, lineText } from '../../shared/model/lines.ts';
import { type Owners, runsOf } from '../../shared/model/owners.ts';
import { lowerBound, type Span } from '../../shared/model/position.ts';
import type { Article, Issue, Review } from '../../shared/model/review.ts';
import { isHeadRole, isParagraphRole, type OutsideRole } from '../../shared/model/roles.ts';
import { has } from '../../shared/model/sorted.ts';
import { titleOf } from '../../shared/reading/reading.ts';
import type { Filter } from '../store/state.ts';

export interface Facts {
  /** The headline's reading; null: no headline. */
  readonly title: string | null;
  /** The first words of the text, for articles without a headline. */
  readonly firstWords: string;
  readonly byline: string;
  /** Non-blank lines. */
  readonly lines: number;
  readonly paragraphs: number;
  /** Stretches of text that stand apart in the issue. */
  readonly parts: number;
  readonly hasHead: boolean;
  readonly hasBody: boolean;
}

interface Counts {
  /** `nonBlank[i]`: non-blank characters before line `i + 1`; `lines[i]`: non-blank lines before it. */
  readonly nonBlank: Uint32Array;
  readonly lines: Uint32Array;
}

const counted = new WeakMap<Issue, Counts>();

/** Running counts over the lines, made once for an issue. */
function countsOf(issue: Issue): Counts {
  const known = counted.get(issue);
  if (known) return known;
  const { text, lines } = issue;
  const counts = { nonBlank: new Uint32Array(lines.count + 1), lines: new Uint32Array(lines.count + 1) };
  let characters = 0;
  let number = 0;
  for (let i = 0; i < lines.count; i++) {
    const before = characters;
    const end = lines.starts[i + 1] ?? text.length;
    for (let at = lines.starts[i] ?? 0; at < end; at++) if (!isBlankCode(text.charCodeAt(at))) characters++;
    if (characters > before) number++;
    counts.nonBlank[i + 1] = characters;
    counts.lines[i + 1] = number;
  }
  counted.set(issue, counts);
  return counts;
}

const befores = new WeakMap<Issue, Map<number, number>>();

/** Non-blank characters (UTF-16 units) before `at`; most ends of runs are asked for again after each edit. */
function nonBlankBefore(issue: Issue, at: number): number {
  const asked = befores.get(issue) ?? new Map<number, number>();
  befores.set(issue, asked);
  const found = asked.get(at) ?? countBefore(issue, at);
  asked.set(at, found);
  return found;
}

function countBefore(issue: Issue, at: number): number {
  const line = lineAt(issue.lines, at);
  let count = countsOf(issue).nonBlank[line - 1] ?? 0;
  for (let i = issue.lines.starts[line - 1] ?? 0; i < at; i++) if (!isBlankCode(issue.text.charCodeAt(i))) count++;
  return count;
}

/** Non-blank characters (UTF-16 units) of a span. */
export const nonBlankIn = (issue: Issue, span: Span): number =>
  nonBlankBefore(issue, span.to) - nonBlankBefore(issue, span.from);

/** Non-blank lines that a span touches, roughly: a line cut by its ends counts as a whole. */
function linesIn(issue: Issue, { from, to }: Span): number {
  const { lines } = countsOf(issue);
  return (lines[lineAt(issue.lines, Math.max(to - 1, from))] ?? 0) - (lines[lineAt(issue.lines, from) - 1] ?? 0);
}

interface Layers {
  readonly corrections: Review['corrections'];
  readonly breaks: Review['breaks'];
  readonly joins: Review['joins'];
}
const known = new WeakMap<Article, { layers: Layers; facts: Facts }>();

/** The facts of an article in a state of the review. */
export function factsOf(issue: Issue, review: Review, article: Article): Facts {
  const { corrections, breaks, joins } = review;
  const last = known.get(article);
  const isSameText = last?.layers.breaks === breaks && last.layers.joins === joins;
  if (isSameText && last.layers.corrections === corrections) return last.facts;
  // A correction changes the title at most; the same facts are the same value, so that no card is drawn for a key.
  const isSame = isSameText && titleOf(issue, review, article) === last.facts.title;
  const facts = isSame ? last.facts : computeFacts(issue, review, article);
  known.set(article, { layers: { corrections, breaks, joins }, facts });
  return facts;
}

function computeFacts(issue: Issue, review: Review, article: Article): Facts {
  const runs = runsOf(article);
  const byPlace = [...runs].sort((a, b) => a.from - b.from);
  return {
    title: titleOf(issue, review, article),
    firstWords: firstWords(issue, article),
    byline: article.credits.map(({ role, name }) => `${role} ${name}`).join(' · '),
    lines: runs.reduce((sum, run) => sum + linesIn(issue, run), 0),
    paragraphs: paragraphsIn(review, article),
    parts: byPlace.filter((run, i) => byPlace[i - 1]?.to !== run.from).length,
    hasHead: article.pieces.some((piece) => isHeadRole(piece.role)),
    hasBody: article.pieces.some((piece) => isParagraphRole(piece.role)),
  };
}

/** The longest first words, in UTF-16 units. */
const LONGEST = 60;

function firstWords(issue: Issue, article: Article): string {
  const run = runsOf(article)[0];
  const line = run && lineText(issue.text, issue.lines, lineAt(issue.lines, run.from));
  if (!run || !line) return '';
  return issue.text.slice(Math.max(run.from, line.from), Math.min(line.to, line.from + LONGEST)).toWellFormed();
}

function paragraphsIn(review: Review, article: Article): number {
  let count = 0;
  for (const piece of article.pieces) {
    if (!isParagraphRole(piece.role)) continue;
    if (piece.kind === 'supplement') count += piece.text.split('\n').length;
    else {
      const inside = lowerBound(review.breaks, piece.to) - lowerBound(review.breaks, piece.from + 1);
      count += inside + (has(review.joins, piece.from) ? 0 : 1);
    }
  }
  return count;
}

/** Where the characters of the issue are (UTF-16 units, blanks not counted). */
export interface Tally {
  readonly total: number;
  readonly inArticles: number;
  readonly outside: number;
  readonly byRole: { readonly [role in OutsideRole]?: number };
  /** Characters that nobody owns, or two own: 0, or something is broken. */
  readonly lost: number;
}

const tallied = new WeakMap<Owners, Tally>();

/** The live conservation of the issue bar, by who owns what. Cost grows with the runs; the same value for the same owners. */
export function tallyOf(issue: Issue, owners: Owners): Tally {
  const before = tallied.get(owners);
  if (before) return before;
  let inArticles = 0;
  let outside = 0;
  const byRole: { [role: string]: number } = {};
  for (const run of owners.runs) {
    const count = nonBlankIn(issue, run);
    if (run.article !== null) inArticles += count;
    else {
      outside += count;
      byRole[run.role] = (byRole[run.role] ?? 0) + count;
    }
  }
  const total = nonBlankBefore(issue, issue.text.length);
  const tally = { total, inArticles, outside, byRole, lost: Math.abs(total - inArticles - outside) };
  tallied.set(owners, tally);
  return tally;
}

/** Whether an article belongs to a filter of the worklist. `doubted`: it has open doubts. */
export function passes(filter: Filter, facts: Facts, article: Article, doubted: boolean): boolean {
  switch (filter) {
    case 'all':
      return true;
    case 'noHeadline':
      return facts.title === null;
    case 'bodyOnly':
      return facts.hasBody && !facts.hasHead;
    case 'headOnly':
      return facts.hasHead && !facts.hasBody;
    case 'severalParts':
      return facts.parts > 1;
    case 'doubts':
      return doubted;
    case 'unsettled':
      return article.state !== 'settled';
  }
}
