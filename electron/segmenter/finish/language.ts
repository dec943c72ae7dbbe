/** The language an article is in: by its script, then by its small words. */
import { characterClass } from '../../../shared/model/characters.ts';
import type { RunPiece } from '../../../shared/model/review.ts';
import { isCjkCode } from '../../../shared/model/scripts.ts';
import type { LanguageId } from '../languages/names.ts';
import type { PageTable } from '../languages/page-table.ts';
import { countSmallWords } from '../languages/tables.ts';

/** Enough text to tell by; more costs and tells no more. UTF-16 units. */
const SAMPLE = 3000;
/** Chinese text names companies and products in Latin letters: a fifth of the letters is enough. */
const CJK_SHARE = 0.2;

/** Fewer small words of a language are names: By Robert van. */
const ENOUGH = 2;

const isLetter = characterClass(/\p{L}/u);

/** The language of a text; `otherwise` when nothing tells. */
export function languageOf(text: string, otherwise: LanguageId): LanguageId {
  const sample = text.slice(0, SAMPLE);
  let cjk = 0;
  let letters = 0;
  for (let i = 0; i < sample.length; i++) {
    const code = sample.codePointAt(i) ?? 0;
    if (code > 0xffff) i++;
    if (isCjkCode(code)) cjk++;
    else if (isLetter(code)) letters++;
  }
  if (cjk > 0 && cjk >= (cjk + letters) * CJK_SHARE) return 'zh';
  const counts = new Map<PageTable, number>();
  countSmallWords(sample, counts);
  let best: LanguageId = otherwise;
  let most = [...counts].find(([{ language }]) => language === otherwise)?.[1] ?? 0;
  for (const [{ language }, count] of counts)
    if (count >= ENOUGH && count > most) {
      best = language;
      most = count;
    }
  return best;
}

/** The text of an article's runs, enough of it to tell the language. */
export function sampleOf(text: string, pieces: readonly RunPiece[]): string {
  let sample = '';
  for (const { from, to } of pieces) {
    sample += `${text.slice(from, Math.min(to, from + SAMPLE))}\n`;
    if (sample.length > SAMPLE) break;
  }
  return sample;
}
