/** What is looked for, as a pattern, and what a hit shall read instead. */

/** What the editor asks for. */
export interface Query {
  /** Plain text, or the source of a regular expression. */
  readonly text: string;
  readonly isRegExp: boolean;
  readonly matchCase: boolean;
  /** Not in the middle of a word. CJK text is set without spaces between words: there every edge will do. */
  readonly wholeWord: boolean;
}

/** `detail`: what is wrong with a regular expression, in the engine's own words. */
export type Compiled =
  | { readonly ok: true; readonly pattern: RegExp }
  | { readonly ok: false; readonly detail: string };

/** A letter or figure of a script that parts its words by spaces. */
const LETTER = String.raw`(?![\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Bopomofo}])[\p{L}\p{N}\p{M}_]`;
/** Anywhere but between two letters of a word. */
const EDGE = `(?:(?<!${LETTER})|(?!${LETTER}))`;

const literal = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/gu, String.raw`\$&`);

/** The pattern for a query: global, by code points. Nothing is found of an empty query. */
export function compile({ text, isRegExp, matchCase, wholeWord }: Query): Compiled {
  const source = isRegExp ? `(?:${text})` : literal(text);
  try {
    // Alone first: `a)(b` makes sense only between the brackets that are put around it.
    if (isRegExp) new RegExp(text, 'u');
    return { ok: true, pattern: new RegExp(wholeWord ? `${EDGE}${source}${EDGE}` : source, matchCase ? 'gu' : 'giu') };
  } catch (error) {
    return { ok: false, detail: error instanceof Error ? error.message : String(error) };
  }
}

/** `$1`, `$12`, `$<name>`, `$&`, `$$` in what stands instead of a hit of a regular expression. */
const PLACE = /\$(?:(?<number>\d{1,2})|<(?<name>[^>]*)>|(?<sign>[&$]))/gu;

/** What a match reads instead; `template` is taken as it is for plain text. As `String.prototype.replace` has it. */
export function expand(template: string, match: RegExpExecArray, isRegExp: boolean): string {
  if (!isRegExp || !template.includes('$')) return template;
  return template.replace(PLACE, (place: string, ...found: readonly unknown[]) => {
    const { number, name, sign } = found.at(-1) as { number?: string; name?: string; sign?: string }; // PLACE has named groups
    if (sign !== undefined) return sign === '$' ? '$' : match[0];
    if (name !== undefined) return match.groups ? (match.groups[name] ?? '') : place;
    return numbered(number ?? '', match) ?? place;
  });
}

/** `$12` is the twelfth group where there is one, else the first and a `2`. */
function numbered(digits: string, match: RegExpExecArray): string | null {
  const whole = Number(digits);
  if (whole > 0 && whole < match.length) return match[whole] ?? '';
  const first = Number(digits.charAt(0));
  if (digits.length === 2 && first > 0 && first < match.length) return `${match[first] ?? ''}${digits.charAt(1)}`;
  return null;
}
