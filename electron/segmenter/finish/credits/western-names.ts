/** Names of persons in Latin letters: where they end in a byline, and what is none. */
import type { WesternNames } from '../../languages/names.ts';
import type { FoundCredit } from './found.ts';

type Name = Omit<FoundCredit, 'role'>;

export interface ReadNames {
  readonly names: readonly Name[];
  /** What stands behind the names, from here on; the text's length when nothing does. */
  readonly end: number;
}

const WORD = /\S+/gu;
/** A word of a name: Foster, O’Brien, McKENNA, Barbey-d’Aurevilly, J., H.-P. */
const NAME_WORD = /^\p{Lu}[\p{L}\p{M}.'’-]*$/u;
const INITIAL = /^(?:\p{Lu}\.-?){1,3}$/u;
const SUFFIX = /^(?:Jr|Sr|II|III|IV|MD|PhD)\.?$/iu;
/** A glyph was lost: a full stop without its letter, U+FFFD, private use. */
const LOST = /^[.\ufffd\ue000-\uf8ff]+$|[\ufffd\ue000-\uf8ff]/u;
const MAX_WORDS = 6;

interface Word {
  readonly text: string;
  readonly from: number;
  readonly comma: boolean;
}

/** What may stand behind a name and ends it: a comma, a closing bracket or mark. */
const CLOSED = /[,;)\]”"»]+$/u;

const wordsOf = (text: string, at: number): readonly Word[] => {
  const words: Word[] = [];
  WORD.lastIndex = at;
  for (let m = WORD.exec(text); m && words.length < 40; m = WORD.exec(text)) {
    const word = m[0].replace(CLOSED, '');
    words.push({ text: word, from: m.index, comma: word !== m[0] });
  }
  return words;
};

/**
 * Reads the names that stand in `text` from `at` on, up to `to`: `Joan Petrov and H. M. Dean Jr., Staff Writer`. It stops before the
 * first word that can't go on a name. Null when no name stands there.
 */
export function readNames(text: string, at: number, table: WesternNames): ReadNames | null {
  const words = wordsOf(text, at);
  const names: Name[] = [];
  let i = 0;
  while (i < words.length) {
    const size = nameLength(words, i, table);
    if (size === 0) break;
    names.push(nameOf(words.slice(i, i + size)));
    i += size;
    const last = words[i - 1];
    if (words[i] && table.and.test(words[i]?.text ?? '') && nameLength(words, i + 1, table) > 0) i++;
    else if (!last?.comma || nameLength(words, i, table) === 0 || isPost(text, words[i]?.from ?? 0, table)) break;
  }
  const end = words[i]?.from ?? text.length;
  return names.length > 0 ? { names, end } : null;
}

/** Whether what stands from `at` on is a post, such as Staff Writer. */
export const isPost = (text: string, at: number, table: WesternNames): boolean => {
  const rest = text.slice(at).replace(/[\s.,]+$/u, '');
  return table.posts.some((row) => row.pattern.test(rest)) || table.agencies.some((row) => row.pattern.test(rest));
};

/** How many words from `first` on make one name; 0 when none does. */
function nameLength(words: readonly Word[], first: number, table: WesternNames): number {
  let size = 0;
  let real = 0;
  while (first + size < words.length && size < MAX_WORDS) {
    const word = words[first + size];
    if (!word || !goesOn(word, size, table)) break;
    size++;
    if (isReal(word.text, table)) real++;
    if (size > 1 && SUFFIX.test(word.text)) break;
    if (word.comma && !SUFFIX.test(words[first + size]?.text ?? '')) break;
  }
  return real > 0 ? size : 0;
}

function goesOn(word: Word, index: number, table: WesternNames): boolean {
  const plain = bare(word.text);
  if (index > 0 && table.and.test(word.text)) return false;
  if (table.particles.has(word.text.toLowerCase()) || table.titles.has(plain)) return true;
  if (table.notNames.has(plain)) return false;
  if (/['’]s$/u.test(word.text)) return false;
  return NAME_WORD.test(word.text) || LOST.test(word.text) || (index > 0 && SUFFIX.test(word.text));
}

/** Whether the word names somebody by itself: no particle, title or sign of a lost glyph. */
const isReal = (word: string, table: WesternNames): boolean =>
  (NAME_WORD.test(word) && !table.particles.has(word.toLowerCase()) && !table.titles.has(bare(word))) ||
  (/\p{L}/u.test(word) && LOST.test(word));

const bare = (word: string): string => word.replace(/[.]+$/u, '').toLowerCase();

function nameOf(words: readonly Word[]): Name {
  const first = words[0] as Word; // called with at least one word
  const last = words[words.length - 1] as Word;
  const text = words.map((w) => w.text).join(' ');
  const keepsStop = INITIAL.test(last.text) || SUFFIX.test(last.text);
  const name = (keepsStop ? text : text.replace(/[.]+$/u, '')).replace(/[\ufffd\ue000-\uf8ff]/gu, '');
  const cut = keepsStop ? 0 : last.text.length - last.text.replace(/[.]+$/u, '').length;
  return {
    name,
    from: first.from,
    to: last.from + last.text.length - cut,
    incomplete: words.some((w) => LOST.test(w.text)),
  };
}
