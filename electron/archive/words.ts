/**
 * How text is cut for the search index, and folded for finding a hit again. Scripts without blanks between words are
 * cut into pairs, so that two characters are found wherever they stand together:
 *
 *     吕梁市 Daily  →  吕梁 梁市 市 daily          looked for as "吕梁", "吕梁 梁市", 市*
 *
 * The last character of a run stands alone as well, so that each character begins some word. Other scripts go to
 * SQLite's own tokenizer, which folds case and accents.
 */

/** Scripts that are written without blanks between words. */
const PAIRED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}々〇ー]+/gu;
/** Line ends and blanks inside a stretch of such a script are the printer's. */
const BROKEN_RUN =
  /(?<=[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}])[\s\u3000]+(?=[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}])/gu;
/** A word that the end of a line parts. */
const BROKEN_WORD = /(?<=\p{Ll})[-\u00ad]\n\s*(?=\p{Ll})/gu;

/** Text with look-alikes (Kangxi radicals, full-width letters) folded. */
const fold = (text: string): string => text.normalize('NFKC');

/** The words of a text, as the index takes them, with blanks between. `raw`: lines as printed, not a reading. */
export function wordsOf(text: string, raw = false): string {
  const folded = fold(text);
  const joined = raw ? folded.replace(BROKEN_WORD, '').replace(BROKEN_RUN, '') : folded;
  return joined.replace(PAIRED, (run) => ` ${pairsOf(run).join(' ')} `);
}

/** 吕梁市: 吕梁, 梁市, 市. */
function pairsOf(run: string): string[] {
  const characters = [...run];
  return characters.map((character, i) => character + (characters[i + 1] ?? ''));
}

/**
 * What to ask the index for, so that `phrase` is found as it stands: quoted for FTS5's MATCH. Null when nothing in it
 * can be looked for.
 */
export function phraseOf(phrase: string): string | null {
  const parts: string[] = [];
  let at = 0;
  const folded = fold(phrase).trim();
  let last = '';
  for (const match of folded.matchAll(PAIRED)) {
    parts.push(...plainWords(folded.slice(at, match.index)));
    const pairs = pairsOf(match[0]);
    // Only at the end of the phrase may the last character be followed by anything.
    if (pairs.length > 1) pairs.pop();
    parts.push(...pairs);
    at = match.index + match[0].length;
    last = match[0];
  }
  const rest = plainWords(folded.slice(at));
  parts.push(...rest);
  if (parts.length === 0) return null;
  const isLoneCharacter = rest.length === 0 && [...last].length === 1;
  const isOpen = /\p{L}\*$/u.test(folded);
  return `"${parts.join(' ')}"${isLoneCharacter || isOpen ? ' *' : ''}`;
}

/** Words of other scripts; nothing in them can end the quotes. */
const plainWords = (text: string): readonly string[] => text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];

export interface Folded {
  readonly text: string;
  /** For each UTF-16 unit of `text`, and for its end, the place in the text that was folded. */
  readonly places: readonly number[];
}

/** The text as two of it are compared to find a hit: case, accents, look-alikes and blanks make no difference. */
export function foldForHits(text: string): Folded {
  let out = '';
  const places: number[] = [];
  let at = 0;
  for (const character of text) {
    const plain = /[\s\u3000\u00ad]/u.test(character) ? '' : plainOf(character);
    for (let i = 0; i < plain.length; i++) places.push(at);
    out += plain;
    at += character.length;
  }
  places.push(at);
  return { text: out, places };
}

const plainOf = (character: string): string =>
  character < '\u0080'
    ? character.toLowerCase()
    : fold(character)
        .normalize('NFD')
        .replace(/\p{Mn}/gu, '')
        .toLowerCase();
