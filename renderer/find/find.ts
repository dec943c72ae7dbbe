/** What the window knows of finding: what is looked for, what was found, which hit is shown. */
import type { Match } from '../../shared/find/matches.ts';
import type { Query } from '../../shared/find/pattern.ts';
import type { Pair } from '../../shared/find/series.ts';
import { rawSpans, type Source, type Where } from '../../shared/find/sources.ts';
import type { Span } from '../../shared/model/position.ts';
import type { Issue, Review } from '../../shared/model/review.ts';

/** Hits that are looked for at once; each can become more than one edit, and one call takes 10,000. */
export const MOST_HITS = 4000;

/** Why nothing was found: words under `find.*` in the locales. */
export interface FindProblem {
  readonly key: 'find.notRegExp' | 'find.tooSlow' | 'find.noThread';
  readonly detail?: string;
}

/** The hits of a query in one state of a review. */
export interface Found {
  readonly review: Review;
  readonly sources: readonly Source[];
  readonly hits: readonly Match[];
  /** There are more than `MOST_HITS`. */
  readonly isCut: boolean;
  readonly problem: FindProblem | null;
}

export interface Find {
  readonly isOpen: boolean;
  /** Errors like this one are looked for, not the query. */
  readonly series: Pair | null;
  readonly query: Query;
  readonly where: Where;
  readonly replacement: string;
  readonly found: Found | null;
  /** Index of the hit that is shown; -1: none yet. */
  readonly at: number;
  /** Keys (`hitKey`) of hits that are not to be replaced. */
  readonly left: ReadonlySet<string>;
  /** Asks the panel for the focus; the panel acts on each new value. */
  readonly focus: { readonly field: 'query' | 'replacement' } | null;
}

export const NOTHING_FOUND = { found: null, at: -1, left: new Set<string>() } satisfies Partial<Find>;

export const START_FIND: Find = {
  ...NOTHING_FOUND,
  isOpen: false,
  series: null,
  query: { text: '', isRegExp: false, matchCase: false, wholeWord: false },
  where: 'reading',
  replacement: '',
  focus: null,
};

/** Where a hit stands in the raw text; empty for supplied text. */
export function spansOf(issue: Issue, found: Found, hit: Match): readonly Span[] {
  const source = found.sources[hit.text];
  return source ? rawSpans(issue, source, hit.from, hit.to) : [];
}

/** A name for a hit that stays when others are replaced: its place in the raw text, where it has one. */
export function hitKey(issue: Issue, found: Found, hit: Match): string {
  const [first] = spansOf(issue, found, hit);
  if (first) return `${first.from}`;
  const source = found.sources[hit.text];
  return source?.kind === 'field' ? `${source.article} ${source.field} ${hit.from}` : '';
}

/** The hits that are to be replaced. */
export const wantedHits = (issue: Issue, { found, left }: Find): readonly Match[] =>
  found ? (left.size === 0 ? found.hits : found.hits.filter((hit) => !left.has(hitKey(issue, found, hit)))) : [];

/** Characters shown beside a hit. */
const CONTEXT = 24;

export interface InContext {
  readonly before: string;
  readonly hit: string;
  readonly after: string;
}

/** The hit with what stands beside it in its line or paragraph. */
export function inContext(text: string, { from, to }: Match): InContext {
  const lineStart = text.lastIndexOf('\n', from - 1) + 1;
  const end = text.indexOf('\n', to);
  const lineEnd = end < 0 ? text.length : end;
  const start = Math.max(lineStart, from - CONTEXT);
  const stop = Math.min(lineEnd, to + 2 * CONTEXT);
  return {
    before: `${start > lineStart ? '…' : ''}${text.slice(start, from).toWellFormed()}`,
    hit: text.slice(from, to),
    after: `${text.slice(to, stop).toWellFormed()}${stop < lineEnd ? '…' : ''}`,
  };
}
