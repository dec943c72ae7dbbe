/** Chinese names of persons: what one looks like, and how a run without blanks is cut into several. */
import { LONG_SURNAMES, NOT_IN_NAMES, NOT_NAMES, SURNAMES } from '../../languages/zh/names.ts';

const HAN = /^\p{sc=Han}$/u;
const DOT = /[·‧•・]/u;

/** Whether the run begins with a family name. */
const startsWithSurname = (run: string): boolean =>
  SURNAMES.has([...run][0] ?? '') || LONG_SURNAMES.has([...run].slice(0, 2).join(''));

/**
 * Whether `run` can be a person's name: two or three characters, four with a long family name or of a person with a
 * double name, any number of parts with a dot (阿依古丽·买买提).
 */
export function isChineseName(run: string): boolean {
  if (NOT_NAMES.has(run) || NOT_IN_NAMES.test(run)) return false;
  if (DOT.test(run)) return run.split(DOT).every((part) => part.length > 0) && run.length <= 20;
  const chars = [...run];
  return chars.length >= 2 && chars.length <= 4 && chars.every((c) => HAN.test(c)) && startsWithSurname(run);
}

/**
 * Cuts a run of Han characters into names where the paper set none of the blanks between them:
 *
 *     侯英沈霞春  → 侯英 | 沈霞春
 *     杨阳腾李小芳 → 杨阳腾 | 李小芳
 *
 * Every part begins with a family name and has two or three characters (four with a long family name); of several
 * ways the one with the fewest parts wins, then the one whose first part is longer. Null when there is none.
 */
export function splitNames(run: string): readonly string[] | null {
  const chars = [...run];
  if (DOT.test(run) || chars.length <= 3) return [run];
  if (chars.length === 4 && (LONG_SURNAMES.has(chars.slice(0, 2).join('')) || !evenSplit(chars))) return [run];
  if (chars.length > 18) return null;
  const best: (readonly string[] | null)[] = [[]];
  for (let end = 1; end <= chars.length; end++) {
    best[end] = null;
    for (const size of [2, 3, 4]) {
      const before = best[end - size];
      const part = chars.slice(end - size, end).join('');
      if (!before || !isPart(part, size)) continue;
      const known = best[end];
      if (!known || before.length + 1 < known.length) best[end] = [...before, part];
    }
  }
  return best[chars.length] ?? null;
}

const evenSplit = (chars: readonly string[]): boolean => SURNAMES.has(chars[0] ?? '') && SURNAMES.has(chars[2] ?? '');

const isPart = (part: string, size: number): boolean =>
  size === 4 ? LONG_SURNAMES.has([...part].slice(0, 2).join('')) : startsWithSurname(part);
