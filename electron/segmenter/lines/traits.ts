/** What a line's characters say, apart from its place: how it begins and ends, its letters, its repetition. */
import { type PageTable, type SignsOf, signsOf } from '../languages/page-table.ts';
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

const STOP = /[。．.!?！？…](?:[”’"'」』）)〉》]*)$/u;
const COMMA = /[,，、;；:：—–]$/u;
const HYPHEN = /[-\u00ad¬=»«]$/u;
const BRACKET = /[”’"'」』）)〉》\]]$/u;

export function traitsOf(line: SetLine, table: PageTable): Traits {
  const { text } = line;
  let letters = 0;
  let capitals = 0;
  let digits = 0;
  let noise = 0;
  let pauses = 0;
  for (const c of text) {
    if (/\p{L}/u.test(c)) {
      letters++;
      if (/\p{Lu}/u.test(c)) capitals++;
    } else if (/\p{Nd}/u.test(c)) digits++;
    else if (/[,，、。;；:：]/u.test(c)) pauses++;
    else if (!/[\s.!?！？“”‘’"'()（）《》「」『』·—–\-…%％/／〈〉、$£]/u.test(c)) noise++;
  }
  const words = line.cjk ? letters : (text.match(/[\p{L}\p{N}’']+/gu)?.length ?? 0);
  const long = line.cjk ? [] : (text.match(/\p{L}[\p{L}’']{3,}/gu) ?? []);
  return {
    ending: endingOf(text),
    beginning: beginningOf(text),
    capitals: letters > 0 ? capitals / letters : 0,
    digits: digits / Math.max(1, letters + digits),
    titled: long.length > 0 ? long.filter((word) => /^\p{Lu}/u.test(word)).length / long.length : 0,
    words,
    pauses,
    noise: noise / text.length,
    signs: signsOf(line.cjk ? closedUp(text) : text, table),
  };
}

const LOOSE_DIGITS = /(?<=[\p{Script=Han}）)])[ \u3000]+(?=\d)|(?<=\d)[ \u3000]+(?=\p{Script=Han})/gu;

/** Without the blanks round digits that extraction puts into CJK text: 新华社上海 12 月9日电 → 新华社上海12月9日电. */
const closedUp = (text: string): string => text.replace(LOOSE_DIGITS, '');

export function endingOf(text: string): Ending {
  if (STOP.test(text)) return 'stop';
  if (HYPHEN.test(text)) return 'hyphen';
  if (COMMA.test(text)) return 'comma';
  return BRACKET.test(text) ? 'bracket' : 'open';
}

function beginningOf(text: string): Beginning {
  const first = text.slice(0, 2);
  if (/^\p{Ll}/u.test(first)) return 'small';
  if (/^\p{Lu}/u.test(first)) return 'capital';
  if (/^\p{N}/u.test(first)) return 'digit';
  if (/^[\p{Script=Han}\p{Script=Hangul}\p{Script=Katakana}\p{Script=Hiragana}]/u.test(first)) return 'cjk';
  return /^[“‘"'「『（(《〈«„]/u.test(first) ? 'quote' : 'mark';
}

/**
 * How often each line comes back in the issue, digits read alike: running heads, column titles, notices. The first
 * lines of pages differ by date and number only.
 */
export function repetitionsOf(lines: readonly SetLine[]): Uint16Array {
  const counts = new Map<string, number>();
  const keys = lines.map((line) => line.text.replace(/[\s\u3000]+/gu, '').replace(/[\d一二三四五六七八九十]+/gu, '#'));
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return Uint16Array.from(keys, (key) => Math.min(60000, counts.get(key) ?? 1));
}
