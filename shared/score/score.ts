/**
 * How far a reading of an issue is from the gold: the figures of the score sheet, for one issue, as counts that can be
 * added up. Articles as sets of lines are compared by B-cubed (Bagga and Baldwin 1998); effort counts the gestures that
 * an editor who knows the gold still needs.
 */
import type { DocumentArticle } from '../document/document.ts';
import { effortOf } from './effort.ts';
import type { Gold, Reading } from './gold.ts';
import { type Overlap, overlapOf, pairsOf } from './pairs.ts';

/** What is right of one article of the gold. */
interface ArticleVerdict {
  readonly gold: string;
  /** The article that stands for it; null: none does. */
  readonly id: string | null;
  /** The lines are exactly the same. */
  readonly exact: boolean;
  /** Null where it was printed without a headline. */
  readonly headLines: boolean | null;
  readonly headText: boolean | null;
  /** Null where the gold names nobody, or does not say. */
  readonly bylines: boolean | null;
}

export interface IssueScore {
  readonly articles: readonly ArticleVerdict[];
  /** F1 of the lines grouped into articles, 0–1. */
  readonly bcubed: number;
  readonly names: { readonly right: number; readonly found: number; readonly wanted: number };
  readonly roles: { readonly right: number; readonly lines: number };
  /** Gestures still needed, in all. */
  readonly effort: number;
}

const HEAD: ReadonlySet<string> = new Set(['kicker', 'headline', 'subhead', 'lede']);
const TEXT: ReadonlySet<string> = new Set(['body', 'caption', 'byline', 'dateline']);

export type RoleGroup = 'head' | 'text' | 'furniture';
export const groupOf = (role: string): RoleGroup => (HEAD.has(role) ? 'head' : TEXT.has(role) ? 'text' : 'furniture');

/** As printed, white space aside. */
const squash = (text: string | null | undefined): string => (text ?? '').normalize('NFC').replace(/\s+/gu, '');

export function scoreOf(gold: Gold, reading: Reading): IssueScore {
  const overlap = overlapOf(gold, reading);
  const pairs = pairsOf(overlap);
  const byId = new Map(reading.document.articles.map((article) => [article.id, article]));
  const names = { right: 0, found: 0, wanted: 0 };
  const lines = linesBy(gold, reading);
  const articles = overlap.goldIds.map((id) => {
    const article = byId.get(pairs.get(id) ?? '') ?? null;
    return verdictOf(gold, lines, id, article, names);
  });
  const wrongBylines = articles.filter(({ bylines }) => bylines === false).length;
  return {
    articles,
    bcubed: bcubed(gold, reading, overlap),
    names,
    roles: rolesRight(gold, reading, overlap),
    effort: effortOf(gold, reading, overlap, pairs) + wrongBylines,
  };
}

/** A line's number with its role, in a list for each article. */
type LinesOf = ReadonlyMap<string, readonly { readonly number: number; readonly role: string }[]>;

/** The lines that the gold knows, by the article that they belong to and by the one that the reading gives them to. */
function linesBy(gold: Gold, reading: Reading): { readonly gold: LinesOf; readonly reading: LinesOf } {
  const [own, read] = [
    new Map<string, { number: number; role: string }[]>(),
    new Map<string, { number: number; role: string }[]>(),
  ];
  const add = (lists: typeof own, article: string | null | undefined, number: number, role: string) => {
    if (article == null) return;
    const list = lists.get(article);
    if (list) list.push({ number, role });
    else lists.set(article, [{ number, role }]);
  };
  for (const [number, { article, role }] of gold.lines) {
    add(own, article, number, role);
    const line = reading.lines.get(number);
    add(read, line?.article, number, line?.role ?? '');
  }
  return { gold: own, reading: read };
}

function verdictOf(
  gold: Gold,
  lines: ReturnType<typeof linesBy>,
  id: string,
  article: DocumentArticle | null,
  names: { right: number; found: number; wanted: number },
): ArticleVerdict {
  const numbers = (list: LinesOf, article: string, want: (role: string) => boolean) =>
    (list.get(article) ?? []).flatMap(({ number, role }) => (want(role) ? [number] : []));
  const goldLines = (want: (role: string) => boolean) => numbers(lines.gold, id, want);
  const ownLines = (want: (role: string) => boolean) => (article ? numbers(lines.reading, article.id, want) : []);
  const same = (want: (role: string) => boolean) => article !== null && isSame(goldLines(want), ownLines(want));
  const isHeaded = goldLines((role) => role === 'headline').length > 0;
  const printed = gold.articles?.get(id);
  return {
    gold: id,
    id: article?.id ?? null,
    exact: same(() => true),
    headLines: isHeaded ? same((role) => HEAD.has(role)) : null,
    headText: isHeaded && printed?.headline ? squash(article?.headline) === squash(printed.headline) : null,
    bylines: printed?.bylines ? bylinesRight(printed.bylines, article, names) : null,
  };
}

const isSame = (a: readonly number[], b: readonly number[]): boolean => {
  const all = new Set(a);
  return all.size === b.length && b.every((number) => all.has(number));
};

function bylinesRight(
  wanted: readonly { readonly name: string }[],
  article: DocumentArticle | null,
  names: { right: number; found: number; wanted: number },
): boolean | null {
  const want = new Set(wanted.map(({ name }) => squash(name)).filter(Boolean));
  const have = new Set((article?.bylines ?? []).map(({ name }) => squash(name)).filter(Boolean));
  const hit = [...want].filter((name) => have.has(name)).length;
  names.right += hit;
  names.found += have.size;
  names.wanted += want.size;
  return want.size === 0 ? null : hit === want.size && have.size === want.size;
}

/** Mean over lines of the share of the line's group that is right, both ways, as F1. A line left out is a group of its own. */
function bcubed(gold: Gold, reading: Reading, { owned }: Overlap): number {
  const goldOf = (number: number) => gold.lines.get(number)?.article ?? '';
  const ownOf = (number: number) => reading.lines.get(number)?.article ?? `line ${number}`;
  const both = (number: number) => `${goldOf(number)}\0${ownOf(number)}`;
  const [goldSizes, ownSizes, shared] = [count(owned, goldOf), count(owned, ownOf), count(owned, both)];
  let precision = 0;
  let recall = 0;
  for (const number of owned) {
    const common = shared.get(both(number)) ?? 0;
    precision += common / (ownSizes.get(ownOf(number)) ?? 1);
    recall += common / (goldSizes.get(goldOf(number)) ?? 1);
  }
  return f1(precision / owned.length, recall / owned.length);
}

function count(numbers: readonly number[], keyOf: (number: number) => string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const number of numbers) counts.set(keyOf(number), (counts.get(keyOf(number)) ?? 0) + 1);
  return counts;
}

export const f1 = (precision: number, recall: number): number =>
  precision + recall > 0 ? (2 * precision * recall) / (precision + recall) : 0;

function rolesRight(gold: Gold, reading: Reading, { scored }: Overlap): IssueScore['roles'] {
  const isRight = (number: number) => {
    const own = reading.lines.get(number);
    return own !== undefined && groupOf(own.role) === groupOf(gold.lines.get(number)?.role ?? '');
  };
  return { right: scored.filter(isRight).length, lines: scored.length };
}
