/**
 * The word list of a newspaper, its profile: names, places, column titles and running heads that its settled issues have
 * shown. A readable JSON file; people may edit and share it.
 */
import { z } from 'zod';
import type { Article } from '../model/review.ts';

export const WORD_KINDS = ['name', 'place', 'section', 'furniture'] as const;

export const wordSchema = z.strictObject({
  text: z.string().trim().min(1).max(100),
  kind: z.enum(WORD_KINDS),
  /** In how many settled articles it stood; 0: a person put it in. */
  count: z.int().min(0),
});
export type Word = z.infer<typeof wordSchema>;

/** Words that a list holds: enough for a newspaper, and few enough to look for all of them in an issue. */
const MOST = 5000;

export const wordsSchema = z.array(wordSchema).max(MOST);

export const wordListSchema = z.strictObject({
  format: z.literal(1),
  /** The newspaper's title as its masthead has it. */
  paper: z.string().min(1).max(200),
  words: wordsSchema,
});
export type WordList = z.infer<typeof wordListSchema>;

/** A place before a dateline's date: `OTTAWA, March 17`. */
const PLACE = /^\p{Lu}[\p{L} .'’-]{2,40}(?=,)/u;

/** 沈若溪, Martin Cohn; not what lost a glyph or is set with blanks inside. */
const NAME = /^(?:[^\s\ufffd]{2,}|\p{Lu}[\p{L}.'’-]+(?: [\p{L}.'’-]+)+)$/u;

/** The names and the place of a settled article. */
export function wordsIn({ credits, dateline }: Article): readonly Word[] {
  const names = credits.filter(({ incomplete, name }) => !incomplete && name.length <= 100 && NAME.test(name));
  const place = dateline ? PLACE.exec(dateline.text)?.[0] : undefined;
  const words = names.map(({ name }): Word => ({ text: name, kind: 'name', count: 1 }));
  return place === undefined ? words : [...words, { text: place, kind: 'place', count: 1 }];
}

/** A word is spelt like a title now and then, and is not that title. */
const keyOf = ({ kind, text }: Word): string => (kind === 'section' || kind === 'furniture' ? `${kind} ${text}` : text);

/** The list with words seen once more. When it is full, what was seen least goes. */
export function learn(words: readonly Word[], seen: readonly Word[]): readonly Word[] {
  const known = new Map(words.map((word) => [keyOf(word), word]));
  for (const word of new Map(seen.map((one) => [keyOf(one), one])).values()) {
    const before = known.get(keyOf(word));
    // What a person put in stays theirs.
    if (before?.count !== 0) known.set(keyOf(word), before ? { ...before, count: before.count + word.count } : word);
  }
  const all = [...known.values()];
  if (all.length <= MOST) return all;
  const weight = ({ count }: Word) => (count === 0 ? Number.POSITIVE_INFINITY : count);
  return all.sort((a, b) => weight(b) - weight(a)).slice(0, MOST);
}
