/** Articles as reports keep them: what each is called, its lines, its bylines. */
import type { GalleyDocument, LineRange } from '../../shared/document/document.ts';
import { rangesOf } from '../../shared/document/lines.ts';
import { type Gold, readingOf } from '../../shared/score/gold.ts';

export interface ReportArticle {
  /** Null: it has none. Absent: of gold that does not say how its articles read. */
  readonly headline?: string | null;
  /** Ascending, blank lines between bridged: readings with the same text have the same ranges. */
  readonly lines: readonly LineRange[];
  readonly bylines: readonly string[];
}

/** The articles of a document, in reading order. */
export function reportArticles(document: GalleyDocument): readonly ReportArticle[] {
  const ranges = rangesByArticle(readingOf(document).lines);
  return document.articles.map(({ id, headline, bylines }) => ({
    headline,
    lines: ranges.get(id) ?? [],
    bylines: bylines.map(({ name }) => name),
  }));
}

/** The articles of the gold, by their first lines. */
export const goldArticles = ({ lines, articles }: Gold): readonly ReportArticle[] =>
  [...rangesByArticle(lines)].map(([id, ranges]) => ({
    ...(articles && { headline: articles.get(id)?.headline ?? null }),
    lines: ranges,
    bylines: (articles?.get(id)?.bylines ?? []).map(({ name }) => name),
  }));

/**
 * Articles of a report of 0.2, which did not bridge blank lines alike in all readings and does not say which lines are
 * blank: whatever lies between two lines of an article and in no other is counted to it.
 */
export function coarse(articles: readonly ReportArticle[]): readonly ReportArticle[] {
  const owners = articles.flatMap((article, i) => linesOf(article).map((line) => [line, { article: `${i}` }] as const));
  const ranges = rangesByArticle(new Map(owners));
  return articles.map((article, i) => ({ ...article, lines: ranges.get(`${i}`) ?? [] }));
}

/** All numbers of the article's lines. */
export const linesOf = ({ lines }: ReportArticle): readonly number[] =>
  lines.flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, i) => first + i));

/** `owners`: by line number; lines that are not in it are blank. */
function rangesByArticle(
  owners: ReadonlyMap<number, { readonly article: string | null }>,
): ReadonlyMap<string, readonly LineRange[]> {
  const printed = [...owners.keys()].sort((a, b) => a - b);
  const place = new Map(printed.map((line, i) => [line, i]));
  const isBlank = (after: number, before: number) => place.get(before) === (place.get(after) ?? 0) + 1;
  const lines = new Map<string, number[]>();
  for (const line of printed) {
    const article = owners.get(line)?.article ?? null;
    if (article !== null) lines.set(article, [...(lines.get(article) ?? []), line]);
  }
  return new Map([...lines].map(([article, numbers]) => [article, rangesOf(numbers, isBlank)]));
}
