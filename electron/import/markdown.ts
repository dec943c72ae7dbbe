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
const HEADING_END = /[ \t]+#+[ \t]*$/;
const QUOTE = /^ {0,3}>[ \t]?/;
const TABLE_RULE = /^[ \t]*\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t]*:?-{2,}:?[ \t]*)*\|?[ \t]*$/;

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
  if (line.trim() === '' || MARKS_ONLY.test(line) || TABLE_RULE.test(line)) return yield null;
  if (isHeading) yield null;
  yield inlineText(isHeading ? line.replace(HEADING, '').replace(HEADING_END, '') : line);
  if (isHeading) yield null;
}

/** What stands between the first two lines `---` is about the text, not of it. */
const withoutFrontMatter = (text: string): string => text.replace(/^---\n(?:[\w-]+:.*\n|[ \t]+.*\n|\n)*?---\n/, '');

/** Comments go, whole lines with their line end. */
const withoutComments = (text: string): string => text.replace(/^[ \t]*<!--[\s\S]*?-->[ \t]*\n/gm, '\n');

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
  const hold = (text: string): string => `${HELD}${held.push(text) - 1}${HELD_END}`;
  return line
    .replaceAll(HELD, '')
    .replaceAll(HELD_END, '')
    .replace(/\\([!-/:-@[-`{-~])/g, (_, char: string) => hold(char))
    .replace(/(`+)(?!`)(.+?)(?<!`)\1(?!`)/g, (_, _marks: string, code: string) => hold(code))
    .replace(/&(#\d{1,7}|#x[\da-f]{1,6}|\w{2,5});/gi, (whole, name: string) => hold(referenced(name) ?? whole))
    .replace(/<((?:https?|mailto):[^\s<>]+)>/gi, (_, address: string) => hold(address))
    .replace(/!?\[([^[\]]*)\]\([^()\s]*(?:\s+"[^"]*")?\)/g, '$1')
    .replace(/<\/?[a-z][^<>]*>/gi, '')
    .replace(/(\*{1,3}|~~)(?=\S)(.+?)(?<=\S)\1/g, '$2')
    .replace(/(?<![\p{L}\p{N}])(_{1,3})(?=\S)(.+?)(?<=\S)\1(?![\p{L}\p{N}])/gu, '$2')
    .replace(/[ \t]*\\$/, '')
    .replace(/\ue000(\d+)\ue001/g, (_, n: string) => held[Number(n)] ?? '');
}

/** The character of a reference; null for one that is none. */
function referenced(name: string): string | null {
  if (!name.startsWith('#')) return ENTITIES[name] ?? null;
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
}
