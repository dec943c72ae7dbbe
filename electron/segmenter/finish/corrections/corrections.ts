/** The machine corrections of one field: line-end hyphens and stray blanks, in order, none overlapping. */
import type { Correction, Credit } from '../../../../shared/model/review.ts';
import type { LanguageId } from '../../languages/names.ts';
import type { ParagraphPlace } from '../paragraphs/paragraphs.ts';
import type { PrintedLine } from '../printed.ts';
import { blankCorrections } from './blanks.ts';
import type { Vocabulary } from './compounds.ts';
import { hyphenCorrection } from './hyphens.ts';

export interface CorrectionContext {
  readonly language: LanguageId;
  /** Counted when first asked for: many issues have no hyphen at a line's end. */
  readonly vocabulary: () => Vocabulary;
  /** Blanks in and beside their names stay: they pad a name, or stand for a lost glyph. */
  readonly credits: readonly Credit[];
}

/** Corrections of the field's lines. `raw` is the text; `places` are its paragraphs. */
export function correctionsOf(
  raw: string,
  lines: readonly PrintedLine[],
  places: readonly ParagraphPlace[],
  { language, vocabulary, credits }: CorrectionContext,
): readonly Correction[] {
  const starts = new Set(places.filter((p) => p.breaks).map((p) => p.at));
  const names = credits.flatMap((c) => (c.span ? [c.span] : []));
  const beside = (at: number) => names.some((span) => at >= span.from - 1 && at <= span.to);
  const out: Correction[] = [];
  lines.forEach((line, i) => {
    const near = names.length > 0 && !line.spaced ? beside : () => false;
    out.push(...blankCorrections(line, near));
    const next = lines[i + 1];
    const hyphen = next && !starts.has(next.from) ? hyphenCorrection(raw, line, next, language, vocabulary) : null;
    if (hyphen) out.push(hyphen);
  });
  return out;
}
