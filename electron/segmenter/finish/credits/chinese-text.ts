/**
 * Names inside Chinese text:
 *
 *     本报讯 （记者 罗丽 通讯员 梁 ）雷锋精神…     in brackets, behind the dateline or at the end
 *     本报讯 记者 赵博 通讯员 曹明曦）钛…          a bracket lost
 *     …西山煤电等。（邹秋）                        a lone name, at the end only
 *     …但是终端匮乏。崔子兰 摄                     the photographer, at the end only
 */
import { AGENCIES } from '../../languages/zh/names.ts';
import { isChineseName } from './chinese-names.ts';
import { LONE_ROLE, parseChinese } from './chinese-parser.ts';
import type { FoundCredit } from './found.ts';

/** A bracket that holds a byline is short. UTF-16 units. */
const LONGEST = 60;
const BRACKET = /[（(【［[〔]([^（()）【】［］[\]〔〕]{1,60})[）)】］\]〕]/gu;
const ROLE_WORD = /记\s*者|記\s*者|通\s*[讯訊]\s*员|通訊員|[摄攝]|作\s*者|供[图圖]|撰|编译|文\s*[/／]|实习生/u;
/** What a dateline ends in. */
const DATELINE_END = /[讯訊电電]\s*$/u;
const WORN_BYLINE = /^\s*(?:者|记|記|讯员|通讯|通员)/u;

/** The names in `text`, a field of one article as running text. */
export function creditsInChinese(text: string): readonly FoundCredit[] {
  const found: FoundCredit[] = [];
  for (const match of text.matchAll(BRACKET)) {
    const inner = match[1] ?? '';
    const behind =
      DATELINE_END.test(text.slice(Math.max(0, match.index - 4), match.index)) ||
      text.slice(0, match.index).trim() === '';
    if (!ROLE_WORD.test(inner) && !(behind && WORN_BYLINE.test(inner))) continue;
    const read = parseChinese(inner, { trusted: behind, worn: behind });
    if (read?.named && read.end >= inner.trimEnd().length) add(found, read.credits, match.index + 1);
  }
  if (found.length === 0) add(found, behindDateline(text), 0);
  add(found, atEnd(text), 0);
  return found;
}

/** Adds what is not there yet, moved by `offset`. */
function add(found: FoundCredit[], credits: readonly FoundCredit[], offset: number): void {
  for (const c of credits) {
    const moved = { ...c, from: c.from + offset, to: c.to + offset };
    if (!found.some((f) => f.from < moved.to && moved.from < f.to)) found.push(moved);
  }
}

const OPENING = /^.{0,40}?(?:本\s*报\s*讯|本報訊|[讯訊](?=\s*[（(]?\s*(?:记|記|通))|日\s*[电電讯訊])\s*[（(]?\s*/su;

/** A byline behind the dateline that lost a bracket, or never had one. */
function behindDateline(text: string): readonly FoundCredit[] {
  const opening = OPENING.exec(text);
  if (!opening) return [];
  const at = opening[0].length;
  const rest = text.slice(at, at + LONGEST);
  const closed = rest.search(/[）)]/u);
  const shut = closed >= 0 ? rest.slice(0, closed) : '';
  const read =
    shut && !/[，。：；、“]/u.test(shut.replace(/、/gu, '')) ? parseChinese(shut, { trusted: true, worn: true }) : null;
  if (read?.named && read.end >= shut.trimEnd().length) return moved(read.credits, at);
  return unclosed(rest, at, /[（(]\s*$/u.test(opening[0]));
}

/** 记者 史佳 通讯员 彭天重汽车…: the names that blanks part are sure; of the last the first two characters. */
function unclosed(rest: string, at: number, bracket: boolean): readonly FoundCredit[] {
  const pattern = bracket
    ? /^(?:(?:本报)?(?:记者|通讯员)\s*\p{sc=Han}{2,3}[\s、]+)*(?:记者|通讯员)\s+\p{sc=Han}{2}/u
    : /^(?:(?:本报)?(?:记者|通讯员)\s+\p{sc=Han}{2,3}(?:\s+|(?=报道|報道|摄影报道)))+/u;
  const head = pattern.exec(rest)?.[0];
  if (!head) return [];
  const read = parseChinese(head, {});
  if (!read?.named) return [];
  const credits = moved(read.credits, at);
  const last = credits.at(-1);
  const cut = bracket && last && /^\p{sc=Han}/u.test(rest.slice(head.length));
  return cut ? [...credits.slice(0, -1), { ...last, incomplete: true }] : credits;
}

const moved = (credits: readonly FoundCredit[], by: number): readonly FoundCredit[] =>
  credits.map((c) => ({ ...c, from: c.from + by, to: c.to + by }));

const LONE = /[（(]([^（()）]{2,16})[）)]?\s*$/u;
const WORN_LONE = /[（(]\s*(\p{sc=Han})\s+[）)]\s*$/u;
const PHOTO =
  /(?:^|[。！？”」』）)…])\s*((?:(?:本[报報]|新华社)?\s*(?:记者|通讯员)?\s*)?\p{sc=Han}[\p{sc=Han}\s、·]{1,10}?\s*(?:(?:摄影|攝影)(?:报道)?|[摄攝]|供[图圖]))\s*[）)]?\s*$/u;

/** A name that closes the text. */
function atEnd(text: string): readonly FoundCredit[] {
  const tail = text.slice(-LONGEST);
  const offset = text.length - tail.length;
  const photo = PHOTO.exec(tail);
  if (photo?.[1]) {
    const read = parseChinese(photo[1]);
    if (read?.named) return moved(read.credits, offset + tail.lastIndexOf(photo[1]));
  }
  const worn = WORN_LONE.exec(tail);
  if (worn?.[1] && isChineseName(`${worn[1]}某`)) {
    const from = offset + worn.index + worn[0].indexOf(worn[1]);
    return [{ role: LONE_ROLE, name: worn[1], from, to: from + 1, incomplete: true }];
  }
  const lone = LONE.exec(tail);
  const inner = lone?.[1];
  if (!lone || !inner) return [];
  const start = offset + lone.index + 1;
  const agency = AGENCIES.find((row) => row.pattern.test(inner.trim()));
  const agencyName = agency?.pattern.exec(inner.trim())?.[1];
  if (agencyName && /^[（(]\s*[据據来稿]/u.test(lone[0])) {
    const from = start + inner.indexOf(agencyName);
    return [{ role: '来源', name: agencyName, from, to: from + agencyName.length, incomplete: false }];
  }
  const read = parseChinese(inner);
  if (!read || read.end < inner.trimEnd().length || (!read.named && read.credits.some((c) => c.name.length > 3)))
    return [];
  const closed = /[）)]\s*$/u.test(lone[0]);
  return closed || read.named ? moved(read.credits, start) : [];
}
