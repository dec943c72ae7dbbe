/**
 * Lines whose characters stand apart because justification spread them:
 *
 *     “ 这 一 政 策 是 否 可 行 ， 一 是 要 看       spread over the measure
 *     本报讯 （记者 冯海砚） 近日                   blanks that separate
 */
import { characterClass } from '../../../shared/model/characters.ts';
import { isCjkCode } from '../../../shared/model/scripts.ts';

/** A line is letter-spaced when more than this share of the gaps between its CJK characters is blank. */
const SPACED_SHARE = 0.6;
/** 王 雅 is a name, 公 司 日 前 is spacing. */
const SPACED_GAPS = 3;

const isSpace = characterClass(/\s/u);
/** Marks that Chinese shares with European text. */
const isSharedMark = characterClass(/[“”‘’—…]/u);

/** Gaps beside figures tell nothing: extraction opens them everywhere (3 月 10 日起至). */
export function isLetterSpaced(text: string): boolean {
  if (!/[ \u3000]/u.test(text)) return false;
  let open = 0;
  let gaps = 0;
  let wideBefore = false;
  let blank = false;
  for (let i = 0; i < text.length; i++) {
    const code = text.codePointAt(i) ?? 0;
    if (code > 0xffff) i++;
    if (isSpace(code)) {
      blank = true;
      continue;
    }
    const wide = isCjkCode(code) || isSharedMark(code);
    if (wideBefore && wide) {
      gaps++;
      if (blank) open++;
    }
    wideBefore = wide;
    blank = false;
  }
  return open >= SPACED_GAPS && open / gaps > SPACED_SHARE;
}
