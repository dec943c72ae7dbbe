/**
 * Near misses: what an issue reads that is one sign off a word of the newspaper's list. Suggestions, as doubts about
 * characters: shown, marked, accepted and rejected like those of the segmenter.
 */
import type { Edit } from '../edits/edit.ts';
import { ownerAt, ownersOf } from '../model/owners.ts';
import { contains, type Span } from '../model/position.ts';
import { type Article, type Issue, MACHINE, type Review } from '../model/review.ts';
import type { Doubt } from '../proposal.ts';
import { isHan, isOneOff, misreadings } from './alike.ts';
import type { Word } from './list.ts';

/** Shorter words have too many neighbours that are words themselves. Characters. */
const SHORTEST = { han: 3, letters: 6 };
/** Seen in so many settled articles, a word is taken for right; or put in by a person (0). */
const SURE = 2;
/** Letters that occur so often in one issue are what it prints. */
const OFTEN = 3;

interface Miss {
  readonly span: Span;
  readonly found: string;
  readonly instead: string;
}

/** Titles and running heads are lines, not words of a text. */
const isSure = ({ kind, count }: Word): boolean =>
  (kind === 'name' || kind === 'place') && (count === 0 || count >= SURE);

/** The near misses in the articles of a review, by place. */
export function nearMisses(issue: Issue, review: Review, words: readonly Word[]): readonly Doubt[] {
  const owners = ownersOf(review);
  const articles = new Map(review.articles.map((article) => [article.id, article]));
  const inText = missesIn(issue, words).flatMap((miss) => {
    const article = articles.get(ownerAt(owners, miss.span.from)?.article ?? '');
    return article ? [{ miss, article }] : [];
  });
  const inCredits = review.articles.flatMap((article) =>
    article.credits.flatMap(({ name, span }) => {
      const instead = span && issue.text.slice(span.from, span.to) === name ? nameFor(name, words) : null;
      return span && instead !== null ? [{ miss: { span, found: name, instead }, article }] : [];
    }),
  );
  const byPlace = new Map([...inCredits, ...inText].map((one) => [one.miss.span.from, one]));
  return [...byPlace.values()]
    .sort((a, b) => a.miss.span.from - b.miss.span.from)
    .map(({ miss, article }) => doubtOf(miss, article));
}

/** The one name of the list that a credit's name is one character off; null when it is known, or several are as near. */
function nameFor(name: string, words: readonly Word[]): string | null {
  if (name.length < (isHan(name) ? SHORTEST.han : SHORTEST.letters) || words.some(({ text }) => text === name))
    return null;
  const near = words.filter((word) => word.kind === 'name' && isSure(word) && isOneOff(word.text, name));
  return near.length === 1 ? (near[0]?.text ?? null) : null;
}

const known = new WeakMap<Issue, { words: readonly Word[]; misses: readonly Miss[] }>();

/** Those in the raw text, whoever owns it; looked for once for a list. */
function missesIn(issue: Issue, words: readonly Word[]): readonly Miss[] {
  const before = known.get(issue);
  if (before?.words === words) return before.misses;
  const sure = words.filter(isSure);
  const misses = [...hanMisses(issue.text, sure, words), ...letterMisses(issue.text, sure, words)];
  known.set(issue, { words, misses });
  return misses;
}

function hanMisses(text: string, sure: readonly Word[], words: readonly Word[]): readonly Miss[] {
  const right = new Set(words.map((word) => word.text));
  const wrong = new Map<string, string>();
  for (const { text: word } of sure) {
    if (!isHan(word) || word.length < SHORTEST.han) continue;
    for (const misread of misreadings(word)) if (!right.has(misread)) wrong.set(misread, word);
  }
  const firsts = new Set([...wrong.keys()].map((word) => word.charAt(0)));
  const lengths = [...new Set([...wrong.keys()].map(({ length }) => length))];
  const misses: Miss[] = [];
  for (let at = 0; firsts.size > 0 && at < text.length; at++) {
    if (!firsts.has(text.charAt(at))) continue;
    for (const length of lengths) {
      const found = text.slice(at, at + length);
      const instead = wrong.get(found);
      if (instead !== undefined) misses.push({ span: { from: at, to: at + length }, found, instead });
    }
  }
  return misses;
}

const CAPITALISED = /(?<![\p{L}\p{N}])\p{Lu}[\p{L}'’-]{5,40}(?![\p{L}\p{N}])/gu;

function letterMisses(text: string, sure: readonly Word[], words: readonly Word[]): readonly Miss[] {
  const parts = new Set(words.flatMap((word) => word.text.split(' ')));
  const targets = [...new Set(sure.flatMap((word) => (isHan(word.text) ? [] : word.text.split(' '))))].filter(
    ({ length }) => length >= SHORTEST.letters,
  );
  if (targets.length === 0) return [];
  const places = new Map<string, number[]>();
  for (const { 0: word, index } of text.matchAll(CAPITALISED)) {
    const known = places.get(word);
    if (known) known.push(index);
    else places.set(word, [index]);
  }
  const misses: Miss[] = [];
  for (const [found, all] of places) {
    if (all.length >= OFTEN || parts.has(found)) continue;
    const near = targets.filter((target) => isOneOff(target, found));
    const [instead] = near;
    if (near.length !== 1 || instead === undefined) continue;
    for (const from of all) misses.push({ span: { from, to: from + found.length }, found, instead });
  }
  return misses;
}

function doubtOf({ span, found, instead }: Miss, article: Article): Doubt {
  const correct: Edit = { kind: 'correct', span, text: instead, by: MACHINE };
  const index = article.credits.findIndex((credit) => credit.span && contains(credit.span, span));
  const credit = article.credits[index];
  const name = credit?.name.replace(found, instead);
  const rename: readonly Edit[] =
    credit && name !== undefined && name !== credit.name
      ? [{ kind: 'setCredit', article: article.id, index, credit: { ...credit, name } }]
      : [];
  return {
    id: `finish:word-list@${span.from}-${span.to}`,
    kind: 'character',
    span,
    articles: [article.id],
    why: { key: 'nearMiss', values: { found, instead } },
    confidence: 0.3,
    other: [correct, ...rename],
    evidence: [],
  };
}
