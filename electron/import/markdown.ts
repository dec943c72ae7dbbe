/**
 * Markdown as text: its lines, without the marks that a reader of the page would not see. Line by line, not a parser of
 * CommonMark: a paragraph of several lines keeps them, for they are the lines as they were printed or typed.
 */
import type { SetBlock, SetLine, SetPage } from './pages.ts';

/** The page of a decoded Markdown text. */
export function readMarkdown(text: string): SetPage {
  const blocks: SetLine[][] = [[]];
  for (const line of linesOf(text)) {
    if (line === null) blocks.push([]);
    else blocks.at(-1)?.push({ words: [{ text: line, box: null }], box: null });
  }
  return { width: 0, height: 0, unit: 'pixel', blocks: blocks.map((lines): SetBlock => ({ ids: [], lines })) };
}

const FENCE = /^ {0,3}(`{3,}|~{3,})/;
/** Rules, underlines of headings and what opens or closes something: lines of nothing but marks. */
const MARKS_ONLY = /^ {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}|=+[ \t]*)$/;
const HEADING = /^ {0,3}#{1,6}(?:[ \t]+|$)/;
/** The marks that may close a heading; looked for from the beginning of their run only. */
const HEADING_END = /(?<![#])#+$/;
const QUOTE = /^ {0,3}>[ \t]?/;
/** The line under a table's head, without its blanks. */
const TABLE_RULE = /^\|?:?-{2,}:?(?:\|:?-{2,}:?)*\|?$/;
const TABLE_SIGNS = /^[ \t|:-]+$/;
/** UTF-16 units of a stretch of emphasis or code at most: what never closes is looked for so far only. */
const LONGEST_SPAN = 1000;
const CODE = new RegExp(`(\`+)(?!\`)(.{1,${LONGEST_SPAN}}?)(?<!\`)\\1(?!\`)`, 'g');
const STARS = new RegExp(`(\\*{1,3}|~~)(?=\\S)(.{1,${LONGEST_SPAN}}?)(?<=\\S)\\1`, 'g');
const UNDERLINES = new RegExp(
  `(?<![\\p{L}\\p{N}])(_{1,3})(?=\\S)(.{1,${LONGEST_SPAN}}?)(?<=\\S)\\1(?![\\p{L}\\p{N}])`,
  'gu',
);

/** The lines that a reader sees; null where a block ends. */
function* linesOf(text: string): Generator<string | null> {
  let fence = '';
  for (const source of withoutComments(withoutFrontMatter(text)).split('\n')) {
    const opening = FENCE.exec(source)?.[1] ?? '';
    if (fence !== '') {
      const isEnd = opening.startsWith(fence) && source.trim() === opening;
      yield isEnd ? null : source;
      if (isEnd) fence = '';
    } else if (opening !== '') {
      fence = opening;
      yield null;
    } else yield* lineOf(source);
  }
}

function* lineOf(source: string): Generator<string | null> {
  let line = source;
  while (QUOTE.test(line)) line = line.replace(QUOTE, '');
  const isHeading = HEADING.test(line);
  if (line.trim() === '' || MARKS_ONLY.test(line) || isTableRule(line)) return yield null;
  if (isHeading) yield null;
  yield inlineText(isHeading ? headingText(line) : line);
  if (isHeading) yield null;
}

const isTableRule = (line: string): boolean => TABLE_SIGNS.test(line) && TABLE_RULE.test(line.replaceAll(/[ \t]/g, ''));

/** A heading without its marks; those at its end count after a blank only. */
function headingText(line: string): string {
  const text = line.replace(HEADING, '').trimEnd();
  const open = text.replace(HEADING_END, '');
  return open === '' || /[ \t]$/.test(open) ? open.trimEnd() : text;
}

/** What stands between the first two lines `---` is about the text, not of it. */
const withoutFrontMatter = (text: string): string => text.replace(/^---\n(?:[\w-]+:.*\n|[ \t]+.*\n|\n)*?---\n/, '');

/** Comments go, whole lines with their line end. */
function withoutComments(text: string): string {
  const parts: string[] = [];
  const opening = /^[ \t]*<!--/gm;
  let kept = 0;
  for (let found = opening.exec(text); found; found = opening.exec(text)) {
    const closed = text.indexOf('-->', opening.lastIndex);
    if (closed < 0) break;
    const lineEnd = text.indexOf('\n', closed);
    opening.lastIndex = closed;
    if (lineEnd < 0 || text.slice(closed + 3, lineEnd).trim() !== '') continue;
    parts.push(text.slice(kept, found.index), '\n');
    kept = lineEnd + 1;
    opening.lastIndex = kept;
  }
  return parts.join('') + text.slice(kept);
}

/** Stand in for escaped characters and code while marks are taken away: no text has them. */
const HELD = '\ue000';
const HELD_END = '\ue001';
const ENTITIES: { readonly [name: string]: string } = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
};

/** A line without its inline marks: emphasis, code, links, images, tags, escapes, references. */
function inlineText(line: string): string {
  const held: string[] = [];
  // A backslash at the end breaks the line: the line ends here anyway.
  const whole = line.endsWith('\\') ? line.slice(0, -1).trimEnd() : line;
  const hold = (text: string): string => `${HELD}${held.push(text) - 1}${HELD_END}`;
  return whole
    .replaceAll(HELD, '')
    .replaceAll(HELD_END, '')
    .replace(/\\([!-/:-@[-`{-~])/g, (_, char: string) => hold(char))
    .replace(CODE, (_, _marks: string, code: string) => hold(code))
    .replace(/&(#\d{1,7}|#x[\da-f]{1,6}|\w{2,5});/gi, (whole, name: string) => hold(referenced(name) ?? whole))
    .replace(/<((?:https?|mailto):[^\s<>]+)>/gi, (_, address: string) => hold(address))
    .replace(/!?\[([^[\]]*)\]\([^()\s]*(?:\s+"[^"]*")?\)/g, '$1')
    .replace(/<\/?[a-z][^<>]*>/gi, '')
    .replace(STARS, '$2')
    .replace(UNDERLINES, '$2')
    .replace(/\ue000(\d+)\ue001/g, (_, n: string) => held[Number(n)] ?? '');
}

/** The character of a reference; null for one that is none. */
function referenced(name: string): string | null {
  if (!name.startsWith('#')) return ENTITIES[name] ?? null;
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
}
