/**
 * Characters that are hardly what was printed. They are asked, never changed: a few sure signs, so that a doubt is
 * worth reading.
 */

import type { Edit } from '../../../../shared/edits/edit.ts';
import type { Span } from '../../../../shared/model/position.ts';
import { MACHINE } from '../../../../shared/model/review.ts';
import type { LanguageId } from '../../languages/names.ts';
import type { PrintedLine } from '../printed.ts';
import { type Misread, misreadIn } from './confusables.ts';

type CharacterRule =
  | 'lost-glyph'
  | 'torn-character'
  | 'half-width'
  | 'digit-letter'
  | 'radical'
  | 'mixed-width'
  | 'misread';

export interface OddCharacter {
  readonly rule: CharacterRule;
  readonly span: Span;
  readonly found: string;
  /** What it may be; empty when nothing is offered. */
  readonly instead: string;
  readonly other: readonly Edit[];
  /** Probability that the text is right as it stands. */
  readonly confidence: number;
}

/** U+FFFD, private use: the font had a glyph that has no code. */
const LOST = /[\ufffd\ue000-\uf8ff]+/gu;
/** Parts of characters that no text holds alone: OCR tore 设 into 讠 and 殳. */
const TORN = /[讠亻氵扌纟钅饣忄犭礻衤辶阝艹灬刂冫疒罒虍⺮]/gu;
/** Half-width marks between two ideographs. */
const HALF = /(?<=\p{sc=Han})[,;:?!](?=\p{sc=Han})/gu;
const FULL = new Map([
  [',', '，'],
  [';', '；'],
  [':', '：'],
  ['?', '？'],
  ['!', '！'],
]);
/** l987, 2O1O: a letter in a number. */
const LETTER_IN_NUMBER =
  /(?<![\p{L}\p{N}])(?:[lI]\d{3}|\d[lIOo]\d{1,2}|\d{2}[lIOo]\d|\d{1,3},[lIOo\d]{0,9}[lIOo][lIOo\d]{0,9})(?![\p{L}\p{N}])/gu;

/** Signs of radicals (⼈ ⻓) and of compatibility (金 as U+F90A) in the place of characters: the font's codes, not the text's. */
const RADICAL = /[\u2e80-\u2fdf\uf900-\ufad9]/gu;
/** The radicals that Unicode does not call the same as their characters, but that print alike. */
const ALIKE = new Map([
  ['⻓', '长'],
  ['⻔', '门'],
  ['⻋', '车'],
  ['⻅', '见'],
  ['⻉', '贝'],
  ['⻚', '页'],
  ['⻛', '风'],
  ['⻜', '飞'],
  ['⻢', '马'],
  ['⻥', '鱼'],
  ['⻦', '鸟'],
  ['⻨', '麦'],
  ['⻩', '黄'],
  ['⻬', '齐'],
  ['⻰', '龙'],
  ['⻄', '西'],
  ['⺠', '民'],
]);
/** Full-width letters and figures beside half-width ones: 2０19. Where all are full-width, the paper set them so. */
const MIXED =
  /(?<=[0-9A-Za-z])[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]+|[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]+(?=[0-9A-Za-z])/gu;

/** Most lines have none of them. */
const ANY = new RegExp([LOST, TORN, HALF, LETTER_IN_NUMBER, RADICAL, MIXED].map(({ source }) => source).join('|'), 'u');

/** A line with more of them is no text; asking about each helps nobody. */
const MOST = 6;

/** The odd characters of one printed line. */
export function oddCharacters(line: PrintedLine, language: LanguageId): readonly OddCharacter[] {
  const misread = misreadIn(line.text, language);
  return misread.length > 0 || ANY.test(line.text) ? oddOnes(line, language, misread) : [];
}

function oddOnes(line: PrintedLine, language: LanguageId, misread: readonly Misread[]): readonly OddCharacter[] {
  const out: OddCharacter[] = [];
  const each = (pattern: RegExp, rule: CharacterRule, confidence: number, instead: (found: string) => string) => {
    for (const match of line.text.matchAll(pattern)) {
      if (out.length >= MOST) return;
      const from = line.from + match.index;
      out.push(odd(rule, { from, to: from + match[0].length }, match[0], instead(match[0]), confidence));
    }
  };
  each(LOST, 'lost-glyph', 0.02, () => '');
  if (language === 'zh') {
    each(TORN, 'torn-character', 0.1, () => '');
    each(HALF, 'half-width', 0.4, (c) => FULL.get(c) ?? c);
  }
  each(RADICAL, 'radical', 0.03, (c) => ALIKE.get(c) ?? c.normalize('NFKC'));
  each(MIXED, 'mixed-width', 0.15, (c) => c.normalize('NFKC'));
  for (const { index, found, instead } of misread) {
    if (out.length >= MOST) break;
    const span = { from: line.from + index, to: line.from + index + found.length };
    out.push(odd('misread', span, found, instead, 0.05));
  }
  each(LETTER_IN_NUMBER, 'digit-letter', 0.15, (c) => c.replace(/[lI]/gu, '1').replace(/[Oo]/gu, '0'));
  return out;
}

function odd(rule: CharacterRule, span: Span, found: string, instead: string, confidence: number): OddCharacter {
  const other: Edit[] = instead === '' || instead === found ? [] : minimal(span, found, instead);
  return { rule, span, found, instead, other, confidence };
}

/** One correction for each character that differs, where both texts are of one length; else one for all. */
function minimal(span: Span, found: string, instead: string): Edit[] {
  if (found.length !== instead.length) return [{ kind: 'correct', span, text: instead, by: MACHINE }];
  const out: Edit[] = [];
  for (let i = 0; i < found.length; i++) {
    if (found[i] === instead[i]) continue;
    const at = span.from + i;
    out.push({ kind: 'correct', span: { from: at, to: at + 1 }, text: instead.charAt(i), by: MACHINE });
  }
  return out;
}
