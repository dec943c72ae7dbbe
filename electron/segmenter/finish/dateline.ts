/**
 * Datelines: where and when a report was sent from. Their text stays in the body.
 *
 *     本报讯 （记者 冯海砚） 近日           本报讯
 *     新华社西安3月21日电（记者孙英）        新华社西安3月21日电
 *     OTTAWA, March 17 - Hydro-Quebec      OTTAWA, March 17
 *     LONDON, March 3 (Reuter) — The       LONDON, March 3 (Reuter)
 */
import type { Dateline } from '../../../shared/model/review.ts';
import type { LanguageId, WesternId } from '../languages/names.ts';
import { WESTERN } from './credits/byline-line.ts';
import { type Joined, rawSpan } from './joined.ts';

/** A dateline lies within this much of the text's start. UTF-16 units. */
const REACH = 130;

const B = '[\\s\\u3000]*';
const spaced = (word: string): string => [...word].join(B);
const DATE = `(?:\\d{4}${B}年${B})?\\d{1,2}${B}月${B}\\d{1,2}${B}日`;
const MARKS = '^[\\s■●▲◆★□○•▪◎△]*';

const CHINESE: readonly RegExp[] = [
  new RegExp(`${MARKS}(${spaced('本报')}(?:${B}\\p{sc=Han}{2,6})?(?:${B}${DATE})?${B}[讯訊电電])`, 'u'), // 本报讯; 本报北京3月5日讯
  new RegExp(`${MARKS}(${spaced('本報')}${B}訊)`, 'u'), // 本報訊
  new RegExp(
    `${MARKS}((?:据${B})?(?:\\p{sc=Han}${B}){2,12}${DATE}${B}(?:\\p{sc=Han}{0,2}${B})?[电電讯訊](?!${B}[话子视脑影力台商动器]))`,
    'u',
  ), // 新华社西安3月21日电
  new RegExp(`${MARKS}(${DATE}${B}[电電讯訊](?!${B}[话子视脑影力台商动器]))`, 'u'), // 7月20日电
  new RegExp(`${MARKS}((?:\\p{sc=Han}){2,10}(?<![通资简快喜音短审腾电科])[讯訊])(?=[\\s\\u3000（(])`, 'u'), // 新浪房产讯 （记者
];

/** The dateline that the body begins with; null when it has none. */
export function datelineOf(body: Joined, language: LanguageId): Dateline | null {
  const text = body.text.slice(0, REACH);
  const place = language === 'zh' ? chinese(text) : western(text, language);
  if (!place) return null;
  const raw = body.text.slice(place.from, place.to);
  const clean = language === 'zh' ? raw.replace(/[\s\u3000]+/gu, '') : raw.replace(/\s+/gu, ' ');
  return { text: clean, span: rawSpan(body, place.from, place.to) };
}

interface Place {
  readonly from: number;
  readonly to: number;
}

function chinese(text: string): Place | null {
  for (const pattern of CHINESE) {
    const match = pattern.exec(text);
    const found = match?.[1];
    if (match && found) {
      const from = match[0].length - found.length;
      return { from, to: from + found.length };
    }
  }
  return null;
}

/** A place in capitals, with what may belong to it; a date; an agency; the dash. */
function patternFor(language: WesternId): RegExp {
  const { months: lower, wire } = WESTERN[language];
  const months = lower.replace(/(?<=\(\?:|\|)\p{L}/gu, (c) => `[${c.toLowerCase()}${c.toUpperCase()}]`);
  const date = `(?:,\\s+(?:${months}\\s+\\d{1,2}(?:,\\s+\\d{4})?|(?:le\\s+|den\\s+)?\\d{1,2}(?:er|\\.)?\\s+${months}(?:\\s+\\d{4})?))`;
  const capitals = `\\p{Lu}{2,}[\\p{Lu}.'’-]*(?:\\s+\\p{Lu}{2,}[\\p{Lu}.'’-]*){0,3}(?:,\\s+\\p{Lu}[\\p{L}.]*(?:\\s+\\p{Lu}[\\p{L}.]*){0,3}?)?`;
  const plain = `\\p{Lu}\\p{Ll}[\\p{L}'’-]*(?:[\\s-]\\p{Lu}[\\p{L}'’-]*){0,3}`;
  const agency = `(?:\\s*\\(${wire}\\.?\\))`;
  const dash = `\\.?\\s*(?:[—–]|-{1,2})\\s*(?=[^\\s\\d])`;
  const stop = `\\.?\\s*(?=[.—–-]|$)`;
  // MADRID, 3 (EFE).—  The agency tells the day from a score: BARCELONA, 3 - MADRID, 1
  const day = `(?:,\\s+\\d{1,2}\\.?${agency})`;
  return new RegExp(
    `^[\\s•▪■*-]*(?:(${capitals}(?:${day}|${date}?${agency}?))${dash}|(${plain}${date}${agency}?)(?:${dash}|${stop}))`,
    'u',
  );
}

const PATTERNS = new Map<LanguageId, RegExp>();

function western(text: string, language: WesternId): Place | null {
  const pattern = PATTERNS.get(language) ?? patternFor(language);
  PATTERNS.set(language, pattern);
  const match = pattern.exec(text);
  const found = match?.[1] ?? match?.[2];
  if (!match || !found) return null;
  const from = match[0].indexOf(found);
  return { from, to: from + found.trimEnd().length };
}
