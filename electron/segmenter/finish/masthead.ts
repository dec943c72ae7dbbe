/**
 * Newspaper, date, edition and pages, from page headers and footers, and from the file's name where they say nothing.
 *
 *     北川日报 2013年8月19日 星期一                       The Harbor Courier, Monday, October 16, 1995
 *     第一版　要闻                                        A2
 */
import { lineAt, lineText } from '../../../shared/model/lines.ts';
import type { Span } from '../../../shared/model/position.ts';
import type { Issue, Masthead, OutsideRun } from '../../../shared/model/review.ts';
import { editorsOf } from './editors.ts';
import { type PrintedDate, printedDate, weekdayOf } from './masthead-date.ts';

export interface FoundMasthead {
  readonly masthead: Masthead;
  /** The date names a weekday that it did not fall on. */
  readonly weekday: {
    readonly span: Span;
    readonly date: string;
    readonly printed: string;
    readonly real: string;
  } | null;
}

/** Headers are short. UTF-16 units */
const LONGEST = 160;
/** Furniture lines looked at: headers repeat, and the first page tells most. */
const LINES = 400;

const CHINESE_PAPER =
  /([\p{sc=Han}]{2,8}(?:日报|晚报|早报|晨报|时报|商报|都市报|快报|导报|新报|青年报|周报|周刊|日報|晚報|時報|早報|新報|周報))/u;
const WESTERN_PAPER =
  /^\s*(?:[A-Z]-?\d{1,2}\s+)?((?:The |El |Le |La |L['’]|Les |Der |Die |Das |De |Het )?\p{Lu}[\p{L}'’.&-]*(?:\s+\p{L}[\p{L}'’.&-]*){0,5}?)\s*[,.—–-]*\s*(?:No|Nr|N°|Vol)?\.?\s*(?=(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Lun|Mar|Mercre|Jeu|Vendre|Same)di|Dimanche|Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonnabend|Sonntag|(?:Lun|Mart|Miércol|Juev|Viern)es|Sábado|Domingo|\p{Lu}\p{Ll}+ \d{1,2}, \d{4})/iu;
const CHINESE_PAGE = /第\s*([一二三四五六七八九十\d]{1,3}|[A-Z]\d{1,2})\s*[版版]|(?:^|\s)([A-Z]?\d{1,2})\s*版/u;
const WESTERN_PAGE =
  /^\s*(?:Page|Seite|Pagina|Pag\.|P\.)?\s*([A-Z]-?\d{1,2}|\d{1,2}-?[A-Z])\s*(?:$|\s{2,}|\s(?=\p{Lu}\p{Ll}))|(?:Page|Seite|Pagina)\s+(\d{1,3})\b/u;
const EDITION =
  /((?:Late |Early )?(?:Final|City|Home|State|Morning|Evening|Sunday|Night|National)\s+Edition|(?:总|總)?第\s*\d{2,6}\s*期|[Éé]dition (?:du|de) (?:matin|soir|Paris)|(?:Morgen|Abend)-?(?:Ausgabe|Blatt)|\p{Lu}\p{Ll}+-Editie)/u;

/** What the furniture says; `name` is the file's name. */
export function mastheadOf(issue: Issue, outside: readonly OutsideRun[], name = ''): FoundMasthead {
  const lines = furnitureLines(issue, outside);
  const dated = firstOf(lines, (line) => printedDate(line.text));
  const paper = firstOf(lines, (line) => paperOf(line.text))?.found ?? loneTitle(lines) ?? paperFromName(name);
  const edition = firstOf(lines, (line) => EDITION.exec(line.text)?.[1])?.found;
  const pages = pagesOf(lines);
  const editors = editorsOf(lines);
  const date = dated?.found.text ?? dateFromName(name);
  const masthead: Masthead = {
    ...(paper && { paper }),
    ...(date && { date }),
    ...(edition && { edition }),
    ...(pages && { pages }),
    ...(editors && { editors }),
  };
  return { masthead, weekday: dated ? weekdayDisagrees(dated.found, dated.line) : null };
}

interface FurnitureLine extends Span {
  readonly text: string;
}

function furnitureLines(issue: Issue, outside: readonly OutsideRun[]): readonly FurnitureLine[] {
  const out: FurnitureLine[] = [];
  for (const run of outside) {
    if (run.role !== 'furniture') continue;
    for (let number = lineAt(issue.lines, run.from); out.length < LINES; number++) {
      const start = issue.lines.starts[number - 1] ?? issue.text.length;
      if (start >= run.to || number > issue.lines.count) break;
      const span = lineText(issue.text, issue.lines, number);
      if (!span || span.to <= run.from) continue;
      const from = Math.max(span.from, run.from);
      const to = Math.min(span.to, run.to);
      if (to > from && to - from < LONGEST) out.push({ from, to, text: issue.text.slice(from, to) });
    }
  }
  return out;
}

function firstOf<T>(
  lines: readonly FurnitureLine[],
  find: (line: FurnitureLine) => T | null | undefined,
): { line: FurnitureLine; found: T } | null {
  for (const line of lines) {
    const found = find(line);
    if (found !== null && found !== undefined && found !== '') return { line, found };
  }
  return null;
}

function paperOf(text: string): string | undefined {
  const chinese = CHINESE_PAPER.exec(text.replace(/(?<=\p{sc=Han})[\s\u3000]+(?=[报報])/gu, ''))?.[1];
  if (chinese) return chinese;
  const western = WESTERN_PAPER.exec(text)?.[1]?.replace(/[\s.,]+$/u, '');
  return western && western.length > 2 && western.split(/\s+/u).every(isNameWord) ? western : undefined;
}

/** Words of a newspaper's name: capitals, and the small words between them. */
const isNameWord = (word: string): boolean =>
  /^\p{Lu}/u.test(word) ||
  /^(?:of|the|and|de|del|du|des|la|le|les|et|für|und|der|die|das|van|en|het|l['’]\p{Lu}.*)$/u.test(word);

function pagesOf(lines: readonly FurnitureLine[]): string | undefined {
  const pages = new Set<string>();
  for (const { text } of lines) {
    const match = CHINESE_PAGE.exec(text) ?? WESTERN_PAGE.exec(text);
    const page = match?.[1] ?? match?.[2];
    if (page) pages.add(page);
  }
  return pages.size > 0 ? [...pages].slice(0, 40).join(', ') : undefined;
}

const PAPER_WORD =
  /^(?:daily|times|news|post|herald|gazette|tribune|courier|express|star|standard|journal|press|chronicle|ledger|\p{L}*zeitung|\p{L}*anzeiger|\p{L}*blatt|bote|courant|dagblad|\p{L}*nieuws|matin|figaro|gaulois|débats|ribao|wanbao)$/iu;

/** Furniture lines from the start in which a title may stand alone. */
const TITLE_LINES = 30;

/** `Nieuwe Amsterdamsche Courant.` on a line of its own near the start. */
function loneTitle(lines: readonly FurnitureLine[]): string | undefined {
  for (const { text } of lines.slice(0, TITLE_LINES)) {
    const title = text.split(/\s[-–—]\s/u)[0]?.replace(/[\s.,]+$/u, '') ?? '';
    const words = title.split(/\s+/u);
    if (words.length >= 2 && words.length <= 6 && words.every(isNameWord) && words.some((w) => PAPER_WORD.test(w)))
      return title;
  }
  return undefined;
}

/** `lvliang-daily.txt`: Lvliang Daily. Only where a word says that it is a newspaper. */
function paperFromName(name: string): string | undefined {
  const stem = name.replace(/^.*[\\/]/u, '').replace(/\.[^.]*$/u, '');
  const chinese = CHINESE_PAPER.exec(stem)?.[1];
  if (chinese) return chinese;
  const words = stem.split(/[\s_-]+/u).filter((word) => /^\p{L}{2,}$/u.test(word));
  if (words.length < 2 || !words.some((word) => PAPER_WORD.test(word))) return undefined;
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' ');
}

/** `express-1977-05-02.txt`: 1977-05-02 */
function dateFromName(name: string): string | undefined {
  const match = /(?<!\d)(1[5-9]\d\d|20\d\d)[-_.]?(0[1-9]|1[0-2])[-_.]?(0[1-9]|[12]\d|3[01])(?!\d)/u.exec(name);
  return match ? `${match[1]}-${match[2]}-${match[3]}` : undefined;
}

function weekdayDisagrees(date: PrintedDate, line: FurnitureLine): FoundMasthead['weekday'] {
  if (date.weekday === null || date.weekdayText === null) return null;
  const real = weekdayOf(date.year, date.month, date.day);
  if (real === date.weekday) return null;
  return {
    span: { from: line.from, to: line.to },
    date: date.text,
    printed: date.weekdayText,
    real: date.weekdayName(real),
  };
}
