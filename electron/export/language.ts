/** The language that a page says it is in, for screen readers and reading systems. */
import type { GalleyDocument } from '../../shared/document/document.ts';

/** UTF-16 units of text that are judged at most. */
const JUDGED = 20_000;
/** A script is the page's when it makes up this much of its letters. */
const SHARE = 0.1;

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/**
 * The BCP 47 tag that the script tells: ja by its kana, ko by its syllables, zh by Han without kana; else `und`, because
 * letters alone don't tell English from French.
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
  return count(text, /\p{Script=Han}/gu) > enough ? 'zh' : 'und';
}
