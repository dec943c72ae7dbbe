/** Lines of the byline role in which no credit was found: they stand in no field, so the chips have to show them. */
import { skipBlanks, trimBlanks } from '../../shared/model/blank.ts';
import { contains, type Span } from '../../shared/model/position.ts';
import type { Article, Credit, Issue } from '../../shared/model/review.ts';

/** As credits to be: the printed text as the name, its place, no role. */
export function unreadBylines(issue: Issue, article: Article): readonly Credit[] {
  const spans = article.credits.flatMap(({ span }): Span[] => (span ? [span] : []));
  return article.pieces.flatMap((piece): Credit[] => {
    if (piece.kind !== 'run' || piece.role !== 'byline') return [];
    if (spans.some((span) => contains(piece, span))) return [];
    const from = skipBlanks(issue.text, piece.from, piece.to);
    const span = { from, to: trimBlanks(issue.text, piece.to, from) };
    const name = issue.text.slice(span.from, span.to).replace(/\s+/gu, ' ');
    return name === '' ? [] : [{ role: '', name, span }];
  });
}
