/**
 * Lines whose characters stand apart because justification spread them:
 *
 *     “ 这 一 政 策 是 否 可 行 ， 一 是 要 看       spread over the measure
 *     本报讯 （记者 冯海砚） 近日                   blanks that separate
 */
import { isCjk } from '../../../shared/model/scripts.ts';

/** A line is letter-spaced when more than this share of the gaps between its CJK characters is blank. */
const SPACED_SHARE = 0.6;
/** 王 雅 is a name, 公 司 日 前 is spacing. */
const SPACED_GAPS = 3;

/** Gaps beside figures tell nothing: extraction opens them everywhere (3 月 10 日起至). */
export function isLetterSpaced(text: string): boolean {
  if (!/[ \u3000]/u.test(text)) return false;
  let open = 0;
  let gaps = 0;
  let before = '';
  let blank = false;
  for (const c of text) {
    if (/\s/u.test(c)) {
      blank = true;
      continue;
    }
    if (before !== '' && isWide(before) && isWide(c)) {
      gaps++;
      if (blank) open++;
    }
    before = c;
    blank = false;
  }
  return open >= SPACED_GAPS && open / gaps > SPACED_SHARE;
}

const isWide = (c: string): boolean => isCjk(c) || /[“”‘’—…]/u.test(c);
