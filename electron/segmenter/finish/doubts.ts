/** Doubts and evidence of the finish stage: what is asked of the editor, and why. */

import type { Edit } from '../../../shared/edits/edit.ts';
import type { Span } from '../../../shared/model/position.ts';
import type { ArticleId } from '../../../shared/model/review.ts';
import type { Doubt, DoubtKind, Evidence } from '../../../shared/proposal.ts';

/** Longest piece of text that a doubt's sentence quotes. UTF-16 units. */
const QUOTE = 24;

/** A value for a sentence: on one line, cut short. */
export function quoted(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  return line.length > QUOTE ? `${[...line].slice(0, QUOTE - 1).join('')}…` : line;
}

export const evidence = (rule: string, span: Span, weight: number): Evidence => ({
  stage: 'finish',
  rule,
  span,
  weight,
});

export interface Asked {
  readonly rule: string;
  readonly kind: DoubtKind;
  readonly span: Span;
  readonly articles: readonly ArticleId[];
  /** Key under `doubt.*`. */
  readonly key: string;
  readonly values?: { readonly [name: string]: string | number };
  readonly confidence: number;
  readonly other?: readonly Edit[];
}

export function doubt(asked: Asked): Doubt {
  const { rule, kind, span, articles, key, values, confidence, other = [] } = asked;
  return {
    id: `finish:${rule}@${span.from}-${span.to}`,
    kind,
    span,
    articles,
    why: values ? { key, values } : { key },
    confidence,
    other,
    evidence: [evidence(rule, span, Math.round(logOdds(confidence) * 100) / 100)],
  };
}

const logOdds = (p: number): number => {
  const clear = Math.min(0.99, Math.max(0.01, p));
  return Math.log(clear / (1 - clear));
};
