/** The language that a page says it is in, for screen readers and reading systems. */
import type { GalleyDocument } from '../../shared/document/document.ts';
import type { PageTable } from '../segmenter/languages/page-table.ts';
import { countSmallWords } from '../segmenter/languages/tables.ts';

/** UTF-16 units of text that are judged at most. */
const JUDGED = 20_000;
/** A script is the page's when it makes up this much of its letters. */
const SHARE = 0.1;

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** So many small words of a language at least, so many of all words, and so many times those of any other language. */
const ENOUGH = { words: 8, share: 0.08, times: 3 };

/**
 * The BCP 47 tag: ja by its kana, ko by its syllables, zh by Han without kana; a language of Latin letters by its small
 * words, where they are clearly of one that Galley reads. Else `und`: no tag is better than a wrong one.
 */
export function languageOf(document: GalleyDocument): string {
  let text = '';
  for (const article of document.articles) {
    for (const paragraph of [article.headline ?? '', ...article.paragraphs.map((one) => one.text)]) {
      if (text.length >= JUDGED) break;
      text += paragraph.slice(0, JUDGED);
    }
  }
  const enough = SHARE * count(text, /\p{Letter}/gu);
  if (enough === 0) return 'und';
  if (count(text, /[\p{Script=Hiragana}\p{Script=Katakana}]/gu) > enough) return 'ja';
  if (count(text, /\p{Script=Hangul}/gu) > enough) return 'ko';
  return count(text, /\p{Script=Han}/gu) > enough ? 'zh' : byWords(text);
}

function byWords(text: string): string {
  const counts = new Map<PageTable, number>();
  countSmallWords(text, counts);
  const [first, second] = [...counts].sort(([, a], [, b]) => b - a);
  if (!first) return 'und';
  const [{ language }, words] = first;
  const isClear = words >= ENOUGH.words && words >= ENOUGH.times * (second?.[1] ?? 0);
  return isClear && words >= ENOUGH.share * count(text, /\p{Letter}+/gu) ? language : 'und';
}
