/** Which words keep their hyphen when it falls at a line's end: what the issue prints elsewhere, and a few sure words. */
import { characterClass } from '../../../../shared/model/characters.ts';
import type { LanguageId } from '../../languages/names.ts';
import { smallLetters } from '../../words/small.ts';

/** Second parts that nearly always stand behind a hyphen, and words that take one before them. */
interface HyphenRows {
  /** `long-term`, `oil-based`, `dit-il` */
  readonly seconds: ReadonlySet<string>;
  /** `self-made`, `two-year`, `vice-président` */
  readonly firsts: ReadonlySet<string>;
  /** Behind a hanging hyphen: `Vor- und Nachteile`, `short- and long-term`. */
  readonly and: ReadonlySet<string>;
}

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

const ROWS: { readonly [language in LanguageId]: HyphenRows } = {
  en: {
    seconds: words(
      'term based year old owned led made run backed born style sized scale like-minded elect general producing speaking looking quarter third thirds thirds half round in-law',
    ),
    firsts: words(
      'self ex non-profit vice half mid all well two three four five six seven eight nine ten twelve twenty thirty forty fifty sixty seventy eighty ninety multi-year',
    ),
    and: words('and or to'),
  },
  fr: {
    seconds: words(
      'il ils elle elles on je tu nous vous moi toi lui leur ce ci là même mêmes y en t-il t-elle t-on bas dire',
    ),
    firsts: words(
      'vice ex demi quasi grand sous-préfet non au par ci là peut est dit quelques vingt trente quarante cinquante soixante quatre saint sainte',
    ),
    and: words('et ou'),
  },
  de: { seconds: words(''), firsts: words('ex nord süd ost west'), and: words('und oder bzw u') },
  nl: { seconds: words(''), firsts: words('oud ex vice zuid noord oost west'), and: words('en of') },
  es: { seconds: words(''), firsts: words('ex vice norte sur'), and: words('y e o') },
  zh: { seconds: words(''), firsts: words(''), and: words('and or') },
};

/** How often words and compounds occur in an issue, small letters. */
export interface Vocabulary {
  readonly words: ReadonlyMap<string, number>;
  readonly compounds: ReadonlyMap<string, number>;
}

const isLetter = characterClass(/\p{L}/u);
const HYPHEN = 0x2d;

/** The offset behind the letters that stand together from `from` on. */
function endOfLetters(text: string, from: number): number {
  let end = from;
  while (end < text.length) {
    const code = text.codePointAt(end) ?? 0;
    if (!isLetter(code)) break;
    end += code > 0xffff ? 2 : 1;
  }
  return end;
}

/** The words of the text that stand within lines, and those of letters and hyphens between them. */
export function vocabularyOf(text: string): Vocabulary {
  const words = new Map<string, number>();
  const compounds = new Map<string, number>();
  for (let from = 0; from < text.length; ) {
    let end = endOfLetters(text, from);
    let counts = words;
    while (end > from && text.charCodeAt(end) === HYPHEN) {
      const next = endOfLetters(text, end + 1);
      if (next === end + 1) break;
      end = next;
      counts = compounds;
    }
    if (end - from >= 3) {
      const key = smallLetters(text, from, end);
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    from = end + 1;
  }
  return { words, compounds };
}

/** What becomes of a hyphen between `first` at a line's end and `second` at the next line's start. */
export type HyphenFate = 'joined' | 'kept' | 'hanging';

/** `first` and `second` are the letters on both sides of the hyphen. */
export function fateOf(first: string, second: string, language: LanguageId, vocabulary: Vocabulary): HyphenFate {
  const a = first.toLowerCase();
  const b = second.toLowerCase();
  const rows = ROWS[language];
  if (rows.and.has(b)) return 'hanging';
  const whole = vocabulary.words.get(a + b) ?? 0;
  const compound = vocabulary.compounds.get(`${a}-${b}`) ?? 0;
  if (whole !== compound) return whole > compound ? 'joined' : 'kept';
  return rows.seconds.has(b) || rows.firsts.has(a) ? 'kept' : 'joined';
}
