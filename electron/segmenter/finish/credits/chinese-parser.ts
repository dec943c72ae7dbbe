/**
 * Reads a Chinese byline: what stands in the brackets of （记者 罗丽 通讯员 梁 ）, or on a line of its own.
 *
 *     本报记者 戴玉远 龙 新 文/图      desk, role, names, closing role
 *     甲/文 乙/图                      names, each with its role behind
 *     记者 刘亮亮 摄                   what stands behind rules: 摄影
 */

import type { RoleRow } from '../../languages/names.ts';
import { DESKS, MARKS, NOT_IN_NAMES, ROLES, SURNAMES, WORN_ROLES } from '../../languages/zh/names.ts';
import { isChineseName, splitNames } from './chinese-names.ts';
import type { FoundCredit } from './found.ts';

export interface ChineseByline {
  readonly credits: readonly FoundCredit[];
  /** Whether a role word or 本报 stands with the names. */
  readonly named: boolean;
  /** Whether a mark such as □ opens it. */
  readonly marked: boolean;
  /** How much of the text was read, UTF-16 units. */
  readonly end: number;
}

export interface ParseOptions {
  /** Accept role words that lost a glyph: behind a dateline, in brackets. */
  readonly worn?: boolean;
  /** Names behind a role word need no known family name: in brackets behind a dateline. */
  readonly trusted?: boolean;
}

interface Token {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** The role of names that nothing names: a lone （赵秉昌）. */
export const LONE_ROLE = '作者';

const BLANK = /^[\s\u00a0\u200b\u2060]+/u;
const SEPARATOR = /^[、，,;；/／:：&＆.．|｜]/u;
const HAN = /^\p{sc=Han}/u;
const DOT = /^[·‧•・]/u;
const LOST = /^[\ufffd\ue000-\uf8ff〓]/u;
const LATIN = /^\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*)*/u;
/** Role words of one character count only where a blank, a slash or the start stands before them. */
const SHORT = new Set(['zh/text', 'zh/picture']);

/**
 * Reads a byline from the start of `text` on, as far as it goes. Null when no name was read, or when what is read as a
 * name can't be one (记者 从…). `end` tells whether all was read.
 */
export function parseChinese(text: string, options: ParseOptions = {}): ChineseByline | null {
  const reader = new Reader(text, options);
  return reader.read();
}

class Reader {
  private at = 0;
  private readonly credits: FoundCredit[] = [];
  private pending: Token[] = [];
  private role: string | null = null;
  private named = false;
  private afterRole = false;
  private readonly text: string;
  private readonly options: ParseOptions;

  constructor(text: string, options: ParseOptions) {
    this.text = text;
    this.options = options;
  }

  read(): ChineseByline | null {
    const mark = MARKS.exec(this.text);
    if (mark) this.at = mark[0].length;
    while (this.at < this.text.length && this.step());
    const end = this.at;
    if (!this.flush(this.role ?? LONE_ROLE)) return null;
    if (this.credits.length === 0) return null;
    return { credits: this.credits, named: this.named, marked: mark !== null, end };
  }

  /** Reads one token; false where the byline ends. */
  private step(): boolean {
    const rest = this.text.slice(this.at, this.at + 60);
    const blank = BLANK.exec(rest) ?? SEPARATOR.exec(rest);
    if (blank) {
      this.at += blank[0].length;
      return true;
    }
    const desk = this.startOfWord() ? DESKS.find((row) => row.pattern.test(rest)) : undefined;
    if (desk) {
      this.at += desk.pattern.exec(rest)?.[0].length ?? 0;
      this.named = true;
      return true;
    }
    const row = this.roleAt(rest);
    if (row) return this.takeRole(row, row.pattern.exec(rest)?.[0] ?? '');
    return this.takeName(rest);
  }

  private startOfWord(): boolean {
    return this.at === 0 || /[^\p{sc=Han}]/u.test(this.text[this.at - 1] ?? ' ');
  }

  private roleAt(rest: string): RoleRow | undefined {
    const rows: readonly RoleRow[] = this.options.worn ? [...ROLES, ...WORN_ROLES] : ROLES;
    return rows.find(
      (row) =>
        row.pattern.test(rest) &&
        (this.startOfWord() || !SHORT.has(row.id)) &&
        (!row.id.endsWith('-worn') || this.startOfWord()),
    );
  }

  private takeRole(row: RoleRow, word: string): boolean {
    this.at += word.length;
    this.named = true;
    this.afterRole = true;
    const stands = row.stands === 'either' ? this.sideOf(row) : row.stands;
    if (stands === 'before') {
      if (!this.flush(this.role ?? LONE_ROLE)) return false;
      this.role = row.role ?? LONE_ROLE;
      return true;
    }
    if (this.pending.length === 0) {
      this.role = row.role ?? this.role;
      return true;
    }
    const ok = this.flush(row.role ?? this.role ?? LONE_ROLE);
    this.role = null;
    return ok;
  }

  /** 摄影/李四 and 记者 张三 摄影 李四 stand before their name, 张三/摄影 behind it. */
  private sideOf(row: RoleRow): 'before' | 'after' {
    if (this.pending.length === 0) return 'before';
    const next = this.text.slice(this.at).trimStart();
    if (/^[/／:：]/u.test(next)) return 'before';
    const ruled = this.role !== null && row.role === '摄影' && row.id === 'zh/photographer';
    return ruled && HAN.test(next) ? 'before' : 'after';
  }

  private takeName(rest: string): boolean {
    const latin = this.afterRole ? LATIN.exec(rest) : null;
    if (latin) {
      this.pending.push({ text: latin[0], from: this.at, to: this.at + latin[0].length });
      this.at += latin[0].length;
      return true;
    }
    const from = this.at;
    while (this.at < this.text.length) {
      const here = this.text.slice(this.at, this.at + 60);
      if (this.at > from && (this.roleAt(here) || (this.pending.length === 0 && SEPARATOR.test(here)))) break;
      const char = HAN.exec(here) ?? LOST.exec(here) ?? (this.at > from ? DOT.exec(here) : null);
      if (!char) break;
      this.at += char[0].length;
    }
    if (this.at === from) return false;
    this.pending.push({ text: this.text.slice(from, this.at), from, to: this.at });
    return true;
  }

  /** Turns the names that wait into credits of `role`; false when one of them is no name. */
  private flush(role: string): boolean {
    const names = padded(this.text, this.pending);
    this.pending = [];
    for (const token of names) {
      const read = this.namesOf(token);
      if (!read) return false;
      for (const name of read) this.credits.push({ ...name, role });
    }
    return true;
  }

  private namesOf(token: Token): readonly Omit<FoundCredit, 'role'>[] | null {
    const { from, to } = token;
    const name = token.text.replace(/[\s\u00a0\u200b\u2060\ufffd\ue000-\uf8ff〓]/gu, '');
    const lost = /[\ufffd\ue000-\uf8ff〓]/u.test(token.text);
    if (LATIN.test(name)) return [{ name: token.text, from, to, incomplete: false }];
    if ([...name].length === 1)
      return this.afterRole && isFamilyName(name) ? [{ name, from, to, incomplete: true }] : null;
    if (name === '') return null;
    const parts = name === token.text ? splitNames(name) : [name];
    if (!parts) return null;
    let at = from;
    const found = parts.map((part) => {
      const start = at;
      at += part.length;
      return { name: part, from: start, to: parts.length === 1 ? to : at, incomplete: lost };
    });
    const trusted = this.options.trusted === true && this.afterRole;
    const isName = (n: string) => isChineseName(n) || (trusted && isPlausible(n));
    return found.every((f) => isName(f.name) || (lost && f.name.length <= 3)) ? found : null;
  }
}

const isFamilyName = (name: string): boolean => SURNAMES.has(name) && !NOT_IN_NAMES.test(name);

/** Behind a role word a name may begin with any character; but not with those of running text. */
const isPlausible = (name: string): boolean => /^\p{sc=Han}{2,3}$/u.test(name) && !NOT_IN_NAMES.test(name);

/**
 * Puts names together that blanks spread: 王 伟 and 龙 新 padded to the width of three, 龚 东 然 on a letter-spaced line,
 * 刘 晓明 with a glyph lost. Single characters make names of two or three; one before two makes three.
 */
function padded(text: string, tokens: readonly Token[]): readonly Token[] {
  const out: Token[] = [];
  for (let i = 0; i < tokens.length; ) {
    const take = groupSize(text, tokens, i);
    const first = tokens[i] as Token; // i is in range
    const last = tokens[i + take - 1] as Token; // groupSize stays within the list
    out.push({ text: text.slice(first.from, last.to), from: first.from, to: last.to });
    i += take;
  }
  return out;
}

/** How many tokens from `first` on make one name. */
function groupSize(text: string, tokens: readonly Token[], first: number): number {
  let singles = 0;
  while (isSingle(tokens[first + singles]) && (singles === 0 || isBlankGap(text, tokens, first + singles))) singles++;
  if (singles === 0) return 1;
  if (singles === 1) {
    const next = tokens[first + 1];
    return next && size(next) === 2 && isBlankGap(text, tokens, first + 1) ? 2 : 1;
  }
  return singles === 3 || singles === 5 ? 3 : 2;
}

const isBlankGap = (text: string, tokens: readonly Token[], i: number): boolean =>
  /^\s+$/u.test(text.slice(tokens[i - 1]?.to, tokens[i]?.from));

const isSingle = (token: Token | undefined): boolean => token !== undefined && size(token) === 1;

const size = (token: Token): number => [...token.text].length;
