/** What is copied from the raw text. Pure. */
import { lineAt, lineSpan } from '../../shared/model/lines.ts';
import type { Span } from '../../shared/model/position.ts';
import type { Issue } from '../../shared/model/review.ts';

/** The text of the spans, one below the other; with `numbers` each line after its number (1-based) and a tab. */
export function copied(issue: Issue, spans: readonly Span[], numbers: boolean): string {
  const texts = spans.map((span) => (numbers ? numbered(issue, span) : issue.text.slice(span.from, span.to)));
  return texts.join('\n');
}

function numbered({ text, lines }: Issue, { from, to }: Span): string {
  const rows: string[] = [];
  const last = lineAt(lines, Math.max(to - 1, from));
  for (let number = lineAt(lines, from); number <= last; number++) {
    const line = lineSpan(lines, number);
    rows.push(`${number}\t${text.slice(Math.max(line.from, from), Math.min(line.to, to))}`);
  }
  return rows.join('\n');
}
