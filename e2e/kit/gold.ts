/**
 * Articles as sets of lines, and how two readings of an issue differ: for `toHaveArticles` and `toMatchGold`. A gold
 * file has one line for each line of the issue that is not blank: `NUMBER <tab> ARTICLE <tab> ROLE`; `-` is outside.
 */
import { readFileSync } from 'node:fs';
import type { DocumentArticle, GalleyDocument } from '../../shared/document/document.ts';

/** First and last line of a range, from 1, both included. */
export type LineRange = readonly [first: number, last: number];

/** What is asked of one article; what is left out may be anything. */
export interface WantedArticle {
  /** As it reads; null: it has none. */
  readonly headline?: string | null;
  /** All that it owns, in any role. */
  readonly lines?: readonly LineRange[];
  /** The names, in their order. */
  readonly bylines?: readonly string[];
}

/** Numbers of the lines that an article owns, ascending. */
const linesOfArticle = (article: DocumentArticle): readonly number[] =>
  [...new Set(article.parts.flatMap((part) => part.lines.flatMap(([from, to]) => range(from, to))))].sort(
    (a, b) => a - b,
  );

const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => from + i);

/** `1–4, 7`. */
export function rangesInWords(lines: readonly number[]): string {
  const ranges: [number, number][] = [];
  for (const line of lines) {
    const last = ranges.at(-1);
    if (last && last[1] === line - 1) last[1] = line;
    else ranges.push([line, line]);
  }
  return ranges.map(([a, b]) => (a === b ? `${a}` : `${a}–${b}`)).join(', ') || 'no line';
}

/** How an article is called in a message: by its number and headline. */
const articleInWords = (article: DocumentArticle, index: number): string =>
  `article ${index + 1} (${article.headline ? `“${article.headline}”` : 'no headline'})`;

/** How `document` departs from the wanted articles, a sentence each; empty when it has just these, in this order. */
export function differencesFrom(document: GalleyDocument, wanted: readonly WantedArticle[]): readonly string[] {
  const { articles } = document;
  const count =
    articles.length === wanted.length ? [] : [`there are ${articles.length} articles, ${wanted.length} are wanted`];
  const each = wanted.flatMap((want, i) => {
    const article = articles[i];
    return article ? differencesOf(article, i, want) : [`article ${i + 1} is missing: ${inWords(want)}`];
  });
  const surplus = articles.slice(wanted.length).map((article, i) => {
    const name = articleInWords(article, wanted.length + i);
    return `${name} is one too many: lines ${rangesInWords(linesOfArticle(article))}`;
  });
  return [...count, ...each, ...surplus];
}

const inWords = ({ headline, lines }: WantedArticle): string =>
  [headline ? `“${headline}”` : 'no headline', ...(lines ? [`lines ${rangesInWords(linesIn(lines))}`] : [])].join(', ');

const linesIn = (ranges: readonly LineRange[]): readonly number[] => ranges.flatMap(([a, b]) => range(a, b));

function differencesOf(article: DocumentArticle, index: number, want: WantedArticle): readonly string[] {
  const name = articleInWords(article, index);
  const found: string[] = [];
  if (want.headline !== undefined && want.headline !== article.headline)
    found.push(`${name} should be headed ${want.headline === null ? 'by nothing' : `“${want.headline}”`}`);
  if (want.lines) {
    const [own, wanted] = [linesOfArticle(article), linesIn(want.lines)];
    const missing = wanted.filter((line) => !own.includes(line));
    const surplus = own.filter((line) => !wanted.includes(line));
    if (missing.length > 0) found.push(`${name} lacks lines ${rangesInWords(missing)}`);
    if (surplus.length > 0) found.push(`${name} should not have lines ${rangesInWords(surplus)}`);
  }
  const names = article.bylines.map((byline) => byline.name);
  if (want.bylines && JSON.stringify(want.bylines) !== JSON.stringify(names))
    found.push(`${name} names ${names.join(', ') || 'nobody'}; wanted: ${want.bylines.join(', ') || 'nobody'}`);
  return found;
}

/** How the document's articles depart from those of a gold file, a sentence each: articles are compared as sets of lines. */
export function differencesFromGold(document: GalleyDocument, goldFile: string): readonly string[] {
  const gold = goldArticles(readFileSync(goldFile, 'utf8'));
  const scored = new Set([...gold.values()].flat());
  const outside = gold.get('-') ?? [];
  const proposed = document.articles.map((article) => linesOfArticle(article).filter((line) => scored.has(line)));
  const found: string[] = [];
  for (const [name, lines] of gold) {
    if (name === '-') continue;
    if (proposed.some((own) => same(own, lines))) continue;
    const parts = document.articles.flatMap((article, i) => {
      const shared = (proposed[i] ?? []).filter((line) => lines.includes(line));
      return shared.length > 0 ? [`${articleInWords(article, i)} has lines ${rangesInWords(shared)} of it`] : [];
    });
    found.push(
      `the article of lines ${rangesInWords(lines)} is not there as one: ${parts.join('; ') || 'no article has any of it'}`,
    );
  }
  const taken = outside.filter((line) => proposed.some((own) => own.includes(line)));
  if (taken.length > 0) found.push(`lines ${rangesInWords(taken)} are outside in the gold, but stand in articles`);
  return found;
}

const same = (a: readonly number[], b: readonly number[]) =>
  a.length === b.length && a.every((line, i) => line === b[i]);

/** Lines by article (`-`: outside), ascending. Lines whose role ends in `+mixed` hold text of two and are left out. */
function goldArticles(tsv: string): ReadonlyMap<string, readonly number[]> {
  const articles = new Map<string, number[]>();
  for (const row of tsv.split('\n')) {
    const [line, article, role] = row.split('\t');
    if (!article || !role || role.trim().endsWith('+mixed')) continue;
    articles.set(article, [...(articles.get(article) ?? []), Number(line)]);
  }
  for (const lines of articles.values()) lines.sort((a, b) => a - b);
  return articles;
}
