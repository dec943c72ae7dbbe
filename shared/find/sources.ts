/** Where is searched: the raw text as it is, or what the articles read; and where in the raw text a hit stands. */
import { lineAt } from '../model/lines.ts';
import type { Offset, Span } from '../model/position.ts';
import type { Article, ArticleId, Issue, Review } from '../model/review.ts';
import { FIELDS, type Field, type Reading, readField } from '../reading/reading.ts';

export const WHERE = ['reading', 'raw'] as const;
export type Where = (typeof WHERE)[number];

export type Source =
  | { readonly kind: 'raw'; readonly text: string }
  | {
      readonly kind: 'field';
      readonly text: string;
      readonly article: ArticleId;
      readonly field: Field;
      readonly reading: Reading;
    };

/** What a field reads, where the caller has it at hand. */
export type ReadField = (article: Article, field: Field) => Reading;

/** The texts to search. What no article reads (ads, furniture) stands in the raw text only. */
export function sourcesOf(
  issue: Issue,
  review: Review,
  where: Where,
  read: ReadField = (article, field) => readField(issue, review, article, field),
): readonly Source[] {
  if (where === 'raw') return [{ kind: 'raw', text: issue.text }];
  return review.articles.flatMap((article) =>
    FIELDS.flatMap((field): readonly Source[] => {
      const reading = read(article, field);
      return reading.text === '' ? [] : [{ kind: 'field', text: reading.text, article: article.id, field, reading }];
    }),
  );
}

/** The raw text under `[from, to)` of a source, line by line: sorted, none empty. Empty for what was supplied. */
export function rawSpans(issue: Issue, source: Source, from: number, to: number): readonly Span[] {
  if (source.kind === 'raw') return [{ from, to }];
  const spans: Span[] = [];
  for (const unit of source.reading.units) {
    if (unit.at >= to) break;
    const end = unit.at + unit.text.length;
    const span =
      end <= from
        ? null
        : unit.kind === 'raw'
          ? { from: unit.span.from + Math.max(from - unit.at, 0), to: unit.span.from + Math.min(to, end) - unit.at }
          : unit.kind === 'correction' && unit.correction.span.to > unit.correction.span.from
            ? unit.correction.span
            : null;
    const last = spans.at(-1);
    if (span && last?.to === span.from && isOneLine(issue, last.from, span.from))
      spans[spans.length - 1] = { from: last.from, to: span.to };
    else if (span) spans.push(span);
  }
  return spans;
}

const isOneLine = ({ lines }: Issue, a: Offset, b: Offset): boolean => lineAt(lines, a) === lineAt(lines, b);
