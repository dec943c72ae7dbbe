/**
 * What people type into the search box:
 *
 *     吕梁 妇女                  both, anywhere in an article or in the raw text
 *     "women's congress"        as it stands
 *     headline:大会 byline:冯海砚  in the headline, in the byline
 *     paper:吕梁日报 date:2013-08  of that paper, of that month; date:2013..2015
 *     -advertisement            not this
 */
import { phraseOf } from './words.ts';

type TextField = 'headline' | 'byline';

interface Term {
  readonly text: string;
  readonly field: TextField | null;
  readonly not: boolean;
}

export interface SearchQuery {
  readonly terms: readonly Term[];
  /** Part of the paper's name; empty: any. */
  readonly paper: string;
  /** First and last day, `2013`, `2013-08`, `2013-08-19`; empty: open. */
  readonly from: string;
  readonly to: string;
}

const TERM = /(-)?(?:(headline|byline|paper|date|标题|署名|报纸|日期):)?(?:"([^"]*)"|“([^”]*)”|(\S+))/giu;

const FIELDS: Readonly<Record<string, 'headline' | 'byline' | 'paper' | 'date'>> = {
  headline: 'headline',
  byline: 'byline',
  paper: 'paper',
  date: 'date',
  标题: 'headline',
  署名: 'byline',
  报纸: 'paper',
  日期: 'date',
};

const DAYS = /^(\d{4}(?:-\d{2}){0,2})?(\.\.)?(\d{4}(?:-\d{2}){0,2})?$/;

export function parseSearch(typed: string): SearchQuery {
  const terms: Term[] = [];
  let [paper, from, to] = ['', '', ''];
  for (const [, minus, name, quoted, curly, bare] of typed.matchAll(TERM)) {
    const text = (quoted ?? curly ?? bare ?? '').trim();
    const field = name ? FIELDS[name.toLowerCase()] : undefined;
    if (text === '') continue;
    if (field === 'paper') paper = text;
    else if (field === 'date') {
      const days = DAYS.exec(text);
      from = days?.[1] ?? '';
      to = days?.[3] ?? (days?.[2] ? '' : from);
      if (!days) terms.push({ text, field: null, not: minus !== undefined });
    } else terms.push({ text, field: field ?? null, not: minus !== undefined });
  }
  return { terms, paper, from, to };
}

/** The question to FTS5; null when no term can be looked for. A search of only what must not be has no answer. */
export function matchOf({ terms }: SearchQuery): string | null {
  const asked = (wanted: boolean) =>
    terms
      .filter(({ not }) => not === !wanted)
      .flatMap(({ text, field }) => {
        const phrase = phraseOf(text);
        return phrase === null ? [] : [field ? `${field} : ${phrase}` : phrase];
      });
  const [yes, no] = [asked(true), asked(false)];
  if (yes.length === 0) return null;
  const all = yes.map((one) => `(${one})`).join(' AND ');
  return no.length === 0 ? all : `(${all}) NOT (${no.join(' OR ')})`;
}

/** The last day that `2013` or `2013-08` means, for comparing text with text. */
export const lastDayOf = (day: string): string => (day === '' ? '' : `${day}${'-99-99'.slice(day.length - 4)}`);
