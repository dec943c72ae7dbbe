/** What a line's characters say, apart from its place: how it begins and ends, its letters, its repetition. */
import { byCharacter, characterClass } from '../../../shared/model/characters.ts';
import { type PageTable, type SignsOf, signsOf } from '../languages/page-table.ts';
import { ACROSS, type Brackets } from '../words/brackets.ts';
import type { SetLine } from './lines.ts';

/** How a line ends. */
export type Ending = 'open' | 'comma' | 'stop' | 'hyphen' | 'bracket';
/** How a line begins. */
export type Beginning = 'small' | 'capital' | 'digit' | 'cjk' | 'quote' | 'mark';

export interface Traits {
  readonly ending: Ending;
  readonly beginning: Beginning;
  /** Shares of its letters (0–1). */
  readonly capitals: number;
  readonly digits: number;
  /** Share of its words of four letters or more that begin with a capital; 0 in CJK text. */
  readonly titled: number;
  /** Words, or CJK characters. */
  readonly words: number;
  /** Commas, stops and the like inside the line. */
  readonly pauses: number;
  /** Signs that are neither letters, digits, blanks nor usual punctuation: noise of a scan. */
  readonly noise: number;
  readonly signs: SignsOf;
}

/** What a character is to the counts of a line. */
const CAPITAL = 1;
const LETTER = 2;
const DIGIT = 3;
/** Ⅳ, ½, ②: it stands in words as digits do, but is noise where a line is counted. */
const NUMBER = 4;
const PAUSE = 5;
const APOSTROPHE = 6;
/** Blanks and usual punctuation. */
const USUAL = 7;
const NOISE = 8;

const PATTERNS: readonly (readonly [number, RegExp])[] = [
  [CAPITAL, /\p{Lu}/u],
  [LETTER, /\p{L}/u],
  [DIGIT, /\p{Nd}/u],
  [NUMBER, /\p{N}/u],
  [PAUSE, /[,，、。;；:：]/u],
  [APOSTROPHE, /[’']/u],
  [USUAL, /[\s.!?！？“”‘"()（）《》「」『』·—–\-…%％/／〈〉、$£]/u],
];
const classOf = byCharacter((c) => PATTERNS.find(([, pattern]) => pattern.test(c))?.[0] ?? NOISE);

/** Shorter words begin with a small letter in heads too. */
const LONG_WORD = 4;

export function traitsOf(line: SetLine, table: PageTable): Traits {
  const { text } = line;
  const counts = countsOf(text);
  const { letters, capitals, digits } = counts;
  return {
    ending: endingOf(text),
    beginning: beginningOf(text),
    capitals: letters > 0 ? capitals / letters : 0,
    digits: digits / Math.max(1, letters + digits),
    titled: line.cjk || counts.long === 0 ? 0 : counts.titled / counts.long,
    words: line.cjk ? letters : counts.words,
    pauses: counts.pauses,
    noise: counts.noise / text.length,
    signs: signsOf(bothEnds(line.cjk ? closedUp(text) : text), table),
  };
}

/** UTF-16 units of the line before in which a signature may have begun. */
const SIGNATURE = 30;

/**
 * The traits of line `i` with the signature that began on the line before and is closed on this one.
 *
 *     分享受这款车的“性价”盛宴。（记
 *     者尹波）
 */
export function signedOver(
  own: Traits,
  lines: readonly SetLine[],
  i: number,
  table: PageTable,
  brackets: Brackets,
): Traits {
  const line = lines[i];
  const before = lines[i - 1];
  if (
    own.signs.closer?.weight === 1 ||
    !line ||
    before?.page !== line.page ||
    brackets.across(i - 1, i) !== ACROSS.pair
  )
    return own;
  const { closer } = signsOf(before.text.slice(-SIGNATURE) + (line.cjk ? '' : ' ') + line.text, table);
  return closer ? { ...own, signs: { ...own.signs, closer } } : own;
}

/** The characters and words of a line. */
interface Counts {
  readonly letters: number;
  readonly capitals: number;
  readonly digits: number;
  readonly pauses: number;
  readonly noise: number;
  /** Letters, numbers and apostrophes without anything between. */
  readonly words: number;
  /** Words of `LONG_WORD` letters or more, and those of them that begin with a capital. */
  readonly long: number;
  readonly titled: number;
}

/** How many characters of each class a line has; told anew for each. */
const told = new Int32Array(NOISE + 1);

function countsOf(text: string): Counts {
  const of = told;
  of.fill(0);
  let words = 0;
  let long = 0;
  let titled = 0;
  let inWord = false;
  /** Letters and apostrophes since the first letter of a word of letters. */
  let length = 0;
  let isTitled = false;
  for (let i = 0; i < text.length; i++) {
    const code = text.codePointAt(i) ?? 0;
    if (code > 0xffff) i++;
    const kind = classOf(code);
    of[kind] = (of[kind] as number) + 1;
    const isLetter = kind === CAPITAL || kind === LETTER;
    const wasInWord = inWord;
    inWord = isLetter || kind === DIGIT || kind === NUMBER || kind === APOSTROPHE;
    if (inWord && !wasInWord) words++;
    if (length === 0 ? isLetter : isLetter || kind === APOSTROPHE) {
      if (length === 0) isTitled = kind === CAPITAL;
      if (++length === LONG_WORD) {
        long++;
        if (isTitled) titled++;
      }
    } else length = 0;
  }
  const capitals = of[CAPITAL] as number;
  return {
    letters: capitals + (of[LETTER] as number),
    capitals,
    digits: of[DIGIT] as number,
    pauses: of[PAUSE] as number,
    noise: (of[NUMBER] as number) + (of[NOISE] as number),
    words,
    long,
    titled,
  };
}

const LOOSE_DIGITS = /(?<=[\p{Script=Han}）)])[ \u3000]+(?=\d)|(?<=\d)[ \u3000]+(?=\p{Script=Han})/gu;

/** Without the blanks round digits that extraction puts into CJK text: 新华社上海 12 月9日电 → 新华社上海12月9日电. */
const closedUp = (text: string): string => (/[ \u3000]/u.test(text) ? text.replace(LOOSE_DIGITS, '') : text);

/**
 * So much of a line's beginning and of its end is looked at for signs, UTF-16 units: more than any printed line has. A text
 * that came as one line has its dateline and its signature there, and costs no more time than it has lines.
 */
const END_UNITS = 500;

const bothEnds = (text: string): string =>
  text.length > 2 * END_UNITS ? text.slice(0, END_UNITS) + text.slice(-END_UNITS) : text;

const isStop = characterClass(/[。．.!?！？…]/u);
const isComma = characterClass(/[,，、;；:：—–]/u);
const isHyphen = characterClass(/[-\u00ad¬=»«]/u);
/** They may stand behind a stop. */
const isCloser = characterClass(/[”’"'」』）)〉》]/u);

export function endingOf(text: string): Ending {
  if (text === '') return 'open';
  const last = text.charCodeAt(text.length - 1);
  let end = text.length - 1;
  while (end > 0 && isCloser(text.charCodeAt(end))) end--;
  if (isStop(text.charCodeAt(end))) return 'stop';
  if (isHyphen(last)) return 'hyphen';
  if (isComma(last)) return 'comma';
  return isCloser(last) || last === SQUARE_BRACKET ? 'bracket' : 'open';
}
const SQUARE_BRACKET = 0x5d;

const BEGINNINGS: readonly (readonly [Beginning, RegExp])[] = [
  ['small', /\p{Ll}/u],
  ['capital', /\p{Lu}/u],
  ['digit', /\p{N}/u],
  ['cjk', /[\p{Script=Han}\p{Script=Hangul}\p{Script=Katakana}\p{Script=Hiragana}]/u],
  ['quote', /[“‘'"「『（(《〈«„]/u],
  ['mark', /./su],
];
const beginningAt = byCharacter((c) => BEGINNINGS.findIndex(([, pattern]) => pattern.test(c)));

const beginningOf = (text: string): Beginning => BEGINNINGS[beginningAt(text.codePointAt(0) ?? 0)]?.[0] ?? 'mark';

const FIGURE = /[\d一二三四五六七八九十]/u;
const FIGURES = /[\d一二三四五六七八九十]+/gu;

/**
 * How often each line comes back in the issue, digits read alike: running heads, column titles, notices. The first
 * lines of pages differ by date and number only.
 */
export function repetitionsOf(lines: readonly SetLine[]): Uint16Array {
  const counts = new Map<string, number>();
  const keys = lines.map(({ text }) => {
    const closed = /\s/u.test(text) ? text.replace(/\s+/gu, '') : text;
    return FIGURE.test(closed) ? closed.replace(FIGURES, '#') : closed;
  });
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return Uint16Array.from(keys, (key) => Math.min(60000, counts.get(key) ?? 1));
}
