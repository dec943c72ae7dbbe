/**
 * Lines that are nothing but a byline. Page reading uses it to give a line the role `byline`, finishing to read the
 * names.
 *
 *     本报记者 孙丽　摄        By ROSA MURPHY        Staff photo by Michael Carter
 *     （赵秉昌）               — George Fitzgerald   ASSOCIATED PRESS
 *     □ 郭东敏                 Special to the Courier
 */
import { DE } from '../../languages/de/names.ts';
import { EN } from '../../languages/en/names.ts';
import { ES } from '../../languages/es/names.ts';
import { FR } from '../../languages/fr/names.ts';
import type { LanguageId, WesternId, WesternNames } from '../../languages/names.ts';
import { NL } from '../../languages/nl/names.ts';
import { AGENCIES, SURNAMES } from '../../languages/zh/names.ts';
import { LONE_ROLE, parseChinese } from './chinese-parser.ts';
import type { FoundCredit } from './found.ts';
import { isPost, readNames } from './western-names.ts';

/**
 * `credit`: a word or mark says that it is a byline. `signature`: only the form does (a lone name). `post`: goes with a
 * byline and holds no name (Staff Writer). `agency`: the name of an agency.
 */
type BylineKind = 'credit' | 'signature' | 'post' | 'agency';

export interface BylineLine {
  readonly kind: BylineKind;
  /** The names, with places in the line as it was given (UTF-16 units from its start). */
  readonly credits: readonly FoundCredit[];
  /** How sure it is that the line is a byline, from its words alone: 0 to 1. A lone name is about 0.4. */
  readonly score: number;
}

/** Longer lines are text. UTF-16 units. */
const LONGEST = 90;
const LONGEST_CHINESE = 44;

/** Tables of the languages in Latin letters. */
export const WESTERN: { readonly [id in WesternId]: WesternNames } = { en: EN, fr: FR, de: DE, nl: NL, es: ES };

/** The byline that `line` (one printed line, blanks around it allowed) is; null when it is something else. */
export function bylineLine(line: string, language: LanguageId): BylineLine | null {
  const start = line.length - line.trimStart().length;
  const text = line.trim();
  if (text === '') return null;
  const read = language === 'zh' ? chinese(text) : western(text, WESTERN[language]);
  return read && { ...read, credits: read.credits.map((c) => ({ ...c, from: c.from + start, to: c.to + start })) };
}

const BRACKETS = /^([（(【［[〔])(.*?)([）)】］\]〕]?)$/su;
const UNOPENED = /[）)]$/u;

function chinese(text: string): BylineLine | null {
  if (text.length > LONGEST_CHINESE || /[。！？；]/u.test(text)) return null;
  const bracket = BRACKETS.exec(text);
  const inner = bracket ? (bracket[2] ?? '') : text.replace(UNOPENED, '');
  const agency = AGENCIES.find((row) => row.pattern.test(inner.trim()));
  const offset = bracket ? 1 : 0;
  if (agency)
    return { kind: 'agency', credits: agencyCredit(agency.pattern, inner, offset), score: bracket ? 0.95 : 0.6 };
  const worn = bracket?.[3] ? wornName(inner) : null;
  if (worn) return { kind: 'signature', credits: [worn], score: 0.8 };
  const read = parseChinese(inner);
  if (!read || read.end < inner.trimEnd().length) return null;
  const credits = read.credits.map((c) => ({ ...c, from: c.from + offset, to: c.to + offset }));
  if (read.named)
    return {
      kind: 'credit',
      credits,
      score: /^\p{sc=Han}+$/u.test(inner) && !bracket && !/摄|攝/u.test(inner) ? 0.7 : 0.95,
    };
  if (read.marked) return { kind: 'credit', credits, score: 0.85 };
  if (credits.some((c) => c.name.length > 3)) return null;
  return { kind: 'signature', credits, score: bracket ? 0.9 : credits.length === 1 ? 0.35 : 0.2 };
}

/** （曾 ）: of the name only the family name is left, with the blank where the rare glyph stood. */
function wornName(inner: string): FoundCredit | null {
  const left = /^(\s*)(\p{sc=Han})(\s*)$/u.exec(inner);
  const name = left?.[2] ?? '';
  if (inner.length === 1 || !SURNAMES.has(name)) return null;
  const from = 1 + (left?.[1]?.length ?? 0);
  return { role: LONE_ROLE, name, from, to: from + name.length, incomplete: true };
}

function agencyCredit(pattern: RegExp, inner: string, offset: number): readonly FoundCredit[] {
  const name = pattern.exec(inner.trim())?.[1];
  if (!name) return [];
  const from = inner.indexOf(name) + offset;
  return [{ role: '来源', name, from, to: from + name.length, incomplete: false }];
}

/** Dashes, bullets and brackets that set a signature off. */
const LEAD = /^[\s—–―\-•■□●*·([]+/u;
const TRAIL = /[\s)\]]+$/u;
/** Behind the names: a place, a post. */
const TAIL = /^(?:in|at|of|for|from|en|à|aus|in|uit|te)\s+(?:the\s+)?\p{Lu}/u;

function western(line: string, table: WesternNames): BylineLine | null {
  if (line.length > LONGEST || /\p{sc=Han}/u.test(line)) return null;
  const lead = LEAD.exec(line)?.[0] ?? '';
  const text = line.slice(lead.length).replace(TRAIL, '');
  const whole = text.replace(/[.,:;]+$/u, '');
  if (table.agencies.some((row) => row.pattern.test(whole)))
    return { kind: 'agency', credits: [credit('agency', whole, lead.length)], score: 0.8 };
  if (table.posts.some((row) => row.pattern.test(whole))) return { kind: 'post', credits: [], score: 0.8 };
  const row = table.credits.find((r) => r.pattern.test(text));
  const opened = row?.pattern.exec(text)?.[0].length ?? 0;
  const read = readNames(text, opened, table);
  if (!read) return null;
  const role = row?.role ?? 'by';
  const credits = read.names.map((n) => ({ ...n, role, from: n.from + lead.length, to: n.to + lead.length }));
  const rest = text.slice(read.end).trim();
  if (row) return tailFits(text, read.end, table) ? { kind: 'credit', credits, score: 0.95 } : null;
  if (rest !== '' || !looksSigned(text, credits, table)) return null;
  return { kind: 'signature', credits, score: signatureScore(lead, text, credits) };
}

const credit = (role: string, name: string, from: number): FoundCredit => ({
  role,
  name,
  from,
  to: from + name.length,
  incomplete: false,
});

const tailFits = (text: string, end: number, table: WesternNames): boolean => {
  const rest = text.slice(end).trim();
  return rest === '' || /^[.,;:]*$/u.test(rest) || TAIL.test(rest) || isPost(text, end, table);
};

/** A lone name: at least initials or two words, no comma list of things. */
const looksSigned = (text: string, credits: readonly FoundCredit[], table: WesternNames): boolean => {
  const words = text.split(/\s+/u);
  if (credits.length > 2 || words.length > 5 || /[:;!?"«»]/u.test(text)) return false;
  return !words.some((w) => table.notNames.has(w.toLowerCase().replace(/[.,]$/u, '')));
};

function signatureScore(lead: string, text: string, credits: readonly FoundCredit[]): number {
  if (/[—–―-]/u.test(lead)) return 0.8;
  if (/^(?:\p{Lu}\.\s*){1,4}$/u.test(text)) return 0.6;
  const words = credits[0]?.name.split(/\s+/u).length ?? 0;
  return words >= 2 ? 0.4 : 0.15;
}
